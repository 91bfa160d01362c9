import { filled } from '#shared/base/filled'
import { type Chance, type ChanceTable, chanceTable, valueOfChance, valuesOf } from './chance'
import type { Ground } from './ground'
import { type Counts, EQUAL_LENGTH_M, type Guard, type Plan, type StepTally } from './plan'

/** A plan filled in for one layout: lengths asked for where they matter, decisions taken, chances as numbers. */
export type DecidedPlan = {
  /** What decisions come to. The same object while all of them come out the same, whatever the lengths. */
  readonly sums: Sums
  numberOf(chance: Chance): number
  /** Metres of a pair as they are summed; NaN where there is no way. */
  lengthOf(pair: number): number
}

/** The expected counts of a plan, once its decisions are taken. */
export type Sums = {
  readonly numberOf: (chance: Chance) => number
  /** Of each of the plan's trips: how often a visit. */
  readonly perVisit: Float64Array
}

/** Decisions as they were taken once, and all lengths asked for them. */
type Taken = {
  readonly lengths: Float64Array
  readonly batches: readonly number[]
  readonly options: readonly (readonly number[] | undefined)[]
  readonly sums: Sums
}

const takenOf = new WeakMap<Plan, readonly Taken[]>()
/** The committed design's, and those of a few previews. */
const TAKEN_KEPT = 3

/** Metres by pair, for as long as decisions are taken: afterwards the ground knows them. One list for all plans, since each of its own would be kept. */
let passing = new Float64Array(0)

function passingLengths(pairs: number): Float64Array {
  if (passing.length < pairs) passing = new Float64Array(pairs)
  return passing.subarray(0, pairs).fill(UNKNOWN)
}

/** Takes the decisions of a plan on a floor. One search answers all that is asked from one end; what never happens is not asked for. */
export function decide(plan: Plan, ground: Ground): DecidedPlan {
  const { batches, batchOfPair, ofPair } = ground.legs.legsOf(plan)
  const lengths = passingLengths(plan.pairs.length)
  const asked = new Set<number>()
  const forced = new Map<number, number>()

  function ask(number: number): void {
    if (asked.has(number)) return
    asked.add(number)
    const { from, to, gait, via, pairs, legs } = batches[number]!
    if (via.length > 0) {
      const found = ground.lengthsOf(from, to, gait, via)
      for (let at = 0; at < pairs.length; at++) {
        lengths[pairs[at]!] = found[at]!
        forced.set(pairs[at]!, found[at]!)
      }
      return
    }
    ground.ask(legs)
    for (let at = 0; at < pairs.length; at++) lengths[pairs[at]!] = ground.lengthOf(legs[at]!)
  }

  function askedLength(pair: number): number {
    const known = lengths[pair]!
    if (known !== UNKNOWN) return known
    const { from, to } = plan.pairs[pair]!
    if (from === to) return 0
    ask(batchOfPair[pair]!)
    return lengths[pair]!
  }

  function lengthOf(pair: number): number {
    const { from, to } = plan.pairs[pair]!
    if (from === to) return 0
    const leg = ofPair[pair]!
    if (leg >= 0) return ground.lengthOf(leg)
    const known = forced.get(pair)
    if (known !== undefined) return known
    const { gait, via } = plan.pairs[pair]!
    const length = ground.lengthsOf(plan.ends[from]!, [plan.ends[to]!], plan.gaits[gait]!, via)[0]!
    forced.set(pair, length)
    return length
  }

  // Over storeys what is chosen by and what counts differ by the time of lifts.
  const metresOf = (pair: number): number => {
    const { from, to, gait, via } = plan.pairs[pair]!
    return Number.isNaN(lengthOf(pair)) ? Number.NaN : ground.metresOf(plan.ends[from]!, plan.ends[to]!, plan.gaits[gait]!, via)
  }
  const counted = ground.premises.building.storeys.length < 2 ? lengthOf : metresOf

  const before = takenOf.get(plan) ?? []
  for (const taken of before) {
    for (const number of taken.batches) ask(number)
    if (!isTakenAgain(plan, taken, lengths)) continue
    if (taken !== before[0]) takenOf.set(plan, [taken, ...before.filter((each) => each !== taken)])
    return { sums: taken.sums, numberOf: taken.sums.numberOf, lengthOf: counted }
  }
  const options: (readonly number[] | undefined)[] = new Array(plan.decisions.length)
  const sums = newSums(plan, options, askedLength)
  takenOf.set(plan, [{ lengths: lengths.slice(), batches: [...asked], options, sums }, ...before].slice(0, TAKEN_KEPT))
  return { sums, numberOf: sums.numberOf, lengthOf: counted }
}

/** Takes every decision that anything in a plan hangs on. */
function newSums(plan: Plan, taken: (readonly number[] | undefined)[], lengthOf: (pair: number) => number): Sums {
  let ask: typeof lengthOf | undefined = lengthOf

  function optionsTaken(decision: number): readonly number[] {
    let found = taken[decision]
    if (found === undefined) {
      if (ask === undefined) throw new Error(`Decision ${decision} was not asked for in time`)
      found = optionsOf(plan, decision, isMet, ask)
      taken[decision] = found
    }
    return found
  }

  const isMet = ({ decision, option }: Guard): boolean => optionsTaken(decision)[0] === option
  const shareOf = (decision: number, option: number): number => {
    const options = optionsTaken(decision)
    return options.includes(option) ? 1 / options.length : 0
  }
  const values = valuesOf(tableOf(plan), shareOf)
  const numberOf = (chance: Chance) => valueOfChance(chance, values, shareOf)
  // All of them now: sums outlive the floor that they were made on.
  for (const { perVisit } of plan.stays) numberOf(perVisit)
  for (const { pairs } of plan.variants) for (const { count } of pairs) numberOf(count)
  for (const { steps } of plan.tallies.values()) countsOf(steps, { numberOf })
  const perVisit = new Float64Array(plan.trips.length)
  for (let trip = 0; trip < perVisit.length; trip++) perVisit[trip] = numberOf(plan.trips[trip]!.perVisit)
  for (const { decision, chance, begun, home } of plan.homecomings) {
    const expected = numberOf(chance)
    // What never happens decides nothing.
    if (expected === 0) continue
    const options = optionsTaken(decision)
    const share = expected / options.length
    for (const option of options) {
      for (const trip of begun[option]!) if (trip >= 0) perVisit[trip] = perVisit[trip]! + share
      const last = home[option]!
      if (last >= 0) perVisit[last] = perVisit[last]! + share
    }
  }
  ask = undefined
  return { numberOf, perVisit }
}

/** Options by the least sum; one whose guards are not met is none. */
function optionsOf(plan: Plan, decision: number, isMet: (guard: Guard) => boolean, lengthOf: (pair: number) => number): readonly number[] {
  const { options, lastPairs } = plan.decisions[decision]!
  const sums: number[] = []
  for (let option = 0; option < options.length; option++) {
    const { pairs, guards } = options[option]!
    const isOption = guards.every(isMet)
    let sum = isOption ? 0 : Number.NaN
    for (let i = 0; i < pairs.length && isOption; i++) sum += lengthOf(pairs[i]!)
    if (isOption && lastPairs !== undefined && lastPairs[option]! >= 0) sum += lengthOf(lastPairs[option]!)
    sums.push(sum)
  }
  return shortest(sums)
}

/** Do all decisions come out by these lengths as they did once? Only those are looked at that a length of theirs changed for. */
function isTakenAgain(plan: Plan, { lengths: old, options }: Taken, lengths: Float64Array): boolean {
  const { starts, decisions } = decisionsOf(plan)
  const seen = new Set<number>()
  const isMet = ({ decision, option }: Guard): boolean => options[decision]?.[0] === option
  const lengthOf = (pair: number) => (lengths[pair] === UNKNOWN ? 0 : lengths[pair]!)
  for (let pair = 0; pair < lengths.length; pair++) {
    if (old[pair] === UNKNOWN || Object.is(old[pair], lengths[pair])) continue
    for (let at = starts[pair]!; at < starts[pair + 1]!; at++) {
      const decision = decisions[at]!
      const was = options[decision]
      if (was === undefined || seen.has(decision)) continue
      seen.add(decision)
      const now = optionsOf(plan, decision, isMet, lengthOf)
      if (now.length !== was.length || now.some((option, index) => option !== was[index])) return false
    }
  }
  return true
}

/** The decisions that each pair is part of: where they begin in the list, pair by pair. */
type DecisionsOfPairs = { readonly starts: Int32Array; readonly decisions: Int32Array }

const decisionsOfPlans = new WeakMap<Plan, DecisionsOfPairs>()

function decisionsOf(plan: Plan): DecisionsOfPairs {
  let found = decisionsOfPlans.get(plan)
  if (found === undefined) {
    const starts = new Int32Array(plan.pairs.length + 1)
    const visit = (see: (pair: number, decision: number) => void) => {
      plan.decisions.forEach(({ options, lastPairs }, decision) => {
        for (const { pairs } of options) for (const pair of pairs) see(pair, decision)
        if (lastPairs !== undefined) for (const pair of lastPairs) if (pair >= 0) see(pair, decision)
      })
    }
    visit((pair) => {
      starts[pair + 1] = starts[pair + 1]! + 1
    })
    for (let pair = 0; pair < plan.pairs.length; pair++) starts[pair + 1] = starts[pair + 1]! + starts[pair]!
    const decisions = new Int32Array(starts.at(-1)!)
    const next = starts.slice()
    visit((pair, decision) => {
      const at = next[pair]!
      decisions[at] = decision
      next[pair] = at + 1
    })
    found = { starts, decisions }
    decisionsOfPlans.set(plan, found)
  }
  return found
}

const tablesOfPlans = new WeakMap<Plan, ChanceTable>()

/** The plan's sums laid out flat. */
function tableOf(plan: Plan): ChanceTable {
  return filled(tablesOfPlans, plan, () => chanceTable(plan.variables))
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

/** The counts of several steps together, as numbers. */
export function countsOf(steps: readonly StepTally[], { numberOf }: Pick<DecidedPlan, 'numberOf'>): Counts<number> {
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
