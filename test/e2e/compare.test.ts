import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { resize } from '../support/electron-app'
import { expect, test } from './fixtures'
import { workbench } from './open-app'

/** The Compare stage, as soon as its figures stand. */
async function openCompare(app: Parameters<typeof workbench>[0], page: Page) {
  await resize(app, { width: 1280, height: 800 })
  const bench = workbench(app, page)
  await bench.openSample()
  await page.getByRole('navigation', { name: 'Stages' }).getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByRole('table', { name: 'Scoreboard' })).toBeVisible()
  const pages = page.getByRole('navigation', { name: 'Pages of the comparison' })
  return { bench, show: (name: string) => pages.getByRole('button', { name }).click() }
}

async function violationsOn(page: Page): Promise<readonly string[]> {
  // Legacy mode: Electron cannot open the second page that axe otherwise works in. A picture of a plan is one image to whoever hears it,
  // and thousands of shapes to axe.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).exclude('.plan > svg > *').analyze()
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 200)).join(' ')}`)
}

test('a figure is read against today, split into layout and process, and opened down to one trip on the plan', async ({ app, page }) => {
  const { bench } = await openCompare(app, page)
  const row = page.getByRole('row', { name: /^Patient travel a visit/ })
  const figure = row.getByRole('button', { name: /^Patient travel, Pods: / })
  await expect(figure).toContainText(/\d m less.*better/)

  await row.getByRole('button', { name: 'Patient travel a visit' }).click()
  const shares = page.getByRole('row', { name: /^Of this, by layout and by process/ })
  await expect(shares).toContainText('Layout')
  await expect(shares).toContainText('Process')

  await figure.focus()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: 'Patient travel' })
  await expect(drawer).toContainText(/m less \(-\d+ %\), better/)
  const routes = drawer.locator('.routes .shape-route')
  await expect(routes.first()).toBeAttached()
  const all = await routes.count()
  await drawer.locator('.parts button').first().click()
  await expect.poll(() => routes.count()).toBeLessThan(all)

  await drawer.getByRole('button', { name: 'Show in design' }).click()
  await expect(bench.plan).toBeVisible()
  await expect(bench.tile('Patient travel')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.locator('.parts button[aria-pressed="true"]')).toHaveCount(1)
})

test('the same measure of another design, and its parts, stand one step away in the opened figure', { tag: '@long' }, async ({ app, page }) => {
  await openCompare(app, page)
  await page
    .getByRole('button', { name: /^Staff travel for the tasks listed, Pods: / })
    .first()
    .click()
  const drawer = page.getByRole('dialog')
  const value = drawer.locator('.trips-value')
  const ofPods = await value.textContent()
  await drawer.getByText('Today', { exact: true }).click()
  await expect(value).not.toHaveText(ofPods ?? '')
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
})

test('headline measures become all measures, and what cannot be known says why', { tag: '@long' }, async ({ app, page }) => {
  await openCompare(app, page)
  const table = page.getByRole('table', { name: 'Scoreboard' })
  const few = await table.getByRole('row').count()
  await page.getByText('All measures', { exact: true }).click()
  expect(await table.getByRole('row').count()).toBeGreaterThan(few)
  await expect(table.getByRole('row', { name: /^Value-added ratio/ })).toContainText('Needs a simulation or an observation')
})

test('each chart opens the trips behind one of its marks, by keys alone', { tag: '@long' }, async ({ app, page }) => {
  const { show } = await openCompare(app, page)
  const drawer = page.getByRole('dialog')

  await show('Change against today')
  await page.getByRole('button', { name: /^Patient travel a visit, Pods: / }).focus()
  await page.keyboard.press('Enter')
  await expect(drawer.locator('.parts button').first()).toBeVisible()
  await page.keyboard.press('Escape')

  await show('Metres by role')
  await page.getByRole('button', { name: /^Patients, Pods: [\d.]+ km$/ }).focus()
  await page.keyboard.press('Enter')
  await expect(drawer).toContainText(/km a day/)
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()

  await show('From room to room')
  const matrix = page.getByRole('table', { name: 'From which room to which' })
  const cells = matrix.getByRole('button')
  await expect(matrix.locator('button[tabindex="0"]')).toHaveCount(1)
  await cells.first().focus()
  await page.keyboard.press('ArrowRight')
  const focused = matrix.locator('button:focus')
  await expect(focused).toHaveAccessibleName(/ to .*trips? a day/)
  await page.keyboard.press('Enter')
  await expect(drawer.locator('.parts button').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()

  await show('Distance and volume')
  const points = page.locator('.chart-svg .mark')
  await expect(page.locator('.chart-svg .mark[tabindex="0"]')).toHaveCount(1)
  await page.locator('.chart-svg .mark[tabindex="0"]').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(drawer.locator('.parts button').first()).toBeVisible()
  expect(await points.count()).toBeGreaterThan(20)
})

test('after an edit is taken back the comparison is measured again, and is what it was', { tag: '@long' }, async ({ app, page }) => {
  const { bench } = await openCompare(app, page)
  const figure = page.getByRole('button', { name: /^Gross area, Pods: / })
  const before = await figure.textContent()
  await page.getByRole('navigation', { name: 'Stages' }).getByRole('button', { name: 'Designs' }).click()
  await bench.design('Pods')
  await bench.select('Procedure 2')
  await page.keyboard.press('Delete')
  await page.getByRole('navigation', { name: 'Stages' }).getByRole('button', { name: 'Compare' }).click()
  const travel = page.getByRole('row', { name: /^Flow-distance a day/ })
  await expect(page.locator('.compare-page.is-old')).toHaveCount(0)
  const changed = await travel.textContent()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('.compare-page.is-old')).toHaveCount(0)
  await expect(travel).not.toHaveText(changed ?? '')
  await expect(figure).toHaveText(before ?? '')
})

test('axe finds nothing to mend on the scoreboard of designs, nor in an opened figure', { tag: '@long' }, async ({ app, page }) => {
  await openCompare(app, page)
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole('button', { name: /^Patient travel, Pods: / }).click()
  await expect(page.getByRole('dialog').locator('.parts button').first()).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
})

for (const pages of [
  ['Change against today', 'Metres by role', 'Assumptions'],
  ['From room to room', 'Distance and volume'],
]) {
  test(`axe finds nothing to mend on the pages ${pages.join(', ')}`, { tag: '@long' }, async ({ app, page }) => {
    const { show } = await openCompare(app, page)
    for (const name of pages) {
      await show(name)
      await expect(page.locator('.compare-page h2').first()).toBeVisible()
      expect(await violationsOn(page), name).toEqual([])
    }
  })
}
