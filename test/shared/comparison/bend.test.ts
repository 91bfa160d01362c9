import { expect, it } from 'vitest'
import { bendsLeast, bendsOf } from '#shared/comparison/bend'
import { toldApart } from '#shared/comparison/simulated-pair'
import type { SimulatedRuns } from '#shared/metrics/simulate'
import type { SimulatedName } from '#shared/metrics/simulated-day'

const LEAD: SimulatedName = { metric: 'leadTime', subject: undefined, unit: 'minute', better: 'less' }

function runs(design: string, values: readonly number[], name = LEAD): SimulatedRuns {
  return { design, reading: 'own', names: [name], rows: values.map((value) => new Float64Array([value])), stopped: undefined, events: 0 }
}

const stuck = (design: string): SimulatedRuns => ({
  ...runs(design, []),
  names: [],
  stopped: { replication: 0, reason: { key: 'simulation.item', values: {} } },
})

it('holds each design against its own usual day, and finds the one that gives least', () => {
  const usual = [runs('design_a', [90, 110]), runs('design_b', [45, 55])]
  const surge = [runs('design_a', [140, 160]), runs('design_b', [60, 70])]
  const down = [runs('design_a', [110, 130]), runs('design_b', [55, 65])]
  const bends = bendsOf([usual, surge, down], LEAD, 0.05)
  // 50 and 20 minutes on 100; 15 and 10 on 50.
  expect(bends.map(({ design, rise }) => [design, rise])).toEqual([
    ['design_a', 35],
    ['design_b', 12.5],
  ])
  expect(bends.map(({ riseShare }) => riseShare)).toEqual([0.35, 0.25])
  expect(bends[0]?.cells[1]?.difference).toMatchObject({ interval: { mean: 50 }, verdict: 'worse' })
  expect(bendsLeast(bends, 0.05)).toEqual(['design_b'])
  // 22.5 minutes are 30 % of what a usual day takes in the mean of both.
  expect(bendsLeast(bends, 0.29)).toEqual(['design_b'])
  expect(bendsLeast(bends, 0.31)).toEqual([])
})

it('goes by what is added, not by how many times as much it is of next to nothing, nor of nothing at all', () => {
  const usual = [runs('design_a', [60, 60]), runs('design_b', [1, 1]), runs('design_c', [0, 0])]
  const surge = [runs('design_a', [120, 120]), runs('design_b', [31, 31]), runs('design_c', [50, 50])]
  const bends = bendsOf([usual, surge], LEAD, 0.05)
  expect(bends.map(({ rise, riseShare }) => [rise, riseShare])).toEqual([
    [60, 1],
    [30, 30],
    [50, undefined],
  ])
  expect(bendsLeast(bends, 0.05)).toEqual(['design_b'])
  expect(bendsLeast(bends, 0)).toEqual(['design_b'])
})

it('calls none the one that gives least by what chance makes of so few runs', () => {
  const usual = [runs('design_a', [100, 100, 100]), runs('design_b', [100, 100, 100])]
  // 20 minutes more than the other on average, but by 60, 0 and 0: a standard error of 20, times 4.303 for two degrees of freedom.
  const wide = bendsOf([usual, [runs('design_a', [190, 130, 130]), runs('design_b', [130, 130, 130])]], LEAD, 0.05)
  expect(wide.map(({ rise, byRun }) => [rise, byRun])).toEqual([
    [50, [90, 30, 30]],
    [30, [30, 30, 30]],
  ])
  expect(bendsLeast(wide, 0.05)).toEqual([])
  // By 21, 20 and 19: a standard error of 0.58.
  const narrow = bendsOf([usual, [runs('design_a', [151, 150, 149]), runs('design_b', [130, 130, 130])]], LEAD, 0.05)
  expect(bendsLeast(narrow, 0.05)).toEqual(['design_b'])
  // Of one run nobody can tell.
  const [once, twice] = [[100], [150]]
  expect(
    bendsLeast(
      bendsOf(
        [
          [runs('design_a', once), runs('design_b', once)],
          [runs('design_a', twice), runs('design_b', once)],
        ],
        LEAD,
        0.05,
      ),
      0.05,
    ),
  ).toEqual([])
})

it('has no rise for a design that cannot be run on one of the days, and says why', () => {
  const usual = [runs('design_a', [90, 110]), runs('design_b', [45, 55])]
  const [a, b] = bendsOf([usual, [stuck('design_a'), runs('design_b', [60, 70])]], LEAD, 0.05)
  expect(a).toMatchObject({ rise: undefined, cells: [{}, { stopped: { key: 'simulation.item' } }] })
  expect(b?.rise).toBe(15)
  expect(bendsLeast([a!, b!], 0.05)).toEqual(['design_b'])
})

const noisy = (mean: number, count: number) => Array.from({ length: count }, (_, at) => mean + (at % 2 === 0 ? 1 : -1) * ((at % 7) + 1))

it('tells two designs apart once it is sure, and names the better by what is better of the figure', () => {
  const [a, b] = [runs('design_a', noisy(100, 20)), runs('design_b', noisy(80, 20))]
  expect(toldApart([a, b], LEAD, ['design_a', 'design_b'], 0.05)).toMatchObject({
    isTold: true,
    better: 'design_b',
    difference: { verdict: 'better' },
  })
  const more: SimulatedName = { ...LEAD, metric: 'simulatedValueAddedRatio', better: 'more' }
  const told = toldApart([runs('design_a', noisy(100, 20), more), runs('design_b', noisy(80, 20), more)], more, ['design_a', 'design_b'], 0.05)
  expect(told).toMatchObject({ isTold: true, better: 'design_a' })
})

it('does not tell what too few runs say, nor what varies more than it differs', () => {
  const few = [runs('design_a', noisy(100, 8)), runs('design_b', noisy(80, 8))]
  expect(toldApart(few, LEAD, ['design_a', 'design_b'], 0.05)?.isTold).toBe(false)
  const wild = Array.from({ length: 14 }, (_, at) => 100 + (at % 2 === 0 ? 60 : -58))
  expect(toldApart([runs('design_a', noisy(100, 14)), runs('design_b', wild)], LEAD, ['design_a', 'design_b'], 0.05)?.isTold).toBe(false)
  const same = runs('design_a', noisy(100, 12))
  expect(toldApart([same, { ...same, design: 'design_b' }], LEAD, ['design_a', 'design_b'], 0.05)).toMatchObject({ isTold: true, better: undefined })
  expect(toldApart(few, { ...LEAD, metric: 'overtime' }, ['design_a', 'design_b'], 0.05)).toBeUndefined()
})
