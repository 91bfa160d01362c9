import type { VisitChanges } from './changed-visit'

const SAME_ROOM = { step: 'admission' }

/** The visit that never turns back: ready in one room on the way in, home by an exit of its own. */
export const ONE_WAY_VISIT: VisitChanges = {
  merged: ['book-out'],
  gateOut: 'exit',
  steps: {
    admission: {
      reason: 'One room does all that comes before the procedure, so it is larger and has a bench, a recliner and a basin',
      fields: { place: { roomType: 'arrival-room', fixtureType: 'consulting-desk', choice: 'balanced' } },
    },
    change: { reason: 'In the arrival room, behind its door: one walk in a gown less', fields: { place: SAME_ROOM } },
    cannula: {
      reason: 'By the nurse who admitted, before the patient leaves the room: no second wait, and one person fewer to meet',
      fields: { place: SAME_ROOM, lead: 'admission-nurse' },
      without: ['waits'],
    },
    discharge: {
      reason: 'Beside the exit; the nurse books the follow-up there, so nobody turns back to reception to go home',
      fields: { merges: ['book-out'] },
    },
    'book-out': { reason: 'Done with the advice, beside the exit', fields: {} },
  },
}
