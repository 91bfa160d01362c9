import { ActionIcon, Select } from '@mantine/core'
import { RotateCcw, RotateCw } from 'lucide-react'
import { roundToMillimetre, roundToTenthDegree } from '#shared/base/units'
import { nameOfRecord } from '#shared/building/names'
import { connectorAt } from '#shared/commands/connectors'
import { moveFixture } from '#shared/commands/move-fixture'
import { moveFreeWall } from '#shared/commands/move-free-wall'
import { setConnector } from '#shared/commands/set-connector'
import { setElement, type WallFields as WallFieldsSet } from '#shared/commands/set-element'
import { setWallLine } from '#shared/commands/set-wall-line'
import { turnFixture } from '#shared/commands/turn-fixture'
import type { Fixture } from '#shared/document/elements/fixture'
import type { Wall } from '#shared/document/elements/wall'
import { NumberField } from '../controls/NumberField'
import { TextField } from '../controls/TextField'
import { words } from '../state/words'
import { ArrayFields } from './ArrayFields'
import { ConnectorFields } from './ConnectorFields'
import type { FieldsProps } from './fields-props'

export function FixtureFields({ document, storey, table, isLocked, onCommit, fixture }: FieldsProps & { readonly fixture: Fixture }) {
  const built = storey.fixtures.find((each) => each.fixture.id === fixture.id)
  const room = built?.room === undefined ? undefined : table[built.room]
  const connector = connectorAt(table, fixture.id)
  const turn = (rotation: number) => onCommit(turnFixture(document, { fixture: fixture.id, rotation: ((rotation % 360) + 360) % 360 }))
  return (
    <>
      <TextField
        label={words('field.name')}
        value={fixture.name}
        placeholder={nameOfRecord(fixture, document.workshop)}
        isDisabled={isLocked}
        onCommit={(name) =>
          onCommit(
            connector === undefined
              ? setElement(document, { kind: 'fixture', id: fixture.id, fields: { name } })
              : setConnector(document, { connector: connector.id, fields: { name } }),
          )
        }
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
      {connector !== undefined && <ConnectorFields document={document} table={table} isLocked={isLocked} onCommit={onCommit} connector={connector} />}
      {room?.kind === 'room' && (
        <dl className="facts">
          <dt>{words('field.stands-in')}</dt>
          <dd>{room.name}</dd>
        </dl>
      )}
      {!isLocked && <ArrayFields key={fixture.id} document={document} table={table} fixture={fixture} room={built?.room} />}
    </>
  )
}

export function WallFields({ document, isLocked, onCommit, wall }: FieldsProps & { readonly wall: Wall }) {
  const move = (dx: number, dy: number) => onCommit(moveFreeWall(document, { wall: wall.id, dx, dy }))
  const [dx, dy] = [wall.to.x - wall.from.x, wall.to.y - wall.from.y]
  const angle = roundToTenthDegree((Math.atan2(dy, dx) * 180) / Math.PI)
  const set = (fields: WallFieldsSet) => onCommit(setElement(document, { kind: 'wall', id: wall.id, fields }))
  return (
    <>
      <div className="field-pair">
        <NumberField
          label={words('field.length')}
          value={roundToMillimetre(Math.hypot(dx, dy))}
          unit="m"
          step={0.1}
          isDisabled={isLocked}
          onCommit={(length) => onCommit(setWallLine(document, { wall: wall.id, length }))}
        />
        <NumberField
          label={words('field.angle')}
          value={angle}
          unit="°"
          step={15}
          decimals={1}
          isDisabled={isLocked}
          onCommit={(to) => onCommit(setWallLine(document, { wall: wall.id, angle: to }))}
        />
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
      <div className="field-pair">
        <Select
          label={words('field.made-of')}
          data={(['wall', 'glazed'] as const).map((value) => ({ value, label: words(`edge.${value}`) }))}
          value={wall.edge}
          allowDeselect={false}
          disabled={isLocked}
          onChange={(value) => set({ edge: value === 'glazed' ? 'glazed' : 'wall' })}
        />
        <NumberField
          label={words('edges.thickness')}
          value={wall.thickness}
          unit="m"
          step={0.01}
          isDisabled={isLocked}
          onCommit={(thickness) => set({ thickness: roundToMillimetre(Math.max(0, thickness)) })}
        />
      </div>
    </>
  )
}
