import { Checkbox, Select } from '@mantine/core'
import { slopeLength } from '#shared/building/connectors'
import { landingsOf } from '#shared/commands/connectors'
import { serveStorey, setConnector } from '#shared/commands/set-connector'
import { recordsOf } from '#shared/document/document'
import type { Connector } from '#shared/document/elements/connector'
import { TRAVELLERS, type Traveller } from '#shared/document/vocabulary'
import { NumberField } from '../controls/NumberField'
import { freshId } from '../state/fresh-id'
import { words } from '../state/words'
import type { FieldsProps } from './fields-props'
import './connector-fields.css'

type ConnectorProps = Pick<FieldsProps, 'document' | 'table' | 'isLocked' | 'onCommit'> & { readonly connector: Connector }

/** A lift or stairs, wherever on its way it was selected: the storeys it serves, whom it takes and how long it takes. */
export function ConnectorFields({ document, table, isLocked, onCommit, connector }: ConnectorProps) {
  const { id, connector: is } = connector
  const set = (fields: Parameters<typeof setConnector>[1]['fields']) => onCommit(setConnector(document, { connector: id, fields }))
  const served = new Set(landingsOf(table, connector).map(({ storey }) => storey))
  const storeys = [...recordsOf(table, 'storey')].sort((a, b) => b.elevation - a.elevation)
  const settings = recordsOf(document.workshop, 'settings')[0]
  const heights = storeys.filter(({ id: storey }) => served.has(storey)).map(({ elevation }) => elevation)
  const rise = heights.length < 2 ? undefined : (heights[0]! - heights.at(-1)!) / (heights.length - 1)
  return (
    <section className="connector-fields" aria-label={words(`connector.${is}`)}>
      <fieldset>
        <legend>{words('connector.serves')}</legend>
        {storeys.map(({ id: storey, name }) => (
          <Checkbox
            key={storey}
            label={name === '' ? words('new.storey') : name}
            checked={served.has(storey)}
            disabled={isLocked}
            onChange={(event) => onCommit(serveStorey(document, { connector: id, storey, isServed: event.currentTarget.checked }, freshId))}
          />
        ))}
      </fieldset>
      {is === 'lift' ? (
        <LiftFields connector={connector} usualWait={settings?.liftSeconds ?? 0} isLocked={isLocked} set={set} />
      ) : (
        <>
          <p className="quiet small">{words('connector.persons-only')}</p>
          {rise !== undefined && (
            <NumberField
              label={words('connector.slope')}
              value={Math.round(slopeLength(connector, rise) * 1000) / 1000}
              unit="m"
              step={0.1}
              isDisabled={isLocked}
              onCommit={(slope) => set({ slope })}
            />
          )}
        </>
      )}
      <Select
        label={words('connector.way')}
        data={[
          { value: 'both', label: words('connector.both-ways') },
          { value: 'up', label: words('connector.up') },
          { value: 'down', label: words('connector.down') },
        ]}
        value={connector.oneWay ?? 'both'}
        allowDeselect={false}
        disabled={isLocked}
        onChange={(way) => set({ oneWay: way === 'up' || way === 'down' ? way : undefined })}
      />
    </section>
  )
}

type LiftProps = {
  readonly connector: Connector
  readonly usualWait: number
  readonly isLocked: boolean
  readonly set: (fields: Parameters<typeof setConnector>[1]['fields']) => void
}

function LiftFields({ connector, usualWait, isLocked, set }: LiftProps) {
  const { car, door, wait, travel, bodies = TRAVELLERS } = connector
  const take = (body: Traveller, isTaken: boolean) => {
    const now = TRAVELLERS.filter((each) => (each === body ? isTaken : bodies.includes(each)))
    set({ bodies: now.length === TRAVELLERS.length ? undefined : now })
  }
  return (
    <>
      {car !== undefined && (
        <div className="field-pair">
          <NumberField
            label={words('connector.car-width')}
            value={car.width}
            unit="m"
            step={0.1}
            isDisabled={isLocked}
            onCommit={(width) => set({ car: { ...car, width: Math.max(0, width) } })}
          />
          <NumberField
            label={words('connector.car-depth')}
            value={car.depth}
            unit="m"
            step={0.1}
            isDisabled={isLocked}
            onCommit={(depth) => set({ car: { ...car, depth: Math.max(0, depth) } })}
          />
        </div>
      )}
      {door !== undefined && (
        <NumberField
          label={words('connector.door')}
          value={door}
          unit="m"
          step={0.1}
          isDisabled={isLocked}
          onCommit={(width) => set({ door: Math.max(0, width) })}
        />
      )}
      <div className="field-pair">
        <NumberField
          label={words('connector.wait')}
          value={wait ?? usualWait}
          unit="s"
          step={5}
          isDisabled={isLocked}
          onCommit={(seconds) => set({ wait: Math.max(0, seconds) })}
        />
        <NumberField
          label={words('connector.travel')}
          value={travel}
          unit="s"
          step={5}
          isDisabled={isLocked}
          onCommit={(seconds) => set({ travel: Math.max(0, seconds) })}
        />
      </div>
      <fieldset>
        <legend>{words('connector.takes')}</legend>
        {TRAVELLERS.map((body) => (
          <Checkbox
            key={body}
            label={words(`traveller.${body}`)}
            checked={bodies.includes(body)}
            disabled={isLocked}
            onChange={(event) => take(body, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
    </>
  )
}
