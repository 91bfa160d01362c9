import type { Id } from '#shared/base/ids'
import { warmUpNeeded } from '#shared/comparison/warm-up'
import type { WardDocument } from '#shared/document/document'
import { behindFigure, behindMeetings } from '#shared/metrics/behind-figure'
import { openSimulator, type SimulationPlan, type Simulator } from '#shared/metrics/simulate'
import type { SimulatedName } from '#shared/metrics/simulated-day'
import { type LaidGround, layGround } from '#shared/simulation/lay-design'
import type { Behind, FoundBehind, FromSimulateWorker, ToSimulateWorker } from './simulate-messages'
import { tracedDay } from './traced-day'

/** What a simulate worker does, without the worker. Floors are laid once a design, and serve every plan. */
export function createSimulateDesk(): (message: ToSimulateWorker) => FromSimulateWorker | undefined {
  let document: WardDocument | undefined
  const grounds = new Map<Id, LaidGround>()
  const simulators = new Map<string, Simulator>()

  function simulatorOf(of: WardDocument, design: Id, plan: SimulationPlan): Simulator {
    const key = `${design} ${JSON.stringify(plan)}`
    const known = simulators.get(key)
    if (known !== undefined) return known
    const laid = grounds.get(design) ?? layGround(of, design)
    if (laid !== undefined) grounds.set(design, laid)
    const made = openSimulator(of, design, 'own', plan, laid)
    simulators.set(key, made)
    return made
  }

  return (message) => {
    if (message.type === 'document') {
      document = message.document
      grounds.clear()
      simulators.clear()
      return undefined
    }
    const { ask } = message
    if (document === undefined) return { type: 'failed', ask, reason: 'no document' }
    try {
      if (message.type === 'run') {
        const { design, from, to } = message.task
        return { type: 'ran', ask, runs: simulatorOf(document, design, message.plan).run(from, to) }
      }
      if (message.type === 'warmUp') return { type: 'warmedUp', ask, needed: warmUpNeeded(document, message.design, 'own', message.plan) }
      const { design, plan, replication } = message.day
      const simulator = simulatorOf(document, design, plan)
      if (message.type === 'behind') return { type: 'behind', ask, behind: behindOf(simulator, plan, message.name, replication) }
      const { trace, reason } = simulator.trace(replication)
      const day = trace === undefined || simulator.model === undefined ? undefined : tracedDay(simulator.model, trace)
      return { type: 'traced', ask, day, reason }
    } catch (error) {
      return { type: 'failed', ask, reason: error instanceof Error ? error.message : String(error) }
    }
  }
}

/** So many replications are looked into, and so many rows come back: more is nobody's reading. */
const MOST_LOOKED_INTO = 60
const MOST_ROWS = 100

function behindOf({ model, trace, meetings }: Simulator, plan: SimulationPlan, name: SimulatedName, replications: number): Behind {
  const looked = Math.min(replications, MOST_LOOKED_INTO)
  const isOfMeetings = name.metric === 'meetings' || name.metric === 'meetingDays'
  const sign = name.better === 'more' || isOfMeetings ? -1 : 1
  let rows: FoundBehind[] = []
  let of = 0
  for (let replication = 0; replication < looked && model !== undefined; replication++) {
    const day = trace(replication).trace
    if (day === undefined) break
    const found = isOfMeetings
      ? behindMeetings(
          model,
          day,
          meetings(day).filter(({ at }) => at >= (plan.warmUp ?? 0)),
          name,
        )
      : behindFigure(model, day, name, plan.days, plan.warmUp)
    of += found.length
    rows = [...rows, ...found.slice(0, MOST_ROWS).map((row) => ({ ...row, replication }))]
      .sort((a, b) => sign * (b.value - a.value) || a.replication - b.replication)
      .slice(0, MOST_ROWS)
  }
  return { rows, of, replications: looked }
}
