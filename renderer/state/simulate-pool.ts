import type { WardDocument } from '#shared/document/document'
import type { SimulatedRuns, SimulationPlan } from '#shared/metrics/simulate'
import { openTaskQueue, type SimulateTask } from '#shared/metrics/simulate-tasks'
import type { SimulatePort } from './day-desk'

export type SimulatePool = {
  /** What came of each stretch, in their order; rejects where a thread broke. */
  run(plans: readonly SimulationPlan[], stretches: readonly SimulateTask[], onShare: (share: number) => void): Promise<readonly SimulatedRuns[]>
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

  return {
    async run(plans, stretches, onShare) {
      const queue = openTaskQueue(stretches)
      const thread = (index: number) =>
        new Promise<void>((done, failed) => {
          let task = queue.next()
          const go = () => {
            if (task === undefined) done()
            else portAt(index).post({ type: 'run', ask: ++asked, task, plan: plans[task.plan]! })
          }
          heard[index] = (answer) => {
            if (answer.type === 'failed') failed(new Error(answer.reason))
            if (answer.type !== 'ran' || task === undefined) return
            queue.done(task, answer.runs)
            onShare(queue.share())
            task = queue.next(task)
            go()
          }
          go()
        })
      await Promise.all(Array.from({ length: threads }, (_, index) => thread(index)))
      return stretches.map((stretch) => queue.runsOf(stretch))
    },
    end() {
      for (const port of ports) port.end()
      ports.length = 0
    },
  }
}
