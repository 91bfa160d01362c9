import { useMemo } from 'react'
import type { WardDocument } from '#shared/document/document'
import { validate } from '#shared/document/validate'
import type { Scenario } from '#shared/document/workshop'
import { say, words } from '../../state/words'

/** What of the day does not fit together: set times at which it is shut, breaks beyond their shift. Nothing where all does. */
export function DayFindings({ document, scenario }: { readonly document: WardDocument; readonly scenario: Scenario }) {
  const found = useMemo(() => validate(document).filter(({ where }) => where.includes(scenario.id)), [document, scenario])
  if (found.length === 0) return null
  return (
    <ul className="day-findings" aria-label={words('brief.day-findings')}>
      {found.map(({ message, about }) => (
        <li key={`${message.key} ${about ?? ''}`}>{say(message)}</li>
      ))}
    </ul>
  )
}
