import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { workbench } from './open-app'

/** Shows what stands beside the plan, at one of its tabs. */
async function openTab(page: Page, tab: string): Promise<void> {
  const tabs = page.getByRole('tablist', { name: 'Beside the plan' })
  if (!(await tabs.isVisible())) await page.getByRole('button', { name: 'List of rooms' }).click()
  await tabs.getByRole('tab', { name: tab }).click()
}

test('the room kit counts against the brief, and a room taken from it is carried to the plan', { tag: '@long' }, async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openPlan()
  await openTab(page, 'Rooms')
  const kit = page.getByRole('region', { name: 'Room kit' })
  const row = kit.getByRole('button', { name: /^Pod/ })
  const before = await row.innerText()
  const placed = Number(/(\d+) of \d+/.exec(before)?.[1])
  await row.click()
  await expect(row).toHaveAttribute('aria-pressed', 'true')

  const box = await bench.plan.boundingBox()
  if (box === null) throw new Error('no plan')
  // Wherever it is carried over free floor, the kit counts it before it is put down.
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 })
  await page.keyboard.press('Escape')
  await expect(row).toHaveAttribute('aria-pressed', 'false')
  await expect(row).toContainText(`${placed} of`)
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
})

test('a room dragged out of the kit is put down where it is let go, and counts', { tag: '@long' }, async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openPlan()
  await bench.select('Shell for a fifth room')
  const { x, y } = await bench.floorOf('Shell for a fifth room')
  await bench.plan.focus()
  await page.keyboard.press('Delete')
  await openTab(page, 'Rooms')
  const row = page.getByRole('region', { name: 'Room kit' }).getByRole('button', { name: /^Linen store/ })
  await expect(row).toContainText('1 of 1')
  await row.hover()
  await page.mouse.down()
  await page.mouse.move(x, y, { steps: 6 })
  await expect(row).toContainText('2 of 1')
  await page.mouse.up()
  // Let go, it is put down and the hand is empty; with Shift held the next one is in it.
  await expect(page.getByRole('button', { name: 'Select and move' })).toHaveAttribute('aria-pressed', 'true')
  await expect(row).toContainText('2 of 1')
  await page.keyboard.press('Control+z')
  await row.hover()
  await page.mouse.down()
  await page.mouse.move(x, y, { steps: 6 })
  await page.keyboard.down('Shift')
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await expect(row).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Escape') // what was only carried would be gone with the tool
  await expect(row).toContainText('2 of 1')
  await page.keyboard.press('Control+z')
  await expect(row).toContainText('1 of 1')
})

test('the catalogue is searched by other words too, and a piece put down is one undo', async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openPlan()
  await openTab(page, 'Furniture')
  const catalogue = page.getByRole('region', { name: 'Catalogue' })
  expect(await catalogue.getByRole('button').count()).toBeGreaterThanOrEqual(40)
  await catalogue.getByLabel('Find a piece').fill('resuscitation')
  await expect(catalogue.getByRole('button')).toHaveText(['Crash trolley'])
  await catalogue.getByRole('button', { name: 'Crash trolley' }).click()
  const { x, y } = await bench.floorOf('Procedure 4')
  await page.mouse.move(x, y, { steps: 3 })
  await page.mouse.click(x, y)
  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeEnabled()
  await page.keyboard.press('Escape')
  await undo.click()
  await expect(undo).toBeDisabled()
})

test('axe finds nothing to mend on the kit and the catalogue', { tag: '@long' }, async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openPlan()
  for (const tab of ['Rooms', 'Furniture']) {
    await openTab(page, tab)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(violations.map(({ id, nodes }) => `${tab}: ${id} ${nodes[0]?.html}`)).toEqual([])
  }
})
