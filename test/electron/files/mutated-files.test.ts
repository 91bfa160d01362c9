import { expect, it } from 'vitest'
import { spoiltFile } from '#test/support/mutation-campaign'
import { seededRandom } from '#test/support/seeded-random'

it('a thousand spoilt files each open or are refused by a sentence', () => {
  const random = seededRandom(20)
  const wrongs: string[] = []
  let open = 0
  for (let count = 0; count < 1000; count++) {
    const { name, wrong, isOpen } = spoiltFile(count, random)
    if (wrong !== undefined) wrongs.push(`${name} (${count}): ${wrong}`)
    if (isOpen) open++
  }
  expect(wrongs).toEqual([])
  // Some are spoilt harmlessly, most are not: neither way of ending is left untried.
  expect(open).toBeGreaterThan(50)
  expect(open).toBeLessThan(950)
})
