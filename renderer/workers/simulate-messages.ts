import type { Id } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import type { SimulatedRuns, SimulationPlan } from '#shared/metrics/simulate'
import type { SimulateTask } from '#shared/metrics/simulate-tasks'
import type { TracedDay } from './traced-day'

/** One replication of a design under a plan: the day that is shown, or asked about. */
export type DayRef = { readonly design: Id; readonly plan: SimulationPlan; readonly replication: number }

/** What a simulate worker is asked. A document holds until the next; what is ready of its designs is kept. */
export type ToSimulateWorker =
  | { readonly type: 'document'; readonly document: WardDocument }
  | { readonly type: 'run'; readonly ask: number; readonly task: SimulateTask; readonly plan: SimulationPlan }
  | { readonly type: 'trace'; readonly ask: number; readonly day: DayRef }

export type FromSimulateWorker =
  | { readonly type: 'ran'; readonly ask: number; readonly runs: SimulatedRuns }
  /** `day` as far as it went; `reason` why it went no further. */
  | { readonly type: 'traced'; readonly ask: number; readonly day: TracedDay | undefined; readonly reason: Message | undefined }
  | { readonly type: 'failed'; readonly ask: number; readonly reason: string }
