import { describe, expect, it } from 'vitest'
import { eyeView, sees, visibleStretches } from '#shared/building/sight'
import { box, fixture, opening, type Sketch, storeyOf } from '#test/support/plans'

const thin = { thickness: 0 }
/** Two rooms side by side with something in the wall x = 4 between them, from y = 2 to y = 3. */
function beside(
  kind: 'door' | 'archway' | 'window' | 'passThrough' | undefined,
  edge: Parameters<typeof box>[5] = thin,
  more: Partial<Sketch> = {},
): Sketch {
  const openings = kind === undefined ? [] : [opening('o', { room: 'room_a00000', corner: 'b' }, 2, 1, { opening: kind })]
  return { rooms: [box('a', 0, 0, 4, 5, edge), box('b', 4, 0, 4, 5, edge)], openings, ...more }
}
const eye = { x: 2, y: 2.5 }
const beyond = { x: 6, y: 2.5 }
/** Up through room b at x = 6, from its bottom to its top. */
const line = [6, 0, 6, 5]

function isSeen(sketch: Sketch): boolean {
  return sees(eyeView(storeyOf(sketch), eye), beyond, 25)
}

describe('an eye sees', () => {
  it('through windows, archways, glazing and open edges', () => {
    expect(isSeen(beside('window'))).toBe(true)
    expect(isSeen(beside('archway'))).toBe(true)
    expect(isSeen(beside(undefined, { ...thin, edge: 'glazed' }))).toBe(true)
    expect(isSeen(beside(undefined, { ...thin, edge: 'open' }))).toBe(true)
  })

  it('not through walls, doors, pass-throughs or doors in glazing', () => {
    expect(isSeen(beside(undefined))).toBe(false)
    expect(isSeen(beside('door'))).toBe(false)
    expect(isSeen(beside('passThrough'))).toBe(false)
    expect(isSeen(beside('door', { ...thin, edge: 'glazed' }))).toBe(false)
  })

  it('not behind a screen, but past furniture', () => {
    const screen = fixture('s', 5, 2.5, 0.1, 2, { screen: true })
    expect(isSeen(beside('window', thin, { fixtures: [screen] }))).toBe(false)
    expect(isSeen(beside('window', thin, { fixtures: [{ ...screen, screen: false }] }))).toBe(true)
  })

  it('what lies in the wedge of a thin window', () => {
    // From (2, 2.5) through (4, 2) and (4, 3) the wedge is 2 m wide at x = 6.
    expect(visibleStretches(eyeView(storeyOf(beside('window')), eye), line, 25)).toEqual([1.5, 3.5])
  })

  it('less through a thick wall: its far corners hide nothing more, its near ones do', () => {
    // Wall from x = 3.9 to 4.1, window y 2 to 3: the jamb's corners furthest along bound the wedge.
    const [start, end] = visibleStretches(eyeView(storeyOf(beside('window', { thickness: 0.2 })), eye), line, 25)
    expect(start).toBeCloseTo(2.5 - (0.5 / 2.1) * 4, 9)
    expect(end).toBeCloseTo(2.5 + (0.5 / 2.1) * 4, 9)
  })

  it('no further than its limit', () => {
    const view = eyeView(storeyOf(beside('window')), eye)
    expect(sees(view, beyond, 4)).toBe(true)
    expect(sees(view, beyond, 3.999)).toBe(false)
  })

  it('through the windows of both, where two walls stand in one thickness', () => {
    const sketch: Sketch = {
      rooms: [box('a', 0, 0, 4, 5), box('b', 4.05, 0, 4, 5)],
      openings: [opening('o', { room: 'room_a00000', corner: 'b' }, 2, 1, { opening: 'window' })],
    }
    expect(isSeen(sketch)).toBe(true)
  })
})
