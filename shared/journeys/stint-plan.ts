import type { Key } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { ItemLine, Step } from '#shared/document/pathway'
import { bringEach, comeHome, type Front, frontAt, type Gear, type Homecomings, type Walk, walkAllHome, walkTo, walkToNearest } from './chain-front'
import type { Chance } from './chance'
import {
  type Course,
  courseOf,
  type Draw,
  escortedGait,
  gaitAs,
  gaitOf,
  gateDraws,
  itemGait,
  lineKey,
  noPlace,
  type Outcome,
  outcomesOf,
  ownLeg,
  type Planning,
  placeTypeOf,
  type State,
  stateKey,
  viaOf,
} from './course'
import type { Gait } from './plan'
import type { LegOf } from './plan-book'
import type { Spot } from './premises'
import type { Arrival, PlannedCourse } from './visit-plan'
import { peopleOf, type VisitStep } from './visit-variants'

type Stores = ReadonlyMap<string, readonly Draw[] | 'nearCarrier'>
type Chain = { readonly visit: State; readonly front: Front }
/** An item on the way; the store is undefined while it is another for each base that the chain may have begun at. */
type Carried = { readonly line: ItemLine; readonly store: Spot | undefined }
type Head = { readonly front: Front; readonly p: Chance; readonly carried: readonly Carried[] }

const ON_FOOT: Gait = gaitAs('person', ['staff'])
const EMPTY_HANDED: Gear = { gait: ON_FOOT, carries: [], via: [] }

/**
 * The chains that staff walk for the steps of a pathway (design.md section 3, Staff travel). Answers
 * for each line whose store the carrier picks, from where how many were fetched.
 */
export function planStints(
  planning: Planning,
  { courses }: { readonly courses: readonly PlannedCourse[] },
  stores: Stores,
): ReadonlyMap<string, readonly Draw[]> {
  const fetched = new Map<string, Draw[]>()
  const onBrought = (line: string, draw: Draw) => {
    const draws = fetched.get(line)
    if (draws === undefined) fetched.set(line, [draw])
    else draws.push(draw)
  }
  // Kinds of visit differ little: chains that begin alike in several of them are one.
  const fronts = new Map<Key, Front>()
  const homecomings: Homecomings = new Map()
  const itemLegs = new Map<Step, Map<ItemLine, LegOf>>()
  const gears = new Map<ItemLine, Gear>()
  const walksOf = new Map<Key, Map<Step, Map<number, Walk>>>()
  for (const { course, layers, arrivals } of courses) {
    const { steps } = course.variant
    for (const role of rolesAbout(steps)) {
      const base = fronts.get(role) ?? frontAt(basesOf(planning, course, role))
      fronts.set(role, base)
      const walks = walksOf.get(role) ?? new Map<Step, Map<number, Walk>>()
      walksOf.set(role, walks)
      const most = Math.max(...steps.map(({ step, isWait }) => (isWait ? 0 : peopleOf(step, role))))
      for (let person = 1; person <= most; person++) {
        for (const [from, to] of runsOf(steps, role, person)) {
          walkStint({ planning, course, role, person, base, homecomings, itemLegs, gears, walks, stores, onBrought }, layers[from]!, from, to)
        }
      }
      steps.forEach(({ step, isWait }, index) => {
        if (isWait || peopleOf(step, role) > 0) return
        for (const line of step.items) {
          if (line.carrier === role)
            walkErrand(
              { planning, course, role, person: 1, base, homecomings, itemLegs, gears, walks, stores, onBrought },
              arrivals[index]!,
              index,
              line,
            )
        }
      })
    }
  }
  walkAllHome(homecomings, EMPTY_HANDED, onBrought)
  return fetched
}

type Stint = {
  readonly planning: Planning
  readonly course: Course
  readonly role: Key
  /** The first of several people of the role carries the items and escorts. */
  readonly person: number
  /** The chain of the role before it has left its base. */
  readonly base: Front
  readonly homecomings: Homecomings
  /** Legs by which items arrive for a step, each made once. */
  readonly itemLegs: Map<Step, Map<ItemLine, LegOf>>
  /** How one walks with a single item, for each of them. */
  readonly gears: Map<ItemLine, Gear>
  /** The pieces of its chains, by the step they are for and the place they have in it. */
  readonly walks: Map<Step, Map<number, Walk>>
  readonly stores: Stores
  readonly onBrought: (line: string, draw: Draw) => void
}

function rolesAbout(steps: readonly VisitStep[]): readonly Key[] {
  const roles = new Set<Key>()
  for (const { step } of steps) {
    if (step.lead !== undefined) roles.add(step.lead)
    for (const { role } of step.assisting) roles.add(role)
    for (const role of step.escorts) roles.add(role)
    for (const { carrier } of step.items) roles.add(carrier)
  }
  return [...roles].sort()
}

function basesOf(planning: Planning, course: Course, role: Key): readonly string[] {
  const record = planning.roles.get(role)
  const leg = { ...ownLeg(course.pathway), flow: 'staff' as const, purpose: 'staff' as const, role, order: planning.rankOf(course.pathway) }
  if (record === undefined) {
    planning.book.problem(leg, message('unavailable.noRole', { pathway: course.pathway.name, role }))
    return []
  }
  const { base } = record
  if (base === undefined || 'step' in base) return []
  const spots = planning.premises.spotsOf(base)
  if (spots.length === 0)
    planning.book.problem(leg, message('unavailable.noBase', { role: record.name, roomType: planning.roomTypeName(base.roomType) }))
  for (const spot of spots) planning.book.place(spot)
  return spots.map(({ staff }) => staff.in)
}

/** Runs of consecutive steps in which at least `person` people of the role take part, as first and last index. */
function runsOf(steps: readonly VisitStep[], role: Key, person: number): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  let isRunning = false
  steps.forEach(({ step, isWait }, index) => {
    // A wait is no step: it does not end a run.
    if (isWait) return
    const takesPart = peopleOf(step, role) >= person
    if (takesPart && isRunning) runs.at(-1)![1] = index
    else if (takesPart) runs.push([index, index])
    isRunning = takesPart
  })
  return runs
}

function walkStint(stint: Stint, states: readonly State[], from: number, to: number): void {
  const { chances } = stint.planning.book
  const { base } = stint
  let chains: readonly Chain[] = states.map((visit) => ({ visit, front: base }))
  for (let index = from; index <= to; index++) {
    const reached = new Map<string, Map<string, { chain: Chain; parts: Chance[] }>>()
    const order: { chain: Chain; parts: Chance[] }[] = []
    for (const { visit, front } of chains) {
      for (const outcome of outcomesOf(stint.planning, stint.course, index, visit)) {
        const heads = stint.course.variant.steps[index]!.isWait
          ? [{ front, p: outcome.p }]
          : workStep(stint, index, index > from, visit, outcome, front)
        const state = stateKey(outcome.next)
        let here = reached.get(state)
        if (here === undefined) {
          here = new Map()
          reached.set(state, here)
        }
        for (const { front: next, p } of heads) {
          const key = next.key === '' ? (next.at ?? '') : `${next.key}|${next.at ?? ''}`
          const merged = here.get(key)
          if (merged !== undefined) {
            merged.parts.push(p)
            continue
          }
          const made = { chain: { visit: outcome.next, front: next }, parts: [p] }
          here.set(key, made)
          order.push(made)
        }
      }
    }
    chains = order.map(({ chain: { visit, front }, parts }) => ({ visit: { ...visit, p: chances.sum(parts) }, front }))
  }
  const walk = walkOf(stint, to, 900)
  for (const { visit, front } of chains) comeHome(stint.homecomings, walk, front, visit.p)
}

/** One step of a stint: to the patient and along if escorting, then stores, the place, disposals. */
function workStep(stint: Stint, index: number, continues: boolean, before: State, outcome: Outcome, front: Front): readonly Head[] {
  const { planning, course, role, person } = stint
  const { step } = course.variant.steps[index]!
  const { spot } = outcome
  if (spot === undefined) {
    planning.book.problem(walkLeg(stint, index, 100), noPlace(planning, course.pathway, step))
    return [{ front, p: outcome.p, carried: [] }]
  }
  let heads: readonly Head[] = [{ front, p: outcome.p, carried: [] }]
  if (person === 1) {
    heads = heads.map((head) => escort(stint, index, before, spot, head))
    for (const line of linesOf(step, 'needed', role)) heads = sometimes(planning, line, heads, (head) => fetch(stint, index, head, line, spot))
  }
  heads = heads.map((head) => arrive(stint, index, continues ? before.pos : undefined, before.pos === undefined, spot, head))
  if (person !== 1) return heads
  linesOf(step, 'left', role).forEach((line, at, lines) => {
    heads = sometimes(planning, line, heads, (head) => takeAway(stint, index, head, lines.slice(at), spot))
  })
  return heads
}

/** A carrier who takes no part in the step: base, store, place, base; or base, place, disposal, base. */
function walkErrand(stint: Stint, arrivals: readonly Arrival[], index: number, line: ItemLine): void {
  const { planning, course } = stint
  const ended: Head[] = []
  const { base } = stint
  for (const { spot, p } of arrivals) {
    if (spot === undefined) {
      planning.book.problem(walkLeg(stint, index, 100), noPlace(planning, course.pathway, course.variant.steps[index]!.step))
      continue
    }
    const start: Head = { front: base, p: planning.book.chances.scaled(p, 1 / line.usesPerTrip), carried: [] }
    const fetched = line.direction === 'needed' ? fetch(stint, index, start, line, spot) : [start]
    const arrived = fetched.map((head) => arrive(stint, index, undefined, false, spot, head))
    ended.push(...(line.direction === 'left' ? arrived.flatMap((head) => takeAway(stint, index, head, [line], spot)) : arrived))
  }
  const walk = walkOf(stint, index, 900)
  for (const { front, p } of ended) comeHome(stint.homecomings, walk, front, p)
}

/** Splits off the steps that this trip of the item serves; one trip may do for several. */
function sometimes(
  { book: { chances } }: Planning,
  { usesPerTrip }: ItemLine,
  heads: readonly Head[],
  errand: (head: Head) => readonly Head[],
): readonly Head[] {
  if (usesPerTrip === 1) return heads.flatMap(errand)
  return heads.flatMap((head) => [
    { ...head, p: chances.scaled(head.p, 1 - 1 / usesPerTrip) },
    ...errand({ ...head, p: chances.scaled(head.p, 1 / usesPerTrip) }),
  ])
}

function escort(stint: Stint, index: number, { pos: origin }: State, spot: Spot, head: Head): Head {
  const { planning, course, role } = stint
  const { step, again, mobility } = course.variant.steps[index]!
  if (again || course.whom !== 'patient' || !step.escorts.includes(role) || step.parallelWith !== undefined) return head
  if (origin === undefined || origin.key === spot.key) return head
  const together: Gear = {
    gait: escortedGait(gaitOf(course, mobility)),
    carries: [],
    via: viaOf(planning, course.pathway.key, step.key),
  }
  const met = walkTo(walkOf(stint, index, 100), head.front, origin.patient.out, EMPTY_HANDED, head.p)
  const come = walkTo(walkOf(stint, index, 101), met, spot.patient.in, together, head.p)
  // Within a place nobody walks: from the patient's side of it to the staff's.
  return { ...head, front: { ...come, at: spot.staff.in } }
}

/** To the store of an item; what is already in the hands comes along. */
function fetch(stint: Stint, index: number, head: Head, line: ItemLine, place: Spot): readonly Head[] {
  const { planning } = stint
  const { book } = planning
  const walk = walkOf(stint, index, 110 + head.carried.length)
  const gear = gearWith(stint, head.carried)
  const draws = stint.stores.get(lineKey(line)) ?? []
  const take = (store: Spot | undefined, front: Front, p: Chance): Head => ({ front, p, carried: [...head.carried, { line, store }] })
  if (draws !== 'nearCarrier') {
    return draws.map(({ spot, p }) => {
      // Where the item lies does not depend on who fetches it, nor for which place.
      const chance = book.chances.product(head.p, p)
      return take(spot, walkTo(walk, head.front, spot.staff.out, gear, chance), chance)
    })
  }
  const stores = storesOf(planning, line)
  if (stores.length === 0) {
    const hung = planning.pathways.get(line.pathway)!
    const reason = noPlace(planning, hung, hung.steps[0]!)
    book.problem(walkLeg(stint, index, 110), reason)
    book.problem({ ...ownLeg(hung), order: planning.rankOf(hung) }, reason)
    return [head]
  }
  if (!head.front.settled) return [take(undefined, walkToNearest(walk, head.front, stores, lineKey(line), gear, place.staff.in), head.p)]
  const ends = stores.map(({ staff }) => staff.out)
  const share = book.nearest(head.front.at ?? place.staff.in, stores, 'staff', gear.gait, 'out')
  return stores.map((store, at) => {
    const chance = share(head.p, at)
    return take(store, walkTo(walk, head.front, ends[at]!, gear, chance), chance)
  })
}

/** To the place with what was fetched; or, following an item through its own steps, with the item from its last place. */
function arrive(stint: Stint, index: number, follows: Spot | undefined, begins: boolean, spot: Spot, head: Head): Head {
  const { planning, course } = stint
  const isItem = course.whom === 'item'
  let { front } = head
  const walk = walkOf(stint, index, 130)
  if (isItem && follows !== undefined && follows.staff.in !== follows.staff.out) front = walkTo(walk, front, follows.staff.out, EMPTY_HANDED, head.p)
  const loaded = isItem && follows !== undefined
  const own: Gear = {
    gait: itemGait(course.pathway.flow, course.by),
    carries: [course.pathway.flow],
    via: viaOf(planning, course.pathway.key, stepKey(stint, index)),
  }
  const gear = head.carried.length > 0 || !loaded ? gearWith(stint, head.carried) : own
  front = walkTo(walk, front, isItem && begins ? spot.staff.out : spot.staff.in, gear, head.p)
  if (head.carried.length === 0) return { ...head, front }
  const pairFrom = (line: ItemLine, store: Spot) => {
    const hung = planning.pathways.get(line.pathway)!
    return planning.book.pair(store.item.out, spot.item.in, itemGait(hung.flow, line.by), viaOf(planning, hung.key, undefined))
  }
  for (const { line, store } of head.carried) {
    if (store === undefined) continue
    planning.book.trip(legOfItem(stint, index, line), pairFrom(line, store), head.p)
    stint.onBrought(lineKey(line), { spot: store, p: head.p })
  }
  if (head.carried.every(({ store }) => store !== undefined)) return { ...head, front, carried: [] }
  const lines = new Map(head.carried.map(({ line }) => [lineKey(line), line] as const))
  front = bringEach(front, `${spot.key}@${walk.order}`, (key, store) => ({
    leg: legOfItem(stint, index, lines.get(key)!),
    pair: pairFrom(lines.get(key)!, store),
  }))
  return { ...head, front, carried: [] }
}

function legOfItem({ planning, course, itemLegs }: Stint, index: number, line: ItemLine): LegOf {
  const { step } = course.variant.steps[index]!
  let ofStep = itemLegs.get(step)
  if (ofStep === undefined) {
    ofStep = new Map()
    itemLegs.set(step, ofStep)
  }
  let leg = ofStep.get(line)
  if (leg === undefined) {
    const hung = planning.pathways.get(line.pathway)!
    leg = { ...ownLeg(hung), use: 'to', steps: [step.key], order: planning.rankOf(hung) + hung.steps.length * 1000 }
    ofStep.set(line, leg)
  }
  return leg
}

/** From the place to the disposal of the first of the items that are taken away, with all of them in hand. */
function takeAway(stint: Stint, index: number, head: Head, lines: readonly ItemLine[], place: Spot): readonly Head[] {
  const { planning } = stint
  const line = lines[0]!
  const carried = lines.map((held): Carried => ({ line: held, store: place }))
  const gear = gearFor(planning, carried, planning.pathways.get(line.pathway)?.steps[0]?.key)
  return disposalsOf(planning, line, place, head.p).map(({ spot, p }) => ({
    front: walkTo(walkOf(stint, index, 140), head.front, spot.staff.in, gear, p),
    p,
    carried: [],
  }))
}

/** On the way to where the items are needed. */
function gearWith({ planning, gears }: Stint, carried: readonly Carried[]): Gear {
  if (carried.length !== 1) return gearFor(planning, carried, undefined)
  const { line } = carried[0]!
  const gear = gears.get(line) ?? gearFor(planning, carried, undefined)
  gears.set(line, gear)
  return gear
}

/** What one carries decides the body and the doors. A single item goes the way its pathway is forced to. */
function gearFor(planning: Planning, carried: readonly Carried[], leadsTo: Key | undefined): Gear {
  if (carried.length === 0) return EMPTY_HANDED
  const flows = carried.flatMap(({ line }) => planning.pathways.get(line.pathway)?.flow ?? [])
  const carries = [...new Set(flows)].sort()
  const isCart = carried.some(({ line }) => line.by === 'cart')
  const gait = gaitAs(isCart ? 'cart' : 'person', ['staff', ...carries])
  return { gait, carries, via: carried.length === 1 ? viaOf(planning, carried[0]!.line.pathway, leadsTo) : [] }
}

function storesOf(planning: Planning, line: ItemLine): readonly Spot[] {
  const hung = planning.pathways.get(line.pathway)!
  const place = placeTypeOf(hung, hung.steps[0]!)
  return place === undefined ? [] : planning.premises.spotsOf(place)
}

/** Where a left item is taken first: its first step, or its gate; with the part of `chance` of each. */
function disposalsOf(planning: Planning, line: ItemLine, place: Spot, chance: Chance): readonly Draw[] {
  const hung = planning.pathways.get(line.pathway)
  if (hung === undefined) return [{ spot: place, p: chance }]
  return planning.variantsOf(hung).flatMap((variant): readonly Draw[] => {
    const course = courseOf(hung, variant, line.by, undefined)
    const part = planning.book.chances.scaled(chance, variant.probability)
    if (variant.steps.length > 0) {
      return outcomesOf(planning, course, 0, { pos: place, memory: new Map(), p: part }).map(({ spot, p }) => ({ spot: spot ?? place, p }))
    }
    if (hung.gateOut === undefined) return [{ spot: place, p: part }]
    const draws = gateDraws(planning, hung.gateOut, place, course.whom, itemGait(hung.flow, line.by), part)
    return draws.length === 0 ? [{ spot: place, p: part }] : draws
  })
}

function linesOf(step: Step, direction: ItemLine['direction'], role: Key): readonly ItemLine[] {
  return step.items.filter((line) => line.direction === direction && line.carrier === role)
}

function stepKey({ course }: Stint, index: number): Key {
  return course.variant.steps[index]!.step.key
}

function walkOf({ planning, course, role, walks }: Stint, index: number, phase: number): Walk {
  const { step, index: at } = course.variant.steps[index]!
  let ofStep = walks.get(step)
  if (ofStep === undefined) {
    ofStep = new Map()
    walks.set(step, ofStep)
  }
  let walk = ofStep.get(phase)
  if (walk === undefined) {
    const order = planning.rankOf(course.pathway) + at * 1000 + phase
    walk = { planning, pathway: course.pathway.key, role, step: step.key, order, legs: new Map() }
    ofStep.set(phase, walk)
  }
  return walk
}

function walkLeg(stint: Stint, index: number, phase: number) {
  return {
    pathway: stint.course.pathway.key,
    flow: 'staff' as const,
    purpose: 'staff' as const,
    role: stint.role,
    order: walkOf(stint, index, phase).order,
  }
}
