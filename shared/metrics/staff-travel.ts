import { filled } from '#shared/base/filled'
import type { Id, Key } from '#shared/base/ids'
import { recordsOf } from '#shared/document/document'
import type { Role } from '#shared/document/workshop'
import type { Trip } from '#shared/journeys/trip'
import { type Assessment, meanOver, routesOf, storeyOfTrip } from './assessment'
import { because, kindOf, type Metric, metricOf, partsOfTrips, unlessFailed } from './metric'
import { metresOf } from './patient-travel'
import { doorsOf } from './route-facts'

const PER_PATIENT = kindOf('staffTravelPerPatient', 'metre', 'visit', 'less')
const PER_PERSON = kindOf('staffTravelPerPersonShift', 'metre', 'personShift', 'less')

/** Walking for the tasks listed: metres a patient visit, and a person and shift; all staff together and each role. */
export function staffTravel(assessment: Assessment): readonly Metric[] {
  const { visitsPerDay } = assessment
  const roles = rolesOfWorkshop(assessment)
  const all = staffTrips(assessment, undefined)
  const people = roles.map(({ key }) => peopleOnDuty(assessment, key))
  const perPatient = (subject: string | undefined, role: Key | undefined, trips: readonly Trip[]) =>
    metricOf(
      PER_PATIENT,
      subject,
      visitsPerDay === 0 ? because('unavailable.noVisits') : unlessFailed(assessment, concernsStaff(role), () => metresOf(trips) / visitsPerDay),
      () => partsOfTrips(trips, ({ perDay, length }) => (perDay * length) / visitsPerDay),
    )
  const perPerson = (subject: string | undefined, role: Key | undefined, trips: readonly Trip[], number: number) =>
    metricOf(
      PER_PERSON,
      subject,
      number === 0 ? because('unavailable.nobodyOnDuty') : unlessFailed(assessment, concernsStaff(role), () => metresOf(trips) / number),
      () => partsOfTrips(trips, ({ perDay, length }) => (perDay * length) / number),
    )
  const everybody = people.reduce((sum, number) => sum + number, 0)
  return [
    perPatient(undefined, undefined, all),
    ...roles.map(({ key }) => perPatient(`role:${key}`, key, staffTrips(assessment, key))),
    perPerson(undefined, undefined, all, everybody),
    ...roles.map(({ key }, index) => perPerson(`role:${key}`, key, staffTrips(assessment, key), people[index]!)),
  ]
}

/** The roles of the workshop in the order of keys. */
export function rolesOfWorkshop({ workshop }: Assessment): readonly Role[] {
  return [...recordsOf(workshop, 'role')].sort((a, b) => (a.key < b.key ? -1 : 1))
}

const tripsOfRoles = new WeakMap<readonly Trip[], Map<Key | undefined, readonly Trip[]>>()

/** Walks derived from steps, of one role or of all. */
export function staffTrips({ journeys: { trips } }: Assessment, role: Key | undefined): readonly Trip[] {
  const ofRoles = filled(tripsOfRoles, trips, () => new Map())
  return filled(ofRoles, role, () => trips.filter((trip) => trip.role !== undefined && (role === undefined || trip.role === role)))
}

export function concernsStaff(role: Key | undefined) {
  return (failure: { readonly role: Key | undefined }) => failure.role !== undefined && (role === undefined || failure.role === role)
}

/** People of a role on duty in a day, each of their shifts counted. */
export function peopleOnDuty({ scenario }: Assessment, role: Key): number {
  return scenario.shifts.reduce((sum, { people }) => sum + (people[role] ?? 0), 0)
}

const knownSeconds = new WeakMap<Assessment, Map<Role, number>>()

/** Seconds of walking a day, doors on the way included. They walk at their role's speed, whatever they push. */
export function walkingSeconds(assessment: Assessment, role: Role): number {
  const known = filled(knownSeconds, assessment, () => new Map())
  return filled(known, role, () => newSeconds(assessment, role))
}

/** As on one storey, with the time of lifts. */
function secondsOverStoreys(assessment: Assessment, trip: Trip, speed: number, doorsAmong: (passed: readonly Id[], walk: Trip) => number): number {
  const { doorSeconds } = assessment.settings
  let rides = 0
  for (const { seconds, share } of trip.rides ?? []) rides += seconds * share
  let sum = trip.perDay * (trip.length / speed + rides)
  for (const walk of trip.walks?.() ?? [])
    sum += walk.perDay * doorSeconds * meanOver(routesOf(assessment, walk), ({ passed }) => doorsAmong(passed, walk))
  return sum
}

/** The doors on the way of a trip, the mean over its routes: trips outlive previews that leave them as they are. */
const doorsOfTrips = new WeakMap<Trip, { readonly among: ReadonlySet<Id>; readonly doors: number }>()

function newSeconds(assessment: Assessment, { key, speed }: Role): number {
  const { doorSeconds } = assessment.settings
  const { building } = assessment
  const doorsAmong = (passed: readonly Id[], trip: Trip) => {
    if (passed.length === 0) return 0
    const all = doorsOf(building.storeys[storeyOfTrip(building, trip)]!.openings)
    let doors = 0
    for (const id of passed) if (all.has(id)) doors += 1
    return doors
  }
  const doorsOn = (trip: Trip): number => {
    const among = doorsOf(building.storeys[storeyOfTrip(building, trip)]!.openings)
    const known = doorsOfTrips.get(trip)
    if (known?.among === among) return known.doors
    const doors = meanOver(routesOf(assessment, trip), ({ passed }) => doorsAmong(passed, trip))
    doorsOfTrips.set(trip, { among, doors })
    return doors
  }
  let sum = 0
  for (const trip of staffTrips(assessment, key)) {
    if (trip.walks !== undefined) {
      sum += secondsOverStoreys(assessment, trip, speed, doorsAmong)
      continue
    }
    const doors = doorSeconds === 0 ? 0 : doorsOn(trip)
    sum += trip.perDay * (trip.length / speed + doors * doorSeconds)
  }
  return sum
}
