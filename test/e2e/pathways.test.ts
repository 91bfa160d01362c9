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
  await expect(figure('Patient travel')).toHaveAttribute('data-value', /\d/)
  // Of the designs, today has no steps of its own.
  await page.getByLabel('Measured design').selectOption({ label: 'Today' })
  await expect(page.getByText('What every design is compared with.')).toBeVisible()
  await expect(figure('Patient travel')).toHaveAttribute('data-value', /\d/)
  return { bench, value }
}

const undo = (page: Page) => page.getByRole('button', { name: 'Undo' })

test('a porter fetches the patient and a used scope goes by cart: what a step says is typed in, and moves the numbers', async ({ app, page }) => {
  const { bench, value } = await openTable(app, page, 'Pathways')
  // However narrow the table is, the name of every step is read whole.
  const names = page.locator('.step-name textarea')
  await expect(names.first()).toHaveValue('Check in')
  expect(await names.evaluateAll((fields) => fields.filter((field) => field.scrollHeight > field.clientHeight + 1).length)).toBe(0)
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
  await expect.poll(() => value('Staff travel')).toBeGreaterThan(walked)
  await page.getByLabel('How of line 1 at Dress').selectOption('by cart')
  // No cart gets into today's changing room: the tile says so.
  await expect(bench.board.getByRole('listitem').filter({ hasText: 'Staff travel' })).toContainText('No route from Changing, women to Scope wash')
  await undo(page).click()
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

  // Which of several places is taken goes along to other rooms, and is told where it cannot.
  await page.getByRole('button', { name: 'More about Sign in to the room', exact: true }).click()
  const which = page.getByLabel('Which of several places: Sign in to the room')
  await which.selectOption('by shares that each design sets')
  const where = page.getByLabel('Room of Sign in to the room', { exact: true })
  await where.selectOption('Preparation room')
  await expect(page.getByText('Moved Sign in to the room to Preparation room, anywhere in it: it no longer says Procedure trolley')).toBeVisible()
  await expect(which).toHaveValue('assigned')
  await where.selectOption('Where Admission and consent was')
  await expect(page.getByText('so it no longer says which of several places it takes')).toBeVisible()
  await expect(which).toHaveCount(0)

  await page.getByLabel('Whose steps', { exact: true }).selectOption({ label: 'Racetrack’s own' })
  await page.getByRole('button', { name: 'More about Dress', exact: true }).click()
  await page.getByLabel('Add who helps: Dress').selectOption('Porter')
  const why = page.getByLabel('Why does this design do it differently?')
  await expect(why).toBeFocused()
  await why.fill('Some need a hand')
  await why.press('Enter')
  await expect(page.getByLabel('How many Porter help: Dress')).toHaveValue('1')
  await expect(page.getByText('Because: Some need a hand')).toBeVisible()
})

test('visits go to places by shares that a design sets: typed, shown in per cent, moving its numbers, taken back as one line', {
  tag: '@long',
}, async ({ app, page }) => {
  const bench = await openBrief(app, page, 'Pathways')
  const travel = page.getByRole('region', { name: 'Scoreboard' }).getByRole('listitem').filter({ hasText: 'Patient travel' })
  const value = async () => Number(await travel.locator('.brief-tile-figure').getAttribute('data-value'))
  await expect.poll(value).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'More about Sign in to the room' }).click()
  await page.getByLabel('Which of several places: Sign in to the room').selectOption('by shares that each design sets')
  const shares = page.getByRole('group', { name: 'Shares of visits in Pods' })
  await expect(shares.locator('.place-percent')).toHaveText(['25 %', '25 %', '25 %', '25 %'])
  const equal = await value()
  const first = shares.getByLabel('Share of visits: Procedure 1')
  await expect(first).toHaveValue('1')
  await first.fill('5')
  await first.press('Enter')
  await expect(shares.locator('.place-percent')).toHaveText(['62.5 %', '12.5 %', '12.5 %', '12.5 %'])
  await expect(first).toHaveValue('5') // as it was typed
  await expect.poll(value).not.toBe(equal)

  const second = shares.getByLabel('Share of visits: Procedure 2')
  await second.fill('-1')
  await second.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('Type a number from 0 to 10,000.')
  await second.press('Escape')
  await shares.getByRole('button', { name: 'Share equally again' }).click()
  await expect.poll(value).toBe(equal)
  await undo(page).click()
  await expect(page.getByText('Undone: Shared visits equally again in Pods: Procedure room, Procedure trolley')).toBeVisible()
  await expect(first).toHaveValue('5')

  // The room itself says what it takes with these steps, and leads back.
  await page.getByRole('navigation', { name: 'Stages' }).getByRole('button', { name: 'Designs' }).click()
  await bench.select('Procedure 1')
  await expect(page.getByRole('region', { name: 'Share of visits' })).toHaveCount(0) // Pods' own steps share evenly
  await page.getByText("Today's pathway", { exact: true }).click()
  await expect(page.getByRole('region', { name: 'Share of visits' })).toContainText('62.5 %')
  await page.getByRole('button', { name: 'Say the shares in the brief' }).click()
  const more = page.getByRole('button', { name: 'More about Sign in to the room' })
  await expect(more).toHaveAttribute('aria-expanded', 'true')
  await expect(more).toBeFocused()
  await expect(first).toHaveValue('5') // still as it was typed
  for (const name of ['Procedure 1', 'Procedure 4']) await expect(shares.getByLabel(`Share of visits: ${name}`)).toBeInViewport({ ratio: 1 })
  await page.getByLabel('Measured design').selectOption({ label: 'Today' })
  await expect(page.getByText('Today is locked, so its shares stay.')).toBeVisible()
  await expect(page.getByLabel('Share of visits: Procedure 1')).toBeDisabled()
})

test('axe finds nothing to mend in the details of a step', { tag: '@long' }, async ({ app, page }) => {
  await openBrief(app, page, 'Pathways')
  await page.getByRole('button', { name: 'More about Sign in to the room', exact: true }).click()
  await page.getByLabel('Which of several places: Sign in to the room').selectOption('by shares that each design sets')
  await expect(page.getByRole('group', { name: 'Shares of visits in Pods' })).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('.step-details').analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
})

test('a pathway is made with its first step, gets its entrances and its number a day, and goes again', { tag: '@long' }, async ({ app, page }) => {
  const { value } = await openTable(app, page, 'Pathways')
  await page.getByRole('button', { name: 'Add a pathway' }).click()
  const form = page.getByRole('region', { name: 'New pathway' })
  const name = form.getByLabel('New pathway')
  await expect(name).toBeFocused()
  await name.press('Enter')
  await expect(form.getByRole('alert')).toHaveText('Without a name it cannot be found again. Nothing was changed.')
  await name.fill('Blood test')
  await form.getByLabel('Where').selectOption('Discharge room')
  await form.getByLabel('A day').fill('12')
  const before = await value('Patient travel')
  await form.getByRole('button', { name: 'Add it' }).click()
  await expect(page.getByRole('table', { name: 'Blood test: the steps today' })).toBeVisible()
  await expect.poll(() => value('Patient travel')).not.toBe(before)

  await page.getByRole('button', { name: 'About the pathway' }).click()
  await page.getByLabel('Leaves by: Blood test').selectOption('ends inside')
  await expect(page.getByRole('alert')).toHaveText('Patients come in by an entrance and leave by one: choose both for Blood test.')
  const day = page.getByLabel('Blood test a day')
  await expect(day).toHaveValue('12')
  await day.fill('')
  await day.press('Enter')
  await expect(day).toHaveValue('')
  await expect.poll(() => value('Patient travel')).toBe(before)
  await page.getByRole('button', { name: 'Remove the pathway Blood test' }).click()
  await expect(page.getByRole('table', { name: 'Endoscopy visit: the steps today' })).toBeVisible()

  await page.getByLabel('Pathway', { exact: true }).selectOption('Used linen')
  await expect(page.getByText('as Endoscopy visit needs it')).toBeVisible()
  await page.getByRole('button', { name: 'Remove the pathway Used linen' }).click()
  await expect(page.getByRole('alert')).toHaveText('Used linen is still needed: Recover from sedation (Endoscopy visit). Change that first.')

  await page.getByLabel('Pathway', { exact: true }).selectOption('Endoscopy visit')
  await page.getByLabel('Whose steps', { exact: true }).selectOption({ label: 'Racetrack’s own' })
  await page.getByLabel('Leaves by: Endoscopy visit').selectOption('Staff entrance')
  const why = page.getByLabel('Why does this design do it differently?')
  await why.fill('Straight to the car park')
  await why.press('Enter')
  await expect(page.getByText('Because: Straight to the car park')).toBeVisible()
})

test('what differs between patients is added, asked for by a step, and stays as long as it is', { tag: '@long' }, async ({ app, page }) => {
  await openBrief(app, page, 'Pathways')
  await page.getByRole('button', { name: 'About the pathway' }).click()
  await page.getByRole('button', { name: 'Add a difference' }).click()
  const name = page.getByLabel('Name of New difference')
  await name.fill('Age')
  await name.press('Enter')
  const first = page.getByLabel('Age: yes')
  await first.fill('No')
  await first.press('Enter')
  await expect(page.getByRole('alert')).toContainText('No is already there')
  await first.fill('60+ years')
  await first.press('Enter')
  await expect(page.getByLabel('Age: 60+ years')).toHaveValue('60+ years')
  const another = page.getByLabel('Another one of Age')
  await another.fill('Under 16')
  await another.press('Enter')
  await expect(page.getByLabel('Age: Under 16')).toHaveValue('Under 16')
  await expect(page.getByLabel('Another one of Age')).toHaveValue('')

  await page.getByRole('button', { name: 'More about Dress', exact: true }).click()
  const age = page.getByRole('group', { name: 'Age' })
  await age.getByLabel('no', { exact: true }).click()
  await age.getByLabel('Under 16').click()
  await expect(age.getByLabel('Under 16')).not.toBeChecked()
  await page.getByRole('button', { name: 'Remove 60+ years of Age' }).click()
  await expect(page.getByRole('alert')).toHaveText('60+ years is still needed: Dress (Endoscopy visit). Change that first.')
  await page.getByRole('navigation', { name: 'Tables of the brief' }).getByRole('button', { name: 'The day' }).click()
  await expect(page.getByLabel('Share of Age: 60+ years')).toHaveValue('50')
})

test('another day is copied and faced, changed without the first, and goes again', { tag: '@long' }, async ({ app, page }) => {
  const { value } = await openTable(app, page, 'The day')
  const before = await value('Load')
  const faced = page.getByLabel('The day that every design faces')
  const usual = await faced.inputValue()
  await page.getByRole('button', { name: 'Copy it' }).click()
  const name = page.getByLabel('Name of this day')
  await name.fill('Saturday')
  await name.press('Enter')
  const visits = page.getByLabel('Endoscopy visit a day')
  await visits.fill('10')
  await visits.press('Enter')
  await expect.poll(() => value('Load')).toBeLessThan(before)
  await faced.selectOption(usual)
  await expect.poll(() => value('Load')).toBe(before)
  await expect(visits).toHaveValue('34.722')
  await faced.selectOption({ label: 'Saturday' })
  await expect(visits).toHaveValue('10')
  await page.getByRole('button', { name: 'Remove it' }).click()
  await expect.poll(() => value('Load')).toBe(before)
  await expect(page.getByRole('button', { name: 'Remove it' })).toHaveCount(0)
  await page.getByRole('button', { name: 'A new day' }).click()
  await expect(visits).toHaveValue('0')
  await undo(page).click()
  await expect(faced).toHaveValue(usual)
})

test('axe finds nothing to mend where a pathway is made and described', { tag: '@long' }, async ({ app, page }) => {
  await openBrief(app, page, 'Pathways')
  await page.getByRole('button', { name: 'About the pathway' }).click()
  await page.getByRole('button', { name: 'Add a pathway' }).click()
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('.brief-page').exclude('table:has(.step-actions)').analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
})

test('a way is sent past a room that it does not lead through, which makes it longer, and let be the shortest again', { tag: '@long' }, async ({
  app,
  page,
}) => {
  const bench = await openBrief(app, page, 'Pathways')
  const figure = bench.board.getByRole('listitem').filter({ hasText: 'Patient travel' }).locator('.brief-tile-figure')
  const value = async () => Number(await figure.getAttribute('data-value'))
  await expect(figure).toHaveAttribute('data-value', /\d/)
  const before = await value()
  await page.getByRole('button', { name: 'More about Check in', exact: true }).click()
  const past = page.getByLabel('Send the way to Check in past', { exact: true })
  await expect(past.locator('option').first()).toHaveText('No room or door: the shortest')
  // It has one door: no way leads through it.
  await expect(past.locator('option', { hasText: 'Public WC' })).toHaveCount(0)
  await past.selectOption('Procedure 1')
  const gone = page.getByRole('button', { name: 'Procedure 1 no longer on the way to Check in', exact: true })
  await expect(gone).toBeVisible()
  await expect.poll(value).toBeGreaterThan(before + 1)
  await gone.click()
  await expect.poll(value).toBe(before)
  await undo(page).click()
  await expect(gone).toBeVisible()
  await undo(page).click()

  // Of a way to where a pathway ends it is said beside what else the pathway is.
  await page.getByRole('button', { name: 'About the pathway' }).click()
  await page.getByLabel('Send the way to Endoscopy visit past', { exact: true }).selectOption('Procedure 1')
  await expect.poll(value).toBeGreaterThan(before + 1)

  // Beside today it stands among what differs, and is drawn.
  await page.getByRole('navigation', { name: 'Stages' }).getByRole('button', { name: 'Designs' }).click()
  await page.keyboard.press('b')
  await page.getByRole('button', { name: /^What differs: / }).click()
  const row = page.getByRole('region', { name: 'What differs' }).getByRole('button', { name: /^Way to where Endoscopy visit ends/ })
  await expect(row).toContainText('sent past Procedure 1; was the shortest')
  await row.click()
  await expect(page.getByTestId('pane-left').getByTestId('differences').locator('.shape-differenceNow')).toHaveCount(1)
})
