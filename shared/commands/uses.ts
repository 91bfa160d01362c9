import type { Key } from '#shared/base/ids'
import { message, type Name } from '#shared/base/message'
import { designsOf, recordsOf, type WardDocument } from '#shared/document/document'
import type { Place, Step } from '#shared/document/pathway'
import { type Refused, refused } from './edit'

/** As many are named of those that need something. */
const NAMED = 3

/** The refusal to take something away that others need, by their names. */
export function inUse(name: Name, users: readonly string[]): Refused {
  const all = [...new Set(users)]
  const named = all.slice(0, NAMED)
  if (all.length === named.length) return refused(message('refused.in-use', { name, users: named }))
  return refused(message('refused.in-use-by-many', { name, users: named, more: all.length - named.length }))
}

/**
 * The steps that do something, each by its name and whose it is: those of the workshop's pathways, and those that only a design's own
 * have so. `of`: only of this pathway.
 */
export function stepsThat(document: WardDocument, does: (step: Step) => boolean, of?: Key): readonly string[] {
  const known = new Set<string>()
  const tables = [document.workshop, ...designsOf(document).map(({ id }) => document.designs[id] ?? {})]
  return tables.flatMap((table) =>
    recordsOf(table, 'pathway').flatMap(({ key, name, design, steps }) => {
      if (of !== undefined && key !== of) return []
      const owner = design === undefined ? undefined : table[design]
      const found = steps.filter((step) => does(step) && !known.has(`${key}/${step.key}`))
      for (const step of found) known.add(`${key}/${step.key}`)
      return found.map((step) => `${step.name} (${owner?.kind === 'design' ? owner.name : name})`)
    }),
  )
}

/** What needs a role: the steps that it takes part in, carries for or makes ready. */
export function usesOfRole(document: WardDocument, role: Key): readonly string[] {
  return stepsThat(
    document,
    ({ lead, assisting, escorts, items, turnaround }) =>
      lead === role ||
      assisting.some((each) => each.role === role) ||
      escorts.includes(role) ||
      items.some(({ carrier }) => carrier === role) ||
      turnaround?.role === role,
  )
}

/** What needs a type of room: rooms that are drawn, rows of the brief, steps, roles based there, and types that stand for it. */
export function usesOfRoomType(document: WardDocument, type: Key): readonly string[] {
  const { workshop } = document
  const isThere = (place: Place | undefined) => place !== undefined && 'roomType' in place && place.roomType === type
  const drawn = designsOf(document).filter(({ id }) => recordsOf(document.designs[id] ?? {}, 'room').some(({ roomType }) => roomType === type))
  const steps = stepsThat(document, ({ place, waits }) => isThere(place) || (waits !== undefined && waits.at !== 'inPlace' && isThere(waits.at)))
  return [
    ...drawn.map(({ name }) => name),
    ...steps,
    ...recordsOf(workshop, 'role').flatMap(({ name, base }) => (isThere(base) ? [name] : [])),
    ...recordsOf(workshop, 'roomType').flatMap(({ name, servesAs }) => (servesAs.includes(type) ? [name] : [])),
  ]
}
