import { describe, expect, it } from 'vitest'
import { addDesign } from '#shared/commands/add-design'
import { addWall } from '#shared/commands/add-wall'
import { copyElements } from '#shared/commands/copy-elements'
import type { Edit } from '#shared/commands/edit'
import { moveElements } from '#shared/commands/move-elements'
import { moveOpening } from '#shared/commands/move-opening'
import { placeRoom } from '#shared/commands/place-room'
import { resizeRoom } from '#shared/commands/resize-room'
import { moveRoomCorner } from '#shared/commands/room-corners'
import { selectionOf } from '#shared/commands/selection'
import { setElement } from '#shared/commands/set-element'
import { setOpening } from '#shared/commands/set-opening'
import { setOutline } from '#shared/commands/set-outline'
import { setRoomEdge } from '#shared/commands/set-room-edge'
import { setWallLine } from '#shared/commands/set-wall-line'
import { sound } from '#shared/commands/sound'
import { splitRoom } from '#shared/commands/split-room'
import { recordsOf } from '#shared/document/document'
import { canonicalText } from '#shared/exchange/canonical-text'
import { say } from '#shared/report/say'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { recordOf, smallUnit } from '#test/support/small-unit'
import words from '../../../resources/locales/en.json'

const unit = smallUnit()
const document = unit.script.document()
const before = canonicalText(document)
const { design, store, office, storeDoor, officeDoor } = unit.ids as Readonly<Record<string, string>>
const storey = recordsOf(document.designs[design!]!, 'storey')[0]!.id

/** Refused with this reason, in a whole sentence, and the document is what it was. */
function expectSentence(edit: Edit, key: string): void {
  const { reason } = refusalOf(sound(edit))
  expect(reason.key).toBe(key)
  expect(say(reason, words)).toMatch(/^[A-Z{“].*[.:].*$|^[a-z]+: .*\.$/)
  expect(say(reason, words)).not.toContain('{')
  expect(canonicalText(document)).toBe(before)
}

const at = (x: number, y: number) => ({ x, y })
const bowTie = [at(8.5, 0), at(11.5, 2.5), at(11.5, 0), at(8.5, 2)]

describe('a shape that crosses itself', () => {
  it('is no room, however it comes about', () => {
    expectSentence(placeRoom(document, { design: design!, roomType: 'ward', name: 'New', corners: bowTie }, unit.freshId), 'refused.crosses-itself')
    expectSentence(
      moveRoomCorner(document, { room: store!, corner: recordOf(document, store, 'room').corners[0]!.key, to: at(2, 3.5) }),
      'refused.crosses-itself',
    )
  })

  it('is no outline', () => {
    const large = bowTie.map(({ x, y }) => at(x * 10, y * 10))
    expectSentence(setOutline(document, { storey, outline: large }), 'refused.outline-crosses')
    expectSentence(addDesign(document, { name: 'B', outline: large }, unit.freshId), 'refused.outline-crosses')
    expectSentence(addDesign(document, { name: 'B', outline: [at(0, 0), at(1, 0), at(2, 0)] }, unit.freshId), 'refused.outline-too-small')
  })
})

describe('a wall', () => {
  it('has a length', () => {
    expectSentence(addWall(document, { design: design!, from: at(9, 1), to: at(9.0002, 1) }, unit.freshId), 'refused.wall-of-no-length')
    const made = doUndoRedo(document, addWall(document, { design: design!, from: at(9, 1), to: at(11, 1) }, unit.freshId))
    const wall = recordsOf(made.designs[design!]!, 'wall')[0]!.id
    for (const length of [0, -2, Number.NaN]) expect(refusalOf(sound(setWallLine(made, { wall, length }))).reason.key).toMatch(/^refused\./)
  })
})

describe('a door', () => {
  it('stops at the ends of its wall', () => {
    for (const [along, stops] of [
      [99, 2],
      [-99, 0],
    ] as const) {
      const moved = doUndoRedo(document, moveOpening(document, { opening: storeDoor!, along }))
      expect(recordOf(moved, storeDoor, 'opening').along).toBe(stops) // the wall is 3 m long, the door 1 m wide
    }
  })

  it('is not wider than its wall, nor less than nothing, nor without a number', () => {
    expectSentence(setOpening(document, { opening: storeDoor!, fields: { width: 3.2 } }), 'refused.wider-than-wall')
    expectSentence(setOpening(document, { opening: storeDoor!, fields: { width: -1 } }), 'refused.too-little')
    expectSentence(setOpening(document, { opening: storeDoor!, fields: { width: Number.NaN } }), 'refused.wrong-field')
    expectSentence(moveOpening(document, { opening: officeDoor!, along: Number.NaN }), 'refused.wrong-field')
  })
})

describe('what is pasted', () => {
  const copied = (ids: readonly string[], to: string | undefined) => {
    const from = selectionOf(document, ids)
    if (from.status === 'refused') throw new Error(from.reason.key)
    return copyElements(document, { from, design: design!, ...(to === undefined ? {} : { storey: to }), dx: 0, dy: 0 }, unit.freshId)
  }

  it('needs a storey that is there', () => {
    expectSentence(copied([store!], 'storey_nowhere'), 'refused.unknown')
  })

  it('is not a door without its wall', () => {
    expect(refusalOf(copied([storeDoor!], undefined)).reason.key).toMatch(/^refused\./)
  })
})

describe('numbers and words that make no sense', () => {
  it('are refused where they are typed', () => {
    for (const width of [0, -3, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(refusalOf(sound(resizeRoom(document, { room: office!, size: { width } }))).reason.key).toMatch(/^refused\./)
    }
    const corner = recordOf(document, store, 'room').corners[0]!.key
    expectSentence(setRoomEdge(document, { room: store!, corner, fields: { thickness: -0.1 } }), 'refused.too-little')
    expectSentence(setRoomEdge(document, { room: store!, corner, fields: { thickness: 40 } }), 'refused.too-large')
    expectSentence(setElement(document, { kind: 'room', id: store!, fields: { name: 'x'.repeat(121) } }), 'refused.too-long')
    expectSentence(setElement(document, { kind: 'room', id: store!, fields: { capacity: 0 } }), 'refused.too-little')
  })

  it('lead nowhere far away', () => {
    for (const dx of [Number.NaN, Number.POSITIVE_INFINITY, 1e12]) {
      expect(refusalOf(sound(moveElements(document, { elements: [unit.ids.desk!], dx, dy: 0 }))).reason.key).toMatch(/^refused\./)
    }
    expect(refusalOf(sound(splitRoom(document, { room: store!, from: at(Number.NaN, 0), to: at(1, 3) }, unit.freshId))).reason.key).toMatch(
      /^refused\./,
    )
  })
})
