import { setClosed } from '#shared/commands/set-closed'
import { closableTypes, closedPlaces, isSamePlaceType } from '#shared/document/closed-places'
import type { WardDocument } from '#shared/document/document'
import { type PlaceType, placeTypeKey, typeNames } from '#shared/document/place-type'
import { MOST_CLOSED, type Scenario } from '#shared/document/workshop'
import { ChoiceCell } from '../../controls/Cells'
import { words } from '../../state/words'
import type { Edits } from './edits'
import { Amount, RemoveCell, Sheet } from './Sheet'

type TableProps = { readonly scenario: Scenario; readonly document: WardDocument; readonly edits: Edits }

/** The rooms and machines that nobody can use on a day. */
export function ClosedTable({ scenario, document, edits }: TableProps) {
  const closed = closedPlaces(scenario)
  const kinds = closableTypes(document)
  const nameOf = (kind: PlaceType) => typeNames(kind, document.workshop).join(', ')
  const open = kinds.flatMap((kind, at) => (closed.some((each) => isSamePlaceType(each, kind)) ? [] : [{ value: String(at), label: nameOf(kind) }]))
  const set = (place: PlaceType, count: number) => edits.commit(setClosed(document, { scenario: scenario.id, place, count }))
  return (
    <Sheet
      title={words('brief.closed')}
      hint={words('brief.closed-hint')}
      columns={[{ name: words('brief.closed-what'), width: 340 }, { name: words('brief.count'), isNumber: true, width: 160 }, { name: '' }]}
    >
      {closed.map((place) => {
        const name = nameOf(place)
        return (
          <tr key={placeTypeKey(place)}>
            <th scope="row">{name}</th>
            <td className="is-number">
              <Amount
                label={words('brief.closed-of', { name })}
                value={place.count}
                least={1}
                most={MOST_CLOSED}
                isWhole
                onCommit={(count) => set(place, count ?? 1)}
              />
            </td>
            <RemoveCell name={name} onRemove={() => set(place, 0)} />
          </tr>
        )
      })}
      <tr>
        <td>
          <ChoiceCell
            label={words('brief.closed-choose')}
            value=""
            choices={[{ value: '', label: words('brief.closed-choose') }, ...open]}
            onCommit={(at) => {
              const kind = at === '' ? undefined : kinds[Number(at)]
              return kind === undefined ? undefined : set(kind, 1)
            }}
          />
        </td>
        <td />
        <td />
      </tr>
    </Sheet>
  )
}
