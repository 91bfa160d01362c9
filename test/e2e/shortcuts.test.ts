import type { ElectronApplication, Page } from '@playwright/test'
import { resize } from '../support/electron-app'
import { expect, test } from './fixtures'
import { workbench } from './open-app'

type Row = { readonly what: string; readonly keys: readonly string[] }

/** The sheet of shortcuts as the app lists it. */
async function rowsOfSheet(page: Page): Promise<readonly Row[]> {
  await page.keyboard.press('?')
  await expect(page.getByRole('heading', { name: 'Keyboard shortcuts' })).toBeVisible()
  const rows = await page
    .locator('.shortcuts dt')
    .evaluateAll((terms) => terms.map((term) => ({ what: term.textContent ?? '', keys: (term.getAttribute('data-keys') ?? '').split(' ') })))
  await page.keyboard.press('Escape')
  await expect(page.locator('.shortcuts')).toHaveCount(0)
  return rows
}

/** As Playwright presses what the keyboard library reads. */
const pressed = (key: string) => key.replace('$mod', 'Control')

/** What must be so for a key to have something to do, beside a room being selected. */
const BEFORE: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  Undo: (page) => page.keyboard.press('Shift+ArrowDown'),
  Redo: async (page) => {
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+z')
  },
  'Paste; into another design at the same place': (page) => page.keyboard.press('Control+c'),
  'Show the whole plan': async (page) => {
    await page.getByRole('application').hover()
    await page.mouse.wheel(0, -400)
  },
  'Plan view': (page) => page.keyboard.press('3'),
  'Select and move': (page) => page.keyboard.press('w'),
  'Finish what is drawn, or press where arrows have put the pointer': async (page) => {
    await page.keyboard.press('r')
    await page.keyboard.press('Escape')
    await page.keyboard.press('w')
    await page.keyboard.press('ArrowLeft')
  },
}

/**
 * Of a building with one storey there is none above or below; `storeys.test.ts` has one with two. The keys of a day that is watched are
 * tried in `playback.test.ts`.
 */
const ELSEWHERE = ['PageUp', 'PageDown', 'Space', 'Period', 'Comma', 'BracketLeft', 'BracketRight']

/** How often the system was asked for a file. */
const asked = (app: ElectronApplication) => app.evaluate(() => (globalThis as { asked?: number }).asked ?? 0)

test('every key on the sheet of shortcuts does something that is seen', { tag: '@long' }, async ({ app, page }) => {
  test.setTimeout(150_000)
  await resize(app, { width: 1180, height: 760 })
  const bench = workbench(app, page)
  await bench.openPlan()
  await app.evaluate(({ dialog }) => {
    const counted = globalThis as { asked?: number }
    const cancelled = async () => {
      counted.asked = (counted.asked ?? 0) + 1
      return { canceled: true, filePaths: [], filePath: '' }
    }
    dialog.showOpenDialog = cancelled
    dialog.showSaveDialog = cancelled
  })
  const rows = await rowsOfSheet(page)
  expect(rows.length).toBeGreaterThan(40)
  const silent: string[] = []
  for (const { what, keys } of rows) {
    if (keys.some((key) => ELSEWHERE.includes(key))) continue
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox', { name: 'What do you want to do, or see?' })).toBeFocused()
    await page.keyboard.type('go shell fifth')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Shell for a fifth room' }), `before ${what}`).toBeVisible()
    await expect(bench.plan).toBeFocused()
    await BEFORE[what]?.(page)
    await page.waitForTimeout(60)
    const files = await asked(app)
    await page.evaluate(() => Object.assign(window, { before: document.body.innerHTML }))
    await page.keyboard.press(pressed(keys[0] ?? ''))
    const isSeen = async () =>
      (await asked(app)) > files || (await page.evaluate(() => (window as unknown as { before: string }).before !== document.body.innerHTML))
    try {
      await expect.poll(isSeen, { timeout: 15_000 }).toBe(true)
    } catch {
      silent.push(`${keys[0]}: ${what}`)
    }
    const cancel = page.getByRole('button', { name: 'Cancel' })
    if (await cancel.isVisible()) await cancel.click()
    const toPlan = page.getByText('Plan', { exact: true }).first()
    const alone = page.getByRole('button', { name: 'Show one design alone' })
    if (await alone.isVisible()) await alone.click()
    const undo = page.getByRole('button', { name: 'Undo', exact: true })
    for (let i = 0; i < 4; i++) await page.keyboard.press('Escape')
    for (let i = 0; i < 6 && (await undo.isEnabled()); i++) await page.keyboard.press('Control+z')
    if ((await bench.plan.count()) !== 1 || (await page.locator('.scene').count()) > 0) await toPlan.click()
  }
  expect(silent).toEqual([])
})
