import type { Key } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import type { Pathway, Trait } from '#shared/document/pathway'
import { done, type Edit, refused } from './edit'
import { ownPathway } from './edited-steps'
import { everyForm } from './set-pathway'
import { evenShares } from './set-volume'
import { tooManyKinds, withShares, withValue } from './trait-shares'
import { inUse, stepsThat } from './uses'
import { freeKey } from './variant-steps'

export type TraitOf = { readonly pathway: Key; readonly trait: Key }

/** Adds something in which those who come differ, with what it may be: as many of each, until the day says otherwise. */
export function addTrait(document: WardDocument, given: { readonly pathway: Key; readonly name: string; readonly values: readonly string[] }): Edit {
  const reference = ownPathway(document, given)
  const name = given.name.trim()
  if (reference === undefined) return refused(message('refused.unknown', { id: given.pathway }))
  if (name === '') return refused(message('refused.no-name'))
  const key = freeKey(name, new Set(reference.traits.map((trait) => trait.key)))
  let trait: Trait = { key, name, values: [] }
  for (const each of given.values) {
    const more = withValue(trait, each)
    if ('status' in more) return more
    trait = more
  }
  const forms =
    tooManyKinds([...reference.traits, trait]) ??
    everyForm(document, given.pathway, (pathway) => ({ ...pathway, traits: [...pathway.traits, trait] }))
  if ('status' in forms) return forms
  const days = withShares(document, given.pathway, (shares) => ({ ...shares, [key]: evenShares(trait.values) }))
  return done(message('edit.added-trait', { name, pathway: reference.name }), { updated: [...forms, ...days] })
}

/** Calls something in which those who come differ by another name. */
export function renameTrait(document: WardDocument, of: TraitOf & { readonly name: string }): Edit {
  const before = ownPathway(document, of)?.traits.find(({ key }) => key === of.trait)
  const name = of.name.trim()
  if (before === undefined) return refused(message('refused.unknown', { id: of.trait }))
  if (name === '') return refused(message('refused.no-name'))
  const forms = everyForm(document, of.pathway, (pathway) => withTrait(pathway, of.trait, (trait) => ({ ...trait, name })))
  return 'status' in forms ? forms : done(message('edit.changed', { name }), { updated: forms })
}

/** Takes away something in which those who come differ, with its shares of every day; refused while a step is only for some of them. */
export function removeTrait(document: WardDocument, of: TraitOf): Edit {
  const before = ownPathway(document, of)?.traits.find(({ key }) => key === of.trait)
  if (before === undefined) return refused(message('refused.unknown', { id: of.trait }))
  const users = stepsThat(document, ({ onlyFor }) => onlyFor.some(({ trait }) => trait === of.trait), of.pathway)
  if (users.length > 0) return inUse(before.name, users)
  const forms = everyForm(document, of.pathway, (pathway) => ({ ...pathway, traits: pathway.traits.filter(({ key }) => key !== of.trait) }))
  if ('status' in forms) return forms
  const days = withShares(document, of.pathway, ({ [of.trait]: _gone, ...shares }) => shares)
  return done(message('edit.removed', { names: [before.name] }), { updated: [...forms, ...days] })
}

/** A pathway with one of its traits changed. */
export function withTrait(pathway: Pathway, key: Key, change: (trait: Trait) => Trait): Pathway {
  return { ...pathway, traits: pathway.traits.map((trait) => (trait.key === key ? change(trait) : trait)) }
}
