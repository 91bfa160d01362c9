import { expect, it } from 'vitest'
import type { Edit } from '#shared/commands/edit'
import type { WardDocument } from '#shared/document/document'
import { box, fixture, PLAN_DESIGN, plan } from '#test/support/plans'
import { createHand } from '../../../renderer/state/hand'
import type { Preview } from '../../../renderer/state/view-store'

const { design, workshop } = plan({ rooms: [box('a', 0, 0, 8, 8)], fixtures: [fixture('f', 2, 2, 1, 1)] })
const document: WardDocument = { workshop, designs: { [PLAN_DESIGN]: design } }
const place = { design: PLAN_DESIGN, storey: 'storey_plan01', slip: 0.1, reach: 0.2, middle: { x: 0, y: 0 } }

function handWith() {
  const previews: (Preview | undefined)[] = []
  const commits: Edit[] = []
  const hand = createHand({
    now: () => ({ document, design: PLAN_DESIGN, selected: ['fixture_f00000'] }),
    commit: (edit) => commits.push(edit) > 0,
    setPreview: (preview) => previews.push(preview),
    select: () => undefined,
    walk: () => undefined,
  })
  const at = (x: number) => ({ x, y: 2 })
  return {
    hand,
    previews,
    commits,
    press: () => hand.feed({ type: 'down', at: at(2), target: { kind: 'fixture', id: 'fixture_f00000' }, isAdding: false, isFree: false }, place),
    /** The preview of the thing dragged there. */
    dragTo: (x: number) => {
      hand.feed({ type: 'move', at: at(x), target: undefined, isFree: false, isHeld: false }, place)
      return previews.at(-1)
    },
    release: () => hand.feed({ type: 'up', at: at(2) }, place),
  }
}

it('comes back to the very same preview where a drag comes back to a place', () => {
  const { press, dragTo } = handWith()
  press()
  const [near, far] = [dragTo(3), dragTo(4)]
  expect(near?.edit).toMatchObject({ status: 'done', change: { updated: [[design.fixture_f00000, { x: 3 }]] } })
  expect(far).not.toBe(near)
  expect(dragTo(3.01)).toBe(near) // on the grid that is the same place
  expect(dragTo(4)).toBe(far)
})

it('remembers eight places, and none of the drag before', () => {
  const { press, dragTo, release, commits } = handWith()
  press()
  const first = dragTo(3)
  for (let x = 1; x < 8; x++) dragTo(3 + x / 2)
  expect(dragTo(3)).toBe(first)
  for (let x = 1; x <= 8; x++) dragTo(3 + x / 2)
  expect(dragTo(3)).not.toBe(first)
  const last = dragTo(3)
  release()
  expect(commits).toHaveLength(1)
  press()
  const again = dragTo(3)
  expect(again).toEqual(last)
  expect(again).not.toBe(last)
})

it('does nothing with a length it cannot read, says so, and keeps it to be mended', () => {
  const { hand, commits } = handWith()
  hand.take({ tool: 'wall' })
  hand.feed({ type: 'down', at: { x: 10, y: 2 }, target: undefined, isAdding: false, isFree: false }, place)
  hand.feed({ type: 'move', at: { x: 13, y: 2 }, target: undefined, isFree: false, isHeld: false }, place)
  hand.type('3..2')
  hand.enterPressed()
  expect(commits).toMatchObject([{ status: 'refused', reason: { key: 'refused.typed-length', values: { text: '3..2' } } }])
  expect(hand.store.getState().typed).toBe('3..2')
  hand.type('3.2')
  expect(hand.typeOnwards()).toBe(true)
  expect(hand.store.getState().typed).toBe('3.2<')
  expect(hand.typeOnwards()).toBe(false)
  hand.type('3.2<90')
  hand.enterPressed()
  expect(commits[1]).toMatchObject({ status: 'done', change: { added: [{ kind: 'wall', from: { x: 10, y: 2 }, to: { x: 10, y: 5.2 } }] } })
})
