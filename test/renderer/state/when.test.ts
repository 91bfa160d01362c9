import { expect, it } from 'vitest'
import { whenText } from '../../../renderer/state/when'

const at = (day: number, hour: number, minute: number) => new Date(2026, 10, day, hour, minute).getTime()

it('says a moment as one does on the same day, the next, and later', () => {
  expect(whenText(at(20, 14, 5), at(20, 23, 59))).toEqual({ key: 'when.today', values: { time: '14:05' } })
  expect(whenText(at(20, 14, 5), at(21, 0, 1))).toEqual({ key: 'when.yesterday', values: { time: '14:05' } })
  expect(whenText(at(20, 9, 5), at(22, 9, 5))).toEqual({ key: 'when.on', values: { date: '20 November 2026', time: '09:05' } })
})
