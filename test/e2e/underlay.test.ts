import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import { pdfOf, pngOf } from '../support/foreign-files'
import { expect, test } from './fixtures'
import { workbench } from './open-app'

let folder = ''
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wardwright-underlay-'))
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

/** Puts a file of these bytes where the next dialog finds it. */
async function willChoose(app: ElectronApplication, name: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, path)
}

async function importPicture(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Import' }).click()
  await page.getByRole('menuitem', { name: /Picture or PDF under the plan/ }).click()
}

const details = (page: Page) => page.getByRole('region', { name: 'Picture under the plan', exact: true })
const number = async (page: Page, label: string) => Number.parseFloat(await details(page).getByLabel(label).inputValue())

test('a picture is laid under the plan, scaled by two clicks and a length, moved, turned, faded, locked, and saved with the file', {
  tag: '@long',
}, async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openPlan()
  await willChoose(app, 'level 2.png', pngOf(800, 400))
  await importPicture(page)
  const picture = bench.plan.locator('image.underlay')
  await expect(picture).toHaveAttribute('data-underlay', 'level 2.png')
  const before = await number(page, 'Width')
  expect(before).toBeGreaterThan(20)

  // 120 pixels on the screen are 6 m in truth.
  const box = await picture.boundingBox()
  if (box === null) throw new Error('no picture')
  const metre = box.width / before
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.click(x, y)
  await page.mouse.move(x + 60, y, { steps: 2 })
  await page.mouse.click(x + 120, y)
  await page.keyboard.type('6')
  await page.keyboard.press('Enter')
  const factor = 6 / (120 / metre)
  await expect.poll(async () => (await number(page, 'Width')) / (before * factor)).toBeCloseTo(1, 1)

  const left = await number(page, 'From the left')
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 2 * metre, y, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => number(page, 'From the left')).toBeCloseTo(left + 2, 1)
  await page.keyboard.press('Escape')

  await details(page).getByLabel('Turned by').fill('90')
  await details(page).getByLabel('Turned by').press('Enter')
  await expect(picture).toHaveAttribute('transform', /rotate\(-90\)/)
  const fade = details(page).getByRole('slider')
  await fade.focus()
  await page.keyboard.press('ArrowRight')
  await expect(picture).toHaveAttribute('opacity', '0.55')
  await details(page).getByRole('switch', { name: 'Locked where it lies' }).check({ force: true })
  await expect(details(page).getByLabel('Width')).toBeDisabled()
  await page.getByRole('button', { name: 'Under other designs too' }).click()

  const path = join(folder, 'traced.ward')
  await bench.willSaveAs(path)
  await page.keyboard.press('Control+s')
  await expect.poll(bench.title).toContain('traced')
  await page.getByRole('button', { name: 'Start page' }).click()
  await bench.openFile(path)
  await expect(bench.plan.locator('image.underlay')).toHaveAttribute('data-underlay', 'level 2.png')
  await expect(bench.plan.locator('image.underlay')).toHaveAttribute('opacity', '0.55')
  await bench.design('Racetrack')
  await expect(bench.plan.locator('image.underlay')).toHaveAttribute('opacity', '0.55')
  const { violations } = await new AxeBuilder({ page }).include('.side-inspector').setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
})

test('of a PDF the page that is wanted lies there at 1 : 100, by keyboard alone', { tag: '@long' }, async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openPlan()
  await willChoose(app, 'site.pdf', pdfOf(2))
  await bench.plan.focus()
  await page.keyboard.press('u')
  await expect(page.getByRole('dialog', { name: 'Which page?' })).toBeVisible()
  await page.getByLabel('Page', { exact: true }).fill('2')
  await page.keyboard.press('Enter')
  await expect(bench.plan.locator('image.underlay')).toBeVisible()
  await expect(details(page)).toContainText('site.pdf, page 2')
  // 842 points on paper are 297.04 mm: 29.7 m at 1 : 100.
  expect(await number(page, 'Width')).toBeCloseTo(29.704, 2)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(bench.plan.locator('image.underlay')).toHaveCount(0)
})

test('what cannot lie under a plan is refused in one sentence, and nothing is lost', { tag: '@long' }, async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openPlan()
  const cases: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['no.pdf', new TextEncoder().encode('%PDF-1.7\nnothing of the kind'), /no\.pdf is not a PDF that can be read/],
    ['secret.pdf', pdfOf(1, true), /secret\.pdf needs a password/],
    ['huge.png', pngOf(20_000, 10_000, new Uint8Array(8)), /huge\.png has 200 megapixels; .* 100/],
    ['cut.png', pngOf(300, 200).subarray(0, 200), /cut\.png is cut short/],
    ['lies.png', pngOf(300, 200, new Uint8Array(8)), /lies\.png cannot be shown/],
    ['words.png', new TextEncoder().encode('a letter'), /words\.png is neither a picture/],
  ]
  for (const [name, bytes, sentence] of cases) {
    await willChoose(app, name, bytes)
    await importPicture(page)
    await expect(page.getByRole('status').filter({ hasText: sentence })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
    await page.getByRole('button', { name: 'Dismiss' }).click()
  }
  await expect(bench.plan.locator('.shape-roomFloor')).not.toHaveCount(0)
})

test('the base plan is held in its place by a reason', async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openPlan()
  await willChoose(app, 'level 2.png', pngOf(80, 40))
  await importPicture(page)
  await expect(bench.plan.locator('image.underlay')).toBeVisible()
  await page.keyboard.press('Escape')
  const base = page.getByRole('region', { name: 'Base plan' })
  await base.getByLabel('Why it has to stay').fill('The shell is let')
  await base.getByRole('button', { name: 'Lock it' }).click()
  await expect(base).toContainText('It stays where it is: The shell is let')
  await expect(details(page).getByLabel('Width')).toBeDisabled()
  await base.getByRole('button', { name: 'Unlock it' }).click()
  await expect(details(page).getByLabel('Width')).toBeEnabled()
})
