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
  const [refusal, setRefusal] = useState<Refusal>(undefined)
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
      {onAdd !== undefined && (
        <button type="button" className="sheet-add" onClick={() => setRefusal(onAdd())}>
          <Plus size={18} aria-hidden /> {add}
        </button>
      )}
      {refusal !== undefined && (
        <p className="cell-refusal" role="alert">
          {refusal}
        </p>
      )}
    </section>
  )
}

/** Takes a row out of its table. */
export function RemoveCell({ name, onRemove }: { readonly name: string; readonly onRemove: () => Refusal }) {
  const [refusal, setRefusal] = useState<Refusal>(undefined)
  return (
    <td className="sheet-remove">
      <button
        type="button"
        aria-label={words('brief.remove', { name })}
        title={words('brief.remove', { name })}
        onClick={() => setRefusal(onRemove())}
      >
        <X size={18} aria-hidden />
      </button>
      {refusal !== undefined && (
        <span className="cell-refusal" role="alert">
          {refusal}
        </span>
      )}
    </td>
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
