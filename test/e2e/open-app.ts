import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { expect } from './fixtures'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Path of a file of the checkout. */
export function checkoutPath(path: string): string {
  return `${root}${path}`
}

export function bytesOf(path: string): Promise<Buffer> {
  return readFile(path)
}

/** What a person does in the app, as the tests say it. */
export function workbench(app: ElectronApplication, page: Page) {
  const plan = page.getByRole('application')
  const board = page.getByRole('region', { name: 'Scoreboard' })

  return {
    page,
    plan,
    board,
    tile: (name: string) => board.getByRole('button', { name: new RegExp(`^${name}`) }),

    async openSample(): Promise<void> {
      await page.getByRole('button', { name: 'Open the sample' }).click()
      await expect(plan).toBeVisible()
      await expect(board.locator('.tile-number').first()).toBeVisible()
    },

    /** Opens a file through the app's own dialog. */
    async openFile(path: string): Promise<void> {
      await app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
      }, path)
      await page.getByRole('button', { name: /Open a file/ }).click()
    },

    /** What the next save dialog answers. */
    async willSaveAs(path: string): Promise<void> {
      await app.evaluate(({ dialog }, chosen) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
      }, path)
    },

    title: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? ''),

    async design(name: string): Promise<void> {
      await page.getByRole('navigation', { name: 'Designs' }).getByRole('button', { name: new RegExp(`^${name}(, locked)?$`, 'i') }).click()
    },

    /** Selects by the list of rooms, the plan's twin. */
    async select(room: string): Promise<void> {
      const list = page.getByRole('navigation', { name: 'List of rooms' })
      if (!(await list.isVisible())) await page.getByRole('button', { name: 'List of rooms' }).click()
      await list.getByRole('button', { name: room, exact: true }).click()
    },

    /** The middle of an element of the plan on the screen. */
    async middleOf(element: string): Promise<{ x: number; y: number }> {
      const box = await shape(plan, element).boundingBox()
      if (box === null) throw new Error(`${element} is not on the plan`)
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    },

    /** A figure of the scoreboard, exactly. */
    async value(name: string): Promise<number> {
      const number = board.getByRole('button', { name: new RegExp(`^${name}`) }).locator('.tile-number')
      return Number(await number.getAttribute('data-value'))
    },
  }
}

function shape(plan: Locator, element: string): Locator {
  return plan.locator(`.floors [data-element="${element}"], .furniture [data-element="${element}"], .walls [data-element="${element}"]`).first()
}
