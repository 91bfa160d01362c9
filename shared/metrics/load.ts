import type { Id, Key } from '#shared/base/ids'
import { type Message, message, type Name } from '#shared/base/message'
import { nameOfOpening } from '#shared/building/names'
import type { RecordTable } from '#shared/document/document'
import type { Fixture } from '#shared/document/elements/fixture'
import { fixtureTypeName, placeTypeOfKey, typeNames } from '#shared/document/place-type'
import { steadySum } from '#shared/journeys/chance'
import type { Sums } from '#shared/journeys/decided-plan'
import type { WalkedStream } from '#shared/journeys/journeys'
import type { Stay } from '#shared/journeys/plan'
import type { Assessment } from './assessment'
import type { Part, Result } from './measurement'
import { available, because, kindOf, type Metric, metricOf, unlessFailed } from './metric'
import { concernsStaff, rolesOfWorkshop, walkingSeconds } from './staff-travel'

const KIND = kindOf('load', 'share', 'day', 'less')

/** Loads above 1 by less than this are rounding. */
const NOISE = 1e-9

/** How full the fullest place of each kind is, how busy each role; the whole is the largest of them. */
export function load(assessment: Assessment): readonly Metric[] {
  const parts = [...placeLoads(assessment), ...roleLoads(assessment)]
  const failed = parts.find(({ value }) => value.result.status === 'unavailable')
  const largest = parts.reduce((most, { value }) => (value.result.status === 'available' ? Math.max(most, value.result.value) : most), 0)
  const whole: Result = failed !== undefined ? failed.value.result : parts.length === 0 ? because('unavailable.noVisits') : available(largest)
  return [metricOf(KIND, undefined, whole, () => parts.flatMap((part) => part.parts())), ...parts]
}

/** Places and roles that the day's visits ask more of than there is. */
export function overloadedOf(assessment: Assessment, loads: readonly Metric[]): readonly Message[] {
  return loads.flatMap(({ value: { subject, result } }) => {
    if (subject === undefined || result.status === 'unavailable' || result.value <= 1 + NOISE) return []
    const [kind, name] = [subject.slice(0, subject.indexOf(':')), subject.slice(subject.indexOf(':') + 1)]
    if (kind === 'role') return [message('overloaded.role', { role: roleName(assessment, name), load: result.value })]
    return [message('overloaded.place', { place: placeTypeName(assessment, name), load: result.value })]
  })
}

/** A stay that takes up a place for some time: where, of what kind, and for how many minutes a day. */
type TimedStay = { readonly stay: Stay; readonly minutes: number }
const knownStays = new WeakMap<Sums, { readonly perDay: number; readonly stays: readonly TimedStay[] }>()

/** The stays of a stream that load a place: the same as long as its decisions are. */
function timedStays({ stream: { perDay }, plan, decided }: WalkedStream): readonly TimedStay[] {
  const known = knownStays.get(decided.sums)
  if (known?.perDay === perDay) return known.stays
  const stays: TimedStay[] = []
  for (const stay of plan.stays) {
    const { spot, minutes, turnaround } = stay
    if (minutes + turnaround === 0 || (spot !== undefined && !Number.isFinite(spot.capacity))) continue
    stays.push({ stay, minutes: perDay * decided.numberOf(stay.perVisit) * (minutes + turnaround) })
  }
  knownStays.set(decided.sums, { perDay, stays })
  return stays
}

type PlaceUse = { readonly element: string; readonly capacity: number; readonly minutes: number[] }

function placeLoads(assessment: Assessment): readonly Metric[] {
  const { journeys, scenario } = assessment
  const openMinutes = (scenario.opening.to - scenario.opening.from) / 60
  const uses = new Map<string, PlaceUse>()
  const types = new Map<string, { spots: Set<string>; isMissing: boolean }>()
  for (const walked of journeys.streams) {
    for (const { stay, minutes } of timedStays(walked)) {
      const { spot, placeType } = stay
      const type = types.get(placeType) ?? { spots: new Set(), isMissing: false }
      types.set(placeType, type)
      if (spot === undefined) {
        type.isMissing = true
        continue
      }
      type.spots.add(spot.key)
      const use = uses.get(spot.key) ?? { element: spot.element, capacity: spot.capacity, minutes: [] }
      uses.set(spot.key, use)
      use.minutes.push(minutes)
    }
  }
  const loadOf = (key: string) => {
    const { capacity, minutes } = uses.get(key)!
    return steadySum(minutes) / (capacity * openMinutes)
  }
  return [...types.keys()].sort().map((name) => {
    const { spots, isMissing } = types.get(name)!
    const keys = [...spots].sort()
    const result =
      isMissing && keys.length === 0
        ? because('unavailable.noPlace', { place: placeTypeName(assessment, name) })
        : openMinutes <= 0
          ? because('unavailable.neverOpen')
          : available(keys.reduce((most, key) => Math.max(most, loadOf(key)), 0))
    return metricOf(KIND, `place:${name}`, result, () =>
      keys.map(
        (key): Part => ({
          trip: undefined,
          subject: message('part.place', { place: elementName(assessment, uses.get(key)!.element) }),
          amount: loadOf(key),
          marks: [{ role: 'element', points: [], element: uses.get(key)!.element }],
        }),
      ),
    )
  })
}

function roleLoads(assessment: Assessment): readonly Metric[] {
  const { journeys, scenario } = assessment
  return rolesOfWorkshop(assessment).map((role) => {
    const onDuty = scenario.shifts.reduce((sum, { from, to, people }) => sum + ((people[role.key] ?? 0) * Math.max(0, to - from)) / 60, 0)
    const working = steadySum(journeys.streams.flatMap((walked) => minutesOfRoles(walked).get(role.key) ?? []))
    const result =
      onDuty === 0
        ? idle(working)
        : unlessFailed(assessment, concernsStaff(role.key), () => (working + walkingSeconds(assessment, role) / 60) / onDuty)
    return metricOf(KIND, `role:${role.key}`, result, () => {
      const walking = walkingSeconds(assessment, role) / 60
      const part = (key: string, amount: number): Part => ({ trip: undefined, subject: message(key, { role: role.name }), amount, marks: [] })
      return onDuty === 0 ? [] : [part('part.roleSteps', working / onDuty), part('part.roleWalking', walking / onDuty)]
    })
  })
}

type RoleMinutes = { readonly perDay: number; readonly minutes: ReadonlyMap<Key, readonly number[]> }
const knownMinutes = new WeakMap<Sums, RoleMinutes>()

/** Minutes a day that each role works at the steps of a stream: the same as long as its decisions are. */
function minutesOfRoles({ stream: { perDay }, plan, decided }: WalkedStream): RoleMinutes['minutes'] {
  const known = knownMinutes.get(decided.sums)
  if (known?.perDay === perDay) return known.minutes
  const minutes = new Map<Key, number[]>()
  for (const { people, perVisit } of plan.stays) {
    const times = people.length === 0 ? 0 : perDay * decided.numberOf(perVisit)
    for (const part of people) {
      const worked = times * part.people * part.minutes
      const found = minutes.get(part.role)
      if (found === undefined) minutes.set(part.role, [worked])
      else found.push(worked)
    }
  }
  knownMinutes.set(decided.sums, { perDay, minutes })
  return minutes
}

/** A role that nobody is on duty in carries nothing only if nothing is asked of it. */
function idle(working: number): Result {
  return working === 0 ? available(0) : because('unavailable.nobodyOnDuty')
}

function roleName(assessment: Assessment, key: string): string {
  return rolesOfWorkshop(assessment).find((role) => role.key === key)?.name ?? key
}

/** `roomType/fixtureType` in words. */
function placeTypeName({ workshop }: Assessment, placeType: string): string {
  return typeNames(placeTypeOfKey(placeType), workshop).join(', ')
}

/** The name of a room, fixture or opening, for a Message; what has none of its own is called by its room and what it is. */
export function elementName({ building, workshop }: Assessment, id: string): Name {
  for (const { rooms, fixtures, openings } of building.storeys) {
    const nameOfRoom = (of: Id | undefined) => rooms.find(({ room }) => room.id === of)?.room.name
    const room = nameOfRoom(id as Id)
    if (room !== undefined) return room
    const built = fixtures.find(({ fixture }) => fixture.id === id)
    if (built !== undefined) return fixtureName(built.fixture, nameOfRoom(built.room), workshop)
    const opening = openings.find((one) => one.opening.id === id)?.opening
    if (opening !== undefined) return nameOfOpening(opening, 'room' in opening.on ? nameOfRoom(opening.on.room) : undefined)
  }
  return ''
}

/** A fixture by its own name, else by its room and its type: there may be one in every room. */
function fixtureName({ name, fixtureType }: Fixture, room: string | undefined, workshop: RecordTable): Name {
  if (name !== '') return name
  const fixture = fixtureTypeName(fixtureType, workshop)
  return room === undefined ? fixture : message('subject.place', { room, fixture })
}
