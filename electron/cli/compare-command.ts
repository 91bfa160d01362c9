import { basename, join, resolve } from 'node:path'
import { codeOf } from '#electron/files/error-code'
import { makeFolder } from '#electron/files/make-folder'
import { writeWardFile } from '#electron/files/save-file'
import type { Message } from '#shared/base/message'
import { findingsOf } from '#shared/building/document-findings'
import { nameOf } from '#shared/comparison/change-of'
import { type Comparison, compareDesigns } from '#shared/comparison/comparison'
import { measureDesigns } from '#shared/comparison/measure-designs'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { type HandOver, handOver } from '#shared/exchange/hand-over'
import { changeLine, figureText, metricName } from '#shared/report/metric-text'
import { HEADLINES } from '#shared/report/score-section'
import { shippedCatalogue } from './catalogue'
import { designsAsked, loadWard } from './load'
import { type ExitCode, type Output, said, tableText, WORDS } from './output'
import type { Options } from './usage'

/** Every design against today: a table on the terminal, and with `--out` the report, its figures and its plans. */
export async function compareCommand(file: string | undefined, options: Options, { out, err }: Output): Promise<ExitCode> {
  const fail = (sentence: string): ExitCode => {
    err(`wardwright: ${sentence}\n`)
    return 1
  }
  const loaded = await loadWard(file ?? '')
  if (loaded.status === 'failed') return fail(loaded.sentence)
  const document = loaded.value
  const designs = designsAsked(document, [])
  if (designs.status === 'failed') return fail(designs.sentence)
  const [settings] = recordsOf(document.workshop, 'settings')
  if (settings === undefined) return fail(said({ key: 'file.noneOf', values: { kind: 'settings' } }))

  const measured = measureDesigns(document)
  const comparison = compareDesigns(measured, settings)
  const made = handOver({
    document,
    measured,
    comparison,
    findings: findingsOf(document),
    words: WORDS,
    catalogue: shippedCatalogue(),
    file: basename(file ?? ''),
  })
  const folder = options.value('out')
  if (folder !== undefined) {
    const problem = await writeAll(folder, filesOf(made))
    if (problem !== undefined) return fail(said(problem))
    err(`${said({ key: 'cli.compare.wrote', values: { folder } })}\n`)
  }
  out(options.has('json') ? made.figures() : comparisonText(document, comparison))
  return 0
}

type OutFile = { readonly name: string; readonly content: string | Uint8Array }

function filesOf(made: HandOver): readonly OutFile[] {
  return [
    ...[...made.planNames].flatMap(([design, name]): OutFile[] => {
      const svg = made.plan(design, 'all')
      return svg === undefined ? [] : [{ name: `${name}.svg`, content: svg }]
    }),
    { name: 'report.html', content: made.report() },
    { name: 'comparison.xlsx', content: made.spreadsheet() },
    { name: 'comparison.json', content: made.figures() },
  ]
}

async function writeAll(folder: string, files: readonly OutFile[]): Promise<Message | undefined> {
  try {
    await makeFolder(resolve(folder))
  } catch (error) {
    return { key: 'cli.compare.noFolder', values: { folder: basename(folder), code: codeOf(error) } }
  }
  for (const { name, content } of files) {
    const written = await writeWardFile(join(folder, name), typeof content === 'string' ? new TextEncoder().encode(content) : content)
    if (written.status === 'failed') return written.problem
  }
  return undefined
}

/** The headlines for the terminal: a row a measure, two columns a design. */
function comparisonText(document: WardDocument, { designs }: Comparison): string {
  const currency = recordsOf(document.workshop, 'workshop')[0]?.currency
  const names = new Map(
    designs.flatMap(({ whole }) =>
      whole.filter(({ metric, subject }) => subject === undefined && HEADLINES.includes(metric)).map((change) => [nameOf(change), change] as const),
    ),
  )
  const header = ['', ...designs.flatMap(({ design, isDatum }) => (isDatum ? [design.name] : [design.name, '']))]
  const rows = [...names].map(([name, first]) => [
    metricName(first, WORDS, document.workshop),
    ...designs.flatMap((design) => {
      const change = design.whole.find((one) => nameOf(one) === name)
      const value =
        change?.value.status === 'available' ? figureText(change.unit, change.value.value, WORDS, currency) : said({ key: 'report.none', values: {} })
      if (design.isDatum) return [value]
      return [value, change?.verdict === undefined ? '' : changeLine(change, WORDS, currency)]
    }),
  ])
  const notes = designs.flatMap(({ design, overloaded }) =>
    overloaded.length === 0 ? [] : [`${said({ key: 'report.notRanked', values: { design: design.name, why: overloaded.map(said).join(' ') } })}\n`],
  )
  return tableText([header, ...rows]) + notes.join('')
}
