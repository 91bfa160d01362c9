import { expect, it } from 'vitest'
import type { Finding } from '#shared/document/finding'
import { roomsToCome, sortedFindings } from '#shared/document/findings/sorted-findings'

const found = (key: string, where: Finding['where'], more: Partial<Finding> = {}): Finding => ({
  severity: 'error',
  message: { key, values: {} },
  where,
  ...more,
})
const [design, other, store, desk] = ['design_000001', 'design_000002', 'room_000001', 'fixture_000001'] as const
const column = found('finding.fixtureOutside', [desk])

it('counts what is only not drawn yet apart from what is wrong, and an entrance as a fault once every room is there', () => {
  const wanted = (about: string, count: number, more: Partial<Finding> = {}) =>
    found('finding.briefMissing', [design], { about, message: { key: 'finding.briefMissing', values: { type: about, missing: count } }, ...more })
  const [pods, stores] = [wanted('Pod', 11), wanted('Store', 2)]
  const needed = found('finding.noRoomOfType', [design], { about: 'Changing' })
  const sameType = found('finding.noRoomOfType', [design], { about: 'Pod' })
  const noGate = found('finding.noGate', [design], { about: 'main' })
  const small = found('finding.briefBelow', [store])
  expect(sortedFindings([noGate, needed, sameType, column, pods, stores, small])).toEqual({
    heeded: [column, small],
    toCome: [pods, stores, noGate, needed],
    ignored: [],
  })
  expect(roomsToCome([pods, stores, noGate, needed])).toBe(13)

  const left = wanted('Pod', 11, { ignored: 'Rooms instead' })
  expect(sortedFindings([noGate, column, left])).toEqual({ heeded: [noGate, column], toCome: [], ignored: [left] })
  expect(sortedFindings([noGate, sameType, left])).toEqual({ heeded: [], toCome: [noGate, sameType], ignored: [left] })
})

it('sorts each of several designs by what is drawn of it', () => {
  const missing = (of: Finding['where'][number], about: string) =>
    found('finding.briefMissing', [of], { about, message: { key: 'finding.briefMissing', values: { type: about, missing: 1 } } })
  const pod = missing(design, 'Pod')
  // Every room of the other design is drawn, so the entrance that it lacks is a fault; and what the brief says of one design it says of no other.
  const [gateHere, gateThere] = [found('finding.noGate', [design], { about: 'main' }), found('finding.noGate', [other], { about: 'main' })]
  expect(sortedFindings([pod, gateHere, gateThere])).toEqual({ heeded: [gateThere], toCome: [pod, gateHere], ignored: [] })
  const podThere = found('finding.noRoomOfType', [other], { about: 'Pod' })
  expect(sortedFindings([pod, podThere]).toCome).toEqual([pod, podThere])
})
