import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { applyChange } from '#shared/document/change'
import { recordsOf } from '#shared/document/document'
import { farAndOften, fromToMatrix, pairsOf } from '#shared/metrics/from-to'
import { measureDesign } from '#shared/metrics/measure'
import { dailyMetres, type Leg, type Traffic, trafficOf } from '#shared/metrics/traffic'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'

const document = workedExample()
const measured = measureDesign(document, WORKED_DESIGN, 'own')
const traffic = trafficOf(measured.trips, measured.building)

const nameOf = new Map(traffic.stops.map(({ id, name, gate }) => [id, gate ?? name]))
const walks = (isAskedFor: (leg: Leg) => boolean) =>
  Object.fromEntries(
    pairsOf(traffic.legs.filter(isAskedFor)).map(({ from, to, perDay, metres }) => [`${nameOf.get(from)} > ${nameOf.get(to)}`, [perDay, metres]]),
  )

describe('the worked example from room to room, 20 visits a day', () => {
  it('has every leg of the patient once, a gate being a place of its own', () => {
    expect(walks(({ flow }) => flow === 'patient')).toEqual({
      'main > Waiting': [20, expect.closeTo(115, 6)], // M-R 5.75
      'Waiting > Waiting': [20, expect.closeTo(70, 6)], // R-S 3.5
      'Waiting > Treatment': [20, expect.closeTo(215.5, 6)], // S-B, mean of 9.55 and 12
      'Treatment > Waiting': [20, expect.closeTo(225.5, 6)], // B-R, mean of 10.05 and 12.5
      'Waiting > main': [20, expect.closeTo(115, 6)],
    })
  })

  it('has the nurse by the four legs of the stint', () => {
    expect(walks(({ role }) => role === 'nurse')).toEqual({
      'Nurse room > Treatment': [40, expect.closeTo(20 * (14.325 + 13.575), 6)], // D-B and K-B
      'Treatment > Nurse room': [20, expect.closeTo(20 * 13.575, 6)], // B-K
      'Treatment > goods': [20, expect.closeTo(20 * 14.475, 6)],
      'goods > Nurse room': [20, expect.closeTo(20 * 6.15, 6)],
    })
  })

  it('comes to 741 m a day for patients and 1,242 m for nurses', () => {
    const metres = dailyMetres(measured, ['nurse', 'receptionist']).map(({ role, result }) => [role, result])
    expect(metres).toEqual([
      [undefined, { status: 'available', value: expect.closeTo(741, 6) }],
      ['nurse', { status: 'available', value: expect.closeTo(1242, 6) }],
      ['receptionist', { status: 'available', value: 0 }],
    ])
  })

  it('has no metres of anybody whose way is shut, rather than a part of them', () => {
    const table = document.designs[WORKED_DESIGN] ?? {}
    const door = recordsOf(table, 'opening').find(({ id }) => id === 'opening_doordt')!
    const shut = applyChange(document, { added: [], updated: [], removed: [door] })
    const daily = dailyMetres(measureDesign(shut, WORKED_DESIGN, 'own'), ['nurse', 'receptionist'])
    expect(daily.map(({ result }) => result.status)).toEqual(['unavailable', 'unavailable', 'available'])
  })

  it('stands in a matrix, the busiest room first if asked', () => {
    const isPatients = ({ flow }: Leg) => flow === 'patient'
    const byName = fromToMatrix(traffic, isPatients, 'name')
    expect(byName.stops.map(({ id }) => nameOf.get(id))).toEqual(['main', 'Treatment', 'Waiting'])
    expect(byName.rows.map((row) => row.map((cell) => cell?.perDay))).toEqual([
      [undefined, undefined, 20],
      [undefined, undefined, 20],
      [20, 20, 20],
    ])
    const byTraffic = fromToMatrix(traffic, isPatients, 'traffic')
    expect(nameOf.get(byTraffic.stops[0]!.id)).toBe('Waiting')
  })
})

it('names the few pairs that make up a share of all metres', () => {
  const pairs = [10, 50, 30, 10].map((metres) => ({ metres }))
  expect(farAndOften(pairs, 0.5)).toEqual({ count: 1, least: 50 })
  expect(farAndOften(pairs, 0.51)).toEqual({ count: 2, least: 30 })
  expect(farAndOften([], 0.5)).toEqual({ count: 0, least: 0 })
  expect(farAndOften([{ metres: 0 }], 0.5)).toEqual({ count: 0, least: 0 })
})

const rooms = ['room_a', 'room_b', 'room_c', 'room_d']
const leg = fc.record({
  from: fc.constantFrom(...rooms),
  to: fc.constantFrom(...rooms),
  flow: fc.constantFrom('patient' as const, 'clean' as const),
  role: fc.constant(undefined),
  perDay: fc.integer({ min: 1, max: 50 }),
  metres: fc.integer({ min: 0, max: 900 }),
  trips: fc.constant(['t']),
})
const stops = rooms.map((id, index) => ({ id, name: `Room ${10 - index}`, gate: undefined }))

test.prop([fc.array(leg, { maxLength: 12 }), fc.constantFrom('name' as const, 'traffic' as const)])(
  'a matrix holds all trips and metres asked for, whatever its order and that of its legs',
  (legs, order) => {
    const asked = (one: Leg) => one.flow === 'patient'
    const matrix = fromToMatrix({ stops, legs } satisfies Traffic, asked, order)
    const cells = matrix.rows.flat().flatMap((cell) => cell ?? [])
    const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0)
    expect(sum(cells.map(({ perDay }) => perDay))).toBe(sum(legs.filter(asked).map(({ perDay }) => perDay)))
    expect(sum(cells.map(({ metres }) => metres))).toBe(sum(legs.filter(asked).map(({ metres }) => metres)))
    for (const [row, { id: from }] of matrix.stops.entries())
      for (const [column, { id: to }] of matrix.stops.entries()) {
        const cell = matrix.rows[row]![column]
        if (cell !== undefined) expect([cell.from, cell.to]).toEqual([from, to])
      }
    expect(fromToMatrix({ stops, legs: [...legs].reverse() }, asked, order).stops).toEqual(matrix.stops)
    for (const { id } of matrix.stops) expect(cells.some(({ from, to }) => from === id || to === id)).toBe(true)
  },
)
