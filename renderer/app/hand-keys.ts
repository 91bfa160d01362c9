import type { Desk } from '../state/desk'

/** How far a press of an arrow key moves the hand, alone and with Shift. Metres. */
const STEP_M = 0.5
const FINE_STEP_M = 0.05

const ARROWS: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
}

/** Begins a length, goes on with one, and what only ever goes on with one: units, and the x between two. */
const BEGINS = /^[\d.,]$/
const GOES_ON = /^[\d.,+\-*/;<@°xmcby ]$/

/** What keys say to a drawing tool: lengths that are typed, arrows that move the hand, Enter. Answers whether the key was the tool's. */
export function handTakes(desk: Desk, event: KeyboardEvent): boolean {
  const { tool, stage, dialog } = desk.view.getState()
  if (tool.tool === 'select' || stage !== 'designs' || dialog !== undefined) return false
  if (event.ctrlKey || event.metaKey || event.altKey || !isForTheHand(event.target, event.key)) return false
  const { hand } = desk
  const { typed } = hand.store.getState()
  const arrow = ARROWS[event.key]
  if (arrow !== undefined) {
    const step = event.shiftKey ? FINE_STEP_M : STEP_M
    hand.moveBy({ x: arrow.x * step, y: arrow.y * step })
  } else if (event.key === 'Enter') hand.enterPressed()
  else if (event.key === 'Tab') return !event.shiftKey && hand.typeOnwards()
  else if (event.key === 'Backspace' && typed !== '') hand.type(typed.slice(0, -1))
  else if (isCarried(tool.tool) && typed === '' && event.key.toLowerCase() === 'r') hand.turn()
  else if (tool.tool === 'arrangement' && typed === '' && event.key.toLowerCase() === 'm') hand.mirror()
  else if (takesLengths(tool.tool) && (BEGINS.test(event.key) || (typed !== '' && GOES_ON.test(event.key)))) hand.type(typed + event.key)
  else return false
  return true
}

/** What is held as it is to stand can be turned. */
function isCarried(tool: string): boolean {
  return tool === 'fixture' || tool === 'put' || tool === 'arrangement'
}

function takesLengths(tool: string): boolean {
  return tool !== 'tape' && tool !== 'find' && tool !== 'put' && tool !== 'walk'
}

/** A button has its Enter and its arrows; a field has all of its keys. */
function isForTheHand(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return true
  if (target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]') !== null) return false
  const isOfControls = key === 'Enter' || key in ARROWS
  return !(isOfControls && target.closest('button, a, [role="radiogroup"], [role="tablist"], [role="slider"]') !== null)
}
