import { Textarea } from '@mantine/core'
import { useState } from 'react'

/** Some sentences to be typed: taken on leaving the field or by Ctrl+Enter, put back by Escape. */
export function LongTextField({
  label,
  value,
  longest,
  isFresh = false,
  onCommit,
}: {
  readonly label: string
  readonly value: string
  readonly longest: number
  /** What stands in it is only waiting to be written over. */
  readonly isFresh?: boolean
  readonly onCommit: (value: string) => void
}) {
  const [draft, setDraft] = useState<string | undefined>(undefined)
  const commit = () => {
    setDraft(undefined)
    if (draft !== undefined && draft !== value) onCommit(draft)
  }
  return (
    <Textarea
      ref={(field) => {
        if (isFresh) field?.focus()
      }}
      label={label}
      value={draft ?? value}
      maxLength={longest}
      autosize
      minRows={2}
      maxRows={8}
      onFocus={(event) => isFresh && event.currentTarget.select()}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.blur()
        if (event.key === 'Escape' && draft !== undefined) {
          event.stopPropagation()
          setDraft(undefined)
        }
      }}
    />
  )
}
