import type { Point } from '#shared/geometry/point'
import type { LayoutFacts, OpeningFacts } from '#shared/metrics/layout-facts'

/** A line on the plan, in metres, and how much each metre of it counts. */
export type WeightedLine = { readonly points: readonly Point[]; readonly weight: number }

/** A door by the room that it belongs to (`outside` it), or by its own name (`at` it): an entrance, or one between corridors. */
export type NamedDoor = { readonly at: 'outside' | 'by'; readonly name: string }

/** A line is dealt out to doors by pieces of this length. Metres. */
const PIECE_M = 0.5

/** The door that most of some lines lie nearest to. */
export function nearestDoor({ openings, rooms }: LayoutFacts, lines: readonly WeightedLine[]): NamedDoor | undefined {
  const doors = openings.filter(({ opening }) => opening.opening === 'door' || opening.opening === 'archway')
  const names = new Map(rooms.map(({ room }) => [room.id, room.name] as const))
  const metres = new Map<string, { readonly door: NamedDoor; sum: number }>()
  for (const { points, weight } of lines) {
    for (const { middle, length } of piecesOf(points)) {
      const door = nearestOf(doors, middle)
      const named = door === undefined ? undefined : nameOf(door, names)
      if (named === undefined) continue
      const known = metres.get(named.name) ?? { door: named, sum: 0 }
      known.sum += length * weight
      metres.set(named.name, known)
    }
  }
  const [most] = [...metres.values()].sort((a, b) => b.sum - a.sum || (a.door.name < b.door.name ? -1 : 1))
  return most?.door
}

function nearestOf(doors: readonly OpeningFacts[], to: Point): OpeningFacts | undefined {
  let nearest: OpeningFacts | undefined
  let least = Number.POSITIVE_INFINITY
  for (const door of doors) {
    const distance = (door.centre.x - to.x) ** 2 + (door.centre.y - to.y) ** 2
    if (distance < least) {
      least = distance
      nearest = door
    }
  }
  return nearest
}

function nameOf({ opening, joins }: OpeningFacts, rooms: ReadonlyMap<string, string>): NamedDoor | undefined {
  if (opening.gate !== undefined && opening.name !== '') return { at: 'by', name: opening.name }
  // A door is called by the room that it belongs to: what lies on its other side may be a corridor drawn as a room.
  const room = 'room' in opening.on ? rooms.get(opening.on.room) : joins.flatMap((side) => rooms.get(side) ?? [])[0]
  if (room !== undefined) return { at: 'outside', name: room }
  return opening.name === '' ? undefined : { at: 'by', name: opening.name }
}

/** A line in pieces of at most half a metre; a crossing, which has no length, counts as a piece of a millimetre. */
function piecesOf(points: readonly Point[]): readonly { readonly middle: Point; readonly length: number }[] {
  const [only] = points
  if (only !== undefined && points.length === 1) return [{ middle: only, length: 0.001 }]
  return points.slice(1).flatMap((to, index) => {
    const from = points[index] as Point
    const length = Math.sqrt((to.x - from.x) ** 2 + (to.y - from.y) ** 2)
    const count = Math.ceil(length / PIECE_M)
    return Array.from({ length: count }, (_, piece) => {
      const along = (piece + 0.5) / count
      return { middle: { x: from.x + (to.x - from.x) * along, y: from.y + (to.y - from.y) * along }, length: length / count }
    })
  })
}
