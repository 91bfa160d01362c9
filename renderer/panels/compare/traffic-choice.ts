import { type RecordTable, recordsOf } from '#shared/document/document'
import { FLOWS } from '#shared/document/vocabulary'
import type { Leg, Stop, Traffic } from '#shared/metrics/traffic'
import { hasWords, words } from '../../state/words'

/** Whose trips a chart shows: everybody who walks, one role, or one kind of thing that is carried. */
export type TrafficChoice = 'people' | 'staff' | `flow:${string}` | `role:${string}`

/** The choices that these designs have trips for. */
export function trafficChoices(all: readonly Traffic[], workshop: RecordTable): readonly { readonly value: TrafficChoice; readonly label: string }[] {
  const legs = all.flatMap((one) => one.legs)
  const flows = FLOWS.filter((flow) => flow !== 'patient' && legs.some((leg) => leg.role === undefined && leg.flow === flow))
  const roles = recordsOf(workshop, 'role').filter(({ key }) => legs.some(({ role }) => role === key))
  return [
    { value: 'people', label: words('compare.people') },
    { value: 'flow:patient', label: words('flow.patient') },
    { value: 'staff', label: words('flow.staff') },
    ...roles.map(({ key, name }) => ({ value: `role:${key}` as const, label: name })),
    ...flows.map((flow) => ({ value: `flow:${flow}` as const, label: words(`flow.${flow}`) })),
  ]
}

/** Whether a leg is among those chosen. What is carried is walked by staff, and is never added to them. */
export function isChosen({ flow, role }: Leg, choice: TrafficChoice): boolean {
  if (choice === 'people') return role !== undefined || flow === 'patient' || flow === 'family'
  if (choice === 'staff') return role !== undefined
  const [kind, key] = choice.split(':')
  return kind === 'role' ? role === key : role === undefined && flow === key
}

/** What people call a room or a gate. */
export function stopName({ name, gate }: Stop): string {
  if (name !== '' || gate === undefined) return name === '' ? words('opening.corridor') : name
  const key = `gate.${gate}`
  return hasWords(key) ? words(key) : gate
}
