import type { Key } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { Change } from '#shared/document/change'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Pathway } from '#shared/document/pathway'
import type { Scenario } from '#shared/document/workshop'
import { type Refused, refused } from './edit'
import { freeKey } from './variant-steps'

type Shares = Scenario['volumes'][number]['traits']

/** Measures go through every kind of visit there can be: more than this many would keep them waiting. */
const MOST_KINDS = 1000

/** The scenarios in which a pathway has a volume, with other shares of what differs. */
export function withShares(document: WardDocument, pathway: Key, change: (shares: Shares) => Shares): Change['updated'] {
  return recordsOf(document.workshop, 'scenario')
    .filter(({ volumes }) => volumes.some((volume) => volume.pathway === pathway))
    .map((scenario) => [
      scenario,
      {
        ...scenario,
        volumes: scenario.volumes.map((volume) => (volume.pathway === pathway ? { ...volume, traits: change(volume.traits) } : volume)),
      },
    ])
}

/** The refusal of more that differs than can be gone through. */
export function tooManyKinds(traits: Pathway['traits']): Refused | undefined {
  const kinds = traits.reduce((product, { values }) => product * values.length, 1)
  return kinds > MOST_KINDS ? refused(message('refused.too-many-kinds', { kinds, most: MOST_KINDS })) : undefined
}

/** What a value typed by somebody is known by: values have no other name, so it reads as it was typed, in small letters. */
export function valueKey(typed: string, taken: readonly Key[]): Key | Refused {
  const name = typed.trim()
  if (name === '') return refused(message('refused.no-name'))
  if (!/^\p{L}/u.test(name)) return refused(message('refused.value-letter', { value: name }))
  const key = freeKey(name, new Set())
  return taken.includes(key) ? refused(message('refused.key-taken', { key: name })) : key
}
