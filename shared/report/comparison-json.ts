import { type MetricChange, nameOf } from '#shared/comparison/change-of'
import type { Comparison, DesignComparison, MeasuredDesign } from '#shared/comparison/comparison'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { askedRange } from '#shared/metrics/range-asked'
import { messageJson } from './message-json'
import { withSimulatedWords } from './plain-simulated'
import { type PlainSentence, plainText, plainWords } from './plain-words'
import { rangeJson } from './range-text'
import type { Words } from './say'
import type { SimulatedInput } from './simulated-input'
import { simulatedJson } from './simulated-json'
import type { WorstInput } from './worst-input'
import { worstJson } from './worst-json'

type ComparisonInput = {
  readonly document: WardDocument
  readonly measured: readonly MeasuredDesign[]
  readonly comparison: Comparison
  readonly simulated?: SimulatedInput | undefined
  readonly worst?: WorstInput | undefined
  readonly words: Words
}

/** The comparison for machines: the terms it was made on, each design's values and changes, the rankings. */
export function comparisonJson({ document, measured, comparison, simulated, worst, words }: ComparisonInput): object {
  const [settings] = recordsOf(document.workshop, 'settings')
  const told = withSimulatedWords(plainWords(document, measured, comparison), simulated)
  const designs = comparison.designs.map(({ design }) => design)
  return {
    workshop: recordsOf(document.workshop, 'workshop')[0] ?? null,
    settings: settings ?? null,
    scenario: recordsOf(document.workshop, 'scenario').find(({ id }) => id === settings?.scenario) ?? null,
    today: comparison.datum ?? null,
    designs: comparison.designs.map((design) =>
      designJson(
        design,
        measured.find((one) => one.design.id === design.design.id),
        told.find((one) => one.design === design.design.id)?.sentences ?? [],
        words,
      ),
    ),
    ...(simulated === undefined ? {} : { simulated: simulatedJson(simulated, designs, words) }),
    ...(worst === undefined ? {} : { worstDays: worstJson(worst, designs, words) }),
    rankings: comparison.rankings.map(({ metric, subject, ranked, unranked }) => ({ metric, subject: subject ?? null, ranked, unranked })),
  }
}

function designJson(
  { design, whole, layout, process, roomLevel, overloaded, hasVariants, isDatum }: DesignComparison,
  measured: MeasuredDesign | undefined,
  sentences: readonly PlainSentence[],
  words: Words,
): object {
  const shares = new Map(layout.map((change) => [nameOf(change), change]))
  const processes = new Map(process.map((change) => [nameOf(change), change]))
  return {
    id: design.id,
    name: design.name,
    idea: design.idea,
    isToday: isDatum,
    hasOwnPathways: hasVariants,
    overloaded: overloaded.map((why) => messageJson(why, words)),
    plainWords: sentences.map((sentence) => ({
      metric: sentence.metric ?? sentence.simulated?.metric ?? null,
      verdict: sentence.verdict,
      text: plainText(sentence, words),
      says: messageJson(sentence.says, words),
      because: sentence.because.map((each) => messageJson(each, words)),
    })),
    measures: whole.map((change) => ({
      ...changeJson(change, words),
      ...rangeOf(measured, change, words),
      layout: shareJson(shares.get(nameOf(change))),
      process: shareJson(processes.get(nameOf(change))),
    })),
    roomLevel: roomLevel.map((change) => changeJson(change, words)),
    trips: (measured?.own.trips ?? []).map(({ key, pathway, flow, purpose, role, steps, from, to, perDay, length }) => ({
      key,
      pathway,
      flow,
      purpose,
      role: role ?? null,
      steps,
      from: from.element,
      to: to.element,
      perDay,
      metres: length,
    })),
  }
}

/** Where the figure hangs on which of two ways is taken. */
function rangeOf(measured: MeasuredDesign | undefined, change: MetricChange, words: Words): object {
  const asked = measured && askedRange(measured.own, change)
  return asked === undefined ? {} : { range: rangeJson(asked, words) }
}

function changeJson({ metric, subject, unit, per, better, value, datum, ...change }: MetricChange, words: Words): object {
  const name = { metric, subject: subject ?? null, unit, per: per ?? null, better }
  const today = datum.status === 'available' ? datum.value : null
  const result =
    value.status === 'available' ? { status: value.status, value: value.value } : { status: value.status, reason: messageJson(value.reason, words) }
  return { ...name, ...result, today, change: change.change ?? null, relative: change.relative ?? null, verdict: change.verdict ?? null }
}

function shareJson(change: MetricChange | undefined): object {
  return { change: change?.change ?? null, relative: change?.relative ?? null, verdict: change?.verdict ?? null }
}
