import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './fixtures'
import { workbench } from './open-app'

test('the sample opens on a plan whose journeys are already measured', async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openSample()
  expect(await bench.value('Patient travel')).toBeGreaterThan(50)
  await expect(bench.tile('Patient travel')).toContainText(/(less|more|about the same|no change)/)
  await expect(bench.plan.locator('.shape-roomFloor')).not.toHaveCount(0)
  expect(await bench.title()).toContain('saved')

  await bench.design('Today')
  await expect(bench.plan.locator('.shape-roomFloor')).not.toHaveCount(0)
  await expect(page.getByText('This design is locked')).toBeVisible()
})

test('the scoreboard moves while a room is dragged, and one undo takes the drag back', async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openSample()
  const before = await bench.value('Patient travel')
  const { x, y, metre } = await bench.floorOf('Procedure 4')
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + metre, y, { steps: 5 })
  await expect(page.locator('.plan-note', { hasText: /^Moving Procedure 4 by / })).toBeVisible()
  await expect.poll(() => bench.value('Patient travel')).not.toBe(before)
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled() // nothing is done until it is let go
  await page.mouse.up()

  await expect.poll(bench.title).toContain('not saved')
  const moved = await bench.value('Patient travel')
  expect(moved).not.toBe(before)
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/^Undone: Moved Procedure 4/)).toBeVisible()
  await expect.poll(() => bench.value('Patient travel')).toBe(before)
  await page.keyboard.press('Control+y')
  await expect.poll(() => bench.value('Patient travel')).toBe(moved)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => bench.value('Patient travel')).toBe(moved)
})

test('a room can be pressed from far off, where a finger covers it', { tag: '@long' }, async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openSample()
  const plan = (await bench.plan.boundingBox())!
  await page.mouse.move(plan.x + plan.width / 2, plan.y + plan.height / 2)
  await page.mouse.wheel(0, 700)
  await expect(page.locator('.plan.is-far')).toBeVisible()
  const { x, y } = await bench.floorOf('Pod 1')
  await page.mouse.click(x, y)
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Pod 1')
})

test('a place where a room cannot lie is hatched, leaves the numbers alone and puts the room back', { tag: '@long' }, async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openSample()
  const before = await bench.value('Patient travel')
  const { x, y, metre } = await bench.floorOf('Procedure 4')
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - metre, y, { steps: 3 })
  await expect(bench.plan.getByTestId('ghost').first()).toBeVisible()
  await expect(page.getByText(/would lie over/).first()).toBeVisible()
  await expect(bench.board).toHaveClass(/is-stale/)
  await page.mouse.up()
  await expect(bench.plan.getByTestId('ghost')).toHaveCount(0)
  expect(await bench.value('Patient travel')).toBe(before)
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
})

test('Escape lets go of a drag, and undo in the middle of one does the same', { tag: '@long' }, async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openPlan()
  for (const key of ['Escape', 'Control+z']) {
    const { x, y, metre } = await bench.floorOf('Procedure 4')
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + metre, y, { steps: 3 })
    await expect(page.locator('.plan-note', { hasText: /^Moving Procedure 4 by / })).toBeVisible()
    await page.keyboard.press(key)
    await page.mouse.up()
    await expect(page.locator('.plan-note', { hasText: /^Moving Procedure 4 by / })).toBeHidden()
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
  }
})

test('a room dropped on one of its size swaps with it', { tag: '@long' }, async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openPlan()
  const [from, to] = [await bench.floorOf('Procedure 1'), await bench.floorOf('Procedure 4')]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await expect(page.getByText('Swapping Procedure 1 and Procedure 4')).toBeVisible()
  await page.mouse.up()
  await expect.poll(bench.title).toContain('not saved')
})

test('what is dragged can be moved by arrow keys and by typing, from the list of rooms', { tag: '@long' }, async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openPlan()
  await bench.select('Procedure 4')
  const left = page.getByLabel('From the left', { exact: true })
  await expect(left).toHaveValue('33.85 m')
  await page.keyboard.press('ArrowRight')
  await expect(left).toHaveValue('33.95 m')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(left).toHaveValue('34.95 m')

  await left.fill('34.2')
  await left.press('Enter')
  await expect(left).toHaveValue('34.2 m')
  await left.fill('30')
  await left.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'would lie over' })).toBeVisible()
  await expect(left).toHaveValue('34.2 m')

  await page.getByRole('button', { name: 'What was done' }).click()
  await expect(page.getByRole('menuitem')).toHaveText([
    /^Moved Procedure 4/,
    /^Moved Procedure 4/,
    /^Moved Procedure 4/,
    'As it was opened',
    /^Go back to an earlier version/,
  ])
  await page.getByRole('menuitem', { name: 'As it was opened' }).click()
  await expect(left).toHaveValue('33.85 m')
})

test('a number opens its trips, largest first, and one of them can be drawn alone', { tag: '@long' }, async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openSample()
  await bench.tile('Patient travel').click()
  const rows = page.locator('.parts button')
  await expect(rows.first()).toBeVisible()
  const amounts = await rows.locator('.part-amount').allTextContents()
  const metres = amounts.map((text) => Number.parseFloat(text))
  expect(metres).toEqual([...metres].sort((a, b) => b - a))

  const all = await bench.plan.locator('.shape-route').count()
  await rows.first().click()
  await expect.poll(() => bench.plan.locator('.shape-route').count()).toBeLessThan(all)
  await page.keyboard.press('Escape')
  await expect(bench.plan.locator('.shape-route')).toHaveCount(all)
  await page.keyboard.press('Escape')
  await expect(bench.plan.locator('.shape-route')).toHaveCount(0)
})

test('a locked design refuses an edit politely and offers a copy', async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openPlan()
  const designs = page.getByRole('navigation', { name: 'Designs' }).getByRole('button')
  const before = await designs.count()
  await bench.design('Today')
  await bench.select('Procedure 1')
  await page.keyboard.press('ArrowRight')
  const notice = page.getByRole('status').filter({ hasText: 'is locked' })
  await expect(notice).toBeVisible()
  await notice.getByRole('button', { name: 'Copy it as a new idea' }).click()
  await expect(page.getByRole('heading', { name: 'Today, new idea' })).toBeVisible()

  // Undo of an edit in another design shows that design first.
  await bench.design('Pods')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('navigation', { name: 'Designs' }).locator('[aria-current]')).toContainText('Today, new idea')
  await page.keyboard.press('Control+z')
  await expect(designs).toHaveCount(before)
})

test('the sheet of shortcuts opens by its key and lists the keys that are bound', async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openPlan()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet).toContainText('Show the whole plan')
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
})

test('axe finds nothing to mend with a room selected, and in the comparison', { tag: '@long' }, async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openPlan()
  const check = async () => {
    const { violations } = await new AxeBuilder({ page }).exclude('.plan svg > g').setLegacyMode(true).analyze() // the drawing itself: accessibility.test.ts
    expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`)).toEqual([])
  }
  await bench.select('Procedure 4')
  await check()
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await expect(page.getByRole('table')).toBeVisible()
  await check()
})
