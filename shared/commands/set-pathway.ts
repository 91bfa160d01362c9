import type { Key } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { Change } from '#shared/document/change'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Pathway } from '#shared/document/pathway'
import { done, type Edit, type FreshId, type Refused, refused } from './edit'
import { editedSteps, ownPathway, pathwayFollowed, type StepsOf } from './edited-steps'
import { type Fields, withFields } from './fields'

/** What a pathway is in every design: its name, what moves along it, and what it turns into (none: undefined). */
export type PathwayFields = Partial<Pick<Pathway, 'name' | 'flow'>> & Fields<Pathway, 'becomes'>

/** Sets what a pathway is, in the workshop and in the designs that have steps of their own for it. */
export function setPathway(document: WardDocument, { pathway: key, fields }: { readonly pathway: Key; readonly fields: PathwayFields }): Edit {
  const reference = ownPathway(document, { pathway: key })
  if (reference === undefined) return refused(message('refused.unknown', { id: key }))
  const { flow, becomes } = fields
  if (fields.name !== undefined && fields.name.trim() === '') return refused(message('refused.no-name'))
  if (flow === 'patient' && (reference.gateIn === undefined || reference.gateOut === undefined))
    return refused(message('refused.patient-gates', { pathway: reference.name }))
  if (becomes !== undefined) {
    const target = ownPathway(document, { pathway: becomes })
    if (target === undefined) return refused(message('refused.unknown', { id: becomes }))
    if (comesTo(document, becomes, key)) return refused(message('refused.becomes-itself', { name: reference.name, other: target.name }))
  }
  const set = { ...fields, ...(fields.name === undefined ? {} : { name: fields.name.trim() }) }
  const updated = everyForm(document, key, (pathway) => withFields<Pathway, never>(pathway, set))
  return 'status' in updated ? updated : done(message('edit.changed', { name: set.name ?? reference.name }), { updated })
}

export type Gates = Fields<Pathway, 'gateIn' | 'gateOut'>

/** Sets by which gates people and things come and go, today or in a design with its reason, which stands with its first or last step. */
export function setGates(document: WardDocument, of: StepsOf & { readonly gates: Gates }, freshId: FreshId): Edit {
  const pathway = pathwayFollowed(document, of)
  const about = 'gateOut' in of.gates ? pathway?.steps.at(-1) : pathway?.steps[0]
  return editedSteps({ ...of, ...(about === undefined ? {} : { reasonOf: about.key }) }, document, freshId, (_steps, whole) => {
    const to = withFields<Pathway, never>(whole, of.gates)
    const isClosed = to.flow === 'patient' && (to.gateIn === undefined || to.gateOut === undefined)
    return isClosed ? refused(message('refused.patient-gates', { pathway: to.name })) : to
  })
}

/** A pathway changed alike in the workshop and wherever a design has its own; refused where one of these is locked. */
export function everyForm(document: WardDocument, key: Key, change: (pathway: Pathway) => Pathway): Change['updated'] | Refused {
  const updated: [Pathway, Pathway][] = []
  for (const table of [document.workshop, ...Object.values(document.designs)]) {
    for (const pathway of recordsOf(table, 'pathway')) {
      if (pathway.key !== key) continue
      const design = pathway.design === undefined ? undefined : table[pathway.design]
      if (design?.kind === 'design' && design.locked) return refused(message('refused.locked', { design: design.name }))
      updated.push([pathway, change(pathway)])
    }
  }
  return updated
}

/** Whether what turns into something turns in the end into `to`. */
function comesTo(document: WardDocument, from: Key, to: Key): boolean {
  const seen = new Set<Key>()
  for (let key: Key | undefined = from; key !== undefined && !seen.has(key); key = ownPathway(document, { pathway: key })?.becomes) {
    if (key === to) return true
    seen.add(key)
  }
  return false
}
