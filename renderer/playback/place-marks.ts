import type { BuildingStorey } from '#shared/building/building'
import type { Point } from '#shared/geometry/point'
import type { Film } from '#shared/simulation/playback/film'
import type { PlaceStates } from '#shared/simulation/playback/player'

/** Where the state of a place is shown: all of a room that is one place, else a patch of floor about the place. */
export type PlacePatch = { readonly place: number; readonly ring: readonly Point[] | undefined; readonly x: number; readonly y: number }

/** Where people wait together: the places of a room, and the middle of them. */
export type QueueSpot = { readonly places: readonly number[]; readonly x: number; readonly y: number }

export type PlaceMarks = { readonly patches: readonly PlacePatch[]; readonly queues: readonly QueueSpot[] }

/** The radius of a patch. Metres. */
export const PATCH_M = 0.85

/** Which places of a storey are shown: those that are taken at some time of the day, and those where somebody may wait. */
export function placeMarksOf(film: Film, storey: number, { rooms }: BuildingStorey): PlaceMarks {
  const own = Array.from(film.places.keys()).filter((place) => film.places[place]!.storey === storey)
  const taken = own.filter((place) => film.stays.first[place + 1]! > film.stays.first[place]!)
  const patches = taken.map((place): PlacePatch => {
    const { room, x, y } = film.places[place]!
    const isAlone = taken.filter((other) => film.places[other]!.room === room).length === 1
    return { place, ring: isAlone ? rooms.find((built) => built.room.id === room)?.polygon : undefined, x, y }
  })
  const byRoom = new Map<string, number[]>()
  for (const place of own) {
    const key = film.places[place]!.room ?? film.places[place]!.element
    byRoom.set(key, [...(byRoom.get(key) ?? []), place])
  }
  const queues = [...byRoom.values()].map((places): QueueSpot => {
    const mean = (of: 'x' | 'y') => places.reduce((sum, place) => sum + film.places[place]![of], 0) / places.length
    return { places, x: mean('x'), y: mean('y') }
  })
  return { patches, queues }
}

/** How a place stands: being turned round goes before free, taken before both. */
export type PlaceState = 'free' | 'taken' | 'turned'

export function stateOf({ taken, turned }: PlaceStates, place: number): PlaceState {
  return taken[place]! > 0 ? 'taken' : turned[place]! > 0 ? 'turned' : 'free'
}

export function waitingAt({ waiting }: PlaceStates, { places }: QueueSpot): number {
  let sum = 0
  for (const place of places) sum += waiting[place]!
  return sum
}
