import type { Key } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Place, Step } from '#shared/document/pathway'
import { type Edit, type FreshId, refused } from './edit'
import { editedSteps, ownPathway, pathwayFollowed, type StepsOf } from './edited-steps'
import { movedStepName } from './moved-step'
import { mergedStep, newStep, pointedAt, rangedDuration, withMean, withoutStep } from './step-list'

export type StepFields = {
  readonly name?: string
  readonly place?: Place
  /** Null: nobody leads it. */
  readonly lead?: Key | null
  /** The mean, in seconds; the spread is stretched with it. */
  readonly seconds?: number
  /** Instead: how long it takes at least, mostly and at most, in seconds, as a group says it. */
  readonly range?: StepRange
  readonly value?: Step['value']
}

export type StepRange = { readonly least: number; readonly usual: number; readonly most: number }

/** The longest a step may take: a year. Seconds. */
const LONGEST_S = 31_622_400

/** Takes a step away. One that adds value for the patient stays: it can be merged with another. */
export function removeStep(document: WardDocument, of: StepsOf & { readonly step: Key }, freshId: FreshId): Edit {
  return editedSteps(of, document, freshId, (steps, pathway) => {
    const step = steps.find(({ key }) => key === of.step)
    if (step === undefined) return refused(message('refused.unknown', { id: of.step }))
    if (step.value === 'addsValue') return refused(message('refused.value-lost', { step: step.name, pathway: pathway.name }))
    return withoutStep(steps, of.step)
  })
}

/** Makes two steps one. `into` keeps its key, name, place and lead, and takes as long as both did. */
export function mergeSteps(document: WardDocument, of: StepsOf & { readonly step: Key; readonly into: Key }, freshId: FreshId): Edit {
  return editedSteps({ ...of, reasonOf: of.into }, document, freshId, (steps) => {
    const [at, to] = [of.step, of.into].map((key) => steps.findIndex((step) => step.key === key))
    const [step, into] = [steps[at ?? -1], steps[to ?? -1]]
    if (at === undefined || to === undefined || step === undefined || into === undefined || step === into) {
      return refused(message('refused.unknown', { id: of.step }))
    }
    if (JSON.stringify(step.onlyFor) !== JSON.stringify(into.onlyFor) || step.repeat !== into.repeat) {
      return refused(message('refused.merge-patients', { step: step.name, into: into.name }))
    }
    const merged = mergedStep(into, step, at < to)
    const rest = steps.flatMap((each) => (each === step ? [] : [each === into ? merged : each]))
    return pointedAt(rest, step.key, into.key)
  })
}

/** Puts a step at another place of the order: 0 is the first. */
export function moveStep(document: WardDocument, of: StepsOf & { readonly step: Key; readonly to: number }, freshId: FreshId): Edit {
  return editedSteps(of, document, freshId, (steps) => {
    const step = steps.find(({ key }) => key === of.step)
    if (step === undefined) return refused(message('refused.unknown', { id: of.step }))
    const rest = steps.filter((each) => each !== step)
    const to = Math.min(Math.max(Math.round(of.to), 0), rest.length)
    return [...rest.slice(0, to), step, ...rest.slice(to)]
  })
}

/** Changes where a step is done, who leads it, how long it takes, what it is called or worth. */
export function setStep(document: WardDocument, of: StepsOf & { readonly step: Key; readonly fields: StepFields }, freshId: FreshId): Edit {
  const { seconds, range, lead, name, place, value } = of.fields
  if (name !== undefined && name.trim() === '') return refused(message('refused.no-name', {}))
  if (seconds !== undefined && !(seconds >= 0 && seconds <= LONGEST_S)) return refused(message('refused.wrong-minutes', {}))
  if (range !== undefined && !(range.least >= 0 && range.least <= range.usual && range.usual <= range.most && range.most <= LONGEST_S))
    return refused(message('refused.wrong-minutes', {}))
  const { steps: all = [] } = pathwayFollowed(document, of) ?? {}
  const before = all.find(({ key }) => key === of.step)
  const moved = before === undefined || place === undefined ? undefined : movedStepName(document, before, place, all)
  const changed = (steps: readonly Step[]) => {
    if (!steps.some(({ key }) => key === of.step)) return refused(message('refused.unknown', { id: of.step }))
    return steps.map((step) => {
      if (step.key !== of.step) return step
      const { lead: before, ...rest } = step
      const leads = lead === undefined ? before : (lead ?? undefined)
      return {
        ...rest,
        ...(leads === undefined ? {} : { lead: leads }),
        // Nobody helps the one who leads it already.
        assisting: step.assisting.filter(({ role }) => role !== leads),
        ...(name === undefined ? {} : { name: name.trim() }),
        ...(place === undefined ? {} : { place }),
        ...(value === undefined ? {} : { value }),
        ...(seconds === undefined ? {} : { duration: withMean(step.duration, seconds) }),
        ...(range === undefined ? {} : { duration: rangedDuration(range.least, range.usual, range.most) }),
      }
    })
  }
  return editedSteps(of, document, freshId, changed, moved)
}

export type NewStep = {
  readonly name: string
  readonly roomType: Key
  readonly lead?: Key | undefined
  /** Seconds. */
  readonly seconds: number
  /** At this place of the order; none: the last. */
  readonly at?: number
}

/** Puts in a step that is necessary, of a fixed length. Its key is made of its name and is never one that the reference has. */
export function addStep(document: WardDocument, of: StepsOf & { readonly step: NewStep }, freshId: FreshId): Edit {
  const name = of.step.name.trim()
  if (name === '') return refused(message('refused.no-name', {}))
  if (!(of.step.seconds >= 0 && of.step.seconds <= LONGEST_S)) return refused(message('refused.wrong-minutes', {}))
  const reference = recordsOf(document.workshop, 'pathway').find(({ key }) => key === of.pathway)
  const own = ownPathway(document, of)
  const taken = new Set([...(reference?.steps ?? []), ...(own?.steps ?? [])].flatMap(({ key, merges }) => [key, ...merges]))
  const key = freeKey(name, taken)
  return editedSteps({ ...of, reasonOf: key }, document, freshId, (steps) => {
    const { roomType, lead, seconds, at = steps.length } = of.step
    const step = newStep({ key, name, roomType, lead, seconds })
    const to = Math.min(Math.max(Math.round(at), 0), steps.length)
    return [...steps.slice(0, to), step, ...steps.slice(to)]
  })
}

/** A key made of a name: letters, digits and dashes; a number follows where it is taken. */
export function freeKey(name: string, taken: ReadonlySet<Key>): Key {
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 32)
    .replace(/-+$/, '')
  const stem = plain === '' ? 'new' : plain
  let key = stem
  for (let count = 2; taken.has(key); count++) key = `${stem}-${count}`
  return key
}
