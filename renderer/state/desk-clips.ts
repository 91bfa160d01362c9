import { message } from '#shared/base/message'
import { removeElements } from '#shared/commands/remove-elements'
import { type Clip, clipOf, pasted } from './clipboard'
import type { DeskCore } from './desk-core'
import { selecting } from './view-store'

/** What is taken and put down again, here or in another design. */
export function createDeskClips({ view, hand, openDocument, notify, commit }: DeskCore) {
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
    if (commit(edit)) view.setState(selecting(made))
  }

  return {
    copySelected,
    paste: () => putDown(clip),
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
