import type { Message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'

/** Plain text for a file called `.ward.json`, a zip for `.ward`. */
export type FileForm = 'zip' | 'text'

export type ToCodecWorker =
  | { readonly type: 'decode'; readonly ask: number; readonly bytes: Uint8Array; readonly isToOpen: boolean }
  | { readonly type: 'encode'; readonly ask: number; readonly document: WardDocument; readonly form: FileForm }

export type Decoded = { readonly status: 'read'; readonly document: WardDocument } | { readonly status: 'failed'; readonly problem: Message }

export type FromCodecWorker =
  | { readonly type: 'decoded'; readonly ask: number; readonly decoded: Decoded }
  | { readonly type: 'encoded'; readonly ask: number; readonly bytes: Uint8Array<ArrayBuffer> }
