import { AxeBuilder } from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { workbench } from './open-app'

/** Opens the sample on a table of its brief. */
async function openBrief(app: ElectronApplication, page: Page, table: string) {
  const bench = workbench(app, page)
  await bench.openPlan()
  await page.getByRole('navigation', { name: 'Stages' }).getByRole('button', { name: 'Brief' }).click()
  await page.getByRole('navigation', { name: 'Tables of the brief' }).getByRole('button', { name: table }).click()
  return bench
}

/** The same, once today's numbers are there. */
async function openTable(app: ElectronApplication, page: Page, table: string) {
  const bench = await openBrief(app, page, table)
  const figure = (name: string) => bench.board.getByRole('listitem').filter({ hasText: name }).locator('.brief-tile-figure')
  const value = async (name: string) => Number(await figure(name).getAttribute('data-value'))
  // Of the designs, today has no steps of its own.
  await page.getByLabel('Measured design').selectOption({ label: 'Today' })
  await expect(page.getByText('What every design is compared with.')).toBeVisible()
  await expect(figure('Patient travel')).toHaveAttribute('data-value', /\d/)
  return { bench, value }
}

const log = (page: Page) => page.getByRole('button', { name: 'Undo' })

test('a porter fetches the patient and a used scope goes by cart: what a step says is typed in, and moves the numbers', async ({ app, page }) => {
  const { value } = await openTable(app, page, 'Pathways')
  const before = await value('Staff travel')
  const more = page.getByRole('button', { name: 'More about Dress', exact: true })
  await more.focus()
  await page.keyboard.press('Enter') // by keys alone
  await expect(more).toHaveAttribute('aria-expanded', 'true')
  await page.getByLabel('Add who goes along: Dress', { exact: true }).selectOption('Porter')
  await expect(page.getByRole('button', { name: 'Porter no longer: Dress', exact: true })).toBeVisible()
  await expect.poll(() => value('Staff travel')).toBeGreaterThan(before)

  await page.getByLabel('Waits before it: Dress', { exact: true }).selectOption('if it is busy, in a place to wait')
  await page.getByLabel('Waits in: Dress', { exact: true }).selectOption('Gowned waiting')
  const walked = await value('Staff travel')
  await page.getByRole('button', { name: 'Add something carried' }).click()
  await page.getByLabel('What of line 1 at Dress').selectOption('Used scope')
  await page.getByLabel('When of line 1 at Dress').selectOption('left: taken away after')
  await page.getByLabel('How of line 1 at Dress').selectOption('by cart')
  await expect.poll(() => value('Staff travel')).toBeGreaterThan(walked)
  await log(page).click()
  await expect(page.getByLabel('How of line 1 at Dress')).toHaveValue('hand')
})

test('every other fact of a step can be typed, refused with a sentence, and be a design’s own with its reason', { tag: '@long' }, async ({
  app,
  page,
}) => {
  const { value } = await openTable(app, page, 'Pathways')
  const before = await value('Steps')
  await page.getByRole('button', { name: 'More about Sedate', exact: true }).click()
  const helping = page.getByLabel('How many Room nurse help: Sedate', { exact: true })
  await helping.fill('30')
  await helping.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('Type a whole number from 1 to 20.')
  await helping.fill('2')
  await helping.press('Enter')
  await expect(helping).toHaveValue('2')
  await page.getByLabel('Dressed afterwards: Sedate').selectOption('in a gown')
  await page.getByLabel('Gets about afterwards: Sedate').selectOption('as before')
  const again = page.getByLabel('Done how often: Sedate')
  await again.fill('3')
  await again.press('Enter')
  await expect.poll(() => value('Steps')).toBeGreaterThan(before)
  const ready = page.getByLabel('Place made ready in: Sedate')
  await ready.fill('4')
  await ready.press('Enter')
  await page.getByLabel('Made ready by: Sedate').selectOption('Porter')
  const first = page.getByLabel('Comes first (0 to 9): Sedate')
  await first.fill('2')
  await first.press('Enter')
  await page.getByLabel('At the same time as: Sedate').selectOption('Tea and a biscuit')
  await page.getByLabel('Where that is full: Sedate').selectOption('leaves again')

  const sedated = page.getByRole('group', { name: 'Sedated' })
  await sedated.getByLabel('yes').click()
  await expect(page.getByRole('alert')).toHaveText('Sedate would be for nobody: leave at least one of “Sedated”.')
  await expect(sedated.getByLabel('yes')).toBeChecked()
  await sedated.getByLabel('no').check()
  await expect(sedated.getByLabel('no')).toBeChecked()

  const line = page.getByLabel('What of line 1 at Sedate')
  await expect(line).toHaveValue('sedation-drugs')
  await line.selectOption('Deliveries')
  await expect(page.getByRole('alert')).toContainText('Deliveries has a number a day of its own')
  await page.getByRole('button', { name: 'Sedation drugs no longer: Sedate' }).click()
  await expect(line).toHaveCount(0)

  await page.getByLabel('Whose steps').selectOption({ label: 'Racetrack’s own' })
  await page.getByRole('button', { name: 'More about Dress', exact: true }).click()
  await page.getByLabel('Add who helps: Dress').selectOption('Porter')
  const why = page.getByLabel('Why does this design do it differently?')
  await expect(why).toBeFocused()
  await why.fill('Some need a hand')
  await why.press('Enter')
  await expect(page.getByLabel('How many Porter help: Dress')).toHaveValue('1')
  await expect(page.getByText('Because: Some need a hand')).toBeVisible()
})

test('axe finds nothing to mend in the details of a step', { tag: '@long' }, async ({ app, page }) => {
  await openBrief(app, page, 'Pathways')
  await page.getByRole('button', { name: 'More about Gastroscopy', exact: true }).click()
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('.step-details').analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
})
