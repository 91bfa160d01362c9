import type { LayoutFacts, OpeningFacts } from '#shared/metrics/layout-facts'
import type { OpeningDifference } from './difference'
import { apart, LEAST_M, type RoomMatching } from './differences-rooms'
import { type Matching, matched } from './matching'

/** Which doors and other openings are each other's: by gate, by name, by the rooms they join, those that went along with their room too. */
export function matchedOpenings(a: LayoutFacts, b: LayoutFacts, rooms: RoomMatching): Matching<OpeningFacts> {
  const relative = relativeTo(rooms)
  const joinsOf = joinsIn(rooms)
  return matched(a.openings, b.openings, ({ opening }) => opening, [
    { nameOf: ({ opening }) => (opening.gate === undefined ? undefined : `gate ${opening.gate}`), apart: relative },
    { nameOf: ({ opening }) => (opening.name === '' ? undefined : opening.name), apart: relative },
    { nameOf: (each) => `${each.opening.opening} ${joinsOf(each)}`, apart: relative },
  ])
}

/**
 * Doors and other openings that only one design has, and those that moved along their wall, are wider, lead elsewhere or may be passed
 * otherwise. What came or went with a room is told with that room.
 */
export function openingDifferences(
  a: LayoutFacts,
  b: LayoutFacts,
  { pairs, gone, added }: Matching<OpeningFacts>,
  rooms: RoomMatching,
): readonly OpeningDifference[] {
  const relative = relativeTo(rooms)
  const joinsOf = joinsIn(rooms)
  const [saidA, saidB] = [joinedNames(a), joinedNames(b)]
  const isOwn = ({ joins }: OpeningFacts) => !joins.some(rooms.isUnpaired)
  const alone = (before: OpeningFacts | undefined, after: OpeningFacts | undefined): OpeningDifference => ({
    kind: 'opening',
    key: `opening ${(before ?? after)?.opening.id}`,
    before,
    after,
    joins: before === undefined ? (after === undefined ? [] : saidB(after)) : saidA(before),
    ...SAME,
  })
  const changed = (before: OpeningFacts, after: OpeningFacts): readonly OpeningDifference[] => {
    const distance = relative(before, after)
    const moved = distance >= LEAST_M ? distance : 0
    const width = after.opening.width - before.opening.width
    const wider = Math.abs(width) >= LEAST_M / 5 ? width : 0
    const rejoined = joinsOf(before) === joinsOf(after) ? undefined : { from: saidA(before), to: saidB(after) }
    const rebuilt = before.opening.opening === after.opening.opening ? undefined : { from: before.opening.opening, to: after.opening.opening }
    const isOtherRule = ruleOf(before) !== ruleOf(after)
    if (moved === 0 && wider === 0 && rejoined === undefined && rebuilt === undefined && !isOtherRule) return []
    const key = `opening ${[before.opening.id, after.opening.id].sort().join(' ')}`
    return [{ kind: 'opening', key, before, after, joins: saidB(after), moved, wider, rejoined, rebuilt, isOtherRule }]
  }
  return [
    ...gone.filter(isOwn).map((before) => alone(before, undefined)),
    ...added.filter(isOwn).map((after) => alone(undefined, after)),
    ...pairs.flatMap(([before, after]) => changed(before, after)).sort((p, q) => q.moved - p.moved || (p.key < q.key ? -1 : 1)),
  ]
}

const STILL = { x: 0, y: 0 }
const SAME = { moved: 0, wider: 0, rejoined: undefined, rebuilt: undefined, isOtherRule: false } as const

/** How far each room of both designs went, by its common name. */
export function shiftsOf({ pairs, commonName }: RoomMatching): ReadonlyMap<string, { readonly x: number; readonly y: number }> {
  return new Map(
    pairs.map(([one, other]) => [commonName(one.room.id), { x: other.centre.x - one.centre.x, y: other.centre.y - one.centre.y }] as const),
  )
}

/** Metres between an opening and one of the other design: as they stand, or as if it had gone along with its room. */
function relativeTo(rooms: RoomMatching): (one: OpeningFacts, other: OpeningFacts) => number {
  const shifts = shiftsOf(rooms)
  return (one, other) => {
    const { on } = one.opening
    const { x, y } = ('room' in on ? shifts.get(rooms.commonName(on.room)) : undefined) ?? STILL
    return Math.min(apart(one, other), Math.hypot(other.centre.x - one.centre.x - x, other.centre.y - one.centre.y - y))
  }
}

function joinsIn(rooms: RoomMatching): (opening: OpeningFacts) => string {
  return ({ joins }) => joins.map(rooms.commonName).sort().join(' ')
}

/** What an opening of a design joins: the names of its rooms; `outside` and `floor` as such. */
export function joinedNames({ rooms }: LayoutFacts): (opening: OpeningFacts) => readonly string[] {
  const names = new Map<string, string>(rooms.map(({ room }) => [room.id, room.name]))
  return ({ joins }) => joins.map((room) => names.get(room) ?? room).sort()
}

function ruleOf({ opening }: OpeningFacts): string {
  return JSON.stringify([opening.gate, opening.oneWay, opening.admits === undefined ? undefined : [...opening.admits].sort()])
}
