import type { Id } from '#shared/base/ids'
import { type BarrierField, type BarrierSolid, differenceOf } from './barriers'
import { doBoxesMeet, grown } from './boxes'
import { type Grid, gridOf } from './grid'
import type { RouteFacts, Segment } from './route-facts'
import { type Barrier, type Facing, facingOf, isOneLine, isOpposing, type LineRule, mayPart, mayPartBox, meetingOf, sharedSpans } from './shared-line'
import { NO_SPANS, type Spans, unionOfSpans } from './spans'

/** A route without the part in its room of use. */
export type CutRoute = { readonly facts: RouteFacts; readonly roomOfUse: Id | undefined }

/** What a line shares with others: stretches of it, those of them that run against each other, and where they cross; metres along it. */
export type Meeting = { readonly shared: Spans; readonly opposing: Spans; readonly crossings: readonly number[] }

const NOTHING: Meeting = { shared: NO_SPANS, opposing: NO_SPANS, crossings: NO_SPANS }

/** The floor that some routes run over, outside their rooms of use: each segment once. */
export type Trodden = {
  readonly routes: readonly CutRoute[]
  readonly grid: Grid<Segment>
  /** What other routes were found to share with these, and segments of them. */
  readonly meetings: WeakMap<RouteFacts, KnownRoute>
  readonly ofSegments: WeakMap<Segment, KnownMeeting>
}

const lastTrodden = new WeakMap<LineRule, Trodden[]>()
/** Both readings of a design, and of a preview of it. */
const TRODDEN_KEPT = 4

/** The same object for the same routes, so that what was worked out with it is good again. */
export function troddenBy(routes: readonly CutRoute[], rule: LineRule): Trodden {
  const before = lastTrodden.get(rule) ?? []
  const known = before.find((trodden) => areSameRoutes(trodden.routes, routes))
  if (known !== undefined) {
    // The last used stay: what the committed design's routes tread outlives any number of previews.
    if (before[0] !== known) lastTrodden.set(rule, [known, ...before.filter((trodden) => trodden !== known)])
    return known
  }
  const segments = new Set(
    routes.flatMap(({ facts, roomOfUse }) => facts.pieces.flatMap(({ segment }) => (isInUse(segment, roomOfUse) ? [] : [segment]))),
  )
  const trodden: Trodden = { routes, grid: gridOf([...segments]), meetings: new WeakMap(), ofSegments: new WeakMap() }
  lastTrodden.set(rule, [trodden, ...before].slice(0, TRODDEN_KEPT))
  return trodden
}

function areSameRoutes(a: readonly CutRoute[], b: readonly CutRoute[]): boolean {
  return a.length === b.length && a.every(({ facts, roomOfUse }, index) => facts === b[index]!.facts && roomOfUse === b[index]!.roomOfUse)
}

function isInUse({ room }: Segment, roomOfUse: Id | undefined): boolean {
  return room !== undefined && room === roomOfUse
}

type KnownMeeting = { readonly field: BarrierField; readonly rule: LineRule; readonly meeting: Meeting }
type KnownRoute = KnownMeeting & { readonly roomOfUse: Id | undefined }

/** What a route shares with any of the routes over some trodden floor. */
export function meetingOfRoute({ facts, roomOfUse }: CutRoute, trodden: Trodden, rule: LineRule, field: BarrierField): Meeting {
  const known = trodden.meetings.get(facts)
  if (known !== undefined && known.field === field && known.roomOfUse === roomOfUse && known.rule === rule) return known.meeting
  const shared: number[] = []
  const opposing: number[] = []
  const crossings: number[] = []
  for (const { segment, at } of facts.pieces) {
    if (isInUse(segment, roomOfUse)) continue
    const meeting = meetingOfSegment(segment, trodden, rule, field)
    for (const span of meeting.shared) shared.push(at + span)
    for (const span of meeting.opposing) opposing.push(at + span)
    for (const along of meeting.crossings) crossings.push(at + along)
  }
  const isNothing = shared.length === 0 && crossings.length === 0
  const meeting = isNothing ? NOTHING : { shared: unionOfSpans([shared]), opposing: unionOfSpans([opposing]), crossings }
  trodden.meetings.set(facts, { field, roomOfUse, rule, meeting })
  return meeting
}

/** What was found under one field of barriers; good under another that differs from it nowhere near. */
type KnownSegment = { readonly field: BarrierField; readonly rule: LineRule; readonly near: ReadonlySet<Segment>; readonly meeting: Meeting }
type KnownPair = { readonly field: BarrierField; readonly rule: LineRule; readonly meeting: Meeting; readonly facing: Facing | undefined }

/** Answers kept a segment or pair, the last used first: the committed design's outlives a few previews. */
const ANSWERS_KEPT = 2

const meetingsOfSegments = new WeakMap<Segment, KnownSegment[]>()
const meetingsOfPairs = new WeakMap<Segment, WeakMap<Segment, KnownPair[]>>()

function meetingOfSegment(segment: Segment, trodden: Trodden, rule: LineRule, field: BarrierField): Meeting {
  const known = trodden.ofSegments.get(segment)
  if (known !== undefined && known.field === field && known.rule === rule) return known.meeting
  const meeting = newMeetingOfSegment(segment, trodden, rule, field)
  trodden.ofSegments.set(segment, { field, rule, meeting })
  return meeting
}

function newMeetingOfSegment(segment: Segment, trodden: Trodden, rule: LineRule, field: BarrierField): Meeting {
  const reach = grown(segment.box, rule.distance)
  const near: Segment[] = []
  trodden.grid.visit(reach, (other) => near.push(other))
  if (near.length === 0) return NOTHING
  const known = meetingsOfSegments.get(segment) ?? []
  for (let index = 0; index < known.length; index++) {
    const entry = known[index]!
    if (entry.rule !== rule || entry.near.size !== near.length || !near.every((other) => entry.near.has(other))) continue
    if (entry.field !== field && differenceOf(entry.field, field).some((changed) => doBoxesMeet(changed.box, reach))) continue
    if (index > 0) moveToFront(known, index)
    return entry.meeting
  }
  const meeting = meetingWith(segment, near, rule, field)
  meetingsOfSegments.set(segment, [{ field, rule, near: new Set(near), meeting }, ...known].slice(0, ANSWERS_KEPT))
  return meeting
}

function moveToFront<T>(list: T[], index: number): void {
  const [entry] = list.splice(index, 1)
  if (entry !== undefined) list.unshift(entry)
}

function meetingWith(segment: Segment, near: readonly Segment[], rule: LineRule, field: BarrierField): Meeting {
  let pairs = meetingsOfPairs.get(segment)
  if (pairs === undefined) {
    pairs = new WeakMap()
    meetingsOfPairs.set(segment, pairs)
  }
  const found: Meeting[] = []
  const reach = grown(segment.box, rule.distance)
  const changes = new Map<BarrierField, readonly BarrierSolid[]>()
  const changedSince = (before: BarrierField) => {
    let solids = changes.get(before)
    if (solids === undefined) {
      solids = differenceOf(before, field).filter(({ box }) => doBoxesMeet(box, reach))
      changes.set(before, solids)
    }
    return solids
  }
  for (const other of near) {
    const meeting = meetingOfPair(segment, other, rule, field, pairs, changedSince)
    if (meeting !== NOTHING) found.push(meeting)
  }
  if (found.length < 2) return found[0] ?? NOTHING
  return {
    shared: unionOfSpans(found.map(({ shared }) => shared)),
    opposing: unionOfSpans(found.map(({ opposing }) => opposing)),
    crossings: [...new Set(found.flatMap(({ crossings }) => crossings))].sort((s, t) => s - t),
  }
}

/** Worked out again only if a wall or door that may stand between the two changed. */
function meetingOfPair(
  a: Segment,
  b: Segment,
  rule: LineRule,
  field: BarrierField,
  pairs: WeakMap<Segment, KnownPair[]>,
  changedSince: (before: BarrierField) => readonly BarrierSolid[],
): Meeting {
  const known = pairs.get(b)
  if (known !== undefined) {
    for (let index = 0; index < known.length; index++) {
      const entry = known[index]!
      if (entry.rule !== rule) continue
      const { facing, field: before } = entry
      if (before !== field && facing !== undefined && changedSince(before).some(({ box }) => mayPartBox(facing, box))) continue
      if (index > 0) moveToFront(known, index)
      return entry.meeting
    }
  }
  const isLine = isOneLine(a, b, rule.cosineSquared)
  const facing = isLine ? facingOf(a, b, rule.distance) : undefined
  const meeting = facing === undefined ? (isLine ? NOTHING : crossingOf(a, b)) : sharingOf(facing, rule, field)
  const entry = { field, rule, meeting, facing }
  if (known === undefined) pairs.set(b, [entry])
  else {
    known.unshift(entry)
    if (known.length > ANSWERS_KEPT) known.pop()
  }
  return meeting
}

function crossingOf(a: Segment, b: Segment): Meeting {
  const at = meetingOf(a, b)
  return at === undefined ? NOTHING : { shared: NO_SPANS, opposing: NO_SPANS, crossings: [at] }
}

function sharingOf(facing: Facing, { distance }: LineRule, field: BarrierField): Meeting {
  const { a, b } = facing
  // Where no open floor joins the rooms, a wall or a closed door is between.
  if (field.openGroup(a.room) !== field.openGroup(b.room)) return NOTHING
  const between: Barrier[] = []
  field.grid.visit(facing.box, ({ sides }) => {
    for (const side of sides) if (mayPart(facing, side)) between.push(side)
  })
  const shared = sharedSpans(facing, distance, between)
  return shared.length === 0 ? NOTHING : { shared, opposing: isOpposing(a, b) ? shared : NO_SPANS, crossings: NO_SPANS }
}
