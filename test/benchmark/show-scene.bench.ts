import type { Page } from '@playwright/test'
import { type BenchApp, withBenchApp } from './bench-app'
import { type BenchRow, heldMegabytes } from './row'

const DESIGNS = ['Today', 'Pods', 'Racetrack', 'One way']
const FRAMES = 120
/** Turns of which the middle one counts: a pass of the garbage collector falls into some and not into others. */
const TURNS = 3

/** The sample in 3D with everything on: every name, every flow, conflicts, shadows. */
export function showSceneRows(): Promise<readonly BenchRow[]> {
  return withBenchApp([], async (bench) => {
    const { page } = bench
    await openScene(page)
    await countDrawCalls(page)
    let most = 0
    let design = ''
    for (const name of DESIGNS) {
      await page.getByRole('navigation', { name: 'Designs' }).getByRole('button', { name }).click()
      await settled(page)
      const calls = await mostDrawCalls(page)
      if (calls > most) [most, design] = [calls, name]
    }
    await setFine(page) // shadows cost the graphics card, not the script, and a software one very much
    const script = await orbitScript(bench)
    const memory = heldMegabytes()
    return [
      { name: 'show.draw-calls', value: most, memory, note: `most in one frame: ${design}, shadows drawn anew` },
      { name: 'show.orbit.script', value: script, memory, note: `a frame, of ${FRAMES}, names placed anew in each` },
    ]
  })
}

export async function openScene(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await page.getByText('3D', { exact: true }).first().click()
  await page.locator('canvas').waitFor()
  await setFine(page)
  await page.getByRole('button', { name: 'Layers' }).click()
  await page.getByRole('button', { name: 'All flows' }).click()
  await page.keyboard.press('Escape')
  await settled(page)
}

/** Turns shadows and fine edges on, or off again. */
async function setFine(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'How it is drawn' }).click()
  await page.getByRole('checkbox', { name: 'Shadows and fine edges' }).click()
  await page.keyboard.press('Escape')
}

/** The worker has answered and the scene stands still. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(4_000)
}

/** Counts the calls that draw, in each frame, on the page's own side: nothing of the product knows. */
export function countDrawCalls(page: Page): Promise<void> {
  return page.evaluate(() => {
    const counted = window as unknown as { drawCalls: number; mostDrawCalls: number }
    counted.drawCalls = 0
    counted.mostDrawCalls = 0
    const { prototype } = WebGL2RenderingContext
    for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'] as const) {
      const draw = prototype[name] as (...values: number[]) => void
      prototype[name] = function (this: WebGL2RenderingContext, ...values: number[]) {
        counted.drawCalls++
        counted.mostDrawCalls = Math.max(counted.mostDrawCalls, counted.drawCalls)
        draw.apply(this, values)
      }
    }
    const eachFrame = () => {
      counted.drawCalls = 0
      requestAnimationFrame(eachFrame)
    }
    requestAnimationFrame(eachFrame)
  })
}

/** The most calls in a frame since the last time this was asked. */
export function mostDrawCalls(page: Page): Promise<number> {
  return page.evaluate(() => {
    const counted = window as unknown as { mostDrawCalls: number }
    const most = counted.mostDrawCalls
    counted.mostDrawCalls = 0
    return most
  })
}

/** Milliseconds of script a frame while somebody turns the view; the page waits for each frame before it moves on. */
async function orbitScript({ page, scriptOf }: BenchApp): Promise<number> {
  const perFrame: number[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    const script = await scriptOf(() => page.evaluate(turnView, FRAMES))
    perFrame.push(script / FRAMES)
  }
  return perFrame.sort((a, b) => a - b)[Math.floor(TURNS / 2)] as number
}

async function turnView(frames: number): Promise<void> {
  const canvas = document.querySelector('canvas') as HTMLCanvasElement
  const box = canvas.getBoundingClientRect()
  const y = box.top + box.height / 2
  const RIGHT = 2 // in `buttons`: the left one may take hold of what is under it
  const send = (type: string, x: number, buttons: number) =>
    canvas.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        cancelable: true,
        pointerId: 1,
        isPrimary: true,
        button: 2,
        buttons,
        clientX: x,
        clientY: y,
        pointerType: 'mouse',
      }),
    )
  let x = box.left + box.width / 2
  canvas.setPointerCapture = () => undefined // a made-up pointer cannot be captured
  canvas.releasePointerCapture = () => undefined
  send('pointerdown', x, RIGHT)
  for (let frame = 0; frame < frames; frame++) {
    x += 3
    send('pointermove', x, RIGHT)
    await new Promise(requestAnimationFrame)
  }
  send('pointerup', x, 0)
}
