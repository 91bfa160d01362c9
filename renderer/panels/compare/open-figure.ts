import type { Id } from '#shared/base/ids'
import type { MeasureRef } from '../../workers/messages'

/** A number that was asked what it is made of: a measure, or trips that a chart has added up. */
export type OpenFigure =
  | { readonly design: Id; readonly of: MeasureRef }
  | {
      readonly design: Id
      readonly of: { readonly trips: readonly string[] }
      readonly title: string
      /** What is said of them together. */
      readonly summary: string
    }
