import { freeKey } from '#shared/commands/variant-steps'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Place } from '#shared/document/pathway'
import type { Role } from '#shared/document/workshop'
import { ChoiceCell, TextCell } from '../../controls/Cells'
import { freshId } from '../../state/fresh-id'
import { words } from '../../state/words'
import { useEdits } from './edits'
import { Amount, RemoveCell, Sheet } from './Sheet'

/** Colours of new roles, one after the other; told apart on the plan by pattern too. */
const COLOURS = ['#7a5195', '#2f4b7c', '#a05195', '#665191', '#d45087', '#8a6d3b'] as const

/** Who works here: what an hour costs, how fast they walk, and where they are when nothing calls them. */
export function RoleTable({ document }: { readonly document: WardDocument }) {
  const edits = useEdits(document)
  const roles = recordsOf(document.workshop, 'role')
  const currency = recordsOf(document.workshop, 'workshop')[0]?.currency ?? ''
  const add = () => {
    const name = words('brief.new-role')
    const key = freeKey(name, new Set(roles.map((role) => role.key)))
    const colour = COLOURS[roles.length % COLOURS.length] ?? COLOURS[0]
    return edits.put({ id: freshId('role'), kind: 'role', key, name, colour, costPerHour: 0, speed: 1.3 })
  }
  return (
    <Sheet
      title={words('brief.roles')}
      hint={words('brief.roles-hint')}
      columns={[
        { name: words('field.name'), width: 260 },
        { name: words('brief.cost'), isNumber: true, width: 170 },
        { name: words('brief.speed'), isNumber: true, width: 150 },
        { name: words('brief.base'), width: 240 },
        { name: words('brief.base-at'), width: 240 },
        { name: '', width: 48 },
      ]}
      onAdd={add}
      add={words('brief.add-role')}
    >
      {roles.map((role) => {
        const { name } = role
        return (
          <tr key={role.id}>
            <td>
              <TextCell
                label={words('brief.name-of', { name })}
                value={name}
                onCommit={(typed) => (typed === '' ? words('refused.no-name') : edits.put({ ...role, name: typed.slice(0, 120) }))}
              />
            </td>
            <td className="is-number">
              <Amount
                label={words('brief.cost-of', { name })}
                value={role.costPerHour}
                unit={words('brief.an-hour', { currency })}
                least={0}
                most={1_000_000}
                onCommit={(cost) => edits.put({ ...role, costPerHour: cost ?? 0 })}
              />
            </td>
            <td className="is-number">
              <Amount
                label={words('brief.speed-of', { name })}
                value={role.speed}
                unit={words('unit.metrePerSecond')}
                least={0.1}
                most={10}
                onCommit={(speed) => edits.put({ ...role, speed: speed ?? role.speed })}
              />
            </td>
            <BaseCells role={role} document={document} />
            <RemoveCell name={name} onRemove={() => edits.remove(role.id)} />
          </tr>
        )
      })}
    </Sheet>
  )
}

function BaseCells({ role, document }: { readonly role: Role; readonly document: WardDocument }) {
  const edits = useEdits(document)
  const none = { value: '', label: words('brief.none') }
  const named = (kind: 'roomType' | 'fixtureType') => [
    none,
    ...recordsOf(document.workshop, kind).map(({ key, name }) => ({ value: key, label: name })),
  ]
  const base = role.base !== undefined && 'roomType' in role.base ? role.base : undefined
  const put = (place: Place | undefined) => {
    const { base: _before, ...rest } = role
    return edits.put(place === undefined ? rest : { ...rest, base: place })
  }
  return (
    <>
      <td>
        <ChoiceCell
          label={words('brief.base-of', { name: role.name })}
          value={base?.roomType ?? ''}
          choices={named('roomType')}
          onCommit={(roomType) => put(roomType === '' ? undefined : { roomType })}
        />
      </td>
      <td>
        <ChoiceCell
          label={words('brief.base-at-of', { name: role.name })}
          value={base?.fixtureType ?? ''}
          choices={named('fixtureType')}
          isDisabled={base === undefined}
          onCommit={(fixtureType) => {
            if (base === undefined) return undefined
            const { fixtureType: _before, ...rest } = base
            return put(fixtureType === '' ? rest : { ...rest, fixtureType })
          }}
        />
      </td>
    </>
  )
}
