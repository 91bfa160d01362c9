import { expect, it } from 'vitest'
import { fillMessage, fillNeeded, staysOverNight, warmUpNeeded } from '#shared/comparison/warm-up'
import { openSimulator } from '#shared/metrics/simulate'
import { QUEUEING_DESIGN, queueingUnit, queueStep } from '#test/support/queueing-unit'

const DAY_S = 86_400
const stay = (seconds: number) =>
  queueingUnit({
    places: {},
    pathways: [{ key: 'visit0', steps: [queueStep('stay', undefined, { shape: 'fixed', value: seconds })] }],
    volumes: [{ pathway: 'visit0', perDay: 4 }],
  })

it('a unit that empties at night needs no warming up', () => {
  // The last of four comes at nine in the evening, the first at three.
  expect(warmUpNeeded(stay(18_000), QUEUEING_DESIGN, 'own', { seed: 1 })).toEqual({ emptiesAtNight: true, seconds: 0, isSettled: true })
})

it('where everybody stays three days it is as it stays after three days', () => {
  expect(warmUpNeeded(stay(3 * DAY_S), QUEUEING_DESIGN, 'own', { seed: 1 })).toEqual({ emptiesAtNight: false, seconds: 3 * DAY_S, isSettled: true })
})

it('where more come than can be seen to it never settles', () => {
  const full = queueingUnit({
    places: { bed: 1 },
    pathways: [{ key: 'visit0', steps: [queueStep('stay', 'bed', { shape: 'fixed', value: DAY_S / 2 })] }],
    volumes: [{ pathway: 'visit0', perDay: 4 }],
  })
  expect(warmUpNeeded(full, QUEUEING_DESIGN, 'own', { seed: 1 })).toMatchObject({ emptiesAtNight: false, isSettled: false })
})

it('designs are filled for as long as the slowest takes, and it is named', () => {
  const empties = { emptiesAtNight: true, seconds: 0, isSettled: true }
  const slow = (days: number, isSettled = true) => ({ emptiesAtNight: false, seconds: days * DAY_S, isSettled })
  const of = (...all: readonly (ReturnType<typeof slow> | undefined)[]) => fillNeeded(all.map((needed, at) => ({ design: `design_${at}`, needed })))
  const said = (...all: readonly ReturnType<typeof slow>[]) => fillMessage(of(...all), (design) => design.slice(-1))
  expect(of(empties, undefined)).toEqual({ days: 0, slowest: undefined, isSettled: true })
  expect(said(empties).key).toBe('warmUp.empties')
  expect(said(slow(2), slow(5), empties, slow(5))).toEqual({ key: 'warmUp.fills', values: { design: '1', days: 5 } })
  expect(said(slow(0))).toEqual({ key: 'warmUp.fullAtOnce', values: { design: '0' } })
  // One that never settles is named before one that takes longer.
  expect(said(slow(20), slow(14, false), slow(27))).toEqual({ key: 'warmUp.unsettled', values: { design: '1', days: 27, tried: 28 } })
})

it.each([
  // The last of four comes at nine in the evening.
  [2 * 3600, false],
  [5 * 3600, true],
  [3 * DAY_S, true],
])('tells from the figures of a run whether patients who stay %i s are there when the next day opens: %s', (seconds, expected) => {
  expect(staysOverNight(openSimulator(stay(seconds), QUEUEING_DESIGN, 'own', { seed: 1, days: 1 }).run(0, 3), 0)).toBe(expected)
})
