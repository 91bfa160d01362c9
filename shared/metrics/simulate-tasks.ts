import type { Id } from '#shared/base/ids'
import { joinedRuns, type SimulatedRuns } from './simulate'

/** Replications `from` up to, not with, `to` of a design under one of the plans of a job, by its number. */
export type SimulateTask = { readonly plan: number; readonly design: Id; readonly from: number; readonly to: number }

/** Replications a task: small enough that no thread is left with the last one for long, and that progress moves. */
const TASK_RUNS = 5

/** A stretch of replications cut into tasks, the same however many threads there are. */
export function tasksOf({ plan, design, from, to }: SimulateTask): readonly SimulateTask[] {
  const tasks: SimulateTask[] = []
  for (let at = from; at < to; at += TASK_RUNS) tasks.push({ plan, design, from: at, to: Math.min(to, at + TASK_RUNS) })
  return tasks
}

/** Tasks handed out to threads, and what comes back put together again. */
export type TaskQueue = {
  /** The next task for a thread that did `last`; undefined where none is left. */
  next(last?: SimulateTask): SimulateTask | undefined
  done(task: SimulateTask, runs: SimulatedRuns): void
  /** Of all replications, those that are done. */
  share(): number
  /** Events that those still to be handed out come to, if they are like those done; 0 where none is. */
  eventsLeft(): number
  /** What came of a stretch, its tasks in their own order; all of them done. */
  runsOf(stretch: SimulateTask): SimulatedRuns
}

/**
 * What comes out hangs on the replications alone, never on who ran them. A thread goes on with the design that it has made
 * ready while there are tasks of it, then with the one that the fewest have begun.
 */
export function openTaskQueue(stretches: readonly SimulateTask[]): TaskQueue {
  const cut = new Map(stretches.map((stretch) => [stretch, tasksOf(stretch)]))
  const left = [...cut.values()].flat()
  const all = left.reduce((sum, { from, to }) => sum + to - from, 0)
  const found = new Map<SimulateTask, SimulatedRuns>()
  const begun = new Map<string, number>()
  let finished = 0
  let events = 0
  return {
    next(last) {
      let at = last === undefined ? -1 : left.findIndex((task) => nameOf(task) === nameOf(last))
      if (at < 0) {
        let fewest = Number.POSITIVE_INFINITY
        left.forEach((task, index) => {
          const count = begun.get(nameOf(task)) ?? 0
          if (count < fewest) [fewest, at] = [count, index]
        })
      }
      const [task] = at < 0 ? [] : left.splice(at, 1)
      if (task !== undefined && (last === undefined || nameOf(task) !== nameOf(last))) begun.set(nameOf(task), (begun.get(nameOf(task)) ?? 0) + 1)
      return task
    },
    done(task, runs) {
      found.set(task, runs)
      finished += task.to - task.from
      events += runs.events
    },
    share: () => (all === 0 ? 1 : finished / all),
    eventsLeft: () => (finished === 0 ? 0 : (events / finished) * left.reduce((sum, { from, to }) => sum + to - from, 0)),
    runsOf: (stretch) => joinedRuns((cut.get(stretch) ?? []).map((task) => found.get(task)!)),
  }
}

function nameOf({ plan, design }: SimulateTask): string {
  return `${plan} ${design}`
}
