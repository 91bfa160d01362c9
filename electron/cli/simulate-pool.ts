import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Id } from '#shared/base/ids'
import type { WardDocument } from '#shared/document/document'
import type { Reading } from '#shared/metrics/measurement'
import { openSimulator, type SimulatedRuns, type SimulationPlan, type Simulator } from '#shared/metrics/simulate'
import { openTaskQueue, type SimulateTask, type TaskQueue } from '#shared/metrics/simulate-tasks'

export type SimulateWork = { readonly bytes: Uint8Array; readonly plan: SimulationPlan; readonly reading: Reading }

/** At most so many threads, each of them this program started again; where it may not start itself, this thread is the only one. */
export type Threads = { readonly program: URL | undefined; readonly most: number }

/** When another thread is called in: what it has to be worth in events, and how many cores there are. */
export type ThreadTerms = { readonly eventsWorth: number; readonly cores: number }

/**
 * What a warm thread handles while a fresh one reads the file, lays floors and has its code compiled, which takes it and its
 * compiler some 3 s of processor time.
 */
const THREAD_EVENTS = 1_500_000

const USUAL_TERMS: ThreadTerms = { eventsWorth: THREAD_EVENTS, cores: availableParallelism() }

/**
 * Runs the replications of some designs, over so many threads at most, this one first among them. What comes out hangs on the
 * replications alone, never on who ran them. A thread that warms up keeps two cores busy, one of them with its compiler: where there are
 * no two for each, another thread is started only once what is left is more than it costs.
 */
export async function simulateDesigns(
  document: WardDocument,
  designs: readonly Id[],
  replications: number,
  work: SimulateWork,
  { program, most }: Threads,
  onProgress: (share: number) => void,
  { eventsWorth, cores }: ThreadTerms = USUAL_TERMS,
): Promise<readonly SimulatedRuns[]> {
  const stretches = designs.map((design): SimulateTask => ({ plan: 0, design, from: 0, to: replications }))
  const queue = openTaskQueue(stretches)
  const finished = (task: SimulateTask, runs: SimulatedRuns) => {
    queue.done(task, runs)
    onProgress(queue.share())
  }
  const others: Promise<void>[] = []
  let broken: unknown
  const startUpTo = (count: number) => {
    while (program !== undefined && others.length + 1 < Math.min(most, count)) {
      const other = onThread(program, queue, work, finished).catch((error: unknown) => {
        broken ??= error
      })
      others.push(other)
    }
  }
  startUpTo(Math.floor(cores / 2))
  const simulators = new Map<Id, Simulator>()
  for (let task = queue.next(); task !== undefined && broken === undefined; task = queue.next(task)) {
    const simulator = simulators.get(task.design) ?? openSimulator(document, task.design, work.reading, work.plan)
    simulators.set(task.design, simulator)
    finished(task, simulator.run(task.from, task.to))
    startUpTo(1 + Math.floor(queue.eventsLeft() / eventsWorth))
    // The others are answered between tasks.
    if (others.length > 0) await setImmediate()
  }
  await Promise.all(others)
  if (broken !== undefined) throw broken
  return stretches.map((stretch) => queue.runsOf(stretch))
}

/** One more thread, until nothing is left for it. */
function onThread(
  program: URL,
  queue: TaskQueue,
  workerData: SimulateWork,
  finished: (task: SimulateTask, runs: SimulatedRuns) => void,
): Promise<void> {
  return new Promise((done, failed) => {
    let task = queue.next()
    if (task === undefined) {
      done()
      return
    }
    const worker = new Worker(program, { workerData, argv: ['--as-thread'] })
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
