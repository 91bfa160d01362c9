import type { VisitChanges } from './changed-visit'

const OWN_POD = { step: 'admission' }

/** The visit as the pods make it: one private place for all but the procedure, each change with its reason. */
export const PODS_VISIT: VisitChanges = {
  merged: ['book-out'],
  steps: {
    admission: {
      reason: 'Straight to the pod: a nurse is free when the pod is, so nobody waits among strangers first',
      fields: { place: { roomType: 'pod', fixtureType: 'trolley', choice: 'balanced' } },
      without: ['waits'],
    },
    change: { reason: 'In the pod, behind its own door: no walk in a gown', fields: { place: OWN_POD } },
    cannula: {
      reason: 'In the pod, by the nurse who admitted: no second waiting room, and one person fewer to meet',
      fields: { place: OWN_POD, lead: 'admission-nurse' },
      without: ['waits'],
    },
    'sign-in': {
      reason: 'Called from the pod when the room is ready: no gowned waiting room',
      fields: { waits: { at: 'inPlace' } },
    },
    'recover-sedated': {
      reason: 'Back to the same pod, where belongings and family are',
      fields: { place: OWN_POD },
    },
    'recover-awake': {
      reason: 'Back to the same pod: no lounge among strangers in a gown',
      fields: { place: OWN_POD },
    },
    'back-to-wheelchair': { reason: 'It waits in the pod', fields: { place: OWN_POD } },
    dress: { reason: 'In the pod: no walk in a gown to the changing rooms', fields: { place: OWN_POD } },
    refreshment: { reason: 'Brought to the pod', fields: { place: OWN_POD } },
    discharge: {
      reason: 'In the pod, in private; the nurse books the follow-up there, so nobody queues at reception again',
      fields: { place: OWN_POD, merges: ['book-out'] },
      without: ['escorts'],
    },
    'book-out': { reason: 'Done with the advice, in the pod', fields: {} },
  },
}
