import { AxeBuilder } from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import { resize } from '../support/electron-app'
import { expect, test } from './fixtures'
import { empty, floors, handOver, onProjector, stepsDone } from './hand'
import { workbench } from './open-app'

/** A design of the sample with nothing in it but its outline. */
async function onBareFloor(app: ElectronApplication, page: Page) {
  await onProjector(app)
  const bench = workbench(app, page)
  await bench.openPlan()
  await bench.design('Pods')
  await empty(page)
  const hand = handOver(page)
  return {
    plan: bench.plan,
    hand,
    selected: bench.plan.getByTestId('selected'),
    handles: bench.plan.locator('circle.handle'),
    inspector: page.getByRole('complementary', { name: 'Details' }),
    async twice(right: number, up: number): Promise<void> {
      await hand.move(right, up)
      for (const clickCount of [1, 2]) {
        await page.mouse.down({ clickCount })
        await page.mouse.up({ clickCount })
      }
    },
  }
}

test('rooms are sized by their floor, swapped, joined to one, bent to an L, and a wall becomes glazing', { tag: '@long' }, async ({ app, page }) => {
  const { hand, plan, handles, inspector, twice } = await onBareFloor(app, page)
  await page.keyboard.press('r')
  await hand.drag([4, 4], [9, 12])
  await hand.drag([12, 4], [17, 12])
  await page.keyboard.press('Escape')
  const from = await stepsDone(page)

  await hand.click(6.5, 6)
  const name = await inspector.getByLabel('Name', { exact: true }).inputValue()
  await inspector.getByLabel('Floor inside the walls').fill('30')
  await page.keyboard.press('Enter')
  // Floor lies on both sides of its walls, so they are 0.12 m thick: 4.88 m wide inside, and 30 square metres are 6.148 m deep there.
  await expect(inspector.getByLabel('Depth', { exact: true })).toHaveValue('6.268 m')
  await plan.focus()
  await page.keyboard.press('Control+z')
  await expect(inspector.getByLabel('Depth', { exact: true })).toHaveValue('8 m')

  await hand.drag([3, 3], [18, 13])
  await page.keyboard.press('x')
  await hand.click(14.5, 6)
  await expect(inspector.getByLabel('Name', { exact: true })).toHaveValue(name)

  await hand.drag([14.5, 6], [11.5, 6])
  await hand.drag([3, 3], [15, 13])
  await inspector.getByRole('button', { name: 'Make one room' }).click()
  await expect(floors(page)).toHaveCount(1)
  await hand.click(6.5, 6)
  await expect(inspector.getByLabel('Width', { exact: true })).toHaveValue('10 m')

  await expect(handles).toHaveCount(4)
  await twice(14, 8)
  await expect(handles).toHaveCount(5)
  await hand.drag([14, 6], [16, 6])
  await expect(handles).toHaveCount(6)
  await expect(inspector.getByLabel('Width', { exact: true })).toHaveValue('12 m')

  await hand.click(7, 4)
  await expect(plan.getByTestId('picked-edge')).toHaveCount(1)
  await page.keyboard.press('k')
  await expect(inspector.getByLabel('Below, 12.00 m: made of')).toHaveValue('Glazing')
  await page.keyboard.press('Shift+H')
  await page.keyboard.press('Shift+R')
  await expect(inspector.getByLabel('Depth', { exact: true })).toHaveValue('12 m')
  expect((await stepsDone(page)) - from).toBe(8)
})

test('an arrangement is put down as one group, kept in the file under a name, dragged out again and repeated in rows', { tag: '@long' }, async ({
  app,
  page,
}) => {
  const { hand, selected, inspector, twice } = await onBareFloor(app, page)
  if (!(await page.getByRole('tablist', { name: 'Beside the plan' }).isVisible())) await page.getByRole('button', { name: 'List of rooms' }).click()
  await page.getByRole('tab', { name: 'Furniture' }).click()
  const catalogue = page.getByRole('region', { name: 'Catalogue' })
  await catalogue.getByRole('button', { name: 'Bed bay', exact: true }).click()
  await hand.click(12, 9)
  await expect(inspector.getByRole('heading', { name: '8 things are selected' })).toBeVisible()
  await page.keyboard.press('Escape')

  // Taken by any one of it; two presses take that one alone.
  await hand.click(30, 15)
  await expect(selected).toHaveCount(0)
  await hand.click(12, 9)
  await expect(selected).toHaveCount(8)
  await inspector.getByRole('button', { name: 'Take the group apart' }).click()
  await hand.click(30, 15)
  await hand.click(12, 9)
  await expect(inspector.getByRole('heading', { name: 'Bed', exact: true })).toBeVisible()
  await hand.drag([9, 6], [15, 12])
  await page.keyboard.press('Control+g')
  await hand.click(30, 15)
  await hand.click(12, 9)
  await expect(selected).toHaveCount(8)

  await inspector.getByText('Keep as an arrangement').click()
  await inspector.getByLabel('Name in the catalogue').fill('Our bay')
  await page.keyboard.press('Enter')
  await catalogue.getByLabel('Find a piece').fill('our')
  const own = catalogue.getByRole('button', { name: 'Our bay', exact: true })
  await expect(own).toBeVisible()
  await own.hover()
  await page.mouse.down()
  await hand.move(25, 14)
  await page.mouse.up()
  await expect(page.getByRole('button', { name: 'Select and move' })).toHaveAttribute('aria-pressed', 'true')
  await expect(selected).toHaveCount(8)
  await page.keyboard.press('Control+a')
  await expect(inspector.getByRole('heading', { name: '16 things are selected' })).toBeVisible()

  await hand.click(30, 5)
  await twice(12, 9)
  await expect(inspector.getByRole('heading', { name: 'Bed', exact: true })).toBeVisible()
  await inspector.getByText('Repeat it in rows').click()
  await inspector.getByLabel('Columns').fill('3')
  await page.keyboard.press('Enter')
  await expect(inspector.getByRole('status')).toHaveText(/^3 pieces/)
  await inspector.getByRole('button', { name: 'Set them out' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('application').focus()
  await page.keyboard.press('Control+a')
  await expect(inspector.getByRole('heading', { name: '18 things are selected' })).toBeVisible()

  await catalogue.getByRole('button', { name: 'Remove Our bay from the catalogue' }).click()
  await expect(own).toHaveCount(0)
})

test('the outline is drawn by a typed size and pulled, and a door is made double, one-way, and hung in another wall', async ({ app, page }) => {
  const { hand, plan, inspector } = await onBareFloor(app, page)
  await page.keyboard.press('e')
  await hand.click(2, 2)
  await page.keyboard.type('30 x 16')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+Digit1')
  const sides = plan.locator('.sketch-length')
  await expect(sides.first()).toHaveText('30.00 m')
  // Whatever grows beside the plan, nothing moves under a hand that holds a side of it; all of it is fitted in again afterwards.
  await hand.move(32, 10)
  await page.mouse.down()
  await hand.move(30, 10)
  const held = await hand.metreOf()
  await resize(app, { width: 1340, height: 860 })
  await expect.poll(async () => (await plan.boundingBox())?.width).toBeGreaterThan(1000)
  const grown = await hand.metreOf()
  for (const key of ['x', 'y', 'scale'] as const) expect(grown[key]).toBeCloseTo(held[key], 6)
  await hand.move(28, 10)
  await page.mouse.up()
  await expect(sides.first()).toHaveText('26.00 m')
  await expect.poll(async () => (await hand.metreOf()).scale).toBeGreaterThan(held.scale)
  await page.keyboard.press('Escape')
  await inspector.getByText('Outline of the building').click()
  await inspector.getByLabel('Whole depth').fill('18')
  await page.keyboard.press('Enter')
  await expect(inspector.getByLabel('Corner 3 from below')).toHaveValue('20 m')

  // Nearer, so that a door is wider than a finger; about a point so low that the room lies above the bar of the tool.
  await hand.move(9, 5)
  await page.mouse.wheel(0, -500)
  await plan.focus()
  await page.keyboard.press('r')
  await expect(page.getByText('Press and drag, or click the corners.')).toBeVisible()
  await hand.drag([6, 6], [11, 10])
  await expect(plan.locator('.shape-roomFloor')).toHaveCount(1) // a door hangs in a wall that is seen
  await page.keyboard.press('d')
  await hand.click(8, 6)
  await page.keyboard.press('Escape')
  await inspector.getByRole('combobox', { name: 'Leaf' }).click()
  await page.getByRole('option', { name: 'Double' }).click()
  await inspector.getByRole('combobox', { name: 'Which way' }).click()
  await page.getByRole('option', { name: /^Only into/ }).click()
  // The numbers come when they come, and may move the plan under the hand: where it hangs is typed.
  const along = inspector.getByLabel('From the corner')
  await along.fill('1.4')
  await page.keyboard.press('Enter')
  await expect(along).toHaveValue('1.4 m')
  await hand.drag([8.3, 6], [11, 9])
  await page.getByRole('button', { name: 'What was done' }).click()
  await expect(page.getByRole('menuitem', { name: /^Hung .* in another wall/ })).toBeVisible()
})

test('axe finds nothing to mend in the fields of a room, of a door and of the outline', { tag: '@long' }, async ({ app, page }) => {
  await onProjector(app)
  const bench = workbench(app, page)
  await bench.openPlan()
  const inspector = page.getByRole('complementary', { name: 'Details' })
  const nothingToMend = async (of: string) => {
    await inspector.locator('details.more').evaluateAll((all) => {
      for (const more of all) more.setAttribute('open', '')
    })
    const { violations } = await new AxeBuilder({ page }).include('.side-inspector').setLegacyMode(true).analyze()
    expect(violations.map(({ id, nodes }) => `${of}: ${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  }
  await nothingToMend('outline')
  await bench.select('Procedure 4')
  await nothingToMend('room')
  await page.getByRole('button', { name: 'What is in Procedure 4' }).click()
  await page
    .getByRole('navigation', { name: 'List of rooms' })
    .getByRole('button', { name: /^Door to/ })
    .first()
    .click()
  await nothingToMend('door')
})
