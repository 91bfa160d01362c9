import type { VisitChanges } from './changed-visit'

const BAY = { roomType: 'bays', fixtureType: 'recliner' }

/** The visit round the racetrack: today's, but for one bay where patients are made ready and wait. */
export const RACETRACK_VISIT: VisitChanges = {
  merged: [],
  steps: {
    cannula: {
      reason: 'In the bay where the patient waits to be called, across from the core base: one move less',
      fields: { place: { ...BAY, choice: 'balanced' } },
      without: ['waits'],
    },
    'sign-in': {
      reason: 'Called from the bay, within sight of a nurse: no gowned waiting room',
      fields: { waits: { at: BAY, when: 'always' } },
    },
  },
}
