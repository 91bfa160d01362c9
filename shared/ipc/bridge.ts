import type { Message } from '#shared/base/message'
import type { ChannelName, MenuCommand } from './channels'
import type { FileToken, PlaceToken, Requests, UnsavedToken, VersionToken } from './requests'

/** A file as the user knows it: `name` without its folder. */
export type NamedFile = { readonly file: FileToken; readonly name: string }

/** `folder` tells files of the same name apart on the start page; `picture` as it was last seen, `at` when (milliseconds since 1970). */
export type RecentFile = NamedFile & { readonly folder: string; readonly picture: Uint8Array<ArrayBuffer> | null; readonly at: number | null }

/** A sample has no `file`: saving it asks where. `contents`: what the file holds, by its checksum, to be named when it is replaced. */
export type OpenAnswer =
  | {
      readonly status: 'opened'
      readonly file: NamedFile | null
      readonly name: string
      readonly bytes: Uint8Array<ArrayBuffer>
      readonly contents: string
    }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly name: string; readonly problem: Message }

/** A failed save is an answer, not an exception: the document stays not saved and the problem is shown. */
export type SaveAnswer =
  | { readonly status: 'saved'; readonly file: NamedFile; readonly contents: string }
  /** The file does not hold what was opened or last saved; `bytes` are what it holds, null where it is gone. It was not touched. */
  | { readonly status: 'conflict'; readonly found: string; readonly bytes: Uint8Array<ArrayBuffer> | null }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly problem: Message }

/** Where the user wants it: `name` without its folder. */
export type PlaceAnswer = { readonly status: 'chosen'; readonly place: PlaceToken; readonly name: string } | { readonly status: 'cancelled' }

/** `folder` is for reading only. */
export type WrittenAnswer =
  | { readonly status: 'written'; readonly name: string; readonly folder: string }
  | { readonly status: 'failed'; readonly problem: Message }

/** The bytes of a file that the user chose to take something from; it does not become the file that is open. `name` without its folder. */
export type ImportAnswer =
  | { readonly status: 'chosen'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly name: string; readonly problem: Message }

/** Whether what was done is on the disk, and how long the journal is. Bytes. */
export type KeptAnswer = { readonly status: 'kept'; readonly bytes: number } | { readonly status: 'failed'; readonly problem: Message }

/** Work that no file has, from an app that ended without saving it. Moments in milliseconds since 1970. */
export type UnsavedWork = {
  readonly unsaved: UnsavedToken
  /** The file that it was done on; null for a workshop that has none. */
  readonly file: FileToken | null
  readonly name: string
  readonly folder: string | null
  readonly changes: number
  readonly since: number
  readonly until: number
  readonly designs: readonly string[]
  readonly last: readonly string[]
  /** False where the end of it is damaged: what precedes that is there. */
  readonly isWhole: boolean
}

/** `at`: when it was replaced. */
export type EarlierVersion = { readonly version: VersionToken; readonly at: number; readonly size: number }

export type BytesAnswer =
  | { readonly status: 'read'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly status: 'failed'; readonly problem: Message }

/** What is built into the app and whose it is. `licence`: its short name. */
export type Licence = { readonly name: string; readonly version: string; readonly licence: string; readonly text: string }

export type About = {
  readonly version: string
  readonly electron: string
  readonly chromium: string
  /** Packaged on a runtime for tests. */
  readonly isTestBuild: boolean
  readonly licences: readonly Licence[]
}

/** `isAgain`: this page was started because the one before it stopped. */
export type PageStart = { readonly isAgain: boolean }

export type Done = { readonly status: 'done' }

export type Answers = {
  readonly openFile: OpenAnswer
  readonly openRecent: OpenAnswer
  readonly openSample: OpenAnswer
  /** The file named on the command line or double-clicked; `cancelled` when none waits. Each is answered once. */
  readonly openAtStart: OpenAnswer
  readonly recentFiles: readonly RecentFile[]
  readonly save: SaveAnswer
  readonly saveAs: SaveAnswer
  readonly showState: Done
  readonly closeNow: Done
  readonly copyText: Done
  readonly choosePlace: PlaceAnswer
  readonly writeExport: WrittenAnswer
  readonly printExport: WrittenAnswer
  readonly chooseImport: ImportAnswer
  readonly about: About
  /** What somebody who helps needs to know is put on the clipboard. */
  readonly copySupport: Done
  readonly pageStart: PageStart
  /** Told when a thread of the page broke and was started again. */
  readonly workerGone: Done
  readonly openDropped: OpenAnswer
  readonly keepPicture: Done
  readonly earlierVersions: readonly EarlierVersion[]
  readonly readVersion: BytesAnswer
  readonly keepVersion: Done
  readonly beginJournal: KeptAnswer
  readonly addToJournal: KeptAnswer
  readonly endJournal: Done
  readonly unsavedWork: readonly UnsavedWork[]
  readonly readUnsaved: BytesAnswer
  readonly dropUnsaved: Done
}

/** What the preload script puts on `window.wardwright`, and all that the renderer has of main. */
export type Bridge = { readonly [Name in Exclude<ChannelName, 'openDropped'>]: (request: Requests[Name]) => Promise<Answers[Name]> } & {
  /** Opens a `File` that was dropped on the window: the page has it without its path, and only what a person dropped has one. */
  readonly openDropped: (file: unknown) => Promise<Answers['openDropped']>
  /** Calls `listener` for every menu choice until the returned function is called. */
  readonly onMenu: (listener: (command: MenuCommand) => void) => () => void
}
