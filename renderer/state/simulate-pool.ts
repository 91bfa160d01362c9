import type { Id } from '#shared/base/ids'
import type { WarmUpNeeded } from '#shared/comparison/warm-up'
import type { WardDocument } from '#shared/document/document'
import type { SimulatedRuns, SimulationPlan } from '#shared/metrics/simulate'
import { openTaskQueue, type SimulateTask } from '#shared/metrics/simulate-tasks'
import type { FromSimulateWorker, ToSimulateWorker } from '../workers/simulate-messages'
import type { SimulatePort } from './day-desk'

export type SimulatePool = {
  /** What came of each stretch, in their order; rejects where a thread broke. */
  run(plans: readonly SimulationPlan[], stretches: readonly SimulateTask[], onShare: (share: number) => void): Promise<readonly SimulatedRuns[]>
  /** How long each of these designs takes to fill up, in their order; undefined for one that cannot be run. Rejects where a thread broke. */
  warmUps(plan: SimulationPlan, designs: readonly Id[], onShare: (share: number) => void): Promise<readonly (WarmUpNeeded | undefined)[]>
  /** At once, whatever is under way: what it would have answered is never heard of. */
  end(): void
}

/** Threads with a document, for any number of runs of it one after the other. They are started when the first task is there for them. */
export function openSimulatePool(document: WardDocument, threads: number, open: () => SimulatePort): SimulatePool {
  const ports: SimulatePort[] = []
  /** What each thread does with an answer. */
  const heard: (Parameters<SimulatePort['onAnswer']>[0] | undefined)[] = []
  let asked = 0

  const portAt = (index: number): SimulatePort => {
    let port = ports[index]
    if (port === undefined) {
      port = open()
      ports[index] = port
      port.onAnswer((answer) => heard[index]?.(answer))
      port.post({ type: 'document', document })
    }
    return port
  }

  /** Every thread asks what it is given until there is nothing more, and hands back what it was answered. */
  async function onThreads<Work>(
    next: (last: Work | undefined) => Work | undefined,
    questionOf: (work: Work, ask: number) => ToSimulateWorker,
    answered: (work: Work, answer: FromSimulateWorker) => boolean,
  ): Promise<void> {
    const thread = (index: number) =>
      new Promise<void>((done, failed) => {
        let work = next(undefined)
        const go = () => {
          if (work === undefined) done()
          else portAt(index).post(questionOf(work, ++asked))
        }
        heard[index] = (answer) => {
          if (answer.type === 'failed') failed(new Error(answer.reason))
          if (work === undefined || !answered(work, answer)) return
          work = next(work)
          go()
        }
        go()
      })
    await Promise.all(Array.from({ length: threads }, (_, index) => thread(index)))
  }

  return {
    async run(plans, stretches, onShare) {
      const queue = openTaskQueue(stretches)
      await onThreads<SimulateTask>(
        (last) => queue.next(last),
        (task, ask) => ({ type: 'run', ask, task, plan: plans[task.plan]! }),
        (task, answer) => {
          if (answer.type !== 'ran') return false
          queue.done(task, answer.runs)
          onShare(queue.share())
          return true
        },
      )
      return stretches.map((stretch) => queue.runsOf(stretch))
    },
    async warmUps(plan, designs, onShare) {
      const left = [...designs]
      const found = new Map<Id, WarmUpNeeded | undefined>()
      await onThreads<Id>(
        () => left.shift(),
        (design, ask) => ({ type: 'warmUp', ask, design, plan }),
        (design, answer) => {
          if (answer.type !== 'warmedUp') return false
          found.set(design, answer.needed)
          onShare(found.size / designs.length)
          return true
        },
      )
      return designs.map((design) => found.get(design))
    },
    end() {
      for (const port of ports) port.end()
      ports.length = 0
    },
  }
}
