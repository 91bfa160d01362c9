import type { Key } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { Change } from '#shared/document/change'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Pathway, Trait } from '#shared/document/pathway'
import { valueName } from '#shared/document/value-name'
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

/** A trait with one value more, of a name that somebody typed; its key is made of the name, and stays. */
export function withValue(trait: Trait, typed: string): Trait | Refused {
  const name = typed.trim()
  const refusal = valueNameRefusal(trait, name)
  if (refusal !== undefined) return refusal
  const key = freeKey(name, new Set(trait.values))
  return { ...trait, values: [...trait.values, key], names: { ...trait.names, [key]: name } }
}

/** The refusal to call a value so: no name at all, or one that another value has. `value`: the one that is called so, if it is there already. */
export function valueNameRefusal(trait: Trait, name: string, value?: Key): Refused | undefined {
  if (name === '') return refused(message('refused.no-name'))
  const isTaken = trait.values.some((each) => each !== value && valueName(trait, each).toLowerCase() === name.toLowerCase())
  return isTaken ? refused(message('refused.key-taken', { key: name })) : undefined
}
