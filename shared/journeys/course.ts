import type { Id, Key } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { Design } from '#shared/document/elements/design'
import { forcedWay } from '#shared/document/forced-way'
import type { ItemLine, Pathway, Step } from '#shared/document/pathway'
import { placeOfStep, stepNamed } from '#shared/document/place-of-step'
import { FLOWS, type Flow, type Mobility, type Traveller } from '#shared/document/vocabulary'
import type { Role } from '#shared/document/workshop'
import type { Chance } from './chance'
import { gateSet, isQueuedFor, type PlaceSet, placeSet } from './place-choice'
import type { Gait, LegOf } from './plan'
import type { PlanBook } from './plan-book'
import type { Premises, Sides, Spot } from './premises'
import type { VisitStep, VisitVariant } from './visit-variants'

/** What every part of the planning of one stream reads. */
export type Planning = {
  readonly book: PlanBook
  readonly premises: Premises
  readonly design: Design
  readonly roles: ReadonlyMap<Key, Role>
  readonly pathways: ReadonlyMap<Key, Pathway>
  readonly roomTypeName: (key: Key) => string
  readonly useOf: (spot: Spot) => string | undefined
  readonly variantsOf: (pathway: Pathway) => readonly VisitVariant[]
  /** Walking order of pathways: the host first. */
  readonly rankOf: (pathway: Pathway) => number
  /** What places are drawn from, each looked up once: of the steps of a pathway, of the waits before steps, of gates. */
  readonly placeSets: Map<Pathway, Map<Step, PlaceSet>>
  readonly waitSets: Map<Step, PlaceSet>
  readonly gateSets: Map<Key, PlaceSet>
  /** The courses by which the item of a line is taken away. */
  readonly leaving: Map<ItemLine, readonly Course[]>
}

/** One kind of visit of one pathway: what its places are drawn by. */
export type Course = {
  readonly pathway: Pathway
  readonly variant: VisitVariant
  /** Whose use points it goes to. */
  readonly whom: 'patient' | 'staff' | 'item'
  /** What an item is moved by. */
  readonly by: 'hand' | 'cart'
  /** Overrides the draw of the first step: the loop that becomes this pathway ends there. */
  readonly first: readonly Draw[] | undefined
  /** For each step key that a later step refers to: the last index in the variant that does. */
  readonly remembered: ReadonlyMap<Key, number>
}

/** A place with the chance that it is this one. */
export type Draw = { readonly spot: Spot; readonly p: Chance }

/** Where a step was done. */
type Remembered = { readonly step: Key; readonly spot: Spot }

/** Where the traveller is, with the places that a later step refers to, in the order of steps. */
export type State = {
  readonly pos: Spot | undefined
  readonly memory: readonly Remembered[]
  readonly p: Chance
  /** What comes of it at a step, once somebody asked. */
  known: { readonly course: Course; readonly index: number; readonly outcomes: readonly Outcome[] } | undefined
}

/** One outcome of a step, or of a wait: where it is. `kept`: the very place of an earlier step. */
export type Outcome = { readonly p: Chance; readonly spot: Spot | undefined; readonly kept: boolean; readonly next: State }

export function stateOf(pos: Spot | undefined, memory: State['memory'], p: Chance): State {
  return { pos, memory, p, known: undefined }
}

/** Nothing is referred to later. */
export const NO_MEMORY: State['memory'] = []

export function courseOf(pathway: Pathway, variant: VisitVariant, by: 'hand' | 'cart', first: readonly Draw[] | undefined): Course {
  const remembered = new Map<Key, number>()
  variant.steps.forEach(({ step, again, isWait }, index) => {
    if (isWait) return
    if (again) remembered.set(step.key, index)
    if ('step' in step.place) remembered.set(stepNamed(pathway, step.place.step)?.key ?? step.place.step, index)
  })
  const whom = isPatientFlow(pathway.flow) ? 'patient' : pathway.flow === 'staff' ? 'staff' : 'item'
  return { pathway, variant, whom, by, first, remembered }
}

export function isPatientFlow(flow: Flow): boolean {
  return flow === 'patient' || flow === 'family'
}

/** The same list each time a flow is asked for, so that gaits made from it are one. */
const OF_FLOW: ReadonlyMap<Flow, readonly Flow[]> = new Map(FLOWS.map((flow) => [flow, [flow]]))

const BODY: Record<Mobility, Traveller> = { walking: 'person', wheelchair: 'wheelchair', bed: 'bed' }

/** How the traveller of a course moves in a state of mobility. */
export function gaitOf({ whom, pathway, by }: Course, mobility: Mobility): Gait {
  if (whom === 'item') return itemGait(pathway.flow, by)
  return gaitAs(whom === 'patient' ? BODY[mobility] : 'person', OF_FLOW.get(pathway.flow) ?? [pathway.flow])
}

export function itemGait(flow: Flow, by: 'hand' | 'cart'): Gait {
  const known = itemGaits[by].get(flow)
  if (known !== undefined) return known
  const gait = gaitAs(by === 'cart' ? 'cart' : 'person', ['staff', flow])
  itemGaits[by].set(flow, gait)
  return gait
}

const itemGaits = { hand: new Map<Flow, Gait>(), cart: new Map<Flow, Gait>() }

const gaits = new Map<string, Gait>()
const singleGaits = new Map<Traveller, Map<Flow, Gait>>()

/** The one object for a body and its flows, whatever order they come in. */
export function gaitAs(traveller: Traveller, flows: readonly Flow[]): Gait {
  const single = flows.length === 1 ? singleGaits.get(traveller)?.get(flows[0]!) : undefined
  if (single !== undefined) return single
  const distinct = flows.length === 1 ? flows : [...new Set(flows)].sort()
  const key = `${traveller}:${distinct.join('+')}`
  let gait = gaits.get(key)
  if (gait === undefined) {
    gait = { traveller, flows: distinct }
    gaits.set(key, gait)
    if (distinct.length === 1) singleGaits.set(traveller, (singleGaits.get(traveller) ?? new Map()).set(distinct[0]!, gait))
  }
  return gait
}

const escorted = new Map<Gait, Gait>()

/** The gait of somebody whom staff walk with. */
export function escortedGait(alone: Gait): Gait {
  let gait = escorted.get(alone)
  if (gait === undefined) {
    gait = gaitAs(alone.traveller, [...alone.flows, 'staff'])
    escorted.set(alone, gait)
  }
  return gait
}

/** All lines that hang the same item in the same way have one key. */
export function lineKey({ direction, pathway, by }: ItemLine): string {
  return `${direction}:${pathway}:${by}`
}

export function sidesOf(spot: Spot, whom: Course['whom']): Sides {
  return spot[whom]
}

/** Forced places on the leg of a pathway that leads to a step, or to its end. */
export function viaOf({ design }: Planning, pathway: Key, step: Key | undefined): readonly Id[] {
  return forcedWay(design, pathway, step)
}

/** The places of a set with the part of `chance` that each gets from somebody who comes from `from`. */
export function drawFrom(
  { book }: Planning,
  set: PlaceSet,
  from: Spot | undefined,
  whom: Course['whom'],
  gait: Gait,
  chance: Chance,
): readonly Draw[] {
  const { spots, choice, shares } = set
  if (choice === 'nearest' && from !== undefined) {
    const share = book.nearest(sidesOf(from, whom).out, spots, whom, gait, 'in')
    return spots.map((spot, index) => ({ spot, p: share(chance, index) }))
  }
  return spots.flatMap((spot, index) => (shares[index]! > 0 ? [{ spot, p: book.chances.scaled(chance, shares[index]!) }] : []))
}

/** The places one may leave by, for somebody who comes from `from`. */
export function gateDraws(planning: Planning, gate: Key, from: Spot | undefined, whom: Course['whom'], gait: Gait, chance: Chance): readonly Draw[] {
  let set = planning.gateSets.get(gate)
  if (set === undefined) {
    set = gateSet(planning.premises.gate(gate))
    planning.gateSets.set(gate, set)
  }
  return drawFrom(planning, set, from, whom, gait, chance)
}

/** Every outcome of the step at `index` of a visit, for somebody in `state`, whose chance they share. */
export function outcomesOf(planning: Planning, course: Course, index: number, state: State): readonly Outcome[] {
  const { known } = state
  if (known !== undefined && known.course === course && known.index === index) return known.outcomes
  const outcomes = newOutcomes(planning, course, index, state)
  state.known = { course, index, outcomes }
  return outcomes
}

function newOutcomes(planning: Planning, course: Course, index: number, state: State): readonly Outcome[] {
  const visitStep = course.variant.steps[index]!
  const { step, isWait } = visitStep
  const kept = isWait ? undefined : keptPlace(course, visitStep, state)
  const draws =
    kept !== undefined
      ? [{ spot: kept, p: state.p }]
      : isWait
        ? waitDraws(planning, course, visitStep, state)
        : placeDraws(planning, course, visitStep, index, state)
  if (draws.length === 0) return [{ p: state.p, spot: undefined, kept: false, next: stateOf(state.pos, state.memory, state.p) }]
  const outcomes: Outcome[] = []
  for (let i = 0; i < draws.length; i++) {
    const { spot, p } = draws[i]!
    const memory = isWait ? state.memory : memoryAfter(course, index, state, spot)
    const pos = step.parallelWith === undefined ? spot : state.pos
    outcomes.push({ p, spot, kept: kept !== undefined, next: stateOf(pos, memory, p) })
  }
  return outcomes
}

function waitDraws(planning: Planning, course: Course, { step, mobility }: VisitStep, { pos, p }: State): readonly Draw[] {
  if (step.waits === undefined || step.waits.at === 'inPlace') return []
  let set = planning.waitSets.get(step)
  if (set === undefined) {
    set = placeSet(planning.premises, planning.design, step.waits.at, false)
    planning.waitSets.set(step, set)
  }
  return drawFrom(planning, set, pos, course.whom, gaitOf(course, mobility), p)
}

/** The very place of an earlier step, where the step asks for that one or repeats itself. */
function keptPlace(course: Course, { step, again }: VisitStep, state: State): Spot | undefined {
  if (again) return rememberedAt(state, step.key)
  if (!('step' in step.place) || state.memory.length === 0) return undefined
  return rememberedAt(state, stepNamed(course.pathway, step.place.step)?.key ?? step.place.step)
}

function rememberedAt({ memory }: State, step: Key): Spot | undefined {
  for (let i = 0; i < memory.length; i++) if (memory[i]!.step === step) return memory[i]!.spot
  return undefined
}

function placeDraws(planning: Planning, course: Course, { step, mobility }: VisitStep, index: number, { pos, p }: State): readonly Draw[] {
  if (index === 0 && course.first !== undefined) return course.first.map((draw) => ({ spot: draw.spot, p: planning.book.chances.product(p, draw.p) }))
  const set = placeSetOf(planning, course.pathway, step)
  return set === undefined ? [] : drawFrom(planning, set, pos, course.whom, gaitOf(course, mobility), p)
}

/** What a step's place is drawn from, whoever comes to it. */
function placeSetOf(planning: Planning, pathway: Pathway, step: Step): PlaceSet | undefined {
  let ofPathway = planning.placeSets.get(pathway)
  if (ofPathway === undefined) {
    ofPathway = new Map()
    planning.placeSets.set(pathway, ofPathway)
  }
  let set = ofPathway.get(step)
  if (set === undefined) {
    const place = placeOfStep(step, pathway)
    if (place === undefined) return undefined
    const queued = isQueuedFor(pathway, step, planning.premises.spotsOf(place), planning.useOf)
    set = placeSet(planning.premises, planning.design, place, queued)
    ofPathway.set(step, set)
  }
  return set
}

/** Only what a later step still refers to is carried on, so that the states stay few. */
function memoryAfter({ remembered, variant }: Course, index: number, { memory }: State, spot: Spot): State['memory'] {
  const { key } = variant.steps[index]!.step
  const isRemembered = (remembered.get(key) ?? -1) > index
  if (!isRemembered && memory.length === 0) return memory
  const after: Remembered[] = []
  let isKnown = false
  for (let i = 0; i < memory.length; i++) {
    const held = memory[i]!
    if ((remembered.get(held.step) ?? -1) <= index) continue
    // A step that is done again keeps its place in the order.
    if (isRemembered && held.step === key) isKnown = true
    after.push(isRemembered && held.step === key ? { step: key, spot } : held)
  }
  if (isRemembered && !isKnown) after.push({ step: key, spot })
  return after.length === 0 ? NO_MEMORY : after
}

/** One text for states before the same step that are the same but for their chance: places are remembered in the order of steps. */
export function stateKey({ pos, memory }: State): string {
  let key = pos?.key ?? ''
  for (let i = 0; i < memory.length; i++) key += `;${memory[i]!.step}=${memory[i]!.spot.key}`
  return key
}

/** Why a step has no place in a design. */
export function noPlace(planning: Planning, pathway: Pathway, step: Step) {
  const place = placeOfStep(step, pathway)
  if (place === undefined) return message('unavailable.noStep', { pathway: pathway.name, step: step.name })
  return message('unavailable.noRoom', { pathway: pathway.name, step: step.name, roomType: planning.roomTypeName(place.roomType) })
}

/** Why there is nowhere to wait for a step. */
export function noWaitingPlace(planning: Planning, pathway: Pathway, { name, waits }: Step) {
  const roomType = waits === undefined || waits.at === 'inPlace' ? '' : planning.roomTypeName(waits.at.roomType)
  return message('unavailable.noRoom', { pathway: pathway.name, step: name, roomType })
}

/** What is common to every leg that the traveller of a pathway makes. */
export function ownLeg({ key, flow }: Pathway): Omit<LegOf, 'steps' | 'order'> {
  const purpose = isPatientFlow(flow) ? 'patient' : flow === 'staff' ? 'staff' : 'item'
  return { pathway: key, flow, purpose, role: undefined, carries: [], dress: undefined, mobility: undefined, use: undefined }
}
