import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { removeElements } from '#shared/commands/remove-elements'
import { type Clip, clipOf, pasted, pastedOver } from './clipboard'
import type { DeskCore } from './desk-core'
import { selecting } from './view-store'

/** What is taken and put down again, here or in another design. */
export function createDeskClips({ view, hand, openDocument, notify, commit }: DeskCore, showDesign: (design: Id) => void) {
  let clip: Clip | undefined

  /** Keeps what is selected, to be put down here or in another design. */
  function copySelected(): boolean {
    const open = openDocument()
    const { selected } = view.getState()
    const taken = open === undefined ? undefined : clipOf(open.document, selected)
    if (taken === undefined) return false
    clip = taken
    notify(message('notice.copied', { count: taken.named.length }))
    return true
  }

  function putDown(what: Clip | undefined): void {
    const open = openDocument()
    const { design } = view.getState()
    if (open === undefined || design === undefined || what === undefined) return
    const { edit, made } = pasted(open.document, what, design, hand.storeyOf(design))
    // Over rooms that are there it can still be put, in their place: that is offered, never done unasked.
    if (edit.status === 'refused' && edit.reason.key === 'refused.overlaps' && what.design.id !== design) notify(edit.reason, 'quiet', 'pasteOver')
    else if (commit(edit)) view.setState(selecting(made))
  }

  return {
    copySelected,
    paste: () => putDown(clip),
    /** At its own place, in place of what lies there. */
    pasteOver(): void {
      const open = openDocument()
      const { design } = view.getState()
      if (open === undefined || design === undefined || clip === undefined) return
      const edit = pastedOver(open.document, clip, design, hand.storeyOf(design))
      if (commit(edit.edit)) view.setState(selecting(edit.made))
    },
    /** What is selected, at the same place of another design, which is shown. */
    copyInto(design: Id): void {
      if (!copySelected() || clip === undefined) return
      const taken = clip
      showDesign(design)
      putDown(taken)
    },
    cutSelected(): void {
      const open = openDocument()
      const { selected } = view.getState()
      if (open !== undefined && copySelected()) commit(removeElements(open.document, { elements: selected }))
    },
    duplicateSelected(): void {
      const open = openDocument()
      if (open !== undefined) putDown(clipOf(open.document, view.getState().selected))
    },
  }
}
