import { type Message, message } from '#shared/base/message'
import type { MetricChange } from '#shared/comparison/change-of'
import type { DesignComparison } from '#shared/comparison/comparison'
import type { StepDifference } from '#shared/comparison/difference'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { LayoutFacts } from '#shared/metrics/layout-facts'
import type { Measurement, MetricKey } from '#shared/metrics/measurement'
import { type NamedDoor, nearestDoor } from '#shared/metrics/nearest-door'

/** What a sentence may be explained by: both measurements, what differs in the steps, and the design's own plan. */
export type PlainFacts = {
  readonly document: WardDocument
  readonly compared: DesignComparison
  readonly own: Measurement
  readonly today: Measurement
  readonly layout: LayoutFacts
  readonly steps: readonly StepDifference[]
}

/** A cause is told where it carries this share of the change, or more. */
const CARRIES = 0.25

/** Where a change is seen or what it comes from; nothing where no one thing carries enough of it. */
export function causesOf(change: MetricChange, facts: PlainFacts): readonly Message[] {
  switch (change.metric) {
    case 'patientTravel':
      return [...sharesOf(change, facts), ...walkOf(change, facts)]
    case 'staffTravelPerPatient':
      return roleOf(change, facts)
    case 'handoffs':
    case 'queuePoints':
    case 'moves':
    case 'steps':
      return stepOf(change, facts)
    case 'sharedMetresPerTrip':
      return [...sharedAt(facts), ...conflictsToo(change, facts)]
    case 'conflictPlaces':
      return largestConflict(facts)
    case 'briefMissing':
      return roomsOf(change, facts)
    default:
      return []
  }
}

/** How much of it the plan does, and how much the new way of working. */
function sharesOf({ metric }: MetricChange, { compared }: PlainFacts): readonly Message[] {
  if (!compared.hasVariants) return []
  const of = (changes: readonly MetricChange[]) => changes.find((change) => change.metric === metric && change.subject === undefined)?.change
  const [layout, process] = [of(compared.layout), of(compared.process)]
  if (layout === undefined || process === undefined) return []
  const way = (by: number) => (by < 0 ? 'less' : 'more')
  return [
    message(`plain.byLayout.${way(layout)}`, { by: Math.abs(layout) }),
    message(`plain.byProcess.${way(process)}`, { by: Math.abs(process) }),
  ].filter(({ values }) => values.by !== 0)
}

/** The walk to one step that changed most. */
function walkOf(change: MetricChange, facts: PlainFacts): readonly Message[] {
  const names = new Map(recordsOf(facts.document.workshop, 'pathway').flatMap(({ steps }) => steps.map(({ key, name }) => [key, name] as const)))
  const metresTo = (measurement: Measurement) => {
    const sums = new Map<string, number>()
    for (const { trip, amount } of measurement.parts('patientTravel')) {
      const step = trip?.steps[0] ?? ''
      sums.set(step, (sums.get(step) ?? 0) + amount)
    }
    return sums
  }
  const largest = largestShare(change, metresTo(facts.own), metresTo(facts.today))
  if (largest === undefined) return []
  const [step, by] = largest
  const way = by < 0 ? 'shorter' : 'longer'
  const values = { by: Math.abs(by), step: names.get(step) ?? step }
  return [message(step === '' ? `plain.wayOut.${way}` : `plain.walk.${way}`, values)]
}

/** The role whose walking changed most. */
function roleOf(change: MetricChange, { compared, document }: PlainFacts): readonly Message[] {
  const roles = compared.whole.filter(({ metric, subject }) => metric === change.metric && subject?.startsWith('role:') === true)
  const sums = new Map(roles.flatMap(({ subject, change: by }) => (by === undefined ? [] : [[subject?.slice('role:'.length) ?? '', by] as const])))
  const largest = largestShare(change, sums, new Map())
  if (largest === undefined) return []
  const role = recordsOf(document.workshop, 'role').find(({ key }) => key === largest[0])
  return [message(`plain.role.${largest[1] < 0 ? 'less' : 'more'}`, { role: role?.name ?? largest[0], by: Math.abs(largest[1]) })]
}

/** The step at which it changed most, and what was done to that step. */
function stepOf(change: MetricChange, { own, today, steps }: PlainFacts): readonly Message[] {
  const largest = largestShare(change, byStep(own, change.metric), byStep(today, change.metric))
  if (largest === undefined) return []
  const [step] = largest
  const difference = steps.find((each) => each.step === step)
  return difference === undefined ? [message('plain.atStep', { step })] : [whatWasDone(difference), ...reasonOf(difference)]
}

function byStep(measurement: Measurement, metric: MetricKey): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { subject, amount } of measurement.parts(metric)) {
    const step = subject.values.step
    if (typeof step === 'string') sums.set(step, (sums.get(step) ?? 0) + amount)
  }
  return sums
}

function whatWasDone({ step, change, into, relead, replaced, others }: StepDifference): Message {
  if (change === 'merged' || change === 'removed') return message(`plain.step.${change}`, { step, into: into ?? '' })
  if (relead?.to !== undefined) return message('plain.step.relead', { step, role: relead.to })
  if (replaced !== undefined) {
    const { asIn, room } = replaced.to
    return asIn === undefined ? message('plain.step.placed', { step, room }) : message('plain.step.asIn', { step, earlier: asIn })
  }
  return others.includes('waits') ? message('plain.step.waits', { step }) : message('plain.atStep', { step })
}

/** As the group wrote it. */
function reasonOf({ reasons }: StepDifference): readonly Message[] {
  return reasons.to === undefined ? [] : [message('plain.reason', { reason: reasons.to })]
}

/** The door beside which most of the shared metres lie. */
function sharedAt({ own, layout }: PlainFacts): readonly Message[] {
  const marks = own
    .parts('sharedMetresPerTrip')
    .flatMap(({ trip, marks }) => marks.filter(({ role }) => role === 'shared').map(({ points }) => ({ points, weight: trip?.perDay ?? 1 })))
  const door = nearestDoor(layout, marks)
  return door === undefined ? [] : [doorMessage('plain.mostly', door)]
}

/** At how many places clean and used meet, where that has changed; undefined where it has not. */
export function conflictsOf(
  whole: readonly MetricChange[],
): { readonly verdict: MetricChange['verdict']; readonly change: number; readonly now: number; readonly by: number } | undefined {
  const { change, verdict, value } = whole.find(({ metric, subject }) => metric === 'conflictPlaces' && subject === undefined) ?? {}
  if (change === undefined || verdict === 'same' || value?.status !== 'available') return undefined
  return { verdict, change, now: value.value, by: Math.abs(change) }
}

/** That they meet at fewer places as well, or at more as well: where it speaks against the rest, the sentence itself has it. */
function conflictsToo({ verdict }: MetricChange, { compared }: PlainFacts): readonly Message[] {
  const places = conflictsOf(compared.whole)
  if (places === undefined || places.verdict !== verdict) return []
  return [message(`plain.conflictsToo.${places.change < 0 ? 'less' : 'more'}`, { value: places.now, by: places.by })]
}

/** The door beside which the largest of the places lies. */
function largestConflict({ own, layout }: PlainFacts): readonly Message[] {
  const [largest] = own.parts('conflictPlaces').toSorted((a, b) => b.marks.length - a.marks.length)
  const door = nearestDoor(
    layout,
    (largest?.marks ?? []).map(({ points }) => ({ points, weight: 1 })),
  )
  return door === undefined ? [] : [doorMessage('plain.largest', door)]
}

function doorMessage(key: string, { at, name }: NamedDoor): Message {
  return message(`${key}.${at}`, { door: name })
}

/** The room type of the brief that one of the two lacks and the other does not. */
function roomsOf(change: MetricChange, { own, today }: PlainFacts): readonly Message[] {
  const missing = (measurement: Measurement) =>
    new Map(measurement.parts('briefMissing').map(({ subject, amount }) => [String(subject.values.roomType), amount]))
  const largest = largestShare(change, missing(own), missing(today))
  return largest === undefined ? [] : [message('plain.roomType', { roomType: largest[0], count: Math.abs(largest[1]) })]
}

/** What changed most in the way of the whole change, where it carries enough of it. */
function largestShare(
  change: MetricChange,
  own: ReadonlyMap<string, number>,
  today: ReadonlyMap<string, number>,
): readonly [string, number] | undefined {
  const whole = change.change ?? 0
  const [largest] = [...new Set([...own.keys(), ...today.keys()])]
    .map((key) => [key, (own.get(key) ?? 0) - (today.get(key) ?? 0)] as const)
    .filter(([, by]) => by * whole > 0 && Math.abs(by) >= CARRIES * Math.abs(whole))
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || (a[0] < b[0] ? -1 : 1))
  return largest
}
