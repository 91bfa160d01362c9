import type { Message } from '#shared/base/message'
import type { ChannelName, MenuCommand } from './channels'
import type { FileToken, PlaceToken, Requests } from './requests'

/** A file as the user knows it: `name` without its folder. */
export type NamedFile = { readonly file: FileToken; readonly name: string }

/** `folder` tells files of the same name apart on the start page. */
export type RecentFile = NamedFile & { readonly folder: string }

/** A sample has no `file`: saving it asks where. */
export type OpenAnswer =
  | { readonly status: 'opened'; readonly file: NamedFile | null; readonly name: string; readonly bytes: Uint8Array }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly name: string; readonly problem: Message }

/** A failed save is an answer, not an exception: the document stays not saved and the problem is shown. */
export type SaveAnswer =
  | { readonly status: 'saved'; readonly file: NamedFile }
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

export type Done = { readonly status: 'done' }

export type Answers = {
  readonly openFile: OpenAnswer
  readonly openRecent: OpenAnswer
  readonly openSample: OpenAnswer
  /** The file named on the command line or double-clicked; `cancelled` when there was none. Answered once. */
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
}

/** What the preload script puts on `window.wardwright`, and all that the renderer has of main. */
export type Bridge = { readonly [Name in ChannelName]: (request: Requests[Name]) => Promise<Answers[Name]> } & {
  /** Calls `listener` for every menu choice until the returned function is called. */
  readonly onMenu: (listener: (command: MenuCommand) => void) => () => void
}
