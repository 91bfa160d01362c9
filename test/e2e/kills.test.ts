import { copyFile, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readJournal } from '#shared/exchange/journal'
import { replayed } from '#shared/exchange/replay'
import { decodeWard } from '#shared/exchange/ward-file'
import { launchApp } from '../support/electron-app'
import { memoryFolder } from '../support/memory-folder'
import { seededRandom } from '../support/seeded-random'
import { expect, test } from './fixtures'
import { checkoutPath, workbench } from './open-app'

const KILLS = 20
/** An edit may be lost that was made so shortly before the end, in milliseconds; or, where others keep the machine busy, as long as so many presses took. */
const LATEST_MS = 1000
const LATEST_PRESSES = 8

/** What is on the disk after a kill: how many edits, counted from the file as it was opened. */
async function editsLeft(path: string, original: Uint8Array, userData: string, saved: number): Promise<number> {
  const file = new Uint8Array(await readFile(path))
  expect(decodeWard(file).status).toBe('ok')
  const isOriginal = Buffer.compare(file, original) === 0
  const found = [isOriginal ? 0 : saved]
  const folder = join(userData, 'journals')
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.endsWith('.journal')) continue
    const bytes = new Uint8Array(await readFile(join(folder, name)))
    const journal = readJournal(bytes)
    expect(replayed(bytes)).toMatchObject({ status: 'ok' })
    if (journal !== undefined) found.push(journal.lines.length + (Buffer.compare(journal.base, original) === 0 ? 0 : saved))
  }
  return Math.max(...found)
}

test(`${KILLS} kills of the app and all its processes while it edits and saves lose no edit that is older than a second`, {
  tag: '@long',
}, async () => {
  test.setTimeout(600_000)
  const random = seededRandom(Date.now() & 0x7fffffff)
  const userData = memoryFolder('killed')
  const path = join(userData, 'Unit.ward')
  const original = new Uint8Array(await readFile(checkoutPath('resources/samples/endoscopy.ward')))
  try {
    for (let kill = 0; kill < KILLS; kill++) {
      await rm(join(userData, 'journals'), { recursive: true, force: true })
      await copyFile(checkoutPath('resources/samples/endoscopy.ward'), path)
      const launched = await launchApp({ userData, words: [path] })
      const bench = workbench(launched.app, launched.page)
      await expect(bench.plan).toBeVisible()
      await bench.select('Procedure 4')
      const presses: number[] = []
      const wanted = 3 + Math.floor(random() * 25)
      // After an odd number of presses it is not where it was at first: else the file that is saved is the one that was opened.
      const saveAfter = random() < 0.6 ? 1 + 2 * Math.floor((random() * (wanted - 1)) / 2) : -1
      for (let press = 0; press < wanted; press++) {
        if (press === saveAfter) await launched.page.keyboard.press('Control+s')
        // To and fro, so that nothing stands in the way.
        await launched.page.keyboard.press(press % 2 === 0 ? 'ArrowRight' : 'ArrowLeft')
        presses.push(Date.now())
        await launched.page.waitForTimeout(random() * 150)
      }
      const killedAt = Date.now()
      await launched.kill()
      const pace = (killedAt - (presses[0] ?? killedAt)) / wanted
      const latest = Math.max(LATEST_MS, LATEST_PRESSES * pace)
      const due = presses.filter((at) => killedAt - at > latest).length
      const left = await editsLeft(path, original, userData, Math.max(0, saveAfter))
      expect(left, `kill ${kill}: ${wanted} edits, saved after ${saveAfter}`).toBeGreaterThanOrEqual(due)
      expect(left).toBeLessThanOrEqual(wanted)
    }
  } finally {
    await rm(userData, { recursive: true, force: true })
  }
})
