import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { ElectronApplication } from '@playwright/test'
import { type LaunchedApp, launchApp } from '../support/electron-app'
import { expect, test } from './fixtures'
import { checkoutPath, workbench } from './open-app'

// A window of its own for each test: they stop pages, move windows and close them.

const root = fileURLToPath(new URL('../../', import.meta.url))

let folder = ''
let launched: LaunchedApp | undefined
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wardwright-life-'))
})
test.afterEach(async () => {
  await launched?.close().catch(() => undefined)
  launched = undefined
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function launch(words: readonly string[] = []) {
  launched = await launchApp({ words })
  return { ...launched, bench: workbench(launched.app, launched.page) }
}

const userDataOf = (app: ElectronApplication) => app.evaluate(({ app: electronApp }) => electronApp.getPath('userData'))
const logOf = async (app: ElectronApplication) => readFile(join(await userDataOf(app), 'log.txt'), 'utf8').catch(() => '')

/** What the page of the window says of itself, asked by main: a page that stopped is another one to Playwright. */
function said(app: ElectronApplication, question: string): Promise<unknown> {
  return app.evaluate(({ BrowserWindow }, asked) => {
    const noAnswer = new Promise((resolve) => setTimeout(resolve, 1_000, 'no answer')) // while there is no page
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return Promise.race([noAnswer, contents?.executeJavaScript(asked).catch(() => 'no answer')])
  }, question)
}

test('a page that stops is started again in its window, with what no file had', { tag: '@long' }, async () => {
  const { app, page, bench } = await launch()
  await bench.openPlan()
  await bench.select('Procedure 4')
  await page.keyboard.press('ArrowRight')
  await expect.poll(bench.title).toContain('not saved')

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  await expect.poll(() => said(app, `document.querySelector('[role=application]') !== null`)).toBe(true)
  await expect.poll(() => said(app, `document.querySelector('.notice')?.textContent`)).toContain('What you changed is kept.')
  expect(await bench.title()).toContain('not saved')
  expect(await said(app, `document.querySelectorAll('.shape-roomFloor').length > 10`)).toBe(true)
  await expect.poll(() => logOf(app)).toMatch(/page-gone reason=\S+ code=-?\d+[\s\S]*page-started-again count=1/)
})

test('a page that is loaded anew before it has come is no failure', { tag: '@long' }, async () => {
  const { app } = await launch()
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    // Told after the app was, which has begun to load the page by then.
    window?.webContents.once('render-process-gone', () => window.webContents.reload())
    window?.webContents.forcefullyCrashRenderer()
  })
  await expect.poll(() => said(app, `document.querySelector('button') !== null`)).toBe(true)
  await expect.poll(() => logOf(app)).toContain('page-started-again count=1')
  expect(await logOf(app)).not.toContain('main-error')
})

test('a thread that breaks is started again, and the numbers go on', { tag: '@long' }, async () => {
  const { app, page, bench } = await launch()
  await bench.openSample()
  const before = await bench.value('Patient travel')
  const live = page.workers().find((worker) => worker.url().includes('live-worker'))
  await live?.evaluate('setTimeout(() => { throw new Error("planted") })')
  await expect.poll(() => logOf(app)).toContain('worker-gone worker=live')
  await bench.select('Procedure 4')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => bench.value('Patient travel')).not.toBe(before)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => bench.value('Patient travel')).toBe(before)

  const codec = page.workers().find((worker) => worker.url().includes('codec-worker'))
  await codec?.evaluate('setTimeout(() => { throw new Error("planted") })')
  await expect.poll(() => logOf(app)).toContain('worker-gone worker=codec')
  await bench.willSaveAs(join(folder, 'Kept.ward'))
  await page.keyboard.press('Control+s')
  await expect.poll(bench.title).toBe('Kept - saved - Wardwright')
})

test('a thread that is gone without a word is missed, and started again', { tag: '@long' }, async () => {
  const { app, page, bench } = await launch()
  await bench.openSample()
  const before = await bench.value('Patient travel')
  const live = page.workers().find((worker) => worker.url().includes('live-worker'))
  await live?.evaluate('self.close()')
  await expect.poll(() => logOf(app)).toContain('worker-gone worker=live')
  await bench.select('Procedure 4')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => bench.value('Patient travel')).not.toBe(before)

  const codec = page.workers().find((worker) => worker.url().includes('codec-worker'))
  await codec?.evaluate('self.close()')
  await expect.poll(() => logOf(app)).toContain('worker-gone worker=codec')
  await bench.willSaveAs(join(folder, 'Kept.ward'))
  await page.keyboard.press('Control+s')
  await expect.poll(bench.title).toBe('Kept - saved - Wardwright')
})

test('a file that is asked for while the window is open comes to it', { tag: '@long' }, async () => {
  const { app, page, bench } = await launch()
  const file = join(folder, 'Asked for.ward')
  await writeFile(file, await readFile(checkoutPath('resources/samples/endoscopy.ward')))
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible()
  expect(await secondStart(app, 'Asked for.ward')).toBe(0)
  await expect(bench.plan).toBeVisible()
  await expect.poll(bench.title).toBe('Asked for - saved - Wardwright')
  expect(app.windows()).toHaveLength(1)

  // The same file again: it stays as it is, with what was changed.
  await bench.select('Procedure 4')
  await page.keyboard.press('ArrowRight')
  await expect.poll(bench.title).toContain('not saved')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  expect(await secondStart(app, file)).toBe(0)
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())).toBe(false)
  await expect(page.getByRole('status').filter({ hasText: 'is open already' })).toBeVisible()
  expect(await bench.title()).toBe('Asked for - not saved - Wardwright')

  expect(await secondStart(app, 'Not there.ward')).toBe(0)
  await expect(page.getByText(/“?Not there\.ward”?/).first()).toBeVisible()
})

test('a file named at the start is opened, also as a file manager writes it', { tag: '@long' }, async () => {
  const file = join(folder, 'Ward 7.ward')
  await writeFile(file, await readFile(checkoutPath('resources/samples/endoscopy.ward')))
  const { bench } = await launch([`file://${folder}/Ward%207.ward`])
  await expect(bench.plan).toBeVisible()
  await expect.poll(bench.title).toBe('Ward 7 - saved - Wardwright')
})

test('what an older Wardwright wrote is opened, said to be so, and left as it was', { tag: '@long' }, async () => {
  const file = join(folder, 'Last year.ward.json')
  const text = await readFile(checkoutPath('test/fixtures/worked-example.ward.json'), 'utf8')
  const older = text.replace(/"formatVersion": *4/, '"formatVersion": 2')
  expect(older).not.toBe(text)
  await writeFile(file, older)
  const { page, bench } = await launch([file])
  await expect(page.getByRole('status').filter({ hasText: 'An older version of Wardwright wrote “Last year.ward.json”.' })).toBeVisible()
  await expect(bench.plan).toBeVisible()
  await bench.willSaveAs(join(folder, 'This year.ward'))
  await page.keyboard.press('Control+s')
  await expect.poll(bench.title).toBe('This year - saved - Wardwright')
  expect(await readFile(file, 'utf8')).toBe(older)
})

test('the window opens where it stood, unless that screen is gone', { tag: '@long' }, async () => {
  const userData = join(folder, 'data')
  await mkdir(userData)
  const launchAt = async (bounds: object) => {
    await writeFile(join(userData, 'window.json'), JSON.stringify({ bounds, isMaximised: false }))
    launched = await launchApp({ words: [`--user-data-dir=${userData}`], isSized: false })
    return launched.app
  }
  const boundsIn = (app: ElectronApplication) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  const stood = { x: 120, y: 80, width: 1000, height: 700 }
  const moved = { x: 200, y: 100, width: 900, height: 650 }
  const app = await launchAt(stood)
  expect(await boundsIn(app)).toEqual(stood)
  await app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), moved)
  await expect.poll(() => readFile(join(userData, 'window.json'), 'utf8')).toContain('"width":900')
  await launched?.close()
  expect(await boundsIn(await launchAt({ ...stood, x: 5000 }))).toEqual({ x: 460, y: 190, width: 1000, height: 700 })
})

test('closing asks, and each answer does what it says', { tag: '@long' }, async () => {
  const { app, page, bench } = await launch()
  await bench.openPlan()
  await bench.select('Procedure 4')
  await page.keyboard.press('ArrowRight')
  await expect.poll(bench.title).toContain('not saved')
  const close = (response: number) =>
    app.evaluate(({ BrowserWindow, dialog }, chosen) => {
      dialog.showMessageBox = async () => ({ response: chosen, checkboxChecked: false })
      BrowserWindow.getAllWindows()[0]?.close()
    }, response)
  await close(2)
  expect(await bench.title()).toContain('not saved')
  const file = join(folder, 'Saved on closing.ward')
  await bench.willSaveAs(file)
  const closed = app.waitForEvent('close')
  await close(0)
  await closed
  expect((await readFile(file)).length).toBeGreaterThan(1000)
  launched = undefined
})

test('log and details for support hold no names from the workshop', { tag: '@long' }, async () => {
  const file = join(folder, 'Zephyrine Quux.ward')
  await writeFile(file, await readFile(checkoutPath('resources/samples/endoscopy.ward')))
  const { app, page, bench } = await launch()
  await bench.openFile(file)
  await expect(bench.plan).toBeVisible()
  await bench.select('Procedure 4')
  await page.keyboard.press('ArrowRight')
  await expect.poll(bench.title).toContain('not saved')
  await bench.willSaveAs(join(folder, 'Quuxian folder', 'Zephyrine 2.ward'))
  await page.keyboard.press('Control+Shift+s')
  await expect.poll(bench.title).toContain('cannot save')
  await page.evaluate(() => Reflect.apply(window.wardwright.openRecent, undefined, [{ file: '/home/zephyrine' }]).catch(() => undefined))

  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('show-about')?.click())
  const about = page.getByRole('dialog', { name: 'About Wardwright' })
  await expect(about).toContainText('Version 0.1.0')
  const reactDom = about.getByRole('listitem').filter({ hasText: 'react-dom' }).last()
  await reactDom.getByText('react-dom', { exact: true }).click()
  await expect(reactDom.getByText('Permission is hereby granted')).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).include('.about').setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
  await about.getByRole('button', { name: 'Copy details for support' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'on the clipboard' })).toBeVisible()

  const details = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(details).toMatch(/^Wardwright 0\.1\.0/)
  expect(details).toContain('request-failed name=saveAs problem=save.noFolder code=ENOENT')
  expect(details).toContain('request-refused name=openRecent why=malformed')
  const names = /zephyrine|quux|endoscopy|procedure|\/home|\/tmp/i
  expect(details).not.toMatch(names)
  expect(await logOf(app)).not.toMatch(names)
})

/** Starts Wardwright a second time for the same user's data, with a file; its exit code. */
async function secondStart(app: ElectronApplication, file: string): Promise<number> {
  const userData = await userDataOf(app)
  const executable = await app.evaluate(() => process.execPath)
  const words = [root, `--user-data-dir=${userData}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), file]
  const second = spawn(executable, words, { cwd: folder, stdio: 'ignore' })
  const [code] = await once(second, 'exit')
  return Number(code)
}
