import { filled } from '#shared/base/filled'
import type { Key } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { ItemLine, Step } from '#shared/document/pathway'
import { comeHome, type Front, frontAt, type Gear, type Homecomings, walkAllHome, walkTo } from './chain-front'
import type { Chance } from './chance'
import {
  type Course,
  type Draw,
  escortedGait,
  gaitOf,
  noPlace,
  type Outcome,
  outcomesOf,
  ownLeg,
  type Planning,
  type State,
  stateKey,
  stateOf,
  viaOf,
} from './course'
import type { Arrival, PlannedCourse } from './planned-course'
import type { Spot } from './premises'
import { type Bringing, EMPTY_HANDED, type Hands, type Head, NOTHING, type StepWork, type Stint, type Stores, walkLeg, walkOf, workOf } from './stint'
import { arrive, fetch, takeAway } from './stint-items'
import { peopleOf, type VisitStep } from './visit-variants'

type Chain = { readonly visit: State; readonly front: Front }

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
  const { base } = stint
  let chains: readonly Chain[] = states.map((visit) => ({ visit, front: base }))
  for (let index = from; index <= to; index++) chains = walkedOn(stint, chains, index, index > from)
  const walk = walkOf(stint, to, 900)
  for (let i = 0; i < chains.length; i++) comeHome(stint.homecomings, walk, chains[i]!.front, chains[i]!.visit.p)
}

/** Chains that have come alike to one place, with visits in one state: by that state, then by the place, then by how they came. */
type Merging = Map<string, Map<string | undefined, Map<string, Merged>>>
type Merged = { readonly visit: State; readonly front: Front; readonly parts: Chance[] }

/** All chains walked on by a step. */
function walkedOn(stint: Stint, chains: readonly Chain[], index: number, continues: boolean): readonly Chain[] {
  const { planning, course } = stint
  const { isWait } = course.variant.steps[index]!
  const reached: Merging = new Map()
  const order: Merged[] = []
  for (let i = 0; i < chains.length; i++) {
    const { visit, front } = chains[i]!
    const outcomes = outcomesOf(planning, course, index, visit)
    for (let k = 0; k < outcomes.length; k++) {
      const outcome = outcomes[k]!
      const heads = isWait ? [{ front, p: outcome.p }] : workStep(stint, index, continues, visit, outcome, front)
      const here = filled(reached, stateKey(outcome.next), newByPlace)
      for (let at = 0; at < heads.length; at++) merge(here, order, outcome.next, heads[at]!)
    }
  }
  return order.map(({ visit, front, parts }) => ({ visit: stateOf(visit.pos, visit.memory, planning.book.chances.sum(parts)), front }))
}

function merge(here: Map<string | undefined, Map<string, Merged>>, order: Merged[], visit: State, { front, p }: Pick<Head, 'front' | 'p'>): void {
  const alike = filled(here, front.at, newByWay)
  const merged = alike.get(front.key)
  if (merged !== undefined) {
    merged.parts.push(p)
    return
  }
  const made = { visit, front, parts: [p] }
  alike.set(front.key, made)
  order.push(made)
}

const newByPlace = () => new Map<string | undefined, Map<string, Merged>>()
const newByWay = () => new Map<string, Merged>()

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
  const { course, role } = stint
  const { step, again } = course.variant.steps[index]!
  if (again || course.whom !== 'patient' || !step.escorts.includes(role) || step.parallelWith !== undefined) return head
  if (origin === undefined || origin.key === spot.key) return head
  const together = gearTogether(stint, index)
  const met = walkTo(walkOf(stint, index, 100), head.front, origin.patient.out, EMPTY_HANDED, head.p)
  const come = walkTo(walkOf(stint, index, 101), met, spot.patient.in, together, head.p)
  // Within a place nobody walks: from the patient's side of it to the staff's.
  return { ...head, front: { ...come, at: spot.staff.in } }
}

/** How one walks with the patient: one object for all visits, since legs are counted by it. */
function gearTogether(stint: Stint, index: number): Gear {
  const { planning, course } = stint
  const { step, mobility } = course.variant.steps[index]!
  const newGear = (): Gear => ({ gait: escortedGait(gaitOf(course, mobility)), carries: [], via: viaOf(planning, course.pathway.key, step.key) })
  return filled(workOf(stint, index).together, mobility, newGear)
}
