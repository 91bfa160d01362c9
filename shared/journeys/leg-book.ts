import type { Id } from '#shared/base/ids'
import { indexed } from '#shared/base/indexed'
import type { Gait, Pair, Plan } from './plan'

/**
 * Legs of a design by number, and their ends by theirs. Both readings and every preview of a design ask
 * for the same legs: what is known of them is kept in lists by these numbers, which stand for ever.
 */
export type LegBook = {
  /** Key of each end. */
  readonly ends: readonly string[]
  /** Numbers of the end where each leg starts, and where it leads. */
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly gaits: readonly Gait[]
  endNumber(key: string): number
  legNumber(from: number, to: number, gait: Gait): number
  legsOf(plan: Plan): PlanLegs
}

/** The pairs of a plan as legs. */
export type PlanLegs = {
  /** Of each pair its leg; -1 where it is forced through places, which is asked for by itself. */
  readonly ofPair: Int32Array
  /** Of each of the plan's ends its number. */
  readonly endNumbers: readonly number[]
  readonly batchOfPair: Int32Array
  readonly batches: readonly LegBatch[]
}

/** Pairs that one search answers: from one end, in one gait, by the same forced places. */
export type LegBatch = {
  readonly from: string
  readonly to: readonly string[]
  readonly gait: Gait
  readonly via: readonly Id[]
  readonly pairs: readonly number[]
  /** Of each of these its leg; -1 where there are forced places. */
  readonly legs: readonly number[]
}

/** More gaits than a design can have. */
const MOST_GAITS = 2 ** 10

export function openLegBook(): LegBook {
  const ends: string[] = []
  const from: number[] = []
  const to: number[] = []
  const gaits: Gait[] = []
  const endNumbers = new Map<string, number>()
  const gaitNumbers = new Map<Gait, number>()
  // By the end they start from: the numbers stay small.
  const legNumbers: (Map<number, number> | undefined)[] = []
  const ofPlans = new WeakMap<Plan, PlanLegs>()

  const endNumber = (key: string) => indexed(endNumbers, ends, key, key)

  function legNumber(start: number, goal: number, gait: Gait): number {
    let gaitNumber = gaitNumbers.get(gait)
    if (gaitNumber === undefined) {
      gaitNumber = gaitNumbers.size
      gaitNumbers.set(gait, gaitNumber)
    }
    let ofStart = legNumbers[start]
    if (ofStart === undefined) {
      ofStart = new Map()
      legNumbers[start] = ofStart
    }
    const key = goal * MOST_GAITS + gaitNumber
    let number = ofStart.get(key)
    if (number === undefined) {
      number = from.length
      from.push(start)
      to.push(goal)
      gaits.push(gait)
      ofStart.set(key, number)
    }
    return number
  }

  function newLegs({ pairs, ends: keys, gaits: planGaits }: Plan): PlanLegs {
    const numbers = keys.map(endNumber)
    const ofPair = new Int32Array(pairs.length)
    const batchOfPair = new Int32Array(pairs.length)
    // By the end they start from and the gait; where they are forced, by the places as well.
    const found = new Map<number | string, number>()
    const order: { readonly first: Pair; readonly pairs: number[] }[] = []
    for (let index = 0; index < pairs.length; index++) {
      const pair = pairs[index]!
      const { from: start, to: goal, gait, via } = pair
      ofPair[index] = via.length > 0 ? -1 : legNumber(numbers[start]!, numbers[goal]!, planGaits[gait]!)
      if (start === goal) continue
      const key = via.length > 0 ? `${start}|${gait}|${via.join()}` : start * MOST_GAITS + gait
      let batch = found.get(key)
      if (batch === undefined) {
        batch = order.length
        order.push({ first: pair, pairs: [] })
        found.set(key, batch)
      }
      batchOfPair[index] = batch
      order[batch]!.pairs.push(index)
    }
    const batches = order.map(
      ({ first, pairs: some }): LegBatch => ({
        from: keys[first.from]!,
        to: some.map((pair) => keys[pairs[pair]!.to]!),
        gait: planGaits[first.gait]!,
        via: first.via,
        pairs: some,
        legs: some.map((pair) => ofPair[pair]!),
      }),
    )
    return { ofPair, endNumbers: numbers, batchOfPair, batches }
  }

  return {
    ends,
    from,
    to,
    gaits,
    endNumber,
    legNumber,
    legsOf(plan) {
      let legs = ofPlans.get(plan)
      if (legs === undefined) {
        legs = newLegs(plan)
        ofPlans.set(plan, legs)
      }
      return legs
    },
  }
}
