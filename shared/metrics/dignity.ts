import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { type EyeView, sees } from '#shared/building/sight'
import type { Dress, Mobility } from '#shared/document/vocabulary'
import { visibleStretches } from '#shared/geometry/sightlines'
import type { Stay } from '#shared/journeys/plan'
import type { Trip } from '#shared/journeys/trip'
import { type Assessment, routesOf, storeyOfTrip } from './assessment'
import { doBoxesMeet } from './boxes'
import { type Eye, type EyesByStorey, isPublicRoom, sightBox } from './eyes'
import type { Part } from './measurement'
import { available, because, kindOf, type Metric, metricOf, partOfTrip, unlessFailed } from './metric'
import { isPatientTrip } from './patient-travel'
import { type Box, type RouteFacts, type Segment, stretchOf } from './route-facts'
import { lengthOfSpans, NO_SPANS, type Spans, unionOfSpans } from './spans'

const METRES = kindOf('dignityMetres', 'metre', 'visit', 'less')
const MINUTES = kindOf('dignityMinutes', 'minute', 'visit', 'less')

/** Metres walked and minutes of steps done gowned, sedated or in bed, inside public rooms or where a public eye sees it. */
export function dignity(assessment: Assessment, eyes: EyesByStorey): readonly Metric[] {
  const { journeys, visitsPerDay, building } = assessment
  if (visitsPerDay === 0) return [METRES, MINUTES].map((kind) => metricOf(kind, undefined, because('unavailable.noVisits')))
  const limit = assessment.settings.thresholds.dignitySight
  const publicRooms = new Set(building.storeys.flatMap(({ rooms }) => rooms.filter(isPublicRoom).map(({ room }) => room.id)))
  const trips = journeys.trips.filter((trip) => isPatientTrip(trip) && isExposed(trip.dress, trip.mobility))
  const exposures = (trip: Trip) => {
    const seen = eyes[storeyOfTrip(building, trip)] ?? []
    return routesOf(assessment, trip).map((facts) => ({ facts, spans: exposedSpans(facts, publicRooms, seen, limit) }))
  }
  const metres = (trip: Trip) => {
    const routes = exposures(trip)
    let sum = 0
    for (const { spans } of routes) sum += lengthOfSpans(spans)
    return routes.length === 0 ? 0 : (trip.perDay * sum) / routes.length / visitsPerDay
  }
  const total = () => {
    let sum = 0
    for (const trip of trips) sum += metres(trip)
    return sum
  }
  const walked = unlessFailed(assessment, ({ purpose, flow }) => purpose === 'patient' && flow === 'patient', total)
  const stays = exposedStays(assessment, publicRooms, eyes, limit)
  const missing = journeys.failures.find(({ isMissing, purpose, flow }) => isMissing && purpose === 'patient' && flow === 'patient')
  return [
    metricOf(METRES, undefined, walked, () =>
      trips.flatMap((trip) => {
        const amount = metres(trip)
        if (amount === 0) return []
        const marks = exposures(trip).flatMap(({ facts, spans }) => exposedMarks(facts, spans))
        return [partOfTrip(trip, amount, marks)]
      }),
    ),
    metricOf(
      MINUTES,
      undefined,
      missing === undefined ? available(stays.reduce((sum, { minutes }) => sum + minutes, 0)) : { status: 'unavailable', reason: missing.reason() },
      () =>
        stays.map(({ stay, minutes }) => ({
          trip: undefined,
          subject: message('part.exposedStep', { step: stay.step }),
          amount: minutes,
          marks: [{ role: 'element', points: [], element: stay.spot?.element }],
        })),
    ),
  ]
}

function isExposed(dress: Dress | undefined, mobility: Mobility | undefined): boolean {
  return dress === 'gowned' || dress === 'sedated' || mobility === 'bed'
}

type Exposure = { readonly eyes: readonly Eye[]; readonly rooms: string; readonly limit: number; readonly spans: Spans }
const exposuresOf = new WeakMap<RouteFacts, Exposure>()

/** The stretches of a route that lie in public rooms, or that some eye sees within the limit. */
function exposedSpans(facts: RouteFacts, publicRooms: ReadonlySet<Id>, eyes: readonly Eye[], limit: number): Spans {
  const known = exposuresOf.get(facts)
  let rooms = ''
  for (const room of facts.rooms) rooms += room !== undefined && publicRooms.has(room) ? '1' : '0'
  if (known !== undefined && known.rooms === rooms && known.limit === limit && areSameViews(known.eyes, eyes)) return known.spans
  const boxes = sightBoxes(eyes, limit)
  const around = boxOfRoute(facts)
  const found: Spans[] = []
  if (rooms.includes('1')) found.push(publicSpans(facts, publicRooms))
  for (let index = 0; index < eyes.length; index++) {
    if (!doBoxesMeet(boxes[index]!, around)) continue
    const seen = routeSeenBy(facts, eyes[index]!.view, boxes[index]!, rooms, publicRooms, limit)
    if (seen.length > 0) found.push(seen)
  }
  const spans = unionOfSpans(found)
  exposuresOf.set(facts, { eyes, rooms, limit, spans })
  return spans
}

function publicSpans({ pieces }: RouteFacts, publicRooms: ReadonlySet<Id>): Spans {
  const spans: number[] = []
  for (const { segment, at } of pieces) if (isIn(segment, publicRooms)) spans.push(at, at + segment.length)
  return spans
}

function isIn({ room }: Segment, rooms: ReadonlySet<Id>): boolean {
  return room !== undefined && rooms.has(room)
}

type SeenRoute = { readonly rooms: string; readonly limit: number; readonly spans: Spans }
const routesSeenBy = new WeakMap<EyeView, WeakMap<RouteFacts, SeenRoute>>()

/** What one eye sees of a route outside public rooms. An edit changes few views: what the others see of a route stays. */
function routeSeenBy(facts: RouteFacts, view: EyeView, box: Box, rooms: string, publicRooms: ReadonlySet<Id>, limit: number): Spans {
  let ofView = routesSeenBy.get(view)
  if (ofView === undefined) {
    ofView = new WeakMap()
    routesSeenBy.set(view, ofView)
  }
  const known = ofView.get(facts)
  if (known !== undefined && known.rooms === rooms && known.limit === limit) return known.spans
  let found: number[] | undefined
  for (const { segment, at } of facts.pieces) {
    if (!doBoxesMeet(box, segment.box) || isIn(segment, publicRooms)) continue
    for (const along of seenOf(segment, view, limit)) {
      found ??= []
      found.push(at + along)
    }
  }
  const spans = found ?? NO_SPANS
  ofView.set(facts, { rooms, limit, spans })
  return spans
}

const boxesOfEyes = new WeakMap<readonly Eye[], readonly Box[]>()

function sightBoxes(eyes: readonly Eye[], limit: number): readonly Box[] {
  let boxes = boxesOfEyes.get(eyes)
  if (boxes === undefined) {
    boxes = eyes.map(({ view }) => sightBox(view, limit))
    boxesOfEyes.set(eyes, boxes)
  }
  return boxes
}

function boxOfRoute({ route: { points } }: RouteFacts): Box {
  let [x0, y0, x1, y1] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = 0; i < points.length; i += 2) {
    x0 = Math.min(x0, points[i]!)
    x1 = Math.max(x1, points[i]!)
    y0 = Math.min(y0, points[i + 1]!)
    y1 = Math.max(y1, points[i + 1]!)
  }
  return { x0, y0, x1, y1 }
}

function areSameViews(a: readonly Eye[], b: readonly Eye[]): boolean {
  return a === b || (a.length === b.length && a.every(({ view }, index) => view === b[index]!.view))
}

type SeenSegments = { readonly limit: number; readonly spans: WeakMap<Segment, Spans> }
const seenByViews = new WeakMap<EyeView, SeenSegments>()

function seenOf(segment: Segment, view: EyeView, limit: number): Spans {
  let ofView = seenByViews.get(view)
  if (ofView === undefined || ofView.limit !== limit) {
    ofView = { limit, spans: new WeakMap() }
    seenByViews.set(view, ofView)
  }
  let spans = ofView.spans.get(segment)
  if (spans === undefined) {
    spans = seenOn(segment, view, limit)
    ofView.spans.set(segment, spans)
  }
  return spans
}

// Filled anew for each segment: far more are looked at than are seen.
const straight = new Float64Array(4)
const bent = new Float64Array(6)

/** A metre more is added behind it, turning the way its route turns, so that sight knows on which side of a thin wall it runs. */
function seenOn({ ax, ay, bx, by, length, lean }: Segment, view: EyeView, limit: number): Spans {
  const line = lean === 0 ? straight : bent
  line[0] = ax * 1000
  line[1] = ay * 1000
  line[2] = bx * 1000
  line[3] = by * 1000
  if (lean !== 0) {
    line[4] = (bx + (lean * (by - ay)) / length) * 1000
    line[5] = (by - (lean * (bx - ax)) / length) * 1000
  }
  const found = visibleStretches(view, line, limit * 1000)
  if (found.length === 0) return NO_SPANS
  const seen: number[] = []
  for (let i = 0; i < found.length; i++) {
    const along = found[i]! / 1000
    if (lean !== 0 && i % 2 === 0 && along >= length) break
    seen.push(lean === 0 ? along : Math.min(along, length))
  }
  return seen
}

function exposedMarks(facts: RouteFacts, spans: Spans): Part['marks'] {
  const marks: Part['marks'][number][] = []
  for (let i = 0; i < spans.length; i += 2) marks.push({ role: 'exposed', points: stretchOf(facts, spans[i]!, spans[i + 1]!), element: undefined })
  return marks
}

function exposedStays(
  assessment: Assessment,
  publicRooms: ReadonlySet<Id>,
  eyes: EyesByStorey,
  limit: number,
): readonly { readonly stay: Stay; readonly minutes: number }[] {
  const { journeys, premises, visitsPerDay } = assessment
  const seenAt = new Map<string, boolean>()
  const isSeen = (key: string) => {
    let seen = seenAt.get(key)
    if (seen === undefined) {
      const { room, point, storey } = premises.end(key)
      seen = (room !== undefined && publicRooms.has(room)) || (eyes[storey] ?? []).some(({ view }) => sees(view, point, limit))
      seenAt.set(key, seen)
    }
    return seen
  }
  return journeys.streams.flatMap(({ stream, plan, decided }) =>
    plan.stays.flatMap((stay) => {
      if (stay.flow !== 'patient' || stay.end === undefined || !isExposed(stay.dress, stay.mobility) || !isSeen(stay.end)) return []
      const minutes = (stream.perDay * decided.numberOf(stay.perVisit) * stay.minutes) / visitsPerDay
      return minutes === 0 ? [] : [{ stay, minutes }]
    }),
  )
}
