import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { encodeWard } from '#shared/exchange/ward-file'
import { openSimulator } from '#shared/metrics/simulate'
import { isWalking } from '#shared/simulation/playback/film'
import { makeFilm } from '#shared/simulation/playback/make-film'
import { Player } from '#shared/simulation/playback/player'
import { CROWD_THERE_S, crowd } from '#test/support/crowd'
import { THREE_DESIGN } from '#test/support/three-patients'
import { type BenchApp, withBenchApp } from './bench-app'
import { type BenchRow, heldMegabytes } from './row'
import { countDrawCalls, mostDrawCalls } from './show-scene.bench'

const SECONDS_APART = { many: 0.5, few: 20 }
const ROUNDS = 3
const ROUND_MS = 1500
const LONG_MS = 60_000

/** A day of 500 who all walk at once, played at its own pace: milliseconds of script a frame, the worse of plan and 3D. */
export async function playbackRows(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'wardwright-bench-'))
  const measured = async (apart: number) => {
    const document = crowd(apart)
    const file = join(folder, `crowd-${apart}.ward`)
    await writeFile(file, encodeWard(document))
    const simulator = openSimulator(document, THREE_DESIGN, 'own', { seed: 1, days: 1 })
    const film = makeFilm(simulator.model!, simulator.trace(0).trace!)
    const walking = new Player(film).at(CROWD_THERE_S).doing.filter(isWalking).length
    const found = await withBenchApp([file], (bench) => play(bench))
    return { walking, ...found }
  }
  const many = await measured(SECONDS_APART.many)
  const few = await measured(SECONDS_APART.few)
  await rm(folder, { recursive: true, force: true })
  if (many.walking < 500) throw new Error(`only ${many.walking} walk at once`)
  if (many.calls !== few.calls) throw new Error(`${many.calls} draw calls for ${many.walking} walking, ${few.calls} for ${few.walking}`)
  return [
    {
      name: 'sim.playback.500',
      value: Math.max(many.plan, many.scene),
      memory: heldMegabytes(),
      note: `a frame of ${many.walking} walking: plan ${many.plan.toFixed(2)}, 3D ${many.scene.toFixed(2)} ms; ${many.calls} draw calls, as for ${few.walking}`,
    },
  ]
}

async function play({ page, scriptOf }: BenchApp) {
  await page.locator('.stages').getByRole('button', { name: 'Simulate' }).click({ timeout: LONG_MS })
  await page.getByRole('button', { name: 'The day', exact: true }).click()
  const scrub = page.locator('.transport-scrub')
  await scrub.waitFor({ timeout: LONG_MS })
  // At its own pace everybody goes on walking for as long as is measured.
  for (let slower = 0; slower < 3; slower++) await page.keyboard.press('[')
  const plan = await played(page, scriptOf)
  await page.getByText('3D', { exact: true }).first().click()
  await page.locator('.playback canvas').first().waitFor()
  await page.waitForTimeout(ROUND_MS)
  await countDrawCalls(page)
  const scene = await played(page, scriptOf)
  return { plan, scene, calls: await mostDrawCalls(page) }
}

/** Script a frame while the day runs: the middle one of a few rounds. */
async function played(page: Page, scriptOf: BenchApp['scriptOf']): Promise<number> {
  const scrub = page.locator('.transport-scrub')
  const found: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const from = Number(await scrub.getAttribute('min'))
    await scrub.fill(String(from + Math.round((CROWD_THERE_S - from) / 60) * 60))
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    let frames = 0
    const script = await scriptOf(async () => {
      frames = await page.evaluate(async (milliseconds) => {
        const until = performance.now() + milliseconds
        let count = 0
        while (performance.now() < until) {
          await new Promise(requestAnimationFrame)
          count++
        }
        return count
      }, ROUND_MS)
    })
    await page.getByRole('button', { name: 'Pause', exact: true }).click()
    found.push(script / frames)
  }
  return found.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!
}
