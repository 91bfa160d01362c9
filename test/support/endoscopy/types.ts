import type { RecordInput } from '../records'

type RoomTypeRow = Omit<Extract<RecordInput, { kind: 'roomType' }>, 'id' | 'kind'>

function type(
  key: string,
  name: string,
  use: RoomTypeRow['use'],
  zone: RoomTypeRow['zone'],
  minimumArea: number | undefined,
  [width, depth]: readonly [number, number],
  more: Partial<RoomTypeRow> = {},
): RoomTypeRow {
  return { key, name, use, zone, ...(minimumArea === undefined ? {} : { minimumArea }), defaultSize: { width, depth }, through: false, ...more }
}

/** Default areas of domain.md section 7, all of them editable. */
export const ROOM_TYPES: readonly RoomTypeRow[] = [
  type('waiting', 'Waiting and reception', 'waiting', 'public', 32, [10, 6], { through: true }),
  type('gowned-wait', 'Gowned waiting', 'waiting', 'patient', undefined, [5, 4.4], { through: true }),
  type('interview-room', 'Interview room', 'other', 'public', 8, [3.6, 2.5]),
  type('wc', 'Accessible WC', 'other', 'patient', 4.5, [2.4, 2.4]),
  type('admission-room', 'Admission room', 'care', 'patient', 10, [2.6, 4.4]),
  type('prep-room', 'Preparation room', 'care', 'patient', 10, [2.6, 4.4]),
  type('changing', 'Changing', 'care', 'patient', 4.5, [1.8, 4.4]),
  type('procedure-room', 'Procedure room', 'care', 'patient', 34, [5.7, 6.4]),
  type('recovery', 'Recovery', 'care', 'patient', 66, [14, 6.4]),
  type('discharge-lounge', 'Discharge lounge', 'care', 'patient', 26, [6.6, 6.4]),
  type('discharge-room', 'Discharge room', 'care', 'patient', 8, [2.6, 4.4]),
  type('pod', 'Pod', 'care', 'patient', 12, [2.7, 5], {
    servesAs: ['admission-room', 'prep-room', 'changing', 'gowned-wait', 'recovery', 'discharge-lounge', 'discharge-room'],
  }),
  type('staff-base', 'Staff base', 'staffBase', 'staff', 5.5, [5, 2.4]),
  type('scope-wash', 'Scope wash', 'store', 'used', 24, [4.2, 6.4]),
  type('scope-clean', 'Scope clean store', 'store', 'clean', 18, [3.1, 6.4]),
  type('clean-utility', 'Clean utility', 'store', 'clean', 14, [2.5, 6.2]),
  type('dirty-utility', 'Dirty utility', 'store', 'used', 10, [3, 3.7]),
  type('disposal-hold', 'Disposal hold', 'store', 'used', 10, [3.1, 3.7]),
  type('linen', 'Linen store', 'store', 'clean', 2.5, [2.3, 2.4]),
  type('equipment-store', 'Equipment store', 'store', 'staff', 16, [2.8, 6.4]),
  type('staff-wc', 'Staff WC', 'other', 'staff', 2, [2.2, 2.5]),
  type('pantry', 'Pantry', 'other', 'staff', 12, [4.2, 3.1]),
  type('reception-office', 'Reception office', 'other', 'staff', undefined, [2.6, 2.5]),
  type('office', 'Office', 'other', 'staff', 10, [3.2, 4.4]),
  type('seminar-room', 'Seminar room', 'other', 'staff', undefined, [6, 6]),
  type('staff-rest', 'Staff rest', 'other', 'staff', 15, [6, 3.1]),
  type('staff-change', 'Staff changing', 'other', 'staff', 15, [5.7, 3.1]),
  type('shell', 'Shell for a later room', 'other', 'plant', undefined, [5.8, 6.4]),
]

export const FIXTURE_TYPES: readonly (readonly [key: string, name: string])[] = [
  ['reception-desk', 'Reception counter'],
  ['seat', 'Seats'],
  ['consulting-desk', 'Consulting desk'],
  ['desk', 'Desk'],
  ['chair', 'Chair'],
  ['table', 'Table'],
  ['staff-seat', 'Sofa'],
  ['trolley', 'Trolley'],
  ['recliner', 'Recliner'],
  ['couch', 'Procedure trolley'],
  ['endoscopy-stack', 'Endoscopy stack'],
  ['changing-bench', 'Changing bench'],
  ['lockers', 'Lockers'],
  ['sink', 'Scope sink'],
  ['washer', 'Scope washer'],
  ['drying-cabinet', 'Drying cabinet'],
  ['scope-cabinet', 'Clean scope cabinet'],
  ['scope-hatch', 'Used scope hand-in'],
  ['clean-rack', 'Clean supplies rack'],
  ['drugs-cupboard', 'Drugs cupboard'],
  ['dirty-bench', 'Used items bench'],
  ['waste-bin', 'Waste bins'],
  ['linen-trolley', 'Clean linen'],
  ['linen-bag', 'Used linen'],
  ['equipment-rack', 'Equipment rack'],
  ['beverage-point', 'Beverage point'],
  ['worktop', 'Worktop'],
  ['wc', 'WC'],
  ['basin', 'Basin'],
  ['screen', 'Screen'],
  ['curtain', 'Curtain'],
]
