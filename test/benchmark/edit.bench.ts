import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { recordsOf } from '#shared/document/document'
import { encodeWard } from '#shared/exchange/ward-file'
import { shippedCatalogue } from '#test/support/catalogue'
import { largeWorkshop } from '#test/support/large-unit'
import { withBenchApp } from './bench-app'
import { MARKS, withProcessorTime } from './processor-time'
import { type BenchRow, heldMegabytes } from './row'
import { countDrawCalls, mostDrawCalls, openScene } from './show-scene.bench'

const LONG_MS = 180_000
const DRAGS = 1_000
const MOVES = 40
/** What is dragged: pieces of furniture, doors and rooms, by their place among those that are drawn. */
const THINGS = [
  ['shape-fixture', 0.2],
  ['shape-fixture', 0.6],
  ['shape-doorGap', 0.4],
  ['shape-roomFloor', 0.3],
  ['shape-roomFloor', 0.7],
] as const

/** Drags on the plan of 200 rooms and of the sample, in the app as it is shipped. */
export async function editRows(): Promise<readonly BenchRow[]> {
  const document = largeWorkshop(shippedCatalogue())
  const table = document.designs[Object.keys(document.designs)[0] ?? ''] ?? {}
  const counts = `${recordsOf(table, 'room').length} rooms, ${recordsOf(table, 'fixture').length} fixtures`
  const folder = await mkdtemp(join(tmpdir(), 'wardwright-bench-'))
  const file = join(folder, 'large.ward')
  await writeFile(file, encodeWard(document))
  const large = await withBenchApp([file], async ({ app, page }) => {
    await page.locator('.tile-number').first().waitFor({ timeout: LONG_MS })
    await settled(page)
    await dragged(page, 'script', MOVES) // warm: the same drags, once before they count
    const { result: scripts, times: processor } = await withProcessorTime(app, () => dragged(page, 'script', MOVES))
    const boards = await dragged(page, 'board', MOVES / 4)
    return { scripts, processor, boards }
  })
  await rm(folder, { recursive: true, force: true })
  const sample = await withBenchApp([], async ({ page }) => {
    await page.getByRole('button', { name: 'Open the sample' }).click()
    await page.locator('.tile-number').first().waitFor({ timeout: LONG_MS })
    await settled(page)
    await dragged(page, 'board', MOVES / 4)
    return dragged(page, 'board', MOVES)
  })
  const memory = heldMegabytes()
  return [
    {
      name: 'edit.preview.p95',
      value: p95(large.scripts),
      memory,
      note: `${counts}; median ${p50(large.scripts).toFixed(1)} ms of ${large.scripts.length}; processor time of the page's thread in them: p95 ${p95(large.processor).toFixed(1)}, median ${p50(large.processor).toFixed(1)} ms of ${large.processor.length}`,
    },
    { name: 'edit.scoreboard.sample.p95', value: p95(sample), memory, note: `median ${p50(sample).toFixed(0)} ms of ${sample.length}` },
    {
      name: 'edit.scoreboard.large.p95',
      value: p95(large.boards),
      memory,
      note: `median ${p50(large.boards).toFixed(0)} ms of ${large.boards.length}`,
    },
  ]
}

/** Everything selected in 3D with every name and flow, while a room is dragged there. */
export function editDrawCallRows(): Promise<readonly BenchRow[]> {
  return withBenchApp([], async ({ page }) => {
    await openScene(page)
    await countDrawCalls(page)
    await page.keyboard.press('Control+a')
    await page.waitForTimeout(1_000)
    const label = page.locator('.scene-labels span:visible').filter({ hasText: 'Procedure 3' })
    const box = await label.boundingBox()
    if (box === null) throw new Error('Procedure 3 is not named in the scene')
    await page.mouse.move(box.x + box.width / 2, box.y - 6)
    await page.mouse.down()
    for (let i = 1; i <= 6; i++) {
      await page.mouse.move(box.x + box.width / 2 + 4 * i, box.y - 6 - 3 * i)
      await page.waitForTimeout(120)
    }
    const value = await mostDrawCalls(page)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    return [{ name: 'edit.draw-calls', value, memory: heldMegabytes(), note: 'most in one frame of a drag, everything selected, shadows drawn anew' }]
  })
}

/** What the warm page holds after a thousand drags against what it held after a hundred, a collection forced before each. */
export function editMemoryRows(): Promise<readonly BenchRow[]> {
  return withBenchApp([], async ({ page }) => {
    await page.getByRole('button', { name: 'Open the sample' }).click()
    await page.locator('.tile-number').first().waitFor({ timeout: LONG_MS })
    const session = await page.context().newCDPSession(page)
    const held = async () => {
      await settled(page)
      await session.send('HeapProfiler.collectGarbage')
      return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6
    }
    await page.evaluate(dragToAndFro, DRAGS / 2) // warm: until then the engine goes on compiling, and that is kept beside what a drag leaves
    await page.evaluate(dragToAndFro, DRAGS / 10)
    const early = await held()
    await page.evaluate(dragToAndFro, (DRAGS * 9) / 10)
    const late = await held()
    return [
      {
        name: 'edit.memory.1000-drags',
        value: late / early,
        memory: heldMegabytes(),
        note: `${early.toFixed(1)} MB after ${DRAGS / 10} drags, ${late.toFixed(1)} MB after ${DRAGS}, each in the log`,
      },
    ]
  })
}

/** The worker has nothing left to answer. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(500)
  await page.locator('.board-busy').waitFor({ state: 'detached', timeout: LONG_MS })
}

/** Milliseconds of each move, of all that is dragged. */
async function dragged(page: Page, what: 'script' | 'board', moves: number): Promise<readonly number[]> {
  const times: number[] = []
  for (const [shape, share] of THINGS) times.push(...(await page.evaluate(dragOne, { shape, share, what, moves, marks: MARKS })))
  return times
}

/**
 * In the page: drags one thing about and lets go of it where it was, by Escape. `script`: all that the page does from a move to its preview
 * being in the document's own elements, the frame's own callback and React's rendering. `board`: from a move to the scoreboard's answer to it.
 * `marks` are set about just what `script` counts, once for each time that is returned.
 */
export async function dragOne({
  shape,
  share,
  what,
  moves,
  marks,
}: {
  shape: string
  share: number
  what: 'script' | 'board'
  moves: number
  marks: typeof MARKS
}): Promise<number[]> {
  const svg = document.querySelector<SVGElement>('.plan > svg[role="application"]')
  const all = [...(svg?.querySelectorAll<SVGElement>(`.${shape}[data-element]`) ?? [])]
  const thing = all[Math.floor(all.length * share)]
  if (svg === null || thing === undefined) return []
  svg.setPointerCapture = () => undefined // a made-up pointer cannot be captured
  const box = thing.getBoundingClientRect()
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
  const send = (on: Element, type: string, dx: number, dy: number, buttons: number) =>
    on.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        cancelable: true,
        pointerId: 1,
        isPrimary: true,
        button: 0,
        buttons,
        clientX: x + dx,
        clientY: y + dy,
        pointerType: 'mouse',
      }),
    )
  const frame = () => new Promise(requestAnimationFrame)
  const real = window.requestAnimationFrame
  const times: number[] = []
  send(thing, 'pointerdown', 0, 0, 1)
  for (let i = 1; i <= moves; i++) {
    performance.mark(marks.begins)
    const start = performance.now()
    let spent = 0
    // Only the callback that this very move asks for.
    window.requestAnimationFrame = (call) =>
      real.call(window, (now) => {
        performance.mark(marks.begins)
        const began = performance.now()
        call(now)
        queueMicrotask(() => {
          spent += performance.now() - began
          performance.mark(marks.ends)
        })
      })
    send(svg, 'pointermove', 6 * Math.sin(i / 3), 5 * Math.cos(i / 4), 1)
    window.requestAnimationFrame = real
    await Promise.resolve() // React draws what the handler changed as soon as it is done
    spent += performance.now() - start
    performance.mark(marks.ends)
    await frame()
    await frame()
    performance.mark(i > 1 ? marks.done : marks.skipped)
    performance.clearMarks()
    if (what === 'script') times.push(spent)
    else if (document.querySelector('.board-busy') !== null) {
      while (document.querySelector('.board-busy') !== null) await new Promise((resolve) => setTimeout(resolve, 1))
      times.push(performance.now() - start)
    }
  }
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true }))
  send(svg, 'pointerup', 0, 0, 0)
  await frame()
  return times.slice(1) // the first is still within the slip of a press
}

/** In the page: so many drags of one piece of furniture, each let go, to one side and back. */
async function dragToAndFro(times: number): Promise<void> {
  const svg = document.querySelector<SVGElement>('.plan > svg[role="application"]')
  if (svg === null) throw new Error('The plan is not on the screen')
  svg.setPointerCapture = () => undefined
  const id = svg.querySelectorAll('.shape-fixture[data-element]')[20]?.getAttribute('data-element')
  for (let i = 0; i < times; i++) {
    const thing = svg.querySelector<SVGElement>(`.shape-fixture[data-element="${id}"]`)
    if (thing === null) throw new Error('What was dragged is gone')
    const box = thing.getBoundingClientRect()
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
    const send = (on: Element, type: string, dx: number, buttons: number) =>
      on.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          cancelable: true,
          pointerId: 1,
          isPrimary: true,
          button: 0,
          buttons,
          clientX: x + dx,
          clientY: y,
          pointerType: 'mouse',
        }),
      )
    const far = i % 2 === 0 ? 6 : -6
    send(thing, 'pointerdown', 0, 1)
    send(svg, 'pointermove', far, 1)
    await new Promise(requestAnimationFrame)
    send(svg, 'pointerup', far, 0)
    await new Promise(requestAnimationFrame)
  }
}

function p50(times: readonly number[]): number {
  return at(times, 0.5)
}

function p95(times: readonly number[]): number {
  return at(times, 0.95)
}

/** NaN of nothing, which keeps no bound. */
function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN
}
