import type { Key } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Pathway, Step } from '#shared/document/pathway'
import { type Refused, refused } from './edit'
import type { Fields } from './fields'
import { hangingRefusal } from './hanging'

/** What a step says beyond its place, lead, minutes and worth. Undefined: nothing is said, and what is usual holds. */
export type StepFacts = Fields<Step, 'waits' | 'priority' | 'whenFull' | 'turnaround' | 'parallelWith'> &
  Partial<Pick<Step, 'assisting' | 'escorts' | 'leaves' | 'items' | 'onlyFor' | 'repeat'>>

type Asked = {
  /** As it would be. */
  readonly pathway: Pathway
  readonly before: Step
  readonly step: Step
  readonly facts: StepFacts
}

/**
 * Why a step cannot be given these facts: what they name is not there, or they contradict each other. What it named before is not
 * looked at: of several faults of a file one can be mended after the other.
 */
export function stepFactsRefusal(document: WardDocument, { pathway, before, step, facts }: Asked): Refused | undefined {
  return (
    peopleRefusal(document, step, facts) ??
    namesRefusal(document, before, facts) ??
    patientsRefusal(pathway, before, step, facts) ??
    hangingRefusal(
      document,
      pathway,
      step,
      without(facts.items, before.items, ({ pathway: key }) => key),
    )
  )
}

/** Nobody takes part in one way twice, nor helps whom they are. */
function peopleRefusal(document: WardDocument, step: Step, { assisting = [], escorts = [] }: StepFacts): Refused | undefined {
  const nameOf = (key: Key) => recordsOf(document.workshop, 'role').find((role) => role.key === key)?.name ?? key
  const helping = assisting.map(({ role }) => role)
  for (const named of [helping, escorts]) {
    const twice = named.find((role, index) => named.indexOf(role) !== index)
    if (twice !== undefined) return refused(message('refused.role-twice', { step: step.name, role: nameOf(twice) }))
  }
  if (step.lead === undefined || !helping.includes(step.lead)) return undefined
  return refused(message('refused.helps-oneself', { step: step.name, role: nameOf(step.lead) }))
}

/** The roles and types that are named are those of the workshop. */
function namesRefusal({ workshop }: WardDocument, before: Step, { assisting, escorts, items, turnaround, waits }: StepFacts): Refused | undefined {
  const roles = [
    ...without(assisting, before.assisting, ({ role }) => role).map(({ role }) => role),
    ...without(escorts, before.escorts, (role) => role),
    ...without(items, before.items, ({ carrier }) => carrier).map(({ carrier }) => carrier),
    ...(turnaround?.role === undefined || turnaround.role === before.turnaround?.role ? [] : [turnaround.role]),
  ]
  const place = waits === undefined || waits.at === 'inPlace' ? undefined : waits.at
  const named = [
    ...roles.map((key) => ({ kind: 'role', key }) as const),
    ...(place === undefined ? [] : [{ kind: 'roomType', key: place.roomType } as const]),
    ...(place?.fixtureType === undefined ? [] : [{ kind: 'fixtureType', key: place.fixtureType } as const]),
  ]
  const unknown = named.find(({ kind, key }) => !recordsOf(workshop, kind).some((record) => record.key === key))
  return unknown === undefined ? undefined : refused(message('refused.unknown', { id: unknown.key }))
}

/** The patients whom it is for are some that there are, and what it runs beside is another step. */
function patientsRefusal(pathway: Pathway, before: Step, step: Step, { onlyFor, parallelWith }: StepFacts): Refused | undefined {
  for (const { trait: key, values } of without(onlyFor, before.onlyFor, (each) => JSON.stringify(each))) {
    const trait = pathway.traits.find((each) => each.key === key)
    if (trait === undefined) return refused(message('refused.unknown', { id: key }))
    if (values.length === 0) return refused(message('refused.for-nobody', { step: step.name, trait: trait.name }))
    const strange = values.find((value) => !trait.values.includes(value))
    if (strange !== undefined) return refused(message('refused.unknown', { id: strange }))
  }
  if (parallelWith === undefined || pathway.steps.some(({ key }) => key === parallelWith && key !== step.key)) return undefined
  return refused(message('refused.unknown', { id: parallelWith }))
}

/** Of a list that is given, what was not in the one before. */
function without<T>(now: readonly T[] | undefined, before: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const known = new Set(before.map(keyOf))
  return (now ?? []).filter((item) => !known.has(keyOf(item)))
}
