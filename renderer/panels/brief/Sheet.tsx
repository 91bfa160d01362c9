import { Plus, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { NumberCell } from '../../controls/Cells'
import type { Refusal } from '../../controls/use-draft'
import { words } from '../../state/words'

export type Column = { readonly name: string; readonly isNumber?: boolean; readonly width?: number }

/** A plain table with what may be done to all of it below. */
export function Sheet({
  title,
  hint,
  columns,
  children,
  onAdd,
  add,
}: {
  readonly title: string
  readonly hint?: string
  readonly columns: readonly Column[]
  readonly children: ReactNode
  readonly onAdd?: () => Refusal
  readonly add?: string
}) {
  return (
    <section className="sheet">
      <h2>{title}</h2>
      {hint !== undefined && <p className="quiet">{hint}</p>}
      <table aria-label={title}>
        <thead>
          <tr>
            {columns.map(({ name, isNumber, width }) =>
              name === '' ? (
                <td key={name} style={{ width }} />
              ) : (
                <th key={name} scope="col" className={isNumber ? 'is-number' : undefined} style={{ width }}>
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
      {onAdd !== undefined && <AddButton onAdd={onAdd}>{add}</AddButton>}
    </section>
  )
}

/** Puts something new into a table. */
export function AddButton({
  isDisabled = false,
  onAdd,
  children,
}: {
  readonly isDisabled?: boolean
  readonly onAdd: () => Refusal
  readonly children: ReactNode
}) {
  const [refusal, setRefusal] = useState<Refusal>(undefined)
  return (
    <>
      <button type="button" className="sheet-add" disabled={isDisabled} onClick={() => setRefusal(onAdd())}>
        <Plus size={18} aria-hidden /> {children}
      </button>
      {refusal !== undefined && (
        <p className="cell-refusal" role="alert">
          {refusal}
        </p>
      )}
    </>
  )
}

/** Takes a row out of its table. */
export function RemoveCell({ name, onRemove }: { readonly name: string; readonly onRemove: () => Refusal }) {
  return (
    <td className="sheet-remove">
      <RemoveButton label={words('brief.remove', { name })} onRemove={onRemove} />
    </td>
  )
}

/** Takes something away; what refuses to go says why. */
export function RemoveButton({
  label,
  isDisabled = false,
  onRemove,
}: {
  readonly label: string
  readonly isDisabled?: boolean
  readonly onRemove: () => Refusal
}) {
  const [refusal, setRefusal] = useState<Refusal>(undefined)
  return (
    <>
      <button
        type="button"
        className="remove-button"
        aria-label={label}
        title={label}
        disabled={isDisabled}
        onClick={() => setRefusal(onRemove())}
        onBlur={() => setRefusal(undefined)}
      >
        <X size={18} aria-hidden />
      </button>
      {refusal !== undefined && (
        <span className="cell-refusal" role="alert">
          {refusal}
        </span>
      )}
    </>
  )
}

type AmountProps = {
  readonly label: string
  readonly value: number | undefined
  readonly unit?: string
  readonly least: number
  readonly most: number
  readonly isWhole?: boolean
  readonly isOptional?: boolean
  readonly isDisabled?: boolean
  readonly onCommit: (value: number | undefined) => Refusal
}

/** A number between two others; what is not, is answered with both. */
export function Amount({ least, most, isWhole = false, onCommit, ...props }: AmountProps) {
  const wrong = words(isWhole ? 'brief.whole-between' : 'brief.between', { least, most })
  return (
    <NumberCell
      {...props}
      wrong={wrong}
      onCommit={(value) =>
        value !== undefined && (value < least || value > most || (isWhole && !Number.isInteger(value))) ? wrong : onCommit(value)
      }
    />
  )
}
