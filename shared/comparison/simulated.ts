import type { Id } from '#shared/base/ids'
import { type Message, message } from '#shared/base/message'
import type { SimulatedRuns } from '#shared/metrics/simulate'
import { isSameFigure, type SimulatedName } from '#shared/metrics/simulated-day'
import { eachOf, type Interval, meanInterval, pairedInterval, pairingFactor, runsToTellApart } from './intervals'
import { NEGLIGIBLE } from './negligible'

/** A figure of a design over its replications, and how it stands to the datum's under the same days. */
export type SimulatedFigure = {
  readonly name: SimulatedName
  readonly interval: Interval
  readonly difference: SimulatedDifference | undefined
}

export type SimulatedDifference = {
  readonly interval: Interval
  /** Of the datum's mean; undefined where that is 0. */
  readonly relative: number | undefined
  /** `unclear`: more runs might tell; `same`: told to be smaller than what matters. */
  readonly verdict: 'better' | 'worse' | 'different' | 'same' | 'unclear'
  readonly sentence: Message
  /** Runs that would tell the two apart if the difference is as it looks; undefined where it looks like none. */
  readonly runsNeeded: number | undefined
  /** Times fewer runs than if each design had faced days of its own. */
  readonly pairing: number | undefined
}

export type SimulatedComparison = {
  readonly datum: Id | undefined
  readonly designs: readonly { readonly runs: SimulatedRuns; readonly figures: readonly SimulatedFigure[] }[]
}

/**
 * Designs against the datum, figure by figure, in pairs of the same days. Intervals of differences are wide enough that those
 * of all designs hold together with 95 % (Bonferroni), figure by figure.
 */
export function compareSimulated(all: readonly SimulatedRuns[], datum: Id | undefined, smallest: number): SimulatedComparison {
  const against = all.find(({ design }) => design === datum)
  const others = Math.max(1, all.length - 1)
  return {
    datum,
    designs: all.map((runs) => ({
      runs,
      figures: runs.names.flatMap((name, at): SimulatedFigure[] => {
        const known = knownOf(runs.rows.map((row) => row[at]!))
        // What no day has is none: nobody came with that trait, nobody did that step.
        if (known.length === 0) return []
        const difference = against === undefined || against === runs ? undefined : differenceOf(runs, against, name, at, eachOf(others), smallest)
        return [{ name, interval: meanInterval(known), difference }]
      }),
    })),
  }
}

function knownOf(values: readonly number[]): readonly number[] {
  return values.filter((value) => !Number.isNaN(value))
}

/** Any two designs, not only one against the datum. */
export function differenceOf(
  runs: SimulatedRuns,
  other: SimulatedRuns,
  name: SimulatedName,
  at: number,
  confidence: number,
  smallest: number,
): SimulatedDifference | undefined {
  // Designs mostly have the same figures in the same order.
  const first = other.names[at]
  const there = first !== undefined && isSameFigure(first, name) ? at : other.names.findIndex((one) => isSameFigure(one, name))
  if (there < 0) return undefined
  const x: number[] = []
  const y: number[] = []
  for (let row = 0; row < Math.min(runs.rows.length, other.rows.length); row++) {
    const [own, others] = [runs.rows[row]![at]!, other.rows[row]![there]!]
    // A day on which one of them had no such figure is no pair.
    if (Number.isNaN(own) || Number.isNaN(others)) continue
    x.push(own)
    y.push(others)
  }
  if (x.length < 2) return undefined
  const interval = pairedInterval(x, y, confidence)
  const mean = meanInterval(y).mean
  const relative = mean === 0 ? undefined : interval.mean / Math.abs(mean)
  const verdict = verdictOf(interval, mean, name, smallest)
  const factor = pairingFactor(x, y)
  return {
    interval,
    relative,
    verdict,
    sentence: sentenceOf(interval, verdict, name),
    runsNeeded: interval.mean === 0 ? undefined : runsToTellApart(interval, confidence),
    // Beyond that the two differ by nothing but rounding.
    pairing: factor < MOST_PAIRED ? factor : undefined,
  }
}

const MOST_PAIRED = 1e12

function verdictOf({ mean, low, high }: Interval, datum: number, { better, unit }: SimulatedName, smallest: number): SimulatedDifference['verdict'] {
  if (low === 0 && high === 0) return 'same'
  const matters = Math.max(smallest * Math.abs(datum), NEGLIGIBLE[unit])
  if (low > -matters && high < matters) return 'same'
  if (low <= 0 && high >= 0) return 'unclear'
  if (Math.abs(mean) < matters) return 'unclear'
  if (better === 'neither') return 'different'
  return mean < 0 === (better === 'less') ? 'better' : 'worse'
}

/** "About 140 m less per patient (110 to 170, 40 runs)", "too small to call". */
function sentenceOf({ mean, low, high, count }: Interval, verdict: SimulatedDifference['verdict'], { unit }: SimulatedName): Message {
  if (verdict === 'unclear') return message('simulated.unclear', { runs: count })
  if (verdict === 'same') return message('simulated.same', { runs: count })
  const [least, most] = mean < 0 ? [-high, -low] : [low, high]
  // A change of a share is said in points of it.
  const factor = unit === 'minute' ? 60 : unit === 'hour' ? 3600 : unit === 'share' ? 100 : 1
  const size = unit === 'minute' || unit === 'hour' ? 'minutes' : unit === 'metre' ? 'metres' : unit === 'share' ? 'points' : 'count'
  return message(`simulated.${mean < 0 ? 'less' : 'more'}.${size}`, {
    size: Math.abs(mean) * factor,
    low: least * factor,
    high: most * factor,
    runs: count,
  })
}
