import { setDesign } from '#shared/commands/set-design'
import { applyChange, type Change } from '#shared/document/change'
import { designsOf, type WardDocument } from '#shared/document/document'

/** A document after its `count`-th edit: a new idea for a design of it. */
export function edited(document: WardDocument, count: number): { readonly document: WardDocument; readonly change: Change } {
  const first = designsOf(document).find(({ locked }) => !locked)
  const edit = setDesign(document, { design: first?.id ?? '', fields: { idea: `Idea ${count}` } })
  if (edit.status === 'refused') throw new Error(edit.reason.key)
  return { document: applyChange(document, edit.change), change: edit.change }
}
