import { expect, it } from 'vitest'
import { killCampaign } from '#test/support/kill-campaign'
import { seededRandom } from '#test/support/seeded-random'

it('a dozen kills while a workshop is edited and saved lose no edit that was kept, and no file', async () => {
  const { wrongs, edits, saves } = await killCampaign(12, seededRandom(4))
  expect(wrongs).toEqual([])
  expect(edits).toBeGreaterThan(50)
  expect(saves).toBeGreaterThan(10)
})
