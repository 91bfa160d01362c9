import { TextInput } from '@mantine/core'
import { useState } from 'react'

/** A name to be typed: taken on Enter or on leaving the field, put back by Escape. */
export function TextField({
  label,
  value,
  placeholder,
  isDisabled = false,
  onCommit,
}: {
  readonly label: string
  readonly value: string
  /** What it is called as long as it has no name. */
  readonly placeholder?: string
  readonly isDisabled?: boolean
  readonly onCommit: (value: string) => void
}) {
  const [draft, setDraft] = useState<string | undefined>(undefined)
  const commit = () => {
    setDraft(undefined)
    if (draft !== undefined && draft !== value) onCommit(draft)
  }
  return (
    <TextInput
      label={label}
      value={draft ?? value}
      placeholder={placeholder}
      maxLength={120}
      disabled={isDisabled}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        if (event.key === 'Escape' && draft !== undefined) {
          event.stopPropagation()
          setDraft(undefined)
        }
      }}
    />
  )
}
