import { AxeBuilder } from '@axe-core/playwright'
import { resize } from '../support/electron-app'
import { expect, test } from './fixtures'
import { workbench } from './open-app'

test('anything is found by a few letters and done: a room, a tool, a piece of furniture, a design, a measure, a key', async ({ app, page }) => {
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

test('a distance beside what is selected is typed over, by pointer and by keys alone, each one step', async ({ app, page }) => {
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
