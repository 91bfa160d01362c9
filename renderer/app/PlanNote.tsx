import type { Preview } from '../state/view-store'
import { say } from '../state/words'

/** What letting go would do, or why it would not. */
export function PlanNote({ preview }: { readonly preview: Preview | undefined }) {
  if (preview === undefined) return null
  const { edit } = preview
  return <p className={`plan-note ${edit.status === 'refused' ? 'is-refused' : ''}`}>{say(edit.status === 'refused' ? edit.reason : edit.name)}</p>
}
