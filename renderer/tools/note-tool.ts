import { roundToMillimetre } from '#shared/base/units'
import { addNote } from '#shared/commands/notes'
import { NO_SKETCH, type Tool } from './tool'

/** Pins a note where it is clicked, with a first word that waits to be written over; it is selected, so that its text can be typed. */
export function noteTool(text: string): Tool<undefined> {
  return {
    start: undefined,
    isBusy: () => false,
    step(state, event, { document, design, storey, freshId }) {
      if (event.type !== 'down') return { state }
      const at = { x: roundToMillimetre(event.at.x), y: roundToMillimetre(event.at.y) }
      const commit = addNote(document, { design, storey, ...at, text }, freshId)
      const note = commit.status === 'done' ? commit.change.added[0] : undefined
      return { state, commit, ...(note === undefined ? {} : { select: [note.id] }) }
    },
    sketch: () => NO_SKETCH,
  }
}
