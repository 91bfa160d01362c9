import type { Id } from '#shared/base/ids'
import { type RecordTable, recordsOf } from '#shared/document/document'
import { useView } from '../state/react'
import type { Preview } from '../state/view-store'
import { words } from '../state/words'
import './notes.css'

/** A drop whose point is at 0, 0, and the middle of its head. Pixels. */
const DROP = 'M0,0C-3,-8 -13,-12 -13,-22A13,13 0 1 1 13,-22C13,-12 3,-8 0,0Z'
const HEAD_PX = -22
/** What a finger hits. Pixels. */
const TOUCH_PX = 20

/** Notes as numbered pins, of one size however far the plan is; one that is done with is hollow and ticked. */
export function NotePins({
  table,
  storey,
  selected,
  preview,
  scale,
}: {
  readonly table: RecordTable
  readonly storey: Id
  readonly selected: readonly Id[]
  readonly preview: Preview | undefined
  readonly scale: number
}) {
  const isShown = useView((view) => view.layers.notes)
  if (!isShown) return null
  const moved = preview?.edit.status === 'done' ? preview.edit.change.updated.map(([, to]) => to) : []
  const notes = recordsOf(table, 'note').filter((note) => note.storey === storey)
  return (
    <g className="note-pins" aria-hidden>
      {notes.map((note) => {
        const to = moved.find(({ id }) => id === note.id)
        const { x, y } = to?.kind === 'note' ? to : note
        return (
          <g
            key={note.id}
            className={`note-pin ${note.isDone ? 'is-done' : ''} ${selected.includes(note.id) ? 'is-selected' : ''}`}
            data-element={note.id}
            transform={`translate(${x} ${-y}) scale(${1 / scale})`}
          >
            <title>{words(note.isDone ? 'note.title-done' : 'note.title', { number: note.number, text: note.text })}</title>
            <circle className="note-hit" cy={HEAD_PX} r={TOUCH_PX} />
            <path d={DROP} />
            <text y={HEAD_PX}>{note.isDone ? '✓' : note.number}</text>
          </g>
        )
      })}
    </g>
  )
}
