import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { readPlace, SMALLEST } from '#electron/window-place'
import { resize } from '../support/electron-app'
import { expect, test } from './fixtures'
import { workbench } from './open-app'

test.use({ isFresh: true }) // the window as it opens

test('the window opens on the page of the app', async ({ app, page }) => {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  expect(page.url()).toBe('app://wardwright/index.html')
  expect(app.windows()).toHaveLength(1)
})

test('the native menu has its four menus, and a choice reaches the page', async ({ app, page }) => {
  const labels = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label))
  expect(labels?.slice(-4)).toEqual(['File', 'Edit', 'View', 'Help'])

  const heard = await nextMenuChoice(page)
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('show-shortcuts')?.click())
  expect(await heard()).toBe('show-shortcuts')
})

test('the page is shown larger and smaller from the View menu, and the choice is kept with the place of the window', async ({ app, page }) => {
  const choose = (id: string) => app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id)
  const width = () => page.evaluate(() => window.innerWidth)
  const before = await width()
  await choose('zoom-in')
  await expect.poll(width).toBe(Math.floor(before / 1.1))
  const kept = await app.evaluate(({ app: main }) => main.getPath('userData'))
  await expect.poll(() => readPlace(join(kept, 'window.json'))?.zoom).toBe(1.1)
  await page.reload()
  await expect.poll(width).toBe(Math.floor(before / 1.1))
  await choose('zoom-out')
  await choose('zoom-out')
  await expect.poll(width).toBe(Math.floor(before / 0.9))
  await choose('actual-size')
  await expect.poll(width).toBe(before)
})

test('in the smallest window the header shows the name of the file and every button, none on another', async ({ app, page }) => {
  await resize(app, SMALLEST)
  await workbench(app, page).openPlan()
  const boxes = await page.locator('.header').evaluate((header) =>
    [...header.querySelectorAll('h1, .saved, button')].map((part) => {
      const { left, right, top, bottom } = part.getBoundingClientRect()
      return { name: part.getAttribute('aria-label') ?? part.textContent ?? '', left, right, top, bottom }
    }),
  )
  expect(boxes.length).toBeGreaterThan(10)
  expect(boxes.filter(({ left, right }) => left < 0 || right > SMALLEST.width)).toEqual([])
  const lying = boxes.flatMap((a, index) =>
    boxes.slice(index + 1).flatMap((b) => {
      const isClear = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
      return isClear ? [] : [`${a.name} and ${b.name}`]
    }),
  )
  expect(lying).toEqual([])
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('A new endoscopy unit')
  // Eight or nine letters: enough to know it by.
  expect((await heading.boundingBox())?.width).toBeGreaterThan(80)
})

test('the title says what is open and whether it is saved', async ({ app, page }) => {
  const title = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
  await page.evaluate(() => window.wardwright.showState({ name: 'Endoscopy', saved: 'not-saved', undo: 'moved a bed', redo: null }))
  expect(await title()).toBe('Endoscopy - not saved - Wardwright')
  await page.evaluate(() => window.wardwright.showState({ name: '', saved: 'none', undo: null, redo: null }))
  expect(await title()).toBe('Wardwright')
})

test('closing with unsaved work asks first, and each answer does what it says', async ({ app, page }) => {
  const closeAnswering = (response: number) =>
    app.evaluate(async ({ BrowserWindow, dialog }, chosen) => {
      dialog.showMessageBox = async () => ({ response: chosen, checkboxChecked: false })
      BrowserWindow.getAllWindows()[0]?.close()
    }, response)
  await page.evaluate(() => window.wardwright.showState({ name: 'Endoscopy', saved: 'not-saved', undo: null, redo: null }))

  const heard = await nextMenuChoice(page)
  await closeAnswering(0)
  expect(await heard()).toBe('save-and-close')

  await closeAnswering(2)
  expect(app.windows()).toHaveLength(1)
})

/** Listens from now on; the function returned waits for the choice. In two steps, because main and page are not in step with each other. */
async function nextMenuChoice(page: Page): Promise<() => Promise<string>> {
  const choice = await page.evaluateHandle(() => ({ heard: new Promise<string>((resolve) => window.wardwright.onMenu(resolve)) }))
  return () => choice.evaluate(({ heard }) => heard)
}
