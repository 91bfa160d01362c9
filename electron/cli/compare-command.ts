import { basename, join, resolve } from 'node:path'
import { codeOf } from '#electron/files/error-code'
import { makeFolder } from '#electron/files/make-folder'
import { writeWardFile } from '#electron/files/save-file'
import { type Message, message } from '#shared/base/message'
import { designsOf, type WardDocument } from '#shared/document/document'
import type { HandOver } from '#shared/exchange/hand-over'
import { comparisonText } from './comparison-text'
import { handOverOf } from './hand-over-of'
import type { Loaded } from './load'
import { type ExitCode, type Output, said } from './output'
import { plainLines, rangeParagraphs } from './plain-lines'
import { runsAsked, withScenario } from './runs-asked'
import { type RunDays, simulatedDays, stoppedSentences } from './simulated-days'
import { simulatedText } from './simulated-text'
import type { Options } from './usage'
import { worstText } from './worst-text'

/** What changes the simulated days and means nothing where none are asked for. */
const OF_DAYS = ['days', 'warm-up', 'scenario']

/** Every design against today: a table on the terminal, and with `--out` the report, its workbook, its figures and its plans. */
export async function compareCommand(file: string | undefined, options: Options, output: Output): Promise<ExitCode> {
  const { out, err } = output
  const fail = (sentence: string): ExitCode => {
    err(`wardwright: ${sentence}\n`)
    return 1
  }
  const words = runsAsked(options)
  const isSimulated = options.value('replications') !== undefined || options.has('worst')
  const idle = isSimulated ? undefined : OF_DAYS.find((name) => options.has(name))
  if (words.status === 'failed' || idle !== undefined) {
    fail(words.status === 'failed' ? words.sentence : said(message('cli.usage.noReplications', { option: idle ?? '' })))
    return 2
  }
  const simulate = async (of: WardDocument, bytes: Uint8Array): Promise<Loaded<RunDays>> => {
    const asked = withScenario(of, words.value)
    return asked.status === 'failed' ? asked : { status: 'ok', value: await simulatedDays(of, bytes, designsOf(of), asked.value, output) }
  }
  const folder = options.value('out')
  const compared = await handOverOf(file ?? '', output, { simulate: isSimulated ? simulate : undefined, isReportMade: folder !== undefined })
  if (compared.status === 'failed') return fail(compared.sentence)
  const { document, measured, comparison, simulated, worst, made } = compared.value
  if (folder !== undefined) {
    const problem = await writeAll(folder, filesOf(made))
    if (problem !== undefined) return fail(said(problem))
    err(`${said({ key: 'cli.compare.wrote', values: { folder } })}\n`)
  }
  const designs = designsOf(document)
  const text = () =>
    comparisonText(document, comparison) +
    plainLines(document, measured, comparison, simulated) +
    rangeParagraphs(document, measured, comparison) +
    (simulated === undefined ? '' : `\n${simulatedText(document, designs, simulated, false)}`) +
    worstText(document, designs, worst)
  out(options.has('json') ? made.figures() : text())
  for (const sentence of simulated === undefined ? [] : stoppedSentences(simulated, designs)) err(`wardwright: ${sentence}\n`)
  return 0
}

type OutFile = { readonly name: string; readonly content: string | Uint8Array }

function filesOf(made: HandOver): readonly OutFile[] {
  return [
    ...made.drawings().map(({ name, svg }): OutFile => ({ name, content: svg })),
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
