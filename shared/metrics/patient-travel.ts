import { steadySum } from '#shared/journeys/chance'
import type { Sums } from '#shared/journeys/decided-plan'
import type { WalkedStream } from '#shared/journeys/journeys'
import type { Trip } from '#shared/journeys/trip'
import type { Assessment } from './assessment'
import { because, kindOf, type Metric, metricOf, partsOfTrips, unlessFailed } from './metric'

const KIND = kindOf('patientTravel', 'metre', 'visit', 'less')

/** Metres a visit, from gate in to gate out with every `always` detour: of all visits, of each pathway, of each trait value. */
export function patientTravel(assessment: Assessment): readonly Metric[] {
  const { journeys, visitsPerDay } = assessment
  if (visitsPerDay === 0) return [metricOf(KIND, undefined, because('unavailable.noVisits'))]
  const trips = journeys.trips.filter(isPatientTrip)
  const whole = metricOf(
    KIND,
    undefined,
    unlessFailed(
      assessment,
      ({ purpose, flow }) => purpose === 'patient' && flow === 'patient',
      () => metresOf(trips) / visitsPerDay,
    ),
    () => partsOfTrips(trips, ({ perDay, length }) => (perDay * length) / visitsPerDay),
  )
  return [whole, ...patientStreams(assessment).map((stream) => ofPathway(assessment, stream)), ...traitsOf(assessment)]
}

/** A leg that patients make by themselves, or with an escort. */
export function isPatientTrip({ purpose, flow }: Trip): boolean {
  return purpose === 'patient' && flow === 'patient'
}

/** Metres a day of some trips, summed in their order. */
export function metresOf(trips: readonly Trip[]): number {
  let sum = 0
  for (const { perDay, length } of trips) sum += perDay * length
  return sum
}

export function patientStreams({ journeys }: Assessment): readonly WalkedStream[] {
  return journeys.streams.filter(({ stream }) => stream.host.flow === 'patient')
}

function ofPathway(assessment: Assessment, { stream }: WalkedStream): Metric {
  const { key } = stream.host
  const trips = assessment.journeys.trips.filter((trip) => isPatientTrip(trip) && trip.pathway === key)
  return metricOf(
    KIND,
    `pathway:${key}`,
    unlessFailed(
      assessment,
      ({ purpose, pathway }) => purpose === 'patient' && pathway === key,
      () => metresOf(trips) / stream.perDay,
    ),
    () => partsOfTrips(trips, ({ perDay, length }) => (perDay * length) / stream.perDay),
  )
}

/** The mean over the visits that have a trait value, of all pathways that know it. */
function traitsOf(assessment: Assessment): readonly Metric[] {
  const streams = patientStreams(assessment)
  const known = new Map<WalkedStream, number[]>()
  const metresOfVariant = (walked: WalkedStream, index: number): number => {
    let metres = known.get(walked)
    if (metres === undefined) {
      metres = []
      known.set(walked, metres)
    }
    metres[index] ??= variantMetres(walked, index)
    return metres[index]
  }
  const names = new Set(streams.flatMap(({ plan }) => plan.variants.flatMap(({ traits }) => [...traits.keys()])))
  return [...names].sort().map((name) => {
    const knowing = streams.filter(({ plan }) => plan.variants.some(({ traits }) => traits.has(name)))
    const pathways = new Set(knowing.map(({ stream }) => stream.host.key))
    const result = unlessFailed(
      assessment,
      ({ purpose, pathway }) => purpose === 'patient' && pathways.has(pathway),
      () => {
        const metres: number[] = []
        const visits: number[] = []
        for (const walked of knowing) {
          const { stream, plan } = walked
          plan.variants.forEach(({ probability, traits }, index) => {
            const share = traits.get(name)
            if (share === undefined) return
            visits.push(stream.perDay * share)
            // Counts already hold the variant's own chance: what is wanted is its part with the trait value.
            metres.push((stream.perDay * metresOfVariant(walked, index) * share) / probability)
          })
        }
        return steadySum(metres) / steadySum(visits)
      },
    )
    return metricOf(KIND, `trait:${name}`, result)
  })
}

type VariantMetres = { readonly times: Float64Array; readonly lengths: Float64Array; metres: number }
const metresOfVariants = new WeakMap<Sums, (VariantMetres | undefined)[]>()

/** Metres that one variant of a stream's visits adds to the mean visit; the last ones as long as no leg of theirs is longer or shorter. */
function variantMetres({ plan, decided }: WalkedStream, index: number): number {
  const { pairs } = plan.variants[index]!
  const ofVariants = metresOfVariants.get(decided.sums) ?? []
  metresOfVariants.set(decided.sums, ofVariants)
  let known = ofVariants[index]
  if (known === undefined) {
    known = { times: Float64Array.from(pairs, ({ count }) => decided.numberOf(count)), lengths: new Float64Array(pairs.length).fill(-1), metres: 0 }
    ofVariants[index] = known
  }
  const { times, lengths } = known
  let isSame = true
  for (let i = 0; i < times.length; i++) {
    // What never happens is not asked for.
    if (times[i] === 0) continue
    const length = decided.lengthOf(pairs[i]!.pair)
    if (length === lengths[i]) continue
    lengths[i] = length
    isSame = false
  }
  if (!isSame) {
    const metres: number[] = []
    for (let i = 0; i < times.length; i++) if (times[i] !== 0) metres.push(times[i]! * lengths[i]!)
    known.metres = steadySum(metres)
  }
  return known.metres
}
