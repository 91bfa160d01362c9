import { useState } from 'react'
import './cells.css'
import { numberTyped } from './number-typed'
import { type Refusal, useDraft } from './use-draft'

type CellProps = {
  /** Said to who cannot see the table: what, of which row. */
  readonly label: string
  readonly isDisabled?: boolean
}

/** A text in a table that can be typed over. */
export function TextCell({
  label,
  value,
  placeholder,
  longest = 400,
  isNumber = false,
  isDisabled = false,
  onCommit,
}: CellProps & {
  readonly value: string
  readonly placeholder?: string
  /** Letters that may be typed. */
  readonly longest?: number
  /** Stands as numbers do. */
  readonly isNumber?: boolean
  readonly onCommit: (value: string) => Refusal
}) {
  const { field, refusal, describes } = useDraft(value, onCommit)
  return (
    <span className="cell">
      <input
        className={isNumber ? 'cell-field is-number' : 'cell-field'}
        aria-label={label}
        placeholder={placeholder}
        maxLength={longest}
        disabled={isDisabled}
        {...field}
      />
      <CellRefusal id={describes} refusal={refusal} />
    </span>
  )
}

/** A text in a table that can be typed over and takes as many lines as it needs to be read whole. It has no line breaks of its own. */
export function WrappingCell({
  label,
  value,
  longest,
  isDisabled = false,
  onCommit,
}: CellProps & {
  readonly value: string
  /** Letters that may be typed. */
  readonly longest: number
  readonly onCommit: (value: string) => Refusal
}) {
  const { field, refusal, describes } = useDraft(value, (typed) => onCommit(typed.replaceAll(/\s+/g, ' ')))
  return (
    <span className="cell">
      <textarea className="cell-field" rows={1} aria-label={label} maxLength={longest} disabled={isDisabled} {...field} />
      <CellRefusal id={describes} refusal={refusal} />
    </span>
  )
}

/** A number in a table. `read` makes a number of what was typed; undefined where it is none. */
export function NumberCell({
  label,
  value,
  unit,
  wrong,
  isDisabled = false,
  isOptional = false,
  onCommit,
}: CellProps & {
  readonly value: number | undefined
  readonly unit?: string
  /** Said of what is no number. */
  readonly wrong: string
  /** Nothing typed means none. */
  readonly isOptional?: boolean
  readonly onCommit: (value: number | undefined) => Refusal
}) {
  const { field, refusal, describes } = useDraft(value === undefined ? '' : numberText(value), (typed) => {
    if (typed === '' && isOptional) return onCommit(undefined)
    const read = numberTyped(typed)
    return Number.isFinite(read) ? onCommit(read) : wrong
  })
  return (
    <span className="cell">
      <span className="cell-number">
        <input className="cell-field is-number" aria-label={label} inputMode="decimal" autoComplete="off" disabled={isDisabled} {...field} />
        {unit !== undefined && <span className="cell-unit">{unit}</span>}
      </span>
      <CellRefusal id={describes} refusal={refusal} />
    </span>
  )
}

/** One of several in a table. */
export function ChoiceCell({
  label,
  value,
  choices,
  isDisabled = false,
  onCommit,
}: CellProps & {
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly onCommit: (value: string) => Refusal
}) {
  const [refusal, setRefusal] = useState<Refusal>(undefined)
  return (
    <span className="cell">
      <select
        className="cell-field"
        aria-label={label}
        title={choices.find((choice) => choice.value === value)?.label}
        value={value}
        disabled={isDisabled}
        aria-invalid={refusal !== undefined}
        onChange={(event) => setRefusal(onCommit(event.currentTarget.value))}
        onBlur={() => setRefusal(undefined)}
      >
        {!choices.some((choice) => choice.value === value) && <option value={value}>{value}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <CellRefusal refusal={refusal} />
    </span>
  )
}

/** Yes or no in a table. */
export function SwitchCell({
  label,
  value,
  isDisabled = false,
  onCommit,
}: CellProps & { readonly value: boolean; readonly onCommit: (value: boolean) => Refusal }) {
  const [refusal, setRefusal] = useState<Refusal>(undefined)
  return (
    <span className="cell">
      <label className="cell-switch">
        <input
          type="checkbox"
          aria-label={label}
          checked={value}
          disabled={isDisabled}
          onChange={(event) => setRefusal(onCommit(event.currentTarget.checked))}
        />
      </label>
      <CellRefusal refusal={refusal} />
    </span>
  )
}

function CellRefusal({ id, refusal }: { readonly id?: string; readonly refusal: Refusal }) {
  return refusal === undefined ? null : (
    <span id={id} className="cell-refusal" role="alert">
      {refusal}
    </span>
  )
}

/** At most three decimals, none that say nothing. */
function numberText(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}
