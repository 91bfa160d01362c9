import { MultiSelect, Select } from '@mantine/core'
import { moveOpening } from '#shared/commands/move-opening'
import { type OpeningFields as Fields, setOpening } from '#shared/commands/set-opening'
import type { WardDocument } from '#shared/document/document'
import { Opening } from '#shared/document/elements/opening'
import { FLOWS, Flow } from '#shared/document/vocabulary'
import { metresText } from '#shared/report/figures'
import { NumberField } from '../controls/NumberField'
import { TextField } from '../controls/TextField'
import { words } from '../state/words'
import { openingName, sideName } from './element-name'
import type { FieldsProps } from './fields-props'
import { gateChoices } from './gate-choices'

const KINDS = Opening.shape.opening.options
const LEAVES = ['start', 'end', 'both', 'sliding'] as const
const WAYS = ['both', 'in', 'out'] as const
/** What a list says of a door that is no entrance. */
const NO_GATE = ''

/** A door, archway, window or hatch: how wide, how it opens, who may pass and which way. */
export function OpeningFields({ document, table, storey, isLocked, onCommit, opening }: FieldsProps & { readonly opening: Opening }) {
  const built = storey.openings.find((each) => each.opening.id === opening.id)
  const owner = 'room' in opening.on ? table[opening.on.room] : undefined
  // A partition has two sides and is no place to go into: it opens to what lies on one of them.
  const [inside, outside] =
    owner?.kind === 'room' || built === undefined
      ? [owner?.kind === 'room' ? owner.name : words('element.wall'), undefined]
      : [sideName(built.left, storey.rooms), sideName(built.right, storey.rooms)]
  const into = (side: 'in' | 'out', key: 'swing' | 'way') =>
    side === 'out' && outside !== undefined ? words(`${key}.in`, { room: outside }) : words(`${key}.${side}`, { room: inside })
  const set = (fields: Fields) => onCommit(setOpening(document, { opening: opening.id, fields }))
  const common = { allowDeselect: false, disabled: isLocked } as const
  return (
    <>
      <TextField label={words('field.name')} value={openingName(opening)} isDisabled={isLocked} onCommit={(name) => set({ name })} />
      <Select
        {...common}
        label={words('field.opening')}
        data={KINDS.map((value) => ({ value, label: words(`opening.${value}`) }))}
        value={opening.opening}
        onChange={(value) => value !== null && set({ opening: Opening.shape.opening.parse(value) })}
      />
      <div className="field-pair">
        <NumberField
          label={words('field.along')}
          value={opening.along}
          unit="m"
          step={0.1}
          isDisabled={isLocked}
          onCommit={(along) => onCommit(moveOpening(document, { opening: opening.id, along, isExact: true }))}
        />
        <NumberField
          label={words('field.clear-width')}
          value={opening.width}
          unit="m"
          step={0.05}
          isDisabled={isLocked}
          onCommit={(width) => set({ width })}
        />
      </div>
      {opening.opening === 'door' && (
        <>
          <Select
            {...common}
            label={words('field.leaf')}
            data={LEAVES.map((value) => ({ value, label: words(`leaf.${value}`) }))}
            value={opening.hinge}
            onChange={(value) => set({ hinge: LEAVES.find((each) => each === value) ?? 'start' })}
          />
          <Select
            {...common}
            label={words('field.swing')}
            disabled={isLocked || opening.hinge === 'sliding'}
            data={(['in', 'out'] as const).map((value) => ({ value, label: into(value, 'swing') }))}
            value={opening.swing}
            onChange={(value) => set({ swing: value === 'out' ? 'out' : 'in' })}
          />
        </>
      )}
      {opening.opening !== 'window' && (
        <>
          <Select
            {...common}
            label={words('field.one-way')}
            data={WAYS.map((value) => ({ value, label: value === 'both' ? words('way.both') : into(value, 'way') }))}
            value={opening.oneWay ?? 'both'}
            onChange={(value) => set({ oneWay: value === 'in' || value === 'out' ? value : undefined })}
          />
          <MultiSelect
            label={words('field.admits')}
            placeholder={opening.admits === undefined ? words('field.admits-all') : ''}
            data={FLOWS.map((value) => ({ value, label: words(`flow.${value}`) }))}
            value={[...(opening.admits ?? [])]}
            disabled={isLocked}
            onChange={(values) => set({ admits: values.length === 0 ? undefined : values.map((value) => Flow.parse(value)) })}
          />
        </>
      )}
      {(opening.opening === 'door' || opening.opening === 'archway') && (
        <Select
          {...common}
          label={words('field.gate')}
          data={gatesOf(document, opening.gate)}
          value={opening.gate ?? NO_GATE}
          onChange={(gate) => set({ gate: gate === null || gate === NO_GATE ? undefined : gate })}
        />
      )}
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

/** The entrances that a door can be: none, or one of those there are. */
function gatesOf(document: WardDocument, now: string | undefined) {
  return [{ value: NO_GATE, label: words('gate.none') }, ...gateChoices(document, now)]
}
