import { Checkbox, Select } from '@mantine/core'
import { useState } from 'react'
import { roundToMillimetre } from '#shared/base/units'
import { moveRoom } from '#shared/commands/move-room'
import { LOWER_LEFT, type RoomSize, resizeRoom, type Stays } from '#shared/commands/resize-room'
import { setElement } from '#shared/commands/set-element'
import { recordsOf } from '#shared/document/document'
import type { Room } from '#shared/document/elements/room'
import { boxOf } from '#shared/geometry/polygon'
import { areaText } from '#shared/report/figures'
import { NumberField } from '../controls/NumberField'
import { TextField } from '../controls/TextField'
import { words } from '../state/words'
import { EdgeFields } from './EdgeFields'
import type { FieldsProps } from './fields-props'

/** A room: what it is, where it stands, and its size, of which one figure follows another. */
export function RoomFields({ document, storey, isLocked, onCommit, room }: FieldsProps & { readonly room: Room }) {
  const built = storey.rooms.find((each) => each.room.id === room.id)
  const { left, right, bottom, top } = boxOf(room.corners)
  const types = recordsOf(document.workshop, 'roomType').map(({ key, name }) => ({ value: key, label: name }))
  const [sizing, setSizing] = useState(lastSizing)
  const change = (part: Partial<Sizing>) => {
    lastSizing = { ...sizing, ...part }
    setSizing(lastSizing)
  }
  const move = (dx: number, dy: number) => onCommit(moveRoom(document, { room: room.id, dx, dy }))
  const size = (to: RoomSize) => onCommit(resizeRoom(document, { room: room.id, size: to, stays: sizing.stays }))
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
          isDisabled={isLocked}
          onCommit={(width) => size({ width, holdsArea: sizing.holdsArea })}
        />
        <NumberField
          label={words('field.depth')}
          value={roundToMillimetre(top - bottom)}
          unit="m"
          step={0.1}
          isDisabled={isLocked}
          onCommit={(depth) => size({ depth, holdsArea: sizing.holdsArea })}
        />
      </div>
      <NumberField
        label={words('field.net-area')}
        value={Math.round((built?.netArea ?? 0) * 100) / 100}
        unit="m²"
        step={1}
        decimals={2}
        isDisabled={isLocked || built === undefined}
        onCommit={(netArea) => size({ netArea, keep: sizing.keep })}
      />
      {!isLocked && <SizingFields sizing={sizing} onChange={change} />}
      <dl className="facts">
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
      <EdgeFields document={document} room={room} isLocked={isLocked} onCommit={onCommit} />
    </>
  )
}

/** How a size that is typed is meant: what stays where it is, and which figure gives way. */
type Sizing = { readonly stays: Stays; readonly holdsArea: boolean; readonly keep: 'width' | 'depth' }

/** As it was chosen last, for every room. */
let lastSizing: Sizing = { stays: LOWER_LEFT, holdsArea: false, keep: 'width' }

const ROWS = ['top', 'middle', 'bottom'] as const
const COLUMNS = ['left', 'centre', 'right'] as const

function SizingFields({
  sizing: { stays, holdsArea, keep },
  onChange,
}: {
  readonly sizing: Sizing
  readonly onChange: (part: Partial<Sizing>) => void
}) {
  return (
    <details className="more">
      <summary>{words('sizing.title')}</summary>
      <div className="sizing">
        <fieldset className="stays">
          <legend>{words('sizing.stays')}</legend>
          {ROWS.flatMap((y) =>
            COLUMNS.map((x) => (
              <label key={`${x} ${y}`}>
                <input
                  type="radio"
                  name="stays"
                  checked={stays.x === x && stays.y === y}
                  aria-label={words(`stays.${y}-${x}`)}
                  onChange={() => onChange({ stays: { x, y } })}
                />
              </label>
            )),
          )}
        </fieldset>
        <div className="sizing-rules">
          <Checkbox
            label={words('sizing.holds-area')}
            checked={holdsArea}
            onChange={(event) => onChange({ holdsArea: event.currentTarget.checked })}
          />
          <Select
            label={words('sizing.keep')}
            data={(['width', 'depth'] as const).map((value) => ({ value, label: words(`sizing.keep-${value}`) }))}
            value={keep}
            allowDeselect={false}
            onChange={(value) => onChange({ keep: value === 'depth' ? 'depth' : 'width' })}
          />
        </div>
      </div>
    </details>
  )
}
