import { applyChange, type Change } from '#shared/document/change'
import type { WardDocument } from '#shared/document/document'

const known = new WeakMap<Change, { readonly document: WardDocument; readonly shown: WardDocument }>()

/** The document with a preview on top: for everybody who asks the very same. */
export function shownDocument(document: WardDocument, change: Change | undefined): WardDocument {
  if (change === undefined) return document
  const before = known.get(change)
  if (before?.document === document) return before.shown
  const shown = applyChange(document, change)
  known.set(change, { document, shown })
  return shown
}
