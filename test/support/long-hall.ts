import type { WardDocument } from '#shared/document/document'
import { documentOf, recordsIn } from '#shared/document/document-of'
import { SPOT } from '#test/support/spot'
import { exponential, QUEUEING_DESIGN, type QueueStep, queueingUnit } from './queueing-unit'
import { type RecordInput, recordsOfInput } from './records'
import { withRecords } from './worked-variations'

export type LongHall = {
  /** m/s of walking, and of beds. */
  readonly walking: number
  readonly bed: number
  /** m/s of each role; one of each, based at the gate. */
  readonly roles: Readonly<Record<string, number>>
  readonly steps: readonly QueueStep[]
  /** Seconds after midnight. */
  readonly times: readonly number[]
  readonly gateOut: string
  /** Doors through a partition across the hall at 20 m, each 2 m wide: metres from its lower end. */
  readonly doors?: readonly number[]
}

export const LONG_DESIGN = QUEUEING_DESIGN

/** A hall of 60 m by 12 m: gate `main` at (0, 6), `goods` at (60, 6), a desk at the main gate and three beds at (40, 6). No wall has a thickness, nobody a radius. */
export function longHall({ walking, bed, roles, steps, times, gateOut, doors }: LongHall): WardDocument {
  const names = Object.keys(roles)
  const base = queueingUnit({
    places: {},
    people: Object.fromEntries(names.map((name) => [name, 1])),
    pathways: [{ key: 'unused', steps: [{ key: 'unused', name: 'unused', place: { roomType: 'hall' }, duration: exponential(1), value: 'waste' }] }],
    volumes: [{ pathway: 'visit', perDay: times.length, arrivals: { by: 'list', times: [...times] } }],
  })
  const edited = withRecords(base, (record) => {
    if (record.kind === 'room' || record.kind === 'pathway') return undefined
    if (record.kind === 'role') return { ...record, speed: roles[record.key]!, base: { roomType: 'hall', fixtureType: 'desk' } }
    if (record.kind !== 'settings') return record
    const { bodies } = record
    return { ...record, bodies: { ...bodies, person: { ...bodies.person, speed: walking }, bed: { ...bodies.bed, speed: bed } } }
  })
  const on = { design: LONG_DESIGN, storey: 'storey_ground' }
  const room = (name: string, x0: number, x1: number): RecordInput => ({
    id: `room_${name}`,
    kind: 'room',
    ...on,
    roomType: 'hall',
    name,
    corners: [
      { key: 'a', x: x0, y: 0, thickness: 0 },
      { key: 'b', x: x1, y: 0, thickness: 0 },
      { key: 'c', x: x1, y: 12, thickness: 0 },
      { key: 'd', x: x0, y: 12, thickness: 0 },
    ],
  })
  const archway = (name: string, of: string, corner: string, along: number, gate?: string): RecordInput => ({
    id: `opening_${name}`,
    kind: 'opening',
    design: LONG_DESIGN,
    name,
    opening: 'archway',
    on: { room: `room_${of}`, corner },
    along,
    width: 2,
    ...(gate === undefined ? {} : { gate }),
  })
  const fixture = (name: string, fixtureType: string, x: number): RecordInput => ({
    id: `fixture_${name}`,
    kind: 'fixture',
    ...on,
    fixtureType,
    entry: fixtureType,
    name,
    x,
    y: 6,
    footprint: [...SPOT],
    blocks: false,
    usePoints: [{ x: 0, y: 0 }],
  })
  const last = doors === undefined ? 'hallway' : 'further'
  const rooms =
    doors === undefined
      ? [room('hallway', 0, 60)]
      : [
          room('hallway', 0, 20),
          room('further', 20, 60),
          // From (20, 0) up: the right-hand wall of the first room.
          ...doors.map((along) => archway(`across${along}`, 'hallway', 'b', along)),
        ]
  return documentOf([
    ...recordsIn(edited),
    ...recordsOfInput([
      ...rooms,
      archway('mainway', 'hallway', 'd', 5, 'main'),
      archway('goodsway', last, 'b', 5, 'goods'),
      fixture('bedaaa', 'bed', 40),
      fixture('bedbbb', 'bed', 40),
      fixture('bedccc', 'bed', 40),
      fixture('deskaa', 'desk', 0),
      { id: 'pathway_visit0', kind: 'pathway', key: 'visit', name: 'Visit', flow: 'patient', gateIn: 'main', gateOut, steps: [...steps] },
    ]),
  ])
}
