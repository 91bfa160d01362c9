import type { Preview } from '../state/view-store'
import { say, sayUnderWay } from '../state/words'

/** What is being done with what is in the hand, or why letting go would not do it. */
export function PlanNote({ preview }: { readonly preview: Preview | undefined }) {
  if (preview === undefined) return null
  const { edit } = preview
  return (
    <p className={`plan-note ${edit.status === 'refused' ? 'is-refused' : ''}`}>
      {edit.status === 'refused' ? say(edit.reason) : sayUnderWay(edit.name)}
    </p>
  )
}
