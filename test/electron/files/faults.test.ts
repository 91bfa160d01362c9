import { expect, it } from 'vitest'
import { faultyJournal, faultySave } from '#test/support/fault-campaign'
import { FAULTS } from '#test/support/faulty-disk'
import { seededRandom } from '#test/support/seeded-random'

/** Of each, but of a slow share, which only takes its time, half the time of this file; `test/long` has 300. */
const triesOf = (fault: string) => (fault === 'slow share' ? 6 : 20)

it.each(FAULTS)('a save on a disk with %s leaves the old file or the new one, whole, and says which', async (fault) => {
  const random = seededRandom(7)
  let met = 0
  for (let attempt = 0; attempt < triesOf(fault); attempt++) {
    const tried = await faultySave(fault, random)
    expect(tried.wrongs, `try ${attempt}`).toEqual([])
    met += tried.met
  }
  expect(met).toBeGreaterThan(triesOf(fault) / 4)
})

it.each(FAULTS)('a journal on a disk with %s holds what it said it holds', async (fault) => {
  const random = seededRandom(11)
  for (let attempt = 0; attempt < triesOf(fault); attempt++) expect((await faultyJournal(fault, random)).wrongs, `try ${attempt}`).toEqual([])
})
