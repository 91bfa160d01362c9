import type { ElectronApplication, Page } from '@playwright/test'
import { expect } from './fixtures'

/** Where the plan lies and what one sees of it, once it is the same in two frames: a plan that is being fitted is no mark to aim at. */
async function settledView(page: Page): Promise<{ readonly left: number; readonly top: number; readonly transform: string }> {
  return page.getByRole('application').evaluate(
    (plan) =>
      new Promise((resolve) => {
        let before = ''
        const look = () => {
          const { left, top } = plan.getBoundingClientRect()
          const transform = plan.querySelector(':scope > g')?.getAttribute('transform') ?? ''
          const now = `${left} ${top} ${transform}`
          if (now === before) resolve({ left, top, transform })
          else requestAnimationFrame(look)
          before = now
        }
        look()
      }),
  )
}

/** A hand that aims at metres of the plan, wherever the plan lies just now. */
export function handOver(page: Page) {
  /** Where the plan's first metre begins on the screen, and how many pixels it takes. */
  const metreOf = async () => {
    const { left, top, transform } = await settledView(page)
    const [x = 0, y = 0, scale = 1] = transform.match(/-?[\d.]+/g)!.map(Number)
    return { x: left + x, y: top + y, scale }
  }
  const at = async (right: number, up: number) => {
    const { x, y, scale } = await metreOf()
    return { x: x + right * scale, y: y - up * scale }
  }
  const move = async (right: number, up: number) => {
    const { x, y } = await at(right, up)
    await page.mouse.move(x, y, { steps: 3 })
  }
  return {
    metreOf,
    move,
    async drag(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
      await move(...from)
      await page.mouse.down()
      await move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2)
      await move(...to)
      await page.mouse.up()
    },
    async click(right: number, up: number): Promise<void> {
      await move(right, up)
      await page.mouse.down()
      await page.mouse.up()
    },
  }
}

/** The size of a projector, in which the plan has room for a hand. */
export async function onProjector(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
}

/** The floors of the rooms that are drawn. */
export const floors = (page: Page) => page.getByRole('application').locator('.shape-roomFloor')

/** Takes everything out of the design that is looked at. */
export async function empty(page: Page): Promise<void> {
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await expect(floors(page)).toHaveCount(0)
}

/** How many steps can be undone. */
export async function stepsDone(page: Page): Promise<number> {
  const log = page.getByRole('button', { name: 'What was done' })
  await log.click()
  await expect(page.getByRole('menuitem').first()).toBeVisible()
  // Beside the steps stand what there was at first, and earlier versions of the file.
  const count = await page
    .getByRole('menuitem')
    .filter({ has: page.locator('.log-more') })
    .count()
  await log.click()
  await expect(page.getByRole('menu')).toHaveCount(0)
  return count
}
