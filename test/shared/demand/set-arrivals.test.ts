import { expect, it } from 'vitest'
import { demandOf } from '#shared/demand/demand'
import { firstArrivals, withArrivals, withPerDay } from '#shared/demand/set-arrivals'
import { type Scenario, Scenario as ScenarioRecord } from '#shared/document/workshop'
import { scenarioOf } from '#shared/journeys/pathways-in-force'
import { workedExample } from '#test/support/worked-example'

const HOUR_S = 3600
const at = (...hours: readonly number[]) => hours.map((hour) => hour * HOUR_S)
const opening = { from: 8 * HOUR_S, to: 12 * HOUR_S }
const listed = (perDay: number, times: readonly number[], didNotAttend?: number): Scenario['volumes'][number] => ({
  pathway: 'visit',
  perDay,
  traits: {},
  arrivals: { by: 'list', times: [...times], ...(didNotAttend === undefined ? {} : { didNotAttend }) },
})
const timesOf = ({ arrivals }: Scenario['volumes'][number]) => (arrivals?.by === 'list' ? arrivals.times : undefined)

it('puts those who are more between those who come at set times, and takes those who are fewer evenly', () => {
  const three = listed(3, at(8, 9, 10))
  expect(timesOf(withPerDay(three, 5))).toEqual(at(8, 8.5, 9, 9.5, 10))
  expect(timesOf(withPerDay(three, 2))).toEqual(at(8, 10))
  expect(timesOf(withPerDay(three, 1))).toEqual(at(9))
  expect(withPerDay(three, 3)).toEqual(three)
  // One time alone: the next within five minutes after it.
  expect(timesOf(withPerDay(listed(1, at(8)), 2))).toEqual([8 * HOUR_S, 8 * HOUR_S + 180])
})

it('counts those who do not come', () => {
  expect(timesOf(withPerDay(listed(4, at(8, 8.5, 9, 9.5, 10), 0.2), 8))).toHaveLength(10)
  expect(withArrivals(listed(4, at(8)), { by: 'list', times: at(8, 9, 10, 11), didNotAttend: 0.25 }).perDay).toBe(3)
})

it('keeps the times of a list that nobody comes by for a while', () => {
  const none = withPerDay(listed(3, at(8, 9, 10)), 0)
  expect(none).toEqual({ ...listed(3, at(8, 9, 10)), perDay: 0 })
  expect(timesOf(withPerDay(none, 3))).toEqual(at(8, 9, 10))
})

it('begins with as many set times as come, and leaves the number to whoever comes at random', () => {
  const four = { pathway: 'visit', perDay: 4, traits: {} }
  expect(firstArrivals('list', four, opening)).toEqual({ by: 'list', times: at(8, 9, 10, 11) })
  expect(withArrivals(four, firstArrivals('rate', four, opening))).toEqual({ ...four, arrivals: { by: 'rate' } })
  expect(withArrivals(listed(3, at(8, 9, 10)), undefined)).toEqual({ pathway: 'visit', perDay: 3, traits: {} })
})

it('a simulated day has as many as the number says, whatever it was before, and its record can be kept', () => {
  const scenario = scenarioOf(workedExample().workshop)!
  for (const perDay of [1, 2, 7, 20, 41, 300]) {
    let volume = listed(3, at(8, 9, 10.25))
    for (const before of [5, 2, 50]) volume = withPerDay(volume, before)
    const made = { ...scenario, volumes: [withPerDay(volume, perDay)] }
    expect(ScenarioRecord.safeParse(made).success).toBe(true)
    const { times } = demandOf(made, 1, 0, 1).arrivalsOf('visit')
    expect(times).toHaveLength(perDay)
    expect(Math.min(...times)).toBeGreaterThanOrEqual(8 * HOUR_S)
  }
})
