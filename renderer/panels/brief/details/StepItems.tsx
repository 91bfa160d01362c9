import { carriedBy, firstItemLine } from '#shared/commands/hanging'
import type { ItemLine } from '#shared/document/pathway'
import { ChoiceCell } from '../../../controls/Cells'
import type { Refusal } from '../../../controls/use-draft'
import { words } from '../../../state/words'
import { AddButton, Amount, RemoveButton } from '../Sheet'
import type { Choice } from '../step-choices'
import { type DetailProps, labelOf } from './detail-props'

/** More steps than one trip serves. */
const MOST_USES = 10_000

const COLUMNS = ['brief.thing', 'brief.direction', 'brief.carried-by', 'brief.uses', 'brief.by'] as const

/** What is brought for a step and taken away from it: each line hangs another pathway there, which takes its number from it. */
export function StepItems({ document, pathway, step, choices, isDisabled, onSet }: DetailProps) {
  const { name, items } = step
  const what = words('brief.brought')
  const put = (to: readonly ItemLine[]) => onSet(what, { items: [...to] })
  const carried = carriedBy(document, pathway).map((each) => ({ value: each.key, label: each.name }))
  const add = () => {
    const line = firstItemLine(document, pathway, step)
    return line === undefined ? words('brief.nothing-carried') : put([...items, line])
  }
  return (
    <section className="is-wide" aria-label={what}>
      <h3>{what}</h3>
      {items.length > 0 && (
        <table className="detail-items" aria-label={words('brief.brought-of', { name })}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {words(column)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {items
              .map((line, at) => ({ line, at }))
              .map(({ line, at }) => (
                // Lines have no ids: a row is the same as long as it stands at the same place.
                <ItemRow
                  key={at}
                  line={line}
                  at={at}
                  name={name}
                  pathways={carried}
                  roles={choices.roles}
                  isDisabled={isDisabled}
                  onPut={(to) => put(items.flatMap((each, index) => (index !== at ? [each] : to === undefined ? [] : [to])))}
                />
              ))}
          </tbody>
        </table>
      )}
      <AddButton onAdd={add} isDisabled={isDisabled}>
        {words('brief.add-thing')}
      </AddButton>
    </section>
  )
}

type ItemProps = {
  readonly line: ItemLine
  readonly at: number
  /** Of the step. */
  readonly name: string
  readonly pathways: readonly Choice[]
  readonly roles: readonly Choice[]
  readonly isDisabled: boolean
  /** Undefined: it goes. */
  readonly onPut: (to: ItemLine | undefined) => Refusal
}

function ItemRow({ line, at, name, pathways, roles, isDisabled, onPut }: ItemProps) {
  const label = (column: (typeof COLUMNS)[number]) => words('brief.line-of', { what: words(column), line: at + 1, name })
  const set = (to: Partial<ItemLine>) => onPut({ ...line, ...to })
  return (
    <tr>
      <td>
        <ChoiceCell
          label={label('brief.thing')}
          value={line.pathway}
          choices={pathways}
          isDisabled={isDisabled}
          onCommit={(key) => set({ pathway: key })}
        />
      </td>
      <td>
        <ChoiceCell
          label={label('brief.direction')}
          value={line.direction}
          choices={(['needed', 'left'] as const).map((value) => ({ value, label: words(`brief.direction-${value}`) }))}
          isDisabled={isDisabled}
          onCommit={(direction) => set({ direction: direction === 'left' ? 'left' : 'needed' })}
        />
      </td>
      <td>
        <ChoiceCell
          label={label('brief.carried-by')}
          value={line.carrier}
          choices={roles}
          isDisabled={isDisabled}
          onCommit={(carrier) => set({ carrier })}
        />
      </td>
      <td>
        <Amount
          label={label('brief.uses')}
          value={line.usesPerTrip}
          unit={words(line.usesPerTrip === 1 ? 'brief.use-unit' : 'brief.uses-unit')}
          least={0.01}
          most={MOST_USES}
          isDisabled={isDisabled}
          onCommit={(usesPerTrip) => set({ usesPerTrip: usesPerTrip ?? 1 })}
        />
      </td>
      <td>
        <ChoiceCell
          label={label('brief.by')}
          value={line.by}
          choices={(['hand', 'cart'] as const).map((value) => ({ value, label: words(`brief.by-${value}`) }))}
          isDisabled={isDisabled}
          onCommit={(by) => set({ by: by === 'cart' ? 'cart' : 'hand' })}
        />
      </td>
      <td>
        <RemoveButton
          label={words('brief.no-longer', { role: labelOf(pathways, line.pathway), name })}
          isDisabled={isDisabled}
          onRemove={() => onPut(undefined)}
        />
      </td>
    </tr>
  )
}
