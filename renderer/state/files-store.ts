import { createStore } from 'zustand/vanilla'
import type { Id } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import type { RecentFile } from '#shared/ipc/bridge'
import type { MetricValue } from '#shared/metrics/measurement'

/** What the start page shows, and what is under way with files. */
export type FilesState = {
  readonly recent: readonly RecentFile[]
  /** The name of the file being opened or written. */
  readonly busy: 'opening' | 'saving' | undefined
  /** The sample, decoded and measured for the start page. */
  readonly glimpse: Glimpse | undefined
  /** Why the last file could not be opened; what was open stays open. */
  readonly problem: { readonly name: string; readonly problem: Message } | undefined
}

export type Glimpse = { readonly document: WardDocument; readonly values: ReadonlyMap<Id, readonly MetricValue[]> | undefined }

export function createFilesStore() {
  return createStore<FilesState>(() => ({ recent: [], busy: undefined, glimpse: undefined, problem: undefined }))
}
