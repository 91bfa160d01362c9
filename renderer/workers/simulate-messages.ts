import type { Id } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import type { WarmUpNeeded } from '#shared/comparison/warm-up'
import type { WardDocument } from '#shared/document/document'
import type { BehindRow } from '#shared/metrics/behind-figure'
import type { SimulatedRuns, SimulationPlan } from '#shared/metrics/simulate'
import type { SimulateTask } from '#shared/metrics/simulate-tasks'
import type { SimulatedName } from '#shared/metrics/simulated-day'
import type { TracedDay } from './traced-day'

/** One replication of a design under a plan: the day that is shown, or asked about. */
export type DayRef = { readonly design: Id; readonly plan: SimulationPlan; readonly replication: number }

/** A row of what a figure is made of, and the replication that it is of. */
export type FoundBehind = BehindRow & { readonly replication: number }
/** The first rows of so many, over so many replications. */
export type Behind = { readonly rows: readonly FoundBehind[]; readonly of: number; readonly replications: number }

/** What a simulate worker is asked. A document holds until the next; what is ready of its designs is kept. */
export type ToSimulateWorker =
  | { readonly type: 'document'; readonly document: WardDocument }
  | { readonly type: 'run'; readonly ask: number; readonly task: SimulateTask; readonly plan: SimulationPlan }
  | { readonly type: 'trace'; readonly ask: number; readonly day: DayRef }
  /** How long a design takes to fill up. */
  | { readonly type: 'warmUp'; readonly ask: number; readonly design: Id; readonly plan: SimulationPlan }
  /** What a figure is made of, over replications from the first up to, not with, the one of `day`. */
  | { readonly type: 'behind'; readonly ask: number; readonly day: DayRef; readonly name: SimulatedName }

export type FromSimulateWorker =
  | { readonly type: 'ran'; readonly ask: number; readonly runs: SimulatedRuns }
  /** `day` as far as it went; `reason` why it went no further. */
  | { readonly type: 'traced'; readonly ask: number; readonly day: TracedDay | undefined; readonly reason: Message | undefined }
  | { readonly type: 'behind'; readonly ask: number; readonly behind: Behind }
  | { readonly type: 'warmedUp'; readonly ask: number; readonly needed: WarmUpNeeded | undefined }
  /** Without `ask`: the thread itself broke, and answers nothing any more. */
  | { readonly type: 'failed'; readonly ask: number | undefined; readonly reason: string }
