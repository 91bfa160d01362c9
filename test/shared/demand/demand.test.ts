import { expect, it } from 'vitest'
import { arrivalTimes } from '#shared/demand/arrival-times'
import { demandOf } from '#shared/demand/demand'
import { durationQuantile } from '#shared/demand/duration-quantile'
import { DrawStream } from '#shared/demand/keyed-draws'
import { worstDays } from '#shared/demand/worst-days'
import type { Duration } from '#shared/document/duration'
import { meanSeconds } from '#shared/document/mean-duration'
import { scenarioOf } from '#shared/journeys/pathways-in-force'
import { workedExample } from '#test/support/worked-example'

const SHAPES: readonly Duration[] = [
  { shape: 'fixed', value: 300 },
  { shape: 'uniform', least: 60, most: 240 },
  { shape: 'triangular', least: 60, mode: 90, most: 300 },
  { shape: 'normal', mean: 100, sd: 80, least: 50, most: 200 },
  { shape: 'lognormal', mean: 600, sd: 480 },
  { shape: 'gamma', mean: 600, sd: 900 },
  { shape: 'weibull', scale: 400, slope: 1.7 },
  { shape: 'exponential', mean: 120 },
  { shape: 'erlang', mean: 120, phases: 4 },
  { shape: 'empirical', values: [60, 70, 200] },
]

it.each(SHAPES)('inverts a duration that is $shape: its mean is that of the static measures, and it grows', (duration) => {
  const quantile = durationQuantile(duration)
  const count = 20_000
  let sum = 0
  let before = Number.NEGATIVE_INFINITY
  for (let i = 0; i < count; i++) {
    const value = quantile((i + 0.5) / count)
    expect(value).toBeGreaterThanOrEqual(before)
    before = value
    sum += value
  }
  // The far tail of the skewed ones is cut off by the last point.
  expect(Math.abs(sum / count / meanSeconds(duration) - 1)).toBeLessThan(2e-3)
})

it('draws by key: another patient, repeat, name, replication or seed is another number, the same key the same', () => {
  const of = (seed: number, replication: number, name: string, patient: number, repeat: number) =>
    new DrawStream(seed, replication, name).uniform(patient, repeat)
  const numbers = [of(1, 0, 'a', 0, 0), of(1, 0, 'a', 1, 0), of(1, 0, 'a', 0, 1), of(1, 0, 'b', 0, 0), of(1, 1, 'a', 0, 0), of(2, 0, 'a', 0, 0)]
  expect(new Set(numbers).size).toBe(6)
  expect(of(1, 0, 'a', 0, 0)).toBe(numbers[0])
  for (const number of numbers) expect(number > 0 && number < 1).toBe(true)
})

it('draws numbers that fill (0, 1) evenly', () => {
  const bins = new Float64Array(100)
  for (let replication = 0; replication < 10; replication++) {
    const stream = new DrawStream(3, replication, 'even')
    for (let patient = 0; patient < 10_000; patient++) bins[Math.floor(stream.uniform(patient, 0) * 100)]! += 1
  }
  const chi = bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
  // 99 degrees of freedom: above 149 once in a thousand.
  expect(chi).toBeLessThan(149)
})

const OPENING = { from: 28_800, to: 57_600 }

it('lets patients come evenly, by a list, or at random', () => {
  const even = arrivalTimes({ pathway: 'visit', perDay: 2, traits: {} }, OPENING, 1, 0, 1)
  expect([...even.times]).toEqual([36_000, 50_400])
  const list = { by: 'list' as const, times: [30_000, 29_000] }
  const listed = arrivalTimes({ pathway: 'visit', perDay: 2, traits: {}, arrivals: list }, OPENING, 1, 0, 2)
  expect([...listed.times]).toEqual([29_000, 30_000, 115_400, 116_400])
  expect([...listed.patients]).toEqual([1, 0, 1_000_001, 1_000_000])
  const nobody = arrivalTimes({ pathway: 'visit', perDay: 2, traits: {}, arrivals: { ...list, didNotAttend: 1 } }, OPENING, 1, 0, 2)
  expect(nobody.times.length).toBe(0)
  const weekdays = { by: 'rate' as const, overDay: [0, 0, 1, 0], overWeek: [1, 1, 1, 1, 1, 0, 0] }
  const random = arrivalTimes({ pathway: 'visit', perDay: 100, traits: {}, arrivals: weekdays }, OPENING, 1, 0, 70)
  expect(Math.abs(random.times.length - 7000)).toBeLessThan(3.5 * Math.sqrt(7000))
  expect(random.times.every((time) => time % 86_400 >= 43_200 && time % 86_400 < 64_800 && Math.floor(time / 86_400) % 7 < 5)).toBe(true)
})

it('gives patients the same needs whatever a scenario changes beside them', () => {
  const scenario = scenarioOf(workedExample().workshop)!
  const [surge] = worstDays(scenario, { surge: 1.5, staff: 0.5 })
  const [usual, more] = [scenario, surge!.scenario].map((one) => demandOf(one, 5, 2, 1)) as [ReturnType<typeof demandOf>, ReturnType<typeof demandOf>]
  expect(more.arrivalsOf('treatment-visit').times.length).toBe(30)
  const step = { key: 'any', merges: [], duration: { shape: 'exponential', mean: 60 } } as unknown as Parameters<typeof usual.stepOf>[1]
  const seconds = (demand: typeof usual) => [0, 1, 2].map((patient) => demand.stepOf('treatment-visit', step).seconds(patient, 0))
  expect(seconds(more)).toEqual(seconds(usual))
})

it('draws each key of a merged step: who was slow at both is slow at the merged one', () => {
  const demand = demandOf(scenarioOf(workedExample().workshop)!, 1, 0, 1)
  const step = (key: string, merges: readonly string[]) =>
    ({ key, merges, duration: { shape: 'uniform', least: 0, most: 1 } }) as unknown as Parameters<typeof demand.stepOf>[1]
  const [one, two, both] = [step('one', []), step('two', []), step('one', ['two'])].map((each) => demand.stepOf('p', each)) as [
    ReturnType<typeof demand.stepOf>,
    ReturnType<typeof demand.stepOf>,
    ReturnType<typeof demand.stepOf>,
  ]
  let even = 0
  for (let patient = 0; patient < 2000; patient++) {
    const [a, b, c] = [one.seconds(patient, 0), two.seconds(patient, 0), both.seconds(patient, 0)]
    even += c
    if (a > 0.6 && b > 0.6) expect(c).toBeGreaterThan(0.6)
    if (a < 0.4 && b < 0.4) expect(c).toBeLessThan(0.4)
  }
  expect(Math.abs(even / 2000 - 0.5)).toBeLessThan(0.025)
})
