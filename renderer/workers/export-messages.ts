import type { Id } from '#shared/base/ids'
import type { WardDocument } from '#shared/document/document'
import type { PlanOf } from '#shared/exchange/hand-over'
import type { ExportKind } from '#shared/ipc/requests'
import type { SimulatedRuns } from '#shared/metrics/simulate'
import type { RunTerms } from '#shared/simulation/run-terms'

export type RunsUnderTerms = { readonly runs: readonly SimulatedRuns[]; readonly terms: RunTerms }

/** What is to be made of a document. `design` and `plan` are for drawings. */
export type ExportOrder = {
  readonly document: WardDocument
  /** The name of its file, without its folder. */
  readonly file: string
  readonly kind: ExportKind
  readonly design: Id
  readonly plan: PlanOf
  /** Days that were run of this very document; undefined where there are none. */
  readonly simulated: RunsUnderTerms | undefined
  /** Worst days of it, the usual one first. */
  readonly worst: readonly RunsUnderTerms[] | undefined
}

export type MadeExport =
  | { readonly status: 'made'; readonly files: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[] }
  | { readonly status: 'failed'; readonly why: string }
