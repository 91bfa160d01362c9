import type { Id } from '#shared/base/ids'
import { type Message, message } from '#shared/base/message'
import type { MetricChange } from '#shared/comparison/change-of'
import type { Comparison, DesignComparison, MeasuredDesign } from '#shared/comparison/comparison'
import type { StepDifference } from '#shared/comparison/difference'
import { designDifferences } from '#shared/comparison/differences'
import type { WardDocument } from '#shared/document/document'
import { layoutOf } from '#shared/metrics/layout-facts'
import type { MetricKey } from '#shared/metrics/measurement'
import type { SimulatedName } from '#shared/metrics/simulated-day'
import { causesOf, conflictsOf } from './plain-causes'
import { say, type Words } from './say'

/** One sentence about a design: what a measure came to against today, and where or why, as far as the numbers carry it. */
export type PlainSentence = {
  /** The measure that it says; none for what is said of the design as a whole. */
  readonly metric: MetricKey | undefined
  /** The simulated figure that it says instead. */
  readonly simulated?: SimulatedName
  readonly verdict: 'better' | 'worse' | 'same' | 'warning'
  readonly says: Message
  readonly because: readonly Message[]
}

/** The sentences of one design. */
export type PlainWords = { readonly design: Id; readonly sentences: readonly PlainSentence[] }

/** What is told in a sentence, in the order in which equal effects are told. Each measure once: its parts and its costs are not told again. */
const TOLD: readonly MetricKey[] = [
  'load',
  'patientTravel',
  'staffTravelPerPatient',
  'handoffs',
  'queuePoints',
  'moves',
  'steps',
  'sharedMetresPerTrip',
  'conflictPlaces',
  'dignityMetres',
  'bedHeadsSeenByPublic',
  'observation',
  'grossArea',
  'briefMissing',
  'briefBelow',
]

/** No design is told of in more. */
export const MOST_SENTENCES = 5
const LEAST = 3

/** What patients and staff go through is told before floor and rooms that are counted: those weigh half. */
const COUNTED: readonly MetricKey[] = ['load', 'grossArea', 'briefMissing', 'briefBelow']

/**
 * Each design but today in three to five sentences. First what makes its figures doubtful (it cannot
 * carry the demand, or has no figure), then what is better and what is worse, largest effect first.
 * What is about the same is told as such, where little else is to be told.
 */
export function plainWords(document: WardDocument, measured: readonly MeasuredDesign[], comparison: Comparison): readonly PlainWords[] {
  const { datum } = comparison
  const today = measured.find(({ design }) => design.id === datum)
  if (datum === undefined || today === undefined) return []
  return comparison.designs
    .filter(({ isDatum }) => !isDatum)
    .map((compared) => {
      const { id } = compared.design
      const own = measured.find(({ design }) => design.id === id)?.own
      if (own === undefined) return { design: id, sentences: [] }
      const steps = designDifferences(document, datum, id).filter((each): each is StepDifference => each.kind === 'step')
      const facts = { document, compared, own, today: today.reference, layout: layoutOf(document, id), steps }
      const first = doubtsOf(compared)
      const sentences = chosen(compared, MOST_SENTENCES - first.length).map(
        (change): PlainSentence => ({
          metric: change.metric,
          verdict: change.verdict === 'better' ? 'better' : 'worse',
          says: saidOf(change, compared),
          because: causesOf(change, facts),
        }),
      )
      const told = [...first, ...sentences]
      return { design: id, sentences: told.length >= LEAST ? told : [...told, ...sameOf(compared)] }
    })
}

/** A sentence in words. */
export function plainText({ says, because }: PlainSentence, words: Words): string {
  const causes = because.map((each) => say(each, words)).join(', ')
  const text = causes === '' ? say(says, words) : `${say(says, words)}: ${causes}`
  return text.endsWith('.') ? text : `${text}.`
}

/** What must be known before any figure of the design is read. */
function doubtsOf({ overloaded, whole }: DesignComparison): readonly PlainSentence[] {
  const doubt = (says: Message, because: readonly Message[]): PlainSentence => ({ metric: undefined, verdict: 'warning', says, because })
  const lost = whole.flatMap(({ metric, subject, datum, value }) =>
    subject === undefined && TOLD.includes(metric) && datum.status === 'available' && value.status === 'unavailable' ? [value.reason] : [],
  )
  return [
    ...(overloaded.length === 0 ? [] : [doubt(message('plain.overloaded', { count: overloaded.length }), overloaded.slice(0, 1))]),
    ...(lost.length === 0 ? [] : [doubt(message('plain.unavailable', { count: lost.length }), lost.slice(0, 1))]),
  ]
}

/** The changes that are told, what is better before what is worse: the largest of all, and never one side alone where there are two. */
function chosen({ whole }: DesignComparison, most: number): readonly MetricChange[] {
  const changed = TOLD.flatMap((metric) => whole.filter((change) => change.metric === metric && change.subject === undefined)).filter(
    ({ verdict }) => verdict === 'better' || verdict === 'worse',
  )
  // Where clean and used meet is told along with how far they walk together.
  const isShared = changed.some(({ metric }) => metric === 'sharedMetresPerTrip')
  const changes = changed
    .filter(({ metric }) => !(isShared && metric === 'conflictPlaces'))
    .sort((a, b) => effectOf(b) - effectOf(a) || TOLD.indexOf(a.metric) - TOLD.indexOf(b.metric))
  const largest = changes.slice(0, most)
  const missed = (['better', 'worse'] as const).flatMap((side) =>
    largest.some(({ verdict }) => verdict === side) ? [] : changes.filter(({ verdict }) => verdict === side).slice(0, 1),
  )
  const told = [...largest.slice(0, most - missed.length), ...missed]
  return [...told.filter(({ verdict }) => verdict === 'better'), ...told.filter(({ verdict }) => verdict === 'worse')]
}

/** A share of today's figure; where today has none, or the change is more than all of it, it counts as all of it. */
function effectOf({ metric, relative }: MetricChange): number {
  const share = relative === undefined ? 1 : Math.min(1, Math.abs(relative))
  return COUNTED.includes(metric) ? share / 2 : share
}

function saidOf({ metric, change = 0, value, datum, verdict }: MetricChange, { whole }: DesignComparison): Message {
  const now = value.status === 'available' ? value.value : 0
  const then = datum.status === 'available' ? datum.value : 0
  const way = now === 0 ? 'none' : change < 0 ? 'less' : 'more'
  const values = { value: now, today: then, by: Math.abs(change) }
  const places = metric === 'sharedMetresPerTrip' ? conflictsOf(whole) : undefined
  // What speaks against a change must not be left to its causes.
  if (places === undefined || places.verdict === verdict || way === 'none') return message(`plain.${metric}.${way}`, values)
  return message(`plain.${metric}.${way}But`, { ...values, places: places.now, placesBy: places.by })
}

function sameOf({ whole }: DesignComparison): readonly PlainSentence[] {
  const same = whole.filter(({ metric, subject, verdict }) => subject === undefined && TOLD.includes(metric) && verdict === 'same')
  if (same.length === 0) return []
  return [{ metric: undefined, verdict: 'same', says: message('plain.same', { count: same.length, of: TOLD.length }), because: [] }]
}
