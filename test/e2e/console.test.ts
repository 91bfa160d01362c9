import { expect, test } from './fixtures'
import { FOREIGN_LINES, timeless, unexpectedLines } from './foreign-lines'

test.use({ isFresh: true }) // every line since the start

test('from start to 3D the console says only what others make it say, and all of that', async ({ launched }) => {
  const { page, consoleLines } = launched
  expect(consoleLines).toEqual([])

  await page.getByRole('button', { name: 'Open the sample' }).click()
  await expect(page.getByRole('application', { name: /^Plan of/ })).toBeVisible()
  expect(consoleLines).toEqual([])

  await page.getByText('3D', { exact: true }).first().click()
  await expect(page.locator('canvas')).toBeVisible()
  await page.waitForTimeout(1_000) // the first frame compiles its shaders
  await page.screenshot()
  // A line of the list that is no longer seen has no place in it any more.
  await expect.poll(() => FOREIGN_LINES.filter((foreign) => !consoleLines.some((line) => timeless(line) === foreign))).toEqual([])
  expect(unexpectedLines(consoleLines)).toEqual([])
})

test('a line that nobody expects is noticed, from the page and from main', async ({ launched }) => {
  const { app, page, consoleLines } = launched
  const before = consoleLines.length
  await page.evaluate(() => console.warn('planted on the page'))
  await app.evaluate(() => console.log('planted in main'))
  await expect.poll(() => unexpectedLines(consoleLines).sort()).toEqual(['main log: planted in main', 'page warning: planted on the page'])
  consoleLines.length = before // they were ours
})
