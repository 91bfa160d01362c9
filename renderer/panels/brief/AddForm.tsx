import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../controls/use-draft'
import { words } from '../../state/words'
import type { Choice } from './step-choices'

/** As long as a name may be. */
export const LONGEST_NAME = 120

type FormProps = {
  readonly className?: string
  /** What the button says that adds it. */
  readonly add: string
  readonly onAdd: () => Refusal
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Fields of something new. Its first one is typed into at once; Enter adds it, Escape leaves it, and what is refused says why. */
export function AddForm({ className, add, onAdd, onClose, children }: FormProps) {
  const [refusal, setRefusal] = useState<Refusal>(undefined)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const problem = onAdd()
    setRefusal(problem)
    if (problem === undefined) onClose()
  }
  return (
    <form
      ref={form}
      className={className}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      {children}
      <span className="add-buttons">
        <button type="submit" className="sheet-keep">
          {add}
        </button>
        <button type="button" className="sheet-add" onClick={onClose}>
          {words('brief.drop')}
        </button>
      </span>
      {refusal !== undefined && (
        <span className="cell-refusal" role="alert">
          {refusal}
        </span>
      )}
    </form>
  )
}

type TypedProps = {
  readonly name: string
  readonly value: string
  readonly isNumber?: boolean
  readonly placeholder?: string
  readonly onType: (value: string) => void
}

/** A field of something new under its name. */
export function Typed({ name, value, isNumber = false, placeholder, onType }: TypedProps) {
  return (
    <label>
      <span>{name}</span>
      <input
        className={isNumber ? 'cell-field is-number' : 'cell-field'}
        data-draft
        inputMode={isNumber ? 'decimal' : undefined}
        maxLength={LONGEST_NAME}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onType(event.currentTarget.value)}
      />
    </label>
  )
}

type PickedProps = {
  readonly name: string
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onPick: (value: string) => void
}

/** A choice for something new under its name. */
export function Picked({ name, value, choices, onPick }: PickedProps) {
  return (
    <label>
      <span>{name}</span>
      <select className="cell-field" value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  )
}
