import { TextInput } from '@mantine/core'
import { useDraft } from './use-draft'

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
  const { field } = useDraft(value, (typed) => {
    onCommit(typed)
    return undefined
  })
  return <TextInput label={label} placeholder={placeholder} maxLength={120} disabled={isDisabled} {...field} />
}
