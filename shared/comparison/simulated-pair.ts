import type { Id } from '#shared/base/ids'
import type { SimulatedRuns } from '#shared/metrics/simulate'
import { isSameFigure, type SimulatedName } from '#shared/metrics/simulated-day'
import { differenceOf, type SimulatedDifference } from './simulated'
import { tellApart } from './told-apart'

/** Whether two designs are told apart by one figure, and what the difference is. */
export type PairTold = {
  readonly isTold: boolean
  /** The better of the two, once they are told apart and it is not said to be about the same. */
  readonly better: Id | undefined
  readonly runs: number
  /** The second's less the first's. */
  readonly difference: SimulatedDifference | undefined
}

const ERROR = 0.05
/** Runs that the procedure judges by how much days vary. */
const FIRST_RUNS = 10
/** Where nothing is said to be too small to matter, a hundredth is: else two like designs would never be told apart. */
const LEAST_MATTERS = 0.01

/**
 * The second design against the first by one figure, under the same days. They are told apart by a procedure that may look after each
 * run (Kim and Nelson 2001), so that going on until it decides does not make chance findings more likely. Undefined where one of
 * them has no such figure.
 */
export function toldApart(
  all: readonly SimulatedRuns[],
  name: SimulatedName,
  [first, second]: readonly [Id, Id],
  smallest: number,
): PairTold | undefined {
  const [a, b] = [first, second].map((id) => all.find(({ design }) => design === id))
  if (a === undefined || b === undefined) return undefined
  const [x, y] = [a, b].map((runs) => valuesOf(runs, name))
  const at = b.names.findIndex((one) => isSameFigure(one, name))
  if (x === undefined || y === undefined || at < 0) return undefined
  const sign = name.better === 'more' ? -1 : 1
  const rows = x.flatMap((value, run) => (Number.isNaN(value) || Number.isNaN(y[run] ?? Number.NaN) ? [] : [[sign * value, sign * y[run]!]]))
  const difference = differenceOf(b, a, name, at, 1 - ERROR, smallest)
  const mean = rows.reduce((sum, [value = 0]) => sum + Math.abs(value), 0) / Math.max(1, rows.length)
  const isAlike = rows.every(([own, other]) => own === other)
  if (rows.length < FIRST_RUNS || mean === 0 || isAlike)
    return { isTold: isAlike && rows.length >= FIRST_RUNS, better: undefined, runs: rows.length, difference }
  const { left, runs } = tellApart(rows, ERROR, Math.max(smallest, LEAST_MATTERS) * mean, FIRST_RUNS)
  const isTold = left.length === 1
  const better = isTold && difference?.verdict !== 'same' ? [first, second][left[0]!] : undefined
  return { isTold, better, runs, difference }
}

function valuesOf({ names, rows }: SimulatedRuns, name: SimulatedName): readonly number[] | undefined {
  const at = names.findIndex((one) => isSameFigure(one, name))
  return at < 0 ? undefined : rows.map((row) => row[at]!)
}
