import { type KeyboardEvent, useId, useState } from 'react'

/** What a cell says of something that cannot be kept, or undefined where it was taken. */
export type Refusal = string | undefined

/**
 * A value being typed into a cell of a table. Enter, or leaving the cell, hands it on; what is refused stays in the cell with the
 * sentence that says why, so that nothing typed is lost; Escape puts back what was there.
 */
export function useDraft(shown: string, onCommit: (typed: string) => Refusal) {
  const [draft, setDraft] = useState<string | undefined>(undefined)
  const [refusal, setRefusal] = useState<Refusal>(undefined)
  const describes = useId()
  const restore = () => {
    setDraft(undefined)
    setRefusal(undefined)
  }
  const commit = () => {
    if (draft === undefined) return
    const problem = draft.trim() === shown ? undefined : onCommit(draft.trim())
    setRefusal(problem)
    if (problem === undefined) setDraft(undefined)
  }
  return {
    refusal,
    describes,
    field: {
      value: draft ?? shown,
      'data-draft': draft === undefined ? undefined : true,
      'aria-invalid': refusal !== undefined,
      'aria-describedby': refusal === undefined ? undefined : describes,
      onChange: (event: { readonly currentTarget: { readonly value: string } }) => setDraft(event.currentTarget.value),
      onBlur: commit,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'Enter') {
          // What appears after it, a question with a field of its own, is not answered by the same key.
          event.preventDefault()
          commit()
        }
        if (event.key === 'Escape' && draft !== undefined) {
          event.stopPropagation()
          restore()
        }
      },
    },
  }
}
