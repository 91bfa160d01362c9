import type { Id } from '#shared/base/ids'
import { type LatelyUsed, latelyUsed } from '#shared/base/lately-used'
import type { BuildingStorey } from '#shared/building/building'
import { type EyeView, isUnchangedAt, isUnchangedOn, sees, viewBefore, visibleOn } from '#shared/building/sight'
import type { Storey } from '#shared/document/elements/storey'
import type { Point } from '#shared/geometry/point'
import { doBoxesMeet } from './boxes'
import { type Eye, sightBox } from './eyes'
import { eyesNear, sightsOf } from './eyes-near'
import { type Box, bowOf, type RouteFacts, type Segment } from './route-facts'
import { lengthOfSpans, NO_SPANS, type Spans, spansInOrder, unionOfSpans } from './spans'

/** What of the floor of a storey lies in public rooms, or some public eye sees. */
export type Watch = {
  /** The stretches of a route that do. Metres along it. */
  exposureOf(facts: RouteFacts): RouteExposure
  /** Does an eye see a point, in metres. */
  isSeen(point: Point): boolean
}

export type RouteExposure = { readonly spans: Spans; readonly metres: number }

/** What is watched, and by whom. */
type Watched = { readonly eyes: readonly Eye[]; readonly publicRooms: ReadonlySet<Id>; readonly limit: number }

/** What eyes see of one segment: those that see any of it, and what they see together. */
type Exposure = { readonly parts: ReadonlyMap<EyeView, Spans>; readonly spans: Spans }

type KeptWatch = Watched & {
  readonly watch: Watch
  readonly segments: LatelyUsed<Segment, Exposure>
  readonly points: Map<string, boolean>
  readonly routes: WeakMap<RouteFacts, RouteExposure>
  /** An earlier watch of the same floor, while this one is not such a one itself. */
  base: Base | undefined
}

/** Of an earlier watch: which eyes of this one, and of that one, are not the same. */
type Base = { readonly before: KeptWatch; readonly changed: readonly ChangedEye[] }
type ChangedEye = { readonly view: EyeView | undefined; readonly was: EyeView | undefined; readonly boxes: readonly Box[] }

const latest = new WeakMap<Storey, readonly KeptWatch[]>()
/** The committed design's, and those of the last previews of it. */
const WATCHES_KEPT = 4
/** Segments remembered, and up to as many before them: half of a large unit's. */
const SEGMENTS_KEPT = 60_000

/** `limit` in metres. The same object for the same eyes; what an edit left in sight as it was is taken over from an earlier one. */
export function watchOf({ storey }: BuildingStorey, watched: Watched): Watch {
  const known = latest.get(storey) ?? []
  const same = known.find((kept) => areSameRules(kept, watched) && areSameEyes(kept.eyes, watched.eyes))
  if (same !== undefined) {
    if (same !== known[0]) latest.set(storey, [same, ...known.filter((kept) => kept !== same)])
    return same.watch
  }
  const base = baseOf(known, watched)
  const made = newWatch(watched, base)
  // What others are made from stays longest.
  const others = known.filter((kept) => kept !== base?.before)
  latest.set(storey, [made, ...(base === undefined ? [] : [base.before]), ...others].slice(0, WATCHES_KEPT))
  return made.watch
}

function areSameRules(a: Watched, b: Watched): boolean {
  if (a.limit !== b.limit || a.publicRooms.size !== b.publicRooms.size) return false
  for (const room of a.publicRooms) if (!b.publicRooms.has(room)) return false
  return true
}

function areSameEyes(a: readonly Eye[], b: readonly Eye[]): boolean {
  return a.length === b.length && a.every(({ view }, index) => view === b[index]!.view)
}

/** The earlier watch that the fewest eyes differ from. */
function baseOf(known: readonly KeptWatch[], watched: Watched): Base | undefined {
  let best: Base | undefined
  let least = Number.POSITIVE_INFINITY
  for (const before of known) {
    if (!areSameRules(before, watched)) continue
    const changed = changedEyes(before.eyes, watched.eyes, watched.limit)
    const unlike = changed.reduce((sum, { view, was }) => sum + (view !== undefined && viewBefore(view) === was ? 1 : 100), 0)
    if (unlike >= least) continue
    least = unlike
    best = { before, changed }
  }
  if (best !== undefined) best.before.base = undefined
  return best
}

function changedEyes(before: readonly Eye[], after: readonly Eye[], limit: number): readonly ChangedEye[] {
  const placeOf = ({ view: { eye } }: Eye) => `${eye.x},${eye.y}`
  const old = new Map(before.map((eye) => [placeOf(eye), eye.view] as const))
  const now = new Map(after.map((eye) => [placeOf(eye), eye.view] as const))
  const changed: ChangedEye[] = []
  for (const place of new Set([...old.keys(), ...now.keys()])) {
    const [was, view] = [old.get(place), now.get(place)]
    if (was === view) continue
    changed.push({ view, was, boxes: [was, view].flatMap((each) => (each === undefined ? [] : [sightBox(each, limit)])) })
  }
  return changed
}

function newWatch(watched: Watched, base: Base | undefined): KeptWatch {
  const { eyes, publicRooms, limit } = watched
  const sights = sightsOf(eyes, limit)
  const kept: KeptWatch = {
    ...watched,
    base,
    segments: latelyUsed(SEGMENTS_KEPT),
    points: new Map(),
    routes: new WeakMap(),
    watch: { exposureOf, isSeen },
  }
  const { routes } = kept

  function exposureOf(facts: RouteFacts): RouteExposure {
    let found = routes.get(facts)
    if (found === undefined) {
      const old = kept.base?.before.routes.get(facts)
      if (old !== undefined && !isLookedAtAnew(facts.box)) {
        routes.set(facts, old)
        return old
      }
      const { pieces } = facts
      const parts: Exposure[] = []
      for (let i = 0; i < pieces.segments.length; i++) parts.push(onSegment(pieces.segments[i]!))
      const before = lastExposures.get(facts)
      found = before !== undefined && parts.every((part, index) => part === before.parts[index]) ? before : newExposure(pieces, parts)
      lastExposures.set(facts, found as KeptExposure)
      routes.set(facts, found)
    }
    return found
  }

  /** May an eye that came, went or sees something else look into a box? */
  function isLookedAtAnew(box: Box): boolean {
    for (const { boxes } of kept.base!.changed) for (const seen of boxes) if (doBoxesMeet(seen, box)) return true
    return false
  }

  function onSegment(segment: Segment): Exposure {
    let exposure = kept.segments.get(segment)
    if (exposure === undefined) {
      exposure = newOnSegment(segment, kept.base)
      kept.segments.set(segment, exposure)
    }
    return exposure
  }

  function newOnSegment(segment: Segment, former: Base | undefined): Exposure {
    const { room, box, metres } = segment
    const old = former?.before.segments.get(segment)
    if (old !== undefined && former!.changed.every((eye) => isUnchanged(eye, segment))) return old
    if (room !== undefined && publicRooms.has(room)) return { parts: NO_PARTS, spans: [0, metres] }
    let parts: Map<EyeView, Spans> | undefined
    const near = eyesNear(sights, box, Math.abs(bowOf(segment)) * segment.length)
    for (let i = 0; i < near.length; i++) {
      const { view } = eyes[near[i]!]!
      const spans = (old === undefined ? undefined : partOf(old, former!.changed, view, segment)) ?? seenOn(segment, view, limit)
      if (spans.length === 0) continue
      parts ??= new Map()
      parts.set(view, spans)
    }
    if (parts === undefined) return NOT_EXPOSED
    return { parts, spans: parts.size === 1 ? parts.values().next().value! : unionOfSpans([...parts.values()]) }
  }

  function isSeen(point: Point): boolean {
    const key = `${point.x},${point.y}`
    let seen = kept.points.get(key)
    if (seen === undefined) {
      const former = kept.base
      const old = former?.before.points.get(key)
      const isSame =
        old !== undefined && former!.changed.every(({ view, was }) => view !== undefined && viewBefore(view) === was && isUnchangedAt(view, point))
      seen = isSame ? old : eyes.some(({ view }) => sees(view, point, limit))
      kept.points.set(key, seen)
    }
    return seen
  }

  return kept
}

/** Nothing of the segment looks other to an eye than it did. */
function isUnchanged({ view, was, boxes }: ChangedEye, { ax, ay, bx, by, box }: Segment): boolean {
  if (!boxes.some((each) => doBoxesMeet(each, box))) return true
  return view !== undefined && viewBefore(view) === was && isUnchangedOn(view, ax, ay, bx, by)
}

/** What an eye saw of a segment before, if it sees that still. */
function partOf({ parts }: Exposure, changed: readonly ChangedEye[], view: EyeView, { ax, ay, bx, by }: Segment): Spans | undefined {
  const change = changed.find((eye) => eye.view === view)
  if (change === undefined) return parts.get(view) ?? NO_SPANS
  const { was } = change
  if (was === undefined || viewBefore(view) !== was || !isUnchangedOn(view, ax, ay, bx, by)) return undefined
  return parts.get(was) ?? NO_SPANS
}

const NO_PARTS: Exposure['parts'] = new Map()
const NOT_EXPOSED: Exposure = { parts: NO_PARTS, spans: NO_SPANS }

/** What was last found of a route, and of what. */
type KeptExposure = RouteExposure & { readonly parts: readonly Exposure[] }
const lastExposures = new WeakMap<RouteFacts, KeptExposure>()

function newExposure(pieces: RouteFacts['pieces'], parts: readonly Exposure[]): KeptExposure {
  const found: number[] = []
  for (let index = 0; index < parts.length; index++) {
    const { spans } = parts[index]!
    for (let i = 0; i < spans.length; i++) found.push(pieces.starts[index]! + spans[i]!)
  }
  const spans = spansInOrder(found)
  return { parts, spans, metres: lengthOfSpans(spans) }
}

/** It turns away from the wall that it slides along, if that is thin. */
function seenOn(segment: Segment, view: EyeView, limit: number): Spans {
  const { ax, ay, bx, by, lean, length, metres } = segment
  const bow = bowOf(segment)
  const offX = (ay - by) * bow
  const offY = (bx - ax) * bow
  const seen = visibleOn(view, ax + offX, ay + offY, bx + offX, by + offY, -lean, limit)
  if (seen.length === 0) return NO_SPANS
  return bow === 0 ? seen : seen.map((along) => (along * metres) / length)
}
