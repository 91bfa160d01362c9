import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { workbench } from './open-app'

const storeyButton = (page: Page) => page.getByRole('button', { name: /^Storey: / })

async function storeyMenu(page: Page, item: RegExp | string): Promise<void> {
  await storeyButton(page).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('a second storey, a lift, a room moved upstairs: the scoreboard answers with rides', async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openSample()
  const travel = bench.tile('Patient travel')
  await expect(travel).not.toContainText('rides')

  // Room for the lift: the shell of a fifth room makes way.
  await bench.select('Shell for a fifth room')
  const spot = await bench.floorOf('Shell for a fifth room')
  await bench.plan.focus()
  await page.keyboard.press('Delete')

  await storeyMenu(page, 'Add a storey with the shell of Ground floor')
  await expect(storeyButton(page)).toHaveAccessibleName('Storey: First floor')
  await expect(bench.plan.locator('.below path').first()).toBeAttached()

  await page.getByRole('tablist', { name: 'Beside the plan' }).getByRole('tab', { name: 'Furniture' }).click()
  const catalogue = page.getByRole('region', { name: 'Catalogue' })
  await catalogue.getByLabel('Find a piece').fill('bed lift')
  await catalogue.getByRole('button', { name: 'Bed lift' }).click()
  await page.mouse.move(spot.x, spot.y, { steps: 3 })
  await page.mouse.click(spot.x, spot.y)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Lift', exact: true })).toBeVisible()

  // What is cut on the ground floor is put down at its own place upstairs.
  await bench.plan.focus()
  await page.keyboard.press('PageDown')
  await expect(storeyButton(page)).toHaveAccessibleName('Storey: Ground floor')
  await page.getByRole('tablist', { name: 'Beside the plan' }).getByRole('tab', { name: 'List' }).click()
  await bench.select('Pod 9')
  await bench.plan.focus()
  await page.keyboard.press('Control+x')
  await page.keyboard.press('PageUp')
  await page.keyboard.press('Control+v')
  await expect(bench.plan).toHaveAccessibleName(/1 room/)
  await expect(travel).toContainText('rides in lifts')

  // Who rides is said in the list of trips, and drawn where they step in.
  await travel.click()
  await expect(page.locator('.part-rides').first()).toContainText(/ride in lift L1 to (First|Ground) floor/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('f')
  await expect(bench.plan.locator('text.shape-landingSign').first()).toContainText('↓')

  // Taken back, one thing at a time: the pod stands downstairs again, and nobody rides.
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(travel).toContainText('0 rides in lifts')
})

test('a lift is set in the inspector: what it serves, whom it takes, how long it takes', { tag: '@long' }, async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openPlan()
  await bench.select('Shell for a fifth room')
  const spot = await bench.floorOf('Shell for a fifth room')
  await bench.plan.focus()
  await page.keyboard.press('Delete')
  await storeyMenu(page, 'Add a storey with the shell of Ground floor')
  await page.getByRole('tablist', { name: 'Beside the plan' }).getByRole('tab', { name: 'Furniture' }).click()
  const catalogue = page.getByRole('region', { name: 'Catalogue' })
  await catalogue.getByLabel('Find a piece').fill('passenger lift')
  await catalogue.getByRole('button', { name: 'Passenger lift' }).click()
  await page.mouse.move(spot.x, spot.y, { steps: 3 })
  await page.mouse.click(spot.x, spot.y)
  await page.keyboard.press('Escape')

  const fields = page.getByRole('region', { name: 'Lift' })
  await expect(fields.getByLabel('Ground floor')).toBeChecked()
  await expect(fields.getByLabel('First floor')).toBeChecked()
  await fields.getByLabel('Ground floor').uncheck()
  await expect(fields.getByLabel('Ground floor')).not.toBeChecked()
  await fields.getByLabel('Ground floor').check()
  await fields.getByLabel('Wait').fill('90')
  await fields.getByLabel('Wait').press('Enter')
  await expect(fields.getByLabel('Wait')).toHaveValue('90 s')
  await fields.getByLabel('Bed or trolley').uncheck()
  await expect(fields.getByLabel('Bed or trolley')).not.toBeChecked()
  await expect(fields.getByLabel('Car width')).toHaveValue('1.1 m')
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('.inspector').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})

test('storeys are named, exchanged and removed by the menu, which says what would go', { tag: '@long' }, async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openPlan()
  await storeyMenu(page, 'Add a copy of Ground floor')
  await expect(storeyButton(page)).toHaveAccessibleName('Storey: First floor')
  await storeyMenu(page, 'Name, height and place of First floor')
  await page.getByLabel('Name of the storey').fill('Upper floor')
  await page.getByLabel('Name of the storey').press('Enter')
  await expect(storeyButton(page)).toHaveAccessibleName('Storey: Upper floor')
  const remove = page.getByRole('button', { name: /^Remove Upper floor with \d+ rooms and \d+ other things on it$/ })
  await expect(remove).toBeVisible()
  await page.keyboard.press('Escape')
  await storeyButton(page).click()
  await expect(page.getByRole('menu')).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('[role="menu"]').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  await page.getByRole('menuitem', { name: 'Name, height and place of Upper floor' }).click()
  await remove.click()
  await expect(storeyButton(page)).toHaveAccessibleName('Storey: Ground floor')
  await page.keyboard.press('Control+z')
  await bench.plan.focus()
  await page.keyboard.press('PageUp')
  await expect(storeyButton(page)).toHaveAccessibleName('Storey: Upper floor')
})
