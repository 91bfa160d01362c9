import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { Key } from '#shared/base/ids'
import type { Edit } from '#shared/commands/edit'
import type { Refusal } from '../../controls/use-draft'
import { words } from '../../state/words'

/** A change that waits for its reason, under the step it is about. */
export type Waiting = { readonly under: Key; readonly what: string; readonly reason: string; readonly run: (reason: string) => Edit }

type WhyProps = { readonly waiting: Waiting; readonly onKeep: (edit: Edit) => Refusal; readonly onDone: () => void }

/** The question for the reason of a change that waits. */
export function Why({ waiting, onKeep, onDone }: WhyProps) {
  return (
    <ReasonRow
      what={waiting.what}
      reason={waiting.reason}
      onKeep={(reason) => {
        const refusal = onKeep(waiting.run(reason))
        if (refusal === undefined) onDone()
        return refusal
      }}
      onDrop={onDone}
    />
  )
}

/** Asks why a design does a step differently, under the step. Enter keeps the change with its reason, Escape drops it. */
function ReasonRow({
  what,
  reason,
  onKeep,
  onDrop,
}: {
  readonly what: string
  readonly reason: string
  readonly onKeep: (reason: string) => Refusal
  readonly onDrop: () => void
}) {
  const [typed, setTyped] = useState(reason)
  const [refusal, setRefusal] = useState<Refusal>(undefined)
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  // What is asked for can be typed at once.
  useEffect(() => field.current?.focus(), [])
  const keep = (event: FormEvent) => {
    event.preventDefault()
    setRefusal(onKeep(typed))
  }
  return (
    <tr className="reason-row">
      <td colSpan={7}>
        <form
          onSubmit={keep}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            onDrop()
          }}
        >
          <strong>{what}</strong>
          <label>
            <span>{words('brief.why')}</span>
            <input
              ref={field}
              className="cell-field"
              maxLength={400}
              value={typed}
              aria-invalid={refusal !== undefined}
              aria-describedby={refusal === undefined ? undefined : id}
              data-draft
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          </label>
          <button type="submit" className="sheet-keep">
            {words('brief.keep')}
          </button>
          <button type="button" className="sheet-add" onClick={onDrop}>
            {words('brief.drop')}
          </button>
          {refusal !== undefined && (
            <span id={id} className="cell-refusal" role="alert">
              {refusal}
            </span>
          )}
        </form>
      </td>
    </tr>
  )
}
