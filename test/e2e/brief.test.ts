import { AxeBuilder } from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { workbench } from './open-app'

/** Opens the sample on its tables, at a table of one name. */
async function openTables(app: ElectronApplication, page: Page, table: string) {
  const bench = workbench(app, page)
  await bench.openPlan()
  await page.getByRole('navigation', { name: 'Stages' }).getByRole('button', { name: 'Brief' }).click()
  await page.getByRole('navigation', { name: 'Tables of the brief' }).getByRole('button', { name: table }).click()
  const figure = (name: string) => bench.board.getByRole('listitem').filter({ hasText: name }).locator('.brief-tile-figure')
  const value = async (name: string) => Number(await figure(name).getAttribute('data-value'))
  await expect(figure('Patient travel')).toHaveAttribute('data-value', /\d/)
  return { bench, value }
}

test('the brief is a plain table: Enter keeps, Escape puts back, a wrong number is answered beside its field', async ({ app, page }) => {
  await openTables(app, page, 'Rooms wanted')
  const count = page.getByLabel('How many Procedure room')
  await expect(count).toHaveValue('4')
  await count.fill('many')
  await count.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('Type a whole number from 0 to 10,000.')
  await expect(count).toHaveValue('many') // nothing typed is lost
  await count.press('Escape')
  await expect(count).toHaveValue('4')
  await expect(page.getByRole('alert')).toHaveCount(0)

  await count.fill('5')
  await count.press('Enter')
  await expect(count).toHaveValue('5')
  await count.press('Control+z') // one step of undo, from the cell itself
  await expect(count).toHaveValue('4')
  await count.press('Control+y')
  await expect(count).toHaveValue('5')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Minimum area of Procedure room')).toBeFocused()
})

test('rows come and go, each with one undo', { tag: '@long' }, async ({ app, page }) => {
  await openTables(app, page, 'Roles')
  await page.getByRole('button', { name: 'Add a role' }).click()
  const name = page.getByLabel('Name of New role')
  await name.fill('Health care assistant')
  await name.press('Enter')
  await page.getByRole('button', { name: 'Remove Health care assistant' }).click()
  await expect(page.getByLabel('Name of Health care assistant')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByLabel('Name of Health care assistant')).toBeVisible()
})

test('a setting and the day move the scoreboard', async ({ app, page }) => {
  const { value } = await openTables(app, page, 'The day')
  const before = await value('Load')
  const visits = page.getByLabel('Endoscopy visit a day')
  await visits.fill('20')
  await visits.press('Enter')
  await expect.poll(() => value('Load')).toBeLessThan(before)
  const closes = page.getByLabel('Closes')
  await closes.fill('7:00')
  await closes.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('Closing comes after opening.')
})

test('who comes at set times is on a list that grows with the visits a day, and the visits with the list', { tag: '@long' }, async ({
  app,
  page,
}) => {
  await openTables(app, page, 'The day')
  const visits = page.getByLabel('Endoscopy visit a day')
  const times = page.getByLabel('Set times of Endoscopy visit')
  const count = async () => (await times.inputValue()).split(' ').length
  expect(await count()).toBe(35)
  await visits.fill('20')
  await visits.press('Enter')
  await expect.poll(count).toBe(20)
  await times.fill('8:00 9:00 9:3')
  await times.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('Type times such as 8:30 9:00 9:30, with a space between.')
  await times.fill('9:30, 8:00 9:00')
  await times.press('Enter')
  await expect(times).toHaveValue('8:00 9:00 9:30')
  await expect(visits).toHaveValue('3')
  const absent = page.getByLabel('How many do not come for Endoscopy visit')
  await absent.fill('10')
  await absent.press('Enter')
  await expect(visits).toHaveValue('2.7')
  await page.getByLabel('How Endoscopy visit come').selectOption({ label: 'at random' })
  await expect(times).toHaveCount(0)
  const rates = page.getByLabel('Rates by the hour of Endoscopy visit')
  await expect(rates).toHaveValue('')
  const together = page.getByLabel('How many of Endoscopy visit come at a time')
  await expect(together).toHaveValue('1')
  await together.fill('4')
  await together.press('Enter')
  await expect(together).toHaveValue('4')
  await expect(visits).toHaveValue('2.7')
  // Half of them between seven and eight, before it opens.
  await rates.fill('0 0 0 0 0 0 0 1 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0')
  await rates.press('Enter')
  const misfits = page.getByRole('list', { name: 'What does not fit on this day' })
  await expect(misfits).toContainText('Endoscopy visit: by its rates by the hour 50 % come outside the opening hours')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(misfits).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(together).toHaveValue('1')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(times).toHaveValue('8:00 9:00 9:30')
})

test('people take breaks, and of what goes round there are only so many', { tag: '@long' }, async ({ app, page }) => {
  await openTables(app, page, 'The day')
  await page.getByRole('button', { name: 'Add a break' }).click()
  const from = page.getByLabel('Not before, for break 1 on Day')
  await expect(from).toHaveValue('13:00')
  await from.fill('14:45')
  await from.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('Nobody could take it in that time: it is longer than from then to then.')
  await from.fill('12:00')
  await from.press('Enter')
  await expect(page.getByRole('alert')).toHaveCount(0)
  const scopes = page.getByLabel('How many of Clean scope')
  await expect(scopes).toHaveValue('14')
  await scopes.fill('')
  await scopes.press('Enter')
  await expect(scopes).toHaveValue('')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(scopes).toHaveValue('14')
  await page.getByRole('button', { name: 'Remove break 1 on Day' }).click()
  await expect(from).toHaveCount(0)
})

test('a day says which set times no longer fit it, has quiet weekdays, and closes rooms, which simulated days follow', { tag: '@long' }, async ({
  app,
  page,
}) => {
  await openTables(app, page, 'The day')
  const opens = page.getByLabel('Opens')
  await opens.fill('9:00')
  await opens.press('Enter')
  const misfits = page.getByRole('list', { name: 'What does not fit on this day' })
  await expect(misfits).toContainText(/^Endoscopy visit: \d+ set times lie outside the opening hours of “A usual day.*” \(09:00 to 18:00\): 08:00, /)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(misfits).toHaveCount(0)

  await expect(page.getByRole('table', { name: 'More on some days of the week' })).toHaveCount(0)
  await page.getByLabel('How Endoscopy visit come').selectOption({ label: 'at random' })
  const week = page.getByRole('table', { name: 'More on some days of the week' })
  const visits = week.getByRole('row', { name: 'That is, on average' }).getByRole('cell')
  await expect(visits).toHaveText(['34.7', '34.7', '34.7', '34.7', '34.7', '34.7', '34.7'])
  const sunday = page.getByLabel('Sunday, in proportion, for Endoscopy visit')
  await sunday.fill('0')
  await sunday.press('Enter')
  // 34.72 a day over a week, shared by six days.
  await expect(visits).toHaveText(['40.5', '40.5', '40.5', '40.5', '40.5', '40.5', '0'])
  await sunday.fill('-1')
  await sunday.press('Enter')
  await expect(page.getByRole('alert')).toContainText('0 to 1,000,000')
  await sunday.press('Escape')

  await page.getByLabel('Close a room or a machine').selectOption({ label: 'Procedure room' })
  const closed = page.getByLabel('How many are closed of Procedure room')
  await expect(closed).toHaveValue('1')
  await closed.fill('50')
  await closed.press('Enter')
  await page.getByRole('button', { name: 'Undo', exact: true }).hover()
  await expect(page.getByRole('tooltip')).toContainText('Closed 50 of Procedure room on A usual day')
  await page.getByRole('navigation', { name: 'Stages' }).getByRole('button', { name: 'Simulate' }).click()
  await page.getByRole('textbox', { name: 'Runs' }).fill('1')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(
    page.getByText(/needs Procedure room.* for the step .*, and on the day “A usual day.*” all of them are closed in this design/).first(),
  ).toBeVisible()

  await page.getByRole('navigation', { name: 'Stages' }).getByRole('button', { name: 'Brief' }).click()
  await page.getByRole('button', { name: 'Remove Procedure room' }).click()
  await expect(closed).toHaveCount(0)
})

test('a design does a step its own way, says why, and sees the process’s share apart', async ({ app, page }) => {
  const { bench, value } = await openTables(app, page, 'Pathways')
  await page.getByLabel('Whose steps', { exact: true }).selectOption({ label: 'Pods’s own' })
  const steps = page.getByRole('table', { name: 'Endoscopy visit: the steps in Pods' })
  await expect(steps).toBeVisible()
  await expect(bench.board.getByRole('listitem').filter({ hasText: 'Patient travel' })).toContainText(/Layout.*Process/)
  // A change, "18 points more", stands on one line with its word, in letters of 14 px.
  const heights = await bench.board
    .locator('.brief-share > span + span')
    .evaluateAll((shares) => shares.map((share) => share.getBoundingClientRect().height))
  expect(heights.length).toBeGreaterThan(10)
  expect(Math.max(...heights)).toBeLessThan(28)
  const before = await value('Steps')

  await page.getByLabel('Whose steps', { exact: true }).selectOption({ label: 'Today’s, which all designs share' })
  const minutes = page.getByLabel('Minutes of Check in')
  await minutes.fill('20/5/50')
  await minutes.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('Type minutes from 0 to 10,000, or the shortest, usual and longest: 20/34/50.')
  await minutes.fill('4/6/11')
  await minutes.press('Enter')
  await expect(minutes).toHaveValue('4/6/11')
  await minutes.fill('14') // another mean stretches all three
  await minutes.press('Enter')
  await expect(minutes).toHaveValue('8/12/22')
  await page.getByLabel('Whose steps', { exact: true }).selectOption({ label: 'Pods’s own' })

  await page.getByRole('button', { name: 'Remove Admission and consent' }).click()
  await expect(page.getByRole('alert')).toContainText('adds value for the patient')

  await page.getByRole('button', { name: 'Remove Check in' }).click()
  const why = page.getByLabel('Why does this design do it differently?')
  await expect(why).toBeFocused()
  await why.press('Enter')
  await expect(page.getByText('Say why this design does it differently from today')).toBeVisible()
  await why.fill('The pod’s nurse checks in')
  await why.press('Enter')
  await expect(page.getByText('Left out of today’s steps')).toBeVisible()
  await expect.poll(() => value('Steps')).toBeLessThan(before)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => value('Steps')).toBe(before)
})

test('the board is about the steps that one edits: today’s move the numbers of a design that has steps of its own', { tag: '@long' }, async ({
  app,
  page,
}) => {
  const { bench, value } = await openTables(app, page, 'Pathways')
  const withWhose = page.getByLabel('With whose steps')
  await expect(page.getByLabel('Measured design')).toHaveValue(/./)
  await expect(withWhose.locator('option:checked')).toHaveText('with today’s steps')
  const travel = bench.board.getByRole('listitem').filter({ hasText: 'Patient travel' })
  await expect(travel).toContainText('Layout')
  await expect(travel).not.toContainText('Process')
  await expect.poll(() => value('Steps')).toBeGreaterThan(0)
  const before = await value('Steps')
  await page.getByRole('button', { name: 'Remove Tea and a biscuit' }).click()
  await expect.poll(() => value('Steps')).toBeLessThan(before)
  const plain = await value('Patient travel')

  await page.getByLabel('Whose steps', { exact: true }).selectOption({ label: 'Pods’s own' })
  await expect(withWhose.locator('option:checked')).toHaveText('with its own steps')
  await expect(travel).toContainText(/Layout.*Process/)
  await expect.poll(() => value('Patient travel')).toBeLessThan(plain)
  const own = await value('Patient travel')
  await withWhose.selectOption({ label: 'with today’s steps' }) // looked at, with the design's own still in the table
  await expect.poll(() => value('Patient travel')).toBe(plain)

  await page.getByRole('navigation', { name: 'Tables of the brief' }).getByRole('button', { name: 'Roles' }).click()
  await expect.poll(() => value('Patient travel')).toBe(own)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('navigation', { name: 'Tables of the brief' }).getByRole('button', { name: 'Pathways' }).click()
  await expect.poll(() => value('Steps')).toBe(before)
  // What it is made of is opened with the same steps.
  await bench.board.getByRole('listitem').filter({ hasText: 'Steps' }).getByRole('button').click()
  await expect.poll(() => bench.value('Steps')).toBe(before)
})

// One at a time: axe takes seconds over a long table.
for (const table of ['Rooms wanted', 'Types of room', 'Roles', 'The day', 'Pathways', 'Settings']) {
  test(`axe finds nothing to mend on the table of ${table.toLowerCase()}`, { tag: '@long' }, async ({ app, page }) => {
    await openTables(app, page, table)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
  })
}
