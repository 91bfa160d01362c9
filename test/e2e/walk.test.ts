import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { resize } from '../support/electron-app'
import { expect, test } from './fixtures'
import { workbench } from './open-app'

const walk = (page: Page) => page.getByTestId('walk')
const place = (page: Page) => walk(page).getByRole('status')

async function spotOf(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  return { x: Number(await walk(page).getAttribute('data-x')), y: Number(await walk(page).getAttribute('data-y')) }
}

/** Holds a key until the walker has come to a stand. */
async function goUntilStopped(page: Page, key: string): Promise<void> {
  await page.keyboard.down(key)
  let before = Number.NaN
  await expect
    .poll(
      async () => {
        const { x, y } = await spotOf(page)
        const gone = Math.abs(x + y - before)
        before = x + y
        return gone
      },
      { intervals: [700], timeout: 60_000 },
    )
    .toBeLessThan(0.02)
  await page.keyboard.up(key)
}

test('one walks in at the entrance, is stopped by what stands there, sits down, lies down, and is back in the plan with Escape', {
  tag: '@long',
}, async ({ app, page }) => {
  test.setTimeout(60_000)
  await resize(app, { width: 1180, height: 760 })
  const bench = workbench(app, page)
  await bench.openPlan()
  await page.keyboard.press('y')
  await page.keyboard.press('Enter')
  await expect(place(page)).toHaveText('Welcome and waiting')
  const start = await spotOf(page)
  await goUntilStopped(page, 'w')
  const after = await spotOf(page)
  // A body of 0.25 m stops before the far wall of the room that it came into.
  expect(after.y - start.y).toBeGreaterThan(1)
  expect(after.y - start.y).toBeLessThan(8)
  await expect(place(page)).toHaveText('Welcome and waiting')

  for (const name of ['Wheelchair, 1.2 m', 'On a trolley, 1 m']) {
    await page.getByText(name).click()
    await expect(page.getByRole('radio', { name })).toBeChecked()
    const now = await spotOf(page)
    expect(Math.hypot(now.x - after.x, now.y - after.y)).toBeLessThan(2)
  }
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([])

  await page.keyboard.press('Escape')
  await expect(walk(page)).toHaveCount(0)
  await expect(page.getByRole('application', { name: /Pods/ })).toBeVisible()
})

test('a walk begins where somebody clicks on the plan, in a locked design too, and keys turn without leaving the spot', { tag: '@long' }, async ({
  app,
  page,
}) => {
  await resize(app, { width: 1180, height: 760 })
  const bench = workbench(app, page)
  await bench.openPlan()
  const { x, y } = await bench.floorOf('Procedure 4')
  await page.getByRole('toolbar', { name: 'Drawing tools' }).getByRole('button', { name: 'Walk at eye height' }).click()
  await page.mouse.click(x, y)
  await expect(place(page)).toHaveText('Procedure 4')
  const before = await spotOf(page)
  const canvas = walk(page).locator('canvas')
  const seen = await canvas.screenshot()
  await page.keyboard.press('ArrowLeft', { delay: 400 })
  await expect.poll(async () => Buffer.compare(seen, await canvas.screenshot())).not.toBe(0)
  expect(await spotOf(page)).toEqual(before)
  await page.getByRole('button', { name: /^Leave/ }).click()
  await expect(walk(page)).toHaveCount(0)

  await bench.design('Today')
  await page.keyboard.press('y')
  await page.keyboard.press('Enter')
  await expect(walk(page)).toBeVisible()
  await expect(place(page)).not.toBeEmpty()
})
