import type { Key } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import type { Step, Trait } from '#shared/document/pathway'
import { valueName } from '#shared/document/value-name'
import { done, type Edit, refused } from './edit'
import { ownPathway } from './edited-steps'
import { everyForm } from './set-pathway'
import { type TraitOf, withTrait } from './set-traits'
import { evenShares } from './set-volume'
import { tooManyKinds, valueNameRefusal, withShares, withValue } from './trait-shares'
import { inUse, stepsThat } from './uses'

/** Adds something that those who come may be; nobody is, until the day says how many. */
export function addTraitValue(document: WardDocument, of: TraitOf & { readonly name: string }): Edit {
  const trait = traitOf(document, of)
  if (trait === undefined) return refused(message('refused.unknown', { id: of.trait }))
  const more = withValue(trait, of.name)
  if ('status' in more) return more
  const value = more.values.at(-1) ?? ''
  const traits = (ownPathway(document, of)?.traits ?? []).map((each) => (each === trait ? more : each))
  const forms =
    tooManyKinds(traits) ??
    everyForm(document, of.pathway, (pathway) =>
      withTrait(pathway, of.trait, (each) => ({ ...each, values: [...each.values, value], names: { ...each.names, ...more.names } })),
    )
  if ('status' in forms) return forms
  const days = withShares(document, of.pathway, (shares) => ({ ...shares, [of.trait]: { ...shares[of.trait], [value]: 0 } }))
  return done(message('edit.changed', { name: trait.name }), { updated: [...forms, ...days] })
}

/** Calls something that those who come may be otherwise: any text, for it is known by its key. */
export function renameTraitValue(document: WardDocument, of: TraitOf & { readonly value: Key; readonly name: string }): Edit {
  const trait = traitOf(document, of)
  if (trait?.values.includes(of.value) !== true) return refused(message('refused.unknown', { id: of.value }))
  const name = of.name.trim()
  const refusal = valueNameRefusal(trait, name, of.value)
  if (refusal !== undefined) return refusal
  const forms = everyForm(document, of.pathway, (pathway) =>
    withTrait(pathway, of.trait, (each) => ({ ...each, names: { ...each.names, [of.value]: name } })),
  )
  return 'status' in forms ? forms : done(message('edit.changed', { name: trait.name }), { updated: forms })
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
  if (users.length > 0) return inUse(valueName(trait, of.value), users)
  const others = (values: readonly Key[]) => values.filter((each) => each !== of.value)
  const left = others(trait.values)
  const forms = everyForm(document, of.pathway, (pathway) => {
    const narrowed = withOnlyFor(pathway.steps, of.trait, others)
    const isEverybody = ({ trait: key, values }: Step['onlyFor'][number]) => key === of.trait && left.every((value) => values.includes(value))
    return {
      ...withTrait(pathway, of.trait, (each) => withoutName({ ...each, values: others(each.values) }, of.value)),
      steps: narrowed.map((step) => ({ ...step, onlyFor: step.onlyFor.filter((each) => !isEverybody(each)) })),
    }
  })
  if ('status' in forms) return forms
  const days = withShares(document, of.pathway, (shares) => ({ ...shares, [of.trait]: sharedOut(shares[of.trait] ?? {}, left) }))
  return done(message('edit.changed', { name: trait.name }), { updated: [...forms, ...days] })
}

function withoutName({ names, ...trait }: Trait, value: Key): Trait {
  const { [value]: _gone, ...others } = names ?? {}
  return Object.keys(others).length === 0 ? trait : { ...trait, names: others }
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
