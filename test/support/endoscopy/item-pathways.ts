import type { RecordInput } from '../records'
import { fixedMinutes, minutes } from './durations'

type PathwayInput = Omit<Extract<RecordInput, { kind: 'pathway' }>, 'id' | 'kind'>

const WASHER = { roomType: 'scope-wash', fixtureType: 'washer', choice: 'balanced' as const }

/** What is brought, taken away and carried on, and the staff's own day. Scope times: domain.md section 4. */
export const ITEM_PATHWAYS: readonly PathwayInput[] = [
  {
    key: 'used-scope',
    name: 'Used scope',
    flow: 'used',
    becomes: 'clean-scope',
    steps: [
      {
        key: 'manual-clean',
        name: 'Leak test and manual clean',
        place: { roomType: 'scope-wash', fixtureType: 'sink', choice: 'balanced' },
        lead: 'technician',
        duration: minutes(15, 20, 27),
        value: 'necessary',
      },
      { key: 'wash', name: 'Washer', place: WASHER, duration: minutes(20, 28, 45), value: 'necessary' },
    ],
  },
  {
    key: 'clean-scope',
    name: 'Clean scope',
    flow: 'clean',
    steps: [
      { key: 'wash', name: 'Out of the washer', place: WASHER, duration: fixedMinutes(0), value: 'necessary' },
      {
        key: 'dry',
        name: 'Dry and inspect',
        place: { roomType: 'scope-clean', fixtureType: 'drying-cabinet', choice: 'balanced' },
        lead: 'technician',
        duration: minutes(5, 9, 15),
        value: 'necessary',
      },
      {
        key: 'store',
        name: 'Store',
        place: { roomType: 'scope-clean', fixtureType: 'scope-cabinet' },
        duration: fixedMinutes(0),
        value: 'necessary',
      },
    ],
  },
  supply('clean-supplies', 'Clean supplies', 'clean', { roomType: 'clean-utility', fixtureType: 'clean-rack' }),
  supply('clean-linen', 'Clean linen', 'clean', { roomType: 'linen', fixtureType: 'linen-trolley' }),
  supply('sedation-drugs', 'Sedation drugs', 'medication', { roomType: 'clean-utility', fixtureType: 'drugs-cupboard' }),
  supply('used-linen', 'Used linen', 'used', { roomType: 'dirty-utility', fixtureType: 'linen-bag' }),
  supply('waste', 'Waste', 'waste', { roomType: 'disposal-hold', fixtureType: 'waste-bin' }),
  {
    key: 'deliveries',
    name: 'Deliveries',
    flow: 'clean',
    gateIn: 'goods',
    gateOut: 'goods',
    steps: [
      {
        key: 'put-away',
        name: 'Put clean supplies away',
        place: { roomType: 'clean-utility', fixtureType: 'clean-rack' },
        duration: minutes(10, 15, 25),
        value: 'necessary',
      },
    ],
  },
  {
    key: 'collections',
    name: 'Waste collections',
    flow: 'waste',
    gateIn: 'goods',
    gateOut: 'goods',
    steps: [
      {
        key: 'collect',
        name: 'Collect full bins',
        place: { roomType: 'disposal-hold', fixtureType: 'waste-bin' },
        duration: minutes(5, 8, 12),
        value: 'necessary',
      },
    ],
  },
  {
    key: 'staff-day',
    name: 'Coming to work and taking breaks',
    flow: 'staff',
    gateIn: 'staff',
    gateOut: 'staff',
    steps: [
      {
        key: 'change-in',
        name: 'Change for work',
        place: { roomType: 'staff-change', fixtureType: 'lockers', choice: 'balanced' },
        duration: minutes(4, 5, 8),
        value: 'necessary',
      },
      {
        key: 'break',
        name: 'Break',
        place: { roomType: 'staff-rest', fixtureType: 'staff-seat', choice: 'balanced' },
        duration: minutes(20, 30, 40),
        value: 'necessary',
      },
      {
        key: 'change-out',
        name: 'Change for home',
        place: { roomType: 'staff-change', fixtureType: 'lockers', choice: 'balanced' },
        duration: minutes(4, 5, 8),
        value: 'necessary',
      },
    ],
  },
]

/** Something fetched from a store, or taken away to one: the other end is the step that it hangs on. */
function supply(key: string, name: string, flow: PathwayInput['flow'], place: { roomType: string; fixtureType: string }): PathwayInput {
  return { key, name, flow, steps: [{ key: 'store', name, place, duration: fixedMinutes(0), value: 'necessary' }] }
}
