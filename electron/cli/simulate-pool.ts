import { Worker } from 'node:worker_threads'
import type { Id } from '#shared/base/ids'
import type { WardDocument } from '#shared/document/document'
import type { Reading } from '#shared/metrics/measurement'
import { joinedRuns, openSimulator, type SimulatedRuns, type SimulationPlan } from '#shared/metrics/simulate'

export type SimulateWork = { readonly bytes: Uint8Array; readonly plan: SimulationPlan; readonly reading: Reading }
export type SimulateTask = { readonly design: Id; readonly from: number; readonly to: number }

/** Replications a task: small enough that no thread is left with the last one for long. */
const TASK_RUNS = 10

/**
 * Runs the replications of some designs, over so many threads. What comes out hangs on the replications alone, never on who
 * ran them: tasks are put together in their own order.
 */
export async function simulateDesigns(
  document: WardDocument,
  designs: readonly Id[],
  replications: number,
  work: SimulateWork,
  threads: number,
  onProgress: (share: number) => void,
): Promise<readonly SimulatedRuns[]> {
  const tasks = designs.flatMap((design) =>
    Array.from({ length: Math.ceil(replications / TASK_RUNS) }, (_, i): SimulateTask => {
      const from = i * TASK_RUNS
      return { design, from, to: Math.min(replications, from + TASK_RUNS) }
    }),
  )
  const found = new Map<SimulateTask, SimulatedRuns>()
  const finished = (task: SimulateTask, runs: SimulatedRuns) => {
    found.set(task, runs)
    onProgress(found.size / tasks.length)
  }
  if (threads < 2) {
    for (const design of designs) {
      const simulator = openSimulator(document, design, work.reading, work.plan)
      for (const task of tasks) if (task.design === design) finished(task, simulator.run(task.from, task.to))
    }
  } else await overThreads(tasks, work, Math.min(threads, tasks.length), finished)
  return designs.map((design) => joinedRuns(tasks.flatMap((task) => (task.design === design ? [found.get(task)!] : []))))
}

/** Each thread goes on with the design that it has made ready while there are tasks of it, then with the one that most is left of. */
async function overThreads(
  tasks: readonly SimulateTask[],
  workerData: SimulateWork,
  threads: number,
  finished: (task: SimulateTask, runs: SimulatedRuns) => void,
): Promise<void> {
  const left = [...tasks]
  const begun = new Map<Id, number>()
  const next = (design: Id | undefined): SimulateTask | undefined => {
    let at = left.findIndex((task) => task.design === design)
    if (at < 0) {
      const waiting = [...new Set(left.map((task) => task.design))].sort((a, b) => (begun.get(a) ?? 0) - (begun.get(b) ?? 0))
      at = left.findIndex((task) => task.design === waiting[0])
    }
    const [task] = at < 0 ? [] : left.splice(at, 1)
    if (task !== undefined && task.design !== design) begun.set(task.design, (begun.get(task.design) ?? 0) + 1)
    return task
  }
  await Promise.all(
    Array.from(
      { length: threads },
      () =>
        new Promise<void>((done, failed) => {
          const worker = new Worker(new URL(import.meta.url), { workerData, argv: ['--as-thread'] })
          let task = next(undefined)
          const go = () => {
            if (task === undefined) void worker.terminate().then(() => done())
            else worker.postMessage(task)
          }
          worker.on('error', failed)
          worker.on('message', (runs: SimulatedRuns) => {
            const ended = task!
            finished(ended, runs)
            task = next(ended.design)
            go()
          })
          go()
        }),
    ),
  )
}
