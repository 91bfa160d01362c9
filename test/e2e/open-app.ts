import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { ElectronApplication, Page } from '@playwright/test'
import { designsOf, recordsOf } from '#shared/document/document'
import type { Room } from '#shared/document/elements/room'
import { decodeWard } from '#shared/exchange/ward-file'
import { expect } from './fixtures'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Path of a file of the checkout. */
export function checkoutPath(path: string): string {
  return `${root}${path}`
}

export function bytesOf(path: string): Promise<Buffer> {
  return readFile(path)
}

/**
 * Until the page has what a style sheet would find so, told by the page itself: asked from outside it is asked each half second, once a third
 * of one is over, and most of what is opened takes a little more. Says nothing where it never comes: whoever expects it then does.
 */
export async function appears(page: Page, css: string): Promise<void> {
  await page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        const isThere = () => document.querySelector(wanted) !== null
        const look = () => {
          if (isThere()) end()
        }
        const observer = new MutationObserver(look)
        const late = setTimeout(() => end(), 5_000)
        const end = () => {
          observer.disconnect()
          clearTimeout(late)
          resolve()
        }
        observer.observe(document, { subtree: true, childList: true, attributes: true })
        look()
      }),
    css,
  )
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

    /** Opens the sample and waits for its numbers. */
    async openSample(): Promise<void> {
      await this.openPlan()
      await appears(page, '.tile-number')
      await expect(board.locator('.tile-number').first()).toBeVisible()
    },

    /** Opens the sample and waits for no number. */
    async openPlan(): Promise<void> {
      await page.getByRole('button', { name: 'Open the sample' }).click()
      await appears(page, '[role="application"]')
      await expect(plan).toBeVisible()
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
      await page
        .getByRole('navigation', { name: 'Designs' })
        .getByRole('button', { name: new RegExp(`^${name}(, locked)?$`, 'i') })
        .click()
    },

    /** Selects by the list of rooms, the plan's twin. */
    async select(room: string): Promise<void> {
      const list = page.getByRole('navigation', { name: 'List of rooms' })
      if (!(await list.isVisible())) await page.getByRole('button', { name: 'List of rooms' }).click()
      await list.getByRole('button', { name: room, exact: true }).click()
    },

    /**
     * A spot of bare floor of a room of the sample on the screen, and a metre in pixels. Found by the room's name in the file, so that
     * the plan may be redrawn.
     */
    async floorOf(room: string): Promise<Spot> {
      const { id, corners } = await sampleRoom(room)
      const floor = plan.locator(`.shape-roomFloor[data-element="${id}"]`)
      const box = await floor.boundingBox()
      if (box === null) throw new Error(`${room} is not on the plan`)
      const xs = corners.map(({ x }) => x)
      const metre = box.width / (Math.max(...xs) - Math.min(...xs))
      for (const [right, down] of BARE) {
        const spot = { x: box.x + box.width * right, y: box.y + box.height * down }
        const under = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.getAttribute('data-element'), spot)
        if (under === id) return { ...spot, metre }
      }
      throw new Error(`no bare floor in ${room}`)
    },

    /** A figure of the scoreboard, exactly. */
    async value(name: string): Promise<number> {
      const number = board.getByRole('button', { name: new RegExp(`^${name}`) }).locator('.tile-number')
      return Number(await number.getAttribute('data-value'))
    },
  }
}

/** Where in a room to look for floor that nothing stands on, as shares of its width and depth. */
const BARE = [0.5, 0.35, 0.65, 0.25, 0.75].flatMap((right) => [0.5, 0.4, 0.6, 0.3, 0.7].map((down) => [right, down] as const))

export type Spot = { readonly x: number; readonly y: number; readonly metre: number }

/** A room of the sample's design that can be changed. */
async function sampleRoom(name: string): Promise<Room> {
  const decoded = decodeWard(new Uint8Array(await bytesOf(checkoutPath('resources/samples/endoscopy.ward'))))
  if (decoded.status === 'refused') throw new Error(decoded.problem.key)
  const design = designsOf(decoded.document).find(({ locked }) => !locked)
  const table = design === undefined ? undefined : decoded.document.designs[design.id]
  const room = table === undefined ? undefined : recordsOf(table, 'room').find((each) => each.name === name)
  if (room === undefined) throw new Error(`the sample has no ${name}`)
  return room
}
