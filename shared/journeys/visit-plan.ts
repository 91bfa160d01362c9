import type { Key } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { ItemLine, Pathway } from '#shared/document/pathway'
import { placeOfStep } from '#shared/document/place-of-step'
import { placeTypeKey } from '#shared/document/place-type'
import { type Chance, steadySum } from './chance'
import {
  type Course,
  courseOf,
  type Draw,
  gaitOf,
  gateDraws,
  lineKey,
  NO_MEMORY,
  noPlace,
  noWaitingPlace,
  type Outcome,
  outcomesOf,
  ownLeg,
  type Planning,
  type State,
  sidesOf,
  stateKey,
  stateOf,
  viaOf,
} from './course'
import { gateSet } from './place-choice'
import type { PlannedVariant, StepTally } from './plan'
import type { Arrival, PlannedCourse } from './planned-course'
import type { Spot } from './premises'
import { planStints } from './stint-plan'
import { tallied, tallyOf } from './visit-tally'
import { meanMinutes, type VisitStep, type VisitVariant } from './visit-variants'

/** One pathway to be planned within a stream. Weights are trips a visit of the stream's host. */
export type VisitRequest = {
  readonly pathway: Pathway
  readonly variants: readonly VisitVariant[]
  readonly weight: number
  readonly by: 'hand' | 'cart'
  /** A left item starts at the places of the step it hangs on. */
  readonly start: readonly Draw[] | undefined
  /** Chances of the first step's places, where something else decides them. */
  readonly first: readonly Draw[] | undefined
  /** Whether its own legs have metres: information has them only when carried. */
  readonly walks: boolean
}

export type VisitPlan = {
  readonly variants: readonly PlannedVariant[]
  readonly tally: readonly StepTally[]
  /** Where it ended, chances summing to the weight. */
  readonly finals: readonly Draw[]
  readonly courses: readonly PlannedCourse[]
}

/** The pathway's own legs, stays and counts. Chances are exact: states are carried from step to step. */
export function planVisit(planning: Planning, request: VisitRequest): VisitPlan {
  const variants: PlannedVariant[] = []
  const tallies: StepTally[][] = []
  const finals: Draw[] = []
  const { chances } = planning.book
  const courses = request.variants.map((variant) => {
    const course = courseOf(request.pathway, variant, request.by, request.first)
    const pairs = new Map<number, Chance[]>()
    const layers = [startStates(planning, course, request)]
    const arrivals: (readonly Arrival[])[] = []
    variant.steps.forEach((visitStep, index) => {
      const reached = new Map<string, { state: State; chances: Chance[] }>()
      const arrived = new Map<Spot | undefined, Chance[]>()
      const recordLeg = legRecorder(planning, request, course, visitStep, index, pairs)
      for (const state of layers[index]!) {
        for (const outcome of outcomesOf(planning, course, index, state)) {
          recordLeg(state, outcome)
          const { spot, next, p } = outcome
          const sofar = arrived.get(spot)
          if (sofar === undefined) arrived.set(spot, [p])
          else sofar.push(p)
          const key = stateKey(next)
          const merged = reached.get(key)
          if (merged === undefined) reached.set(key, { state: next, chances: [next.p] })
          else merged.chances.push(next.p)
        }
      }
      layers.push([...reached.values()].map(({ state, chances: parts }) => stateOf(state.pos, state.memory, chances.sum(parts))))
      const here = [...arrived].map(([spot, parts]): Arrival => ({ spot, p: chances.sum(parts) }))
      arrivals.push(here)
      for (const arrival of here) recordArrival(planning, course, visitStep, arrival)
    })
    const last = layers.at(-1)!
    for (const state of last) recordWayOut(planning, request, course, state, pairs)
    for (const { pos, p } of last) if (pos !== undefined) finals.push({ spot: pos, p })
    const weight = request.weight === 0 ? 1 : request.weight
    variants.push({
      probability: variant.probability,
      traits: variant.traits,
      pairs: [...pairs].map(([pair, counts]) => ({ pair, count: chances.scaled(chances.sum(counts), 1 / weight) })),
    })
    tallies.push(tallyOf(planning, course, layers, weight))
    return { course, layers, arrivals }
  })
  return { variants, tally: tallied(planning, tallies.flat()), finals: mergedDraws(planning, finals), courses }
}

function startStates(planning: Planning, course: Course, request: VisitRequest): readonly State[] {
  const { pathway } = request
  const chance = course.variant.probability * request.weight
  const none = stateOf(undefined, NO_MEMORY, chance)
  if (request.start !== undefined)
    return request.start.map(({ spot, p }) => stateOf(spot, NO_MEMORY, planning.book.chances.scaled(p, course.variant.probability)))
  if (pathway.gateIn === undefined) return [none]
  const { spots, shares } = gateSet(planning.premises.gate(pathway.gateIn))
  if (spots.length === 0) {
    const order = planning.rankOf(pathway) - 1
    planning.book.problem({ ...ownLeg(pathway), order }, message('unavailable.noGate', { pathway: pathway.name, gate: pathway.gateIn }))
    return [none]
  }
  return spots.map((spot, index) => stateOf(spot, NO_MEMORY, chance * shares[index]!))
}

function recordArrival(planning: Planning, course: Course, visitStep: VisitStep, { spot, p }: Arrival): void {
  const { step, isWait, index } = visitStep
  const { pathway } = course
  if (!isWait) recordStay(planning, course, visitStep, spot, p)
  if (spot !== undefined) planning.book.place(spot)
  else {
    const reason = isWait ? noWaitingPlace(planning, pathway, step) : noPlace(planning, pathway, step)
    planning.book.problem({ ...ownLeg(pathway), order: planning.rankOf(pathway) + index * 1000 + (isWait ? 0 : 1) }, reason)
  }
}

/** Records the legs to one step: they differ in their ends and chances alone. */
function legRecorder(
  planning: Planning,
  request: VisitRequest,
  course: Course,
  visitStep: VisitStep,
  index: number,
  pairs: Map<number, Chance[]>,
): (state: State, outcome: Outcome) => void {
  const { step, isWait, turns, dress, mobility } = visitStep
  const { pathway } = request
  const leg = {
    ...ownLeg(pathway),
    ...(course.whom === 'patient' ? { dress, mobility } : {}),
    use: request.start !== undefined && index === 0 ? ('from' as const) : undefined,
    steps: turns.map((turn) => turn.step.key),
    order: planning.rankOf(pathway) + visitStep.index * 1000 + (isWait ? 0 : 1),
  }
  const via = isWait ? [] : viaOf(planning, pathway.key, step.key)
  const gait = gaitOf(course, mobility)
  return ({ pos: from }, { spot, p }) => {
    if (spot === undefined || step.parallelWith !== undefined || !request.walks || from === undefined || from.key === spot.key) return
    const pair = planning.book.pair(sidesOf(from, course.whom).out, sidesOf(spot, course.whom).in, gait, via)
    planning.book.trip(leg, pair, p)
    count(pairs, pair, p)
  }
}

function recordWayOut(planning: Planning, request: VisitRequest, course: Course, state: State, pairs: Map<number, Chance[]>): void {
  const { pathway } = request
  const { dress, mobility, steps } = course.variant
  if (pathway.gateOut === undefined || !request.walks) return
  const order = planning.rankOf(pathway) + pathway.steps.length * 1000
  const gait = gaitOf(course, mobility)
  const draws = gateDraws(planning, pathway.gateOut, state.pos, course.whom, gait, state.p)
  if (draws.length === 0) {
    planning.book.problem({ ...ownLeg(pathway), order }, message('unavailable.noGate', { pathway: pathway.name, gate: pathway.gateOut }))
    return
  }
  if (state.pos === undefined) return
  const leg = {
    ...ownLeg(pathway),
    ...(course.whom === 'patient' ? { dress, mobility } : {}),
    use: request.start !== undefined && steps.length === 0 ? ('from' as const) : undefined,
    steps: [],
    order,
  }
  for (const { spot, p } of draws) {
    const pair = planning.book.pair(sidesOf(state.pos, course.whom).out, sidesOf(spot, course.whom).in, gait, viaOf(planning, pathway.key, undefined))
    planning.book.trip(leg, pair, p)
    count(pairs, pair, p)
  }
}

function recordStay(planning: Planning, course: Course, { turns, dress, mobility }: VisitStep, spot: Spot | undefined, chance: Chance): void {
  for (const { step, share } of turns) {
    const minutes = meanMinutes(step)
    const turnaround = (step.turnaround?.duration ?? 0) / 60
    const people = [
      ...(step.lead === undefined ? [] : [{ role: step.lead, people: 1, minutes }]),
      ...step.assisting.map(({ role, people: number }) => ({ role, people: number, minutes })),
      ...(step.turnaround?.role === undefined ? [] : [{ role: step.turnaround.role, people: 1, minutes: turnaround }]),
    ]
    const place = placeOfStep(step, course.pathway)
    planning.book.stay({
      pathway: course.pathway.key,
      flow: course.pathway.flow,
      step: step.key,
      placeType: place === undefined ? '' : placeTypeKey(place),
      spot: spot && { key: spot.key, element: spot.element, capacity: spot.capacity, assumed: spot.assumed },
      // Nobody sees the patient at a step done in parallel: it does not hold them.
      end: spot && step.parallelWith === undefined ? sidesOf(spot, course.whom).in : undefined,
      perVisit: planning.book.chances.scaled(chance, share),
      minutes,
      turnaround,
      people,
      dress,
      mobility,
    })
  }
}

function count(pairs: Map<number, Chance[]>, pair: number, chance: Chance): void {
  const counts = pairs.get(pair)
  if (counts === undefined) pairs.set(pair, [chance])
  else counts.push(chance)
}

/** One draw for each place, in the order of keys. */
export function mergedDraws({ book }: Planning, draws: readonly Draw[]): readonly Draw[] {
  const byKey = new Map<string, { spot: Spot; chances: Chance[] }>()
  for (const { spot, p } of draws) {
    const found = byKey.get(spot.key)
    if (found === undefined) byKey.set(spot.key, { spot, chances: [p] })
    else found.chances.push(p)
  }
  return [...byKey.keys()].sort().map((key) => {
    const { spot, chances } = byKey.get(key)!
    return { spot, p: book.chances.sum(chances) }
  })
}

/** Everything of one pathway of a stream and of what hangs on its steps. */
export function planPathway(
  planning: Planning,
  request: VisitRequest,
  tallies: Map<Key, { perVisit: number; steps: readonly StepTally[] }>,
  above: readonly Key[],
): VisitPlan {
  const { pathway } = request
  const plan = planVisit(planning, request)
  const known = tallies.get(pathway.key)
  tallies.set(pathway.key, { perVisit: (known?.perVisit ?? 0) + request.weight, steps: known?.steps ?? plan.tally })
  const lines = linesOf(planning, plan, request.weight, [...above, pathway.key])
  const ended = new Map<Key, { draws: readonly Draw[]; weight: number }>()
  const planLine = ({ hung, line, weight }: HungLine, start: readonly Draw[] | undefined, first: readonly Draw[] | undefined) =>
    planPathway(planning, { pathway: hung, variants: planning.variantsOf(hung), weight, by: line.by, start, first, walks: true }, tallies, [
      ...above,
      pathway.key,
    ])
  for (const line of lines.filter(({ line }) => line.direction === 'left')) {
    const { finals } = planLine(line, line.places, undefined)
    const { becomes } = line.hung
    if (becomes === undefined) continue
    const before = ended.get(becomes)
    ended.set(becomes, { draws: mergedDraws(planning, [...(before?.draws ?? []), ...finals]), weight: (before?.weight ?? 0) + line.weight })
  }
  const stores = new Map<string, readonly Draw[] | 'nearCarrier'>()
  for (const line of lines.filter(({ line }) => line.direction === 'needed')) {
    const loop = ended.get(line.hung.key)
    if (loop === undefined && isSingleStore(line.hung)) {
      stores.set(line.key, 'nearCarrier')
      continue
    }
    const first = loop && scaled(planning, loop.draws, loop.weight)
    stores.set(line.key, scaled(planning, planLine(line, undefined, first).finals, line.weight))
  }
  const fetched = planStints(planning, plan, stores)
  for (const line of lines) {
    if (stores.get(line.key) !== 'nearCarrier') continue
    const draws = fetched.get(line.key)
    planLine(line, undefined, draws && scaled(planning, mergedDraws(planning, draws), line.weight))
  }
  return plan
}

/** All lines of one pathway's steps that hang the same item in the same way. */
type HungLine = { readonly key: string; readonly hung: Pathway; readonly line: ItemLine; readonly weight: number; readonly places: readonly Draw[] }

function linesOf(planning: Planning, { courses }: VisitPlan, visits: number, above: readonly Key[]): readonly HungLine[] {
  const found = new Map<string, { line: ItemLine; hung: Pathway; places: Draw[]; weights: number[] }>()
  for (const { course, arrivals } of courses) {
    course.variant.steps.forEach(({ step, isWait, index: at }, index) => {
      if (isWait) return
      for (const line of step.items) {
        const hung = planning.pathways.get(line.pathway)
        if (hung === undefined || above.includes(line.pathway)) {
          const order = planning.rankOf(course.pathway) + at * 1000
          const reason = message('unavailable.noPathway', { pathway: course.pathway.name, step: step.name, item: line.pathway })
          planning.book.problem({ ...ownLeg(course.pathway), purpose: 'item', order }, reason)
          continue
        }
        const key = lineKey(line)
        const entry = found.get(key) ?? { line, hung, places: [], weights: [] }
        found.set(key, entry)
        entry.weights.push((visits * course.variant.probability) / line.usesPerTrip)
        for (const { spot, p } of arrivals[index]!) {
          if (spot !== undefined) entry.places.push({ spot, p: planning.book.chances.scaled(p, 1 / line.usesPerTrip) })
        }
      }
    })
  }
  return [...found.keys()].sort().map((key) => {
    const { line, hung, places, weights } = found.get(key)!
    return { key, line, hung, weight: steadySum(weights), places: mergedDraws(planning, places) }
  })
}

/** A store that the carrier chooses: one place, taken as near as can be, with nothing before it. */
function isSingleStore(pathway: Pathway): boolean {
  const [only] = pathway.steps
  if (pathway.steps.length !== 1 || only === undefined || pathway.gateIn !== undefined || 'step' in only.place) return false
  return only.place.choice === 'nearest' || (only.place.choice === undefined && only.lead === undefined)
}

/** Trips as chances of one: of as many as there are all together. */
function scaled({ book }: Planning, draws: readonly Draw[], weight: number): readonly Draw[] {
  return weight === 0 ? [] : draws.map(({ spot, p }) => ({ spot, p: book.chances.scaled(p, 1 / weight) }))
}
