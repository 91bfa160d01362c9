import { violationsOn } from './axe'
import { expect, test } from './fixtures'

test('axe finds nothing to mend on the start page', async ({ page }) => {
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
})

test('axe finds nothing to mend on a design with the trips of a measure open, all that there is without them being there too', async ({ page }) => {
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await expect(page.getByRole('application', { name: /^Plan of/ })).toBeVisible()
  await page
    .getByRole('region', { name: 'Scoreboard' })
    .getByRole('button', { name: /^Patient travel/ })
    .click()
  await expect(page.getByRole('complementary')).toContainText('Patient travel')
  expect(await violationsOn(page)).toEqual([])
})
