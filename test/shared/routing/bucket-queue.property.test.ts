import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { BucketQueue } from '#shared/routing/bucket-queue'

/** Beyond one turn of all buckets, in millimetres: 1,024 of 64 each. */
const TURN = 65_536

it('what lies a turn or more ahead waits while what is nearer is taken', () => {
  const queue = new BucketQueue()
  for (const [item, key] of [3 * TURN + 5, 10, TURN + 10, 70, 9.5].entries()) queue.push(key, item)
  expect([1, 2, 3, 4, 5].map(() => queue.pop())).toEqual([4, 1, 3, 2, 0])
  expect(queue.size).toBe(0)
})

/** What is pushed comes so much after what was popped last; a little before it now and then, as rounding has it. */
const ahead = fc.oneof(
  fc.constant(0),
  fc.constant(-1e-9),
  fc.double({ min: 0, max: 200, noNaN: true }),
  fc.double({ min: 0, max: 3 * TURN, noNaN: true }),
)
const turns = fc.array(fc.array(ahead, { maxLength: 12 }), { minLength: 1, maxLength: 60 })

test.prop([turns, fc.nat(60)])('takes the least of what waits, as looking through all would', (pushes, abandoned) => {
  const queue = new BucketQueue()
  for (const end of [abandoned, pushes.length]) {
    // What an earlier search left behind is forgotten.
    queue.clear()
    const waiting = new Map<number, number>()
    let last = 0
    let items = 0
    for (const more of pushes.slice(0, end)) {
      for (const by of more) {
        const key = Math.max(0, last + by)
        waiting.set(items, key)
        queue.push(key, items++)
      }
      expect(queue.size).toBe(waiting.size)
      if (waiting.size === 0) continue
      const least = Math.min(...waiting.values())
      const item = queue.pop()
      expect(waiting.get(item)).toBe(least)
      waiting.delete(item)
      last = Math.max(last, least)
    }
  }
})
