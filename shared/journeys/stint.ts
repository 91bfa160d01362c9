import type { Id, Key } from '#shared/base/ids'
import type { ItemLine, Step } from '#shared/document/pathway'
import type { Mobility } from '#shared/document/vocabulary'
import { type Front, type Gear, type Homecomings, newWalk, type Walk } from './chain-front'
import type { Chance } from './chance'
import { type Course, type Draw, gaitAs, type Planning } from './course'
import type { Gait, LegOf } from './plan'
import type { TripCount } from './plan-book'
import type { Spot } from './premises'

/** By the key of a line: where its item is fetched from, or that its carrier takes the nearest. */
export type Stores = ReadonlyMap<string, readonly Draw[] | 'nearCarrier'>

/** An item on the way; the store is undefined while it is another for each base that the chain may have begun at. */
export type Carried = { readonly line: ItemLine; readonly store: Spot | undefined }

/** Where a chain has come to within a step, how often, and with what. */
export type Head = { readonly front: Front; readonly p: Chance; readonly carried: readonly Carried[]; readonly hands: Hands }

/** The items in somebody's hands, how one walks with them, and what it is with one more. */
export type Hands = { readonly lines: readonly ItemLine[]; readonly gear: Gear; readonly more: Map<ItemLine, Hands> }

/** What a role does for a step, looked up once for all visits that do it. */
export type StepWork = {
  readonly needed: readonly ItemLine[]
  readonly left: readonly ItemLine[]
  /** The pieces of its chains, by the place they have in the step. */
  readonly walks: Map<number, Walk>
  /** How one walks away with some lines, by the first of them and how many they are. */
  readonly away: Map<ItemLine, Map<number, Gear>>
  /** How one walks with the patient to the step, by their mobility. */
  readonly together: Map<Mobility, Gear>
  /** How one walks with an item that this is a step of. */
  own: Gear | undefined
}

/** How an item is brought for a step: its leg, and the trips it is, by store and place. */
export type Bringing = {
  readonly key: string
  readonly leg: LegOf
  readonly gait: Gait
  readonly via: readonly Id[]
  readonly trips: Map<Spot, Map<Spot, TripCount>>
}

/** What somebody of a role does for consecutive steps of one kind of visit, from base to base. */
export type Stint = {
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

export const EMPTY_HANDED: Gear = { gait: gaitAs('person', ['staff']), carries: [], via: [] }
export const NOTHING: readonly Carried[] = []

/** What the role does for a step. */
export function workOf({ course, role, works }: Stint, index: number): StepWork {
  const { step } = course.variant.steps[index]!
  let work = works.get(step)
  if (work === undefined) {
    const [needed, left] = [linesOf(step, 'needed', role), linesOf(step, 'left', role)]
    work = { needed, left, walks: new Map(), away: new Map(), together: new Map(), own: undefined }
    works.set(step, work)
  }
  return work
}

function linesOf(step: Step, direction: ItemLine['direction'], role: Key): readonly ItemLine[] {
  return step.items.filter((line) => line.direction === direction && line.carrier === role)
}

/** One piece of a chain by its place in the step: 100 to the patient, 110 to stores, 130 to the place, 140 to the disposal, 900 home. */
export function walkOf(stint: Stint, index: number, phase: number): Walk {
  const { walks } = workOf(stint, index)
  let walk = walks.get(phase)
  if (walk === undefined) {
    const { planning, course, role } = stint
    const { step, index: at } = course.variant.steps[index]!
    const order = planning.rankOf(course.pathway) + at * 1000 + phase
    walk = newWalk(planning, course.pathway.key, role, step.key, order)
    walks.set(phase, walk)
  }
  return walk
}

/** Which leg to name where such a piece cannot be walked. */
export function walkLeg(stint: Stint, index: number, phase: number) {
  return {
    pathway: stint.course.pathway.key,
    flow: 'staff' as const,
    purpose: 'staff' as const,
    role: stint.role,
    order: walkOf(stint, index, phase).order,
  }
}
