import type { WardDocument } from '#shared/document/document'
import { documentOf, recordsIn } from '#shared/document/document-of'
import { boxRoom, squareFixture } from './plain-pieces'
import { exponential, queueingUnit } from './queueing-unit'
import { type RecordInput, recordsOfInput } from './records'
import { withRecords } from './worked-variations'

export const THREE_DESIGN = 'design_queueing'

/**
 * Two treatment rooms above and below a hall, one nurse, everybody at 1 m/s, no doors: gate (0,0), seats (66,0), desk (42,0), beds
 * (96,72) and (96,-72). So gate to bed is 120 m, gate to seat 66, seat to bed 78, desk to bed 90, bed to bed 144, all straight.
 */
export function threePatients(): WardDocument {
  const base = queueingUnit({
    places: {},
    people: { nurse: 1 },
    pathways: [{ key: 'unused', steps: [{ key: 'unused', name: 'unused', place: { roomType: 'hall' }, duration: exponential(1), value: 'waste' }] }],
    volumes: [],
  })
  const kept = recordsIn(
    withRecords(base, (record) =>
      record.kind === 'room' || record.kind === 'pathway' || record.kind === 'scenario' || record.kind === 'role' ? undefined : record,
    ),
  )
  const on = { design: THREE_DESIGN, storey: 'storey_ground' }
  const room = (name: string, roomType: string, x0: number, y0: number, x1: number, y1: number) =>
    boxRoom(on, `room_${name}`, name, roomType, [x0, y0], [x1, y1])
  const opening = (name: string, roomId: string, corner: string, along: number, width: number, gate?: string): RecordInput => ({
    id: `opening_${name}`,
    kind: 'opening',
    design: THREE_DESIGN,
    name,
    opening: 'archway',
    on: { room: roomId, corner },
    along,
    width,
    ...(gate === undefined ? {} : { gate }),
  })
  const fixture = (name: string, fixtureType: string, x: number, y: number): RecordInput => ({
    ...squareFixture(on, `fixture_${name}`, name, fixtureType, [x, y], 0.1),
    usePoints: [{ x: 0, y: 0, for: fixtureType === 'seat' ? 'patient' : 'all' }],
  })
  const eight = 28_800
  return documentOf([
    ...kept,
    ...recordsOfInput([
      { id: 'roomtype_treat0', kind: 'roomType', key: 'treatment', name: 'Treatment', use: 'care', zone: 'patient', through: false },
      {
        id: 'role_nurse0',
        kind: 'role',
        key: 'nurse',
        name: 'Nurse',
        colour: '#1a66a8',
        costPerHour: 0,
        speed: 1,
        base: { roomType: 'hall', fixtureType: 'desk' },
      },
      room('hallway', 'hall', 0, -60, 120, 60),
      room('treata', 'treatment', 0, 60, 120, 120),
      room('treatb', 'treatment', 0, -120, 120, -60),
      opening('gateway', 'room_hallway', 'd', 59, 2, 'main'),
      opening('archwaya', 'room_treata', 'a', 79, 18),
      opening('archwayb', 'room_treatb', 'c', 23, 18),
      fixture('bedaaa', 'bed', 96, 72),
      fixture('bedbbb', 'bed', 96, -72),
      fixture('seataa', 'seat', 66, 0),
      fixture('deskaa', 'desk', 42, 0),
      {
        id: 'pathway_visit0',
        kind: 'pathway',
        key: 'visit',
        name: 'Visit',
        flow: 'patient',
        gateIn: 'main',
        gateOut: 'main',
        steps: [
          {
            key: 'treat',
            name: 'Treat',
            place: { roomType: 'treatment', fixtureType: 'bed', choice: 'balanced' },
            lead: 'nurse',
            duration: { shape: 'fixed', value: 600 },
            value: 'addsValue',
            waits: { at: { roomType: 'hall', fixtureType: 'seat' }, when: 'ifBusy' },
            turnaround: { duration: 120 },
          },
          { key: 'rest', name: 'Rest', place: { step: 'treat' }, duration: { shape: 'fixed', value: 300 }, value: 'necessary' },
        ],
      },
      {
        id: 'scenario_queueing',
        kind: 'scenario',
        name: 'Three patients',
        volumes: [{ pathway: 'visit', perDay: 3, arrivals: { by: 'list', times: [eight, eight + 120, eight + 240] } }],
        opening: { from: eight, to: eight + 28_800 },
        shifts: [{ name: 'Day', from: eight, to: eight + 28_800, people: { nurse: 1 } }],
      },
    ]),
  ])
}
