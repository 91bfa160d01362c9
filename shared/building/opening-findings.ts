import type { Id } from '#shared/base/ids'
import type { Name } from '#shared/base/message'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Opening } from '#shared/document/elements/opening'
import type { Finding } from '#shared/document/finding'
import { errorOf, warningOf } from '#shared/document/findings/finding-of'
import type { Traveller } from '#shared/document/vocabulary'
import type { Settings } from '#shared/document/workshop'
import type { Building, BuildingStorey, BuiltOpening } from './building'
import { doorway, type WallShapes, wallShapes } from './fixture-findings'
import { nameOfOpening, openingName } from './names'
import { REACH_MM } from './wall-graph'

/** A wall that stands within this far of a doorway's face stands in it. Metres. */
const BEFORE_DOORWAY_M = 0.05
const NOISE_M = 1e-9

/** What every opening of a storey is held against. */
type Around = { readonly storey: BuildingStorey; readonly walls: WallShapes; readonly bedRooms: ReadonlySet<Id> }

/** Openings without an edge, beyond its end, over one another, leading nowhere, walled up, or narrower than somebody wants. */
export function openingFindings(building: Building, design: RecordTable, settings: Settings | undefined): readonly Finding[] {
  const findings: Finding[] = []
  const built = new Map<Id, { readonly opening: BuiltOpening; readonly around: Around }>()
  for (const storey of building.storeys) {
    const around = { storey, walls: wallShapes(storey), bedRooms: roomsWithBeds(storey) }
    for (const opening of storey.openings) built.set(opening.opening.id, { opening, around })
  }
  for (const opening of recordsOf(design, 'opening')) {
    const place = built.get(opening.id)
    const values = { opening: nameIn(design, opening) }
    const host = hostLength(opening, design)
    if (host === undefined) findings.push(errorOf('finding.openingNoEdge', [opening.id], values))
    else if (opening.along + opening.width > host + NOISE_M) {
      findings.push(errorOf('finding.openingTooWide', [opening.id], { ...values, width: opening.width, wall: host }))
    }
    if (place === undefined) continue
    findings.push(...leadFindings(place.opening, place.around, values), ...widthFindings(place.opening, place.around, settings, values))
  }
  for (const storey of building.storeys) findings.push(...meetingFindings(storey))
  return findings
}

function roomsWithBeds({ fixtures }: BuildingStorey): ReadonlySet<Id> {
  const rooms = new Set<Id>()
  for (const { fixture, room } of fixtures) if (fixture.fixtureType === 'bed' && room !== undefined) rooms.add(room)
  return rooms
}

function nameIn(design: RecordTable, opening: Opening): Name {
  const host = 'room' in opening.on ? design[opening.on.room] : undefined
  return nameOfOpening(opening, host?.kind === 'room' ? host.name : undefined)
}

/** Length of the edge or free wall that an opening names, in metres; undefined where there is none. */
function hostLength({ on }: Opening, design: RecordTable): number | undefined {
  if ('wall' in on) {
    const wall = design[on.wall]
    return wall?.kind === 'wall' ? Math.hypot(wall.to.x - wall.from.x, wall.to.y - wall.from.y) : undefined
  }
  const room = design[on.room]
  if (room?.kind !== 'room') return undefined
  const index = room.corners.findIndex(({ key }) => key === on.corner)
  if (index < 0) return undefined
  const start = room.corners[index]!
  const end = room.corners[(index + 1) % room.corners.length]!
  return Math.hypot(end.x - start.x, end.y - start.y)
}

function leadFindings(built: BuiltOpening, { walls }: Around, values: { readonly opening: Name }): readonly Finding[] {
  const { opening, left, right } = built
  const way = doorway(built, BEFORE_DOORWAY_M)
  if (way === undefined) return seenThroughFindings(built, values)
  const findings: Finding[] = []
  const leadsOut = left.kind === 'outside' || right.kind === 'outside'
  if (leadsOut && opening.gate === undefined) findings.push(warningOf('finding.openingNowhere', [opening.id], values))
  if (walls.meets(way)) findings.push(errorOf('finding.openingWalledUp', [opening.id], values))
  return findings
}

/** A window needs a room or floor on one side; a hatch needs one on each, and not the same. */
function seenThroughFindings({ opening, left, right }: BuiltOpening, values: { readonly opening: Name }): readonly Finding[] {
  const outside = [left, right].filter(({ kind }) => kind === 'outside').length
  if (opening.opening === 'window') return outside === 2 ? [warningOf('finding.windowNowhere', [opening.id], values)] : []
  const isOneRoom = left.kind === 'room' && right.kind === 'room' && left.room === right.room
  return outside > 0 || isOneRoom ? [warningOf('finding.hatchNowhere', [opening.id], values)] : []
}

/** Openings that lie over one another in the same wall, whichever room they were drawn in. */
function meetingFindings(storey: BuildingStorey): readonly Finding[] {
  const { openings } = storey
  const findings: Finding[] = []
  for (let i = 0; i < openings.length; i++) {
    for (let j = i + 1; j < openings.length; j++) {
      const [a, b] = [openings[i]!, openings[j]!]
      if (!areInOneLine(a, b)) continue
      const values = { opening: openingName(a, storey), other: openingName(b, storey) }
      findings.push(errorOf('finding.openingsMeet', [a.opening.id, b.opening.id], values))
    }
  }
  return findings
}

function areInOneLine(a: BuiltOpening, b: BuiltOpening): boolean {
  // No two openings further apart than their widths and walls together can meet.
  const far = a.opening.width + b.opening.width + a.thickness + b.thickness
  if (Math.abs(a.from.x - b.from.x) > far || Math.abs(a.from.y - b.from.y) > far) return false
  const dx = a.to.x - a.from.x
  const dy = a.to.y - a.from.y
  const long = Math.sqrt(dx * dx + dy * dy)
  const reach = Math.max(REACH_MM / 1000, (a.thickness + b.thickness) / 2)
  const alongOf = (p: { readonly x: number; readonly y: number }) => ((p.x - a.from.x) * dx + (p.y - a.from.y) * dy) / long
  const offOf = (p: { readonly x: number; readonly y: number }) => Math.abs((p.x - a.from.x) * dy - (p.y - a.from.y) * dx) / long
  if (offOf(b.from) > reach || offOf(b.to) > reach) return false
  const start = Math.min(alongOf(b.from), alongOf(b.to))
  const end = Math.max(alongOf(b.from), alongOf(b.to))
  return Math.min(end, long) - Math.max(start, 0) > REACH_MM / 1000
}

/** One finding an opening: for the widest of those who are sure to use it and want more. */
function widthFindings(
  { opening, left, right }: BuiltOpening,
  { bedRooms }: Around,
  settings: Settings | undefined,
  values: { readonly opening: Name },
): readonly Finding[] {
  if (settings === undefined || (opening.opening !== 'door' && opening.opening !== 'archway')) return []
  // People pass every opening, beds those of rooms with a bed; who else passes is for routes to say.
  const isForBeds = [left, right].some((side) => side.kind === 'room' && bedRooms.has(side.room))
  const users: readonly Traveller[] = isForBeds ? ['bed', 'person'] : ['person']
  const wanting = users.filter((traveller) => opening.width < settings.bodies[traveller].wants - NOISE_M)
  const widest = [...wanting].sort((a, b) => settings.bodies[b].wants - settings.bodies[a].wants)[0]
  if (widest === undefined) return []
  const wants = settings.bodies[widest].wants
  return [warningOf(`finding.openingNarrow.${widest}`, [opening.id], { ...values, width: opening.width, wants })]
}
