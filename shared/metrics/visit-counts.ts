import { message } from '#shared/base/message'
import { countsOf } from '#shared/journeys/decided-plan'
import type { Counts } from '#shared/journeys/plan'
import type { Assessment } from './assessment'
import type { MetricKey, Part } from './measurement'
import { available, because, kindOf, type Metric, metricOf, unlessFailed } from './metric'
import { patientStreams } from './patient-travel'

/** Steps, handoffs, queue points and moves a visit, and the value-adding share of step time: what moving walls alone cannot change. */
export function visitCounts(assessment: Assessment): readonly Metric[] {
  const { visitsPerDay } = assessment
  const ratio = metricOf(kindOf('valueAddedRatio', 'share', 'visit', 'more'), undefined, because('unavailable.needsTime'))
  const share = kindOf('valueAddingShare', 'share', 'visit', 'more')
  if (visitsPerDay === 0) {
    const reason = because('unavailable.noVisits')
    return [
      ...COUNTED.map(({ metric }) => metricOf(kindOf(metric, 'count', 'visit', 'less'), undefined, reason)),
      metricOf(share, undefined, reason),
      ratio,
    ]
  }
  const minutes = mean(assessment, (counts) => counts.minutes)
  const adding = mean(assessment, (counts) => counts.addingMinutes)
  return [
    ...COUNTED.flatMap(({ metric, of, isOfItems }) => counted(assessment, metric, of, isOfItems)),
    metricOf(share, undefined, minutes === 0 ? because('unavailable.noStepTime') : available(adding / minutes), () =>
      stepParts(assessment, (counts) => counts.addingMinutes / minutes, false),
    ),
    ratio,
  ]
}

const COUNTED: readonly { readonly metric: MetricKey; readonly of: (counts: Counts<number>) => number; readonly isOfItems: boolean }[] = [
  { metric: 'handoffs', of: (counts) => counts.handoffs, isOfItems: false },
  { metric: 'warmHandoffs', of: (counts) => counts.warmHandoffs, isOfItems: false },
  { metric: 'itemHandoffs', of: (counts) => counts.handoffs, isOfItems: true },
  { metric: 'steps', of: (counts) => counts.steps, isOfItems: false },
  { metric: 'queuePoints', of: (counts) => counts.queuePoints, isOfItems: false },
  { metric: 'moves', of: (counts) => counts.moves, isOfItems: false },
]

function counted(assessment: Assessment, metric: MetricKey, of: (counts: Counts<number>) => number, isOfItems: boolean): readonly Metric[] {
  const kind = kindOf(metric, 'count', 'visit', metric === 'warmHandoffs' ? 'neither' : 'less')
  // A visit whose step has no room in the design still has its steps, but nobody knows where it would move.
  const concerns = ({ isMissing, purpose, flow }: { isMissing: boolean; purpose: string; flow: string }) =>
    metric === 'moves' && isMissing && purpose === 'patient' && flow === 'patient'
  const streams = patientStreams(assessment)
  const whole = metricOf(
    kind,
    undefined,
    unlessFailed(assessment, concerns, () => (isOfItems ? meanOfItems(assessment, of) : mean(assessment, of))),
    () => stepParts(assessment, of, isOfItems),
  )
  if (isOfItems || streams.length < 2) return [whole]
  const each = streams.map(({ stream, plan, decided }) =>
    metricOf(
      kind,
      `pathway:${stream.host.key}`,
      unlessFailed(
        assessment,
        (failure) => concerns(failure) && failure.pathway === stream.host.key,
        () => of(countsOf(plan.tallies.get(stream.host.key)!.steps, decided)),
      ),
    ),
  )
  return [whole, ...each]
}

function mean(assessment: Assessment, of: (counts: Counts<number>) => number): number {
  let sum = 0
  for (const { stream, plan, decided } of patientStreams(assessment)) {
    sum += stream.perDay * of(countsOf(plan.tallies.get(stream.host.key)!.steps, decided))
  }
  return sum / assessment.visitsPerDay
}

/** Of what hangs on a visit: each item trip's own count, as often as a visit makes it. */
function meanOfItems(assessment: Assessment, of: (counts: Counts<number>) => number): number {
  let sum = 0
  for (const { stream, plan, decided } of patientStreams(assessment)) {
    for (const { key } of stream.hung) {
      const hung = plan.tallies.get(key)
      if (hung !== undefined) sum += stream.perDay * hung.perVisit * of(countsOf(hung.steps, decided))
    }
  }
  return sum / assessment.visitsPerDay
}

function stepParts(assessment: Assessment, of: (counts: Counts<number>) => number, isOfItems: boolean): readonly Part[] {
  return patientStreams(assessment).flatMap(({ stream, plan, decided }) => {
    const pathways = isOfItems ? stream.hung : [stream.host]
    return pathways.flatMap((pathway) => {
      const found = plan.tallies.get(pathway.key)
      const share = ((found?.perVisit ?? 0) * stream.perDay) / assessment.visitsPerDay
      return (found?.steps ?? []).flatMap((step): Part[] => {
        const amount = share * of(countsOf([step], decided))
        return amount === 0 ? [] : [{ trip: undefined, subject: message('part.step', { step: step.name, pathway: pathway.name }), amount, marks: [] }]
      })
    })
  })
}
