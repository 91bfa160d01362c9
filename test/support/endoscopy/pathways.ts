import type { FreshId } from '#shared/commands/edit'
import type { RecordInput } from '../records'
import type { Script } from '../script'
import { fixedMinutes, minutes } from './durations'
import { ITEM_PATHWAYS } from './item-pathways'
import { put } from './tables'

type PathwayInput = Omit<Extract<RecordInput, { kind: 'pathway' }>, 'id' | 'kind'>
export type StepInput = PathwayInput['steps'][number]

/** The reference pathways, which today's unit follows. */
export function putPathways(script: Script, freshId: FreshId): void {
  for (const pathway of [ENDOSCOPY_VISIT, ...ITEM_PATHWAYS]) put(script, { id: freshId('pathway'), kind: 'pathway', ...pathway })
}

const RECEPTION = { roomType: 'waiting', fixtureType: 'reception-desk' }
const COUCH = { step: 'sign-in' }
const SEDATED = { trait: 'sedated', values: ['yes'] }
const NOT_SEDATED = { trait: 'sedated', values: ['no'] }
const IN_WHEELCHAIR = { trait: 'mobility', values: ['wheelchair'] }

/** Every procedure needs a clean scope and supplies, and leaves a used scope and waste. */
const PROCEDURE_ITEMS: NonNullable<StepInput['items']> = [
  { pathway: 'clean-scope', direction: 'needed', carrier: 'technician' },
  { pathway: 'used-scope', direction: 'left', carrier: 'technician' },
  { pathway: 'clean-supplies', direction: 'needed', carrier: 'room-nurse', usesPerTrip: 4 },
  { pathway: 'waste', direction: 'left', carrier: 'porter', usesPerTrip: 4, by: 'cart' },
]

function procedure(key: string, name: string, duration: StepInput['duration']): StepInput {
  return {
    key,
    name,
    place: COUCH,
    lead: 'endoscopist',
    assisting: [{ role: 'room-nurse', people: 2 }],
    duration,
    value: 'addsValue',
    items: PROCEDURE_ITEMS,
    turnaround: { duration: 450, role: 'room-nurse' },
    onlyFor: [{ trait: 'procedure', values: [key] }],
  }
}

/** Step times: domain.md section 4 (Kingston 2016, Orebro n = 376; where neither, editable defaults). */
export const ENDOSCOPY_VISIT: PathwayInput = {
  key: 'endoscopy-visit',
  name: 'Endoscopy visit',
  flow: 'patient',
  gateIn: 'main',
  gateOut: 'main',
  traits: [
    { key: 'procedure', name: 'Procedure', values: ['gastroscopy', 'colonoscopy', 'flexible-sigmoidoscopy', 'both'] },
    { key: 'sedated', name: 'Sedated', values: ['yes', 'no'] },
    { key: 'mobility', name: 'Gets about', values: ['walking', 'wheelchair'] },
  ],
  steps: [
    { key: 'check-in', name: 'Check in', place: RECEPTION, lead: 'receptionist', duration: minutes(3, 5, 10), value: 'necessary' },
    {
      key: 'take-wheelchair',
      name: 'Take a wheelchair',
      place: { roomType: 'waiting' },
      lead: 'porter',
      duration: minutes(1, 2, 4),
      value: 'necessary',
      leaves: { mobility: 'wheelchair' },
      onlyFor: [IN_WHEELCHAIR],
    },
    {
      key: 'admission',
      name: 'Admission and consent',
      place: { roomType: 'admission-room', fixtureType: 'consulting-desk' },
      lead: 'admission-nurse',
      escorts: ['admission-nurse'],
      duration: minutes(15, 25, 40),
      value: 'addsValue',
      waits: { at: { roomType: 'waiting', fixtureType: 'seat' }, when: 'always' },
    },
    {
      key: 'change',
      name: 'Change into a gown',
      place: { roomType: 'changing', fixtureType: 'changing-bench' },
      duration: minutes(5, 7, 10),
      value: 'necessary',
      leaves: { dress: 'gowned' },
    },
    {
      key: 'cannula',
      name: 'Place a cannula',
      place: { roomType: 'prep-room', fixtureType: 'recliner' },
      lead: 'recovery-nurse',
      duration: minutes(3, 5, 8),
      value: 'necessary',
      waits: { at: { roomType: 'gowned-wait', fixtureType: 'seat' }, when: 'always' },
      onlyFor: [SEDATED],
    },
    {
      key: 'sign-in',
      name: 'Sign in to the room',
      place: { roomType: 'procedure-room', fixtureType: 'couch' },
      lead: 'room-nurse',
      assisting: [{ role: 'endoscopist' }],
      escorts: ['room-nurse'],
      duration: fixedMinutes(5),
      value: 'necessary',
      waits: { at: { roomType: 'gowned-wait', fixtureType: 'seat' }, when: 'always' },
    },
    {
      key: 'sedate',
      name: 'Sedate',
      place: COUCH,
      lead: 'endoscopist',
      assisting: [{ role: 'room-nurse' }],
      duration: minutes(2, 3, 5),
      value: 'necessary',
      leaves: { dress: 'sedated', mobility: 'bed' },
      items: [{ pathway: 'sedation-drugs', direction: 'needed', carrier: 'room-nurse', usesPerTrip: 3 }],
      onlyFor: [SEDATED],
    },
    procedure('gastroscopy', 'Gastroscopy', minutes(5, 8, 12)),
    procedure('colonoscopy', 'Colonoscopy', minutes(20, 34, 50)),
    procedure('flexible-sigmoidoscopy', 'Flexible sigmoidoscopy', minutes(5, 9, 14)),
    procedure('both', 'Gastroscopy and colonoscopy', minutes(25, 39, 55)),
    {
      key: 'report',
      name: 'Write the report',
      place: COUCH,
      lead: 'endoscopist',
      duration: minutes(5, 6.5, 8),
      value: 'necessary',
      parallelWith: 'refreshment',
    },
    {
      key: 'recover-sedated',
      name: 'Recover from sedation',
      place: { roomType: 'recovery', fixtureType: 'trolley' },
      lead: 'recovery-nurse',
      escorts: ['room-nurse', 'porter'],
      duration: minutes(25, 35, 60),
      value: 'necessary',
      leaves: { dress: 'gowned', mobility: 'walking' },
      waits: { at: 'inPlace' },
      items: [
        { pathway: 'clean-linen', direction: 'needed', carrier: 'recovery-nurse', usesPerTrip: 2 },
        { pathway: 'used-linen', direction: 'left', carrier: 'porter', usesPerTrip: 3 },
      ],
      turnaround: { duration: 300, role: 'recovery-nurse' },
      onlyFor: [SEDATED],
    },
    {
      key: 'recover-awake',
      name: 'Recover without sedation',
      place: { roomType: 'discharge-lounge', fixtureType: 'recliner' },
      lead: 'recovery-nurse',
      escorts: ['room-nurse'],
      duration: minutes(10, 12, 15),
      value: 'necessary',
      onlyFor: [NOT_SEDATED],
    },
    {
      key: 'back-to-wheelchair',
      name: 'Back into the wheelchair',
      place: { step: 'recover-sedated' },
      lead: 'recovery-nurse',
      duration: minutes(1, 2, 4),
      value: 'necessary',
      leaves: { mobility: 'wheelchair' },
      onlyFor: [SEDATED, IN_WHEELCHAIR],
    },
    {
      key: 'dress',
      name: 'Dress',
      place: { roomType: 'changing', fixtureType: 'changing-bench' },
      duration: minutes(5, 7, 10),
      value: 'necessary',
      leaves: { dress: 'dressed' },
    },
    {
      key: 'refreshment',
      name: 'Tea and a biscuit',
      place: { roomType: 'discharge-lounge', fixtureType: 'recliner' },
      duration: minutes(4, 6, 10),
      value: 'necessary',
    },
    {
      key: 'discharge',
      name: 'Result and advice',
      place: { roomType: 'discharge-room', fixtureType: 'consulting-desk' },
      lead: 'recovery-nurse',
      escorts: ['recovery-nurse'],
      duration: minutes(6, 9, 15),
      value: 'addsValue',
    },
    {
      key: 'book-out',
      name: 'Book the follow-up',
      place: RECEPTION,
      lead: 'receptionist',
      duration: minutes(2, 3, 5),
      value: 'necessary',
    },
  ],
}
