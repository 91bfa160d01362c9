import type { Key } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { ItemLine, Pathway, Step } from '#shared/document/pathway'
import { type Refused, refused } from './edit'

/** Why things that a step is to need or leave cannot hang there: one is no pathway, has a volume of its own, or would hang on itself in the end. */
export function hangingRefusal(document: WardDocument, pathway: Pathway, step: Step, items: readonly ItemLine[]): Refused | undefined {
  const inForce = new Map(recordsOf(document.workshop, 'pathway').map((each) => [each.key, each] as const))
  if (pathway.design !== undefined) for (const own of recordsOf(document.designs[pathway.design] ?? {}, 'pathway')) inForce.set(own.key, own)
  inForce.set(pathway.key, pathway)
  for (const { pathway: key } of items) {
    const hung = inForce.get(key)
    if (hung === undefined) return refused(message('refused.unknown', { id: key }))
    if (hasVolume(document, key)) return refused(message('refused.has-volume', { name: hung.name, step: step.name }))
    if (reaches(inForce, key, pathway.key))
      return refused(message('refused.hangs-on-itself', { name: hung.name, step: step.name, pathway: pathway.name }))
  }
  return undefined
}

/** Whether so many a day come by themselves, on whichever day of the workshop. */
export function hasVolume(document: WardDocument, pathway: Key): boolean {
  return recordsOf(document.workshop, 'scenario').some(({ volumes }) => volumes.some((volume) => volume.pathway === pathway))
}

/** Whether what hangs on `from`, and on what hangs there, comes to `to`. */
function reaches(pathways: ReadonlyMap<Key, Pathway>, from: Key, to: Key): boolean {
  const seen = new Set<Key>()
  const open = [from]
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (key === to) return true
    if (seen.has(key)) continue
    seen.add(key)
    for (const { items } of pathways.get(key)?.steps ?? []) open.push(...items.map((item) => item.pathway))
  }
  return false
}

/** What somebody begins with who has a step bring or leave something: what is on no line of it yet, by who leads it, by hand. */
export function firstItemLine(document: WardDocument, pathway: Pathway, step: Step): ItemLine | undefined {
  const carrier = step.lead ?? step.assisting[0]?.role ?? recordsOf(document.workshop, 'role')[0]?.key
  const free = carriedBy(document, pathway).filter(({ key }) => !hasVolume(document, key))
  const chosen = free.find(({ key }) => !step.items.some((line) => line.pathway === key)) ?? free[0]
  if (carrier === undefined || chosen === undefined) return undefined
  const isLeft = chosen.flow === 'used' || chosen.flow === 'waste'
  return { pathway: chosen.key, direction: isLeft ? 'left' : 'needed', carrier, usesPerTrip: 1, by: 'hand' }
}

/** The workshop's pathways that somebody could carry things of to a step of another: those of people are not. */
export function carriedBy(document: WardDocument, other: Pathway): readonly Pathway[] {
  return recordsOf(document.workshop, 'pathway').filter(({ key, flow }) => key !== other.key && !isOnFoot(flow))
}

/** Whether those who go along a pathway walk it themselves, as things do not. */
export function isOnFoot(flow: Pathway['flow']): boolean {
  return flow === 'patient' || flow === 'family' || flow === 'staff'
}
