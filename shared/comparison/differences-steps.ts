import type { Id, Key } from '#shared/base/ids'
import { type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import { meanSeconds } from '#shared/document/mean-duration'
import type { Pathway, PlaceOfType, Step } from '#shared/document/pathway'
import type { LayoutFacts } from '#shared/metrics/layout-facts'
import type { Both, PathwayDifference, SaidPlace, StepAspect, StepDifference } from './difference'
import { keptInOrder } from './kept-in-order'

/** Steps of the pathways that each design runs: its own variant where it has one, today's where not. */
export function stepDifferences(
  document: WardDocument,
  designs: Both<Id>,
  layouts: Both<LayoutFacts>,
): readonly (PathwayDifference | StepDifference)[] {
  const [before, after] = [pathwaysRun(document, designs.from), pathwaysRun(document, designs.to)]
  const names = namesOf(document.workshop)
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort()
  return keys.flatMap((key) => {
    const [from, to] = [before.get(key), after.get(key)]
    if (from === to) return []
    return [...wholeDifference(key, from, to), ...changedSteps({ from: sideOf(from, layouts.from), to: sideOf(to, layouts.to) }, names)]
  })
}

/** A pathway as one of the designs runs it. */
type Run = {
  readonly pathway: Pathway | undefined
  readonly steps: readonly Step[]
  readonly byKey: ReadonlyMap<Key, Step>
  /** The step that stands for a key: its own, or the one it was merged into. */
  readonly keeper: ReadonlyMap<Key, Step>
  readonly layout: LayoutFacts
}

type Names = { readonly roles: ReadonlyMap<Key, string>; readonly rooms: ReadonlyMap<Key, string>; readonly fixtures: ReadonlyMap<Key, string> }

function sideOf(pathway: Pathway | undefined, layout: LayoutFacts): Run {
  const steps = pathway?.steps ?? []
  const keeper = new Map<Key, Step>()
  for (const step of steps) for (const key of step.merges) keeper.set(key, step)
  for (const step of steps) keeper.set(step.key, step)
  return { pathway, steps, byKey: new Map(steps.map((step) => [step.key, step])), keeper, layout }
}

/** The pathways of a design: its own where it has them, today's where not. */
export function pathwaysRun({ workshop, designs }: WardDocument, design: Id): ReadonlyMap<Key, Pathway> {
  const byKey = new Map(recordsOf(workshop, 'pathway').map((pathway) => [pathway.key, pathway]))
  for (const own of recordsOf(designs[design] ?? {}, 'pathway')) byKey.set(own.key, own)
  return byKey
}

function namesOf(workshop: RecordTable): Names {
  const named = (kind: 'role' | 'roomType' | 'fixtureType') => new Map(recordsOf(workshop, kind).map(({ key, name }) => [key, name] as const))
  return { roles: named('role'), rooms: named('roomType'), fixtures: named('fixtureType') }
}

function wholeDifference(key: Key, from: Pathway | undefined, to: Pathway | undefined): readonly PathwayDifference[] {
  const change = from === undefined ? 'added' : to === undefined ? 'gone' : 'changed'
  const both = (gate: 'gateIn' | 'gateOut') =>
    change !== 'changed' || from?.[gate] === to?.[gate] ? undefined : { from: from?.[gate], to: to?.[gate] }
  const [gateIn, gateOut] = [both('gateIn'), both('gateOut')]
  if (change === 'changed' && gateIn === undefined && gateOut === undefined) return []
  return [{ kind: 'pathway', key: `pathway ${key}`, pathway: (to ?? from)?.name ?? key, change, gateIn, gateOut }]
}

function changedSteps({ from, to }: Both<Run>, names: Names): readonly StepDifference[] {
  if (from.pathway === undefined || to.pathway === undefined) return [] // told as a whole
  const common = from.steps.filter(({ key }) => to.byKey.has(key)).map(({ key }) => key)
  const kept = new Set(
    keptInOrder(
      common,
      to.steps.map(({ key }) => key),
    ),
  )
  const pathway = to.pathway?.name ?? from.pathway?.name ?? ''
  const base = (step: Step): Omit<StepDifference, 'change'> => ({
    kind: 'step',
    key: `step ${from.pathway?.key}/${step.key}`,
    pathway,
    step: step.name,
    into: undefined,
    reordered: undefined,
    relead: undefined,
    replaced: undefined,
    others: [],
    longer: 0,
    reasons: { from: reasonOf(from, step.key), to: reasonOf(to, step.key) },
    rooms: { from: roomsOf(from, step.key), to: roomsOf(to, step.key) },
  })
  /** A step that only one of them has as a step of its own; `other` is the pathway that lacks it. */
  const alone = (step: Step, other: Run, gone: 'removed' | 'added', joined: 'merged' | 'split'): StepDifference => {
    const into = other.keeper.get(step.key)
    return into === undefined ? { ...base(step), change: gone } : { ...base(step), change: joined, into: into.name }
  }
  const rows = from.steps.flatMap((step): readonly StepDifference[] => {
    const now = to.byKey.get(step.key)
    if (now === undefined) return [alone(step, to, 'removed', 'merged')]
    const what = changesOf(step, now, from, to, names)
    const reordered = kept.has(step.key) ? undefined : { from: nameBefore(from, step.key), to: nameBefore(to, step.key) }
    const isSame = Object.values(what).every((each) => each === undefined || each === 0 || (Array.isArray(each) && each.length === 0))
    return isSame && reordered === undefined ? [] : [{ ...base(now), ...what, reordered, change: 'changed' }]
  })
  return [...rows, ...to.steps.filter(({ key }) => !from.byKey.has(key)).map((step) => alone(step, from, 'added', 'split'))]
}

/** The step's own reason; else that of the step it was merged into. */
function reasonOf({ pathway, keeper }: Run, key: Key): string | undefined {
  const into = keeper.get(key)
  return pathway?.reasons[key] ?? (into === undefined ? undefined : pathway?.reasons[into.key])
}

/** The rooms in which it can take place; of a step that is gone: none. */
function roomsOf(run: Run, key: Key): readonly Id[] {
  const step = run.keeper.get(key)
  if (step === undefined) return []
  const { roomType, fixtureType } = typeOf(step, run)
  const equipped = new Set(run.layout.fixtures.filter(({ fixture }) => fixture.fixtureType === fixtureType).map(({ room }) => room))
  const rooms = run.layout.rooms.filter(({ room }) => room.roomType === roomType).map(({ room }) => room.id)
  const withFixture = rooms.filter((room) => equipped.has(room))
  return withFixture.length > 0 ? withFixture : rooms
}

/** What the place comes down to, "where an earlier step was" followed to its end. */
function typeOf(step: Step, run: Run): PlaceOfType {
  let { place } = step
  for (let count = 0; 'step' in place && count < run.steps.length; count++) {
    const earlier = run.keeper.get(place.step)
    if (earlier === undefined) break
    place = earlier.place
  }
  return 'step' in place ? { roomType: '' } : place
}

function changesOf(step: Step, now: Step, from: Run, to: Run, names: Names): Pick<StepDifference, 'relead' | 'replaced' | 'others' | 'longer'> {
  const places = { from: saidPlace(step, from, names), to: saidPlace(now, to, names) }
  const roleName = (key: Key | undefined) => (key === undefined ? undefined : (names.roles.get(key) ?? key))
  const longer = meanSeconds(now.duration) - meanSeconds(step.duration)
  const others = ASPECTS.flatMap(([aspect, of]) => (JSON.stringify(of(step, from)) === JSON.stringify(of(now, to)) ? [] : [aspect]))
  return {
    relead: step.lead === now.lead ? undefined : { from: roleName(step.lead), to: roleName(now.lead) },
    replaced: placeKey(step, from, to) === placeKey(now, to, from) ? undefined : places,
    others,
    longer: Math.abs(longer) < 1 ? 0 : longer,
  }
}

/** The same for places that are the same, and for "where step k was" if k stands for the same step in both. */
function placeKey(step: Step, own: Run, other: Run): string {
  const { roomType, fixtureType } = typeOf(step, own)
  return [roomType, fixtureType ?? '', commonStep(step, own, other)].join('/')
}

function commonStep({ place }: Step, own: Run, other: Run): Key {
  if (!('step' in place)) return ''
  const key = own.keeper.get(place.step)?.key ?? place.step
  const there = other.keeper.get(key)?.key ?? key
  return [key, there].sort()[0] ?? ''
}

function saidPlace(step: Step, run: Run, names: Names): SaidPlace {
  const { roomType, fixtureType } = typeOf(step, run)
  const { place } = step
  return {
    room: names.rooms.get(roomType) ?? roomType,
    fixture: fixtureType === undefined ? undefined : (names.fixtures.get(fixtureType) ?? fixtureType),
    asIn: 'step' in place ? run.keeper.get(place.step)?.name : undefined,
  }
}

function nameBefore({ steps }: Run, key: Key): string | undefined {
  return steps[steps.findIndex((step) => step.key === key) - 1]?.name
}

const choiceOf = ({ place }: Step) => ('step' in place ? undefined : place.choice)

const ASPECTS: readonly (readonly [StepAspect, (step: Step, run: Run) => unknown])[] = [
  ['name', ({ name }) => name],
  ['team', ({ assisting }) => assisting.map(({ role, people }) => `${role} ${people}`).sort()],
  ['escorts', ({ escorts }) => [...escorts].sort()],
  ['waits', ({ waits }) => waits],
  ['items', ({ items }) => items.map((item) => JSON.stringify(item)).sort()],
  ['value', ({ value }) => value],
  ['state', ({ leaves }) => [leaves.dress, leaves.mobility]],
  ['turnaround', ({ turnaround }) => turnaround],
  ['patients', ({ onlyFor }) => onlyFor],
  ['repeat', ({ repeat }) => repeat],
  ['parallel', ({ parallelWith }) => parallelWith],
  ['priority', ({ priority = 0 }) => priority],
  ['full', ({ whenFull = 'queue' }) => whenFull],
  ['choice', choiceOf],
]
