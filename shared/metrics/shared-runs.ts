import type { Id } from '#shared/base/ids'
import { type BarrierField, differenceOf } from './barriers'
import { doBoxesMeet, grown } from './boxes'
import { type Grid, gridOf } from './grid'
import type { RouteFacts, Segment } from './route-facts'
import { isOneLine, isOpposing, type LineRule, meetingOf, sharedSpans } from './shared-line'
import { NO_SPANS, type Spans, unionOfSpans } from './spans'

/** A route without the part in its room of use. */
export type CutRoute = { readonly facts: RouteFacts; readonly roomOfUse: Id | undefined }

/** What a line shares with others: stretches of it, those of them that run against each other, and where they cross; metres along it. */
export type Meeting = { readonly shared: Spans; readonly opposing: Spans; readonly crossings: readonly number[] }

const NOTHING: Meeting = { shared: NO_SPANS, opposing: NO_SPANS, crossings: NO_SPANS }

/** The floor that some routes run over, outside their rooms of use: each segment once. */
export type Trodden = { readonly grid: Grid<Segment>; readonly order: ReadonlyMap<Segment, number> }

export function troddenBy(routes: readonly CutRoute[]): Trodden {
  const order = new Map<Segment, number>()
  for (const route of routes) for (const segment of segmentsOf(route)) if (!order.has(segment)) order.set(segment, order.size)
  return { grid: gridOf([...order.keys()]), order }
}

function segmentsOf({ facts, roomOfUse }: CutRoute): readonly Segment[] {
  return facts.pieces.flatMap(({ segment }) => (isInUse(segment, roomOfUse) ? [] : [segment]))
}

function isInUse({ room }: Segment, roomOfUse: Id | undefined): boolean {
  return room !== undefined && room === roomOfUse
}

/** What a route shares with any of the routes over some trodden floor. */
export function meetingOfRoute({ facts, roomOfUse }: CutRoute, trodden: Trodden, rule: LineRule, field: BarrierField): Meeting {
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
  if (shared.length === 0 && crossings.length === 0) return NOTHING
  return { shared: unionOfSpans([shared]), opposing: unionOfSpans([opposing]), crossings }
}

type Known = { field: BarrierField; readonly rule: LineRule; readonly meeting: Meeting }
type KnownSegment = Known & { readonly near: readonly Segment[] }

const meetingsOfSegments = new WeakMap<Segment, KnownSegment>()
const meetingsOfPairs = new WeakMap<Segment, WeakMap<Segment, Known>>()

/** Worked out again only if other segments came near, or a wall or door near it changed. */
function meetingOfSegment(segment: Segment, { grid, order }: Trodden, rule: LineRule, field: BarrierField): Meeting {
  const reach = grown(segment.box, rule.distance)
  const near = [...new Set(grid.near(reach))].filter(({ box }) => doBoxesMeet(box, reach))
  if (near.length === 0) return NOTHING
  near.sort((a, b) => order.get(a)! - order.get(b)!)
  const known = meetingsOfSegments.get(segment)
  if (known !== undefined && known.rule === rule && isSameList(known.near, near) && isUnchanged(known, field, segment, rule)) return known.meeting
  const found = near.map((other) => meetingOfPair(segment, other, rule, field)).filter((meeting) => meeting !== NOTHING)
  const meeting =
    found.length < 2
      ? (found[0] ?? NOTHING)
      : {
          shared: unionOfSpans(found.map(({ shared }) => shared)),
          opposing: unionOfSpans(found.map(({ opposing }) => opposing)),
          crossings: [...new Set(found.flatMap(({ crossings }) => crossings))].sort((s, t) => s - t),
        }
  meetingsOfSegments.set(segment, { field, rule, meeting, near })
  return meeting
}

function isSameList(a: readonly Segment[], b: readonly Segment[]): boolean {
  return a.length === b.length && a.every((segment, index) => segment === b[index])
}

function isUnchanged(known: Known, field: BarrierField, { box }: Segment, { distance }: LineRule): boolean {
  if (known.field === field) return true
  const reach = grown(box, distance)
  if (differenceOf(known.field, field).some((changed) => doBoxesMeet(changed, reach))) return false
  known.field = field
  return true
}

function meetingOfPair(a: Segment, b: Segment, rule: LineRule, field: BarrierField): Meeting {
  let ofA = meetingsOfPairs.get(a)
  if (ofA === undefined) {
    ofA = new WeakMap()
    meetingsOfPairs.set(a, ofA)
  }
  const known = ofA.get(b)
  if (known !== undefined && known.rule === rule && isUnchanged(known, field, a, rule)) return known.meeting
  const meeting = newMeeting(a, b, rule, field)
  ofA.set(b, { field, rule, meeting })
  return meeting
}

function newMeeting(a: Segment, b: Segment, rule: LineRule, field: BarrierField): Meeting {
  // Where no open floor joins the rooms, a wall or a closed door is between.
  if (field.openGroup(a.room) !== field.openGroup(b.room)) return NOTHING
  if (!isOneLine(a, b, rule.cosineSquared)) {
    const at = meetingOf(a, b)
    return at === undefined ? NOTHING : { shared: NO_SPANS, opposing: NO_SPANS, crossings: [at] }
  }
  const shared = sharedSpans(a, b, rule, field.sidesIn)
  return shared.length === 0 ? NOTHING : { shared, opposing: isOpposing(a, b) ? shared : NO_SPANS, crossings: NO_SPANS }
}
