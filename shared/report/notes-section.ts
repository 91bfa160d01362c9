import { designsOf, recordsOf } from '#shared/document/document'
import { isInside } from '#shared/drawing/plane'
import type { Block, Row } from './report'
import type { Writer } from './report-input'

/** What people pinned to places of the designs: open notes first, each with the room that it is in. */
export function notesSection({ document, text }: Writer): readonly Block[] {
  const rows = designsOf(document).flatMap((design): Row[] => {
    const table = document.designs[design.id] ?? {}
    const rooms = recordsOf(table, 'room')
    const notes = [...recordsOf(table, 'note')].sort((a, b) => Number(a.isDone) - Number(b.isDone) || a.number - b.number)
    return notes.map((note) => {
      const room = rooms.find(({ storey, corners }) => storey === note.storey && isInside(corners, note))
      const cells = [
        design.name,
        String(note.number),
        room?.name ?? '',
        note.text,
        note.author,
        text(note.isDone ? 'report.noteDone' : 'report.noteOpen'),
      ]
      return { cells: cells.map((cell) => ({ text: cell })) }
    })
  })
  if (rows.length === 0) return []
  const columns = ['report.noteDesign', 'report.noteNumber', 'report.noteRoom', 'report.noteText', 'report.noteAuthor', 'report.noteState']
  return [
    { type: 'heading', level: 2, text: text('report.notes') },
    { type: 'table', caption: text('report.notes'), columns: columns.map((key) => ({ text: text(key), align: 'left' })), rows },
  ]
}
