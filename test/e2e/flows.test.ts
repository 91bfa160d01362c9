import { AxeBuilder } from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import { resize } from '../support/electron-app'
import { expect, test } from './fixtures'
import { workbench } from './open-app'

async function openSheet(app: ElectronApplication, page: Page) {
  const bench = workbench(app, page)
  await resize(app, { width: 1280, height: 800 })
  await bench.openSample()
  await page.keyboard.press('l')
  const sheet = page.getByRole('dialog', { name: 'Layers' })
  await expect(sheet.getByRole('button', { name: 'All flows' })).toBeVisible()
  return { bench, sheet, ribbons: bench.plan.locator('.ribbons .shape-route') }
}

async function checkAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('.plan svg > g').setLegacyMode(true).analyze()
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`)).toEqual([])
}

test('a layer is switched on and off by keyboard, and nothing else is drawn again', { tag: '@long' }, async ({ app, page }) => {
  const { bench, sheet, ribbons } = await openSheet(app, page)
  await expect(ribbons).toHaveCount(0)
  await checkAxe(page)

  await sheet.getByRole('checkbox', { name: /Used supply/ }).focus()
  await page.keyboard.press('Space')
  await expect(bench.plan.locator('.ribbons .shape-route[data-flow="used"]').first()).toBeAttached()
  await expect(bench.plan.locator('.ribbons .shape-route:not([data-flow="used"])')).toHaveCount(0)
  await expect(bench.plan.locator('.ribbons .shape-routeDirection').first()).toBeAttached()
  await page.keyboard.press('Space')
  await expect(ribbons).toHaveCount(0)

  await sheet.getByRole('checkbox', { name: 'Furniture' }).uncheck()
  await expect(bench.plan.locator('.furniture path')).toHaveCount(0)
  await sheet.getByRole('checkbox', { name: 'Furniture' }).check()
  await expect(bench.plan.locator('.furniture path')).not.toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()

  await page.keyboard.press('f')
  await expect(bench.plan.locator('.ribbons .shape-route[data-flow="patient"]').first()).toBeAttached()
  await page.keyboard.press('f')
  await expect(ribbons).toHaveCount(0)
})

test('conflicts carry the metres that the scoreboard says, and shared doors stand out', { tag: '@long' }, async ({ app, page }) => {
  const { bench, sheet } = await openSheet(app, page)
  await sheet.getByRole('checkbox', { name: /Where clean meets used/ }).check()
  await sheet.getByRole('checkbox', { name: 'Doors by who passes' }).check()
  await expect(bench.plan.locator('.conflicts .shape-shared').first()).toBeAttached()
  const badges = await bench.plan.locator('.shape-conflictMetres').allTextContents()
  const sum = badges.reduce((total, text) => total + Number.parseFloat(text), 0)
  expect(Math.abs(sum - (await bench.value('Clean meets used')))).toBeLessThan(0.05 * badges.length + 0.05)
  await expect(bench.plan.locator('.shape-sharedDoor').first()).toBeAttached()

  await sheet.getByLabel('What can be seen from').first().click()
  await sheet.getByRole('option').nth(1).click()
  await expect(bench.plan.locator('.shape-sight')).toHaveCount(1)
  await checkAxe(page)
  await sheet.getByRole('button', { name: 'Show the building only' }).click()
  await expect(bench.plan.locator('.shape-conflictMetres, .shape-sharedDoor, .shape-sight')).toHaveCount(0)
})

test('a room that is clicked says what passes through it, and a row draws its trips', { tag: '@long' }, async ({ app, page }) => {
  const bench = workbench(app, page)
  await resize(app, { width: 1280, height: 800 })
  await bench.openSample()
  const { x, y } = await bench.floorOf('Procedure 4')
  await page.mouse.click(x, y)
  const section = page.getByRole('region', { name: 'What passes through here' })
  const row = section.getByRole('button', { name: /^Patients/ })
  await expect(row).toContainText(/start here.*end here/)
  await row.click()
  await expect(row).toHaveAttribute('aria-pressed', 'true')
  await expect(bench.plan.locator('.ribbons .shape-route[data-flow="patient"]').first()).toBeAttached()
  await expect(bench.plan.locator('.ribbons .shape-route:not([data-flow="patient"])')).toHaveCount(0)
  await checkAxe(page)
  await page.keyboard.press('Escape')
  await expect(bench.plan.locator('.ribbons .shape-route')).toHaveCount(0)
})

test('flows follow a room while it is dragged, and go back with it', { tag: '@long' }, async ({ app, page }) => {
  const { bench, ribbons } = await openSheet(app, page)
  await page.getByRole('checkbox', { name: /Used supply/ }).check()
  await page.keyboard.press('Escape')
  await expect(ribbons.first()).toBeAttached()
  const drawn = () => ribbons.evaluateAll((paths) => paths.map((path) => path.getAttribute('d')).join(' '))
  const before = await drawn()
  const { x, y, metre } = await bench.floorOf('Procedure 4')
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + metre, y, { steps: 5 })
  await expect.poll(drawn).not.toBe(before)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect.poll(drawn).toBe(before)
})

test('a ribbon that is clicked lists its trips', { tag: '@long' }, async ({ app, page }) => {
  const { bench, ribbons } = await openSheet(app, page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('f')
  await expect(ribbons.first()).toBeAttached()
  const all = await ribbons.count()
  await ribbons.last().dispatchEvent('pointerdown', { button: 0, bubbles: true, pointerId: 1 })
  await expect(page.getByRole('heading', { name: 'Trips on this line' })).toBeVisible()
  await expect(page.locator('.picked-trip').first()).toContainText(' to ')
  await expect.poll(() => ribbons.count()).toBeLessThan(all)
  await checkAxe(page)
  await page.getByRole('button', { name: 'Show all flows again' }).click()
  await expect(ribbons).toHaveCount(all)
  await expect(bench.plan).toBeVisible()
})

test('one patient is followed step by step with the arrow keys', { tag: '@long' }, async ({ app, page }) => {
  const bench = workbench(app, page)
  await resize(app, { width: 1280, height: 800 })
  await bench.openSample()
  await page.getByRole('button', { name: 'Follow a patient' }).click()
  const bar = page.getByRole('region', { name: 'Steps of the journey' })
  await expect(bar).toContainText('1 of ')
  await expect(bar).toContainText('Arrives')
  const steps = Number(/1 of (\d+)/.exec((await bar.textContent()) ?? '')?.[1])
  let handedOver = 0
  let legs = 0
  for (let step = 2; step <= steps; step++) {
    await page.keyboard.press('ArrowRight')
    await expect(bar).toContainText(`${step} of ${steps}`)
    const text = (await bar.textContent()) ?? ''
    if (text.includes('Handed over from')) handedOver += 1
    if (await bench.plan.locator('.shape-leg').count()) {
      legs += 1
      await expect(bench.plan.locator('.shape-legMetres')).toHaveText(/ m$/)
    }
  }
  expect(handedOver).toBeGreaterThan(1)
  expect(legs).toBeGreaterThan(2)
  await expect(bar).toContainText('Leaves')
  await expect(bench.plan.locator('.shape-handoff').first()).toBeAttached()
  await page.keyboard.press('ArrowLeft')
  await expect(bar).toContainText(`${steps - 1} of ${steps}`)
  await expect(page.getByText(/in all$/)).toBeVisible()
  await checkAxe(page)

  // The same step in the other designs, and back to the plan alone.
  await bench.design('Today')
  await expect(bar).toContainText(' of ')
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await expect(bench.plan.locator('.shape-station')).toHaveCount(0)
})
