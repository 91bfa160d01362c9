import type { Id, Key } from '#shared/base/ids'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Requirement, RoomType } from '#shared/document/workshop'
import type { Building, BuiltRoom } from './building'

/** A design held against the brief. Areas in square metres, net. */
export type BriefComparison = {
  /** Rooms that the brief wants and the design lacks. */
  readonly missing: number
  /** Rooms beyond the brief, circulation left out. */
  readonly extra: number
  /** Rooms smaller than the brief wants. */
  readonly below: number
  /** By how much they are smaller, together. */
  readonly shortfall: number
  /** One line a room type that the brief or the design has, in the order of keys. */
  readonly lines: readonly BriefLine[]
}

export type BriefLine = {
  readonly roomType: Key
  readonly wanted: number
  /** Rooms that count towards it, of this type or of one that serves as it. */
  readonly rooms: readonly Id[]
  readonly missing: number
  readonly extra: readonly Id[]
  readonly below: readonly { readonly room: Id; readonly area: number; readonly minimum: number }[]
}

/** Smaller differences are rounding. Square metres. */
const NOISE_M2 = 1e-6

/**
 * Holds a design against the brief's requirements; undefined where the workshop has none. Larger rooms
 * meet larger minimums. Rooms of a type that the brief wants fewer of, or not at all, stand in for
 * missing types that they serve as; a room counts once.
 */
export function compareWithBrief(building: Building, workshop: RecordTable): BriefComparison | undefined {
  const requirements = recordsOf(workshop, 'requirement')
  if (requirements.length === 0) return undefined
  const types = new Map(recordsOf(workshop, 'roomType').map((type) => [type.key, type]))
  const wanted = minimumsByType(requirements, types)
  const spare = new Map<Key, BuiltRoom[]>()
  for (const room of building.storeys.flatMap(({ rooms }) => rooms)) {
    const ofType = spare.get(room.room.roomType)
    if (ofType === undefined) spare.set(room.room.roomType, [room])
    else ofType.push(room)
  }
  const taken = new Map<Key, BuiltRoom[]>()
  for (const [key, minimums] of wanted) {
    const rooms = largestFirst(spare.get(key) ?? [])
    taken.set(key, rooms.splice(0, minimums.length))
    spare.set(key, rooms)
  }
  for (const [key, minimums] of wanted) {
    const rooms = taken.get(key)!
    for (const other of [...spare.keys()].sort()) {
      if (types.get(other)?.servesAs.includes(key)) rooms.push(...spare.get(other)!.splice(0, minimums.length - rooms.length))
    }
  }
  const keys = [...new Set([...wanted.keys(), ...spare.keys()])].sort()
  const lines = keys.map((key) =>
    lineOf(key, wanted.get(key) ?? [], taken.get(key) ?? [], types.get(key)?.use === 'circulation' ? [] : (spare.get(key) ?? [])),
  )
  return {
    missing: sum(lines.map((line) => line.missing)),
    extra: sum(lines.map((line) => line.extra.length)),
    below: sum(lines.map((line) => line.below.length)),
    shortfall: sum(lines.flatMap((line) => line.below.map(({ area, minimum }) => minimum - area))),
    lines,
  }
}

function minimumsByType(requirements: readonly Requirement[], types: ReadonlyMap<Key, RoomType>): ReadonlyMap<Key, readonly number[]> {
  const wanted = new Map<Key, number[]>()
  for (const { roomType, count, minimumArea } of requirements) {
    const minimum = minimumArea ?? types.get(roomType)?.minimumArea ?? 0
    wanted.set(roomType, [...(wanted.get(roomType) ?? []), ...Array<number>(count).fill(minimum)])
  }
  for (const minimums of wanted.values()) minimums.sort((a, b) => b - a)
  return new Map([...wanted].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function lineOf(roomType: Key, minimums: readonly number[], taken: readonly BuiltRoom[], spare: readonly BuiltRoom[]): BriefLine {
  const rooms = largestFirst(taken)
  return {
    roomType,
    wanted: minimums.length,
    rooms: rooms.map(({ room }) => room.id),
    missing: minimums.length - rooms.length,
    extra: spare.map(({ room }) => room.id),
    below: rooms.flatMap(({ room, netArea }, i) => {
      const minimum = minimums[i]!
      return netArea < minimum - NOISE_M2 ? [{ room: room.id, area: netArea, minimum }] : []
    }),
  }
}

function largestFirst(rooms: readonly BuiltRoom[]): BuiltRoom[] {
  return [...rooms].sort((a, b) => b.netArea - a.netArea || (a.room.id < b.room.id ? -1 : 1))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
