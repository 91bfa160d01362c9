import { findingsOf, type PlacedFinding } from '#shared/building/document-findings'
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
  const errors = findings.filter(({ severity }) => severity === 'error').length
  if (options.has('json')) out(jsonText({ status: errors > 0 ? 'errors' : 'ok', findings: findings.map(findingJson) }))
  else {
    for (const { severity, message, where, design } of findings) {
      const place = where.length > 0 ? ` [${where.join(', ')}]` : ''
      out(`${said({ key: `cli.${severity}`, values: {} })}: ${design === undefined ? '' : `${design.name}: `}${said(message)}${place}\n`)
    }
    out(`${said({ key: 'cli.found', values: { errors, warnings: findings.length - errors } })}\n`)
  }
  return errors > 0 ? 1 : 0
}

function findingJson({ severity, message, where, design }: PlacedFinding): object {
  return { severity, ...messageJson(message), where, design: design?.id ?? null }
}
