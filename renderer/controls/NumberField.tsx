import { NumberInput } from '@mantine/core'
import { useState } from 'react'

export type NumberFieldProps = {
  readonly label: string
  readonly value: number
  readonly unit: string
  readonly step: number
  readonly decimals?: number
  readonly isDisabled?: boolean
  /** Called with what was typed, on Enter, on leaving the field and at every press of its arrows. */
  readonly onCommit: (value: number) => void
}

/** A length or angle to be typed. What is half typed is nobody's business until Enter, or the field is left. */
export function NumberField({ label, value, unit, step, decimals = 3, isDisabled = false, onCommit }: NumberFieldProps) {
  const [draft, setDraft] = useState<number | string | undefined>(undefined)
  const commit = (typed: number | string | undefined) => {
    setDraft(undefined)
    // What ends or begins with a nought (1.50, 02) comes as text.
    const wanted = typeof typed === 'string' && typed.trim() !== '' ? Number(typed) : typed
    if (typeof wanted === 'number' && Number.isFinite(wanted) && wanted !== value) onCommit(wanted)
  }
  return (
    <NumberInput
      label={label}
      value={draft ?? value}
      step={step}
      decimalScale={decimals}
      // A comma is no thousand here: 1,2 is meant as 1.2, not as 12.
      allowedDecimalSeparators={['.', ',']}
      suffix={unit === '°' ? unit : ` ${unit}`}
      disabled={isDisabled}
      hideControls
      // One click, and what is typed takes the place of what was there.
      selectAllOnFocus
      // Again in a field that kept the focus at Enter: digits set into the old number make one that nobody typed.
      onClick={(event) => draft === undefined && event.currentTarget.select()}
      onChange={setDraft}
      onBlur={() => commit(draft)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit(draft)
        if (event.key === 'Escape' && draft !== undefined) {
          event.stopPropagation()
          setDraft(undefined)
        }
        if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
          event.preventDefault()
          const size = event.shiftKey ? step * 10 : step
          onCommit((typeof draft === 'number' ? draft : value) + (event.key === 'ArrowUp' ? size : -size))
          setDraft(undefined)
        }
      }}
    />
  )
}
