import { indexed } from '#shared/base/indexed'
import { closedPlaces } from '#shared/document/closed-places'
import type { PlaceOfType } from '#shared/document/pathway'
import type { Scenario } from '#shared/document/workshop'
import { placeIn } from '#shared/journeys/journeys'
import type { PlaceSet } from '#shared/journeys/place-choice'
import type { Premises, Spot } from '#shared/journeys/premises'
import type { SetModel, SpotModel } from './model'

/** Numbers the places and ends of a design as they are asked for, and leaves out those that are closed. */
export function openSpots(premises: Premises, scenario: Scenario) {
  const ends: string[] = []
  const endIndex = new Map<string, number>()
  const spots: SpotModel[] = []
  const spotIndex = new Map<string, SpotModel>()
  const sets: SetModel[] = []
  const setIndex = new Map<string, number>()
  const closed = closedSpots(premises, scenario)

  const end = (key: string) => indexed(endIndex, ends, key, key)

  function spot({ key, element, capacity, patient, staff, item }: Spot): SpotModel {
    let model = spotIndex.get(key)
    if (model === undefined) {
      const where = premises.end(patient.in)
      const name = placeIn(premises.nameOf(where), premises.placeNameOf(where))
      model = {
        index: spots.length,
        key,
        element,
        // Nothing is done at a gate, the one thing that may go by words instead of a name.
        name: typeof name === 'string' ? name : '',
        capacity,
        seats: Math.max(Number.isFinite(capacity) ? capacity : 1e9, seatsOf(premises, element)),
        patientIn: end(patient.in),
        patientOut: end(patient.out),
        staffIn: end(staff.in),
        staffOut: end(staff.out),
        itemIn: end(item.in),
        itemOut: end(item.out),
      }
      spots.push(model)
      spotIndex.set(key, model)
    }
    return model
  }

  return {
    ends,
    spots,
    sets,
    end,
    spot,
    /** Whether the scenario closes all of some places. */
    areClosed: (some: readonly Spot[]) => some.every(({ key }) => closed.has(key)),
    set({ spots: some, choice, shares }: PlaceSet, place: PlaceOfType): number {
      const open = some.filter(({ key }) => !closed.has(key))
      const key = `${choice} ${open.map((one) => one.key).join()} ${choice === 'assigned' ? shares.join() : ''}`
      let index = setIndex.get(key)
      if (index === undefined) {
        index = sets.length
        sets.push({ index, spots: open.map(spot), choice, shares: some.flatMap((one, at) => (closed.has(one.key) ? [] : [shares[at]!])) })
        setIndex.set(key, index)
        // A base may lie at a place that nobody asks for otherwise.
        for (const one of premises.spotsOf(place)) spot(one)
      }
      return index
    },
  }
}

/** The last places of each kind that the scenario closes, in the order of ids. */
function closedSpots(premises: Premises, scenario: Scenario): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const { count, ...place } of closedPlaces(scenario)) {
    const { fixtureType } = place
    const own = premises.spotsOf(place)
    const rooms = new Set<string | undefined>(fixtureType === undefined ? own.slice(-count).map(({ room }) => room) : [])
    for (const { key } of own.slice(-count)) keys.add(key)
    if (rooms.size === 0) continue
    // A room that is down takes all that stands in it with it.
    for (const { rooms: built, fixtures } of premises.building.storeys) {
      for (const { room } of built) if (rooms.has(room.id)) keys.add(room.id)
      for (const { fixture, room } of fixtures) if (rooms.has(room)) keys.add(fixture.id)
    }
  }
  return keys
}

/** Patients' use points of a piece of furniture: a bench of four seats four. */
function seatsOf(premises: Premises, element: string): number {
  for (const { fixtures } of premises.building.storeys) {
    const built = fixtures.find(({ fixture }) => fixture.id === element)
    if (built !== undefined) return built.usePoints.filter(({ for: whom }) => whom === 'patient').length
  }
  return 0
}
