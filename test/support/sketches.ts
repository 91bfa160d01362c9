import fc from 'fast-check'
import { box, fixture, opening, rounded, type Sketch } from './plans'

/**
 * Draws plans of rooms that stand wall to wall: rows of rooms of uneven widths, each row standing on the
 * one below, so that walls meet in corners, Ts and crossings. No openings unless asked for.
 */
export function wallToWall({
  thickness,
  doors = false,
  furniture = false,
}: {
  thickness?: number
  doors?: boolean
  furniture?: boolean
} = {}): fc.Arbitrary<Sketch> {
  const widths = fc.array(fc.integer({ min: 15, max: 60 }), { minLength: 1, maxLength: 4 })
  const rows = fc.array(fc.record({ widths, depth: fc.integer({ min: 20, max: 60 }), shift: fc.integer({ min: 0, max: 10 }) }), {
    minLength: 1,
    maxLength: 3,
  })
  return rows.chain((drawn) => {
    const count = drawn.reduce((sum, row) => sum + row.widths.length, 0)
    const extras = fc.array(
      fc.record({
        along: fc.integer({ min: 2, max: 5 }),
        edge: fc.constantFrom('a', 'b', 'c', 'd'),
        kind: fc.constantFrom('door', 'window', 'archway'),
      } as const),
      {
        minLength: count,
        maxLength: count,
      },
    )
    return extras.map((chosen) => {
      const edge = thickness === undefined ? {} : { thickness }
      const rooms: ReturnType<typeof box>[] = []
      const openings: ReturnType<typeof opening>[] = []
      const fixtures: ReturnType<typeof fixture>[] = []
      let y = 0
      for (const { widths, depth, shift } of drawn) {
        let x = shift / 10
        for (const width of widths) {
          const name = `r${String(rooms.length).padStart(5, '0')}`
          const extra = chosen[rooms.length]!
          rooms.push(box(name, rounded(x), rounded(y), width / 10, depth / 10, edge))
          if (doors) openings.push(opening(`o${name}`, { room: `room_${name}`, corner: extra.edge }, extra.along / 10, 0.9, { opening: extra.kind }))
          if (furniture) fixtures.push(fixture(`f${name}`, rounded(x + extra.along / 8 + 0.2), rounded(y + depth / 20), 0.4, 0.6))
          x += width / 10
        }
        y += depth / 10
      }
      return { rooms, openings, fixtures }
    })
  })
}
