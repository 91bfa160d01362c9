import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Opening } from '#shared/document/elements/opening'
import { catalogue } from '../state/catalogue'
import type { Desk } from '../state/desk'
import { words } from '../state/words'
import { SELECT, type ToolChoice } from '../tools/tool-choice'

/** A tool as the bar, the keys and the sheet of shortcuts have it. */
export type DrawingTool = {
  readonly name: 'select' | 'room' | 'wall' | Opening['opening'] | 'fixture' | 'split' | 'find' | 'outline' | 'tape' | 'note' | 'underlay' | 'walk'
  /** As the keyboard library reads it, and as it is printed. */
  readonly key: string
  readonly letter: string
}

export const DRAWING_TOOLS: readonly DrawingTool[] = [
  { name: 'select', key: 'KeyV', letter: 'V' },
  { name: 'room', key: 'KeyR', letter: 'R' },
  { name: 'wall', key: 'KeyW', letter: 'W' },
  { name: 'door', key: 'KeyD', letter: 'D' },
  { name: 'window', key: 'KeyN', letter: 'N' },
  { name: 'archway', key: 'KeyA', letter: 'A' },
  { name: 'passThrough', key: 'KeyH', letter: 'H' },
  { name: 'fixture', key: 'KeyO', letter: 'O' },
  { name: 'split', key: 'KeyS', letter: 'S' },
  { name: 'find', key: 'KeyG', letter: 'G' },
  { name: 'outline', key: 'KeyE', letter: 'E' },
  { name: 'tape', key: 'KeyM', letter: 'M' },
  { name: 'note', key: 'Shift+KeyN', letter: 'Shift+N' },
  { name: 'underlay', key: 'KeyU', letter: 'U' },
  { name: 'walk', key: 'KeyY', letter: 'Y' },
]

/** Clear width of what is cut when nothing is typed: a bed passes a door and an archway. Metres. */
const WIDTH_M: Readonly<Record<Opening['opening'], number>> = { door: 1.2, archway: 1.5, window: 1.2, passThrough: 0.8 }

/** Which of the bar's tools a choice is. */
export function nameOfTool(choice: ToolChoice): DrawingTool['name'] {
  if (choice.tool === 'put') return 'room'
  if (choice.tool === 'arrangement') return 'fixture'
  return choice.tool === 'opening' ? choice.opening : choice.tool
}

/** Takes up a tool by its name; the one that is in the hand is put away. */
export function takeTool(desk: Desk, name: DrawingTool['name']): void {
  if (name === 'underlay' && !desk.hasUnderlay()) return void desk.addUnderlay()
  const isInHand = nameOfTool(desk.view.getState().tool) === name
  const choice = isInHand ? SELECT : choiceOf(desk, name)
  if (choice === undefined) desk.noRoomType()
  else {
    desk.setTool(choice)
    focusPlan()
  }
}

/** What is typed next is for the tool: the plan or the 3D view takes the keys. */
export function focusPlan(): void {
  requestAnimationFrame(() => {
    // A dialog that was opened meanwhile keeps them.
    if (window.document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return
    const views = '[role="application"]'
    const view = window.document.querySelector<HTMLElement | SVGElement>(`.pane.is-active ${views}`)
    ;(view ?? window.document.querySelector<HTMLElement | SVGElement>(views))?.focus()
  })
}

/** Rooms and furniture of the kind that was drawn last, or of the first there is; undefined without any. */
function choiceOf(desk: Desk, name: DrawingTool['name']): ToolChoice | undefined {
  const { lastRoom, lastEntry } = desk.view.getState()
  switch (name) {
    case 'room':
    case 'find': {
      const table: RecordTable = desk.documents.getState().open?.document.workshop ?? {}
      const types = recordsOf(table, 'roomType')
      const first = types[0] && { roomType: types[0].key, name: types[0].name }
      const room = types.some(({ key }) => key === lastRoom?.roomType) ? lastRoom : first
      return room && { tool: name, ...room }
    }
    case 'fixture': {
      const entry = lastEntry ?? catalogue.bed ?? Object.values(catalogue)[0]
      return entry && { tool: 'fixture', entry }
    }
    case 'door':
    case 'window':
    case 'archway':
    case 'passThrough':
      return { tool: 'opening', opening: name, width: WIDTH_M[name] }
    case 'wall':
    case 'select':
    case 'split':
    case 'outline':
    case 'tape':
    case 'underlay':
    case 'walk':
      return { tool: name }
    case 'note':
      return { tool: 'note', text: words('note.new') }
  }
}
