import { findingsOf, type PlacedFinding } from '#shared/building/document-findings'
import { roomsToCome, sortedFindings } from '#shared/document/findings/sorted-findings'
import { loadWard } from './load'
import { type ExitCode, jsonText, messageJson, type Output, said } from './output'
import type { Options } from './usage'

/** Problems with their place. A file that cannot be read at all has one. */
export async function validateCommand(file: string | undefined, options: Options, { out, err }: Output): Promise<ExitCode> {
  const loaded = await loadWard(file ?? '')
  if (loaded.status === 'failed') {
    if (options.has('json'))
      out(jsonText({ status: 'refused', findings: [findingJson({ severity: 'error', message: loaded.problem, where: [], design: undefined })] }))
    err(`wardwright: ${loaded.sentence}\n`)
    return 1
  }
  const findings = findingsOf(loaded.value)
  // What somebody leaves as it is, with a reason, is told but no longer counts.
  const open = findings.filter(({ ignored }) => ignored === undefined)
  const errors = open.filter(({ severity }) => severity === 'error').length
  if (options.has('json')) out(jsonText({ status: errors > 0 ? 'errors' : 'ok', findings: findings.map(findingJson) }))
  else {
    const { heeded, toCome } = sortedFindings(findings)
    // A room that is only not drawn is nothing to warn of; where a pathway cannot do without it, measures are missing all the same.
    const isToDraw = (finding: PlacedFinding) => finding.severity === 'warning' && toCome.includes(finding)
    for (const finding of findings) {
      const { severity, message, where, design, ignored } = finding
      const place = where.length > 0 ? ` [${where.join(', ')}]` : ''
      const kind = said({ key: ignored !== undefined ? 'cli.ignored' : isToDraw(finding) ? 'cli.toDraw' : `cli.${severity}`, values: {} })
      const because = ignored === undefined ? '' : ` ${said({ key: 'findings.because', values: { reason: ignored } })}`
      out(`${kind}: ${design === undefined ? '' : `${design.name}: `}${said(message)}${because}${place}\n`)
    }
    const warnings = heeded.filter(({ severity }) => severity === 'warning').length
    const rooms = roomsToCome(toCome)
    const key = rooms === 0 ? 'cli.found' : 'cli.foundToDraw'
    out(`${said({ key, values: { errors, warnings, rooms } })}\n`)
  }
  return errors > 0 ? 1 : 0
}

function findingJson({ severity, message, where, design, place, ignored }: PlacedFinding): object {
  const at = place === undefined ? null : { storey: place.storey, x: place.at.x, y: place.at.y }
  return { severity, ...messageJson(message), where, design: design?.id ?? null, at, ignored: ignored ?? null }
}
