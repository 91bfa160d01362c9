import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { read } from '@e965/xlsx'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { checkoutPath, workbench } from './open-app'

let folder = ''
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wardwright-export-'))
})
test.afterEach(() => rm(folder, { recursive: true, force: true }))

/** Opens the sample and the dialog, by the keyboard. */
async function askedToHandOver(app: ElectronApplication, page: Page) {
  const bench = workbench(app, page)
  await bench.openPlan()
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Hand over' })
  await expect(dialog).toBeVisible()
  return {
    bench,
    dialog,
    async take(kind: string): Promise<void> {
      await dialog.getByRole('radio', { name: kind, exact: true }).check()
    },
    async writeTo(name: string): Promise<string> {
      const path = join(folder, name)
      await bench.willSaveAs(path)
      await dialog.getByRole('button', { name: 'Choose where…' }).click()
      return path
    },
    async willChooseFolder(): Promise<void> {
      await app.evaluate(({ dialog: asked }, chosen) => {
        asked.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
      }, folder)
    },
    done: dialog.getByText(/^Written:/),
  }
}

/** Measuring takes its time on a busy machine. Milliseconds. */
const LONG = 60_000

test('everything lands in a new folder, with the very figures that the command line compares', { tag: '@long' }, async ({ app, page }) => {
  test.setTimeout(3 * LONG)
  const { dialog, done, willChooseFolder } = await askedToHandOver(app, page)
  await willChooseFolder()
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(done).toBeVisible({ timeout: LONG })
  await expect(done).toContainText('A new endoscopy unit comparison')

  const taken = join(folder, 'A new endoscopy unit comparison')
  const names = (await readdir(taken)).sort()
  expect(names.filter((name) => !name.startsWith('plan-'))).toEqual(['comparison.json', 'comparison.xlsx', 'report-a4.pdf', 'report.html'])
  expect(names.filter((name) => name.startsWith('plan-')).length).toBeGreaterThan(1)

  const bytes = (name: string) => readFile(join(taken, name))
  const beside = join(folder, 'command line')
  execFileSync('node', [checkoutPath('dist/cli.mjs'), 'compare', checkoutPath('resources/samples/endoscopy.ward'), '--out', beside], {
    stdio: 'ignore',
  })
  // Same document, same figures, same drawings: same bytes, but for the name of the file, which the command line knows with its ending.
  const same = names.filter((name) => name !== 'report-a4.pdf' && name !== 'comparison.xlsx')
  for (const name of same) expect((await bytes(name)).equals(await readFile(join(beside, name))), name).toBe(true)
  expect(sheetsOf(await bytes('comparison.xlsx'))).toEqual(sheetsOf(await readFile(join(beside, 'comparison.xlsx'))))

  const pdf = await bytes('report-a4.pdf')
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(boxesOf(pdf)).toEqual(['A4'])
})

test('a second time nothing is written over', { tag: '@long' }, async ({ app, page }) => {
  await mkdir(join(folder, 'A new endoscopy unit comparison'))
  await writeFile(join(folder, 'A new endoscopy unit comparison', 'report.html'), 'mine')
  test.setTimeout(2 * LONG)
  const { dialog, done, willChooseFolder } = await askedToHandOver(app, page)
  await willChooseFolder()
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(done).toContainText('A new endoscopy unit comparison 2', { timeout: LONG })
  expect(await readFile(join(folder, 'A new endoscopy unit comparison', 'report.html'), 'utf8')).toBe('mine')
})

test('a report as PDF on A3, laid out by a window that is locked as the others are', { tag: '@long' }, async ({ app, page }) => {
  const { dialog, done, take, writeTo } = await askedToHandOver(app, page)
  await app.evaluate(({ app: running }) => {
    running.on('web-contents-created', (_event, contents) => {
      Reflect.set(globalThis, 'printing', Reflect.apply(Reflect.get(contents, 'getLastWebPreferences'), contents, []))
    })
  })
  await take('Report as PDF')
  await dialog.getByText('A3', { exact: true }).click()
  const path = await writeTo('board.pdf')
  await expect(done).toBeVisible({ timeout: LONG })
  expect(boxesOf(await readFile(path))).toEqual(['A3'])
  const preferences: Electron.WebPreferences = await app.evaluate(() => Reflect.get(globalThis, 'printing'))
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, javascript: false })
  expect(preferences.preload ?? '').toBe('')
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('a plan as a drawing and as a picture', { tag: '@long' }, async ({ app, page }) => {
  const { dialog, done, take, writeTo } = await askedToHandOver(app, page)
  await take('Plan as a drawing')
  await dialog.getByLabel('Design').click()
  await page.getByRole('option', { name: 'Today' }).click()
  await dialog.getByLabel('Routes on it').click()
  await page.getByRole('option', { name: 'None: what is built' }).click()
  const drawing = await writeTo('today.svg')
  await expect(done).toBeVisible({ timeout: LONG })
  const svg = await readFile(drawing, 'utf8')
  expect(svg).toContain('<title>Today</title>')
  expect(svg).toContain('class="s-scaleBar')
  expect(svg).not.toContain('class="s-route')

  await dialog.getByRole('button', { name: 'Hand over something else' }).click()
  await take('Plan as a picture')
  const picture = await readFile(
    await writeTo('today').then(async (path) => {
      await expect(done).toBeVisible({ timeout: LONG })
      return `${path}.png`
    }),
  )
  expect(picture.subarray(1, 4).toString()).toBe('PNG')
  expect(Math.max(picture.readUInt32BE(16), picture.readUInt32BE(20))).toBe(3600)
  // White paper and nothing else would be a few kilobytes.
  expect(picture.length).toBeGreaterThan(100_000)
})

test('where nothing can be written it says why, and another place can be chosen', { tag: '@long' }, async ({ app, page }) => {
  const { bench, dialog, done, take, writeTo } = await askedToHandOver(app, page)
  await take('Figures for other programs')
  await writeTo('gone/figures.json')
  await expect(dialog.getByRole('alert')).toContainText('Nothing was handed over', { timeout: LONG })
  await expect(dialog.getByRole('alert')).toContainText('figures.json')
  await bench.willSaveAs(join(folder, 'figures.json'))
  await dialog.getByRole('button', { name: 'Choose where…' }).click()
  await expect(done).toBeVisible({ timeout: LONG })
  expect(JSON.parse(await readFile(join(folder, 'figures.json'), 'utf8')).designs.length).toBeGreaterThan(1)
})

/** The cells of every sheet but the one that names the file. */
function sheetsOf(bytes: Uint8Array): object {
  const { Sheets } = read(bytes)
  return Object.fromEntries(Object.entries(Sheets).filter(([name]) => name !== 'About'))
}

/** The papers that the pages of a PDF are on, each once. */
function boxesOf(pdf: Buffer): readonly string[] {
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)]
  return [...new Set(boxes.map(([, width, height]) => paperOf(Number(width), Number(height))))]
}

/** The paper's name, upright; pages are laid out in whole pixels, so a side is off by a point or so. */
function paperOf(width: number, height: number): string {
  const papers = { A4: [595, 842], A3: [842, 1191] } as const
  const found = Object.entries(papers).find(([, [w, h]]) => Math.abs(w - width) < 2 && Math.abs(h - height) < 2)
  return found?.[0] ?? `${width} x ${height}`
}
