import type { Id } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import type { SimulatedRuns } from '#shared/metrics/simulate'
import { isSameFigure, type SimulatedName } from '#shared/metrics/simulated-day'
import { eachOf, type Interval, meanInterval, pairedInterval } from './intervals'
import { differenceOf, type SimulatedDifference } from './simulated'

/** What a worse day does to one figure of a design. */
export type BendCell = {
  readonly stopped: Message | undefined
  /** On that day; undefined where there is no such figure. */
  readonly interval: Interval | undefined
  /** To the same design's usual day; undefined for the usual day itself. */
  readonly difference: SimulatedDifference | undefined
}

export type Bend = {
  readonly design: Id
  /** The usual day first. */
  readonly cells: readonly BendCell[]
  /** The mean of what the worse days add, in the figure's unit, what is worse above 0; undefined where one of them cannot be run. */
  readonly rise: number | undefined
  /** The same as a share of the usual day's; undefined where that is 0. */
  readonly riseShare: number | undefined
  /** The rise run by run; NaN of a run that has no such figure on one of the days. */
  readonly byRun: readonly number[]
}

/**
 * How much each design gives under each worse day, by one figure. `days` are runs of the same designs, those of the usual day first;
 * every design faces the same days, and each is held against its own usual one.
 */
export function bendsOf(days: readonly (readonly SimulatedRuns[])[], name: SimulatedName, smallest: number): readonly Bend[] {
  const [usual = [], ...worse] = days
  return usual.map((own): Bend => {
    const cells = [cellOf(own, undefined, name, smallest), ...worse.map((runs) => cellOf(runsOf(runs, own.design), own, name, smallest))]
    const base = cells[0]?.interval?.mean
    const rises = cells.slice(1).map(({ difference }) => difference?.interval.mean)
    const known = rises.filter((rise) => rise !== undefined)
    const isWhole = base !== undefined && known.length === rises.length && known.length > 0
    const sign = name.better === 'more' ? -1 : 1
    const rise = isWhole ? (sign * known.reduce((sum, by) => sum + by, 0)) / known.length : undefined
    const worseByRun = worse.map((runs) => valuesOf(runsOf(runs, own.design), name))
    return {
      design: own.design,
      cells,
      rise,
      riseShare: rise === undefined || base === 0 ? undefined : rise / Math.abs(base ?? 0),
      byRun: isWhole ? addedByRun(valuesOf(own, name), worseByRun).map((by) => sign * by) : [],
    }
  })
}

/** What the worse days add to the usual one, on average over them, run by run: the same run of each has the same patients. */
function addedByRun(usual: readonly number[], worse: readonly (readonly number[])[]): readonly number[] {
  return usual.map((value, run) => worse.reduce((sum, values) => sum + (values[run] ?? Number.NaN) - value, 0) / worse.length)
}

function valuesOf(runs: SimulatedRuns | undefined, name: SimulatedName): readonly number[] {
  const at = runs?.names.findIndex((one) => isSameFigure(one, name)) ?? -1
  return at < 0 ? [] : (runs?.rows ?? []).map((row) => row[at]!)
}

/**
 * The designs to which worse days add least, and those of which it is not told that they add more: by less than matters, or within what chance
 * makes of so many runs (95 % for all of them together). None where that is all of them. By amounts: of next to nothing on a usual day a few
 * minutes more would be many times as much. `smallest` is a share of the usual day of all designs.
 */
export function bendsLeast(bends: readonly Bend[], smallest: number): readonly Id[] {
  const ranked = bends.flatMap(({ design, rise, cells, byRun }) =>
    rise === undefined ? [] : [{ design, rise, byRun, usual: Math.abs(cells[0]?.interval?.mean ?? 0) }],
  )
  const least = Math.min(...ranked.map(({ rise }) => rise))
  const matters = (smallest * ranked.reduce((sum, { usual }) => sum + usual, 0)) / Math.max(1, ranked.length)
  const first = ranked.find(({ rise }) => rise === least)
  const isTold = ({ rise, byRun }: (typeof ranked)[number]) => {
    if (first === undefined || rise - least < matters) return false
    const pairs = byRun.flatMap((own, run) => (Number.isNaN(own - (first.byRun[run] ?? Number.NaN)) ? [] : [[own, first.byRun[run]!] as const]))
    if (pairs.length < 2) return false
    const [own, others] = [pairs.map(([value]) => value), pairs.map(([, other]) => other)]
    return pairedInterval(own, others, eachOf(Math.max(1, ranked.length - 1))).low > 0
  }
  const found = ranked.filter((bend) => !isTold(bend))
  return found.length === bends.length ? [] : found.map(({ design }) => design)
}

function runsOf(runs: readonly SimulatedRuns[], design: Id): SimulatedRuns | undefined {
  return runs.find((one) => one.design === design)
}

function cellOf(runs: SimulatedRuns | undefined, usual: SimulatedRuns | undefined, name: SimulatedName, smallest: number): BendCell {
  const at = runs?.names.findIndex((one) => isSameFigure(one, name)) ?? -1
  if (runs === undefined || at < 0) return { stopped: runs?.stopped?.reason, interval: undefined, difference: undefined }
  const values = runs.rows.map((row) => row[at]!).filter((value) => !Number.isNaN(value))
  return {
    stopped: undefined,
    interval: values.length === 0 ? undefined : meanInterval(values),
    difference: usual === undefined ? undefined : differenceOf(runs, usual, name, at, 0.95, smallest),
  }
}
