import { createStore } from 'zustand/vanilla'
import type { Message } from '#shared/base/message'
import type { RecentFile } from '#shared/ipc/bridge'

/** What the start page shows, and what is under way with files. */
export type FilesState = {
  readonly recent: readonly RecentFile[]
  /** The name of the file being opened or written. */
  readonly busy: 'opening' | 'saving' | undefined
  /** Why the last file could not be opened; what was open stays open. */
  readonly problem: { readonly name: string; readonly problem: Message } | undefined
}

export function createFilesStore() {
  return createStore<FilesState>(() => ({ recent: [], busy: undefined, problem: undefined }))
}
