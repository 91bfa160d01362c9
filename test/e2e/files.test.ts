import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './fixtures'
import { bytesOf, checkoutPath, workbench } from './open-app'

test.use({ isFresh: true }) // which files were opened before

let folder = ''
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wardwright-files-'))
})
test.afterEach(() => rm(folder, { recursive: true, force: true }))

test('a file saved as another, and saved again, opens with equal bytes', { tag: '@long' }, async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openPlan()
  await bench.select('Procedure 4')
  await page.keyboard.press('ArrowRight')
  await expect.poll(bench.title).toContain('not saved')

  const [first, second] = [join(folder, 'First.ward'), join(folder, 'Second.ward')]
  await bench.willSaveAs(first)
  await page.keyboard.press('Control+s') // a sample has no file yet, so this asks where
  await expect.poll(bench.title).toBe('First - saved - Wardwright')

  await page.getByRole('button', { name: 'Start page' }).click() // a file that is open already would only be said to be
  await bench.openFile(first)
  await expect(bench.plan).toBeVisible()
  await bench.willSaveAs(second)
  await page.keyboard.press('Control+Shift+s')
  await expect.poll(bench.title).toBe('Second - saved - Wardwright')
  expect((await bytesOf(second)).equals(await bytesOf(first))).toBe(true)
})

test('what is not saved is asked about before another file takes its place', async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openPlan()
  await bench.select('Procedure 4')
  await page.keyboard.press('ArrowRight')
  await expect.poll(bench.title).toContain('not saved')
  await bench.openFile(checkoutPath('test/fixtures/worked-example.ward.json'))
  const question = page.getByRole('dialog')
  await expect(question).toContainText('Save what you changed')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByLabel('From the left', { exact: true })).toHaveValue('33.95 m')

  await bench.openFile(checkoutPath('test/fixtures/worked-example.ward.json'))
  await page.getByRole('dialog').getByRole('button', { name: 'Do not save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('worked-example')
})

test('a broken file gets one sentence, and what was open stays open', async ({ app, page }) => {
  const bench = workbench(app, page)
  const whole = await bytesOf(checkoutPath('resources/samples/endoscopy.ward'))
  const cut = join(folder, 'Cut.ward')
  await writeFile(cut, whole.subarray(0, whole.length / 2))
  await bench.openFile(cut)
  await expect(page.getByRole('alert')).toContainText('“Cut.ward” could not be opened')
  await expect(page.getByRole('alert')).toContainText('cut short')

  await bench.openPlan()
  const noWard = join(folder, 'Notes.ward')
  await writeFile(noWard, 'Minutes of the meeting')
  await bench.openFile(noWard)
  await expect(page.getByRole('alert')).toContainText('neither a Wardwright file')
  await expect(bench.plan).toBeVisible()
})

test('a folder that cannot be written gets a sentence and a way out', { tag: '@long' }, async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openSample()
  await bench.willSaveAs(join(folder, 'not there', 'Unit.ward'))
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const notice = page.getByRole('status').filter({ hasText: 'its folder is not there' })
  await expect(notice).toBeVisible()
  await expect.poll(bench.title).toContain('cannot save')
  // What the next edit does to the walks is said by itself, and must not cover it.
  const travel = await bench.value('Patient travel')
  await bench.select('Procedure 4')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => bench.value('Patient travel')).not.toBe(travel)
  await expect(notice).toBeVisible()
  const kept = join(folder, 'Kept.ward')
  await bench.willSaveAs(kept)
  await notice.getByRole('button', { name: 'Save as…' }).click()
  await expect.poll(bench.title).toBe('Kept - saved - Wardwright')
})

test('files opened before are on the start page, and open from there', async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openFile(checkoutPath('test/fixtures/worked-example.ward.json'))
  await expect(bench.plan).toBeVisible()
  await page.getByRole('button', { name: 'Start page' }).click()
  await page.getByRole('button', { name: /worked-example\.ward\.json/ }).click()
  await expect(bench.plan.getByText('Treatment')).toBeVisible()
})
