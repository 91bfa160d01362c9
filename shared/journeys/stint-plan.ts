import type { Id, Key } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { ItemLine, Step } from '#shared/document/pathway'
import {
  bringEach,
  comeHome,
  type Front,
  frontAt,
  type Gear,
  type Homecomings,
  type PendingLeg,
  type Walk,
  walkAllHome,
  walkTo,
  walkToNearest,
} from './chain-front'
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
type Head = { readonly front: Front; readonly p: Chance; readonly carried: readonly Carried[]; readonly hands: Hands }

/** The items in somebody's hands, how one walks with them, and what it is with one more. */
type Hands = { readonly lines: readonly ItemLine[]; readonly gear: Gear; readonly more: Map<ItemLine, Hands> }

/** What a role does for a step, looked up once for all visits that do it. */
type StepWork = {
  readonly needed: readonly ItemLine[]
  readonly left: readonly ItemLine[]
  /** The pieces of its chains, by the place they have in the step. */
  readonly walks: Map<number, Walk>
  /** How one walks away with some lines, by the first of them and how many they are. */
  readonly away: Map<ItemLine, Map<number, Gear>>
  /** How one walks with an item that this is a step of. */
  own: Gear | undefined
}

/** How an item is brought for a step: its leg, and how often it is walked, by store and place. */
type Bringing = {
  readonly key: string
  readonly leg: LegOf
  readonly gait: Gait
  readonly via: readonly Id[]
  readonly counts: Map<Spot, Map<Spot, Chance[]>>
}

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
  const bringings = new Map<Step, Map<ItemLine, Bringing>>()
  const hands: Hands = { lines: [], gear: EMPTY_HANDED, more: new Map() }
  const worksOf = new Map<Key, Map<Step, StepWork>>()
  for (const { course, layers, arrivals } of courses) {
    const { steps } = course.variant
    for (const role of rolesAbout(steps)) {
      const base = fronts.get(role) ?? frontAt(basesOf(planning, course, role))
      fronts.set(role, base)
      const works = worksOf.get(role) ?? new Map<Step, StepWork>()
      worksOf.set(role, works)
      const most = Math.max(...steps.map(({ step, isWait }) => (isWait ? 0 : peopleOf(step, role))))
      for (let person = 1; person <= most; person++) {
        for (const [from, to] of runsOf(steps, role, person)) {
          walkStint({ planning, course, role, person, base, homecomings, bringings, hands, works, stores, onBrought }, layers[from]!, from, to)
        }
      }
      steps.forEach(({ step, isWait }, index) => {
        if (isWait || peopleOf(step, role) > 0) return
        for (const line of step.items) {
          if (line.carrier === role)
            walkErrand(
              { planning, course, role, person: 1, base, homecomings, bringings, hands, works, stores, onBrought },
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
  /** By the steps that they are for. */
  readonly bringings: Map<Step, Map<ItemLine, Bringing>>
  /** Empty ones. */
  readonly hands: Hands
  readonly works: Map<Step, StepWork>
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
  const { planning, course, person } = stint
  const { spot, p } = outcome
  const start: Head = { front, p, carried: NOTHING, hands: stint.hands }
  if (spot === undefined) {
    planning.book.problem(walkLeg(stint, index, 100), noPlace(planning, course.pathway, course.variant.steps[index]!.step))
    return [start]
  }
  const { needed, left } = workOf(stint, index)
  let heads: readonly Head[] = [person === 1 ? escort(stint, index, before, spot, start) : start]
  if (person === 1) for (const line of needed) heads = sometimes(planning, line, heads, (head) => fetch(stint, index, head, line, spot))
  const follows = continues ? before.pos : undefined
  const begins = before.pos === undefined
  const arrived: Head[] = []
  for (let i = 0; i < heads.length; i++) arrived.push(arrive(stint, index, follows, begins, spot, heads[i]!))
  heads = arrived
  if (person !== 1) return heads
  for (let at = 0; at < left.length; at++) {
    heads = sometimes(planning, left[at]!, heads, (head) => takeAway(stint, index, head, left.slice(at), spot))
  }
  return heads
}

const NOTHING: readonly Carried[] = []

/** A carrier who takes no part in the step: base, store, place, base; or base, place, disposal, base. */
function walkErrand(stint: Stint, arrivals: readonly Arrival[], index: number, line: ItemLine): void {
  const { planning, course, hands } = stint
  const ended: Head[] = []
  const { base } = stint
  for (const { spot, p } of arrivals) {
    if (spot === undefined) {
      planning.book.problem(walkLeg(stint, index, 100), noPlace(planning, course.pathway, course.variant.steps[index]!.step))
      continue
    }
    const start: Head = { front: base, p: planning.book.chances.scaled(p, 1 / line.usesPerTrip), carried: NOTHING, hands }
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
  const split: Head[] = []
  for (let i = 0; i < heads.length; i++) {
    const head = heads[i]!
    const { front, p, carried, hands } = head
    if (usesPerTrip !== 1) split.push({ front, p: chances.scaled(p, 1 - 1 / usesPerTrip), carried, hands })
    const gone = errand(usesPerTrip === 1 ? head : { front, p: chances.scaled(p, 1 / usesPerTrip), carried, hands })
    for (let k = 0; k < gone.length; k++) split.push(gone[k]!)
  }
  return split
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
  const { gear } = head.hands
  const draws = stint.stores.get(lineKey(line)) ?? []
  const hands = handsWith(planning, head.hands, line)
  const take = (store: Spot | undefined, front: Front, p: Chance): Head => ({ front, p, carried: [...head.carried, { line, store }], hands })
  if (draws !== 'nearCarrier') {
    const heads: Head[] = []
    for (let i = 0; i < draws.length; i++) {
      const { spot, p } = draws[i]!
      // Where the item lies does not depend on who fetches it, nor for which place.
      const chance = book.chances.product(head.p, p)
      heads.push(take(spot, walkTo(walk, head.front, spot.staff.out, gear, chance), chance))
    }
    return heads
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
  const isItem = stint.course.whom === 'item'
  const { p, carried, hands } = head
  let { front } = head
  const walk = walkOf(stint, index, 130)
  if (isItem && follows !== undefined && follows.staff.in !== follows.staff.out) front = walkTo(walk, front, follows.staff.out, EMPTY_HANDED, p)
  const gear = carried.length === 0 && isItem && follows !== undefined ? ownGear(stint, index) : hands.gear
  front = walkTo(walk, front, isItem && begins ? spot.staff.out : spot.staff.in, gear, p)
  if (carried.length === 0) return { front, p, carried, hands }
  let isKnown = true
  for (let i = 0; i < carried.length; i++) {
    const { line, store } = carried[i]!
    if (store === undefined) isKnown = false
    else recordBrought(stint, index, line, store, spot, p)
  }
  if (!isKnown) {
    const lines = new Map(carried.map(({ line }) => [lineKey(line), line] as const))
    front = bringEach(front, `${spot.key}@${walk.order}`, (key, store): PendingLeg => {
      const { leg, gait, via } = bringingOf(stint, index, lines.get(key)!)
      return { leg, pair: stint.planning.book.pair(store.item.out, spot.item.in, gait, via), counts: undefined }
    })
  }
  return { front, p, carried: NOTHING, hands: stint.hands }
}

/** An item that was fetched from a known store. */
function recordBrought(stint: Stint, index: number, line: ItemLine, store: Spot, spot: Spot, p: Chance): void {
  const { key, leg, gait, via, counts } = bringingOf(stint, index, line)
  let ofStore = counts.get(store)
  if (ofStore === undefined) {
    ofStore = new Map()
    counts.set(store, ofStore)
  }
  let here = ofStore.get(spot)
  if (here === undefined) {
    const { book } = stint.planning
    const pair = book.pair(store.item.out, spot.item.in, gait, via)
    if (p !== 0) {
      here = book.countsOf(leg, pair)
      ofStore.set(spot, here)
    }
  }
  if (p !== 0) here?.push(p)
  // Of other stores nobody asks how many were fetched there.
  if (stint.stores.get(key) === 'nearCarrier') stint.onBrought(key, { spot: store, p })
}

function ownGear(stint: Stint, index: number): Gear {
  const { planning, course } = stint
  const work = workOf(stint, index)
  work.own ??= {
    gait: itemGait(course.pathway.flow, course.by),
    carries: [course.pathway.flow],
    via: viaOf(planning, course.pathway.key, course.variant.steps[index]!.step.key),
  }
  return work.own
}

function bringingOf({ planning, course, bringings }: Stint, index: number, line: ItemLine): Bringing {
  const { step } = course.variant.steps[index]!
  let ofStep = bringings.get(step)
  if (ofStep === undefined) {
    ofStep = new Map()
    bringings.set(step, ofStep)
  }
  let bringing = ofStep.get(line)
  if (bringing === undefined) {
    const hung = planning.pathways.get(line.pathway)!
    const leg: LegOf = { ...ownLeg(hung), use: 'to', steps: [step.key], order: planning.rankOf(hung) + hung.steps.length * 1000 }
    bringing = { key: lineKey(line), leg, gait: itemGait(hung.flow, line.by), via: viaOf(planning, hung.key, undefined), counts: new Map() }
    ofStep.set(line, bringing)
  }
  return bringing
}

/** From the place to the disposal of the first of the items that are taken away, with all of them in hand. */
function takeAway(stint: Stint, index: number, head: Head, lines: readonly ItemLine[], place: Spot): readonly Head[] {
  const { planning } = stint
  const line = lines[0]!
  const { away } = workOf(stint, index)
  const gears = away.get(line) ?? new Map<number, Gear>()
  away.set(line, gears)
  const gear = gears.get(lines.length) ?? gearFor(planning, lines, planning.pathways.get(line.pathway)?.steps[0]?.key)
  gears.set(lines.length, gear)
  const walk = walkOf(stint, index, 140)
  return disposalsOf(planning, line, place, head.p).map(
    ({ spot, p }): Head => ({ front: walkTo(walk, head.front, spot.staff.in, gear, p), p, carried: NOTHING, hands: stint.hands }),
  )
}

/** On the way to where the items are needed. */
function handsWith(planning: Planning, hands: Hands, line: ItemLine): Hands {
  let more = hands.more.get(line)
  if (more === undefined) {
    const lines = [...hands.lines, line]
    more = { lines, gear: gearFor(planning, lines, undefined), more: new Map() }
    hands.more.set(line, more)
  }
  return more
}

/** What one carries decides the body and the doors. A single item goes the way its pathway is forced to. */
function gearFor(planning: Planning, lines: readonly ItemLine[], leadsTo: Key | undefined): Gear {
  const flows = lines.flatMap((line) => planning.pathways.get(line.pathway)?.flow ?? [])
  const carries = [...new Set(flows)].sort()
  const isCart = lines.some((line) => line.by === 'cart')
  const gait = gaitAs(isCart ? 'cart' : 'person', ['staff', ...carries])
  return { gait, carries, via: lines.length === 1 ? viaOf(planning, lines[0]!.pathway, leadsTo) : [] }
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

function workOf({ course, role, works }: Stint, index: number): StepWork {
  const { step } = course.variant.steps[index]!
  let work = works.get(step)
  if (work === undefined) {
    work = { needed: linesOf(step, 'needed', role), left: linesOf(step, 'left', role), walks: new Map(), away: new Map(), own: undefined }
    works.set(step, work)
  }
  return work
}

function walkOf(stint: Stint, index: number, phase: number): Walk {
  const { walks } = workOf(stint, index)
  let walk = walks.get(phase)
  if (walk === undefined) {
    const { planning, course, role } = stint
    const { step, index: at } = course.variant.steps[index]!
    const order = planning.rankOf(course.pathway) + at * 1000 + phase
    walk = { planning, pathway: course.pathway.key, role, step: step.key, order, legs: new Map(), counts: new Map(), homes: new Map() }
    walks.set(phase, walk)
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
