import type { Id } from '#shared/base/ids'
import { type BarrierField, commonBox, differenceOf, doBoxesMeet } from './barriers'
import type { Box, RouteFacts } from './route-facts'
import { type Barrier, isOneLine, isOpposing, type LineRule, meetingOf, sharedSpans } from './shared-line'
import { NO_SPANS, type Spans, unionOfSpans } from './spans'

/** A route without the part in its room of use. */
export type CutRoute = { readonly facts: RouteFacts; readonly roomOfUse: Id | undefined }

/** What one route shares with another: stretches of it, those of them that run against each other, and where they cross; metres along it. */
export type Meeting = { readonly shared: Spans; readonly opposing: Spans; readonly crossings: readonly number[] }

const NOTHING: Meeting = { shared: NO_SPANS, opposing: NO_SPANS, crossings: NO_SPANS }

type Known = {
  field: BarrierField
  readonly box: Box
  readonly meeting: Meeting
  readonly rule: LineRule
  readonly useA: Id | undefined
  readonly useB: Id | undefined
}

const meetings = new WeakMap<RouteFacts, WeakMap<RouteFacts, Known>>()

/** What route `a` shares with `b`. Worked out again only if a route is another, or a wall or door changed where they may meet. */
export function meetingOfRoutes(a: CutRoute, b: CutRoute, rule: LineRule, field: BarrierField): Meeting {
  const box = commonBox(a.facts.box, b.facts.box, rule.distance)
  if (box === undefined) return NOTHING
  let ofA = meetings.get(a.facts)
  if (ofA === undefined) {
    ofA = new WeakMap()
    meetings.set(a.facts, ofA)
  }
  const known = ofA.get(b.facts)
  if (known !== undefined && known.rule === rule && known.useA === a.roomOfUse && known.useB === b.roomOfUse) {
    if (known.field === field) return known.meeting
    if (!differenceOf(known.field, field).some((changed) => doBoxesMeet(changed, known.box))) {
      known.field = field
      return known.meeting
    }
  }
  const meeting = newMeeting(a, b, rule, field, box)
  ofA.set(b.facts, { field, box, meeting, rule, useA: a.roomOfUse, useB: b.roomOfUse })
  return meeting
}

function newMeeting(a: CutRoute, b: CutRoute, rule: LineRule, field: BarrierField, box: Box): Meeting {
  let barriers: readonly Barrier[] | undefined
  const shared: number[] = []
  const opposing: number[] = []
  const crossings: number[] = []
  for (const p of a.facts.pieces) {
    if (p.room === a.roomOfUse && p.room !== undefined) continue
    const group = field.openGroup(p.room)
    for (const q of b.facts.pieces) {
      if ((q.room === b.roomOfUse && q.room !== undefined) || field.openGroup(q.room) !== group) continue
      if (!isOneLine(p, q, rule.cosineSquared)) {
        const at = meetingOf(p, q)
        if (at !== undefined) crossings.push(p.at + at)
        continue
      }
      barriers ??= field.solids.filter((solid) => doBoxesMeet(solid.box, box)).flatMap(({ sides }) => sides)
      const spans = sharedSpans(p, q, rule, barriers)
      for (const span of spans) {
        shared.push(p.at + span)
        if (isOpposing(p, q)) opposing.push(p.at + span)
      }
    }
  }
  if (shared.length === 0 && crossings.length === 0) return NOTHING
  return { shared: unionOfSpans([shared]), opposing: unionOfSpans([opposing]), crossings: [...new Set(crossings)] }
}

/** What a route shares with any of several. */
export function meetingWithAll(a: CutRoute, others: readonly CutRoute[], rule: LineRule, field: BarrierField): Meeting {
  const found = others.map((b) => meetingOfRoutes(a, b, rule, field)).filter((meeting) => meeting !== NOTHING)
  if (found.length < 2) return found[0] ?? NOTHING
  return {
    shared: unionOfSpans(found.map(({ shared }) => shared)),
    opposing: unionOfSpans(found.map(({ opposing }) => opposing)),
    crossings: [...new Set(found.flatMap(({ crossings }) => crossings))].sort((s, t) => s - t),
  }
}
