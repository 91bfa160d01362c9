import type { CDPSession, Page } from '@playwright/test'
import { resize } from '../support/electron-app'
import { expect, test } from './fixtures'
import { workbench } from './open-app'

type Finger = { readonly x: number; readonly y: number }

/** Fingers on the glass, as the system reports them. */
function fingersOn(session: CDPSession) {
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Finger[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(({ x, y }, id) => ({ x, y, id })) })
  return {
    down: (...points: readonly Finger[]) => send('touchStart', points),
    move: (...points: readonly Finger[]) => send('touchMove', points),
    up: () => send('touchEnd', []),
  }
}

const sceneMatrix = (page: Page) => page.locator('.scene-sketch > svg > g').getAttribute('transform')

test('two fingers pan and zoom the plan and move nothing, one drags a room, and a finger that rests puts the tool away', { tag: '@long' }, async ({
  app,
  page,
}) => {
  await resize(app, { width: 1280, height: 800 })
  const bench = workbench(app, page)
  await bench.openPlan()
  const fingers = fingersOn(await page.context().newCDPSession(page))
  const transform = () => bench.plan.locator('> g').getAttribute('transform')
  const scaleOf = (text: string | null) => Number(/scale\(([\d.]+)\)/.exec(text ?? '')?.[1])
  const before = scaleOf(await transform())
  const { x, y } = await bench.floorOf('Procedure 2')
  await fingers.down({ x, y })
  await fingers.down({ x, y }, { x: x + 60, y })
  for (const far of [80, 110, 140]) await fingers.move({ x: x - far / 4, y }, { x: x + far, y: y + 10 })
  await fingers.up()
  expect(scaleOf(await transform())).toBeGreaterThan(before * 1.5)
  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  await expect(undo).toBeDisabled()
  await page.keyboard.press('Shift+Digit1')
  await expect.poll(async () => scaleOf(await transform())).toBeCloseTo(before, 3)

  // One finger: the room follows it, down into the corridor.
  const room = await bench.floorOf('Shell for a fifth room')
  await fingers.down(room)
  await fingers.move({ x: room.x, y: room.y + 10 })
  await fingers.move({ x: room.x, y: room.y + room.metre })
  await page.waitForTimeout(50)
  await fingers.up()
  await expect(page.getByLabel('From below', { exact: true })).toHaveValue(/^14\.[56]\d* m$/)
  await undo.click()
  await expect(undo).toBeDisabled()

  // A finger that rests on another room adds it to what is selected.
  const other = await bench.floorOf('Procedure 2')
  await fingers.down(room)
  await fingers.up()
  await fingers.down(other)
  await expect(page.getByRole('heading', { name: '2 things are selected' })).toBeVisible()
  await fingers.up()
  await expect(page.getByRole('heading', { name: '2 things are selected' })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.keyboard.press('w')
  await expect(page.getByRole('button', { name: 'Partition' })).toHaveAttribute('aria-pressed', 'true')
  const bare = { x: room.x, y: room.y + 3 * room.metre }
  await fingers.down(bare)
  await fingers.up()
  await fingers.down({ x: bare.x + 60, y: bare.y })
  await expect(page.getByTestId('sketch').locator('.sketch-path')).toHaveCount(0)
  await fingers.up()
})

test('a touchpad scrolls with two fingers and pinches to the pointer', async ({ app, page }) => {
  await resize(app, { width: 1180, height: 760 })
  const bench = workbench(app, page)
  await bench.openPlan()
  const numbers = async () => ((await bench.plan.locator('> g').getAttribute('transform')) ?? '').match(/-?[\d.]+/g)!.map(Number)
  const { x, y } = await bench.floorOf('Procedure 2')
  await page.mouse.move(x, y)
  const [left = 0, top = 0, scale = 0] = await numbers()
  await page.mouse.wheel(12, 7)
  await expect.poll(async () => (await numbers()).map((n, i) => Math.round(n - [left, top, scale][i]!))).toEqual([-12, -7, 0])
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -30)
  await page.keyboard.up('Control')
  await expect.poll(async () => (await numbers())[2]! / scale).toBeCloseTo(Math.exp(0.3), 2)
})

test('in 3D one finger on bare ground turns, two pan and zoom, and one on a room drags it', { tag: '@long' }, async ({ app, page }) => {
  await resize(app, { width: 1280, height: 800 })
  const bench = workbench(app, page)
  await bench.openPlan()
  await page.getByText('3D', { exact: true }).first().click()
  await expect(page.locator('.scene-sketch')).toBeVisible()
  await page.getByRole('button', { name: 'From above' }).click()
  await page.waitForTimeout(700)
  const fingers = fingersOn(await page.context().newCDPSession(page))
  const box = (await page.locator('.scene-sketch').boundingBox())!
  const start = await sceneMatrix(page)
  const corner = { x: box.x + box.width - 18, y: box.y + 300 }
  await fingers.down(corner)
  await fingers.move({ x: corner.x, y: corner.y - 40 })
  await fingers.move({ x: corner.x, y: corner.y + 60 })
  await fingers.move({ x: corner.x - 80, y: corner.y + 60 })
  await fingers.up()
  await expect.poll(() => sceneMatrix(page)).not.toBe(start)
  const turned = await sceneMatrix(page)
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await fingers.down(middle)
  await fingers.down(middle, { x: middle.x + 60, y: middle.y })
  await fingers.move({ x: middle.x - 20, y: middle.y }, { x: middle.x + 110, y: middle.y })
  await fingers.move({ x: middle.x - 40, y: middle.y }, { x: middle.x + 150, y: middle.y })
  await fingers.up()
  await expect.poll(() => sceneMatrix(page)).not.toBe(turned)
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled()
})
