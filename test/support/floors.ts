import type { Region, Solid, Threshold, WalkableFloor } from '#shared/walkable/walkable-floor'

type Line = readonly [number, number, number, number]

/** A wall of thickness 0, in metres. */
export function thinWall(key: string, [ax, ay, bx, by]: Line): Solid {
  return { key, ring: [ax, ay, bx, by].map((value) => Math.round(value * 1000)) }
}

/** A rectangle, in metres, corner to corner. */
export function block(key: string, [ax, ay, bx, by]: Line): Solid {
  return { key, ring: rectangle([ax, ay, bx, by]) }
}

export function rectangle([ax, ay, bx, by]: Line): number[] {
  return [ax, ay, bx, ay, bx, by, ax, by].map((value) => Math.round(value * 1000))
}

/** A room that is a rectangle; `through` unless said otherwise. */
export function room(name: string, line: Line, rest: Partial<Region> = {}): Region {
  return { key: name, room: `room_${name.padEnd(6, '0')}`, ring: rectangle(line), through: true, admits: undefined, ...rest }
}

/** A door in metres, with its rooms (indices) on the left and right of a -> b. */
export function door(name: string, [ax, ay, bx, by]: Line, left: number, right: number, rest: Partial<Threshold> = {}): Threshold {
  const [x0, y0, x1, y1] = [ax, ay, bx, by].map((value) => Math.round(value * 1000)) as [number, number, number, number]
  const width = Math.hypot(bx - ax, by - ay)
  const opening = `opening_${name.padEnd(6, '0')}`
  return { key: name, opening, ax: x0, ay: y0, bx: x1, by: y1, left, right, width, admits: undefined, oneWay: undefined, ...rest }
}

/** The unit of worked-example.md: thin walls, rooms W C T N (0 to 3), doors DW DT DN, gates M and G. */
export function workedFloor(): WalkableFloor {
  const walls: Line[] = [
    [0, -5, 8, -5],
    [8, -5, 8, 0],
    [0, -5, 0, 0],
    [0, 0, 2, 0],
    [3, 0, 12, 0],
    [12, 0, 15.2, 0],
    [16.85, 0, 20, 0],
    [12, -5, 12, 0],
    [12, -5, 20, -5],
    [20, -5, 20, 0],
    [0, 0, 0, 0.5],
    [0, 2.5, 0, 3],
    [0, 3, 7, 3],
    [8, 3, 20, 3],
    [20, 0, 20, 0.3],
    [20, 1.3, 20, 3],
    [6, 3, 6, 8],
    [6, 8, 16, 8],
    [16, 8, 16, 3],
  ]
  return {
    boundary: [rectangle([-2, -6, 22, 9])],
    solids: walls.map((line, i) => thinWall(`wall${i}`, line)),
    regions: [
      room('W', [0, -5, 8, 0]),
      room('C', [0, 0, 20, 3]),
      room('T', [6, 3, 16, 8], { through: false }),
      room('N', [12, -5, 20, 0], { through: false }),
    ],
    thresholds: [
      door('DW', [2, 0, 3, 0], 1, 0),
      door('DT', [7, 3, 8, 3], 2, 1),
      door('DN', [15.2, 0, 16.85, 0], 1, 3),
      door('M', [0, 0.5, 0, 2.5], -1, 1),
      door('G', [20, 0.3, 20, 1.3], 1, -1),
    ],
  }
}
