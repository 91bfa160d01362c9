import { demandOf } from '#shared/demand/demand'
import { scenarioOf } from '#shared/journeys/pathways-in-force'
import { modelOfDesign } from '#shared/simulation/lay-design'
import type { Model } from '#shared/simulation/model'
import { runModel } from '#shared/simulation/run-model'
import { DOING, type Trace, TraceWriter } from '#shared/simulation/trace'
import { controlledMean } from './controlled-mean'
import { type Built, builtCase, type OpenCase, openCases } from './queueing-cases'
import { QUEUEING_DESIGN, queueingUnit } from './queueing-unit'

/** What one run came to, by the name of the answer: `Wq`, `classes 0 Wq`, `nodes 1 W`. */
export type Observed = Readonly<Record<string, number>>

export function runnerOf(open: OpenCase, built: Built): (replication: number) => Observed {
  const document = queueingUnit(built.unit)
  const compiled = modelOfDesign(document, QUEUEING_DESIGN, 'own')
  if (compiled.status !== 'ok') throw new Error(`${open.id}: ${compiled.reason.key}`)
  const scenario = scenarioOf(document.workshop)!
  const writer = new TraceWriter()
  return (replication) => {
    const run = runModel(compiled.model, demandOf(scenario, seedOf(open), replication, built.days), writer)
    if (run.status !== 'ok') throw new Error(`${open.id}: ${run.reason.key}`)
    return observedIn(open, built, compiled.model, run.trace)
  }
}

const DAY_S = 86_400
/** About so many patients come a day. */
const PER_DAY = 4000

/** Each case by itself: one unlucky draw of arrivals must not show in all of them. */
function seedOf({ id }: OpenCase): number {
  return 1000 + openCases().findIndex((one) => one.id === id)
}

/** Answers whose share of rare visits makes them slow to settle: held to their distance, not to their error. */
const SLOW = new Set(['pLate'])

export type Held = { readonly name: string; readonly exact: number; readonly mean: number; readonly error: number; readonly replications: number }

/** Runs a case until the standard error of each answer is so small a share of it, at least 30 times. */
export function heldAnswers(open: OpenCase, share: number, most: number): readonly Held[] {
  const built = builtCase(open, PER_DAY, daysOf(open))
  const run = runnerOf(open, built)
  const answers = Object.entries(answersOf(open))
  const known = knownOf(open)
  const seen: Observed[] = []
  for (let replications = 1; ; replications++) {
    seen.push(run(replications))
    if (replications < 30 || (replications % 10 > 0 && replications < most)) continue
    const told = (name: string) => seen.map((one) => one[name]!)
    const controls = Object.entries(known).map(([name, value]) => told(name).map((one) => one - value))
    // What is taken as known is itself held to what it should be, or a wrong rate would explain itself away.
    const held: readonly Held[] = [
      ...answers.map(([name, exact]) => ({ name, exact, replications, ...controlledMean(told(name), controls) })),
      ...Object.entries(known).map(([name, exact]) => ({ name, exact, replications, ...controlledMean(told(name), []) })),
    ]
    if (replications >= most || held.every(({ name, error, exact }) => SLOW.has(name) || error <= share * exact)) return held
  }
}

/** Days of a run: its first fifth, which is left out, is six times what it takes to forget an empty start (ρ / (1 - √ρ)² patients). */
function daysOf({ model, exact }: OpenCase): number {
  if (model === 'M/M/c-transient0') return 1
  if (model === 'Mt/M/inf') return 25
  if (exact.rho === undefined) return 2
  const busy = Number(exact.rho)
  return Math.ceil((6 * busy) / (1 - Math.sqrt(busy)) ** 2 / (PER_DAY / 5))
}

/** How many come and how long they take is known as well: what a run had too much of explains most of its long queues. */
function knownOf({ model, lambda, mu, service, gamma }: OpenCase): Observed {
  if (model === 'Jackson') {
    const served = (mu as readonly number[]).map((rate, node) => [`served ${node}`, 1 / rate] as const)
    return { rate: (gamma as readonly number[]).reduce((sum, rate) => sum + rate, 0), ...Object.fromEntries(served) }
  }
  const { mean } = (service ?? {}) as { mean?: number }
  if (model === 'M/M/1' || model === 'M/M/c') return { rate: Number(lambda), served: 1 / Number(mu) }
  return model === 'M/G/1' && mean !== undefined ? { rate: Number(lambda), served: mean } : {}
}

function observedIn(open: OpenCase, { tick, days, warm }: Built, model: Model, trace: Trace): Observed {
  const { agents } = trace
  if (open.model === 'M/M/c-transient0') return { EN: insideAt(trace, Number(open.t) * tick) }
  if (open.model === 'Mt/M/inf') {
    const at = (hour: number) => {
      let sum = 0
      let count = 0
      for (let day = Math.round(warm / DAY_S); day < days; day++, count++) sum += insideAt(trace, day * DAY_S + hour * 3600)
      return sum / count
    }
    const { lag } = open.exact as { lag: number }
    return { peak: at(6 + lag), trough: at(18 + lag), meanAtQuarter: at(6) }
  }
  const until = open.model === 'M/M/c//N' ? 14 * DAY_S : days * DAY_S
  const ticks = (until - warm) / tick
  const waitOf = new Float64Array(agents.kind.length)
  const waits = model.steps.map(() => 0)
  const times = model.steps.map(() => 0)
  const visits = model.steps.map(() => 0)
  const waited = model.steps.map(() => 0)
  let busy = 0
  let served = 0
  for (let row = 0; row < trace.rows; row++) {
    const who = trace.who[row]!
    if (who < 0 || agents.kind[who] !== 1) continue
    const doing = trace.doing[row]!
    const [from, to, step] = [trace.from[row]!, trace.to[row]!, trace.step[row]!]
    const came = open.model === 'M/M/c//N' ? to : agents.came[who]!
    if (came < warm || came >= until) continue
    if (doing === DOING.wait || doing === DOING.ready || doing === DOING.blocked) {
      waitOf[who] = waitOf[who]! + (to - from)
      waits[step]! += to - from
      waited[step]! += 1
    } else if (doing === DOING.step) {
      times[step]! += to - from
      visits[step]! += 1
      busy += to - from
      served += 1
    }
  }
  const found: Record<string, number> = {}
  let count = 0
  let turned = 0
  let inside = 0
  let late = 0
  let delayed = 0
  let wait = 0
  const { Wq90 } = open.exact as { Wq90?: number }
  const byFlow = model.flows.map(() => ({ count: 0, wait: 0 }))
  const away = new Set<number>()
  for (let row = 0; row < trace.rows; row++) if (trace.doing[row] === DOING.turnedAway) away.add(trace.who[row]!)
  for (let who = 0; who < agents.kind.length; who++) {
    if (agents.kind[who] !== 1 || agents.came[who]! < warm || agents.came[who]! >= until) continue
    if (model.flows[agents.of[who]!]!.whom !== 'patient') continue
    if (away.has(who)) {
      turned += 1
      continue
    }
    count += 1
    inside += agents.left[who]! - agents.came[who]!
    wait += waitOf[who]!
    const of = byFlow[agents.of[who]!]!
    of.count += 1
    of.wait += waitOf[who]!
    if (waitOf[who]! > 1e-6) delayed += 1
    if (Wq90 !== undefined && waitOf[who]! > Wq90 * tick) late += 1
  }
  if (open.model === 'M/M/c//N') {
    const calls = model.steps.filter(({ step }) => step.key.startsWith('call')).map(({ index }) => index)
    const sum = (of: readonly number[]) => calls.reduce((total, index) => total + of[index]!, 0)
    const done = sum(visits)
    const Wq = sum(waits) / done / tick
    const W = Wq + sum(times) / done / tick
    return { lambdaEff: done / ticks, Wq, W, L: (W * done) / ticks, Lq: (Wq * done) / ticks, rho: sum(times) / tick / ticks / Number(open.c) }
  }
  const Wq = wait / count / tick
  const W = inside / count / tick
  Object.assign(found, { Wq, W, Lq: (Wq * count) / ticks, L: (W * count) / ticks, pWait: delayed / count, pLate: late / count })
  Object.assign(found, { pBlock: turned / (count + turned), lambdaEff: count / ticks, occupancy: busy / tick / ticks / Number(open.c ?? 1) })
  Object.assign(found, { rate: (count + turned) / ticks, served: busy / served / tick })
  Object.assign(found, { Wtotal: W, WqTotalPerExternalArrival: Wq, carried: busy / tick / ticks })
  byFlow.forEach((of, i) => {
    found[`classes ${i} Wq`] = of.wait / of.count / tick
  })
  if (open.model === 'Jackson') {
    const nodes = [0, 1, 2].map((node) =>
      model.steps.filter(({ set }) => model.sets[set]!.spots[0]!.key.includes(`node${node}0`)).map(({ index }) => index),
    )
    nodes.forEach((steps, node) => {
      const sum = (of: readonly number[]) => steps.reduce((total, index) => total + of[index]!, 0)
      const done = sum(visits)
      found[`nodes ${node} Wq`] = sum(waits) / done / tick
      found[`nodes ${node} W`] = (sum(waits) + sum(times)) / done / tick
      found[`nodes ${node} lambda`] = done / ticks
      found[`served ${node}`] = sum(times) / done / tick
      found[`nodes ${node} Lq`] = sum(waits) / tick / ticks
    })
  }
  return found
}

function insideAt({ agents }: Trace, time: number): number {
  let count = 0
  for (let who = 0; who < agents.kind.length; who++) if (agents.kind[who] === 1 && agents.came[who]! <= time && agents.left[who]! > time) count += 1
  return count
}

const LOOKED_AT = [
  'Wq',
  'W',
  'Lq',
  'L',
  'pWait',
  'pBlock',
  'lambdaEff',
  'occupancy',
  'carried',
  'Wtotal',
  'WqTotalPerExternalArrival',
  'EN',
  'peak',
  'trough',
  'meanAtQuarter',
  'rho',
] as const

/** The answers of a case that a run answers too. */
export function answersOf(open: OpenCase): Observed {
  const { exact } = open
  const found: Record<string, number> = {}
  for (const name of LOOKED_AT) {
    const value = exact[name]
    if (typeof value === 'number' && (name !== 'rho' || open.model === 'M/M/c//N')) found[name] = value
  }
  if (typeof exact.Wq90 === 'number') found.pLate = 0.1
  for (const group of ['classes', 'nodes'] as const) {
    const rows = exact[group] as readonly Readonly<Record<string, number>>[] | undefined
    rows?.forEach((row, i) => {
      for (const [name, value] of Object.entries(row)) {
        const isLooked = group === 'classes' ? name === 'Wq' : ['Wq', 'W', 'lambda', 'Lq'].includes(name)
        if (isLooked) found[`${group} ${i} ${name}`] = value
      }
    })
  }
  return found
}
