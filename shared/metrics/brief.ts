import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { type BriefLine, compareWithBrief } from '#shared/building/brief'
import { recordsOf } from '#shared/document/document'
import type { Assessment } from './assessment'
import { elementName } from './load'
import type { MetricKey, MetricUnit, Part } from './measurement'
import { available, because, kindOf, type Metric, metricOf } from './metric'

/** Rooms against the brief: missing, beyond it, below their minimum area and by how much. */
export function brief(assessment: Assessment): readonly Metric[] {
  const compared = compareWithBrief(assessment.building, assessment.workshop)
  const names = new Map(recordsOf(assessment.workshop, 'roomType').map(({ key, name }) => [key, name] as const))
  const metric = (key: MetricKey, unit: MetricUnit, value: number | undefined, partsOf: (line: BriefLine) => readonly Part[]) =>
    metricOf(
      kindOf(key, unit, undefined, key === 'briefExtra' ? 'neither' : 'less'),
      undefined,
      value === undefined ? because('unavailable.noBrief') : available(value),
      () => (compared?.lines ?? []).flatMap(partsOf),
    )
  const ofRoom = (id: Id, amount: number): Part => ({
    trip: undefined,
    subject: message('part.room', { room: elementName(assessment, id) }),
    amount,
    marks: [{ role: 'element', points: [], element: id }],
  })
  return [
    metric('briefMissing', 'count', compared?.missing, ({ roomType, missing }) =>
      missing === 0
        ? []
        : [{ trip: undefined, subject: message('part.missingRoom', { roomType: names.get(roomType) ?? roomType }), amount: missing, marks: [] }],
    ),
    metric('briefExtra', 'count', compared?.extra, ({ extra }) => extra.map((id) => ofRoom(id, 1))),
    metric('briefBelow', 'count', compared?.below, ({ below }) => below.map(({ room }) => ofRoom(room, 1))),
    metric('briefShortfall', 'squareMetre', compared?.shortfall, ({ below }) => below.map(({ room, area, minimum }) => ofRoom(room, minimum - area))),
  ]
}
