import type { Id, Key } from '#shared/base/ids'
import { type Message, message } from '#shared/base/message'
import type { Design } from '#shared/document/elements/design'
import { forcedWay } from '#shared/document/forced-way'
import type { ItemLine, Pathway } from '#shared/document/pathway'
import { placeOfStep, stepNamed } from '#shared/document/place-of-step'
import type { Dress, Mobility } from '#shared/document/vocabulary'
import type { Point } from '#shared/geometry/point'
import type { Route } from '#shared/routing/router'
import { type Course, courseOf, gaitOf, sidesOf } from './course'
import type { Ground } from './ground'
import { tripEndOf } from './journeys'
import type { Stream } from './pathways-in-force'
import { gateSet, isQueuedFor, type PlaceSet, placeSet } from './place-choice'
import { EQUAL_LENGTH_M, type Gait } from './plan'
import type { Spot } from './premises'
import type { TripEnd } from './trip'
import { meanMinutes, rolesOf, type VisitStep, visitVariants } from './visit-variants'

/** A walk of the story: one way, by the first of the equally short routes. Metres. */
export type StoryLeg = {
  readonly from: TripEnd
  readonly to: TripEnd
  readonly metres: number
  readonly points: readonly Point[]
  /** Where it leads over several storeys: what is walked on each, `points` being none, and the lifts and stairs between. */
  readonly walks?: readonly { readonly storey: Id; readonly points: readonly Point[] }[]
  readonly rides?: readonly { readonly kind: 'lift' | 'stair'; readonly name: string; readonly toStorey: string }[]
}

/** One station of a visit. Its key is the same in every design whose pathway has the step. */
export type StoryStep = {
  readonly key: string
  readonly kind: 'arrive' | 'wait' | 'step' | 'leave'
  /** Of the step; empty on arriving and leaving. */
  readonly name: string
  /** Undefined where the design has none. */
  readonly place: TripEnd | undefined
  /** In a building of several storeys: the one that the place is on. */
  readonly storey?: Id | undefined
  readonly lead: Key | undefined
  readonly assisting: readonly { readonly role: Key; readonly people: number }[]
  readonly escorts: readonly Key[]
  readonly minutes: number
  readonly value: 'addsValue' | 'necessary' | 'waste' | undefined
  /** The patient on the way here and while it is done, and what the step leaves them. */
  readonly dress: Dress
  readonly mobility: Mobility
  readonly leaves: { readonly dress: Dress; readonly mobility: Mobility }
  readonly items: readonly ItemLine[]
  /** The patient passes from one role to another; warm where the new one took part before. */
  readonly handoff: { readonly from: Key; readonly to: Key; readonly isWarm: boolean } | undefined
  readonly isQueuePoint: boolean
  /** It runs beside the next steps and does not hold the patient. */
  readonly isParallel: boolean
  /** The walk here; undefined where nobody walks. */
  readonly leg: StoryLeg | undefined
  /** Metres from the way in to here. */
  readonly walked: number
  /** Why the patient cannot get here. */
  readonly problem: Message | undefined
}

/** One visit of a pathway as it most likely goes. */
export type Story = {
  readonly pathway: Key
  readonly name: string
  /** The value of each trait that it is told for. */
  readonly traits: Readonly<Record<Key, Key>>
  readonly steps: readonly StoryStep[]
  /** Of all its legs; undefined where one of them cannot be walked. */
  readonly metres: number | undefined
}

/**
 * Tells one visit step by step: traits as chosen, else their most likely values; each place the likeliest (of balanced and assigned
 * places), or the nearest, ties by id. Undefined for a stream that nobody walks.
 */
export function tellStory({ host, traits: shares }: Stream, chosen: Readonly<Record<Key, Key>>, ground: Ground, design: Design): Story | undefined {
  const traits = traitsOf(host, shares, chosen)
  const only = Object.fromEntries(Object.entries(traits).map(([trait, value]) => [trait, { [value]: 1 }]))
  const variant = visitVariants(host, only)[0]
  if (variant === undefined) return undefined
  const course = courseOf(host, variant, 'hand', undefined)
  const teller = openTeller(course, ground, design)
  if (host.gateIn !== undefined) teller.arrive(host.gateIn)
  for (const visitStep of variant.steps) teller.doStep(visitStep)
  if (host.gateOut !== undefined) teller.leave(host.gateOut, variant)
  const steps = teller.steps
  const metres = steps.some(({ problem }) => problem !== undefined) ? undefined : (steps.at(-1)?.walked ?? 0)
  return { pathway: host.key, name: host.name, traits, steps, metres }
}

/** The step of a story that a key names, else the last before it that the design has: other designs leave steps out. */
export function storyStepAt({ steps }: Story, key: string | undefined, order: readonly string[]): StoryStep | undefined {
  const own = steps.find((step) => step.key === key)
  if (own !== undefined || key === undefined) return own ?? steps[0]
  for (let index = order.indexOf(key); index >= 0; index--) {
    const earlier = steps.find((step) => step.key === order[index])
    if (earlier !== undefined) return earlier
  }
  return steps[0]
}

function traitsOf({ traits }: Pathway, shares: Stream['traits'], chosen: Readonly<Record<Key, Key>>): Readonly<Record<Key, Key>> {
  return Object.fromEntries(
    traits.map(({ key, values }) => {
      const wished = chosen[key]
      if (wished !== undefined && values.includes(wished)) return [key, wished]
      const likeliest = [...values].sort((a, b) => (shares[key]?.[b] ?? 0) - (shares[key]?.[a] ?? 0) || values.indexOf(a) - values.indexOf(b))
      return [key, likeliest[0]!]
    }),
  )
}

function openTeller(course: Course, ground: Ground, design: Design) {
  const { pathway } = course
  const { premises } = ground
  const steps: StoryStep[] = []
  const memory = new Map<Key, Spot>()
  let at: Spot | undefined
  let walked = 0
  let lastLead: Key | undefined
  let rolesBefore: readonly Key[] = []
  let hasWaited = false

  const endOf = (spot: Spot) => tripEndOf(sidesOf(spot, course.whom).in, ground)
  const viaOf = (step: Key | undefined) => forcedWay(design, pathway.key, step)

  /** The place that is taken: the nearest, or the one with the largest share; the first by id of those alike. */
  function pick({ spots, choice, shares }: PlaceSet, gait: Gait): Spot | undefined {
    let best: Spot | undefined
    let bestAt = Number.POSITIVE_INFINITY
    const isNearest = choice === 'nearest' && at !== undefined
    const goals = spots.map((spot) => sidesOf(spot, course.whom).in)
    const costs = isNearest ? ground.lengthsOf(sidesOf(at!, course.whom).out, goals, gait, []) : shares.map((share) => -share)
    spots.forEach((spot, index) => {
      if (costs[index]! < bestAt - (isNearest ? EQUAL_LENGTH_M : 1e-9)) {
        best = spot
        bestAt = costs[index]!
      }
    })
    return best ?? spots[0]
  }

  function walkTo(spot: Spot | undefined, gait: Gait, step: Key | undefined): Pick<StoryStep, 'leg' | 'problem'> {
    if (spot === undefined || at === undefined || at.key === spot.key) return { leg: undefined, problem: undefined }
    const [from, to] = [sidesOf(at, course.whom).out, sidesOf(spot, course.whom).in]
    const metres = ground.metresOf(from, to, gait, viaOf(step))
    if (Number.isNaN(metres)) return { leg: undefined, problem: ground.reasonOf(from, to, gait, viaOf(step)) }
    walked += metres
    const line = lineOf(ground.routesOf(from, to, gait, viaOf(step)))
    const leg = { from: tripEndOf(from, ground), to: tripEndOf(to, ground), metres, points: line, ...overStoreys(from, to, gait, viaOf(step)) }
    return { leg, problem: undefined }
  }

  /** What a leg over several storeys is made of, by the first of the equally short ways. */
  function overStoreys(from: string, to: string, gait: Gait, via: readonly Id[]): Pick<StoryLeg, 'walks' | 'rides'> {
    const { storeys } = premises.building
    if (storeys.length < 2) return {}
    const way = ground.waysOf(from, to, gait, via)?.[0]
    if (way === undefined) {
      return { walks: [{ storey: storeys[premises.end(from).storey]!.storey.id, points: lineOf(ground.routesOf(from, to, gait, via)) }] }
    }
    return {
      walks: way.stages.flatMap((stage) =>
        stage.kind === 'walk' ? [{ storey: storeys[stage.from.storey]!.storey.id, points: lineOf(stage.routes()) }] : [],
      ),
      rides: way.stages.flatMap((stage) => {
        if (stage.kind !== 'ride') return []
        const { connector, name } = stage.link.built.connector
        return [{ kind: connector, name, toStorey: storeys[stage.to.storey]!.storey.name }]
      }),
    }
  }

  function storeyOf(spot: Spot | undefined): Pick<StoryStep, 'storey'> {
    const { storeys } = premises.building
    return spot === undefined || storeys.length < 2 ? {} : { storey: storeys[premises.end(sidesOf(spot, course.whom).in).storey]!.storey.id }
  }

  const nobody = { lead: undefined, assisting: [], escorts: [], items: [], handoff: undefined, value: undefined } as const

  function doStep({ step, isWait, again, dress, mobility, turns }: VisitStep): void {
    const gait = gaitOf(course, mobility)
    const isParallel = step.parallelWith !== undefined
    const named = 'step' in step.place ? (stepNamed(pathway, step.place.step)?.key ?? step.place.step) : undefined
    const kept = isWait ? undefined : memory.get(again ? step.key : (named ?? ''))
    const set = kept === undefined ? placesFor(step, isWait) : undefined
    const spot = kept ?? (set === undefined ? undefined : pick(set, gait))
    const isSamePlace = kept !== undefined || (!hasWaited && spot !== undefined && spot.key === at?.key)
    const { leg, problem } = isParallel ? { leg: undefined, problem: undefined } : walkTo(spot, gait, isWait ? undefined : step.key)
    const taken = turns[0]?.step ?? step
    const roles = rolesOf(step)
    const isHandoff = !isWait && !isParallel && step.lead !== undefined && lastLead !== undefined && lastLead !== step.lead
    const lacksPlace = !isSamePlace && (spot === undefined || Number.isFinite(spot.capacity))
    const copies = steps.filter(({ key }) => key === step.key || key.startsWith(`${step.key}#`)).length
    steps.push({
      ...(isWait ? nobody : { lead: step.lead, assisting: step.assisting, escorts: step.escorts, items: step.items, value: step.value }),
      key: isWait ? `${step.key}!wait` : copies === 0 ? step.key : `${step.key}#${copies + 1}`,
      kind: isWait ? 'wait' : 'step',
      name: step.name,
      place: spot === undefined ? undefined : endOf(spot),
      ...storeyOf(spot),
      minutes: isWait ? 0 : meanMinutes(taken),
      dress,
      mobility,
      leaves: isWait || isParallel ? { dress, mobility } : { dress: step.leaves.dress ?? dress, mobility: step.leaves.mobility ?? mobility },
      handoff: isHandoff ? { from: lastLead!, to: step.lead!, isWarm: rolesBefore.includes(step.lead!) } : undefined,
      isQueuePoint: !isWait && !isParallel && (lacksPlace || roles.some((role) => !rolesBefore.includes(role))),
      isParallel,
      leg,
      walked,
      problem: problem ?? (spot === undefined ? message('story.noPlace', { step: step.name }) : undefined),
    })
    if (spot !== undefined && !isWait) memory.set(step.key, spot)
    if (isParallel) return
    at = spot ?? at
    hasWaited = isWait
    if (isWait) return
    lastLead = step.lead ?? lastLead
    rolesBefore = roles
  }

  function placesFor(step: VisitStep['step'], isWait: boolean): PlaceSet | undefined {
    if (isWait) return step.waits === undefined || step.waits.at === 'inPlace' ? undefined : placeSet(premises, design, step.waits.at, false)
    const place = placeOfStep(step, pathway)
    if (place === undefined) return undefined
    return placeSet(premises, design, place, isQueuedFor(pathway, step, premises.spotsOf(place), premises.useOf))
  }

  function atGate(kind: 'arrive' | 'leave', gate: Key, { dress, mobility }: { readonly dress: Dress; readonly mobility: Mobility }): void {
    const gait = gaitOf(course, mobility)
    const spot = pick(gateSet(premises.gate(gate)), gait)
    const { leg, problem } = walkTo(spot, gait, undefined)
    steps.push({
      ...nobody,
      key: kind === 'arrive' ? '@in' : '@out',
      kind,
      name: '',
      place: spot === undefined ? undefined : endOf(spot),
      ...storeyOf(spot),
      minutes: 0,
      dress,
      mobility,
      leaves: { dress, mobility },
      isQueuePoint: false,
      isParallel: false,
      leg,
      walked,
      problem: problem ?? (spot === undefined ? message('unavailable.noGate', { pathway: pathway.name, gate }) : undefined),
    })
    at = spot ?? at
  }

  return {
    steps,
    doStep,
    arrive: (gate: Key) => atGate('arrive', gate, { dress: 'dressed', mobility: 'walking' }),
    leave: (gate: Key, state: { readonly dress: Dress; readonly mobility: Mobility }) => atGate('leave', gate, state),
  }
}

function lineOf(routes: readonly Route[]): readonly Point[] {
  const points = routes[0]?.points ?? new Float64Array(0)
  return Array.from({ length: points.length / 2 }, (_, index) => ({ x: points[2 * index]!, y: points[2 * index + 1]! }))
}
