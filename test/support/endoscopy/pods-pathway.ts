import type { Id } from '#shared/base/ids'
import type { FreshId } from '#shared/commands/edit'
import type { Script } from '../script'
import { ENDOSCOPY_VISIT, type StepInput } from './pathways'
import { put } from './tables'

const OWN_POD = { step: 'admission' }

/** What the pods change about a step, and why; undefined fields leave the reference as it is. */
type StepChange = { readonly reason: string; readonly fields: Partial<StepInput>; readonly without?: readonly (keyof StepInput)[] }

const CHANGES: Readonly<Record<string, StepChange>> = {
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
}

/** The visit as the pods make it: one private place for all but the procedure, each change with its reason. */
export function putPodsPathway(script: Script, design: Id, freshId: FreshId): void {
  const steps = ENDOSCOPY_VISIT.steps.filter(({ key }) => key !== 'book-out').map(changedStep)
  const reasons = Object.fromEntries(Object.entries(CHANGES).map(([key, { reason }]) => [key, reason]))
  put(script, { ...ENDOSCOPY_VISIT, id: freshId('pathway'), kind: 'pathway', design, steps, reasons })
}

function changedStep(step: StepInput): StepInput {
  const change = CHANGES[step.key]
  if (change === undefined) return step
  const kept = Object.entries(step).filter(([field]) => !change.without?.includes(field as keyof StepInput))
  return { ...(Object.fromEntries(kept) as StepInput), ...change.fields }
}
