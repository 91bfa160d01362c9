import { AxeBuilder } from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { workbench } from './open-app'

/** A hand that aims at metres of the plan, wherever the plan lies just now. */
function handOver(page: Page) {
  const at = async (right: number, up: number) => {
    const plan = page.getByRole('application')
    const box = (await plan.boundingBox())!
    const [x = 0, y = 0, scale = 1] = ((await plan.locator('> g').getAttribute('transform')) ?? '').match(/-?[\d.]+/g)!.map(Number)
    return { x: box.x + x + right * scale, y: box.y + y - up * scale }
  }
  const move = async (right: number, up: number) => {
    const { x, y } = await at(right, up)
    await page.mouse.move(x, y, { steps: 3 })
  }
  return {
    move,
    async drag(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
      await move(...from)
      await page.mouse.down()
      await move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2)
      await move(...to)
      await page.mouse.up()
    },
    async click(right: number, up: number): Promise<void> {
      await move(right, up)
      await page.mouse.down()
      await page.mouse.up()
    },
  }
}

/** The size of a projector, in which the plan has room for a hand. */
async function onProjector(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
}

const floors = (page: Page) => page.getByRole('application').locator('.shape-roomFloor')

/** How many steps can be undone. */
async function stepsDone(page: Page): Promise<number> {
  const log = page.getByRole('button', { name: 'What was done' })
  await log.click()
  await expect(page.getByRole('menuitem').first()).toBeVisible()
  const count = await page.getByRole('menuitem').count()
  await log.click()
  await expect(page.getByRole('menu')).toHaveCount(0)
  return count - 1
}

test('rooms, a partition, a door and a desk are drawn from nothing, a room is split, and all of it is undone', async ({ app, page }) => {
  const bench = workbench(app, page)
  await onProjector(app)
  await bench.openPlan()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await expect(floors(page)).toHaveCount(0)
  const from = await stepsDone(page)
  const hand = handOver(page)

  // A room by a drag, and one beside it by a typed size: they come to share a wall.
  await page.keyboard.press('r')
  await page.getByRole('combobox', { name: 'Type of room' }).click()
  await page.getByRole('option', { name: 'Procedure room' }).click()
  await hand.drag([4, 4], [9, 8])
  await expect(floors(page)).toHaveCount(1)
  await hand.click(9, 4)
  await page.keyboard.type('4.2 x 4')
  await expect(page.getByLabel('Width x depth, or a length')).toHaveValue('4.2 x 4')
  await page.keyboard.press('Enter')
  await expect(floors(page)).toHaveCount(2)
  await expect(page.getByRole('heading', { name: 'Procedure room 2' })).toBeVisible()
  await expect(page.getByLabel('Width')).toHaveValue('4.2 m')

  // Two partitions, the second of a typed length.
  await page.keyboard.press('w')
  await hand.click(16, 4)
  await hand.click(16, 7)
  await hand.move(18, 7)
  await page.keyboard.type('3.2')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')

  await page.keyboard.press('d')
  await hand.click(6.5, 4)
  await expect(page.getByRole('heading', { name: /Door/ })).toBeVisible()
  await page.keyboard.press('o')
  await page.getByRole('combobox', { name: 'Piece of furniture' }).click()
  await page.getByRole('option', { name: 'Desk', exact: true }).click()
  await hand.click(11, 6)
  await expect(page.getByRole('heading', { name: 'Desk' })).toBeVisible()
  await page.keyboard.press('s')
  await hand.click(5, 4)
  await hand.click(5, 8)
  await expect(floors(page)).toHaveCount(3)

  expect((await stepsDone(page)) - from).toBe(7)
  for (let step = 0; step < 7; step++) await page.keyboard.press('Control+z')
  await expect(floors(page)).toHaveCount(0)
  await expect(bench.plan.locator('.shape-wall')).toHaveCount(0)
})

test('what a box takes is moved together, copied, and put into another design at the same place', async ({ app, page }) => {
  await onProjector(app)
  const bench = workbench(app, page)
  await bench.openPlan()
  const hand = handOver(page)
  const empty = async () => {
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await expect(floors(page)).toHaveCount(0)
  }
  await bench.design('Racetrack')
  await empty()
  await bench.design('Pods')
  await empty()
  await page.keyboard.press('r')
  await hand.drag([4, 4], [8, 8])
  await hand.drag([12, 4], [16, 8])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Select and move' })).toHaveAttribute('aria-pressed', 'true')

  await hand.drag([3, 3], [17, 9])
  await expect(bench.plan.getByTestId('selected')).toHaveCount(2)
  await expect(page.getByRole('heading', { name: '2 things are selected' })).toBeVisible()
  const from = await stepsDone(page)
  await hand.drag([5, 5], [5, 7])
  expect(await stepsDone(page)).toBe(from + 1)
  await page.keyboard.press('Shift+ArrowRight')
  await page.getByRole('button', { name: 'A quarter to the left' }).click()
  expect(await stepsDone(page)).toBe(from + 3)
  const { violations } = await new AxeBuilder({ page }).exclude('.plan svg > g').setLegacyMode(true).analyze()
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`)).toEqual([])

  await page.keyboard.press('Control+c')
  await bench.design('Racetrack')
  await page.keyboard.press('Control+v')
  await expect(floors(page)).toHaveCount(2)
  await expect(bench.plan.getByTestId('selected')).toHaveCount(2)
  await page.keyboard.press('Control+d')
  await expect(floors(page)).toHaveCount(4)
  await page.keyboard.press('Control+x')
  await expect(floors(page)).toHaveCount(2)
})

test('every tool is taken up by its key, a room is drawn by keys alone, and Escape puts the tool away', async ({ app, page }) => {
  await onProjector(app)
  const bench = workbench(app, page)
  await bench.openPlan()
  const bar = page.getByRole('toolbar', { name: 'Drawing tools' })
  const buttons = await bar.getByRole('button').all()
  expect(buttons.length).toBeGreaterThanOrEqual(12)
  for (const button of buttons.slice(1)) {
    await page.keyboard.press(((await button.getAttribute('aria-keyshortcuts')) ?? '').toLowerCase())
    await expect(button).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByRole('button', { name: 'Done', exact: true })).toBeVisible()
  }
  await page.keyboard.press('Escape')
  await expect(buttons[0]!).toHaveAttribute('aria-pressed', 'true')

  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await expect(floors(page)).toHaveCount(0)
  await bar.getByRole('button', { name: 'Room', exact: true }).press('Enter')
  await expect(bench.plan).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await page.keyboard.type('5 x 4')
  await page.keyboard.press('Enter')
  await expect(floors(page)).toHaveCount(1)
  await expect(page.getByLabel('Width')).toHaveValue('5 m')
})

test('a design that is locked has nothing to draw in, and says so; the tape measures in it', async ({ app, page }) => {
  await onProjector(app)
  const bench = workbench(app, page)
  await bench.openPlan()
  await bench.design('Today')
  await page.keyboard.press('w')
  await expect(page.getByRole('status').filter({ hasText: 'is locked' })).toBeVisible()
  await page.keyboard.press('m')
  const hand = handOver(page)
  await hand.click(2, 2)
  await hand.move(2, 5)
  await expect(bench.plan.locator('.sketch-length')).toHaveText(/^[23]\.\d\d m$/)
})
