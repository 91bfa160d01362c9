import type { Message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'

/** Plain text for a file called `.ward.json`, a zip for `.ward`. */
export type FileForm = 'zip' | 'text'

/** What is opened takes the place of the open file's parts; what something is taken from adds its pictures; what is looked at leaves them alone. */
export type DecodePurpose = 'open' | 'take-from' | 'look-at'

export type ToCodecWorker =
  | { readonly type: 'decode'; readonly ask: number; readonly bytes: Uint8Array; readonly purpose: DecodePurpose }
  /** Keeps a picture among the parts of the open file; it goes into the file when something shows it. */
  | { readonly type: 'keep-part'; readonly ask: number; readonly name: string; readonly bytes: Uint8Array }
  | { readonly type: 'read-part'; readonly ask: number; readonly name: string }
  /** The document at the end of a journal; it takes the place of the open file, as what is opened does. */
  | { readonly type: 'replay'; readonly ask: number; readonly bytes: Uint8Array }
  | { readonly type: 'encode'; readonly ask: number; readonly document: WardDocument; readonly form: FileForm }

/** `isOlder`: an older Wardwright wrote the file, and the document was brought to today's form. */
export type Decoded =
  | { readonly status: 'read'; readonly document: WardDocument; readonly isOlder: boolean }
  | { readonly status: 'failed'; readonly problem: Message }

/** `changes`: how many could be applied. */
export type ReplayedJournal =
  | { readonly status: 'read'; readonly document: WardDocument; readonly changes: number }
  | { readonly status: 'failed'; readonly problem: Message }

export type FromCodecWorker =
  | { readonly type: 'replayed'; readonly ask: number; readonly replayed: ReplayedJournal }
  /** What was written did not read back as it was. */
  | { readonly type: 'unsound'; readonly ask: number }
  | { readonly type: 'part'; readonly ask: number; readonly bytes: Uint8Array<ArrayBuffer> | undefined }
  | { readonly type: 'decoded'; readonly ask: number; readonly decoded: Decoded }
  | { readonly type: 'encoded'; readonly ask: number; readonly bytes: Uint8Array<ArrayBuffer> }
