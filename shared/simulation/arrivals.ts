import type { FlowModel } from './model'
import type { Run } from './run'
import { EVENT, RANK } from './run-events'
import { NOBODY, Visit } from './run-state'

export type Stream = { readonly flow: FlowModel; readonly times: Float64Array; readonly patients: Float64Array; next: number }

/** About so many rows of a trace are a step of a visit: waiting, being there, having a place. */
const ROWS_A_STEP = 3

/** Who comes, and when: patients and staff who pass through by the demand, and everything that is made in a run. */
export class Arrivals {
  private readonly run: Run

  constructor(run: Run) {
    this.run = run
  }

  openArrivals(): void {
    let rows = 0
    let agents = this.run.trace.agentCount
    for (const host of this.run.model.hosts) {
      const flow = this.run.model.flows[host]!
      const { times, patients } = this.run.demand.arrivalsOf(flow.pathway.key)
      rows += times.length * (ROWS_A_STEP * flow.steps.length + 1)
      agents += times.length
      if (times.length > 0) this.run.heap.push(times[0]!, RANK.arrival, EVENT.arrival, { flow, times, patients, next: 0 }, 0)
    }
    this.run.trace.reserve(rows, agents)
  }

  arrive(stream: Stream): void {
    const { flow, times, patients } = stream
    const visit = this.newVisit(flow, patients[stream.next]!, undefined)
    stream.next += 1
    if (stream.next < times.length) this.run.heap.push(times[stream.next]!, RANK.arrival, EVENT.arrival, stream, 0)
    this.run.inside.add(visit)
    if (flow.gateIn !== undefined) {
      // Several doors of one name share who comes in.
      visit.spot = this.run.spots[flow.gateIn[visit.patient % flow.gateIn.length]!.index]!
      visit.seat = visit.spot
    }
    this.run.course.proceed(visit, NOBODY)
  }

  newVisit(flow: FlowModel, patient: number, owner: Visit | undefined): Visit {
    const of = flow.pathway.traits
    const draws = this.run.traits[flow.index]!
    let traits = 0
    let factor = 1
    for (let at = 0; at < of.length; at++) {
      traits += factor * draws.valueOf(at, patient)
      factor *= of[at]!.values.length
    }
    const agent = this.run.trace.agent(
      owner === undefined && flow.whom !== 'item' ? 1 : 2,
      flow.index,
      patient,
      owner?.agent ?? -1,
      traits,
      this.run.now,
    )
    return new Visit(agent, flow, patient, flow.opsFor(traits))
  }
}
