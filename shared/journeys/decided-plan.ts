import { type Chance, type ChanceTable, chanceTable, valueOfChance, valuesOf } from './chance'
import type { Ground } from './ground'
import { type Counts, EQUAL_LENGTH_M, type Guard, type Pair, type Plan, type StepTally } from './plan'

/** A plan filled in for one layout: lengths asked for where they matter, decisions taken, chances as numbers. */
export type DecidedPlan = {
  numberOf(chance: Chance): number
  /** Metres of a pair; NaN where there is no way. */
  lengthOf(pair: number): number
}

/** Takes the decisions of a plan on a floor. One search answers all that is asked from one end; what never happens is not asked for. */
export function decide(plan: Plan, ground: Ground): DecidedPlan {
  const { pairs, ends, gaits, decisions } = plan
  const { ofPair, batches } = batchesOf(plan)
  const lengths = new Float64Array(pairs.length).fill(UNKNOWN)
  const taken: (readonly number[] | undefined)[] = new Array(decisions.length)

  function lengthOf(index: number): number {
    const known = lengths[index]!
    if (known !== UNKNOWN) return known
    const { from, to, gait, via } = pairs[index]!
    if (from === to) return 0
    const batch = batches[ofPair[index]!]!
    const found = ground.lengthsOf(
      ends[from]!,
      batch.map((pair) => ends[pairs[pair]!.to]!),
      gaits[gait]!,
      via,
    )
    batch.forEach((pair, at) => {
      lengths[pair] = found[at]!
    })
    return lengths[index]!
  }

  function optionsTaken(decision: number): readonly number[] {
    let found = taken[decision]
    if (found === undefined) {
      found = shortest(decisions[decision]!.options.map(({ pairs: walked, guards }) => (guards.every(isMet) ? sumOf(walked) : Number.NaN)))
      taken[decision] = found
    }
    return found
  }

  const isMet = ({ decision, option }: Guard): boolean => optionsTaken(decision)[0] === option
  const sumOf = (walked: readonly number[]) => {
    let sum = 0
    for (const pair of walked) sum += lengthOf(pair)
    return sum
  }
  const { starts, shares, table } = layoutOf(plan)
  const known = new Float64Array(shares).fill(UNKNOWN)
  const shareOf = (decision: number, option: number): number => {
    const at = starts[decision]!
    if (known[at] === UNKNOWN) {
      const options = optionsTaken(decision)
      known.fill(0, at, starts[decision + 1])
      for (const index of options) known[at + index] = 1 / options.length
    }
    return known[at + option]!
  }
  const values = valuesOf(table, shareOf)
  return { lengthOf, numberOf: (chance) => valueOfChance(chance, values, shareOf) }
}

/** Where the options of each decision begin among all of them, and the plan's sums laid out flat. */
type Layout = { readonly starts: Int32Array; readonly shares: number; readonly table: ChanceTable }

const layoutsOfPlans = new WeakMap<Plan, Layout>()

function layoutOf(plan: Plan): Layout {
  let layout = layoutsOfPlans.get(plan)
  if (layout === undefined) {
    const starts = new Int32Array(plan.decisions.length + 1)
    plan.decisions.forEach(({ options }, index) => {
      starts[index + 1] = starts[index]! + options.length
    })
    layout = { starts, shares: starts.at(-1)!, table: chanceTable(plan.variables) }
    layoutsOfPlans.set(plan, layout)
  }
  return layout
}

/** No length is negative. */
const UNKNOWN = -1

/** The options within 1 mm of the least; where none can be walked the first, so that its leg is the one that fails. */
function shortest(sums: readonly number[]): readonly number[] {
  let least = Number.POSITIVE_INFINITY
  for (const sum of sums) if (sum < least) least = sum
  const found: number[] = []
  for (let index = 0; index < sums.length; index++) if (sums[index]! <= least + EQUAL_LENGTH_M) found.push(index)
  return found.length === 0 ? [0] : found
}

/** Pairs that one search answers: from one end, in one gait, by the same forced places. */
type Batches = { readonly ofPair: Int32Array; readonly batches: readonly (readonly number[])[] }

const batchesOfPlans = new WeakMap<Plan, Batches>()

function batchesOf(plan: Plan): Batches {
  let found = batchesOfPlans.get(plan)
  if (found === undefined) {
    const numbers = new Map<string, number>()
    const ofPair = new Int32Array(plan.pairs.length)
    const batches: number[][] = []
    plan.pairs.forEach(({ from, to, gait, via }: Pair, index) => {
      if (from === to) return
      const key = `${from}|${gait}|${via.join()}`
      let number = numbers.get(key)
      if (number === undefined) {
        number = batches.length
        numbers.set(key, number)
        batches.push([])
      }
      ofPair[index] = number
      batches[number]!.push(index)
    })
    found = { ofPair, batches }
    batchesOfPlans.set(plan, found)
  }
  return found
}

/** The counts of several steps together, as numbers. */
export function countsOf(steps: readonly StepTally[], { numberOf }: DecidedPlan): Counts<number> {
  const total = { steps: 0, handoffs: 0, warmHandoffs: 0, queuePoints: 0, moves: 0, minutes: 0, addingMinutes: 0 }
  for (const step of steps) {
    total.steps += numberOf(step.steps)
    total.handoffs += numberOf(step.handoffs)
    total.warmHandoffs += numberOf(step.warmHandoffs)
    total.queuePoints += numberOf(step.queuePoints)
    total.moves += numberOf(step.moves)
    total.minutes += numberOf(step.minutes)
    total.addingMinutes += numberOf(step.addingMinutes)
  }
  return total
}
