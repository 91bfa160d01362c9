import { longer } from '#shared/base/longer'
import { positionKey } from './disc-piece'
import type { Walls } from './disc-walls'
import { mayBeSeen, reachOf, type Shadow, shadowOn } from './shadow'
import type { FloorParts } from './walk-graph'

/** Cells of the index of places, in millimetres: about a small room. */
const CELL_MM = 4000
/** More cells than this across, and the floor is larger than any building: then cells are larger. */
const MOST_CELLS = 256

/** Places on a floor in the order of x, then y. Whole millimetres. */
export type Places = { readonly x: Float64Array; readonly y: Float64Array }

/** Of places that were asked about: those behind each that it may see and be seen from, ascending. */
type Known = { readonly numbers: ReadonlyMap<number, number>; readonly behind: readonly Int32Array[] }

const knownOf = new WeakMap<FloorParts, Known>()

/**
 * Which pairs of places may see each other: for each place those behind it in the list, ascending. Cautious: what is
 * left out is surely hidden. Bodies of all radii bend about the same corners, so their pairs are looked for once.
 */
export function placesInSight(parts: FloorParts, walls: Walls, places: Places): readonly Int32Array[] {
  const count = places.x.length
  const known = knownOf.get(parts)
  if (known === undefined) {
    const behind = pairsAnew(parts, walls, places)
    const numbers = new Map<number, number>()
    for (let i = 0; i < count; i++) numbers.set(positionKey(places.x[i]!, places.y[i]!), i)
    knownOf.set(parts, { numbers, behind })
    return behind
  }
  const numberOf = new Int32Array(count)
  const placeOf = new Int32Array(known.behind.length).fill(-1)
  const strangers: number[] = []
  for (let i = 0; i < count; i++) {
    const number = known.numbers.get(positionKey(places.x[i]!, places.y[i]!)) ?? -1
    numberOf[i] = number
    if (number < 0) strangers.push(i)
    else placeOf[number] = i
  }
  const shadows = strangers.map((i) => shadowOn(parts, walls, places.x[i]!, places.y[i]!))
  return Array.from({ length: count }, (_, i) => {
    let size = 0
    const add = (j: number) => {
      if (size === room.length) room = longer(room, new Int32Array(2 * room.length))
      room[size++] = j
    }
    if (numberOf[i]! < 0) {
      const mine = shadows[strangers.indexOf(i)]!
      for (let j = i + 1; j < count; j++) if (mayBeSeen(mine, places.x[j]!, places.y[j]!)) add(j)
      return room.slice(0, size)
    }
    for (const number of known.behind[numberOf[i]!]!) if (placeOf[number]! >= 0) add(placeOf[number]!)
    const familiar = size
    for (let k = 0; k < strangers.length; k++) if (strangers[k]! > i && mayBeSeen(shadows[k]!, places.x[i]!, places.y[i]!)) add(strangers[k]!)
    const found = room.slice(0, size)
    return size > familiar ? found.sort() : found
  })
}

let room = new Int32Array(1024)

function pairsAnew(parts: FloorParts, walls: Walls, { x, y }: Places): readonly Int32Array[] {
  const count = x.length
  if (count === 0) return []
  const shadows: Shadow[] = []
  let low = Infinity
  let high = -Infinity
  for (let i = 0; i < count; i++) {
    shadows.push(shadowOn(parts, walls, x[i]!, y[i]!))
    if (y[i]! < low) low = y[i]!
    if (y[i]! > high) high = y[i]!
  }
  const left = x[0]!
  const right = x[count - 1]!
  const size = Math.max(CELL_MM, (right - left) / MOST_CELLS, (high - low) / MOST_CELLS)
  const columns = Math.floor((right - left) / size) + 1
  const rows = Math.floor((high - low) / size) + 1
  const starts = new Int32Array(columns * rows + 1)
  const cellOf = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    const cell = Math.floor((x[i]! - left) / size) * rows + Math.floor((y[i]! - low) / size)
    cellOf[i] = cell
    starts[cell + 1]!++
  }
  for (let cell = 0; cell < columns * rows; cell++) starts[cell + 1]! += starts[cell]!
  const fill = starts.slice()
  const members = new Int32Array(count)
  for (let i = 0; i < count; i++) members[fill[cellOf[i]!]!++] = i

  return shadows.map((shadow, i) => {
    const reach = reachOf(shadow)
    const lastColumn = Math.min(columns - 1, Math.floor((reach.x1 - left) / size))
    const firstRow = Math.max(0, Math.floor((reach.y0 - low) / size))
    const lastRow = Math.min(rows - 1, Math.floor((reach.y1 - low) / size))
    let found = 0
    // What lies behind in the list lies in this column or one further right.
    for (let column = Math.floor((x[i]! - left) / size); column <= lastColumn; column++) {
      for (let at = starts[column * rows + firstRow]!, end = starts[column * rows + lastRow + 1]!; at < end; at++) {
        const j = members[at]!
        if (j <= i || !mayBeSeen(shadow, x[j]!, y[j]!) || !mayBeSeen(shadows[j]!, x[i]!, y[i]!)) continue
        if (found === room.length) room = longer(room, new Int32Array(2 * room.length))
        room[found++] = j
      }
    }
    return room.slice(0, found).sort()
  })
}
