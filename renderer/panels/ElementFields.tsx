import { ActionIcon, Select } from '@mantine/core'
import { RotateCcw, RotateCw } from 'lucide-react'
import type { Id } from '#shared/base/ids'
import { roundToMillimetre } from '#shared/base/units'
import type { BuildingStorey } from '#shared/building/building'
import type { Edit } from '#shared/commands/edit'
import { moveFixture } from '#shared/commands/move-fixture'
import { moveFreeWall } from '#shared/commands/move-free-wall'
import { moveOpening } from '#shared/commands/move-opening'
import { moveRoom } from '#shared/commands/move-room'
import { moveRoomEdge } from '#shared/commands/move-room-edge'
import { setElement } from '#shared/commands/set-element'
import { setOpening } from '#shared/commands/set-opening'
import { turnFixture } from '#shared/commands/turn-fixture'
import { type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import type { Fixture } from '#shared/document/elements/fixture'
import type { Opening } from '#shared/document/elements/opening'
import type { Room } from '#shared/document/elements/room'
import type { Wall } from '#shared/document/elements/wall'
import { areaText, metresText } from '#shared/report/figures'
import { NumberField } from '../controls/NumberField'
import { TextField } from '../controls/TextField'
import { words } from '../state/words'
import { fixtureName, openingName } from './element-name'

export type FieldsProps = {
  readonly document: WardDocument
  readonly table: RecordTable
  readonly storey: BuildingStorey
  readonly isLocked: boolean
  readonly onCommit: (edit: Edit) => void
  readonly onSelect: (id: Id | undefined) => void
}

export function RoomFields({ document, storey, isLocked, onCommit, room }: FieldsProps & { readonly room: Room }) {
  const built = storey.rooms.find((each) => each.room.id === room.id)
  const xs = room.corners.map(({ x }) => x)
  const ys = room.corners.map(({ y }) => y)
  const [left, bottom, right, top] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  const isRectangle = room.corners.length === 4 && room.corners.every(({ x, y }) => (x === left || x === right) && (y === bottom || y === top))
  const types = recordsOf(document.workshop, 'roomType').map(({ key, name }) => ({ value: key, label: name }))
  const move = (dx: number, dy: number) => onCommit(moveRoom(document, { room: room.id, dx, dy }))
  /** The edge that runs along the given side; corners run counter-clockwise, so the right side runs upwards. */
  const widen = (side: 'right' | 'top', by: number) => {
    const at = side === 'right' ? { x: right, y: bottom } : { x: right, y: top }
    const corner = room.corners.find(({ x, y }) => x === at.x && y === at.y)
    if (corner !== undefined) onCommit(moveRoomEdge(document, { room: room.id, corner: corner.key, outwards: by }))
  }
  return (
    <>
      <TextField
        label={words('field.name')}
        value={room.name}
        isDisabled={isLocked}
        onCommit={(name) => onCommit(setElement(document, { kind: 'room', id: room.id, fields: { name } }))}
      />
      <Select
        label={words('field.room-type')}
        data={types}
        value={room.roomType}
        disabled={isLocked}
        allowDeselect={false}
        comboboxProps={{ withinPortal: true }}
        onChange={(roomType) => roomType !== null && onCommit(setElement(document, { kind: 'room', id: room.id, fields: { roomType } }))}
      />
      <div className="field-pair">
        <NumberField label={words('field.x')} value={left} unit="m" step={0.1} isDisabled={isLocked} onCommit={(x) => move(x - left, 0)} />
        <NumberField label={words('field.y')} value={bottom} unit="m" step={0.1} isDisabled={isLocked} onCommit={(y) => move(0, y - bottom)} />
      </div>
      <div className="field-pair">
        <NumberField
          label={words('field.width')}
          value={roundToMillimetre(right - left)}
          unit="m"
          step={0.1}
          isDisabled={isLocked || !isRectangle}
          onCommit={(width) => widen('right', width - (right - left))}
        />
        <NumberField
          label={words('field.depth')}
          value={roundToMillimetre(top - bottom)}
          unit="m"
          step={0.1}
          isDisabled={isLocked || !isRectangle}
          onCommit={(depth) => widen('top', depth - (top - bottom))}
        />
      </div>
      <dl className="facts">
        <dt>{words('field.net-area')}</dt>
        <dd>{built === undefined ? '–' : areaText(built.netArea)}</dd>
        {built?.type?.minimumArea !== undefined && (
          <>
            <dt>{words('field.minimum-area')}</dt>
            <dd>{areaText(built.type.minimumArea)}</dd>
          </>
        )}
        {built?.type !== undefined && (
          <>
            <dt>{words('field.zone')}</dt>
            <dd>
              <span className="zone-dot" style={{ background: `var(--zone-${built.type.zone})` }} aria-hidden /> {words(`zone.${built.type.zone}`)}
            </dd>
          </>
        )}
      </dl>
    </>
  )
}

export function OpeningFields({ document, table, storey, isLocked, onCommit, opening }: FieldsProps & { readonly opening: Opening }) {
  const built = storey.openings.find((each) => each.opening.id === opening.id)
  const owner = 'room' in opening.on ? table[opening.on.room] : undefined
  return (
    <>
      <TextField
        label={words('field.name')}
        value={openingName(opening)}
        isDisabled={isLocked}
        onCommit={(name) => onCommit(setOpening(document, { opening: opening.id, fields: { name } }))}
      />
      <div className="field-pair">
        <NumberField
          label={words('field.along')}
          value={opening.along}
          unit="m"
          step={0.1}
          isDisabled={isLocked}
          onCommit={(along) => onCommit(moveOpening(document, { opening: opening.id, along }))}
        />
        <NumberField
          label={words('field.clear-width')}
          value={opening.width}
          unit="m"
          step={0.05}
          isDisabled={isLocked}
          onCommit={(width) => onCommit(setOpening(document, { opening: opening.id, fields: { width } }))}
        />
      </div>
      <dl className="facts">
        {owner?.kind === 'room' && (
          <>
            <dt>{words('field.belongs-to')}</dt>
            <dd>{owner.name}</dd>
          </>
        )}
        {built !== undefined && (
          <>
            <dt>{words('field.wall')}</dt>
            <dd>{metresText(built.thickness)}</dd>
          </>
        )}
      </dl>
    </>
  )
}

export function FixtureFields({ document, storey, table, isLocked, onCommit, fixture }: FieldsProps & { readonly fixture: Fixture }) {
  const built = storey.fixtures.find((each) => each.fixture.id === fixture.id)
  const room = built?.room === undefined ? undefined : table[built.room]
  const turn = (rotation: number) => onCommit(turnFixture(document, { fixture: fixture.id, rotation: ((rotation % 360) + 360) % 360 }))
  return (
    <>
      <TextField
        label={words('field.name')}
        value={fixture.name}
        placeholder={fixtureName(fixture)}
        isDisabled={isLocked}
        onCommit={(name) => onCommit(setElement(document, { kind: 'fixture', id: fixture.id, fields: { name } }))}
      />
      <div className="field-pair">
        <NumberField
          label={words('field.x')}
          value={fixture.x}
          unit="m"
          step={0.1}
          isDisabled={isLocked}
          onCommit={(x) => onCommit(moveFixture(document, { fixture: fixture.id, dx: x - fixture.x, dy: 0 }))}
        />
        <NumberField
          label={words('field.y')}
          value={fixture.y}
          unit="m"
          step={0.1}
          isDisabled={isLocked}
          onCommit={(y) => onCommit(moveFixture(document, { fixture: fixture.id, dx: 0, dy: y - fixture.y }))}
        />
      </div>
      <div className="field-turn">
        <NumberField label={words('field.rotation')} value={fixture.rotation} unit="°" step={15} decimals={1} isDisabled={isLocked} onCommit={turn} />
        <ActionIcon aria-label={words('field.turn-left')} variant="default" disabled={isLocked} onClick={() => turn(fixture.rotation + 90)}>
          <RotateCcw size={18} />
        </ActionIcon>
        <ActionIcon aria-label={words('field.turn-right')} variant="default" disabled={isLocked} onClick={() => turn(fixture.rotation - 90)}>
          <RotateCw size={18} />
        </ActionIcon>
      </div>
      {room?.kind === 'room' && (
        <dl className="facts">
          <dt>{words('field.stands-in')}</dt>
          <dd>{room.name}</dd>
        </dl>
      )}
    </>
  )
}

export function WallFields({ document, isLocked, onCommit, wall }: FieldsProps & { readonly wall: Wall }) {
  const move = (dx: number, dy: number) => onCommit(moveFreeWall(document, { wall: wall.id, dx, dy }))
  return (
    <div className="field-pair">
      <NumberField
        label={words('field.x')}
        value={wall.from.x}
        unit="m"
        step={0.1}
        isDisabled={isLocked}
        onCommit={(x) => move(x - wall.from.x, 0)}
      />
      <NumberField
        label={words('field.y')}
        value={wall.from.y}
        unit="m"
        step={0.1}
        isDisabled={isLocked}
        onCommit={(y) => move(0, y - wall.from.y)}
      />
    </div>
  )
}
