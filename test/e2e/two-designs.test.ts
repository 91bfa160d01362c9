import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { appears, workbench } from './open-app'

/** Opens the sample with today beside the design that can be changed. */
async function besideToday(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await appears(page, '[role="application"]')
  await expect(page.getByRole('application')).toBeVisible()
  await page.keyboard.press('b')
  await expect(panes(page)).toHaveCount(2)
}

const panes = (page: Page) => page.getByTestId(/^pane-/).getByRole('application')

/** Where a pane's plan looks, and how near. */
const cameraOf = (page: Page, pane: 'left' | 'right') =>
  page.getByTestId(`pane-${pane}`).locator('svg[role="application"] > g').getAttribute('transform')

const numbersOf = (transform: string | null) => (transform?.match(/[\d.-]+/g) ?? []).map(Number)

test('two designs stand side by side and look at the same place', async ({ page }) => {
  await besideToday(page)
  await expect(page.getByRole('region', { name: 'Today and Pods' })).toBeVisible()
  await expect(panes(page).nth(0)).toHaveAccessibleName(/Today/)
  await expect(panes(page).nth(1)).toHaveAccessibleName(/Pods/)

  const before = await cameraOf(page, 'right')
  const left = (await panes(page).nth(0).boundingBox())!
  await page.mouse.move(left.x + left.width / 2, left.y + left.height / 2)
  await page.mouse.down({ button: 'middle' })
  await page.mouse.move(left.x + left.width / 2 + 40, left.y + left.height / 2 + 25, { steps: 3 })
  await page.mouse.up({ button: 'middle' })
  await page.mouse.wheel(0, -240)
  await expect.poll(() => cameraOf(page, 'right')).not.toBe(before)
  const [one, other] = [numbersOf(await cameraOf(page, 'left')), numbersOf(await cameraOf(page, 'right'))]
  expect(other.at(-1)).toBe(one.at(-1)) // pixels a metre
  one.forEach((value, index) => void expect(Math.abs(value - other[index]!)).toBeLessThan(2)) // where the window's width is odd
})

test('what is open is drawn in both, and what is pressed in one is worked on', { tag: '@long' }, async ({ app, page }) => {
  const bench = workbench(app, page)
  await besideToday(page)
  await bench.tile('Patient travel').click()
  for (const pane of ['left', 'right']) await expect(page.getByTestId(`pane-${pane}`).locator('.shape-route').first()).toBeAttached()

  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Follow a patient' }).click()
  for (const pane of ['left', 'right']) await expect(page.getByTestId(`pane-${pane}`).locator('.shape-stationNow')).toHaveCount(1)

  const today = page.getByRole('heading', { name: 'Today' }).getByRole('button')
  await expect(today).toHaveAttribute('aria-pressed', 'false')
  const left = (await panes(page).nth(0).boundingBox())!
  await page.mouse.click(left.x + left.width / 2, left.y + left.height - 60)
  await expect(today).toHaveAttribute('aria-pressed', 'true')
  await expect(panes(page).nth(0)).toHaveAccessibleName(/Today/) // each stays on its side
})

test('a divider between the two is moved by keys and says where it is', { tag: '@long' }, async ({ page }) => {
  await besideToday(page)
  await page.getByText('Swipe', { exact: true }).click()
  const divider = page.getByRole('slider', { name: 'Divider between Today and Pods' })
  await expect(divider).toHaveAttribute('aria-valuenow', '50')
  await divider.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(divider).toHaveAttribute('aria-valuetext', '62 % Today')
  const line = (await divider.boundingBox())!
  const whole = (await divider.locator('..').boundingBox())!
  expect((line.x + line.width / 2 - whole.x) / whole.width).toBeCloseTo(0.62, 2)
  await page.keyboard.press('Home')
  await expect(divider).toHaveAttribute('aria-valuenow', '0')

  await page.mouse.move(whole.x + 2, whole.y + 200)
  await page.mouse.down()
  await page.mouse.move(whole.x + whole.width / 4, whole.y + 200, { steps: 3 })
  await page.mouse.up()
  await expect(divider).toHaveAttribute('aria-valuenow', '25')
})

test('what differs is listed, and a row that is picked is drawn in both', { tag: '@long' }, async ({ page }) => {
  await besideToday(page)
  await page.getByRole('button', { name: /^What differs: \d+$/ }).click()
  const list = page.getByRole('region', { name: 'What differs' })
  await expect(list).toContainText('From Today to Pods')
  for (const group of ['Rooms', 'Doors and openings', 'Furniture', 'Steps'])
    await expect(list.getByRole('heading', { name: new RegExp(`^${group}, `) })).toBeVisible()
  await expect(list.getByRole('button', { name: /^Book the follow-up/ })).toContainText('Why: ')

  const row = list.getByRole('button', { name: /^Scope wash moved / })
  await row.focus()
  await page.keyboard.press('Enter')
  await expect(row).toHaveAttribute('aria-pressed', 'true')
  for (const pane of ['left', 'right']) {
    const marks = page.getByTestId(`pane-${pane}`).getByTestId('differences')
    for (const role of ['differenceOld', 'differenceNow', 'differenceWay']) await expect(marks.locator(`.shape-${role}`)).toHaveCount(1)
  }
  expect(await violationsOn(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(row).toHaveAttribute('aria-pressed', 'false')
  await list.getByRole('switch', { name: 'Draw all of them' }).uncheck()
  await expect(page.getByTestId('differences')).toHaveCount(0)
})

test('axe finds nothing to mend in two designs, side by side and in a swipe', { tag: '@long' }, async ({ page }) => {
  await besideToday(page)
  expect(await violationsOn(page)).toEqual([])
  await page.getByText('Swipe', { exact: true }).click()
  await expect(page.getByRole('slider')).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
})

async function violationsOn(page: Page): Promise<readonly string[]> {
  // Legacy mode: Electron cannot open the second page that axe otherwise works in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 200)).join(' ')}`)
}
