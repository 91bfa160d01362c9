import type { WardDocument } from '#shared/document/document'
import { documentOf } from '#shared/document/document-of'
import { boxRoom, cleanAndUsedSets, squareFixture } from './plain-pieces'
import { type RecordInput, recordsOfInput } from './records'
import { settingsOf } from './settings'

/** The one design of the worked example. */
export const WORKED_DESIGN = 'design_worked'

const STOREY = 'storey_ground'
const on = { design: WORKED_DESIGN, storey: STOREY }

/**
 * The small unit whose every measure is worked out by hand: waiting W, corridor C, treatment T and
 * nurse room N, walls of thickness 0, bodies that are points. Metres, seconds.
 */
export function workedExample(): WardDocument {
  return documentOf(recordsOfInput([...workshopRecords(), ...pathwayRecords(), ...roomRecords(), ...openingRecords(), ...fixtureRecords()]))
}

function workshopRecords(): readonly RecordInput[] {
  const point = { radius: 0, speed: 1.1, passes: 0, wants: 0 }
  return [
    { id: 'workshop_worked', kind: 'workshop', title: 'Worked example', service: 'Treatment unit', site: 'A small unit worked out by hand' },
    settingsOf({
      id: 'settings_worked',
      bodies: { person: point, wheelchair: point, bed: point, cart: point },
      scenario: 'scenario_oneday',
      doorSeconds: 0,
      liftSeconds: 0,
    }),
    {
      id: 'scenario_oneday',
      kind: 'scenario',
      name: 'One day',
      volumes: [{ pathway: 'treatment-visit', perDay: 20 }],
      opening: { from: 28_800, to: 57_600 },
      shifts: [{ name: 'Day', from: 28_800, to: 57_600, people: { receptionist: 1, nurse: 2 } }],
    },
    role('receptionist', 'Receptionist', '#7a5195', 15, 1.1, { roomType: 'waiting', fixtureType: 'reception-desk' }),
    role('nurse', 'Nurse', '#1a66a8', 20, 1.3, { roomType: 'staff-base', fixtureType: 'staff-desk' }),
    { id: 'roomtype_waiting', kind: 'roomType', key: 'waiting', name: 'Waiting and reception', use: 'waiting', zone: 'public', through: true },
    { id: 'roomtype_corridor', kind: 'roomType', key: 'corridor', name: 'Corridor', use: 'circulation', zone: 'circulation', through: true },
    { id: 'roomtype_treatment', kind: 'roomType', key: 'treatment-room', name: 'Treatment room', use: 'care', zone: 'patient', through: false },
    { id: 'roomtype_staffbase', kind: 'roomType', key: 'staff-base', name: 'Staff base', use: 'staffBase', zone: 'staff', through: false },
    { id: 'roomtype_cleanutility', kind: 'roomType', key: 'clean-utility', name: 'Clean utility', use: 'store', zone: 'clean', through: false },
    fixtureType('reception-desk', 'Reception desk'),
    fixtureType('seat', 'Seat'),
    fixtureType('bed', 'Bed'),
    fixtureType('staff-desk', 'Staff desk'),
    fixtureType('clean-cupboard', 'Clean cupboard'),
    requirement('waiting', 30),
    requirement('treatment-room', 55),
    requirement('staff-base', 20),
    requirement('clean-utility', 14),
  ]
}

function role(
  key: string,
  name: string,
  colour: string,
  costPerHour: number,
  speed: number,
  base: { roomType: string; fixtureType: string },
): RecordInput {
  return { id: `role_${key}`.padEnd(11, '0'), kind: 'role', key, name, colour, costPerHour, speed, base }
}

function fixtureType(key: string, name: string): RecordInput {
  return { id: `fixturetype_${key.replaceAll('-', '').padEnd(6, '0')}`, kind: 'fixtureType', key, name }
}

function requirement(roomType: string, minimumArea: number): RecordInput {
  return { id: `requirement_${roomType.replaceAll('-', '')}`, kind: 'requirement', roomType, count: 1, minimumArea, basis: 'Worked example' }
}

function pathwayRecords(): readonly RecordInput[] {
  const minutes = (value: number) => ({ shape: 'fixed' as const, value: value * 60 })
  const desk = { roomType: 'waiting', fixtureType: 'reception-desk' }
  return [
    {
      id: 'pathway_treatmentvisit',
      kind: 'pathway',
      key: 'treatment-visit',
      name: 'Treatment visit',
      flow: 'patient',
      gateIn: 'main',
      gateOut: 'main',
      steps: [
        {
          key: 'check-in',
          name: 'Check-in',
          place: desk,
          lead: 'receptionist',
          duration: minutes(5),
          value: 'necessary',
          leaves: { dress: 'dressed', mobility: 'walking' },
        },
        {
          key: 'prepare',
          name: 'Prepare',
          place: { roomType: 'treatment-room', fixtureType: 'bed', choice: 'balanced' },
          lead: 'nurse',
          duration: minutes(10),
          value: 'necessary',
          leaves: { dress: 'gowned', mobility: 'walking' },
          waits: { at: { roomType: 'waiting', fixtureType: 'seat' }, when: 'always' },
        },
        {
          key: 'treat',
          name: 'Treat',
          place: { step: 'prepare' },
          lead: 'nurse',
          duration: minutes(20),
          value: 'addsValue',
          leaves: { dress: 'sedated', mobility: 'walking' },
          items: [
            { pathway: 'clean-set', direction: 'needed', carrier: 'nurse' },
            { pathway: 'used-set', direction: 'left', carrier: 'nurse' },
          ],
          turnaround: { duration: 300 },
        },
        {
          key: 'book-out',
          name: 'Book out',
          place: desk,
          lead: 'receptionist',
          duration: minutes(5),
          value: 'necessary',
          leaves: { dress: 'dressed', mobility: 'walking' },
        },
      ],
    },
    ...cleanAndUsedSets({ roomType: 'staff-base', fixtureType: 'clean-cupboard' }),
  ]
}

type Pair = readonly [x: number, y: number]

function roomRecords(): readonly RecordInput[] {
  const outline: readonly Pair[] = [
    [0, -5],
    [8, -5],
    [8, 0],
    [12, 0],
    [12, -5],
    [20, -5],
    [20, 3],
    [16, 3],
    [16, 8],
    [6, 8],
    [6, 3],
    [0, 3],
  ]
  return [
    {
      id: WORKED_DESIGN,
      kind: 'design',
      name: 'Worked example',
      idea: 'Every measure worked out by hand',
      isCurrentState: true,
    },
    { id: STOREY, kind: 'storey', design: WORKED_DESIGN, name: 'Ground floor', elevation: 0, outline: outline.map(([x, y]) => ({ x, y })) },
    boxRoom(on, 'room_waiting', 'Waiting', 'waiting', [0, -5], [8, 0]),
    boxRoom(on, 'room_corridor', 'Corridor', 'corridor', [0, 0], [20, 3]),
    { ...boxRoom(on, 'room_treatment', 'Treatment', 'treatment-room', [6, 3], [16, 8]), capacity: 2 },
    boxRoom(on, 'room_nurseroom', 'Nurse room', 'staff-base', [12, -5], [20, 0]),
  ]
}

function openingRecords(): readonly RecordInput[] {
  return [
    opening('doordw', 'DW', 'door', 'room_waiting', 'c', 5, 1), // x 2 to 3 of the edge (8,0) -> (0,0)
    opening('doordt', 'DT', 'door', 'room_treatment', 'a', 1, 1), // x 7 to 8 of (6,3) -> (16,3)
    opening('doordn', 'DN', 'door', 'room_nurseroom', 'c', 3.15, 1.65), // x 15.2 to 16.85 of (20,0) -> (12,0)
    opening('windowwc', 'Window W/C', 'window', 'room_waiting', 'c', 1.25, 2), // x 4.75 to 6.75
    opening('windowtc', 'Window T/C', 'window', 'room_treatment', 'a', 7, 3), // x 13 to 16
    opening('windownc', 'Window N/C', 'window', 'room_nurseroom', 'c', 2, 1), // x 17 to 18
    { ...opening('gatemain', 'M', 'door', 'room_corridor', 'd', 0.5, 2), gate: 'main' }, // y 0.5 to 2.5 of (0,3) -> (0,0)
    { ...opening('gategoods', 'G', 'door', 'room_corridor', 'b', 0.3, 1), gate: 'goods' }, // y 0.3 to 1.3 of (20,0) -> (20,3)
  ]
}

function opening(name: string, label: string, kind: 'door' | 'window', roomId: string, corner: string, along: number, width: number) {
  return {
    id: `opening_${name}`,
    kind: 'opening' as const,
    design: WORKED_DESIGN,
    name: label,
    opening: kind,
    on: { room: roomId, corner },
    along,
    width,
  }
}

function fixtureRecords(): readonly RecordInput[] {
  return [
    { ...squareFixture(on, 'fixture_deskreception', 'Reception desk', 'reception-desk', [0.75, -3]), eye: true },
    { ...squareFixture(on, 'fixture_seatone', 'Waiting seat', 'seat', [4.25, -3]), eye: true },
    { ...squareFixture(on, 'fixture_bedone', 'Bed 1', 'bed', [7.5, 4.2]), bedHead: { x: -1, y: 1.3 } },
    { ...squareFixture(on, 'fixture_bedtwo', 'Bed 2', 'bed', [9.25, 6]), bedHead: { x: 1.35, y: 1 } },
    { ...squareFixture(on, 'fixture_deskstaff', 'Staff desk', 'staff-desk', [18.95, -2]), eye: true },
    squareFixture(on, 'fixture_cupboardclean', 'Clean cupboard', 'clean-cupboard', [13.1, -2.8]),
  ]
}
