import type { Key } from '#shared/base/ids'
import { meanSeconds } from '#shared/document/mean-duration'
import type { Duration, Step } from '#shared/document/pathway'

type NewStep = { readonly key: Key; readonly name: string; readonly roomType: Key; readonly lead?: Key | undefined; readonly seconds: number }

/** A step as it begins: necessary, in any place of a type of room, of a fixed length in seconds. */
export function newStep({ key, name, roomType, lead, seconds }: NewStep): Step {
  return {
    key,
    merges: [],
    name,
    place: { roomType },
    ...(lead === undefined ? {} : { lead }),
    assisting: [],
    escorts: [],
    duration: { shape: 'fixed', value: seconds },
    value: 'necessary',
    leaves: {},
    items: [],
    onlyFor: [],
    repeat: 1,
  }
}

/** The same kind of duration with another mean, in seconds: every figure of it is stretched alike. */
export function withMean(duration: Duration, mean: number): Duration {
  const now = meanSeconds(duration)
  if (duration.shape === 'fixed' || now === 0) return { shape: 'fixed', value: tenth(mean) }
  const stretched = (seconds: number) => tenth((seconds * mean) / now)
  switch (duration.shape) {
    case 'uniform':
      return { shape: 'uniform', least: stretched(duration.least), most: stretched(duration.most) }
    case 'triangular':
      return { shape: 'triangular', least: stretched(duration.least), mode: stretched(duration.mode), most: stretched(duration.most) }
    case 'normal': {
      const { sd, least, most } = duration
      return { shape: 'normal', mean: stretched(duration.mean), sd: stretched(sd), least: stretched(least), most: stretched(most) }
    }
    case 'lognormal':
    case 'gamma':
      return { shape: duration.shape, mean: stretched(duration.mean), sd: stretched(duration.sd) }
    case 'weibull':
      return { ...duration, scale: stretched(duration.scale) }
    case 'exponential':
    case 'erlang':
      return { ...duration, mean: stretched(duration.mean) }
    case 'empirical':
      return { shape: 'empirical', values: duration.values.map(stretched) }
  }
}

/** Shortest, usual and longest as people give them: a triangle, or one fixed time. Seconds. */
export function rangedDuration(least: number, usual: number, most: number): Duration {
  if (least === most) return { shape: 'fixed', value: tenth(usual) }
  return { shape: 'triangular', least: tenth(least), mode: tenth(usual), most: tenth(most) }
}

/** One after the other: shortest, usual and longest add up, so the mean does too; of other shapes, the first's with that mean. Seconds. */
export function addedDurations(first: Duration, second: Duration): Duration {
  if (first.shape === 'fixed' && second.shape === 'fixed') return { shape: 'fixed', value: first.value + second.value }
  if (!isRanged(first)) return withMean(first, meanSeconds(first) + meanSeconds(second))
  if (!isRanged(second)) return withMean(second, meanSeconds(first) + meanSeconds(second))
  if (first.shape === 'triangular' || second.shape === 'triangular') {
    const [a, b] = [asTriangular(first), asTriangular(second)]
    return { shape: 'triangular', least: a.least + b.least, mode: a.mode + b.mode, most: a.most + b.most }
  }
  const [a, b] = [asUniform(first), asUniform(second)]
  return { shape: 'uniform', least: a.least + b.least, most: a.most + b.most }
}

/** Steps without one: those that took place where it did, take its place from it. */
export function withoutStep(steps: readonly Step[], key: Key): readonly Step[] {
  const gone = steps.find((step) => step.key === key)
  let heir: Step['place'] | undefined
  return steps.flatMap((step): Step[] => {
    if (step.key === key) return []
    const { parallelWith, ...rest } = step
    const kept: Step = parallelWith === key || parallelWith === undefined ? rest : step
    if (gone === undefined || !('step' in kept.place) || kept.place.step !== key) return [kept]
    const place = heir ?? gone.place
    // The first of them draws the place, and the others are where it was: still one place.
    heir ??= 'step' in gone.place ? gone.place : { step: step.key }
    return [{ ...kept, place }]
  })
}

/** Two steps done as one: `into` keeps its key and name, and stands for the other from now on. */
export function mergedStep(into: Step, other: Step, isOtherFirst: boolean): Step {
  const [first, second] = isOtherFirst ? [other, into] : [into, other]
  const waits = first.waits ?? (isOtherFirst ? undefined : second.waits)
  const turnaround = into.turnaround ?? other.turnaround
  const priority = Math.max(into.priority ?? 0, other.priority ?? 0)
  const place = 'step' in into.place && into.place.step === other.key ? other.place : into.place
  const { waits: _waits, turnaround: _turnaround, priority: _priority, whenFull: _whenFull, ...rest } = into
  const assisting = new Map([...other.assisting, ...into.assisting].map((row) => [row.role, row]))
  if (other.lead !== undefined && other.lead !== into.lead && !assisting.has(other.lead)) assisting.set(other.lead, { role: other.lead, people: 1 })
  if (into.lead !== undefined) assisting.delete(into.lead)
  return {
    ...rest,
    ...(into.lead === undefined && other.lead !== undefined ? { lead: other.lead } : {}),
    merges: [...into.merges, other.key, ...other.merges],
    place,
    assisting: [...assisting.values()],
    escorts: [...new Set([...into.escorts, ...other.escorts])],
    duration: addedDurations(into.duration, other.duration),
    value: into.value === 'addsValue' || other.value === 'addsValue' ? 'addsValue' : into.value === 'necessary' ? 'necessary' : other.value,
    leaves: { ...first.leaves, ...second.leaves },
    items: [...into.items, ...other.items.filter((item) => !into.items.some((own) => JSON.stringify(own) === JSON.stringify(item)))],
    ...(waits === undefined ? {} : { waits }),
    ...(turnaround === undefined ? {} : { turnaround }),
    ...(priority === 0 ? {} : { priority }),
    // Patients find the place of the first of them full.
    ...(first.whenFull === undefined ? {} : { whenFull: first.whenFull }),
  }
}

/** The first step that is to be where a step after it was, as no order of steps can have it. */
export function displacedStep(steps: readonly Step[]): { readonly step: Step; readonly of: Key } | undefined {
  const before = new Set<Key>()
  for (const step of steps) {
    if ('step' in step.place && !before.has(step.place.step)) return { step, of: step.place.step }
    before.add(step.key)
  }
  return undefined
}

/** Whom the merged-away key is asked of from now on. What ran beside the other step is now part of it, beside nothing. */
export function pointedAt(steps: readonly Step[], from: Key, to: Key): readonly Step[] {
  return steps.map((step) => {
    const { parallelWith, ...rest } = step
    const beside = parallelWith === from ? to : parallelWith
    return {
      ...rest,
      ...('step' in step.place && step.place.step === from ? { place: { step: to } } : {}),
      ...(beside === undefined || beside === step.key ? {} : { parallelWith: beside }),
    }
  })
}

type Ranged = Extract<Duration, { shape: 'fixed' | 'uniform' | 'triangular' }>

function isRanged(duration: Duration): duration is Ranged {
  return duration.shape === 'fixed' || duration.shape === 'uniform' || duration.shape === 'triangular'
}

function asTriangular(duration: Ranged): { readonly least: number; readonly mode: number; readonly most: number } {
  if (duration.shape === 'triangular') return duration
  if (duration.shape === 'fixed') return { least: duration.value, mode: duration.value, most: duration.value }
  return { least: duration.least, mode: (duration.least + duration.most) / 2, most: duration.most }
}

function asUniform(duration: Ranged): { readonly least: number; readonly most: number } {
  if (duration.shape === 'fixed') return { least: duration.value, most: duration.value }
  return duration.shape === 'uniform' ? duration : { least: duration.least, most: duration.most }
}

/** Seconds are kept in tenths, so that a mean typed in minutes reads back as it was typed. */
function tenth(seconds: number): number {
  return Math.round(seconds * 10) / 10
}
