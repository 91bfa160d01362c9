import type { Trip } from '#shared/journeys/trip'
import type { Assessment } from './assessment'
import { because, kindOf, type Metric, metricOf, partsOfTrips, unlessFailed } from './metric'
import { isPatientTrip } from './patient-travel'
import { concernsStaff, rolesOfWorkshop, staffTrips } from './staff-travel'

const PATIENTS = kindOf('patientRides', 'count', 'visit', 'neither')
const STAFF = kindOf('staffRides', 'count', 'visit', 'neither')

/** Rides in lifts, counted beside the metres that they leave out: a patient visit, and for its staff. A design without a lift has no such number. */
export function rides(assessment: Assessment): readonly Metric[] {
  const { building, journeys, visitsPerDay } = assessment
  if (building.connectors.every(({ connector, landings }) => connector.connector !== 'lift' || landings.length < 2)) return []
  if (visitsPerDay === 0) return [PATIENTS, STAFF].map((kind) => metricOf(kind, undefined, because('unavailable.noVisits')))
  const amountOf = (trip: Trip) => (trip.perDay * ridesOf(trip)) / visitsPerDay
  const sum = (trips: readonly Trip[]) => trips.reduce((total, trip) => total + amountOf(trip), 0)
  const ofPatients = journeys.trips.filter(isPatientTrip)
  const isOfPatients = ({ purpose, flow }: { readonly purpose: string; readonly flow: string }) => purpose === 'patient' && flow === 'patient'
  return [
    metricOf(
      PATIENTS,
      undefined,
      unlessFailed(assessment, isOfPatients, () => sum(ofPatients)),
      () => partsOfTrips(ofPatients, amountOf),
    ),
    ...[undefined, ...rolesOfWorkshop(assessment).map(({ key }) => key)].map((role) => {
      const trips = staffTrips(assessment, role)
      return metricOf(
        STAFF,
        role === undefined ? undefined : `role:${role}`,
        unlessFailed(assessment, concernsStaff(role), () => sum(trips)),
        () => partsOfTrips(trips, amountOf),
      )
    }),
  ]
}

/** Rides in lifts on the way of a trip, of several ways by their shares. */
export function ridesOf({ rides: taken = [] }: Pick<Trip, 'rides'>): number {
  let sum = 0
  for (const { kind, share } of taken) if (kind === 'lift') sum += share
  return sum
}
