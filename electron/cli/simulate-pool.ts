import { Worker } from 'node:worker_threads'
import type { Id } from '#shared/base/ids'
import type { WardDocument } from '#shared/document/document'
import type { Reading } from '#shared/metrics/measurement'
import { openSimulator, type SimulatedRuns, type SimulationPlan, type Simulator } from '#shared/metrics/simulate'
import { openTaskQueue, type SimulateTask, type TaskQueue } from '#shared/metrics/simulate-tasks'

export type SimulateWork = { readonly bytes: Uint8Array; readonly plan: SimulationPlan; readonly reading: Reading }

/**
 * Runs the replications of some designs, over so many threads. What comes out hangs on the replications alone, never on who
 * ran them.
 */
export async function simulateDesigns(
  document: WardDocument,
  designs: readonly Id[],
  replications: number,
  work: SimulateWork,
  threads: number,
  onProgress: (share: number) => void,
): Promise<readonly SimulatedRuns[]> {
  const stretches = designs.map((design): SimulateTask => ({ plan: 0, design, from: 0, to: replications }))
  const queue = openTaskQueue(stretches)
  const finished = (task: SimulateTask, runs: SimulatedRuns) => {
    queue.done(task, runs)
    onProgress(queue.share())
  }
  if (threads < 2) {
    const simulators = new Map<Id, Simulator>()
    for (let task = queue.next(); task !== undefined; task = queue.next(task)) {
      const simulator = simulators.get(task.design) ?? openSimulator(document, task.design, work.reading, work.plan)
      simulators.set(task.design, simulator)
      finished(task, simulator.run(task.from, task.to))
    }
  } else await Promise.all(Array.from({ length: threads }, () => onThread(queue, work, finished)))
  return stretches.map((stretch) => queue.runsOf(stretch))
}

/** One thread, until nothing is left for it. */
function onThread(queue: TaskQueue, workerData: SimulateWork, finished: (task: SimulateTask, runs: SimulatedRuns) => void): Promise<void> {
  return new Promise((done, failed) => {
    let task = queue.next()
    if (task === undefined) {
      done()
      return
    }
    const worker = new Worker(new URL(import.meta.url), { workerData, argv: ['--as-thread'] })
    const go = () => {
      if (task === undefined) void worker.terminate().then(() => done())
      else worker.postMessage(task)
    }
    worker.on('error', failed)
    worker.on('message', (runs: SimulatedRuns) => {
      const ended = task!
      finished(ended, runs)
      task = queue.next(ended)
      go()
    })
    go()
  })
}
