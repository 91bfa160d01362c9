import type { Model } from '#shared/simulation/model'
import { DOING, type Trace } from '#shared/simulation/trace'
import type { MetricUnit, MetricValue } from './measurement'
import { quantileOf } from './quantile'

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
  'utilisation',
  'occupancy',
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
  /** `role:nurse`, `place:treatment/bed`, `step:visit/treat`, `pathway:visit`; none: the whole. */
  readonly subject: string | undefined
  readonly unit: MetricUnit
  readonly better: MetricValue['better']
}

/** A day's figures under their names; NaN where the day has none (nobody queued, nobody came). */
export type SimulatedDay = { readonly names: readonly SimulatedName[]; readonly values: Float64Array }

const MINUTE_S = 60
const HOUR_S = 3600
const DAY_S = 86_400

/**
 * The figures of a run, from nothing but its trace. Visits that came before `warmUp` seconds are left out, as is what was
 * done before then: for units that do not empty at night.
 */
export function simulatedDay(model: Model, trace: Trace, days: number, warmUp = 0): SimulatedDay {
  const names: SimulatedName[] = []
  const values: number[] = []
  const add = (metric: SimulatedKey, subject: string | undefined, unit: MetricUnit, better: SimulatedName['better'], value: number) => {
    names.push({ metric, subject, unit, better })
    values.push(value)
  }
  const read = readTrace(model, trace, warmUp)
  const measured = Math.max(1e-9, days - warmUp / DAY_S)
  const { visits } = read
  const per = (sum: number) => (visits === 0 ? Number.NaN : sum / visits)
  add('leadTime', undefined, 'minute', 'less', per(read.lead) / MINUTE_S)
  for (const [pathway, { count, lead }] of read.pathways) add('leadTime', `pathway:${pathway}`, 'minute', 'less', lead / count / MINUTE_S)
  add('waiting', undefined, 'minute', 'less', per(read.waiting) / MINUTE_S)
  add('longestWait', undefined, 'minute', 'less', read.longest / MINUTE_S)
  add('blocked', undefined, 'minute', 'less', per(read.blocked) / MINUTE_S)
  add('simulatedPatientTravel', undefined, 'metre', 'less', per(read.patientMetres))
  add('simulatedStaffTravel', undefined, 'metre', 'less', per(read.roles.reduce((sum, { metres }) => sum + metres, 0)))
  read.roles.forEach(({ metres }, role) => {
    add('simulatedStaffTravel', `role:${model.roles[role]!.key}`, 'metre', 'less', per(metres))
  })
  read.roles.forEach(({ metres, shifts }, role) => {
    add('staffTravelPerPerson', `role:${model.roles[role]!.key}`, 'metre', 'less', metres / shifts)
  })
  add('simulatedValueAddedRatio', undefined, 'share', 'more', read.adding / read.lead)
  add('personHandoffs', undefined, 'count', 'less', per(read.handoffs))
  read.roles.forEach(({ busy, duty }, role) => {
    add('utilisation', `role:${model.roles[role]!.key}`, 'share', 'neither', busy / duty)
  })
  const { from, to } = model.scenario.opening
  for (const [place, { seconds, capacity }] of read.places) {
    add('occupancy', `place:${place}`, 'share', 'neither', seconds / (capacity * (to - from) * measured))
  }
  for (const [step, waits] of read.queues) {
    let sum = 0
    let longest = 0
    for (const wait of waits) {
      sum += wait
      if (wait > longest) longest = wait
    }
    add('queueWait', `step:${step}`, 'minute', 'less', sum / waits.length / MINUTE_S)
    add('queueWait95', `step:${step}`, 'minute', 'less', quantileOf(new Float64Array(waits), 0.95) / MINUTE_S)
    add('queueLongest', `step:${step}`, 'minute', 'less', longest / MINUTE_S)
    add('queueLength', `step:${step}`, 'count', 'less', sum / ((to - from) * measured))
  }
  add('overtime', undefined, 'minute', 'less', read.overtime / measured / MINUTE_S)
  add('dayEnds', undefined, 'hour', 'less', ((read.last % DAY_S) + (read.last >= days * DAY_S ? DAY_S : 0)) / HOUR_S)
  add('turnedAway', undefined, 'count', 'less', read.turned / measured)
  add('visits', undefined, 'count', 'neither', visits / measured)
  return { names, values: new Float64Array(values) }
}

type RoleSums = { metres: number; busy: number; duty: number; shifts: number }

function readTrace(model: Model, trace: Trace, warmUp: number) {
  const { agents } = trace
  const roles = model.roles.map((): RoleSums => ({ metres: 0, busy: 0, duty: 0, shifts: 0 }))
  const isPatient = new Uint8Array(agents.kind.length)
  const pathways = new Map<string, { count: number; lead: number }>()
  const turnedAway = new Uint8Array(agents.kind.length)
  let turned = 0
  for (let row = trace.doing.indexOf(DOING.turnedAway); row >= 0; row = trace.doing.indexOf(DOING.turnedAway, row + 1)) {
    turnedAway[trace.who[row]!] = 1
    turned += 1
  }
  let visits = 0
  let lead = 0
  let last = 0
  for (let who = 0; who < agents.kind.length; who++) {
    const flow = model.flows[agents.of[who]!]
    if (agents.kind[who] !== 1 || flow?.pathway.flow !== 'patient' || agents.came[who]! < warmUp || turnedAway[who] === 1) continue
    isPatient[who] = 1
    const time = agents.left[who]! - agents.came[who]!
    if (Number.isNaN(time)) continue
    visits += 1
    lead += time
    last = Math.max(last, agents.left[who]!)
    let of = pathways.get(flow.pathway.key)
    if (of === undefined) {
      of = { count: 0, lead: 0 }
      pathways.set(flow.pathway.key, of)
    }
    of.count += 1
    of.lead += time
  }
  const waitOf = new Float64Array(agents.kind.length)
  const leaderOf = new Int32Array(agents.kind.length).fill(-1)
  const stepOf = new Int32Array(agents.kind.length).fill(-1)
  const places = new Map<string, { seconds: number; capacity: number }>()
  const busyOf = new Float64Array(model.spots.length)
  const queues = new Map<string, number[]>()
  const queueOf = stepNames(model)
  const placeOf = placeNames(model)
  let waiting = 0
  let blocked = 0
  let patientMetres = 0
  let adding = 0
  let handoffs = 0
  let overtime = 0
  // A visit waits for one step at a time.
  const waited = new Float64Array(agents.kind.length)
  const waitedFor = new Int16Array(agents.kind.length).fill(-1)
  const waitsOf: (number[] | undefined)[] = []
  for (let row = 0; row < trace.rows; row++) {
    const who = trace.who[row]!
    const doing = trace.doing[row]!
    const from = trace.from[row]!
    const seconds = trace.to[row]! - from
    if (doing === DOING.occupied || doing === DOING.turned) {
      const spot = model.spots[trace.where[row]!]
      if (spot === undefined || from < warmUp || !Number.isFinite(spot.capacity)) continue
      busyOf[spot.index] = busyOf[spot.index]! + seconds
      continue
    }
    if (who < 0) continue
    if (agents.kind[who] === 0) {
      const role = roles[agents.of[who]!]!
      if (from < warmUp && doing !== DOING.duty) continue
      role.metres += trace.metres[row]!
      if (doing === DOING.duty) {
        role.duty += seconds - Math.max(0, Math.min(warmUp, trace.to[row]!) - from)
        role.shifts += Math.max(1, Math.round(seconds / DAY_S))
      } else if (doing === DOING.overtime) {
        overtime += seconds
        role.duty += seconds
      } else if (doing !== DOING.break) role.busy += seconds
      if (doing === DOING.work) {
        const visit = trace.whom[row]!
        const step = model.steps[trace.step[row]!]!
        if (visit >= 0 && isPatient[visit] === 1 && step.step.lead === model.roles[agents.of[who]!]!.key && step.step.parallelWith === undefined) {
          if (stepOf[visit] !== trace.step[row]! && leaderOf[visit] !== who) {
            if (leaderOf[visit]! >= 0) handoffs += 1
            leaderOf[visit] = who
          }
          stepOf[visit] = trace.step[row]!
        }
      }
      continue
    }
    if (isPatient[who] !== 1) continue
    switch (doing) {
      case DOING.wait:
      case DOING.blocked:
      case DOING.ready: {
        waiting += seconds
        waitOf[who] = waitOf[who]! + seconds
        if (doing === DOING.blocked) blocked += seconds
        const step = trace.step[row]!
        waited[who] = waitedFor[who] === step ? waited[who]! + seconds : seconds
        waitedFor[who] = step
        break
      }
      case DOING.step: {
        const step = model.steps[trace.step[row]!]!
        if (step.step.value === 'addsValue') adding += seconds
        let waits = waitsOf[step.index]
        if (waits === undefined) {
          waits = queueOf[step.index] === undefined ? [] : (queues.get(queueOf[step.index]!) ?? [])
          if (queueOf[step.index] !== undefined) queues.set(queueOf[step.index]!, waits)
          waitsOf[step.index] = waits
        }
        waits.push(waitedFor[who] === step.index ? waited[who]! : 0)
        waitedFor[who] = -1
        break
      }
      default:
        patientMetres += trace.metres[row]!
    }
  }
  let longest = 0
  for (const wait of waitOf) longest = Math.max(longest, wait)
  model.spots.forEach(({ index, capacity }) => {
    const name = placeOf[index]!
    if (name === '' || !Number.isFinite(capacity)) return
    const place = places.get(name) ?? { seconds: 0, capacity: 0 }
    places.set(name, place)
    place.capacity += capacity
    place.seconds += busyOf[index]!
  })
  const inOrder = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    visits,
    lead,
    last,
    waiting,
    longest,
    blocked,
    patientMetres,
    adding,
    handoffs,
    overtime,
    turned,
    roles,
    pathways: inOrder(pathways),
    places: inOrder(places),
    queues: inOrder(queues),
  }
}

/** `pathway/step` of steps that patients may queue for: those of one key are one queue. */
function stepNames(model: Model): readonly (string | undefined)[] {
  return model.steps.map(({ flow, step }) => {
    const { pathway } = model.flows[flow]!
    return pathway.flow === 'patient' && step.parallelWith === undefined ? `${pathway.key}/${step.key}` : undefined
  })
}

/** `roomType/fixtureType` of each spot, or `roomType`; gates and what nobody takes have none. */
function placeNames(model: Model): readonly string[] {
  const names = model.spots.map(() => '')
  for (const { step, set } of model.steps) {
    if ('step' in step.place) continue
    const { roomType, fixtureType } = step.place
    for (const { index } of model.sets[set]?.spots ?? [])
      if (names[index] === '') names[index] = fixtureType === undefined ? roomType : `${roomType}/${fixtureType}`
  }
  return names
}

/** One name for a figure and its subject. */
export function simulatedNameOf({ metric, subject }: SimulatedName): string {
  return subject === undefined ? metric : `${metric} ${subject}`
}
