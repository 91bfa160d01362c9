import { Button, Checkbox } from '@mantine/core'
import { Trash2 } from 'lucide-react'
import type { Edit } from '#shared/commands/edit'
import { removeNotes, setNote } from '#shared/commands/notes'
import type { WardDocument } from '#shared/document/document'
import type { Note } from '#shared/document/elements/note'
import { LongTextField } from '../controls/LongTextField'
import { TextField } from '../controls/TextField'
import { words } from '../state/words'

/** What a note says, whose it is, and whether it is done with. */
export function NoteFields({
  document,
  note,
  onCommit,
}: {
  readonly document: WardDocument
  readonly note: Note
  readonly onCommit: (edit: Edit) => void
}) {
  const set = (fields: Parameters<typeof setNote>[1]['fields']) => onCommit(setNote(document, { note: note.id, fields }))
  return (
    <>
      <h2 id="inspector-title">{words('note.heading', { number: note.number })}</h2>
      <LongTextField
        key={note.id}
        label={words('note.text')}
        value={note.text}
        longest={1000}
        isFresh={note.text === words('note.new')}
        onCommit={(text) => set({ text })}
      />
      <TextField label={words('note.author')} value={note.author} onCommit={(author) => set({ author })} />
      <Checkbox
        label={words('note.done')}
        checked={note.isDone}
        onChange={(event) => set({ isDone: event.currentTarget.checked })}
        className="note-done"
      />
      <p className="quiet small">{words('note.hint')}</p>
      <Button
        variant="subtle"
        color="dark"
        leftSection={<Trash2 size={18} aria-hidden />}
        onClick={() => onCommit(removeNotes(document, { notes: [note.id] }))}
      >
        {words('note.remove')}
      </Button>
    </>
  )
}
