import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import type { SimulatedRuns } from '#shared/metrics/simulate'
import { openTaskQueue, type SimulateTask } from '#shared/metrics/simulate-tasks'

const NAMES = [{ metric: 'visits', subject: undefined, unit: 'count', better: 'neither' }] as const

/** A run whose one figure is the number of the replication. */
function ran({ design, from, to }: SimulateTask): SimulatedRuns {
  const rows = Array.from({ length: to - from }, (_, at) => new Float64Array([from + at]))
  return { design, reading: 'own', names: NAMES, rows, stopped: undefined, events: to - from }
}

const stretches = fc.uniqueArray(
  fc.record({ plan: fc.nat(2), design: fc.constantFrom('design_a', 'design_b'), from: fc.nat(30), runs: fc.integer({ min: 1, max: 45 }) }),
  { minLength: 1, maxLength: 5, selector: ({ plan, design }) => `${plan} ${design}` },
)

test.prop([stretches, fc.integer({ min: 1, max: 9 }), fc.array(fc.nat(8), { maxLength: 60 })])(
  'gives every replication once and in order, however many threads there are and whoever is first',
  (given_, threads, order) => {
    const wanted = given_.map(({ plan, design, from, runs }): SimulateTask => ({ plan, design, from, to: from + runs }))
    const queue = openTaskQueue(wanted)
    const under: (SimulateTask | undefined)[] = Array.from({ length: threads }, () => queue.next())
    for (let turn = 0; under.some((task) => task !== undefined); turn++) {
      const busy = under.flatMap((task, index) => (task === undefined ? [] : [index]))
      const index = busy[(order[turn % Math.max(1, order.length)] ?? turn) % busy.length]!
      const task = under[index]!
      queue.done(task, ran(task))
      under[index] = queue.next(task)
    }
    expect(queue.share()).toBe(1)
    expect(queue.eventsLeft()).toBe(0)
    for (const stretch of wanted) {
      const { rows, design, events } = queue.runsOf(stretch)
      expect(design).toBe(stretch.design)
      expect(events).toBe(stretch.to - stretch.from)
      expect(rows.map(([value]) => value)).toEqual(Array.from({ length: stretch.to - stretch.from }, (_, at) => stretch.from + at))
    }
  },
)

it('expects of what is not handed out yet as many events a replication as there were', () => {
  const stretch = { plan: 0, design: 'design_a', from: 0, to: 20 }
  const queue = openTaskQueue([stretch])
  expect(queue.eventsLeft()).toBe(0)
  const [first, second] = [queue.next()!, queue.next()!]
  queue.done(first, { ...ran(first), events: 50 })
  // 10 of 20 are handed out, 5 of them done with 10 events each.
  expect(queue.eventsLeft()).toBe(100)
  queue.done(second, { ...ran(second), events: 100 })
  expect(queue.eventsLeft()).toBe(150)
})
