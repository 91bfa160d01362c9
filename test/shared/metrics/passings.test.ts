import { expect, it } from 'vitest'
import { conflictMetres } from '#shared/metrics/conflict-metres'
import { measureDesign } from '#shared/metrics/measure'
import { doorPassings, type RoomPassing, roomPassings } from '#shared/metrics/passings'
import { namedEyes, sightArea } from '#shared/metrics/sight-area'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'

const measured = measureDesign(workedExample(), WORKED_DESIGN, 'own')
const { building } = measured
const roomNamed = (name: string) => building.storeys[0]!.rooms.find(({ room }) => room.name === name)!.room.id

/** Flow and role to trips a day: through, starts, ends, within. */
function rowsOf(name: string) {
  const rows = roomPassings(measured.assessment!, roomNamed(name))
  const counts = ({ through, starts, ends, within }: RoomPassing) => [through, starts, ends, within].map((count) => Math.round(count * 1e6) / 1e6)
  return Object.fromEntries(rows.map((row) => [row.role ?? row.flow, counts(row)]))
}

it('counts what passes through each room of the worked example', () => {
  // 20 visits: in, to bed, back and out through the corridor; the nurse D-B, B-K, K-B, B-G, G-D.
  expect(rowsOf('Corridor')).toEqual({ patient: [80, 0, 0, 0], nurse: [100, 0, 0, 0], clean: [20, 0, 0, 0], used: [20, 0, 0, 0] })
  expect(rowsOf('Waiting')).toEqual({ patient: [0, 40, 40, 20] }) // desk to seat stays inside
  expect(rowsOf('Treatment')).toEqual({ nurse: [0, 40, 40, 0], patient: [0, 20, 20, 0], clean: [0, 0, 20, 0], used: [0, 20, 0, 0] })
  expect(rowsOf('Nurse room')).toEqual({ nurse: [0, 40, 40, 0], clean: [0, 20, 0, 0] })
})

it('counts who passes each door and gate, and says which clean and used share', () => {
  const doors = doorPassings(measured.assessment!, [{ first: ['clean'], second: ['used', 'waste'] }])
  const nameOf = (id: string) => building.storeys[0]!.openings.find(({ opening }) => opening.id === id)!.opening.name
  const found = doors.map(({ opening, flows, isShared }) => [
    nameOf(opening),
    Object.fromEntries(flows.map(({ flow, perDay }) => [flow, Math.round(perDay * 1e6) / 1e6])),
    isShared,
  ])
  expect(Object.fromEntries(found.map(([name, ...rest]) => [name, rest]))).toEqual({
    DW: [{ patient: 80 }, false],
    DT: [{ staff: 80, patient: 40, clean: 20, used: 20 }, true],
    DN: [{ staff: 80, clean: 20 }, false],
    M: [{ patient: 40 }, false],
    G: [{ staff: 40, used: 20 }, false],
  })
})

it('gives every trip of a room once, and the trips of each row', () => {
  const keys = roomPassings(measured.assessment!, roomNamed('Treatment')).flatMap(({ trips }) => trips)
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys.every((key) => measured.trips.some((trip) => trip.key === key))).toBe(true)
})

it('shares the metres of a clean trip out over the places of conflict', () => {
  const [place, ...others] = conflictMetres(measured)
  expect(others).toEqual([])
  expect(place!.metres).toBeCloseTo(7.8, 6)
  const { x, y } = place!.at // on the run from (15.2, 0) to (8, 3)
  expect(y).toBeCloseTo(((15.2 - x) * 3) / 7.2, 6)
  expect(x).toBeGreaterThan(8)
  expect(x).toBeLessThan(15.2)
})

it('draws what an eye sees up to its limit, and not past a closed door', () => {
  const eyes = namedEyes(measured.assessment!, 0)
  expect(eyes.map(({ whose, point }) => [whose, point.x, point.y])).toEqual([
    ['public', 0.75, -3],
    ['public', 4.25, -3],
    ['staff', 18.95, -2],
  ])
  const ring = sightArea(measured, 0, eyes[2]!).flat()
  const inside = ({ x, y }: { x: number; y: number }) =>
    ring.filter((p, i) => {
      const q = ring[(i + 1) % ring.length]!
      return p.y > y !== q.y > y && x < ((q.x - p.x) * (y - p.y)) / (q.y - p.y) + p.x
    }).length %
      2 ===
    1
  expect(inside({ x: 10.6, y: 7 })).toBe(true) // head of bed 2, through two windows
  expect(inside({ x: 6.5, y: 5.5 })).toBe(false) // head of bed 1 is behind the leaf
  expect(inside({ x: 13.1, y: -2.8 })).toBe(true) // the cupboard in the same room
  expect(ring.every(({ x, y }) => Math.hypot(x - 18.95, y + 2) <= 15 + 1e-9)).toBe(true)
})
