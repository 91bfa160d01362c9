import type { Id, Key } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import { type Decision, type Gait, type Pair, type Plan, type PlannedTrip, type Problem, type Stay, shortestOptions, steadySum } from './plan'

/** Lengths in metres from one end to others, in a gait; NaN where there is no way. */
export type LengthsOf = (from: string, goals: readonly string[], gait: Gait, via: readonly Id[]) => ArrayLike<number>

/** A leg but for how often and between which ends it is walked. */
export type LegOf = Pick<PlannedTrip, 'pathway' | 'flow' | 'purpose' | 'role' | 'carries' | 'dress' | 'mobility' | 'use' | 'order'> & {
  readonly steps: readonly Key[]
}

export type PlanBook = ReturnType<typeof openPlanBook>

/** Where the parts of a plan are written down while it is made; asks for each length once. */
export function openPlanBook(lengthsOf: LengthsOf) {
  const ends: string[] = []
  const endIndex = new Map<string, number>()
  const gaits: Gait[] = []
  const gaitIndex = new Map<string, number>()
  const pairs: Pair[] = []
  const pairIndex = new Map<string, number>()
  const lengths: number[] = []
  const trips = new Map<string, { leg: LegOf; pair: number; counts: number[]; steps: Set<Key>; order: number }>()
  const stays = new Map<string, { stay: Stay; counts: number[] }>()
  const decisions = new Map<string, Decision>()
  const problems = new Map<string, Problem>()
  const places = new Map<string, Plan['places'][number]>()

  const endOf = (key: string) => indexed(endIndex, ends, key, key)
  const gaitOf = (gait: Gait) => indexed(gaitIndex, gaits, `${gait.traveller}:${gait.flows.join('+')}`, gait)

  function pair(from: string, to: string, gait: Gait, via: readonly Id[] = []): number {
    const parts = { from: endOf(from), to: endOf(to), gait: gaitOf(gait), via }
    return indexed(pairIndex, pairs, `${parts.from}>${parts.to}|${parts.gait}${via.length === 0 ? '' : `|${via.join()}`}`, parts)
  }

  function lengthOf(index: number): number {
    const known = lengths[index]
    if (known !== undefined) return known
    const { from, to, gait, via } = pairs[index]!
    const length = from === to ? 0 : lengthsOf(ends[from]!, [ends[to]!], gaits[gait]!, via)[0]!
    lengths[index] = length
    return length
  }

  /** Lengths from one end to several, asked for together. */
  function measure(from: string, goals: readonly string[], gait: Gait): readonly number[] {
    const indices = goals.map((goal) => pair(from, goal, gait))
    const missing = indices.filter((index, at) => lengths[index] === undefined && goals[at] !== from)
    if (missing.length > 0) {
      const found = lengthsOf(
        from,
        missing.map((index) => ends[pairs[index]!.to]!),
        gait,
        [],
      )
      missing.forEach((index, at) => {
        lengths[index] = found[at]!
      })
    }
    return indices
  }

  /** Takes the shortest of options, each a list of pairs walked one after the other; all of equal length. */
  function decide(options: readonly (readonly number[])[]): readonly number[] {
    if (options.length < 2) return options.length === 0 ? [] : [0]
    const key = options.map((option) => option.join('+')).join()
    const known = decisions.get(key)
    if (known !== undefined) return known.taken
    const taken = shortestOptions(options.map((option) => option.reduce((sum, index) => sum + lengthOf(index), 0)))
    decisions.set(key, { options, taken })
    return taken
  }

  function trip(leg: LegOf, index: number, count: number): void {
    const { from, to, gait, via } = pairs[index]!
    if (from === to || count === 0) return
    const { traveller, flows } = gaits[gait]!
    const key = [
      leg.pathway,
      leg.purpose,
      leg.role ?? '',
      ends[from],
      ends[to],
      traveller,
      flows.join('+'),
      leg.carries.join('+'),
      leg.dress ?? '',
      leg.mobility ?? '',
      leg.use ?? '',
      via.join('+'),
    ].join('|')
    let found = trips.get(key)
    if (found === undefined) {
      found = { leg, pair: index, counts: [], steps: new Set(), order: leg.order }
      trips.set(key, found)
    }
    found.counts.push(count)
    found.order = Math.min(found.order, leg.order)
    for (const step of leg.steps) found.steps.add(step)
  }

  function stay(done: Stay): void {
    const key = [done.pathway, done.step, done.spot?.key ?? '', done.dress, done.mobility].join('|')
    const found = stays.get(key)
    if (found === undefined) stays.set(key, { stay: done, counts: [done.perVisit] })
    else found.counts.push(done.perVisit)
  }

  function problem(leg: Pick<LegOf, 'pathway' | 'flow' | 'purpose' | 'role' | 'order'>, reason: Message): void {
    const { pathway, flow, purpose, role, order } = leg
    const key = [pathway, purpose, role ?? '', order, reason.key].join('|')
    if (!problems.has(key)) problems.set(key, { pathway, flow, purpose, role, order, reason })
  }

  function place({ key, element, capacity, assumed }: Plan['places'][number]): void {
    if (!places.has(key)) places.set(key, { key, element, capacity, assumed })
  }

  return {
    pair,
    measure,
    decide,
    trip,
    stay,
    problem,
    place,
    close: () => ({
      ends,
      gaits,
      pairs,
      trips: inOrder(trips).map(([key, { leg, pair: index, counts, steps, order }]): PlannedTrip => {
        const { pathway, flow, purpose, role, carries, dress, mobility, use } = leg
        return {
          key,
          pathway,
          flow,
          purpose,
          role,
          carries,
          steps: [...steps].sort(),
          dress,
          mobility,
          use,
          pair: index,
          perVisit: steadySum(counts),
          order,
        }
      }),
      stays: inOrder(stays).map(([, { stay: done, counts }]): Stay => ({ ...done, perVisit: steadySum(counts) })),
      decisions: [...decisions.values()],
      problems: inOrder(problems).map(([, value]) => value),
      places: inOrder(places).map(([, value]) => value),
    }),
  }
}

function indexed<T>(index: Map<string, number>, list: T[], key: string, value: T): number {
  let found = index.get(key)
  if (found === undefined) {
    found = list.length
    list.push(value)
    index.set(key, found)
  }
  return found
}

function inOrder<T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
