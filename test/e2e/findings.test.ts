import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './fixtures'
import { empty, floors, handOver, onProjector, stepsDone } from './hand'
import { workbench } from './open-app'

test('what is worth a look is counted, listed, gone to, left as it is because of a reason, and looked at again', { tag: '@long' }, async ({
  app,
  page,
}) => {
  await onProjector(app)
  const bench = workbench(app, page)
  await bench.openPlan()
  await bench.design('Racetrack')
  // A corridor too narrow for two beds. That the brief wants pods is no fault of what is drawn, and leads to the kit that they are taken from.
  const count = page.getByRole('button', { name: /to look at$/ })
  await expect(count).toHaveText('1 to look at')
  await expect(page.getByRole('status').filter({ hasText: '1 to look at' })).toBeAttached()
  const toCome = page.getByRole('button', { name: '11 rooms still to place' })
  await toCome.click()
  await expect(page.getByRole('region', { name: 'Room kit' })).toContainText('11 rooms still to place')
  await expect(toCome).toHaveCount(0)
  await page.getByRole('button', { name: 'List of rooms' }).click()
  await expect(toCome).toBeVisible()

  await bench.plan.focus()
  await page.keyboard.press('i')
  const list = page.getByRole('region', { name: 'Worth a look' })
  const marks = bench.plan.getByTestId('finding-marks')
  await expect(marks.locator('.finding-mark')).toHaveCount(1)
  const corridor = list.getByRole('button', { name: /^The corridor is only 1.95 m clear/ })
  const before = await bench.plan.locator('> g').getAttribute('transform')
  await corridor.focus()
  await page.keyboard.press('Enter')
  await expect(corridor).toHaveAttribute('aria-pressed', 'true')
  await expect(marks.locator('.is-picked')).toHaveCount(1)
  await expect(bench.plan.getByTestId('selected')).not.toHaveCount(0)
  await expect.poll(() => bench.plan.locator('> g').getAttribute('transform')).not.toBe(before)
  expect((await new AxeBuilder({ page }).setLegacyMode().include('.findings-panel').analyze()).violations).toEqual([])

  await list.getByRole('button', { name: /^Ignore, because …: The corridor/ }).click()
  await expect(list.getByRole('button', { name: 'Ignore it' })).toBeDisabled()
  await page.keyboard.type('Beds go one way only')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Nothing to look at' })).toBeVisible()
  const left = list.getByRole('region', { name: 'Left as they are (1)' })
  await expect(left).toContainText('Ignored, because: Beds go one way only')
  expect(await stepsDone(page)).toBe(1)
  await left.getByRole('button', { name: /^Look at it again/ }).click()
  await expect(count).toHaveText('1 to look at')
  await expect(left).toHaveCount(0)
  const pods = list.getByRole('region', { name: 'Still to draw (1)' }).getByRole('button', { name: /^The brief wants 11 more/ })
  await pods.click()
  await list.getByRole('button', { name: /^Ignore, because …: The brief wants/ }).click()
  await page.keyboard.type('Rooms instead')
  await page.keyboard.press('Enter')
  await expect(list.getByRole('region', { name: 'Left as they are (1)' })).toContainText('Ignored, because: Rooms instead')
  await expect(toCome).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(toCome).toBeVisible()
  await corridor.click()
  for (const rung of [marks.locator('.is-picked'), list]) {
    await page.keyboard.press('Escape')
    await expect(rung).toHaveCount(0)
  }
})

test('while something is dragged, words beside it say what letting go would cause', { tag: '@long' }, async ({ app, page }) => {
  await onProjector(app)
  const bench = workbench(app, page)
  await bench.openPlan()
  await bench.design('Pods')
  await empty(page)
  const hand = handOver(page)
  await page.keyboard.press('r')
  await hand.drag([4, 4], [16, 12])
  const count = page.getByRole('button', { name: /to look at$/ })
  await count.click()
  const list = page.getByRole('region', { name: 'Worth a look' })
  await expect(list.getByRole('button', { name: /^(?!Ignore).* has no door that anybody can come in by\.$/ })).toBeVisible()

  await page.keyboard.press('o')
  await page.getByRole('combobox', { name: 'Piece of furniture' }).click()
  await page.getByRole('option', { name: 'Desk', exact: true }).click()
  await hand.click(8, 8)
  await hand.click(13, 8)
  await page.keyboard.press('Escape')
  await hand.click(20, 2)
  const words = bench.plan.locator('.finding-words')
  await hand.move(13, 8)
  await page.mouse.down()
  await hand.move(11, 8)
  await expect(words).toHaveCount(0)
  await hand.move(8.6, 8)
  await expect(words).toHaveText([/desk and desk stand in the same place\./i])
  await hand.move(11, 8)
  await expect(words).toHaveCount(0)
  await hand.move(8.6, 8)
  await page.mouse.up()
  await expect(list.getByRole('button', { name: /^desk and desk stand in the same place\.$/i })).toBeVisible()
})

test('what makes no sense gets a sentence, and nothing is lost', { tag: '@long' }, async ({ app, page }) => {
  await onProjector(app)
  const bench = workbench(app, page)
  await bench.openPlan()
  await bench.design('Pods')
  await empty(page)
  const hand = handOver(page)
  await page.keyboard.press('r')
  await hand.drag([4, 4], [9, 8])
  await expect(floors(page)).toHaveCount(1)
  await page.keyboard.press('Escape')
  const from = await stepsDone(page)
  const said = page.locator('.plan-note, .notice')

  // A partition of no length.
  await page.keyboard.press('w')
  await hand.click(12, 4)
  await hand.click(12, 4)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  // A room whose walls would cross.
  await page.keyboard.press('r')
  for (const [right, up] of [
    [11, 4],
    [15, 8],
    [15, 4],
    [11, 7],
  ] as const)
    await hand.click(right, up)
  await page.keyboard.press('Enter')
  await expect(said.filter({ hasText: 'would cross each other' }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(floors(page)).toHaveCount(1)

  // A width that is none.
  await hand.click(6.5, 6)
  const inspector = page.getByRole('complementary', { name: 'Details' })
  await inspector.getByLabel('Width', { exact: true }).fill('-3')
  await page.keyboard.press('Enter')
  await expect(said.filter({ hasText: 'would have no floor left' }).first()).toBeVisible()
  await expect(inspector.getByLabel('Width', { exact: true })).toHaveValue('5 m')
  expect(await stepsDone(page)).toBe(from)
})
