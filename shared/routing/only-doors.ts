import type { FloorGraph } from '#shared/walkable/walk-graph'
import type { NumberedFloor } from './numbered-floor'

/** Of a room: no threshold, or more than one. */
const NO_DOOR = -1
const SEVERAL = -2

/**
 * Is there but one door to a room, with room for the body all along it? Then nobody in it gains by going out and in again: from where
 * they go out to where they come in they could as well have walked along the door.
 */
export function onlyDoors({ parts, rules, regions }: NumberedFloor, graph: FloorGraph): (room: number) => boolean {
  let doors: Int32Array | undefined
  const known: (boolean | undefined)[] = []
  return (room) => {
    doors ??= doorsOf(parts.thresholds, regions.length)
    const door = doors[room] ?? NO_DOOR
    known[room] ??= door >= 0 && rules[door]?.opening !== undefined && graph.isOpenAlong(door)
    return known[room]!
  }
}

/** By the numbers of rooms. */
function doorsOf(thresholds: NumberedFloor['parts']['thresholds'], rooms: number): Int32Array {
  const doors = new Int32Array(rooms).fill(NO_DOOR)
  thresholds.forEach((line, number) => {
    if (line === undefined) return
    for (const room of [line.leftRegion, line.rightRegion]) if (room >= 0) doors[room] = doors[room] === NO_DOOR ? number : SEVERAL
  })
  return doors
}
