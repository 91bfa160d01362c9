import type { FreshId } from '#shared/commands/edit'
import { putRecord, type TableRecord } from '#shared/commands/put-record'
import { WardRecord } from '#shared/document/record'
import type { RecordInput } from '../records'
import type { Script } from '../script'
import { settingsOf } from '../settings'
import { FIXTURE_TYPES, ROOM_TYPES } from './types'

/** 10,000 patients a year on 6 days of 48 weeks. */
export const DAYS_PER_YEAR = 288
const PATIENTS_PER_DAY = 10_000 / DAYS_PER_YEAR

/** Makes a record whole by its schema and puts it into its table. */
export function put(script: Script, input: RecordInput): void {
  script.run((document) => putRecord(document, WardRecord.parse(input) as TableRecord))
}

/** Workshop, types, roles, scenario, settings and brief: what every design of the endoscopy unit shares. */
export function putTables(script: Script, freshId: FreshId): void {
  put(script, {
    id: freshId('workshop'),
    kind: 'workshop',
    title: 'A new endoscopy unit',
    service: 'Endoscopy, 10,000 patients a year',
    site: 'Invented worked sample: no real unit, no real people',
    aims: [
      'Half the moves and handoffs for every patient',
      'One private space for each patient, from admission to going home',
      'Clean and used scopes never meet in a corridor',
    ],
    groundRules: ['Everybody has an idea', 'Try it on the plan before you judge it', 'The patient’s day comes first'],
    agenda: [
      'Day 1: today’s unit and its flows',
      'Day 2: seven ways',
      'Day 3: from seven to three',
      'Day 4: walk it through',
      'Day 5: choose, and report out',
    ],
    currency: 'GBP',
  })
  for (const type of ROOM_TYPES) put(script, { id: freshId('roomtype'), kind: 'roomType', ...type })
  for (const [key, name] of FIXTURE_TYPES) put(script, { id: freshId('fixturetype'), kind: 'fixtureType', key, name })
  for (const role of ROLES) put(script, { id: freshId('role'), kind: 'role', ...role })
  for (const [roomType, count, minimumArea, basis] of BRIEF) {
    put(script, { id: freshId('requirement'), kind: 'requirement', roomType, count, minimumArea, basis })
  }
  const scenario = freshId('scenario')
  put(script, scenarioRecord(scenario))
  put(script, settingsRecord(freshId('settings'), scenario))
}

type Row<K extends RecordInput['kind']> = Omit<Extract<RecordInput, { kind: K }>, 'id' | 'kind'>

/** Cost an hour and numbers on duty are editable defaults; bases are where each role waits to be called. */
const ROLES: readonly Row<'role'>[] = [
  {
    key: 'receptionist',
    name: 'Receptionist',
    colour: '#7a5195',
    costPerHour: 14,
    speed: 1.3,
    base: { roomType: 'waiting', fixtureType: 'reception-desk' },
  },
  {
    key: 'admission-nurse',
    name: 'Admission nurse',
    colour: '#1a66a8',
    costPerHour: 21,
    speed: 1.3,
    base: { roomType: 'staff-base', fixtureType: 'desk' },
  },
  {
    key: 'endoscopist',
    name: 'Endoscopist',
    colour: '#b3541e',
    costPerHour: 65,
    speed: 1.3,
    base: { roomType: 'procedure-room', fixtureType: 'desk' },
  },
  {
    key: 'room-nurse',
    name: 'Room nurse',
    colour: '#2a9d8f',
    costPerHour: 20,
    speed: 1.3,
    base: { roomType: 'procedure-room', fixtureType: 'desk' },
  },
  {
    key: 'recovery-nurse',
    name: 'Recovery nurse',
    colour: '#0b6e99',
    costPerHour: 21,
    speed: 1.3,
    base: { roomType: 'staff-base', fixtureType: 'desk' },
  },
  {
    key: 'technician',
    name: 'Decontamination technician',
    colour: '#6b4e16',
    costPerHour: 16,
    speed: 1.3,
    base: { roomType: 'scope-wash', fixtureType: 'sink' },
  },
  { key: 'porter', name: 'Porter', colour: '#51606e', costPerHour: 14, speed: 1.3, base: { roomType: 'staff-base', fixtureType: 'desk' } },
]

/** Room counts from activity: rooms = procedures x minutes / 60 / (annual hours x utilisation), NHS Strategy Unit. */
const BRIEF: readonly (readonly [roomType: string, count: number, minimumArea: number, basis: string])[] = [
  ['procedure-room', 4, 34, '10,000 × 60 min / 60 / (2,880 h × 0.85) = 4.08: four rooms, in use for 87 % of their hours'],
  ['pod', 11, 12, '10,000 × 2.6 h from arrival to turned round / (2,880 h × 0.85) = 10.6'],
  ['waiting', 1, 32, '12 seats × 1.9 m² and reception 9 m²'],
  ['staff-base', 1, 11, '2 places × 5.5 m²'],
  ['scope-wash', 1, 24, 'One used side for all rooms'],
  ['scope-clean', 1, 18, 'One clean side and store for all rooms'],
  ['clean-utility', 1, 14, 'One for the unit'],
  ['dirty-utility', 1, 10, 'One for the unit'],
  ['disposal-hold', 1, 10, 'One for the unit'],
  ['linen', 1, 2.5, 'One for the unit'],
  ['equipment-store', 1, 16, 'One for the unit'],
  ['interview-room', 1, 8, 'One for the unit'],
  ['wc', 3, 4.5, 'Accessible: one public, two for patients'],
  ['pantry', 1, 12, 'One for the unit'],
  ['office', 1, 10, 'Manager and bookings'],
  ['staff-rest', 1, 15, 'One for the unit'],
  ['staff-change', 1, 15, 'One for the unit'],
]

const HOUR_S = 3600

/** A patient every twelve and a half minutes from 8:00 on: 35 a day. Seconds after midnight. */
const BOOKED = Array.from({ length: 35 }, (_, i) => 8 * HOUR_S + i * 750)

/** Enough for the washing of a list and the next; an editable default. */
const SCOPES = 14

function scenarioRecord(id: string): RecordInput {
  const day = { from: 8 * HOUR_S, to: 18 * HOUR_S }
  return {
    id,
    kind: 'scenario',
    name: 'A usual day: 10,000 patients a year, 6 days, 48 weeks',
    volumes: [
      {
        pathway: 'endoscopy-visit',
        perDay: PATIENTS_PER_DAY,
        traits: {
          procedure: { gastroscopy: 0.42, colonoscopy: 0.38, 'flexible-sigmoidoscopy': 0.15, both: 0.05 },
          sedated: { yes: 0.6, no: 0.4 },
          mobility: { walking: 0.92, wheelchair: 0.08 },
        },
        // Editable defaults: four lists booked from 8:00, the last patients in at 15:05, so that the day ends with its shifts.
        arrivals: { by: 'list', times: BOOKED, punctuality: { mean: -300, sd: 420 } },
      },
      { pathway: 'staff-day', perDay: 26 },
      { pathway: 'deliveries', perDay: 2 },
      { pathway: 'collections', perDay: 3 },
    ],
    opening: day,
    shifts: [
      {
        name: 'Day',
        ...day,
        people: { receptionist: 2, 'admission-nurse': 3, endoscopist: 4, 'room-nurse': 8, 'recovery-nurse': 4, technician: 3, porter: 2 },
      },
    ],
    stock: { 'clean-scope': SCOPES },
  }
}

function settingsRecord(id: string, scenario: string): RecordInput {
  return settingsOf({
    id,
    bodies: {
      person: { radius: 0.25, speed: 1.1, passes: 0.6, wants: 0.9 },
      wheelchair: { radius: 0.4, speed: 1, passes: 0.85, wants: 1 },
      bed: { radius: 0.5, speed: 0.9, passes: 1.1, wants: 1.4 },
      cart: { radius: 0.5, speed: 0.9, passes: 1.1, wants: 1.4 },
    },
    scenario,
    daysPerYear: DAYS_PER_YEAR,
    floorCost: 4200,
  })
}
