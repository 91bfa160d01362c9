import { AxeBuilder } from '@axe-core/playwright'
import { resize } from '../support/electron-app'
import { expect, test } from './fixtures'
import { handOver } from './hand'
import { appears, workbench } from './open-app'

test('anything is found by a few letters and done: a room, a tool, a piece of furniture, a design, a measure, a key', { tag: '@long' }, async ({
  app,
  page,
}) => {
  await resize(app, { width: 1180, height: 760 })
  const bench = workbench(app, page)
  await bench.openPlan()
  const field = page.getByRole('combobox', { name: 'What do you want to do, or see?' })
  const choose = async (typed: string, first: string) => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type(typed) // at once: no letter is lost while it opens
    await expect(field).toHaveValue(typed)
    await expect(page.getByRole('option').first()).toContainText(first)
    await page.keyboard.press('Enter')
    await expect(field).toHaveCount(0)
  }
  await choose('go procedure 3', 'Procedure 3')
  await expect(page.getByRole('heading', { name: 'Procedure 3' })).toBeVisible()
  await expect(page.getByTestId('hand-voice')).toHaveText('Procedure 3 is selected')
  await choose('move selected 1 m left', 'left')
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /Procedure 3/ })
      .first(),
  ).toBeAttached()
  await choose('put crash', 'Crash trolley')
  await expect(bench.plan).toBeFocused()
  await expect(page.getByRole('button', { name: 'Furniture', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await choose('draw this room linen', 'Linen store')
  await expect(page.getByRole('button', { name: 'Room', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await choose('tape', 'Measure with the tape')
  await expect(page.getByRole('button', { name: 'Tape measure' })).toHaveAttribute('aria-pressed', 'true')
  await choose('racetrack', 'Racetrack')
  await expect(page.getByRole('application', { name: /Racetrack/ })).toBeVisible()
  await choose('page compare', 'Compare')
  await expect(page.getByRole('button', { name: 'Compare' })).toHaveAttribute('aria-current', 'page')
  await choose('staff travel', 'Staff travel')
  await expect(bench.plan).toBeVisible()

  await page.keyboard.press('Control+k')
  const { violations } = await new AxeBuilder({ page }).include('.palette').setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([])
  await page.keyboard.type('zzzz')
  await expect(page.getByText('Nothing of that name')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
})

test('a distance beside what is selected is typed over, by pointer and by keys alone, each one step', { tag: '@long' }, async ({ app, page }) => {
  await resize(app, { width: 1280, height: 800 })
  const bench = workbench(app, page)
  await bench.openPlan()
  await bench.select('Shell for a fifth room')
  const below = page.getByRole('button', { name: /^Free below: 2\.00 m/ })
  await below.click()
  const field = page.getByLabel('Free below')
  await expect(field).toHaveValue('2')
  await page.keyboard.type('1.5')
  await page.keyboard.press('Enter')
  // Its own floor lies above: moved down it takes half a metre of the corridor.
  await expect(page.getByLabel('From below', { exact: true })).toHaveValue('15.1 m')
  await expect(page.getByRole('button', { name: /^Free below: 1\.50 m/ })).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(page.getByLabel('From below', { exact: true })).toHaveValue('15.6 m')

  await bench.plan.focus()
  await page.keyboard.press('c')
  await expect(below).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('-3')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('From below', { exact: true })).toHaveValue('15.6 m')
  await page.keyboard.press('Enter')
  await page.keyboard.type('9')
  await page.keyboard.press('Enter')
  // Refused, said, nothing changed: above it the outline ends, or another room lies.
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled()
  const { violations } = await new AxeBuilder({ page }).include('.dimensions').setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([])
})

test('the distance to the room beside stands off the door between them', { tag: '@long' }, async ({ app, page }) => {
  await resize(app, { width: 1280, height: 800 })
  await page.getByRole('button', { name: 'With the brief of an endoscopy unit' }).click()
  await appears(page, '[role="application"]')
  const hand = handOver(page)
  const [scale = 0] = ((await page.getByRole('application').locator('> g').getAttribute('transform')) ?? '')
    .match(/-?[\d.]+/g)!
    .slice(2)
    .map(Number)
  // So wide that a badge in its middle reaches the door at its end, and one nearer its other end does not.
  const gap = Math.round((56 / scale) * 10) / 10
  await page.keyboard.press('r')
  await hand.drag([10 + gap, 4], [14 + gap, 8])
  await hand.drag([4, 4], [10, 8])
  await page.keyboard.press('d')
  await hand.click(10, 6)
  await page.keyboard.press('Escape')
  await hand.click(7, 6)
  const badge = page.locator('.dimensions button[data-side="right"]')
  await expect(badge).toHaveText(`${gap.toFixed(2)} m`)
  const { covered, inMiddle } = await badge.evaluate((button) => {
    const box = button.getBoundingClientRect()
    const line = [...document.querySelectorAll('.dimensions path')].map((path) => path.getBoundingClientRect()).find(({ width }) => width > 5)
    const doors = [...document.querySelectorAll('.shape-doorGap, .shape-doorLeaf')].map((shape) => shape.getBoundingClientRect())
    const covers = (x: number, y: number) =>
      doors.filter(
        ({ left, right, top, bottom }) =>
          left < x + box.width / 2 && right > x - box.width / 2 && top < y + box.height / 2 && bottom > y - box.height / 2,
      ).length
    if (line === undefined) throw new Error('no line')
    return {
      covered: covers(box.x + box.width / 2, box.y + box.height / 2),
      inMiddle: covers(line.x + line.width / 2, line.y + line.height / 2),
    }
  })
  expect(inMiddle).toBeGreaterThan(0)
  expect(covered).toBe(0)
})
