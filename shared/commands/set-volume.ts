import type { Key } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { Change } from '#shared/document/change'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Pathway } from '#shared/document/pathway'
import { done, type Edit, type Refused, refused } from './edit'
import { hasVolume } from './hanging'

/** More visits, or trips, a day than anybody has. */
export const MOST_A_DAY = 100_000

/** Gives a pathway so many a day of its own, on every day that the workshop has; its patients are spread evenly over what they differ in. */
export function giveVolume(document: WardDocument, { pathway: key, perDay }: { readonly pathway: Key; readonly perDay: number }): Edit {
  const pathway = recordsOf(document.workshop, 'pathway').find((each) => each.key === key)
  if (pathway === undefined || hasVolume(document, key)) return refused(message('refused.unknown', { id: key }))
  const host = hostOf(document, key)
  if (host !== undefined) return refused(message('refused.hangs', { name: pathway.name, host: host.name }))
  const updated = withNewVolume(document, pathway, perDay)
  return 'status' in updated ? updated : done(message('edit.gave-volume', { name: pathway.name, perDay }), { updated })
}

/** Takes from a pathway what comes of it a day, on every day that the workshop has: nobody walks it, or it hangs on steps of another. */
export function takeVolume(document: WardDocument, { pathway: key }: { readonly pathway: Key }): Edit {
  const pathway = recordsOf(document.workshop, 'pathway').find((each) => each.key === key)
  if (pathway === undefined || !hasVolume(document, key)) return refused(message('refused.unknown', { id: key }))
  return done(message('edit.took-volume', { name: pathway.name }), { updated: withoutVolume(document, key) })
}

/** The scenarios with so many a day of a pathway that had none. */
export function withNewVolume(document: WardDocument, { key, traits }: Pathway, perDay: number): Change['updated'] | Refused {
  if (!(perDay >= 0 && perDay <= MOST_A_DAY)) return refused(message('refused.wrong-number', { least: 0, most: MOST_A_DAY }))
  const shares = Object.fromEntries(traits.map((trait) => [trait.key, evenShares(trait.values)]))
  return recordsOf(document.workshop, 'scenario').map((scenario) => [
    scenario,
    { ...scenario, volumes: [...scenario.volumes, { pathway: key, perDay, traits: shares }] },
  ])
}

/** The scenarios that have a pathway, without it. */
export function withoutVolume(document: WardDocument, key: Key): Change['updated'] {
  return recordsOf(document.workshop, 'scenario')
    .filter(({ volumes }) => volumes.some(({ pathway }) => pathway === key))
    .map((scenario) => [scenario, { ...scenario, volumes: scenario.volumes.filter(({ pathway }) => pathway !== key) }])
}

/** The same share for each value, one in all. */
export function evenShares(values: readonly Key[]): Record<Key, number> {
  return Object.fromEntries(values.map((value) => [value, 1 / values.length]))
}

/** The first pathway on a step of which one hangs, in the workshop or a design. */
function hostOf(document: WardDocument, key: Key): Pathway | undefined {
  const all = [document.workshop, ...Object.values(document.designs)].flatMap((table) => recordsOf(table, 'pathway'))
  return all.find(({ steps }) => steps.some(({ items }) => items.some(({ pathway }) => pathway === key)))
}
