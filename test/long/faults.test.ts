import { expect, it } from 'vitest'
import { faultyJournal, faultySave } from '#test/support/fault-campaign'
import { FAULTS } from '#test/support/faulty-disk'
import { killCampaign } from '#test/support/kill-campaign'
import { spoiltFile } from '#test/support/mutation-campaign'
import { seededRandom } from '#test/support/seeded-random'

const TRIES = 300
const KILLS = 1000
const FILES = 20_000
/** A thousand starts of a process take their time. */
const LONGEST_MS = 1_800_000

it.each(FAULTS)(`${TRIES} saves on a disk with %s`, async (fault) => {
  const seed = Date.now() & 0x7fffffff
  const random = seededRandom(seed)
  for (let attempt = 0; attempt < TRIES; attempt++) expect((await faultySave(fault, random)).wrongs, `seed ${seed}, try ${attempt}`).toEqual([])
})

it.each(FAULTS)(`${TRIES} journals on a disk with %s`, async (fault) => {
  const seed = Date.now() & 0x7fffffff
  const random = seededRandom(seed)
  for (let attempt = 0; attempt < TRIES; attempt++) expect((await faultyJournal(fault, random)).wrongs, `seed ${seed}, try ${attempt}`).toEqual([])
})

it(
  `${KILLS} kills while a workshop is edited and saved`,
  async () => {
    const { wrongs } = await killCampaign(KILLS, seededRandom(Date.now() & 0x7fffffff))
    expect(wrongs).toEqual([])
  },
  LONGEST_MS,
)

it('a few kills while nobody hears what was done', async () => {
  const { wrongs, edits } = await killCampaign(5, seededRandom(1), 4000)
  expect(wrongs).toEqual([])
  expect(edits).toBeGreaterThan(0)
})

it(`${FILES} spoilt files each open or are refused by a sentence`, () => {
  const seed = Date.now() & 0x7fffffff
  const random = seededRandom(seed)
  const wrongs: string[] = []
  for (let count = 0; count < FILES; count++) {
    const { name, wrong } = spoiltFile(count, random)
    if (wrong !== undefined) wrongs.push(`seed ${seed}, ${name} (${count}): ${wrong}`)
  }
  expect(wrongs).toEqual([])
  expect(process.memoryUsage().rss).toBeLessThan(1024 ** 3)
})
