import { recordsOf, type WardDocument } from '#shared/document/document'
import { threePatients } from './three-patients'
import { withRecords } from './worked-variations'

/** The crowd begins to come at eight, and all of it is on its way five minutes later. Seconds. */
export const CROWD_FROM_S = 28_800
export const CROWD_THERE_S = CROWD_FROM_S + 300

/**
 * The hall of the three patients with somebody coming in every so many seconds, and walking from the gate to the middle, into a treatment
 * room and out again: about 280 m at 1 m/s, with hardly a stop. At two a second over 500 are walking at once.
 */
export function crowd(secondsApart: number): WardDocument {
  const times = Array.from({ length: Math.floor(420 / secondsApart) }, (_, at) => CROWD_FROM_S + at * secondsApart)
  const document = withRecords(threePatients(), (record) => {
    if (record.kind === 'room' && record.roomType === 'treatment') return { ...record, capacity: 5000 }
    if (record.kind === 'scenario') return { ...record, volumes: [{ ...record.volumes[0]!, perDay: times.length, arrivals: { by: 'list', times } }] }
    if (record.kind !== 'pathway') return record
    const [first] = record.steps
    const step = { ...first!, lead: undefined, waits: undefined, turnaround: undefined, duration: { shape: 'fixed' as const, value: 1 } }
    return {
      ...record,
      steps: [
        { ...step, key: 'middle', name: 'Middle', place: { roomType: 'hall' } },
        { ...step, key: 'room', name: 'Room', place: { roomType: 'treatment' } },
      ],
    }
  })
  if (recordsOf(document.workshop, 'pathway').length === 0) throw new Error('nobody walks')
  return document
}
