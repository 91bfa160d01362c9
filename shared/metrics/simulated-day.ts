import { filled } from '#shared/base/filled'
import type { Key } from '#shared/base/ids'
import type { Model } from '#shared/simulation/model'
import type { Trace } from '#shared/simulation/trace'
import type { MetricUnit, MetricValue } from './measurement'
import type { MeetingsOf } from './meetings'
import { quantileOf } from './quantile'
import { type DaySums, readTrace } from './read-trace'

/** What is read off a trace, in the order of tables and exports. */
export const SIMULATED_KEYS = [
  'leadTime',
  'waiting',
  'longestWait',
  'blocked',
  'simulatedPatientTravel',
  'simulatedStaffTravel',
  'staffTravelPerPerson',
  'simulatedValueAddedRatio',
  'personHandoffs',
  'meetings',
  'meetingDays',
  'utilisation',
  'occupancy',
  'placeMinutes',
  'queueWait',
  'queueWait95',
  'queueLongest',
  'queueLength',
  'overtime',
  'dayEnds',
  'turnedAway',
  'visits',
] as const
export type SimulatedKey = (typeof SIMULATED_KEYS)[number]

/** One figure of a simulated day: what it is, without its value. Minutes, metres, shares, hours. */
export type SimulatedName = {
  readonly metric: SimulatedKey
  /**
   * `role:nurse`, `place:treatment/bed`, `step:visit/treat`, `pathway:visit`, `trait:sedated/yes`, `separation:clean-used`,
   * `place:treatment/bed:sedated/yes`; none: the whole.
   */
  readonly subject: string | undefined
  readonly unit: MetricUnit
  readonly better: MetricValue['better']
}

/** A day's figures under their names; NaN where the day has none (nobody queued, nobody came). */
export type SimulatedDay = { readonly names: readonly SimulatedName[]; readonly values: Float64Array }

/** Which sets are to be kept apart, the first of them the whole, and how their meetings are found. */
export type DaySeparations = { readonly keys: readonly Key[]; readonly meetingsOf: MeetingsOf }

const MINUTE_S = 60
const HOUR_S = 3600
const DAY_S = 86_400

/**
 * The figures of a run, from nothing but its trace. Visits that came before `warmUp` seconds are left out, as is what was
 * done before then: for units that do not empty at night.
 */
export function simulatedDay(model: Model, trace: Trace, days: number, warmUp = 0, separations?: DaySeparations): SimulatedDay {
  const known = namesOf(model, separations)
  const names: SimulatedName[] = []
  const values: number[] = []
  const add: Add = (metric, kind, key, unit, better, value) => {
    if (known === undefined) names.push({ metric, subject: kind === undefined ? undefined : `${kind}:${key}`, unit, better })
    values.push(value)
  }
  const read = readTrace(model, trace, warmUp)
  const measured = Math.max(1e-9, days - warmUp / DAY_S)
  const { visits, facts } = read
  const per = (sum: number) => (visits === 0 ? Number.NaN : sum / visits)
  add('leadTime', undefined, '', 'minute', 'less', per(read.lead) / MINUTE_S)
  for (const [pathway, { count, lead }] of leadOfPathways(model, read)) add('leadTime', 'pathway', pathway, 'minute', 'less', lead / count / MINUTE_S)
  facts.values.forEach((value, at) => {
    const { count, lead } = read.values[at]!
    add('leadTime', 'trait', value, 'minute', 'less', lead / count / MINUTE_S)
  })
  add('waiting', undefined, '', 'minute', 'less', per(read.waiting) / MINUTE_S)
  add('longestWait', undefined, '', 'minute', 'less', read.longest / MINUTE_S)
  add('blocked', undefined, '', 'minute', 'less', per(read.blocked) / MINUTE_S)
  add('simulatedPatientTravel', undefined, '', 'metre', 'less', per(read.patientMetres))
  add('simulatedStaffTravel', undefined, '', 'metre', 'less', per(read.roles.reduce((sum, { metres }) => sum + metres, 0)))
  read.roles.forEach(({ metres }, role) => {
    add('simulatedStaffTravel', 'role', model.roles[role]!.key, 'metre', 'less', per(metres))
  })
  read.roles.forEach(({ metres, shifts }, role) => {
    add('staffTravelPerPerson', 'role', model.roles[role]!.key, 'metre', 'less', metres / shifts)
  })
  add('simulatedValueAddedRatio', undefined, '', 'share', 'more', read.adding / read.lead)
  add('personHandoffs', undefined, '', 'count', 'less', per(read.handoffs))
  if (separations !== undefined) addMeetings(trace, separations, warmUp, measured, add)
  read.roles.forEach(({ busy, duty }, role) => {
    add('utilisation', 'role', model.roles[role]!.key, 'share', 'neither', busy / duty)
  })
  const { from, to } = model.scenario.opening
  facts.places.forEach(({ name, capacity }, at) => {
    add('occupancy', 'place', name, 'share', 'neither', read.placeSeconds[at]! / (capacity * (to - from) * measured))
  })
  facts.places.forEach(({ name, values: told }, at) => {
    add('placeMinutes', 'place', name, 'minute', 'less', read.staySeconds[at]! / read.stays[at]! / MINUTE_S)
    for (const value of told) {
      const index = at * facts.values.length + value
      const minutes = read.valueSeconds[index]! / read.valueStays[index]! / MINUTE_S
      add('placeMinutes', 'place', `${name}:${facts.values[value]}`, 'minute', 'less', minutes)
    }
  })
  facts.queues.forEach((step, at) => {
    const waits = read.queues[at]!
    add('queueWait', 'step', step, 'minute', 'less', waits.sum / waits.count / MINUTE_S)
    add('queueWait95', 'step', step, 'minute', 'less', quantileOf(waits.all(), 0.95) / MINUTE_S)
    add('queueLongest', 'step', step, 'minute', 'less', (waits.count === 0 ? Number.NaN : waits.longest) / MINUTE_S)
    add('queueLength', 'step', step, 'count', 'less', waits.sum / ((to - from) * measured))
  })
  add('overtime', undefined, '', 'minute', 'less', read.overtime / measured / MINUTE_S)
  let ends = 0
  for (const end of read.ends.values()) ends += end
  add('dayEnds', undefined, '', 'hour', 'less', ends / read.ends.size / HOUR_S)
  add('turnedAway', undefined, '', 'count', 'less', read.turnedAway / measured)
  add('visits', undefined, '', 'count', 'neither', visits / measured)
  if (known === undefined) keepNames(model, separations, names)
  return { names: known ?? names, values: new Float64Array(values) }
}

/** Which figures there are hangs on nothing that happens: every day of a model has the same list, with what is to be kept apart and without. */
const namesOfModels = new WeakMap<Model, Map<DaySeparations | undefined, readonly SimulatedName[]>>()

function namesOf(model: Model, separations: DaySeparations | undefined): readonly SimulatedName[] | undefined {
  return namesOfModels.get(model)?.get(separations)
}

function keepNames(model: Model, separations: DaySeparations | undefined, names: readonly SimulatedName[]): void {
  filled(namesOfModels, model, () => new Map()).set(separations, names)
}

/** Pathways of one key are one, as a design's own stands for the workshop's. */
function leadOfPathways({ flows }: Model, read: DaySums) {
  const found = new Map<string, { count: number; lead: number }>()
  read.flows.forEach(({ count, lead }, flow) => {
    const { key, flow: kind } = flows[flow]!.pathway
    if (kind !== 'patient') return
    const of = found.get(key) ?? { count: 0, lead: 0 }
    found.set(key, { count: of.count + count, lead: of.lead + lead })
  })
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1))
}

const OWN = ['separation'] as const
const WHOLE_AND_OWN = [undefined, ...OWN]

/** Without a kind of subject: the whole. */
type Add = (metric: SimulatedKey, kind: string | undefined, key: string, unit: MetricUnit, better: SimulatedName['better'], value: number) => void

function addMeetings(trace: Trace, { keys, meetingsOf }: DaySeparations, warmUp: number, measured: number, add: Add): void {
  const counts = keys.map(() => 0)
  const days = keys.map(() => new Set<number>())
  for (const { rule, at, weight } of meetingsOf(trace)) {
    if (at < warmUp) continue
    const of = keys.indexOf(rule)
    counts[of]! += weight
    days[of]!.add(Math.floor(at / DAY_S))
  }
  keys.forEach((key, at) => {
    for (const kind of at === 0 ? WHOLE_AND_OWN : OWN) {
      add('meetings', kind, key, 'count', 'less', counts[at]! / measured)
      // What goes on past midnight of the last day is still of that day.
      add('meetingDays', kind, key, 'share', 'less', Math.min(1, days[at]!.size / measured))
    }
  })
}

/** Are two names of the same figure, of the same subject? Quicker than by `simulatedNameOf`. */
export function isSameFigure(a: SimulatedName, b: SimulatedName): boolean {
  return a.metric === b.metric && a.subject === b.subject
}

/** One name for a figure and its subject. */
export function simulatedNameOf({ metric, subject }: SimulatedName): string {
  return subject === undefined ? metric : `${metric} ${subject}`
}
