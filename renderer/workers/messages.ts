import type { Id } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import type { Comparison } from '#shared/comparison/comparison'
import type { Change } from '#shared/document/change'
import type { WardDocument } from '#shared/document/document'
import type { Finding } from '#shared/document/finding'
import type { Trip } from '#shared/journeys/trip'
import type { MetricKey, MetricValue, Part, Reading } from '#shared/metrics/measurement'
import type { SimulatedRuns } from '#shared/metrics/simulate'
import type { DailyMetres, Traffic } from '#shared/metrics/traffic'
import type { PlainWords } from '#shared/report/plain-words'
import type { FoundOf, Inquiry } from './inquiries'

/** A measure, or the part of one that has parts. */
export type MeasureRef = { readonly metric: MetricKey; readonly subject: string | undefined }

/** What is to be worked out. `preview` lies on top of the revision the worker is at, and is never kept. */
export type Question = {
  readonly design: Id
  readonly reading: Reading
  readonly preview: Change | undefined
  /** The measure whose parts are wanted too. */
  readonly open: MeasureRef | undefined
}

export type ToLiveWorker =
  | { readonly type: 'document'; readonly revision: number; readonly document: WardDocument }
  | { readonly type: 'change'; readonly revision: number; readonly change: Change }
  | { readonly type: 'measure'; readonly ask: number; readonly question: Question }
  | { readonly type: 'measure-all'; readonly ask: number }
  /** Measures one design ahead of comparing, so that comparing can be watched and given up. */
  | { readonly type: 'prepare'; readonly ask: number; readonly design: Id }
  /** `runs`: days of these designs as they are, which say whether time keeps apart what routes do not. */
  | { readonly type: 'compare'; readonly ask: number; readonly runs?: readonly SimulatedRuns[] }
  /** The parts of a measure, or trips by their keys with their metres a day. */
  | { readonly type: 'parts'; readonly ask: number; readonly design: Id; readonly of: MeasureRef | { readonly trips: readonly string[] } }
  | { readonly type: 'inquire'; readonly ask: number; readonly inquiry: Inquiry }
  /** All findings of a design, which take a while: worked on for a moment, and gone on with when asked again. */
  | { readonly type: 'find'; readonly ask: number; readonly design: Id; readonly preview: Change | undefined; readonly goesOn: boolean }

/** What the charts draw of one design under its own pathways. */
export type DesignTraffic = { readonly traffic: Traffic; readonly daily: readonly DailyMetres[] }

/** A trip without its routes: what a list and a drawing need of it. */
export type TripRow = Omit<Trip, 'routes' | 'walks'>

/** A part on its way between threads: its marks' points lie in one array, `count` points from `start`. */
export type PartRow = Omit<Part, 'trip' | 'marks'> & {
  readonly trip: TripRow | undefined
  readonly marks: readonly (Omit<Part['marks'][number], 'points'> & { readonly start: number; readonly count: number })[]
}

export type FromLiveWorker =
  | {
      readonly type: 'measured'
      readonly ask: number
      readonly revision: number
      readonly question: Omit<Question, 'preview'> & { readonly isPreview: boolean }
      readonly values: readonly MetricValue[]
      /** Of today's unit under its own pathways; undefined where no design is today's, or it is still to come. */
      readonly today: readonly MetricValue[] | undefined
      /** The design's own numbers did not wait for today's: the same question asked again has both. */
      readonly isTodayToCome: boolean
      readonly overloaded: readonly Message[]
      readonly findings: readonly Finding[]
      readonly parts: readonly PartRow[]
      /** x0, y0, x1, y1, ... of all marks, metres. Transferred. */
      readonly points: Float64Array
    }
  | {
      /** Every design under its own pathways, by its id. */
      readonly type: 'measured-all'
      readonly ask: number
      readonly revision: number
      readonly values: ReadonlyMap<Id, readonly MetricValue[]>
    }
  | { readonly type: 'prepared'; readonly ask: number; readonly revision: number }
  | {
      readonly type: 'compared'
      readonly ask: number
      readonly revision: number
      readonly comparison: Comparison
      /** By the design's id. */
      readonly traffic: ReadonlyMap<Id, DesignTraffic>
      /** What each design but today comes to, in a few sentences. */
      readonly plain: readonly PlainWords[]
    }
  | { readonly type: 'parts'; readonly ask: number; readonly revision: number; readonly parts: readonly PartRow[]; readonly points: Float64Array }
  | { readonly type: 'inquired'; readonly ask: number; readonly revision: number; readonly found: FoundOf<Inquiry> }
  | {
      readonly type: 'found'
      readonly ask: number
      readonly revision: number
      /** Undefined: not all of them yet. */
      readonly findings: readonly Finding[] | undefined
    }
  | { readonly type: 'failed'; readonly ask: number; readonly revision: number; readonly reason: string }
