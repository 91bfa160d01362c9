import { expect } from 'vitest'
import type { Edit, Refused } from '#shared/commands/edit'
import { applyChange } from '#shared/document/change'
import type { WardDocument } from '#shared/document/document'
import { changeAgain, changeBack, keepChange } from '#shared/document/kept-change'
import { canonicalText } from '#shared/exchange/canonical-text'

/** Does an edit, undoes it (the very same text comes back), does it again, and answers the document after it. */
export function doUndoRedo(document: WardDocument, edit: Edit): WardDocument {
  if (edit.status === 'refused') throw new Error(`Refused: ${JSON.stringify(edit.reason)}`)
  const before = canonicalText(document)
  const done = applyChange(document, edit.change)
  const kept = keepChange(edit.change)
  const undone = applyChange(done, changeBack(done, kept))
  expect(canonicalText(undone)).toBe(before)
  expect(canonicalText(applyChange(undone, changeAgain(undone, kept)))).toBe(canonicalText(done))
  expect(canonicalText(document), 'a command never changes the document it is given').toBe(before)
  return done
}

export function refusalOf(edit: Edit): Refused {
  if (edit.status === 'done') throw new Error(`Done: ${JSON.stringify(edit.name)}`)
  return edit
}
