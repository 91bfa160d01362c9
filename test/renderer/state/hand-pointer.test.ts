import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Hand } from '../../../renderer/state/hand'
import { createHandPointer, type HandOver, type PressEvent } from '../../../renderer/state/hand-pointer'

let frames: (() => void)[] = []
const nextFrame = () => {
  const due = frames
  frames = []
  for (const call of due) call()
}

beforeEach(() => {
  frames = []
  vi.stubGlobal('requestAnimationFrame', (call: () => void) => frames.push(call))
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = []
  })
  vi.stubGlobal('window', { clearTimeout: () => undefined, setTimeout: () => 1 })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

function pointer() {
  const fed: string[] = []
  const feed: Hand['feed'] = (event) => fed.push('at' in event ? `${event.type} ${event.at.x}` : event.type)
  const over: HandOver = {
    hand: { feed } as Hand,
    tool: { tool: 'select' },
    design: 'design_aaaaaa',
    storey: 'storey_aaaaaa',
    middle: { x: 0, y: 0 },
    scale: 10,
    onPlan: ({ clientX }) => ({ x: clientX, y: 0 }),
    targetUnder: () => undefined,
    onLeave: () => undefined,
  }
  const at = (clientX: number): PressEvent => ({
    button: 0,
    pointerType: 'mouse',
    clientX,
    clientY: 0,
    target: null,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
  })
  return { fed, over, at, hand: createHandPointer() }
}

it('tells of the moves in a frame the first at once, and at the next frame the newest', () => {
  const { fed, over, at, hand } = pointer()
  hand.down(over, at(0))
  for (const x of [1, 2, 3]) hand.move(over, at(x))
  expect(fed).toEqual(['down 0', 'move 1'])
  nextFrame()
  expect(fed).toEqual(['down 0', 'move 1', 'move 3'])
  hand.move(over, at(4))
  nextFrame()
  nextFrame()
  expect(fed).toEqual(['down 0', 'move 1', 'move 3', 'move 4'])
  hand.move(over, at(5))
  expect(fed.at(-1)).toBe('move 5')
})

it('lets go where the pointer was last, whatever the frame', () => {
  const { fed, over, at, hand } = pointer()
  hand.down(over, at(0))
  for (const x of [1, 2]) hand.move(over, at(x))
  hand.up(over, at(2))
  nextFrame()
  expect(fed).toEqual(['down 0', 'move 1', 'move 2', 'up 2'])
})
