import { basename, join, resolve } from 'node:path'
import { codeOf } from '#electron/files/error-code'
import { makeFolder } from '#electron/files/make-folder'
import { readWardFile } from '#electron/files/open-file'
import { writeWardFile } from '#electron/files/save-file'
import type { Message } from '#shared/base/message'
import { designsOf } from '#shared/document/document'
import { canonicalJson } from '#shared/exchange/canonical-json'
import type { HandOver } from '#shared/exchange/hand-over'
import { comparisonText } from './comparison-text'
import { handOverOf } from './hand-over-of'
import { type ExitCode, type Output, said } from './output'
import { plainLines } from './plain-lines'
import { simulatedDesigns, wholeNumbers } from './simulate-command'
import type { Options } from './usage'

/** Every design against today: a table on the terminal, and with `--out` the report, its workbook, its figures and its plans. */
export async function compareCommand(file: string | undefined, options: Options, { out, err }: Output): Promise<ExitCode> {
  const fail = (sentence: string): ExitCode => {
    err(`wardwright: ${sentence}\n`)
    return 1
  }
  const numbers = wholeNumbers(options)
  if (numbers === undefined) {
    err(`wardwright: ${said({ key: 'cli.usage.wholeNumbers', values: {} })}\n`)
    return 2
  }
  const compared = await handOverOf(file ?? '')
  if (compared.status === 'failed') return fail(compared.sentence)
  const { document, measured, comparison, made } = compared.value
  const read = await readWardFile(file ?? '')
  const simulated =
    options.value('replications') === undefined || read.status === 'failed'
      ? undefined
      : await simulatedDesigns(document, read.bytes, designsOf(document), numbers, err)
  const folder = options.value('out')
  if (folder !== undefined) {
    const problem = await writeAll(folder, [
      ...filesOf(made),
      ...(simulated === undefined ? [] : [{ name: 'simulated.json', content: canonicalJson(simulated.json) }]),
    ])
    if (problem !== undefined) return fail(said(problem))
    err(`${said({ key: 'cli.compare.wrote', values: { folder } })}\n`)
  }
  const figures = () => (simulated === undefined ? made.figures() : canonicalJson({ ...JSON.parse(made.figures()), simulated: simulated.json }))
  const text = () =>
    comparisonText(document, comparison) + plainLines(document, measured, comparison) + (simulated === undefined ? '' : `\n${simulated.text}`)
  out(options.has('json') ? figures() : text())
  for (const sentence of simulated?.stopped ?? []) err(`wardwright: ${sentence}\n`)
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
