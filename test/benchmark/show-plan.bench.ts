import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recordsOf } from '#shared/document/document'
import { encodeWard } from '#shared/exchange/ward-file'
import { shippedCatalogue } from '#test/support/catalogue'
import { largeWorkshop } from '#test/support/large-unit'
import { withBenchApp } from './bench-app'
import { type BenchRow, heldMegabytes } from './row'

const PANS = 40
const LONG_MS = 120_000

/** Plan view of a floor of 200 rooms with every flow on it, drawn to and fro: milliseconds of script a move, the median of three rounds. */
export async function showPlanRows(): Promise<readonly BenchRow[]> {
  const document = largeWorkshop(shippedCatalogue())
  const design = Object.keys(document.designs)[0] ?? ''
  const rooms = recordsOf(document.designs[design] ?? {}, 'room').length
  const folder = await mkdtemp(join(tmpdir(), 'wardwright-bench-'))
  const file = join(folder, 'large.ward')
  await writeFile(file, encodeWard(document))
  const rows = await withBenchApp([file], async ({ page, scriptOf }) => {
    await page.locator('.tile-number').first().waitFor({ timeout: LONG_MS })
    await page.keyboard.press('f')
    await page.locator('.ribbons .shape-route').first().waitFor({ state: 'attached', timeout: LONG_MS })
    const shapes = await page.locator('.plan svg path').count()
    const ribbons = await page.locator('.ribbons path').count()
    const box = await page.getByRole('application').boundingBox()
    if (box === null) throw new Error('The plan is not on the screen')
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    const round = () =>
      scriptOf(async () => {
        for (let i = 0; i < PANS; i++) await page.mouse.wheel(i % 2 === 0 ? 12 : -12, 6)
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
      })
    await page.mouse.move(middle.x, middle.y)
    await round()
    const times = [await round(), await round(), await round()].map((time) => time / PANS).sort((a, b) => a - b)
    return [
      {
        name: 'show.pan.200-rooms',
        value: times[1]!,
        memory: heldMegabytes(),
        note: `${rooms} rooms, ${shapes} shapes, ${ribbons} of them ribbons and chevrons`,
      },
    ]
  })
  await rm(folder, { recursive: true, force: true })
  return rows
}
