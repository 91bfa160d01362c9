import { expect, it } from 'vitest'
import { warmUpNeeded } from '#shared/comparison/warm-up'
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
