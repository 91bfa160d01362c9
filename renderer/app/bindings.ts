import { createKeybindingsHandler } from 'tinykeys'
import { turnElements } from '#shared/commands/move-elements'
import { PLAYBACK_BINDINGS } from '../playback/playback-keys'
import type { Desk } from '../state/desk'
import type { LookWish } from '../state/view-store'
import { type Arrow, nudge } from '../tools/nudge'
import type { Binding } from './binding'
import { DRAWING_TOOLS, takeTool } from './drawing-tools'
import { handTakes } from './hand-keys'
import { SHAPE_BINDINGS } from './shape-keys'

const arrows = (shift: boolean): readonly string[] => ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map((key) => (shift ? `Shift+${key}` : key))

export const BINDINGS: readonly Binding[] = [
  { keys: ['$mod+KeyO'], label: 'keys.open', group: 'file', run: (desk) => void desk.openFile(), isEverywhere: true },
  { keys: ['$mod+KeyS'], label: 'keys.save', group: 'file', run: (desk) => void desk.save(), isEverywhere: true },
  { keys: ['$mod+Shift+KeyS'], label: 'keys.save-as', group: 'file', run: (desk) => void desk.saveAs(), isEverywhere: true },
  { keys: ['$mod+KeyE'], label: 'keys.export', group: 'file', run: (desk) => desk.showDialog('export'), isEverywhere: true },
  { keys: ['$mod+Shift+KeyO'], label: 'keys.import-designs', group: 'file', run: (desk) => void desk.addDesigns(), isEverywhere: true },
  { keys: ['$mod+KeyZ'], label: 'keys.undo', group: 'edit', run: (desk) => desk.undo() },
  { keys: ['$mod+KeyY', '$mod+Shift+KeyZ'], label: 'keys.redo', group: 'edit', run: (desk) => desk.redo() },
  { keys: arrows(false), label: 'keys.nudge', group: 'edit', run: (desk, event) => nudgeSelected(desk, event.key as Arrow, false) },
  { keys: arrows(true), label: 'keys.nudge-far', group: 'edit', run: (desk, event) => nudgeSelected(desk, event.key as Arrow, true) },
  { keys: ['Delete', 'Backspace'], label: 'keys.remove', group: 'edit', run: (desk) => desk.removeSelected() },
  { keys: ['$mod+KeyC'], label: 'keys.copy', group: 'edit', run: (desk) => desk.copySelected() },
  { keys: ['$mod+KeyX'], label: 'keys.cut', group: 'edit', run: (desk) => desk.cutSelected() },
  { keys: ['$mod+KeyV'], label: 'keys.paste', group: 'edit', run: (desk) => desk.paste() },
  { keys: ['$mod+Shift+KeyV'], label: 'keys.paste-over', group: 'edit', run: (desk) => desk.pasteOver() },
  { keys: ['$mod+KeyD'], label: 'keys.duplicate', group: 'edit', run: (desk) => desk.duplicateSelected() },
  { keys: ['$mod+KeyA'], label: 'keys.select-all', group: 'edit', run: (desk) => desk.selectAll() },
  ...DRAWING_TOOLS.map(
    ({ name, key }): Binding => ({
      keys: [key],
      label: `keys.tool.${name}`,
      group: 'draw',
      run: (desk) => (name === 'room' && isTurning(desk) ? turnSelected(desk) : takeTool(desk, name)),
    }),
  ),
  ...SHAPE_BINDINGS,
  { keys: ['Enter'], label: 'keys.finish', group: 'draw', run: (desk) => desk.hand.enterPressed(), isOfHand: true },
  { keys: ['Escape'], label: 'keys.escape', group: 'edit', run: (desk) => desk.escape() },
  { keys: ['Shift+Digit1'], label: 'keys.fit', group: 'view', run: (desk) => desk.fit() },
  { keys: ['Equal', 'NumpadAdd', 'Shift+Equal'], label: 'keys.nearer', group: 'view', run: (desk) => desk.look('nearer') },
  { keys: ['Minus', 'NumpadSubtract'], label: 'keys.further', group: 'view', run: (desk) => desk.look('further') },
  { keys: ['KeyZ', 'Shift+Digit2'], label: 'keys.to-selected', group: 'view', run: (desk) => desk.look('selected') },
  { keys: ['KeyP'], label: 'keys.plan', group: 'view', run: (desk) => desk.show('plan') },
  { keys: ['Digit3'], label: 'keys.scene', group: 'view', run: (desk) => desk.show('scene') },
  { keys: ['KeyB'], label: 'keys.beside', group: 'view', run: (desk) => desk.toggleBeside() },
  { keys: ['Shift+KeyD'], label: 'keys.differences', group: 'view', run: (desk) => desk.toggleDifferences() },
  { keys: ['KeyI'], label: 'keys.findings', group: 'view', run: (desk) => desk.toggleFindings() },
  { keys: ['PageUp'], label: 'keys.storey-up', group: 'view', run: (desk) => desk.stepStorey(1) },
  { keys: ['PageDown'], label: 'keys.storey-down', group: 'view', run: (desk) => desk.stepStorey(-1) },
  { keys: ['KeyL'], label: 'keys.layers', group: 'view', run: (desk) => desk.showLayers(!desk.view.getState().isLayersOpen) },
  { keys: ['KeyF'], label: 'keys.flows', group: 'view', run: (desk) => desk.toggleFlows() },
  { keys: ['KeyC'], label: 'keys.dimensions', group: 'edit', run: (desk) => desk.askDimensions() },
  ...PLAYBACK_BINDINGS,
  { keys: ['$mod+KeyK'], label: 'keys.palette', group: 'view', run: (desk) => desk.showDialog('palette'), isEverywhere: true },
  { keys: ['?', 'Shift+?'], label: 'keys.shortcuts', group: 'view', run: (desk) => desk.showDialog('shortcuts') },
]

/** Things a pointer does that no key does: listed on the sheet below the keys. */
export const POINTER_HINTS = [
  'hint.pan',
  'hint.zoom',
  'hint.drag',
  'hint.many',
  'hint.copy',
  'hint.corner',
  'hint.double',
  'hint.again',
  'hint.finish',
  'hint.free',
  'scene.keys',
] as const

function nudgeSelected(desk: Desk, arrow: Arrow, isLarge: boolean): void {
  const { open } = desk.documents.getState()
  const { design, selected } = desk.view.getState()
  const table = open === undefined || design === undefined ? undefined : open.document.designs[design]
  if (open === undefined || table === undefined) return
  const edit = nudge(open.document, table, selected, arrow, isLarge)
  if (edit !== undefined) desk.commit(edit)
  // With nothing to move it is the view that moves.
  else if (selected.length === 0) desk.look(WAYS[arrow])
}

const WAYS: Readonly<Record<Arrow, LookWish>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }

/** With something selected and no tool in the hand, R turns. */
function isTurning(desk: Desk): boolean {
  const { selected, tool } = desk.view.getState()
  return selected.length > 0 && tool.tool === 'select'
}

function turnSelected(desk: Desk): void {
  const { open } = desk.documents.getState()
  const { selected } = desk.view.getState()
  if (open !== undefined) desk.commit(turnElements(open.document, { elements: selected, turn: -90 }))
}

/** Listens on the window until the returned function is called. */
export function listenToKeys(desk: Desk): () => void {
  const map: Record<string, (event: KeyboardEvent) => void> = {}
  for (const binding of BINDINGS) {
    if (binding.isOfHand) continue
    for (const key of binding.keys) {
      map[key] = (event) => {
        if (!isMeant(binding, event)) return
        event.preventDefault()
        binding.run(desk, event)
      }
    }
  }
  const bound = createKeybindingsHandler(map)
  const handler = (event: KeyboardEvent) => {
    if (!event.defaultPrevented && (handTakes(desk, event) || leavesField(event))) event.preventDefault()
    else bound(event)
  }
  window.addEventListener('keydown', handler)
  return () => window.removeEventListener('keydown', handler)
}

/** A choice is made with arrows and Space: letters are free. */
const TYPED_INTO = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"]'

/** Escape with nothing half typed (that the field puts back itself) leaves the field: the keys are the plan's and its tools' again. */
function leavesField({ key, target }: KeyboardEvent): boolean {
  if (key !== 'Escape' || !(target instanceof HTMLElement) || !target.matches(TYPED_INTO)) return false
  if (target.getAttribute('aria-expanded') === 'true' || target.closest('[role="dialog"]') !== null) return false
  target.blur()
  return true
}

/** A letter typed into a field is the field's; an arrow in a list or a dialog is the list's. */
function isMeant(binding: Binding, event: KeyboardEvent): boolean {
  if (event.defaultPrevented || binding.isFree?.() === false) return false
  const target = event.target instanceof HTMLElement || event.target instanceof SVGElement ? event.target : undefined
  if (target === undefined || binding.isEverywhere) return true
  if (target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null) return false
  if (target.closest(TYPED_INTO) !== null) return false
  // Space presses what has the focus.
  if (event.code === 'Space' && target.closest('button, a, input, summary, [role="option"], [role="tab"]') !== null) return false
  const isArrow = event.key.startsWith('Arrow')
  return !(isArrow && target.closest('[role="radiogroup"], [role="tablist"], [role="slider"], .scene') !== null)
}

/** A key as it is printed on the keyboard: Ctrl + Z. */
export function keyCaps(key: string): readonly string[] {
  const isMac = /mac/i.test(navigator.userAgent)
  return key
    .replace('$mod', isMac ? '⌘' : 'Ctrl')
    .split('+')
    .map((part) => CAPS[part] ?? part.replace(/^(Key|Digit)/, ''))
}

const CAPS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Period: '.',
  Comma: ',',
  BracketLeft: '[',
  Equal: '+',
  Minus: '−',
  NumpadAdd: 'Num +',
  NumpadSubtract: 'Num −',
  BracketRight: ']',
}
