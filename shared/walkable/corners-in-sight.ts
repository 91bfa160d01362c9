import { longer } from '#shared/base/longer'
import { positionKey } from './disc-piece'
import type { Walls } from './disc-walls'
import { placeIndex, visitInSight } from './place-index'
import { mayBeSeen, shadowOn } from './shadow'
import type { FloorParts } from './walk-graph'

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
  const index = placeIndex(x, y)
  const shadows = Array.from(x, (_, i) => shadowOn(parts, walls, x[i]!, y[i]!))
  return shadows.map((shadow, i) => {
    let found = 0
    // What lies behind in the list lies in this column or one further right.
    visitInSight(
      index,
      shadow,
      (j) => {
        if (j <= i || !mayBeSeen(shadows[j]!, x[i]!, y[i]!)) return
        if (found === room.length) room = longer(room, new Int32Array(2 * room.length))
        room[found++] = j
      },
      x[i],
    )
    return room.slice(0, found).sort()
  })
}
