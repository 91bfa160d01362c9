import type { Key } from '#shared/base/ids'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { FixtureFacts, LayoutFacts } from '#shared/metrics/layout-facts'
import type { Both, FixtureDifference } from './difference'
import { shiftsOf } from './differences-openings'
import { apart, LEAST_M, type RoomMatching } from './differences-rooms'
import { type Matching, matched } from './matching'

/** Which pieces of furniture are each other's: of the same type and entry in the same room, then in another, the nearest first. */
export function matchedFixtures(a: LayoutFacts, b: LayoutFacts, rooms: RoomMatching): Matching<FixtureFacts> {
  const roomOf = roomIn(rooms)
  return matched(a.fixtures, b.fixtures, ({ fixture }) => fixture, [
    { nameOf: (each) => `${each.fixture.fixtureType} ${each.fixture.entry} ${roomOf(each)}`, apart },
    { nameOf: (each) => `${each.fixture.fixtureType} ${roomOf(each)}`, apart },
    { nameOf: ({ fixture }) => fixture.fixtureType, apart },
  ])
}

/** Furniture in sum, a row a type: how many there are, how many stand in another room and how many otherwise in theirs. */
export function fixtureDifferences(
  a: LayoutFacts,
  b: LayoutFacts,
  { pairs, gone, added }: Matching<FixtureFacts>,
  rooms: RoomMatching,
  workshop: RecordTable,
): readonly FixtureDifference[] {
  const roomOf = roomIn(rooms)
  const shifts = shiftsOf(rooms)
  const elsewhere: Both<FixtureFacts>[] = []
  const shifted: Both<FixtureFacts>[] = []
  for (const [from, to] of pairs) {
    if (roomOf(from) !== roomOf(to)) elsewhere.push({ from, to })
    else if (isShifted(from, to, shifts.get(roomOf(from)))) shifted.push({ from, to })
  }
  const names = new Map(recordsOf(workshop, 'fixtureType').map(({ key, name }) => [key, name]))
  const ofType = (list: readonly FixtureFacts[], type: Key) => list.filter(({ fixture }) => fixture.fixtureType === type)
  const types = [...new Set([...a.fixtures, ...b.fixtures].map(({ fixture }) => fixture.fixtureType))].sort()
  return types
    .map(
      (type): FixtureDifference => ({
        kind: 'fixture',
        key: `fixture ${type}`,
        fixtureType: type,
        name: names.get(type) ?? type,
        count: { from: ofType(a.fixtures, type).length, to: ofType(b.fixtures, type).length },
        gone: ofType(gone, type),
        added: ofType(added, type),
        elsewhere: elsewhere.filter(({ to }) => to.fixture.fixtureType === type),
        shifted: shifted.filter(({ to }) => to.fixture.fixtureType === type),
      }),
    )
    .filter((each) => each.gone.length + each.added.length + each.elsewhere.length + each.shifted.length > 0 || each.count.from !== each.count.to)
    .sort((p, q) => Math.abs(q.count.to - q.count.from) - Math.abs(p.count.to - p.count.from) || (p.key < q.key ? -1 : 1))
}

function roomIn(rooms: RoomMatching): (fixture: FixtureFacts) => string {
  return ({ room }) => (room === undefined ? '' : rooms.commonName(room))
}

/** What went along with its room, or stayed where it was while the room changed about it, was not shifted. */
function isShifted(from: FixtureFacts, to: FixtureFacts, shift: { readonly x: number; readonly y: number } | undefined): boolean {
  if (from.fixture.rotation !== to.fixture.rotation) return true
  const [x, y] = [to.centre.x - from.centre.x, to.centre.y - from.centre.y]
  return Math.min(Math.hypot(x, y), Math.hypot(x - (shift?.x ?? 0), y - (shift?.y ?? 0))) >= LEAST_M
}
