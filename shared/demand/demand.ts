import type { Key } from '#shared/base/ids'
import { normalQuantile, normalShare } from '#shared/base/normal-distribution'
import type { Pathway, Step } from '#shared/document/pathway'
import type { Scenario } from '#shared/document/workshop'
import { type ArrivalTimes, arrivalTimes } from './arrival-times'
import { durationQuantile, type Quantile } from './duration-quantile'
import { DrawStream } from './keyed-draws'

/**
 * Who comes when and how long each step of theirs will take, on some days of one scenario. It knows no design: every number is
 * keyed by (seed, replication, patient, step key, repeat, purpose), so all designs see the same patients with the same needs.
 */
export type Demand = {
  readonly days: number
  arrivalsOf(pathway: Key): ArrivalTimes
  traitsOf(pathway: Pathway): TraitDraws
  stepOf(pathway: Key, step: Step): StepDraws
  /** A place among several by their shares, for one patient: the number itself, in (0, 1). */
  placeOf(pathway: Key, step: Key): DrawStream
}

/** For each trait of a pathway, in its order, which value a patient has. */
export type TraitDraws = { valueOf(trait: number, patient: number): number }

/** The duration of one step for a patient's n-th repeat, in seconds. */
export type StepDraws = { seconds(patient: number, repeat: number): number }

const NO_ARRIVALS: ArrivalTimes = { times: new Float64Array(0), patients: new Float64Array(0) }

export function demandOf(scenario: Scenario, seed: number, replication: number, days: number): Demand {
  const volumes = new Map(scenario.volumes.map((volume) => [volume.pathway, volume] as const))
  return {
    days,
    arrivalsOf(pathway) {
      const volume = volumes.get(pathway)
      return volume === undefined || volume.perDay === 0 ? NO_ARRIVALS : arrivalTimes(volume, scenario.opening, seed, replication, days)
    },
    traitsOf({ key, traits }) {
      const shares = volumes.get(key)?.traits ?? {}
      const streams = traits.map((trait) => new DrawStream(seed, replication, `${key}|trait|${trait.key}`))
      const bounds = traits.map(({ key: trait, values }) => boundsOf(values.map((value) => shares[trait]?.[value] ?? 0)))
      return {
        valueOf(trait, patient) {
          const of = bounds[trait]!
          if (of.length === 1) return 0
          const u = streams[trait]!.uniform(patient, 0)
          let value = 0
          while (value < of.length - 1 && u >= of[value]!) value += 1
          return value
        },
      }
    },
    stepOf: (pathway, step) => stepDraws(pathway, step, seed, replication),
    placeOf: (pathway, step) => new DrawStream(seed, replication, `${pathway}|place|${step}`),
  }
}

/** Where each value's part of (0, 1) ends. Shares that nobody stated are equal ones. */
function boundsOf(stated: readonly number[]): readonly number[] {
  const sum = stated.reduce((total, share) => total + share, 0)
  let passed = 0
  return stated.map((share) => {
    passed += sum > 0 ? share / sum : 1 / stated.length
    return passed
  })
}

/**
 * A merged step draws the number of each key that it stands for, as its parts would have on their own, and takes
 * the share at which the sum of their normal scores lies: whoever was slow at both is slow at the merged one.
 */
function stepDraws(pathway: Key, { key, merges, duration }: Step, seed: number, replication: number): StepDraws {
  const quantile: Quantile = durationQuantile(duration)
  if (duration.shape === 'fixed') return { seconds: () => duration.value }
  const first = new DrawStream(seed, replication, `${pathway}|step|${key}`)
  const others = merges.filter((other) => other !== key).map((other) => new DrawStream(seed, replication, `${pathway}|step|${other}`))
  if (others.length === 0) return { seconds: (patient, repeat) => quantile(first.uniform(patient, repeat)) }
  const root = Math.sqrt(1 + others.length)
  return {
    seconds(patient, repeat) {
      let score = normalQuantile(first.uniform(patient, repeat))
      for (const other of others) score += normalQuantile(other.uniform(patient, repeat))
      return quantile(Math.min(1 - 1e-16, Math.max(1e-300, normalShare(score / root))))
    },
  }
}
