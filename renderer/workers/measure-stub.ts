import { message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import { recordsOf } from '#shared/document/document'
import type { Measurement, MetricValue, Reading } from '#shared/metrics/measurement'

/** Stands in until the measures are there. */
export function measureDesign(document: WardDocument, design: string, reading: Reading, _previous?: Measurement): Measurement {
  const rooms = recordsOf(document.designs[design]!, 'room')
  const x = rooms.reduce((sum, room) => sum + Math.abs(room.corners[0]!.x), 0)
  const v = (metric: MetricValue['metric'], unit: MetricValue['unit'], value: number, per?: MetricValue['per'], subject?: string): MetricValue => ({
    metric,
    unit,
    per,
    subject,
    better: metric === 'observation' ? 'more' : metric === 'grossArea' ? 'neither' : 'less',
    result: { status: 'available', value },
  })
  const values: MetricValue[] = [
    v('load', 'share', 0.729167, undefined, 'place:treatment-room/bed'),
    v('load', 'share', 0.64, undefined, 'role:nurse'),
    v('patientTravel', 'metre', 37.05 + x / 3, 'visit'),
    v('staffTravelPerPatient', 'metre', 62.1 + x, 'visit'),
    v('steps', 'count', 4, 'visit'),
    v('handoffs', 'count', 2, 'visit'),
    v('queuePoints', 'count', 3, 'visit'),
    v('sharedMetresPerTrip', 'metre', 7.8, 'trip', 'separation:clean-used'),
    v('conflictPlaces', 'count', 1, undefined, 'separation:clean-used'),
    v('dignityMetres', 'metre', 6.25, 'visit'),
    v('dignityMinutes', 'minute', 5, 'visit'),
    {
      metric: 'observation',
      unit: 'share',
      per: undefined,
      subject: undefined,
      better: 'more',
      result: { status: 'unavailable', reason: message('refused.needed', { name: 'A bed' }) },
    },
    v('grossArea', 'squareMetre', 190),
  ]
  return {
    design,
    reading,
    values,
    overloaded: [],
    trips: [],
    parts: (metric) =>
      metric !== 'patientTravel'
        ? []
        : [
            {
              trip: {
                key: 'a',
                pathway: 'treatment-visit',
                flow: 'patient',
                purpose: 'patient',
                role: undefined,
                carries: [],
                steps: [],
                from: { element: 'x', room: undefined, point: { x: 0, y: 0 }, assumed: false },
                to: { element: 'x', room: undefined, point: { x: 0, y: 0 }, assumed: false },
                perDay: 20,
                walker: { radius: 0, passes: 0, flows: [] },
                dress: undefined,
                mobility: undefined,
                length: 12,
                routes: () => [],
              },
              subject: message('board.load'),
              amount: 12,
              marks: [
                {
                  role: 'route',
                  element: undefined,
                  points: [
                    { x: 4.25, y: -3 },
                    { x: 3, y: 0 },
                    { x: 7, y: 3 },
                    { x: 9.25, y: 6 },
                  ],
                },
                {
                  role: 'shared',
                  element: undefined,
                  points: [
                    { x: 15.2, y: 0 },
                    { x: 8, y: 3 },
                  ],
                },
              ],
            },
            {
              trip: {
                key: 'b',
                pathway: 'treatment-visit',
                flow: 'clean',
                purpose: 'item',
                role: undefined,
                carries: [],
                steps: [],
                from: { element: 'x', room: undefined, point: { x: 0, y: 0 }, assumed: false },
                to: { element: 'x', room: undefined, point: { x: 0, y: 0 }, assumed: false },
                perDay: 5,
                walker: { radius: 0, passes: 0, flows: [] },
                dress: undefined,
                mobility: undefined,
                length: 12,
                routes: () => [],
              },
              subject: message('board.area'),
              amount: 7,
              marks: [
                {
                  role: 'route',
                  element: undefined,
                  points: [
                    { x: 13.1, y: -2.8 },
                    { x: 15.2, y: 0 },
                    { x: 8, y: 3 },
                    { x: 9.25, y: 6 },
                  ],
                },
              ],
            },
          ],
  }
}
