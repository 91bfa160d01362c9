import type { Id } from '#shared/base/ids'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Finding } from '#shared/document/finding'
import { errorOf, warningOf } from '#shared/document/findings/finding-of'
import type { Settings } from '#shared/document/workshop'
import { compareWithBrief } from './brief'
import type { Building, BuildingStorey, BuiltRoom } from './building'
import { connectorFindings } from './connector-findings'
import { withPlace } from './finding-places'
import { fixtureFindings } from './fixture-findings'
import { overlaps, roomsOutside } from './lawful'
import { openingFindings } from './opening-findings'
import { shareFindings } from './share-findings'
import { swingFindings } from './swing-findings'
import { viaFindings } from './via-findings'

/** Floor that a door needs before it where people are taken for points. Metres. */
const LEAST_BEFORE_DOOR_M = 0.5

const known = new WeakMap<Building, { readonly workshop: RecordTable; readonly findings: readonly Finding[] }>()

/**
 * What is wrong with a building that only its geometry shows: rooms over one another or without a door,
 * openings that lead nowhere or are blocked, fixtures in walls, the brief not met. What the records
 * alone show (types, gates, pathways) is found by `document/validate.ts`. In the order of storeys and ids.
 */
export function buildingFindings(building: Building, design: RecordTable, workshop: RecordTable): readonly Finding[] {
  const last = known.get(building)
  if (last !== undefined && last.workshop === workshop) return last.findings
  const settings = recordsOf(workshop, 'settings')[0]
  const findings = [
    ...roomFindings(building),
    ...openingFindings(building, design, settings),
    ...building.storeys.flatMap((storey) => standingFindings(storey, settings)),
    ...connectorFindings(building),
    ...briefFindings(building, workshop),
    ...shareFindings(building, design, workshop),
    ...viaFindings(building, design, workshop),
  ].map((finding) => withPlace(finding, building))
  known.set(building, { workshop, findings })
  return findings
}

/** What stands where it should not. A door that opens onto something it is blocked by says it once. */
function standingFindings(storey: BuildingStorey, settings: Settings | undefined): readonly Finding[] {
  const fixtures = fixtureFindings(storey, personWidth(settings))
  const blocked = new Set(fixtures.filter(({ message }) => message.key === 'finding.doorBlocked').map(({ where }) => [...where].sort().join(' ')))
  const swings = swingFindings(storey).filter(({ where }) => !blocked.has([...where].sort().join(' ')))
  return [...fixtures, ...swings]
}

/** What a door needs in front of it: the width of a person, in metres. */
function personWidth(settings: Settings | undefined): number {
  return Math.max(LEAST_BEFORE_DOOR_M, settings === undefined ? 0 : 2 * settings.bodies.person.radius)
}

function roomFindings(building: Building): readonly Finding[] {
  const findings: Finding[] = []
  const name = new Map(building.storeys.flatMap(({ rooms }) => rooms.map(({ room }) => [room.id, room.name] as const)))
  for (const { a, b } of overlaps(building)) {
    findings.push(errorOf('finding.roomsOverlap', [a, b], { room: name.get(a)!, other: name.get(b)! }))
  }
  for (const room of roomsOutside(building)) findings.push(errorOf('finding.roomOutside', [room], { room: name.get(room)! }))
  for (const storey of building.storeys) {
    const entered = roomsEntered(storey)
    for (const built of storey.rooms) findings.push(...floorFinding(built), ...doorFinding(built, entered))
  }
  return findings
}

function floorFinding({ room, netArea }: BuiltRoom): readonly Finding[] {
  return netArea > 0 ? [] : [errorOf('finding.roomNoFloor', [room.id], { room: room.name })]
}

function doorFinding({ room }: BuiltRoom, entered: ReadonlySet<Id>): readonly Finding[] {
  return entered.has(room.id) ? [] : [errorOf('finding.roomNoDoor', [room.id], { room: room.name })]
}

/** Rooms that a door, an archway, an open edge or a gate leads into. */
function roomsEntered({ openings, openEdges, stretches }: BuildingStorey): ReadonlySet<Id> {
  const entered = new Set<Id>()
  for (const { opening, left, right } of openings) {
    if (opening.opening !== 'door' && opening.opening !== 'archway') continue
    if (opening.gate === undefined && (left.kind === 'outside' || right.kind === 'outside')) continue
    for (const side of [left, right]) if (side.kind === 'room') entered.add(side.room)
  }
  const outside = new Set(stretches.filter(({ left, right }) => left.kind === 'outside' || right.kind === 'outside').map(({ key }) => key))
  for (const { key, left, right } of openEdges) {
    if (outside.has(key)) continue
    for (const room of [left, right]) if (room !== undefined) entered.add(room)
  }
  return entered
}

function briefFindings(building: Building, workshop: RecordTable): readonly Finding[] {
  const brief = compareWithBrief(building, workshop)
  if (brief === undefined) return []
  const types = new Map(recordsOf(workshop, 'roomType').map(({ key, name }) => [key, name]))
  const rooms = new Map(building.storeys.flatMap((storey) => storey.rooms.map(({ room }) => [room.id, room.name] as const)))
  return brief.lines.flatMap((line) => {
    const type = types.get(line.roomType) ?? line.roomType
    const missing =
      line.missing > 0 ? [{ ...warningOf('finding.briefMissing', [building.design.id], { type, missing: line.missing }), about: line.roomType }] : []
    const below = line.below.map(({ room, area, minimum }) => warningOf('finding.briefBelow', [room], { room: rooms.get(room)!, area, minimum }))
    return [...missing, ...below]
  })
}
