import { expect, it } from 'vitest'
import { heldAgainstPublished } from '#shared/metrics/published-bands'
import type { SimulatedRuns } from '#shared/metrics/simulate'
import type { SimulatedName } from '#shared/metrics/simulated-day'
import { say } from '#shared/report/say'
import { shippedCatalogue } from '#test/support/catalogue'
import { endoscopyWorkshop } from '#test/support/endoscopy'
import { workedExample } from '#test/support/worked-example'
import words from '../../../resources/locales/en.json'

const sample = endoscopyWorkshop(shippedCatalogue())

/** Two days of made-up figures. */
function runs(figures: Readonly<Record<string, readonly [number, number]>>): SimulatedRuns {
  const names = Object.keys(figures).map((key): SimulatedName => {
    const [metric, subject] = key.split(' ')
    return { metric: metric as SimulatedName['metric'], subject, unit: 'minute', better: 'less' }
  })
  const rows = [0, 1].map((day) => Float64Array.from(Object.values(figures), (values) => values[day]!))
  return { design: 'design_000001', reading: 'own', names, rows, stopped: undefined, events: 0 }
}

const verdicts = (given: Parameters<typeof runs>[0]) =>
  heldAgainstPublished(runs({ waiting: [30, 30], blocked: [5, 5], ...given }), sample).map(({ key, name, verdict }) => [key, name.subject, verdict])

it('a stay is held against what Örebro found: 77 to 101 and 100 to 123 minutes', () => {
  expect(
    verdicts({
      'leadTime trait:procedure/gastroscopy': [100, 102],
      'leadTime trait:procedure/colonoscopy': [120, 130],
      'leadTime trait:sedated/yes': [1, 1],
      'leadTime pathway:endoscopy-visit': [1, 1],
    }),
  ).toEqual([
    ['stay', 'trait:procedure/gastroscopy', 'inside'],
    ['stay', 'trait:procedure/colonoscopy', 'above'],
  ])
})

it('a procedure room against the Kingston means, 15 % either way', () => {
  // 31.5: 26.775 to 36.225.
  expect(verdicts({ 'placeMinutes place:procedure-room/couch:procedure/gastroscopy': [36.2, 36.2] })[0]?.[2]).toBe('inside')
  expect(verdicts({ 'placeMinutes place:procedure-room/couch:procedure/gastroscopy': [36.3, 36.3] })[0]?.[2]).toBe('above')
  expect(verdicts({ 'placeMinutes place:procedure-room/couch:procedure/both': [50, 60] })[0]?.[2]).toBe('below')
  expect(verdicts({ 'placeMinutes place:recovery/trolley:procedure/both': [50, 60] })).toEqual([])
})

it('what nurses walk against 2.4 to 3.4 miles in ten hours, for the length of their shift', () => {
  // Their shift in the sample is ten hours long.
  expect(verdicts({ 'staffTravelPerPerson role:room-nurse': [3863, 3863] })[0]?.[2]).toBe('inside')
  expect(verdicts({ 'staffTravelPerPerson role:room-nurse': [3862, 3862] })[0]?.[2]).toBe('below')
  expect(verdicts({ 'staffTravelPerPerson role:room-nurse': [5472, 5472] })[0]?.[2]).toBe('above')
  expect(verdicts({ 'staffTravelPerPerson role:porter': [100, 100] })).toEqual([])
})

it('says why in sentences, and nothing where nothing is published', () => {
  const figures = { waiting: [30, 30], blocked: [5, 5], 'leadTime trait:procedure/gastroscopy': [150, 150] } as const
  const [check] = heldAgainstPublished(runs(figures), sample)
  expect(say(check!.why, words)).toContain('30 min of a visit is waiting, and the steps and ways of this pathway take 2 h by themselves')
  expect(say(check!.source, words)).toBe('Örebro, 376 patients')
  expect(heldAgainstPublished(runs({ waiting: [1, 1], leadTime: [60, 60] }), workedExample())).toEqual([])
})
