import type { Id } from '#shared/base/ids'
import type { SimulationPlan } from '#shared/metrics/simulate'
import type { OpenDocument } from '../state/document-store'

/** Somebody of a simulated day to be followed, from a moment on: an agent of its trace, seconds after its first midnight. */
export type Watch = { readonly agent: number; readonly seconds: number }

export type PlaybackProps = {
  /** What is drawn, and what is simulated. */
  readonly open: OpenDocument
  readonly design: Id
  readonly plan: SimulationPlan
  readonly replication: number
  readonly watch: Watch | undefined
}

/** One replication of a design as it happened. */
export function Playback({ replication }: PlaybackProps) {
  return <p className="stage-empty quiet">{replication}</p>
}
