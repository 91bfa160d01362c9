import { filled } from '#shared/base/filled'
import type { Id } from '#shared/base/ids'
import { type BarrierField, type BarrierSolid, differenceOf } from './barriers'
import type { LineRule } from './bearing'
import { boxAbout, doBoxesMeet, grown } from './boxes'
import { type Facing, facingOf, mayPartBox } from './facing'
import { type Grid, gridOf } from './grid'
import type { Box, RouteFacts, Segment } from './route-facts'
import {
  type Around,
  aroundOf,
  type Covered,
  isSameMeeting,
  type Meeting,
  NOTHING,
  noteCovered,
  type Pair,
  pairOf,
  together,
  UNASKED,
} from './segment-pairs'
import { spansInOrder } from './spans'

/** A route without the part in its room of use. */
export type CutRoute = { readonly facts: RouteFacts; readonly roomOfUse: Id | undefined }

/** The floor that some routes run over, outside their rooms of use, between walls and doors: each segment once. */
export type Trodden = {
  readonly routes: readonly CutRoute[]
  readonly rule: LineRule
  readonly field: BarrierField
  readonly segments: Segments
  readonly grid: Grid<Segment>
  /** What other segments were found to share with these, and routes of them. */
  readonly neighbours: Map<Segment, Neighbours>
  readonly meetings: Map<RouteFacts, RouteMeeting>
  /** An earlier one that differs little, while this one is not such a one itself. */
  base: Base | undefined
}

type Segments = Pick<ReadonlySet<Segment>, 'has' | 'values'>

/** Of an earlier floor: what of it is no longer trodden, what is now, and which walls and doors it had that this has not, or the other way round. */
type Base = {
  readonly before: Trodden
  readonly gone: readonly Segment[]
  readonly come: readonly Segment[]
  readonly solids: readonly BarrierSolid[]
  /** The segments that something of this comes within reach of; undefined: it is looked up for each. */
  readonly touched?: ReadonlySet<Segment> | undefined
}

/** The trodden segments within reach of a segment, what it shares with each of them, and with all together. */
type Neighbours = { readonly near: readonly Segment[]; readonly pairs: Pair[]; readonly meeting: Meeting }

type RouteMeeting = { readonly roomOfUse: Id | undefined; readonly parts: readonly Meeting[]; readonly meeting: Meeting }

const latest = new WeakMap<LineRule, readonly Trodden[]>()
/** Of each pair of sets that are kept apart: the committed design's, and those of a few previews. */
const TRODDEN_KEPT = 8

/** The same object for the same routes between the same walls and doors; what an edit left alone is taken over from an earlier one. */
export function troddenBy(routes: readonly CutRoute[], rule: LineRule, field: BarrierField): Trodden {
  const known = latest.get(rule) ?? []
  const same = known.find((trodden) => areSameRoutes(trodden.routes, routes) && differenceOf(trodden.field, field).length === 0)
  if (same !== undefined) {
    if (known[0] !== same) latest.set(rule, [same, ...known.filter((trodden) => trodden !== same)])
    return same
  }
  const segments = segmentsOf(routes)
  const base = baseOf(known, routes, segments, field)
  const made = newTrodden(routes, segments, rule, field, base)
  // What others are made from stays longest.
  const others = known.filter((trodden) => trodden !== base?.before)
  latest.set(rule, [made, ...(base === undefined ? [] : [base.before]), ...others].slice(0, TRODDEN_KEPT))
  return made
}

function segmentsOf(routes: readonly CutRoute[]): ReadonlySet<Segment> {
  const segments = new Set<Segment>()
  for (const { facts, roomOfUse } of routes) {
    for (const segment of facts.pieces.segments) if (!isInUse(segment, roomOfUse)) segments.add(segment)
  }
  return segments
}

export function newTrodden(routes: readonly CutRoute[], segments: Segments, rule: LineRule, field: BarrierField, base: Base | undefined): Trodden {
  let grid: Grid<Segment> | undefined
  return {
    routes,
    rule,
    field,
    segments,
    // Where an earlier floor knows what is near, nobody asks.
    get grid() {
      grid ??= gridOf([...segments.values()])
      return grid
    },
    neighbours: new Map(),
    meetings: new Map(),
    base,
  }
}

function areSameRoutes(a: readonly CutRoute[], b: readonly CutRoute[]): boolean {
  return a.length === b.length && a.every(({ facts, roomOfUse }, index) => facts === b[index]!.facts && roomOfUse === b[index]!.roomOfUse)
}

/** The earlier floor with the most in common. */
function baseOf(known: readonly Trodden[], routes: readonly CutRoute[], segments: ReadonlySet<Segment>, field: BarrierField): Base | undefined {
  const facts = new Set(routes.map((route) => route.facts))
  let before: Trodden | undefined
  let least = Number.POSITIVE_INFINITY
  for (const trodden of known) {
    const common = trodden.routes.reduce((sum, route) => (facts.has(route.facts) ? sum + 1 : sum), 0)
    const others = trodden.routes.length + routes.length - 2 * common
    const difference = (common === 0 ? 1e6 : 0) + others + differenceOf(trodden.field, field).length
    if (difference >= least) continue
    least = difference
    before = trodden
  }
  if (before === undefined || least >= 1e6) return undefined
  before.base = undefined
  return {
    before,
    gone: difference(before.segments, segments),
    come: difference(segments, before.segments),
    solids: differenceOf(before.field, field),
  }
}

function difference<T>(a: Pick<ReadonlySet<T>, 'values'>, b: Pick<ReadonlySet<T>, 'has'>): readonly T[] {
  const found: T[] = []
  for (const item of a.values()) if (!b.has(item)) found.push(item)
  return found
}

export function isInUse({ room }: Segment, roomOfUse: Id | undefined): boolean {
  return room !== undefined && room === roomOfUse
}

/** What a route shares with any of the routes over some trodden floor. */
export function meetingOfRoute({ facts, roomOfUse }: CutRoute, trodden: Trodden): Meeting {
  const known = trodden.meetings.get(facts)
  if (known !== undefined && known.roomOfUse === roomOfUse) return known.meeting
  const { segments } = facts.pieces
  const parts: Meeting[] = []
  for (let i = 0; i < segments.length; i++) parts.push(isInUse(segments[i]!, roomOfUse) ? NOTHING : neighboursOf(segments[i]!, trodden).meeting)
  const before = trodden.base?.before.meetings.get(facts)
  const isSame = before !== undefined && before.roomOfUse === roomOfUse && parts.every((part, index) => part === before.parts[index])
  const found = isSame ? before : { roomOfUse, parts, meeting: alongRoute(facts, parts) }
  trodden.meetings.set(facts, found)
  return found.meeting
}

/** What one route shares with another. */
export type MeetingOfTwo = (route: CutRoute, other: CutRoute) => Meeting

/** For many between the same walls: two pieces of them are held against each other once. */
export function openMeetingsOfTwo(rule: LineRule, field: BarrierField): MeetingOfTwo {
  const known = new Map<Segment, { readonly reach: Box; readonly around: Around; readonly pairs: Map<Segment, Pair> }>()

  function newFound(segment: Segment) {
    const reach = grown(segment.box, rule.distance)
    return { reach, around: aroundOf(field, reach), pairs: new Map<Segment, Pair>() }
  }

  return ({ facts, roomOfUse }, other) => {
    if (!doBoxesMeet(grown(facts.box, rule.distance), other.facts.box)) return NOTHING
    // A millimetre more, since pieces may end beyond their route by rounding.
    const others = within(other.facts.pieces.segments, grown(facts.box, rule.distance + 1e-3)).filter((segment) => !isInUse(segment, other.roomOfUse))
    const parts = facts.pieces.segments.map((segment) => {
      if (isInUse(segment, roomOfUse)) return NOTHING
      const { reach, around, pairs } = filled(known, segment, () => newFound(segment))
      return together(within(others, reach).map((one) => filled(pairs, one, () => pairOf(segment, one, rule, field, around, undefined, undefined))))
    })
    return alongRoute(facts, parts)
  }
}

function alongRoute({ pieces }: RouteFacts, parts: readonly Meeting[]): Meeting {
  const shared: number[] = []
  const opposing: number[] = []
  const crossings: number[] = []
  parts.forEach((part, index) => {
    if (part === NOTHING) return
    const at = pieces.starts[index]!
    for (const span of part.shared) shared.push(at + span)
    for (const span of part.opposing) opposing.push(at + span)
    for (const along of part.crossings) crossings.push(at + along)
  })
  const isNothing = shared.length === 0 && crossings.length === 0
  return isNothing ? NOTHING : { shared: spansInOrder(shared), opposing: spansInOrder(opposing), crossings }
}

const ALONE: Neighbours = { near: [], pairs: [], meeting: NOTHING }

function neighboursOf(segment: Segment, trodden: Trodden): Neighbours {
  let found = trodden.neighbours.get(segment)
  if (found === undefined) {
    found = newNeighbours(segment, trodden)
    trodden.neighbours.set(segment, found)
  }
  return found
}

function newNeighbours(segment: Segment, trodden: Trodden): Neighbours {
  const { rule, field, base } = trodden
  const reach = grown(segment.box, rule.distance)
  const covered: Covered = { isShared: false, isOpposing: false }
  const { metres } = segment
  const old = base?.before.neighbours.get(segment)
  if (base === undefined || old === undefined) {
    const near = nearOf(trodden.grid, reach)
    if (near.length === 0) return ALONE
    const around = aroundOf(field, reach)
    // Tens of thousands of these lists are kept: none has room to spare.
    const found = new Array<Pair>(near.length)
    for (let i = 0; i < near.length; i++) {
      const pair = pairOf(segment, near[i]!, rule, field, around, undefined, covered)
      noteCovered(covered, pair.meeting, metres)
      found[i] = pair
    }
    return { near, pairs: found, meeting: together(found) }
  }
  if (base.touched !== undefined && !base.touched.has(segment)) return old
  const solids = within(base.solids, reach)
  const gone = within(base.gone, reach)
  const come = within(base.come, reach)
  if (solids.length + gone.length + come.length === 0) return old
  const about = boxAbout(solids)
  const around = aroundOf(field, reach)
  const near: Segment[] = []
  const pairs: Pair[] = []
  let isSame = true
  for (let index = 0; index < old.near.length; index++) {
    const other = old.near[index]!
    if (gone.length > 0 && !trodden.segments.has(other)) continue
    let pair = old.pairs[index]!
    if (pair === UNASKED) {
      pair = pairOf(segment, other, rule, field, around, undefined, covered)
      if (pair !== UNASKED) isSame = false
    } else if (pair.facing === 'late' && solids.length > 0) {
      pair = { meeting: pair.meeting, facing: facingOf(segment, other, rule.distance) }
      old.pairs[index] = pair
    }
    const facing = facingIn(pair)
    if (mayHaveChanged(facing, solids, about)) {
      const made = pairOf(segment, other, rule, field, around, facing, undefined)
      if (!isSameMeeting(pair.meeting, made.meeting)) {
        isSame = false
        pair = made
      }
    }
    noteCovered(covered, pair.meeting, metres)
    near.push(other)
    pairs.push(pair)
  }
  if (near.length < old.near.length) isSame = false
  for (const other of come) {
    const pair = pairOf(segment, other, rule, field, around, undefined, covered)
    if (pair.meeting !== NOTHING) isSame = false
    near.push(other)
    pairs.push(pair)
  }
  const meeting = isSame ? old.meeting : together(pairs)
  // Pairs that were not asked before may tell nothing new.
  return { near, pairs, meeting: isSameMeeting(old.meeting, meeting) ? old.meeting : meeting }
}

const NONE: readonly never[] = []

function within<T extends { readonly box: Box }>(things: readonly T[], reach: Box): readonly T[] {
  let found: T[] | undefined
  for (const thing of things) {
    if (!doBoxesMeet(thing.box, reach)) continue
    found ??= []
    found.push(thing)
  }
  return found ?? NONE
}

function nearOf(grid: Grid<Segment>, reach: Box): readonly Segment[] {
  const near: Segment[] = []
  grid.visit(reach, (other) => near.push(other))
  return near
}

function facingIn({ facing }: Pair): Facing | undefined {
  return facing === 'late' ? undefined : facing
}

/** Only where a wall or door that may stand between the two changed. */
function mayHaveChanged(facing: Facing | undefined, solids: readonly BarrierSolid[], about: Box): boolean {
  if (facing === undefined || solids.length === 0 || !doBoxesMeet(facing, about)) return false
  for (const { box } of solids) if (mayPartBox(facing, box)) return true
  return false
}
