import type { BarrierField, BarrierSolid } from './barriers'
import { type Bearing, bearingOf, isOpposing, type LineRule } from './bearing'
import { doBoxesMeet } from './boxes'
import { type Barrier, type Facing, facingOf, isBeside, mayPart, newFacing } from './facing'
import type { Box, Segment } from './route-facts'
import { meetingOf, sharedSpans } from './shared-line'
import { partlyShared } from './shared-parts'
import { NO_SPANS, type Spans, unionOfSpans } from './spans'

/** What a line shares with others: stretches of it, those of them that run against each other, and where they cross; metres along it. */
export type Meeting = { readonly shared: Spans; readonly opposing: Spans; readonly crossings: readonly number[] }

export const NOTHING: Meeting = { shared: NO_SPANS, opposing: NO_SPANS, crossings: NO_SPANS }

/** Where two segments face each other is worked out late: when an edit comes near. Most pairs never see one. */
export type Pair = { readonly meeting: Meeting; readonly facing: Facing | undefined | 'late' }

export function isSameMeeting(a: Meeting, b: Meeting): boolean {
  return a === b || (areSame(a.shared, b.shared) && areSame(a.opposing, b.opposing) && areSame(a.crossings, b.crossings))
}

function areSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index])
}

export function together(pairs: readonly Pair[]): Meeting {
  let first = NOTHING
  let count = 0
  for (let i = 0; i < pairs.length; i++) {
    const { meeting } = pairs[i]!
    if (meeting === NOTHING) continue
    if (count === 0) first = meeting
    count += 1
  }
  if (count < 2) return first
  const allShared: Spans[] = []
  const allOpposing: Spans[] = []
  const crossings: number[] = []
  for (let i = 0; i < pairs.length; i++) {
    const { meeting } = pairs[i]!
    if (meeting === NOTHING) continue
    if (meeting.shared.length > 0) allShared.push(meeting.shared)
    if (meeting.opposing.length > 0) allOpposing.push(meeting.opposing)
    for (let k = 0; k < meeting.crossings.length; k++) crossings.push(meeting.crossings[k]!)
  }
  return {
    shared: unionOfSpans(allShared),
    opposing: unionOfSpans(allOpposing),
    crossings: crossings.length < 2 ? crossings : [...new Set(crossings)].sort((s, t) => s - t),
  }
}

const NO_FACING: Pair = { meeting: NOTHING, facing: undefined }
const LATE_FACING: Pair = { meeting: NOTHING, facing: 'late' }
/** A pair that can add nothing to what others of the segment share: so are nine in ten, in a large unit, of those that do not lie across. */
export const UNASKED: Pair = { meeting: NOTHING, facing: 'late' }

/** The sides of walls and doors within reach of a segment, found when first asked for. */
export type Around = () => readonly BarrierSolid[]

export function aroundOf(field: BarrierField, reach: Box): Around {
  let found: BarrierSolid[] | undefined
  return () => {
    if (found === undefined) {
      const solids: BarrierSolid[] = []
      field.grid.visit(reach, (solid) => solids.push(solid))
      found = solids
    }
    return found
  }
}

/** The facing under test: one at a time. */
let scratch: Facing | undefined

/** Whether some pair of a segment shares, or runs against each other on, all of it: of how many others do the same is no matter then. */
export type Covered = { isShared: boolean; isOpposing: boolean }

export function noteCovered(covered: Covered, { shared, opposing }: Meeting, metres: number): void {
  if (shared.length === 2 && shared[0] === 0 && shared[1] === metres) covered.isShared = true
  if (opposing.length === 2 && opposing[0] === 0 && opposing[1] === metres) covered.isOpposing = true
}

/** What `a` shares with `b`; not asked where other pairs of `a` leave nothing to add to. */
export function pairOf(
  a: Segment,
  b: Segment,
  rule: LineRule,
  field: BarrierField,
  around: Around,
  known: Facing | undefined,
  covered: Covered | undefined,
): Pair {
  const bearing = bearingOf(a, b, rule)
  if (bearing === 'across') {
    const meeting = crossingOf(a, b)
    return meeting === NOTHING ? NO_FACING : { meeting, facing: undefined }
  }
  if (covered?.isShared && addsNothing(a, b, bearing, covered)) return UNASKED
  const areParted = arePartedRooms(a, b, field)
  let facing = known
  if (facing === undefined && (bearing === 'parts' || !areParted)) {
    scratch ??= newFacing(a, b)
    facing = facingOf(a, b, rule.distance, scratch)
    if (facing === undefined) return NO_FACING
  }
  let meeting = NOTHING
  if (bearing === 'parts') meeting = partOf(a, b, rule, areParted ? undefined : around)
  else if (!areParted) meeting = sharingOf(facing!, rule, around())
  if (known !== undefined) return { meeting, facing: known }
  return meeting === NOTHING ? LATE_FACING : { meeting, facing: 'late' }
}

/** Where all of `a` is shared already. */
function addsNothing(a: Segment, b: Segment, bearing: Bearing, covered: Covered): boolean {
  if (bearing === 'line') return covered.isOpposing || !isOpposing(a, b)
  return covered.isOpposing && meetingOf(a, b) === undefined
}

/** Of pieces that are within the angle on parts of them. */
function partOf(a: Segment, b: Segment, rule: LineRule, around: Around | undefined): Meeting {
  const found = partlyShared(a, b, rule, around && ((facing) => barriersBetween(facing, around())))
  return found.shared.length === 0 && found.crossings.length === 0 ? NOTHING : found
}

function crossingOf(a: Segment, b: Segment): Meeting {
  const at = meetingOf(a, b)
  return at === undefined ? NOTHING : { shared: NO_SPANS, opposing: NO_SPANS, crossings: [at] }
}

/** Where no open floor joins the rooms, a wall or a closed door is between. */
function arePartedRooms(a: Segment, b: Segment, field: BarrierField): boolean {
  return a.room !== b.room && field.openGroup(a.room) !== field.openGroup(b.room)
}

const between: Barrier[] = []

/** What may stand between two pieces; the list is good until the next call. */
function barriersBetween(facing: Facing, around: readonly BarrierSolid[]): readonly Barrier[] {
  between.length = 0
  for (let i = 0; i < around.length; i++) {
    const { box, sides } = around[i]!
    if (!doBoxesMeet(box, facing) || isBeside(facing, box)) continue
    for (let k = 0; k < sides.length; k++) if (mayPart(facing, sides[k]!)) between.push(sides[k]!)
  }
  return between
}

function sharingOf(facing: Facing, { distance }: LineRule, around: readonly BarrierSolid[]): Meeting {
  const shared = sharedSpans(facing, distance, barriersBetween(facing, around))
  return shared.length === 0 ? NOTHING : { shared, opposing: isOpposing(facing.a, facing.b) ? shared : NO_SPANS, crossings: NO_SPANS }
}
