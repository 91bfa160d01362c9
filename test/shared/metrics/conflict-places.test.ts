import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { type ConflictPiece, conflictPlaces } from '#shared/metrics/conflict-places'

const run = (...points: (readonly [number, number])[]): ConflictPiece => ({ storey: 0, points: points.map(([x, y]) => ({ x, y })) })

it('takes pieces under 1 m apart as one place', () => {
  expect(conflictPlaces([run([0, 0], [4, 0]), run([4.9, 0], [8, 0])], 1)).toEqual([[0, 1]])
  expect(conflictPlaces([run([0, 0], [4, 0]), run([5, 0], [8, 0])], 1)).toEqual([[0], [1]])
})

it('joins what a third piece lies between', () => {
  expect(conflictPlaces([run([0, 0], [1, 0]), run([9, 9]), run([2.8, 0], [4, 0]), run([1.9, 0])], 1)).toEqual([[0, 2, 3], [1]])
})

it('takes runs that cross as one, however far apart their ends are', () => {
  expect(conflictPlaces([run([-9, 0], [9, 0]), run([0, -9], [0, 9])], 1)).toEqual([[0, 1]])
})

it('takes runs on different storeys as different places', () => {
  expect(conflictPlaces([run([0, 0], [4, 0]), { ...run([0, 0], [4, 0]), storey: 1 }], 1)).toEqual([[0], [1]])
})

it('tells a millimetre more than the gap from a millimetre less, beside a run at a slant', () => {
  // The run goes (0.6, 0.8) a metre: 1 m beside its middle is (4.8 + 0.8, 4.9 - 0.6).
  const slant = run([3.6, 3.3], [6, 6.5])
  const beside = (metres: number) => run([4.8 + 0.8 * metres, 4.9 - 0.6 * metres])
  expect(conflictPlaces([slant, beside(1.001)], 1)).toEqual([[0], [1]])
  expect(conflictPlaces([slant, beside(0.999)], 1)).toEqual([[0, 1]])
})

it('finds none where there are no pieces', () => {
  expect(conflictPlaces([], 1)).toEqual([])
})

const point = fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 120 })).map(([x, y]) => ({ x: x / 10, y: y / 10 }))
const piece = fc.array(point, { minLength: 1, maxLength: 4 }).map((points): ConflictPiece => ({ storey: 0, points }))

/** Pieces joined pair by pair by the distance of points tried along them. */
function bySampling(pieces: readonly ConflictPiece[], gap: number): number {
  const along = pieces.map(({ points }) =>
    points.flatMap((a, index) => {
      const b = points[index + 1] ?? a
      return Array.from({ length: 61 }, (_, k) => ({ x: a.x + ((b.x - a.x) * k) / 60, y: a.y + ((b.y - a.y) * k) / 60 }))
    }),
  )
  const group = pieces.map((_, index) => index)
  for (let i = 0; i < pieces.length; i++) {
    for (let j = 0; j < i; j++) {
      if (!along[i]!.some((p) => along[j]!.some((q) => Math.hypot(p.x - q.x, p.y - q.y) < gap))) continue
      const [from, to] = [group[i]!, group[j]!]
      group.forEach((number, index) => {
        if (number === from) group[index] = to
      })
    }
  }
  return new Set(group).size
}

test.prop([fc.array(piece, { minLength: 1, maxLength: 6 })], { numRuns: 60 })('counts as many places as trying points along the pieces', (pieces) => {
  const count = conflictPlaces(pieces, 1).length
  // A gap so near to 1 m that the sample cannot tell is passed over.
  expect(count).toBeGreaterThanOrEqual(bySampling(pieces, 1.12))
  // Nor does either know of exactly 1 m which way rounding takes it.
  expect(count).toBeLessThanOrEqual(bySampling(pieces, 1 - 1e-9))
})

test.prop([fc.array(piece, { maxLength: 8 }), fc.infiniteStream(fc.nat())])('does not depend on the order of pieces', (pieces, stream) => {
  const shuffled = pieces
    .map((one) => [stream.next().value as number, one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one)
  expect(conflictPlaces(shuffled, 1).length).toBe(conflictPlaces(pieces, 1).length)
})
