import type { Id, Key } from '#shared/base/ids'
import { type Message, message, type Name } from '#shared/base/message'
import type { RecordTable, WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { done, type Edit, type Refused, refused } from './edit'
import { pathwayFollowed } from './edited-steps'
import { editableDesign, nameOf } from './target'

/** The most rooms and openings that one leg is sent past. */
export const MOST_VIA = 12

/** A leg of a pathway in one design: the one that leads to `step`, or, without, to the pathway's end. */
export type ForcedLeg = { readonly design: Id; readonly pathway: Key; readonly step?: Key | undefined }

/** Sends a leg past rooms and openings of its design, each once, in this order; past none: the shortest way again. */
export function setVia(document: WardDocument, { through, ...leg }: ForcedLeg & { readonly through: readonly Id[] }): Edit {
  const target = editableDesign(document, leg.design)
  if (target.status === 'refused') return target
  const { design, table } = target
  const pathway = pathwayFollowed(document, leg)
  if (pathway === undefined) return refused(message('refused.unknown', { id: leg.pathway }))
  const step = pathway.steps.find(({ key }) => key === leg.step)
  if (leg.step !== undefined && step === undefined) return refused(message('refused.unknown', { id: leg.step }))
  const wrong = wrongVia(through, table, document.workshop)
  if (wrong !== undefined) return wrong
  const others = design.via.filter((each) => each.pathway !== leg.pathway || each.step !== leg.step)
  const row: Design['via'][number] = { pathway: leg.pathway, ...(leg.step === undefined ? {} : { step: leg.step }), through: [...through] }
  const via = through.length === 0 ? others : [...others, row].sort((a, b) => (legKey(a) < legKey(b) ? -1 : 1))
  const isSame = through.length === 0 && others.length === design.via.length
  const name = nameOfEdit(
    { to: step?.name ?? pathway.name, design: design.name },
    step === undefined,
    through.map((id) => nameOfId(id, table, document.workshop)),
  )
  return done(name, isSame ? {} : { updated: [[design, { ...design, via }]] })
}

function wrongVia(through: readonly Id[], table: RecordTable, workshop: RecordTable): Refused | undefined {
  if (through.length > MOST_VIA) return refused(message('refused.too-many-via', { most: MOST_VIA }))
  for (const [at, id] of through.entries()) {
    const record = table[id]
    if (record === undefined) return refused(message('refused.unknown', { id }))
    const isWay = record.kind === 'room' || (record.kind === 'opening' && (record.opening === 'door' || record.opening === 'archway'))
    if (!isWay) return refused(message('refused.no-way-through', { name: nameOfId(id, table, workshop) }))
    if (through.indexOf(id) !== at) return refused(message('refused.via-twice', { name: nameOfId(id, table, workshop) }))
  }
  return undefined
}

function nameOfEdit(values: { readonly to: string; readonly design: string }, isEnd: boolean, through: readonly Name[]): Message {
  if (through.length === 0) return message(isEnd ? 'edit.no-via-end' : 'edit.no-via', values)
  return message(isEnd ? 'edit.via-end' : 'edit.via', { ...values, through })
}

function nameOfId(id: Id, table: RecordTable, workshop: RecordTable): Name {
  const record = table[id]
  return record === undefined ? id : nameOf(record, table, workshop)
}

function legKey({ pathway, step }: Design['via'][number]): string {
  return `${pathway}/${step ?? ''}`
}
