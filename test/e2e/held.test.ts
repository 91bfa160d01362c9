import { resize } from '../support/electron-app'
import { expect, test } from './fixtures'
import { workbench } from './open-app'

test('whatever lies under a room that is held, the pointer says so; details are drawn from near', { tag: '@long' }, async ({ app, page }) => {
  await resize(app, { width: 1280, height: 800 })
  const bench = workbench(app, page)
  await bench.openPlan()
  await app.evaluate(({ BrowserWindow }) => {
    const seen: string[] = []
    Object.assign(globalThis, { seen })
    BrowserWindow.getAllWindows()[0]?.webContents.on('cursor-changed', (_, type) => seen.push(type))
  })
  const pointer = () => app.evaluate(() => Object.getOwnPropertyDescriptor(globalThis, 'seen')?.value.at(-1))
  const room = await bench.floorOf('Shell for a fifth room')
  await page.mouse.move(room.x, room.y)
  await expect.poll(pointer).toBe('grab')
  await expect(bench.plan).not.toHaveClass(/is-held/)
  await page.mouse.down()
  await page.mouse.move(room.x, room.y + 10)
  await page.mouse.move(room.x, room.y + room.metre, { steps: 3 })
  await expect(bench.plan).toHaveClass(/is-held/)
  await expect.poll(pointer).toBe('grabbing')
  const { x, y, height } = (await bench.plan.boundingBox())!
  await page.mouse.move(x + 120, y + height - 12, { steps: 3 }) // nothing is drawn there
  expect(await pointer()).toBe('grabbing')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(bench.plan).not.toHaveClass(/is-held/)
  await page.mouse.move(room.x, room.y, { steps: 3 })
  await expect.poll(pointer).toBe('grab')

  const details = bench.plan.locator('.shape-fixtureDetail')
  const pieces = await bench.plan.locator('.shape-fixture').count()
  const near = await details.count()
  expect(near).toBeGreaterThan(pieces)
  await page.mouse.wheel(0, 1000)
  await expect(details).toHaveCount(0)
  await expect(bench.plan.locator('.shape-doorSwing')).toHaveCount(0)
  expect(await bench.plan.locator('.shape-fixture').count()).toBe(pieces)
  await page.keyboard.press('Shift+Digit1')
  await expect(details).toHaveCount(near)
})
