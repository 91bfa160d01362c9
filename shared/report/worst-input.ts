import type { Id } from '#shared/base/ids'
import { type Message, message } from '#shared/base/message'
import { type Bend, bendsLeast, bendsOf } from '#shared/comparison/bend'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { SimulatedRuns } from '#shared/metrics/simulate'
import type { SimulatedName } from '#shared/metrics/simulated-day'
import type { SimulatedInput } from './simulated-input'

/** One day as every design went through it: which it is, in words, and on which terms it was run. */
export type WorstRuns = { readonly terms: SimulatedInput['terms']; readonly scenario: Message; readonly runs: readonly SimulatedRuns[] }

/** One figure on the usual day and on each worse one. */
export type WorstFigure = {
  readonly name: SimulatedName
  /** A design each, its days in the order of `days`. */
  readonly bends: readonly Bend[]
  /** Who bends least; nobody where that is everybody. */
  readonly least: readonly Id[]
}

/** What worse days do to each design: which days, the usual one first, and every figure of the unit as a whole that is better or worse. */
export type WorstInput = {
  readonly terms: SimulatedInput['terms']
  readonly days: readonly { readonly key: string | undefined; readonly scenario: Message }[]
  /** What one looks at first comes first. */
  readonly figures: readonly WorstFigure[]
}

/** Days that were run, the usual one first, made ready to be shown and handed over; of designs that the document still has. Undefined where there is no figure. */
export function worstInput(document: WardDocument, found: readonly WorstRuns[]): WorstInput | undefined {
  const smallest = recordsOf(document.workshop, 'settings')[0]?.smallestDifference ?? 0
  const days = found.map(({ runs }) => runs.filter(({ design }) => document.designs[design] !== undefined))
  const names = (days[0]?.find((one) => one.names.length > 0)?.names ?? []).filter(
    ({ subject, better }) => subject === undefined && better !== 'neither',
  )
  const [usual] = found
  if (usual === undefined || names.length === 0) return undefined
  return {
    terms: usual.terms,
    days: found.map(({ terms: { scenario: key }, scenario }) => ({ key, scenario })),
    figures: names.map((name) => {
      const bends = bendsOf(days, name, smallest)
      return { name, bends, least: bendsLeast(bends, smallest) }
    }),
  }
}

/** Which designs bend least by a figure, in a sentence. `smallest`: the least difference that matters, a share. */
export function worstVerdict({ bends, least }: WorstFigure, nameOf: (design: Id) => string, smallest: number): Message {
  if (bends.every(({ rise }) => rise === undefined)) return message('simulate.worst.unknown')
  if (least.length === 0) return message('simulate.worst.alike', { smallest })
  return message('simulate.worst.least', { designs: least.map(nameOf) })
}
