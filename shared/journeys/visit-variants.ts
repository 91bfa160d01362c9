import type { Key } from '#shared/base/ids'
import { meanSeconds } from '#shared/document/mean-duration'
import type { Pathway, Step } from '#shared/document/pathway'
import type { Dress, Mobility } from '#shared/document/vocabulary'
import type { Stream } from './pathways-in-force'

/** A step as one kind of visit does it, or the wait before it. */
export type VisitStep = {
  readonly step: Step
  /** Its index in the pathway. */
  readonly index: number
  /** The wait at a waiting place that always comes before the step, not the step itself. */
  readonly isWait: boolean
  /** Steps that take turns here: of visits that differ in nothing but which of these they do, and how often of all they do it. */
  readonly turns: readonly { readonly step: Step; readonly index: number; readonly share: number }[]
  /** A second or later repetition, done where the first one was. */
  readonly again: boolean
  /** The patient on the way to it, and while it is done. */
  readonly dress: Dress
  readonly mobility: Mobility
}

/** All visits that walk alike: they do the same steps, or steps that differ in name, duration and value alone. */
export type VisitVariant = {
  readonly probability: number
  /** `trait/value` to the probability of this variant together with that value. */
  readonly traits: ReadonlyMap<string, number>
  readonly steps: readonly VisitStep[]
  /** The patient on the way out. */
  readonly dress: Dress
  readonly mobility: Mobility
}

/**
 * The kinds of visit of a pathway with their probabilities: traits are drawn once a visit, each by
 * itself, and steps that are `only for` some values are left out for others. Kinds that do the same
 * steps are one.
 */
export function visitVariants(pathway: Pathway, shares: Stream['traits']): readonly VisitVariant[] {
  const found = new Map<string, { probability: number; traits: Map<string, number>; active: readonly boolean[] }>()
  for (const { values, probability } of combinations(pathway, shares)) {
    const active = pathway.steps.map((step) => step.onlyFor.every(({ trait, values: wanted }) => wanted.includes(values.get(trait) ?? '')))
    const signature = active.map(Number).join('')
    let variant = found.get(signature)
    if (variant === undefined) {
      variant = { probability: 0, traits: new Map(), active }
      found.set(signature, variant)
    }
    variant.probability += probability
    for (const [trait, value] of values) {
      const name = `${trait}/${value}`
      variant.traits.set(name, (variant.traits.get(name) ?? 0) + probability)
    }
  }
  const alike = new Map<string, VisitVariant[]>()
  for (const signature of [...found.keys()].sort()) {
    const { probability, traits, active } = found.get(signature)!
    const variant = { probability, traits, ...stepsOf(pathway, active) }
    const way = wayOf(pathway, variant.steps)
    const same = alike.get(way)
    if (same === undefined) alike.set(way, [variant])
    else same.push(variant)
  }
  return [...alike.values()].map(together)
}

/** What of the steps decides where everybody walks: equal text, equal ways. */
function wayOf(pathway: Pathway, steps: readonly VisitStep[]): string {
  const positionOf = (key: Key) => steps.findIndex(({ step }) => step.key === key || step.merges.includes(key))
  const words = steps.map(({ step, again, isWait, dress, mobility }) => {
    const { place, lead, assisting, escorts, waits, items, turnaround, parallelWith, leaves } = step
    const where = 'step' in place ? (positionOf(place.step) < 0 ? place : positionOf(place.step)) : place
    const away = pathway.steps.some((other) => 'step' in other.place && other.place.step === step.key)
    const via = step.key
    return [
      where,
      lead,
      assisting,
      escorts,
      waits,
      items,
      turnaround?.role,
      parallelWith !== undefined,
      leaves,
      again,
      isWait,
      dress,
      mobility,
      away && via,
    ]
  })
  return JSON.stringify(words)
}

/** Several kinds of visit as one; at each step they take turns by their shares. */
function together(variants: readonly VisitVariant[]): VisitVariant {
  const [first] = variants as readonly [VisitVariant]
  if (variants.length === 1) return first
  const probability = variants.reduce((sum, variant) => sum + variant.probability, 0)
  const traits = new Map<string, number>()
  for (const variant of variants) for (const [name, share] of variant.traits) traits.set(name, (traits.get(name) ?? 0) + share)
  const steps = first.steps.map((visitStep, position): VisitStep => {
    const turns = new Map<number, VisitStep['turns'][number]>()
    for (const variant of variants) {
      const { step, index } = variant.steps[position]!
      turns.set(index, { step, index, share: (turns.get(index)?.share ?? 0) + variant.probability / probability })
    }
    return { ...visitStep, turns: [...turns.values()] }
  })
  return { ...first, probability, traits, steps }
}

function combinations(pathway: Pathway, shares: Stream['traits']): readonly { values: ReadonlyMap<Key, Key>; probability: number }[] {
  let all: { values: ReadonlyMap<Key, Key>; probability: number }[] = [{ values: new Map(), probability: 1 }]
  for (const trait of [...pathway.traits].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const stated = trait.values.map((value) => shares[trait.key]?.[value] ?? 0)
    const sum = stated.reduce((total, share) => total + share, 0)
    all = all.flatMap(({ values, probability }) =>
      trait.values.flatMap((value, index) => {
        const share = sum > 0 ? stated[index]! / sum : 1 / trait.values.length
        return share === 0 ? [] : [{ values: new Map([...values, [trait.key, value]]), probability: probability * share }]
      }),
    )
  }
  return all
}

function stepsOf(pathway: Pathway, active: readonly boolean[]): Pick<VisitVariant, 'steps' | 'dress' | 'mobility'> {
  let dress: Dress = 'dressed'
  let mobility: Mobility = 'walking'
  const steps = pathway.steps.flatMap((step, index) => {
    if (!active[index]) return []
    const turns = [{ step, index, share: 1 }]
    const doing = { step, index, turns, dress, mobility }
    const copies = Array.from({ length: step.repeat }, (_, copy): VisitStep => ({ ...doing, isWait: false, again: copy > 0 }))
    const isWaitedFor = step.parallelWith === undefined && step.waits !== undefined && step.waits.at !== 'inPlace' && step.waits.when === 'always'
    if (isWaitedFor) copies.unshift({ ...doing, isWait: true, again: false })
    // Beside a step that runs in parallel the patient is somewhere else: it cannot change them.
    if (step.parallelWith === undefined) {
      dress = step.leaves.dress ?? dress
      mobility = step.leaves.mobility ?? mobility
    }
    return copies
  })
  return { steps, dress, mobility }
}

/** The mean duration of a step, in minutes. */
export function meanMinutes({ duration }: Step): number {
  return meanSeconds(duration) / 60
}

/** How many people of a role a step takes, escorts included. */
export function peopleOf(step: Step, role: Key): number {
  const assisting = step.assisting.reduce((sum, assistant) => sum + (assistant.role === role ? assistant.people : 0), 0)
  const working = (step.lead === role ? 1 : 0) + assisting
  return working > 0 ? working : step.escorts.includes(role) ? 1 : 0
}

/** The roles that take part in a step, in the order of keys. */
export function rolesOf(step: Step): readonly Key[] {
  return [...new Set([...(step.lead === undefined ? [] : [step.lead]), ...step.assisting.map(({ role }) => role), ...step.escorts])].sort()
}
