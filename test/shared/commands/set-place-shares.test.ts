import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { mergeRooms } from '#shared/commands/merge-rooms'
import { removeElements } from '#shared/commands/remove-elements'
import { setDesign } from '#shared/commands/set-design'
import { setElement } from '#shared/commands/set-element'
import { setPlaceShares } from '#shared/commands/set-place-shares'
import { applyChange } from '#shared/document/change'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { expectMeasures } from '#test/support/measured'
import { recordOf, smallUnit } from '#test/support/small-unit'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import { withStep } from '#test/support/worked-variations'

const beds = { roomType: 'treatment-room', fixtureType: 'bed' }
const [one, two] = ['fixture_bedone', 'fixture_bedtwo'] as const
const example = withStep(workedExample(), 'prepare', (step) => ({ ...step, place: { ...beds, choice: 'assigned' } }))
const share = (weights: Readonly<Record<string, number>> | undefined, document = example) =>
  setPlaceShares(document, { design: WORKED_DESIGN, place: beds, weights })
const sharesIn = (document: typeof example) => recordOf(document, WORKED_DESIGN, 'design').placeShares

describe('setPlaceShares', () => {
  it('keeps weights as shares of the whole, and the visits go by them', () => {
    // To bed 1 and back a patient walks 34.6 m, to bed 2 39.5 m.
    expectMeasures(example, { patientTravel: 37.05 })
    const uneven = doUndoRedo(example, share({ [one]: 1, [two]: 3 }))
    expect(sharesIn(uneven)).toEqual([{ ...beds, shares: { [one]: 0.25, [two]: 0.75 } }])
    expectMeasures(uneven, { patientTravel: 0.25 * 34.6 + 0.75 * 39.5 })
    const onlyTwo = doUndoRedo(uneven, share({ [two]: 7 }, uneven))
    expect(sharesIn(onlyTwo)).toEqual([{ ...beds, shares: { [one]: 0, [two]: 1 } }])
    expectMeasures(onlyTwo, { patientTravel: 39.5 })
    const equal = doUndoRedo(onlyTwo, share(undefined, onlyTwo))
    expect(sharesIn(equal)).toEqual([])
    expectMeasures(equal, { patientTravel: 37.05 })
  })

  it('says what it did, and leaves the shares of other places alone', () => {
    const place = { roomType: 'treatment-room' }
    const ofRooms = doUndoRedo(example, setPlaceShares(example, { design: WORKED_DESIGN, place, weights: { room_treatment: 2 } }))
    expect(sharesIn(doUndoRedo(ofRooms, share({ [one]: 1, [two]: 1 }, ofRooms)))).toEqual([
      { ...place, shares: { room_treatment: 1 } },
      { ...beds, shares: { [one]: 0.5, [two]: 0.5 } },
    ])
    expect(share({ [one]: 1 })).toMatchObject({
      name: { key: 'edit.place-shares', values: { design: 'Worked example', type: ['Treatment room', 'Bed'] } },
    })
  })

  it.each([
    ['what is not there', { fixture_gonegone: 1 }, 'refused.no-place-of-type'],
    ['what is no such place', { [one]: 1, room_treatment: 1 }, 'refused.no-place-of-type'],
    ['less than nothing', { [one]: -1, [two]: 2 }, 'refused.wrong-number'],
    ['no number', { [one]: Number.NaN }, 'refused.wrong-number'],
    ['nothing at all', { [one]: 0, [two]: 0 }, 'refused.no-share'],
    ['no place', {}, 'refused.no-share'],
  ])('refuses %s', (_, weights, key) => {
    expect(refusalOf(share(weights)).reason.key).toBe(key)
  })

  it('refuses a locked design and one that is not there', () => {
    const locked = doUndoRedo(example, setDesign(example, { design: WORKED_DESIGN, fields: { locked: true } }))
    expect(refusalOf(share({ [one]: 1 }, locked)).reason.key).toBe('refused.locked')
    expect(refusalOf(setPlaceShares(example, { design: 'design_gonegone', place: beds, weights: {} })).reason.key).toBe('refused.unknown')
  })

  test.prop([fc.nat({ max: 1000 }), fc.integer({ min: 1, max: 1000 })])('keeps what one takes of another, and the whole whole', (a, b) => {
    const shares = sharesIn(doUndoRedo(example, share({ [one]: a, [two]: b })))[0]?.shares ?? {}
    expect((shares[one] ?? 0) + (shares[two] ?? 0)).toBeCloseTo(1, 8)
    expect(shares[one]).toBeCloseTo(a / (a + b), 8)
  })
})

describe('what a design says of shares', () => {
  it('goes on with the others when a place is taken away', () => {
    const uneven = doUndoRedo(example, share({ [one]: 1, [two]: 3 }))
    const left = doUndoRedo(uneven, removeElements(uneven, { elements: [one] }))
    expect(sharesIn(left)).toEqual([{ ...beds, shares: { [two]: 1 } }])
    const all = doUndoRedo(example, share({ [one]: 1 }))
    expect(sharesIn(doUndoRedo(all, removeElements(all, { elements: [one] })))).toEqual([])
  })

  it('adds up where two rooms become one, and forgets a room of another kind', () => {
    const { script, ids } = smallUnit()
    const [design = '', store = '', office = '', ward = ''] = [ids.design, ids.store, ids.office, ids.ward]
    const room = { kind: 'room', id: office, fields: { roomType: 'store' } } as const
    const alike = doUndoRedo(script.document(), setElement(script.document(), room))
    const place = { roomType: 'store' }
    const shared = doUndoRedo(alike, setPlaceShares(alike, { design, place, weights: { [store]: 1, [office]: 4 } }))
    const placeShares = (document: typeof shared) => recordOf(document, design, 'design').placeShares
    expect(placeShares(doUndoRedo(shared, mergeRooms(shared, { room: store, other: office })))).toEqual([{ ...place, shares: { [store]: 1 } }])
    expect(placeShares(doUndoRedo(shared, mergeRooms(shared, { room: ward, other: office })))).toEqual([{ ...place, shares: { [store]: 1 } }])
  })

  const { script, ids } = smallUnit()
  const rooms = [ids.store, ids.office, ids.ward].map((id) => id ?? '')
  const stores = rooms.reduce((document, room) => {
    const edit = setElement(document, { kind: 'room', id: room, fields: { roomType: 'store' } })
    return edit.status === 'done' ? applyChange(document, edit.change) : document
  }, script.document())
  const weight = fc.nat({ max: 5 })

  test.prop([fc.tuple(weight, weight, weight), fc.nat({ max: 2 }), fc.boolean()])(
    'is a whole of what is left, in its proportion',
    (given, gone, isMerged) => {
      fc.pre(given.some((each) => each > 0))
      const weights = Object.fromEntries(rooms.map((room, at) => [room, given[at] ?? 0]))
      const shared = doUndoRedo(stores, setPlaceShares(stores, { design: ids.design ?? '', place: { roomType: 'store' }, weights }))
      const [room = '', other = ''] = [rooms[gone], rooms[(gone + 1) % 3]]
      const edit = isMerged ? mergeRooms(shared, { room: other, other: room }) : removeElements(shared, { elements: [room] })
      const after = recordOf(doUndoRedo(shared, edit), ids.design ?? '', 'design').placeShares
      const left = rooms.flatMap((each, at) =>
        each === room ? [] : [[each, (given[at] ?? 0) + (isMerged && each === other ? (given[gone] ?? 0) : 0)] as const],
      )
      const sum = left.reduce((total, [, each]) => total + each, 0)
      const expected = left.map(([each, amount]) => [each, expect.closeTo(amount / sum, 8)] as const)
      expect(after).toEqual(sum === 0 ? [] : [{ roomType: 'store', shares: Object.fromEntries(expected) }])
    },
  )
})
