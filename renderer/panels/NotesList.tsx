import { Button, Checkbox } from '@mantine/core'
import { MessageSquarePlus } from 'lucide-react'
import { setNote } from '#shared/commands/notes'
import { type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import type { Note } from '#shared/document/elements/note'
import { useDesk, useView } from '../state/react'
import { words } from '../state/words'
import './notes-list.css'

/** Everything that was pinned to a design: what is open first, then what is done with. */
export function NotesList({
  document,
  table,
  onShow,
}: {
  readonly document: WardDocument
  readonly table: RecordTable
  /** Shows its place. */
  readonly onShow: (note: Note) => void
}) {
  const desk = useDesk()
  const selected = useView((view) => view.selected)
  const notes = [...recordsOf(table, 'note')].sort((a, b) => Number(a.isDone) - Number(b.isDone) || a.number - b.number)
  const open = notes.filter(({ isDone }) => !isDone).length
  return (
    <section className="notes-list" aria-label={words('note.list')}>
      <p className="quiet small" role="status">
        {notes.length === 0 ? words('note.none') : words('note.count', { open, all: notes.length })}
      </p>
      <ul>
        {notes.map((note) => (
          <li key={note.id} className={`${note.isDone ? 'is-done' : ''} ${selected.includes(note.id) ? 'is-selected' : ''}`}>
            <Checkbox
              size="md"
              aria-label={words('note.tick', { number: note.number })}
              checked={note.isDone}
              onChange={(event) => desk.commit(setNote(document, { note: note.id, fields: { isDone: event.currentTarget.checked } }))}
            />
            <button type="button" aria-current={selected.includes(note.id)} onClick={() => onShow(note)}>
              <strong>{note.number}</strong>
              <span>
                {note.text}
                {note.author !== '' && <span className="quiet"> {note.author}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Button
        variant="default"
        leftSection={<MessageSquarePlus size={18} aria-hidden />}
        onClick={() => desk.setTool({ tool: 'note', text: words('note.new') })}
      >
        {words('note.add')}
      </Button>
    </section>
  )
}
