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
    if (typeof typed === 'number' && Number.isFinite(typed) && typed !== value) onCommit(typed)
  }
  return (
    <NumberInput
      label={label}
      value={draft ?? value}
      step={step}
      decimalScale={decimals}
      suffix={unit === '°' ? unit : ` ${unit}`}
      disabled={isDisabled}
      hideControls
      onChange={setDraft}
      onBlur={() => commit(draft)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit(draft)
        if (event.key === 'Escape' && draft !== undefined) {
          event.stopPropagation()
          setDraft(undefined)
        } else if (event.key === 'Escape') {
          // With nothing half typed the keys go back to the plan and its tools.
          event.currentTarget.blur()
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
