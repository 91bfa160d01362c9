import { expect, it } from 'vitest'
import type { Part } from '#shared/metrics/measurement'
import { packParts, unpackParts } from '../../../renderer/workers/part-rows'

const trip = { key: 'a', flow: 'patient', perDay: 20, routes: () => [] } as unknown as Part['trip']
const part: Part = {
  trip,
  subject: { key: 'trip', values: {} },
  amount: 12,
  marks: [
    {
      role: 'route',
      points: [
        { x: 1, y: 2 },
        { x: 3, y: 4 },
      ],
      element: undefined,
    },
    { role: 'element', points: [], element: 'room_aaaaaa' },
    { role: 'crossing', points: [{ x: 5, y: 6 }], element: undefined },
  ],
}

it('comes out of the other end as it went in, without what cannot cross', () => {
  const { rows, points } = packParts([part, { ...part, trip: undefined }])
  const [first, second] = unpackParts(structuredClone(rows), points)
  expect(first?.marks).toEqual(part.marks)
  expect(first?.trip).toEqual({ key: 'a', flow: 'patient', perDay: 20 })
  expect(second).toEqual({ ...part, trip: undefined })
})
