import type { Id } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import type { Scenario } from '#shared/document/workshop'
import { settingsOf } from '#shared/journeys/pathways-in-force'
import { type LaidGround, modelOfDesign } from '#shared/simulation/lay-design'
import type { Model } from '#shared/simulation/model'
import { runReplication } from '#shared/simulation/run-replication'
import { type Trace, TraceWriter } from '#shared/simulation/trace'
import type { Reading } from './measurement'
import { meetingsIn, type SimulatedMeeting } from './meetings'
import { isSameFigure, type SimulatedName, simulatedDay } from './simulated-day'

/** What is run: so many days at a time, from a seed; figures leave out what came before `warmUp` seconds. */
export type SimulationPlan = { readonly seed: number; readonly days: number; readonly warmUp?: number; readonly scenario?: Scenario }

/** Some replications of one design: a row of figures for each that was run to its end. */
export type SimulatedRuns = {
  readonly design: Id
  readonly reading: Reading
  readonly names: readonly SimulatedName[]
  /** By replication; each as long as `names`. */
  readonly rows: readonly Float64Array[]
  /** Why a replication could not go on, and which: the design has then no figures. */
  readonly stopped: { readonly replication: number; readonly reason: Message } | undefined
  /** Events handled, all replications together. */
  readonly events: number
}

/** A design ready for any number of replications: what is looked up for one is there for the next. */
export type Simulator = {
  readonly model: Model | undefined
  /** Replications `from` up to, not with, `to`. Each depends on nothing but the document, the plan and its number. */
  run(from: number, to: number): SimulatedRuns
  /** One replication as it happened, for playback. */
  trace(replication: number): { readonly trace: Trace | undefined; readonly reason: Message | undefined }
  /** Who met whom in it of what should be kept apart, where and when. */
  meetings(trace: Trace): readonly SimulatedMeeting[]
}

export function openSimulator(document: WardDocument, design: Id, reading: Reading, plan: SimulationPlan, laid?: LaidGround): Simulator {
  const compiled = modelOfDesign(document, design, reading, plan.scenario, laid)
  if (compiled.status === 'refused') {
    const stopped = { replication: 0, reason: compiled.reason }
    return {
      model: undefined,
      run: () => ({ design, reading, names: [], rows: [], stopped, events: 0 }),
      trace: () => ({ trace: undefined, reason: compiled.reason }),
      meetings: () => [],
    }
  }
  const { model } = compiled
  const settings = settingsOf(document.workshop)!
  const separations = { keys: settings.separations.map(({ key }) => key), meetingsOf: meetingsIn(model, settings) }
  // Figures are read off before the next replication is written over it.
  const writer = new TraceWriter()
  return {
    model,
    run(from, to) {
      const rows: Float64Array[] = []
      let names: readonly SimulatedName[] = []
      let events = 0
      for (let replication = from; replication < to; replication++) {
        const run = runReplication(model, plan.seed, replication, plan.days, writer)
        events += run.events
        if (run.status === 'stopped') return { design, reading, names: [], rows: [], stopped: { replication, reason: run.reason }, events }
        const day = simulatedDay(model, run.trace, plan.days, plan.warmUp, separations)
        if (names.length === 0) names = day.names
        rows.push(inNames(names, day.names, day.values))
      }
      return { design, reading, names, rows, stopped: undefined, events }
    },
    trace(replication) {
      const run = runReplication(model, plan.seed, replication, plan.days)
      return { trace: run.trace, reason: run.status === 'stopped' ? run.reason : undefined }
    },
    meetings: separations.meetingsOf,
  }
}

/** Replications of one design put together, in the order given. */
export function joinedRuns(parts: readonly SimulatedRuns[]): SimulatedRuns {
  const [first] = parts as readonly [SimulatedRuns]
  const stopped = parts.find((part) => part.stopped !== undefined)?.stopped
  const events = parts.reduce((sum, part) => sum + part.events, 0)
  if (stopped !== undefined) return { ...first, names: [], rows: [], stopped, events }
  const names = parts.find((part) => part.rows.length > 0)?.names ?? []
  return { ...first, names, rows: parts.flatMap((part) => part.rows.map((row) => inNames(names, part.names, row))), stopped, events }
}

/** Figures in the order of other names; what a run has none of is NaN. */
function inNames(names: readonly SimulatedName[], own: readonly SimulatedName[], values: Float64Array): Float64Array {
  if (names === own || (names.length === own.length && names.every((name, i) => isSameFigure(name, own[i]!)))) return values
  return Float64Array.from(names, (name) => {
    const at = own.findIndex((other) => isSameFigure(name, other))
    return at < 0 ? Number.NaN : values[at]!
  })
}
