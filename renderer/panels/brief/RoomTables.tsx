import { freeKey } from '#shared/commands/variant-steps'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { HygieneZone, RoomUse } from '#shared/document/vocabulary'
import type { Requirement, RoomType } from '#shared/document/workshop'
import { ChoiceCell, SwitchCell, TextCell, WrappingCell } from '../../controls/Cells'
import { freshId } from '../../state/fresh-id'
import { words } from '../../state/words'
import { useEdits } from './edits'
import { Amount, RemoveCell, Sheet } from './Sheet'

/** Square metres, and metres: more than any room of a hospital. */
const LARGEST_M2 = 10_000
const LONGEST_M = 200

const SQUARE_METRE = words('unit.squareMetre')
const METRE = words('unit.metre')

/** The functional content: how many rooms of which type, how large at least, and what that rests on. */
export function RequirementTable({ document }: { readonly document: WardDocument }) {
  const edits = useEdits(document)
  const types = recordsOf(document.workshop, 'roomType')
  const rows = recordsOf(document.workshop, 'requirement')
  const choices = types.map(({ key, name }) => ({ value: key, label: name }))
  const nameOf = (key: string) => types.find((type) => type.key === key)?.name ?? key
  const unused = types.find(({ key }) => !rows.some(({ roomType }) => roomType === key)) ?? types[0]
  const added = (type: RoomType): Requirement => ({ id: freshId('requirement'), kind: 'requirement', roomType: type.key, count: 1, basis: '' })
  return (
    <Sheet
      title={words('brief.rooms')}
      hint={words('brief.rooms-hint')}
      columns={[
        { name: words('field.room-type'), width: 260 },
        { name: words('brief.count'), isNumber: true, width: 110 },
        { name: words('brief.minimum'), isNumber: true, width: 150 },
        { name: words('brief.basis') },
        { name: '', width: 48 },
      ]}
      {...(unused === undefined ? {} : { onAdd: () => edits.put(added(unused)), add: words('brief.add-room') })}
    >
      {rows.map((row) => {
        const name = nameOf(row.roomType)
        return (
          <tr key={row.id}>
            <td>
              <ChoiceCell
                label={words('brief.type-of', { name })}
                value={row.roomType}
                choices={choices}
                onCommit={(roomType) => edits.put({ ...row, roomType })}
              />
            </td>
            <td className="is-number">
              <Amount
                label={words('brief.count-of', { name })}
                value={row.count}
                least={0}
                most={10_000}
                isWhole
                onCommit={(count) => edits.put({ ...row, count: count ?? 0 })}
              />
            </td>
            <td className="is-number">
              <Amount
                label={words('brief.minimum-of', { name })}
                value={row.minimumArea}
                unit={SQUARE_METRE}
                least={0}
                most={LARGEST_M2}
                isOptional
                onCommit={(minimumArea) => edits.put(without(row, 'minimumArea', minimumArea))}
              />
            </td>
            <td>
              <WrappingCell
                label={words('brief.basis-of', { name })}
                value={row.basis}
                longest={400}
                onCommit={(basis) => edits.put({ ...row, basis })}
              />
            </td>
            <RemoveCell name={name} onRemove={() => edits.remove(row.id)} />
          </tr>
        )
      })}
    </Sheet>
  )
}

/** Every type of room: what it is used for, its zone, its usual size, whether others may pass through. */
export function RoomTypeTable({ document }: { readonly document: WardDocument }) {
  const edits = useEdits(document)
  const types = recordsOf(document.workshop, 'roomType')
  const add = () => {
    const name = words('brief.new-type')
    const key = freeKey(name, new Set(types.map((type) => type.key)))
    const size = { defaultSize: { width: 4, depth: 4 } }
    return edits.put({ id: freshId('roomtype'), kind: 'roomType', key, name, use: 'other', zone: 'staff', ...size, through: false, servesAs: [] })
  }
  return (
    <Sheet
      title={words('brief.types')}
      hint={words('brief.types-hint')}
      columns={[
        { name: words('field.name'), width: 230 },
        { name: words('brief.use'), width: 150 },
        { name: words('field.zone'), width: 140 },
        { name: words('field.width'), isNumber: true, width: 120 },
        { name: words('field.depth'), isNumber: true, width: 120 },
        { name: words('brief.minimum'), isNumber: true, width: 150 },
        { name: words('brief.through'), width: 130 },
        { name: '', width: 48 },
      ]}
      onAdd={add}
      add={words('brief.add-type')}
    >
      {types.map((type) => (
        <RoomTypeRow key={type.id} type={type} document={document} />
      ))}
    </Sheet>
  )
}

function RoomTypeRow({ type, document }: { readonly type: RoomType; readonly document: WardDocument }) {
  const edits = useEdits(document)
  const { name, defaultSize } = type
  const side = (which: 'width' | 'depth') => (
    <td className="is-number">
      <Amount
        label={words(`brief.${which}-of`, { name })}
        value={defaultSize?.[which]}
        unit={METRE}
        least={0.5}
        most={LONGEST_M}
        isOptional
        onCommit={(size) => {
          if (size === undefined) return edits.put(without(type, 'defaultSize', undefined))
          const metres = Math.round(size * 1000) / 1000
          return edits.put({ ...type, defaultSize: { width: metres, depth: metres, ...defaultSize, [which]: metres } })
        }}
      />
    </td>
  )
  return (
    <tr>
      <td>
        <TextCell
          label={words('brief.name-of', { name })}
          value={name}
          onCommit={(typed) => (typed === '' ? words('refused.no-name') : edits.put({ ...type, name: typed.slice(0, 120) }))}
        />
      </td>
      <td>
        <ChoiceCell
          label={words('brief.use-of', { name })}
          value={type.use}
          choices={RoomUse.options.map((use) => ({ value: use, label: words(`use.${use}`) }))}
          onCommit={(use) => edits.put({ ...type, use: RoomUse.parse(use) })}
        />
      </td>
      <td>
        <ChoiceCell
          label={words('brief.zone-of', { name })}
          value={type.zone}
          choices={HygieneZone.options.map((zone) => ({ value: zone, label: words(`zone.${zone}`) }))}
          onCommit={(zone) => edits.put({ ...type, zone: HygieneZone.parse(zone) })}
        />
      </td>
      {side('width')}
      {side('depth')}
      <td className="is-number">
        <Amount
          label={words('brief.minimum-of', { name })}
          value={type.minimumArea}
          unit={SQUARE_METRE}
          least={0}
          most={LARGEST_M2}
          isOptional
          onCommit={(minimumArea) => edits.put(without(type, 'minimumArea', minimumArea))}
        />
      </td>
      <td>
        <SwitchCell label={words('brief.through-of', { name })} value={type.through} onCommit={(through) => edits.put({ ...type, through })} />
      </td>
      <RemoveCell name={name} onRemove={() => edits.remove(type.id)} />
    </tr>
  )
}

/** The record with a field that need not be there. */
function without<R extends object, K extends keyof R>(record: R, key: K, value: R[K] | undefined): R {
  const { [key]: _before, ...rest } = record
  return (value === undefined ? rest : { ...rest, [key]: value }) as R
}
