import { firstWhere } from '#shared/base/first-where'
import type { Id } from '#shared/base/ids'
import type { BuildingStorey, BuiltFixture, BuiltOpening, BuiltRoom } from '#shared/building/building'
import type { Change } from '#shared/document/change'
import type { RecordTable } from '#shared/document/document'
import type { WardRecord } from '#shared/document/record'
import { band, placed } from '#shared/drawing/plane'
import { ringPath } from '#shared/drawing/svg-path'
import type { Point } from '#shared/geometry/point'
import { useView } from '../state/react'
import type { Preview } from '../state/view-store'
import type { RoomPart } from '../tools/tool'
import { type Frame, inPixels } from './frame'

/** Pixels: a corner as it is seen, and as a finger takes hold of it. */
const DOT_PX = 5
export const HANDLE_PX = 14

/** What is selected, what may not stand where it is held, and the corners of a selected room. */
export function Overlay({
  storey,
  table,
  selected,
  preview,
  frame,
  hasHandles,
  isOutlined = true,
}: {
  readonly storey: BuildingStorey
  readonly table: RecordTable
  readonly selected: readonly Id[]
  readonly preview: Preview | undefined
  readonly frame: Frame
  /** Corners of the one selected room can be taken hold of. */
  readonly hasHandles: boolean
  /** Where the view marks what is selected in its own way, it is not outlined here. */
  readonly isOutlined?: boolean
}) {
  const rings = (isOutlined ? selected : []).flatMap((id) => {
    const ring = ringOf(storey, id)
    return ring === undefined ? [] : [{ id, ring }]
  })
  const only = hasHandles && selected.length === 1 ? withId(storey.rooms, selected[0]!, roomId)?.room : undefined
  const refused = preview?.edit.status === 'refused' ? preview.edit : undefined
  const part = useView((view) => view.part)
  const edge = part && edgeLine(storey, part, selected)
  const ghosts = refused?.ghost === undefined ? [] : ghostRings(refused.ghost, table)
  return (
    <g>
      {refused === undefined && rings.map(({ id, ring }) => <path key={id} className="selected" d={ringPath(ring)} data-testid="selected" />)}
      {refused === undefined && edge !== undefined && <path className="picked-edge" d={edge} data-testid="picked-edge" />}
      {ghosts.map(({ id, ring: ghost }) => (
        <path key={id} className="ghost" d={ringPath(ghost)} data-testid="ghost" />
      ))}
      {refused === undefined &&
        only?.corners.map(({ key, x, y }) => (
          <g key={key} transform={`translate(${x} ${-y}) ${inPixels(frame)}`}>
            <circle className="handle-dot" r={DOT_PX} />
            <circle className="handle" r={HANDLE_PX} data-of={only.id} data-corner={key} />
          </g>
        ))}
    </g>
  )
}

/** The edge of a selected room that was pressed. */
function edgeLine({ rooms }: BuildingStorey, { room, corner }: RoomPart, selected: readonly Id[]): string | undefined {
  const corners = selected.includes(room) ? withId(rooms, room, roomId)?.room.corners : undefined
  const index = corners?.findIndex(({ key }) => key === corner) ?? -1
  const [from, to] = [corners?.[index], corners?.[(index + 1) % corners.length]]
  return from === undefined || to === undefined ? undefined : `M${from.x},${-from.y}L${to.x},${-to.y}`
}

function ringOf(storey: BuildingStorey, id: Id): readonly Point[] | undefined {
  const room = withId(storey.rooms, id, roomId)
  if (room !== undefined) return room.polygon
  const fixture = withId(storey.fixtures, id, fixtureId)
  if (fixture !== undefined) return fixture.footprint
  const opening = withId(storey.openings, id, openingId)
  if (opening !== undefined) return band(opening.from, opening.to, Math.max(opening.thickness, 0.1) + 0.12)
  const wall = storey.walls.find(({ of }) => of[0] === id)
  return wall === undefined ? undefined : band(wall.from, wall.to, wall.thickness + 0.12)
}

const roomId = ({ room }: BuiltRoom) => room.id
const fixtureId = ({ fixture }: BuiltFixture) => fixture.id
const openingId = ({ opening }: BuiltOpening) => opening.id

/** Storeys list in the order of ids: to look into each of a thousand pieces of furniture would be a tenth of a move. */
function withId<T>(list: readonly T[], id: Id, idOf: (item: T) => Id): T | undefined {
  const found = list[firstWhere(0, list.length, (at) => idOf(list[at]!) >= id)]
  return found !== undefined && idOf(found) === id ? found : undefined
}

function ghostRings({ updated, added }: Change, table: RecordTable): readonly { readonly id: Id; readonly ring: readonly Point[] }[] {
  return [...added, ...updated.map(([, to]) => to)].flatMap((record) => ghostRing(record, table).map((ring) => ({ id: record.id, ring })))
}

function ghostRing(record: WardRecord, table: RecordTable): readonly (readonly Point[])[] {
  switch (record.kind) {
    case 'room':
      return [record.corners]
    case 'fixture':
      return [record.footprint.map((point) => placed(point, record, record.rotation))]
    case 'storey':
      return record.outline === undefined ? [] : [record.outline]
    case 'wall':
      return [band(record.from, record.to, record.thickness + 0.1)]
    case 'opening': {
      const host = 'room' in record.on ? table[record.on.room] : undefined
      if (host?.kind !== 'room' || !('room' in record.on)) return []
      const { corner } = record.on
      const index = host.corners.findIndex(({ key }) => key === corner)
      const [from, to] = [host.corners[index], host.corners[(index + 1) % host.corners.length]]
      if (from === undefined || to === undefined) return []
      const length = Math.hypot(to.x - from.x, to.y - from.y)
      const at = (along: number) => ({ x: from.x + ((to.x - from.x) * along) / length, y: from.y + ((to.y - from.y) * along) / length })
      return [band(at(record.along), at(record.along + record.width), 0.4)]
    }
    default:
      return []
  }
}
