import type { Key } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Pathway } from '#shared/document/pathway'
import { done, type Edit, type FreshId, refused } from './edit'
import { isOnFoot } from './hanging'
import { putRecord } from './put-record'
import { withNewVolume } from './set-volume'
import { newStep } from './step-list'
import { freeKey } from './variant-steps'

export type NewPathway = {
  readonly name: string
  readonly flow: Pathway['flow']
  readonly gateIn?: Key | undefined
  readonly gateOut?: Key | undefined
  /** Where its first step is done: of supplies, where they are kept or where they go. */
  readonly step: { readonly name: string; readonly roomType: Key }
  /** Visits, or trips, a day; none: it is to hang on steps of others. */
  readonly perDay?: number | undefined
}

/** A first step of people lasts so long; putting something down takes no time worth a word. Seconds. */
const FIRST_STEP_S = 300

/** Adds a pathway to the workshop, with one step to begin with. Its key is made of its name. */
export function addPathway(document: WardDocument, given: NewPathway, freshId: FreshId): Edit {
  const { flow, gateIn, gateOut, perDay } = given
  const name = given.name.trim()
  const first = given.step.name.trim()
  if (name === '' || first === '') return refused(message('refused.no-name'))
  if (flow === 'patient' && (gateIn === undefined || gateOut === undefined)) return refused(message('refused.patient-gates', { pathway: name }))
  if (!recordsOf(document.workshop, 'roomType').some(({ key }) => key === given.step.roomType))
    return refused(message('refused.unknown', { id: given.step.roomType }))
  const taken = new Set(recordsOf(document.workshop, 'pathway').map((pathway) => pathway.key))
  const pathway: Pathway = {
    id: freshId('pathway'),
    kind: 'pathway',
    key: freeKey(name, taken),
    name,
    flow,
    ...(gateIn === undefined ? {} : { gateIn }),
    ...(gateOut === undefined ? {} : { gateOut }),
    traits: [],
    steps: [newStep({ key: freeKey(first, new Set()), name: first, roomType: given.step.roomType, seconds: isOnFoot(flow) ? FIRST_STEP_S : 0 })],
    reasons: {},
  }
  const put = putRecord(document, pathway)
  if (put.status === 'refused') return put
  if (perDay === undefined) return done(message('edit.added-pathway', { name }), { added: [pathway] })
  const volumes = withNewVolume(document, pathway, perDay)
  return 'status' in volumes ? volumes : done(message('edit.added-pathway', { name }), { added: [pathway], updated: volumes })
}
