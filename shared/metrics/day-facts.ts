import type { Step } from '#shared/document/pathway'
import { placeOfStep } from '#shared/document/place-of-step'
import { placeTypeKey } from '#shared/document/place-type'
import type { Model } from '#shared/simulation/model'

/** Of a model, what reading a day looks up: names of queues, places and trait values, by number and in the order of texts. */
export type DayFacts = {
  /** `pathway/step`: steps of one key that patients may queue for are one queue. */
  readonly queues: readonly string[]
  /** By step; -1: none. */
  readonly queueOf: Int32Array
  readonly places: readonly DayPlace[]
  /** By spot; -1: a gate, what nobody takes, or what any number can be at. */
  readonly placeOf: Int32Array
  /** `trait/value`, over all pathways of patients. */
  readonly values: readonly string[]
  /** Trait values of a visit, by its flow and its traits as one number. */
  valuesOf(flow: number, traits: number): readonly number[]
}

/** `roomType/fixtureType`, or `roomType`. */
export type DayPlace = {
  readonly name: string
  /** Of all of its kind. */
  readonly capacity: number
  /** Whether it is turned round after some step of patients. */
  readonly isTurned: boolean
  /** Trait values that decide what is done there: how long each kind of visit keeps it is told apart. */
  readonly values: readonly number[]
}

const known = new WeakMap<Model, DayFacts>()

export function dayFacts(model: Model): DayFacts {
  let facts = known.get(model)
  if (facts === undefined) {
    facts = newFacts(model)
    known.set(model, facts)
  }
  return facts
}

function newFacts(model: Model): DayFacts {
  const queueNames = model.steps.map(({ flow, step }) => {
    const { pathway } = model.flows[flow]!
    return pathway.flow === 'patient' && step.parallelWith === undefined ? `${pathway.key}/${step.key}` : undefined
  })
  const queues = inOrder(queueNames.filter((name) => name !== undefined))
  const spotNames = placeNames(model)
  const named = inOrder(
    model.spots.flatMap(({ index, capacity }) => (Number.isFinite(capacity) && spotNames[index] !== '' ? [spotNames[index]!] : [])),
  )
  const patients = model.flows.map(({ pathway }) => (pathway.flow === 'patient' ? pathway.traits : []))
  const values = inOrder(patients.flatMap((traits) => traits.flatMap((trait) => trait.values.map((value) => `${trait.key}/${value}`))))
  return {
    queues,
    queueOf: Int32Array.from(queueNames, (name) => (name === undefined ? -1 : queues.indexOf(name))),
    places: named.map((name) => {
      const spots = model.spots.filter(({ index }) => spotNames[index] === name)
      const steps = stepsAt(model, name)
      const traits = new Set(steps.flatMap(({ onlyFor }) => onlyFor.map(({ trait }) => trait)))
      return {
        name,
        capacity: spots.reduce((sum, { capacity }) => sum + (Number.isFinite(capacity) ? capacity : 0), 0),
        isTurned: steps.some(({ turnaround }) => turnaround !== undefined),
        values: values.flatMap((value, index) => (traits.has(value.slice(0, value.indexOf('/'))) ? [index] : [])),
      }
    }),
    placeOf: Int32Array.from(model.spots, ({ index, capacity }) => (Number.isFinite(capacity) ? named.indexOf(spotNames[index]!) : -1)),
    values,
    valuesOf: openVisitValues(patients.map((traits) => traits.map((trait) => trait.values.map((value) => values.indexOf(`${trait.key}/${value}`))))),
  }
}

/** By flow, by trait, by value: its number. */
function openVisitValues(numbers: readonly (readonly (readonly number[])[])[]): DayFacts['valuesOf'] {
  const known = numbers.map((): (readonly number[] | undefined)[] => [])
  return (flow, traits) => {
    let found = known[flow]![traits]
    if (found === undefined) {
      let rest = traits
      // The first trait counts fastest.
      found = numbers[flow]!.map((values) => {
        const value = values[rest % values.length]!
        rest = Math.floor(rest / values.length)
        return value
      })
      known[flow]![traits] = found
    }
    return found
  }
}

function inOrder(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort((a, b) => (a < b ? -1 : 1))
}

/** What patients do at places of a name. */
function stepsAt({ steps, flows }: Model, name: string): readonly Step[] {
  return steps.flatMap(({ flow, step }) => {
    const { pathway } = flows[flow]!
    const place = pathway.flow === 'patient' ? placeOfStep(step, pathway) : undefined
    return place !== undefined && placeTypeKey(place) === name ? [step] : []
  })
}

/** `roomType/fixtureType` of each spot, or `roomType`; gates and what nobody takes have none. */
export function placeNames(model: Model): readonly string[] {
  const names = model.spots.map(() => '')
  for (const { step, set } of model.steps) {
    if ('step' in step.place) continue
    for (const { index } of model.sets[set]?.spots ?? []) if (names[index] === '') names[index] = placeTypeKey(step.place)
  }
  return names
}
