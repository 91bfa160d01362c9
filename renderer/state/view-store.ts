import { createStore } from 'zustand/vanilla'
import type { Id } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import type { Edit } from '#shared/commands/edit'
import type { Change } from '#shared/document/change'
import type { Reading } from '#shared/metrics/measurement'
import type { MeasureRef } from '../workers/messages'

export type Stage = 'designs' | 'compare'

/** A gesture under way: what letting go would do, and whether it may. */
export type Preview = {
  readonly element: Id
  readonly edit: Edit
  /** Lines that the dragged thing came to lie on, metres. */
  readonly guides: readonly Guide[]
}
export type Guide = { readonly axis: 'x' | 'y'; readonly at: number }

/** What is looked at. Nothing of it is saved. */
export type ViewState = {
  readonly stage: Stage
  readonly design: Id | undefined
  readonly selection: Id | undefined
  readonly show: 'plan' | 'scene'
  readonly reading: Reading
  /** The measure whose trips are open, and the one of them that is picked. */
  readonly openMeasure: MeasureRef | undefined
  readonly pickedTrip: number | undefined
  readonly preview: Preview | undefined
  readonly dialog: 'shortcuts' | 'unsaved' | undefined
  /** What waits for the answer to the question about unsaved work. */
  readonly pending: (() => unknown) | undefined
  /** Counts the times that the whole plan was asked for. */
  readonly fitCount: number
  /** Said to everybody once, politely; the count tells two like sentences apart. */
  readonly notice: Notice | undefined
}
export type Notice = {
  readonly message: Message
  readonly tone: 'quiet' | 'problem'
  readonly count: number
  readonly action?: NoticeAction | undefined
}
export type NoticeAction = 'duplicateDesign' | 'saveAs'

export const FIRST_VIEW: ViewState = {
  stage: 'designs',
  design: undefined,
  selection: undefined,
  show: 'plan',
  reading: 'own',
  openMeasure: undefined,
  pickedTrip: undefined,
  preview: undefined,
  dialog: undefined,
  pending: undefined,
  fitCount: 0,
  notice: undefined,
}

export function createViewStore() {
  return createStore<ViewState>(() => FIRST_VIEW)
}

/** The change of a lawful preview: what is drawn and measured while dragging. */
export function lawfulChange(preview: Preview | undefined): Change | undefined {
  return preview?.edit.status === 'done' ? preview.edit.change : undefined
}
