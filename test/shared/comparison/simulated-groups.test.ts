import { expect, it } from 'vitest'
import { compareSimulated } from '#shared/comparison/simulated'
import { simulatedRows } from '#shared/comparison/simulated-groups'
import { openSimulator } from '#shared/metrics/simulate'
import { SIMULATED_KEYS, simulatedNameOf } from '#shared/metrics/simulated-day'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'

const runs = openSimulator(workedExample(), WORKED_DESIGN, 'own', { seed: 1, days: 1 }).run(0, 4)
const compared = compareSimulated([runs], WORKED_DESIGN, 0.05)

it('gives every figure that says something one row, in its group', () => {
  const keys = simulatedRows(compared, true).flatMap(({ rows }) => rows.map(({ key }) => key))
  expect(new Set(keys).size).toBe(keys.length)
  const silent = compared.designs[0]!.figures.filter(({ name }) => !keys.includes(simulatedNameOf(name)))
  for (const { name, interval } of silent) expect([name.metric, interval.mean > 0]).toEqual([expect.stringMatching(/^queue|turnedAway/), false])
  // Nothing new may be left out of the tables: every kind of figure is in one of the groups.
  const all = SIMULATED_KEYS.map((metric) => ({ metric, subject: undefined, unit: 'count' as const, better: 'less' as const }))
  const one = { ...runs, names: all, rows: [new Float64Array(all.length).fill(1)] }
  const rows = simulatedRows(compareSimulated([one], undefined, 0.05), true).flatMap(({ rows: own }) => own)
  expect(rows.map(({ name }) => name.metric).sort()).toEqual([...SIMULATED_KEYS].sort())
})

it('shows few of them where a group decides: the longest queues, and places that are used', () => {
  const few = simulatedRows(compared, false).flatMap(({ rows }) => rows)
  const queues = few.filter(({ name }) => name.metric === 'queueWait')
  expect(queues.length).toBeLessThanOrEqual(5)
  for (const { figures, name } of few) {
    if (name.metric === 'occupancy') expect(figures.get(WORKED_DESIGN)!.interval.mean).toBeGreaterThanOrEqual(0.05)
  }
  expect(few.map(({ name }) => name.metric)).toContain('leadTime')
  expect(few.length).toBeLessThan(simulatedRows(compared, true).flatMap(({ rows }) => rows).length)
})
