import type { Pathway } from '#shared/document/pathway'
import { words } from '../../state/words'

/** The steps of today that a design goes without, each with its reason. */
export function LeftOut({ reference, own }: { readonly reference: Pathway; readonly own: Pathway }) {
  const kept = new Set(own.steps.flatMap(({ key, merges }) => [key, ...merges]))
  const removed = reference.steps.filter(({ key }) => !kept.has(key))
  if (removed.length === 0) return null
  return (
    <section className="sheet">
      <h3>{words('brief.left-out')}</h3>
      <ul className="sheet-left-out">
        {removed.map((step) => (
          <li key={step.key}>
            <strong>{step.name}</strong> {own.reasons[step.key]}
          </li>
        ))}
      </ul>
    </section>
  )
}
