import fc from 'fast-check'
import type { FloorParts, NumberedThreshold } from '#shared/walkable/walk-graph'

/** A small floor with what makes bodies with a radius go wrong: slits, gaps of 2 to 3 radii, overlaps, thin walls, turned furniture. Millimetres. */
export type DiscFloor = {
  readonly parts: FloorParts
  readonly radius: number
  readonly stops: readonly (readonly [number, number])[]
  readonly doors: readonly NumberedThreshold[]
}

const coordinate = (most: number) => fc.integer({ min: 0, max: most })

/** Four rooms around a cross of walls, a door in each arm (thick or thin), furniture at any angle, perhaps a room with open edges. */
export const discFloors: fc.Arbitrary<DiscFloor> = fc
  .record({
    radius: fc.constantFrom(250, 400, 500),
    thickness: fc.constantFrom(0, 0, 100, 120),
    middle: fc.tuple(fc.integer({ min: 2500, max: 5500 }), fc.integer({ min: 2500, max: 5500 })),
    doors: fc.array(fc.record({ at: fc.double({ min: 0.05, max: 0.95, noNaN: true }), width: fc.constantFrom(0, 2, 2.05, 2.2, 2.8, 4) }), {
      minLength: 4,
      maxLength: 4,
    }),
    furniture: fc.array(
      fc.record({
        x: coordinate(8000),
        y: coordinate(8000),
        w: fc.integer({ min: 1, max: 1500 }),
        h: fc.integer({ min: 1, max: 900 }),
        turn: fc.constantFrom(0, 0, 0, 7, 30, 45),
      }),
      { maxLength: 6 },
    ),
    island: fc.option(
      fc.record({ x: coordinate(6000), y: coordinate(6000), w: fc.integer({ min: 300, max: 2500 }), h: fc.integer({ min: 300, max: 2500 }) }),
    ),
    stops: fc.array(fc.tuple(coordinate(8000), coordinate(8000)), { minLength: 5, maxLength: 5 }),
  })
  .map(({ radius, thickness, middle, doors, furniture, island, stops }) => {
    const [mx, my] = middle
    const solids: number[][] = []
    const thresholds: NumberedThreshold[] = []
    const arms = [
      [0, my, mx, my],
      [mx, my, 8000, my],
      [mx, 0, mx, my],
      [mx, my, mx, 8000],
    ] as const
    // Regions: 0 south-west, 1 south-east, 2 north-west, 3 north-east.
    const sides = [
      [2, 0],
      [3, 1],
      [0, 1],
      [2, 3],
    ] as const
    arms.forEach(([ax, ay, bx, by], i) => {
      const length = bx - ax + by - ay
      const width = Math.min(length, Math.round(doors[i]!.width * radius))
      const from = Math.round(doors[i]!.at * (length - width))
      const [ux, uy] = bx > ax ? [1, 0] : [0, 1]
      const piece = (s: number, t: number) => {
        if (t > s) solids.push(wall(ax + ux * s, ay + uy * s, ax + ux * t, ay + uy * t, thickness))
      }
      piece(-thickness, from)
      piece(from + width, length + thickness)
      if (width > 0)
        thresholds.push({
          ax: ax + ux * from,
          ay: ay + uy * from,
          bx: ax + ux * (from + width),
          by: ay + uy * (from + width),
          leftRegion: sides[i]![0],
          rightRegion: sides[i]![1],
        })
    })
    for (const { x, y, w, h, turn } of furniture) solids.push(box(x, y, w, h, turn))
    // A room with open edges all round: shut, it is gone round by its corners. First, since the first doors are the ones shut.
    if (island) thresholds.unshift(...openEdges(island.x, island.y, island.x + island.w, island.y + island.h))
    const ring = [0, 0, 0, 8000, 8000, 8000, 8000, 0]
    return {
      parts: { solids: [{ ring, outside: true }, ...solids.map((solid) => ({ ring: solid, outside: false }))], thresholds },
      radius,
      stops,
      doors: thresholds,
    }
  })

function openEdges(x0: number, y0: number, x1: number, y1: number): NumberedThreshold[] {
  const regions = { leftRegion: 4, rightRegion: -1 }
  return [
    { ax: x0, ay: y0, bx: x1, by: y0, ...regions },
    { ax: x1, ay: y0, bx: x1, by: y1, ...regions },
    { ax: x1, ay: y1, bx: x0, by: y1, ...regions },
    { ax: x0, ay: y1, bx: x0, by: y0, ...regions },
  ]
}

function wall(ax: number, ay: number, bx: number, by: number, thickness: number): number[] {
  const h = thickness / 2
  if (h === 0) return [ax, ay, bx, by]
  return ay === by ? [ax, ay - h, bx, ay - h, bx, ay + h, ax, ay + h] : [ax - h, ay, ax + h, ay, ax + h, by, ax - h, by]
}

function box(x: number, y: number, w: number, h: number, turn: number): number[] {
  const c = Math.cos((turn * Math.PI) / 180)
  const s = Math.sin((turn * Math.PI) / 180)
  return [
    [0, 0],
    [w, 0],
    [w, h],
    [0, h],
  ].flatMap(([u, v]) => [Math.round(x + c * u! - s * v!), Math.round(y + s * u! + c * v!)])
}
