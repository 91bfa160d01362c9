import { canonicalJson } from '#shared/exchange/canonical-json'
import { simulatedJson } from '#shared/report/simulated-json'
import { worstJson } from '#shared/report/worst-json'
import { bandsText } from './bands-text'
import { designsAsked, readWard } from './load'
import { type ExitCode, type Output, WORDS } from './output'
import { runsAsked, withScenario } from './runs-asked'
import { simulatedDays, stoppedSentences } from './simulated-days'
import { simulatedText } from './simulated-text'
import type { Options } from './usage'
import { worstText } from './worst-text'

/** Runs days of each design under the same patients, and says what they come to, with how sure that is. */
export async function simulateCommand(file: string | undefined, options: Options, output: Output): Promise<ExitCode> {
  const { out, err } = output
  const fail = (sentence: string, code: ExitCode): ExitCode => {
    err(`wardwright: ${sentence}\n`)
    return code
  }
  const words = runsAsked(options)
  if (words.status === 'failed') return fail(words.sentence, 2)
  const loaded = await readWard(file ?? '')
  if (loaded.status === 'failed') return fail(loaded.sentence, 1)
  const { document, bytes } = loaded.value
  const designs = designsAsked(document, options.values('design'))
  if (designs.status === 'failed') return fail(designs.sentence, 1)
  const asked = withScenario(document, words.value)
  if (asked.status === 'failed') return fail(asked.sentence, 1)
  const { simulated, worst } = await simulatedDays(document, bytes, designs.value, asked.value, output)
  const json = () => ({
    ...simulatedJson(simulated, designs.value, WORDS),
    ...(worst === undefined ? {} : { worstDays: worstJson(worst, designs.value, WORDS) }),
  })
  const text = () =>
    simulatedText(document, designs.value, simulated, true) +
    bandsText(document, designs.value, simulated) +
    worstText(document, designs.value, worst)
  out(options.has('json') ? canonicalJson(json()) : text())
  const stopped = stoppedSentences(simulated, designs.value)
  for (const sentence of stopped) err(`wardwright: ${sentence}\n`)
  return stopped.length > 0 ? 1 : 0
}
