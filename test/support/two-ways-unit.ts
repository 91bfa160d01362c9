import type { WardDocument } from '#shared/document/document'
import { documentOf } from '#shared/document/document-of'
import { boxRoom, cleanAndUsedSets, squareFixture } from './plain-pieces'
import { type RecordInput, recordsOfInput } from './records'
import { settingsOf } from './settings'

/** The one design of the unit. */
export const TWO_WAYS_DESIGN = 'design_twoways'
/** The waiting room that the way below the core leads through, and the corridor that the way above it takes. */
export const LOWER_ROOM = 'room_lower0'
export const UPPER_ROOM = 'room_upper0'

const STOREY = 'storey_ground'
const on = { design: TWO_WAYS_DESIGN, storey: STOREY }

type Pair = readonly [x: number, y: number]

/**
 * A closed core of 10 m x 6 m, x 5 to 15 and y 5 to 11, in a hall of 20 m x 16 m: corridors on its left, above it and on its right, a
 * public waiting room below it. On the right a treatment room, its door y 6.4 to 9.6, its bed at (24, 8). The clean cupboard and the bench
 * where patients change stand at (1, 8 + `above`), the goods gate is at (0, 2). Walls have no thickness, bodies are points. Patients go
 * gowned from the bench to the bed, 20 a day; each needs a clean set, and leaves a used one that goes to the goods gate. Metres.
 */
export function twoWaysUnit(above: number, design: Partial<Extract<RecordInput, { kind: 'design' }>> = {}): WardDocument {
  const point = { radius: 0, speed: 1.1, passes: 0, wants: 0 }
  const bench = 'bench'
  return documentOf(
    recordsOfInput([
      { id: 'workshop_twoways', kind: 'workshop', title: 'Two ways', service: 'Treatment unit', site: 'Worked out by hand' },
      settingsOf({
        id: 'settings_twoways',
        bodies: { person: point, wheelchair: point, bed: point, cart: point },
        scenario: 'scenario_oneday',
        // No public eye sees the ways: what is exposed is what leads through the waiting room.
        thresholds: {
          ...settingsOf({ id: 'x', bodies: { person: point, wheelchair: point, bed: point, cart: point }, scenario: 'x' }).thresholds,
          dignitySight: 0.5,
        },
      }),
      {
        id: 'scenario_oneday',
        kind: 'scenario',
        name: 'One day',
        volumes: [{ pathway: 'visit', perDay: 20 }],
        opening: { from: 28_800, to: 57_600 },
        shifts: [{ name: 'Day', from: 28_800, to: 57_600, people: { nurse: 4 } }],
      },
      {
        id: 'role_nurse0',
        kind: 'role',
        key: 'nurse',
        name: 'Nurse',
        colour: '#1a66a8',
        costPerHour: 20,
        speed: 1.3,
        base: { roomType: 'treatment-room' },
      },
      { id: 'roomtype_corridor', kind: 'roomType', key: 'corridor', name: 'Corridor', use: 'circulation', zone: 'circulation', through: true },
      { id: 'roomtype_waiting', kind: 'roomType', key: 'waiting', name: 'Waiting', use: 'waiting', zone: 'public', through: true },
      { id: 'roomtype_treatment', kind: 'roomType', key: 'treatment-room', name: 'Treatment room', use: 'care', zone: 'patient', through: false },
      { id: 'roomtype_plant0', kind: 'roomType', key: 'plant', name: 'Plant', use: 'other', zone: 'plant', through: false },
      { id: 'fixturetype_bench0', kind: 'fixtureType', key: bench, name: 'Changing bench' },
      { id: 'fixturetype_cupboard', kind: 'fixtureType', key: 'cupboard', name: 'Clean cupboard' },
      { id: 'fixturetype_couch0', kind: 'fixtureType', key: 'couch', name: 'Couch' },
      { id: 'fixturetype_seat00', kind: 'fixtureType', key: 'seat', name: 'Seat' },
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
            key: 'change',
            name: 'Change',
            place: { roomType: 'corridor', fixtureType: bench },
            lead: 'nurse',
            duration: { shape: 'fixed', value: 300 },
            value: 'necessary',
            leaves: { dress: 'gowned', mobility: 'walking' },
          },
          {
            key: 'treat',
            name: 'Treat',
            place: { roomType: 'treatment-room', fixtureType: 'couch' },
            lead: 'nurse',
            duration: { shape: 'fixed', value: 600 },
            value: 'addsValue',
            leaves: { dress: 'dressed', mobility: 'walking' },
            items: [
              { pathway: 'clean-set', direction: 'needed', carrier: 'nurse' },
              { pathway: 'used-set', direction: 'left', carrier: 'nurse' },
            ],
          },
        ],
      },
      ...cleanAndUsedSets({ roomType: 'corridor', fixtureType: 'cupboard' }),
      { id: TWO_WAYS_DESIGN, kind: 'design', name: 'Two ways', idea: 'Round a core', isCurrentState: true, ...design },
      { id: STOREY, kind: 'storey', design: TWO_WAYS_DESIGN, name: 'Ground floor', elevation: 0, outline: outline.map(([x, y]) => ({ x, y })) },
      boxRoom(on, 'room_left00', 'Left corridor', 'corridor', [0, 0], [5, 16], 'b'),
      boxRoom(on, UPPER_ROOM, 'Upper corridor', 'corridor', [5, 11], [15, 16], 'bd'),
      boxRoom(on, 'room_right0', 'Right corridor', 'corridor', [15, 0], [20, 16], 'd'),
      boxRoom(on, LOWER_ROOM, 'Waiting', 'waiting', [5, 0], [15, 5], 'bd'),
      boxRoom(on, 'room_core00', 'Core', 'plant', [5, 5], [15, 11]),
      boxRoom(on, 'room_treat0', 'Treatment', 'treatment-room', [20, 4], [26, 12]),
      openingOf('opening_door00', 'Door', 'room_treat0', 2.4, 3.2),
      { ...openingOf('opening_main00', 'Main gate', 'room_left00', 1, 1), gate: 'main' },
      { ...openingOf('opening_goods0', 'Goods gate', 'room_left00', 13.5, 1), gate: 'goods' },
      squareFixture(on, 'fixture_bench0', 'Bench', bench, [1, 8 + above]),
      squareFixture(on, 'fixture_cupboard', 'Cupboard', 'cupboard', [1, 8 + above]),
      squareFixture(on, 'fixture_couch0', 'Couch', 'couch', [24, 8]),
      { ...squareFixture(on, 'fixture_seat00', 'Seat', 'seat', [10, 2]), eye: true },
    ]),
  )
}

const outline: readonly Pair[] = [
  [0, 0],
  [20, 0],
  [20, 4],
  [26, 4],
  [26, 12],
  [20, 12],
  [20, 16],
  [0, 16],
]

/** In the left edge of a room, so many metres down from its top. */
function openingOf(id: string, name: string, room: string, along: number, width: number) {
  return { id, kind: 'opening' as const, design: TWO_WAYS_DESIGN, name, opening: 'door' as const, on: { room, corner: 'd' }, along, width }
}
