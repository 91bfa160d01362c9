import type { Id } from '#shared/base/ids'
import type { WardDocument } from '#shared/document/document'
import type { ExportKind } from '#shared/ipc/requests'

/** What is to be made of a document. `design` and `plan` are for drawings. */
export type ExportOrder = {
  readonly document: WardDocument
  /** The name of its file, without its folder. */
  readonly file: string
  readonly kind: ExportKind
  readonly design: Id
  readonly plan: 'people' | 'supplies' | 'all'
}

export type MadeExport =
  | { readonly status: 'made'; readonly files: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[] }
  | { readonly status: 'failed'; readonly why: string }
