import type { Page } from '@playwright/test'
import { resize } from '../support/electron-app'
import { expect, test } from './fixtures'
import { workbench } from './open-app'

/** A hand that aims at metres of the floor, from whichever side it is looked at. */
function handOverFloor(page: Page) {
  const spot = async (right: number, up: number) => {
    const box = (await page.locator('.scene-sketch').boundingBox())!
    const matrix = (await page.locator('.scene-sketch > svg > g').getAttribute('transform')) ?? ''
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix.match(/-?[\d.]+(e-?\d+)?/g)!.map(Number)
    return { x: box.x + a * right - c * up + e, y: box.y + b * right - d * up + f }
  }
  const move = async (right: number, up: number) => {
    const { x, y } = await spot(right, up)
    await page.mouse.move(x, y, { steps: 3 })
  }
  return {
    spot,
    move,
    async drag(from: readonly [number, number], to: readonly [number, number], button: 'left' | 'right' = 'left'): Promise<void> {
      await move(...from)
      await page.mouse.down({ button })
      await move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2)
      await move(...to)
      await page.mouse.up({ button })
    },
    async click(right: number, up: number): Promise<void> {
      await move(right, up)
      await page.mouse.down()
      await page.mouse.up()
    },
  }
}

/** The sample's changeable design in 3D, with nothing drawn in it. */
async function openEmptyScene(app: Parameters<typeof workbench>[0], page: Page) {
  await resize(app, { width: 1280, height: 800 })
  const bench = workbench(app, page)
  await bench.openSample() // with its numbers: the scoreboard grows with them, and the hand would aim at where the floor was
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.getByText('3D', { exact: true }).first().click()
  await expect(page.getByRole('application', { name: /in 3D, 0 rooms/ })).toBeVisible()
  await expect(page.locator('.scene-sketch')).toBeVisible()
}

const rooms = (page: Page, count: number) => expect(page.getByRole('application', { name: new RegExp(`in 3D, ${count} rooms?$`) })).toBeVisible()
const left = (page: Page) => page.getByLabel('From the left', { exact: true })

test('rooms, a door and a desk are drawn in 3D with the same tools, dragged there, and refused there', { tag: '@long' }, async ({ app, page }) => {
  await openEmptyScene(app, page)
  const hand = handOverFloor(page)
  await page.keyboard.press('r')
  await hand.drag([10, 4], [15, 8])
  await rooms(page, 1)
  await expect(left(page)).toHaveValue('10 m')
  await expect(page.getByLabel('Width', { exact: true })).toHaveValue('5 m')
  await hand.click(15, 4)
  await page.keyboard.type('4.2 x 4')
  await page.keyboard.press('Enter')
  await rooms(page, 2)
  await page.keyboard.press('d')
  await hand.click(12.5, 4)
  await expect(page.getByRole('heading', { name: /Door/ })).toBeVisible()
  await page.keyboard.press('o')
  await page.getByRole('combobox', { name: 'Piece of furniture' }).click()
  await page.getByRole('option', { name: 'Desk', exact: true }).click()
  await hand.click(17, 6)
  await expect(page.getByRole('heading', { name: 'Desk' })).toBeVisible()
  await page.keyboard.press('Escape')

  // Over its neighbour it is hatched, and stays where it was; beside it, it is moved in one step.
  await hand.click(12, 5.5)
  await expect(left(page)).toHaveValue('10 m')
  await hand.move(12, 5.5)
  await page.mouse.down()
  await hand.move(13, 6)
  await hand.move(14, 6)
  await expect(page.getByTestId('ghost').first()).toBeAttached()
  await page.mouse.up()
  await expect(left(page)).toHaveValue('10 m')
  await hand.drag([12, 5.5], [10, 5.5])
  await expect(left(page)).toHaveValue('8 m')
  await page.keyboard.press('Control+z')
  await expect(left(page)).toHaveValue('10 m')

  // A corner by its handle; a wall by its top.
  await hand.drag([10, 8], [10, 9.5])
  await expect(page.getByLabel('Depth', { exact: true })).toHaveValue('5.5 m')
})

test('the other button turns the view with a tool in the hand, and the hand still aims right', { tag: '@long' }, async ({ app, page }) => {
  await openEmptyScene(app, page)
  const hand = handOverFloor(page)
  await page.keyboard.press('r')
  const matrix = () => page.locator('.scene-sketch > svg > g').getAttribute('transform')
  const before = await matrix()
  await hand.drag([10, 4], [16, 5], 'right')
  await expect.poll(matrix).not.toBe(before)
  await expect(page.getByRole('button', { name: 'Room', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await hand.drag([10, 4], [15, 8])
  await expect(left(page)).toHaveValue('10 m')
  await expect(page.getByLabel('From below', { exact: true })).toHaveValue('4 m')
  // A click of the other button puts the tool away.
  await hand.move(20, 5)
  await page.mouse.click((await hand.spot(20, 5)).x, (await hand.spot(20, 5)).y, { button: 'right' })
  await expect(page.getByRole('button', { name: 'Select and move' })).toHaveAttribute('aria-pressed', 'true')

  // Bare ground turns the view; a box is drawn with Shift held.
  const turned = await matrix()
  await hand.drag([22, 2], [26, 3])
  await expect.poll(matrix).not.toBe(turned)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Pods' })).toBeVisible()
  await page.keyboard.down('Shift')
  await hand.drag([8, 2], [17, 10])
  await page.keyboard.up('Shift')
  await expect(left(page)).toHaveValue('10 m')
})

test('a room dragged out of the kit is put down in 3D where it is let go', { tag: '@long' }, async ({ app, page }) => {
  await openEmptyScene(app, page)
  await page.getByRole('button', { name: 'List of rooms' }).click()
  await page.getByRole('tab', { name: 'Rooms' }).click()
  const row = page.getByRole('region', { name: 'Room kit' }).getByRole('button', { name: /^Linen store/ })
  await row.hover()
  await page.mouse.down()
  await handOverFloor(page).move(14, 8)
  await page.mouse.up()
  await page.keyboard.press('Escape')
  await rooms(page, 1)
})
