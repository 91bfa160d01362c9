import type { Key } from '#shared/base/ids'
import { keyText } from '#shared/base/key-text'
import { message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import type { Pathway, Step } from '#shared/document/pathway'
import { done, type Edit, refused } from './edit'
import { ownPathway } from './edited-steps'
import { everyForm } from './set-pathway'
import { type TraitOf, withTrait } from './set-traits'
import { evenShares } from './set-volume'
import { tooManyKinds, valueKey, withShares } from './trait-shares'
import { inUse, stepsThat } from './uses'

type Trait = Pathway['traits'][number]

/** Adds something that those who come may be; nobody is, until the day says how many. */
export function addTraitValue(document: WardDocument, of: TraitOf & { readonly name: string }): Edit {
  const trait = traitOf(document, of)
  if (trait === undefined) return refused(message('refused.unknown', { id: of.trait }))
  const value = valueKey(of.name, trait.values)
  if (typeof value !== 'string') return value
  const more = (each: Trait) => ({ ...each, values: [...each.values, value] })
  const traits = (ownPathway(document, of)?.traits ?? []).map((each) => (each === trait ? more(each) : each))
  const forms = tooManyKinds(traits) ?? everyForm(document, of.pathway, (pathway) => withTrait(pathway, of.trait, more))
  if ('status' in forms) return forms
  const days = withShares(document, of.pathway, (shares) => ({ ...shares, [of.trait]: { ...shares[of.trait], [value]: 0 } }))
  return done(message('edit.changed', { name: trait.name }), { updated: [...forms, ...days] })
}

/** Calls something that those who come may be otherwise, wherever it is asked for. */
export function renameTraitValue(document: WardDocument, of: TraitOf & { readonly value: Key; readonly name: string }): Edit {
  const trait = traitOf(document, of)
  if (trait?.values.includes(of.value) !== true) return refused(message('refused.unknown', { id: of.value }))
  const to = valueKey(
    of.name,
    trait.values.filter((each) => each !== of.value),
  )
  if (typeof to !== 'string') return to
  const renamed = (values: readonly Key[]) => values.map((each) => (each === of.value ? to : each))
  const forms = everyForm(document, of.pathway, (pathway) => ({
    ...withTrait(pathway, of.trait, (each) => ({ ...each, values: renamed(each.values) })),
    steps: withOnlyFor(pathway.steps, of.trait, renamed),
  }))
  if ('status' in forms) return forms
  const days = withShares(document, of.pathway, (shares) => ({
    ...shares,
    [of.trait]: Object.fromEntries(Object.entries(shares[of.trait] ?? {}).map(([value, share]) => [value === of.value ? to : value, share])),
  }))
  return done(message('edit.changed', { name: trait.name }), { updated: [...forms, ...days] })
}

/**
 * Takes away something that those who come may be: the others share what it had, in proportion. Refused while a step is for nobody
 * else, and of the last one.
 */
export function removeTraitValue(document: WardDocument, of: TraitOf & { readonly value: Key }): Edit {
  const trait = traitOf(document, of)
  if (trait?.values.includes(of.value) !== true) return refused(message('refused.unknown', { id: of.value }))
  if (trait.values.length === 1) return refused(message('refused.last-value', { trait: trait.name }))
  const isFor = ({ onlyFor }: Step) => onlyFor.some(({ trait: key, values }) => key === of.trait && values.every((value) => value === of.value))
  const users = stepsThat(document, isFor, of.pathway)
  if (users.length > 0) return inUse(keyText(of.value), users)
  const others = (values: readonly Key[]) => values.filter((each) => each !== of.value)
  const left = others(trait.values)
  const forms = everyForm(document, of.pathway, (pathway) => {
    const narrowed = withOnlyFor(pathway.steps, of.trait, others)
    const isEverybody = ({ trait: key, values }: Step['onlyFor'][number]) => key === of.trait && left.every((value) => values.includes(value))
    return {
      ...withTrait(pathway, of.trait, (each) => ({ ...each, values: others(each.values) })),
      steps: narrowed.map((step) => ({ ...step, onlyFor: step.onlyFor.filter((each) => !isEverybody(each)) })),
    }
  })
  if ('status' in forms) return forms
  const days = withShares(document, of.pathway, (shares) => ({ ...shares, [of.trait]: sharedOut(shares[of.trait] ?? {}, left) }))
  return done(message('edit.changed', { name: trait.name }), { updated: [...forms, ...days] })
}

function traitOf(document: WardDocument, of: TraitOf): Trait | undefined {
  return ownPathway(document, { pathway: of.pathway })?.traits.find(({ key }) => key === of.trait)
}

function withOnlyFor(steps: readonly Step[], trait: Key, change: (values: readonly Key[]) => Key[]): Step[] {
  return steps.map((step) =>
    step.onlyFor.some((each) => each.trait === trait)
      ? { ...step, onlyFor: step.onlyFor.map((each) => (each.trait === trait ? { ...each, values: change(each.values) } : each)) }
      : step,
  )
}

/** The shares of those who are left, which add up to all again. */
function sharedOut(shares: Readonly<Record<Key, number>>, left: readonly Key[]): Record<Key, number> {
  const sum = left.reduce((total, value) => total + (shares[value] ?? 0), 0)
  if (sum === 0) return evenShares(left)
  return Object.fromEntries(left.map((value) => [value, (shares[value] ?? 0) / sum]))
}
