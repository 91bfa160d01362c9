import type { LayoutFacts, OpeningFacts } from '#shared/metrics/layout-facts'
import type { OpeningDifference } from './difference'
import { apart, LEAST_M, type RoomMatching } from './differences-rooms'
import { matched } from './matching'

/**
 * Doors and other openings that only one design has, and those that moved along their wall, are wider, lead elsewhere or may be passed
 * otherwise. What came or went with a room is told with that room.
 */
export function openingDifferences(a: LayoutFacts, b: LayoutFacts, rooms: RoomMatching): readonly OpeningDifference[] {
  const shifts = shiftsOf(rooms)
  const shiftOf = ({ opening }: OpeningFacts) => ('room' in opening.on ? shifts.get(rooms.commonName(opening.on.room)) : undefined) ?? STILL
  const joinsOf = ({ joins }: OpeningFacts) => joins.map(rooms.commonName).sort().join(' ')
  const relative = (one: OpeningFacts, other: OpeningFacts) => {
    const { x, y } = shiftOf(one)
    const alongWith = Math.hypot(other.centre.x - one.centre.x - x, other.centre.y - one.centre.y - y)
    return Math.min(apart(one, other), alongWith)
  }
  const { pairs, gone, added } = matched(a.openings, b.openings, ({ opening }) => opening, [
    { nameOf: ({ opening }) => (opening.gate === undefined ? undefined : `gate ${opening.gate}`), apart: relative },
    { nameOf: ({ opening }) => (opening.name === '' ? undefined : opening.name), apart: relative },
    { nameOf: (each) => `${each.opening.opening} ${joinsOf(each)}`, apart: relative },
  ])
  const [namesA, namesB] = [roomNames(a), roomNames(b)]
  const said = ({ joins }: OpeningFacts, names: ReadonlyMap<string, string>) => joins.map((room) => names.get(room) ?? room).sort()
  const isOwn = ({ joins }: OpeningFacts) => !joins.some(rooms.isUnpaired)
  const alone = (before: OpeningFacts | undefined, after: OpeningFacts | undefined): OpeningDifference => ({
    kind: 'opening',
    key: `opening ${(before ?? after)?.opening.id}`,
    before,
    after,
    joins: before === undefined ? (after === undefined ? [] : said(after, namesB)) : said(before, namesA),
    ...SAME,
  })
  const changed = (before: OpeningFacts, after: OpeningFacts): readonly OpeningDifference[] => {
    const distance = relative(before, after)
    const moved = distance >= LEAST_M ? distance : 0
    const width = after.opening.width - before.opening.width
    const wider = Math.abs(width) >= LEAST_M / 5 ? width : 0
    const rejoined = joinsOf(before) === joinsOf(after) ? undefined : { from: said(before, namesA), to: said(after, namesB) }
    const rebuilt = before.opening.opening === after.opening.opening ? undefined : { from: before.opening.opening, to: after.opening.opening }
    const isOtherRule = ruleOf(before) !== ruleOf(after)
    if (moved === 0 && wider === 0 && rejoined === undefined && rebuilt === undefined && !isOtherRule) return []
    const key = `opening ${[before.opening.id, after.opening.id].sort().join(' ')}`
    return [{ kind: 'opening', key, before, after, joins: said(after, namesB), moved, wider, rejoined, rebuilt, isOtherRule }]
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

function roomNames({ rooms }: LayoutFacts): ReadonlyMap<string, string> {
  return new Map(rooms.map(({ room }) => [room.id, room.name]))
}

function ruleOf({ opening }: OpeningFacts): string {
  return JSON.stringify([opening.gate, opening.oneWay, opening.admits === undefined ? undefined : [...opening.admits].sort()])
}
