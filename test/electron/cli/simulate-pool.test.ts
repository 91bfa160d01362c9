import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { type SimulateWork, simulateDesigns, type Threads, type ThreadTerms } from '#electron/cli/simulate-pool'
import { designsOf } from '#shared/document/document'
import { decodeWard } from '#shared/exchange/ward-file'

const ROOT = new URL('../../../', import.meta.url)
const bytes = readFileSync(new URL('test/fixtures/worked-example.ward.json', ROOT))

function run(replications: number, threads: Threads, terms: ThreadTerms) {
  const decoded = decodeWard(bytes)
  if (decoded.status !== 'ok') throw new Error(decoded.problem.key)
  const work: SimulateWork = { bytes, plan: { seed: 1, days: 1 }, reading: 'own' }
  const shares: number[] = []
  const designs = designsOf(decoded.document).map(({ id }) => id)
  const runs = simulateDesigns(decoded.document, designs, replications, work, threads, (share) => shares.push(share), terms)
  return runs.then((found) => ({ found, shares }))
}

const THREE: Threads = { program: new URL('dist/cli.mjs', ROOT), most: 3 }
const ALONE: ThreadTerms = { eventsWorth: Number.POSITIVE_INFINITY, cores: 2 }

it('gives the same runs alone, with threads that were called in later, and with threads from the start', async () => {
  execFileSync(process.execPath, [fileURLToPath(new URL('electron/build/wardwright.mjs', ROOT)), 'help'], { stdio: 'ignore' })
  const alone = await run(200, THREE, ALONE)
  const later = await run(200, THREE, { ...ALONE, eventsWorth: 1 })
  const atOnce = await run(200, THREE, { ...ALONE, cores: 8 })
  expect(later.found).toEqual(alone.found)
  expect(atOnce.found).toEqual(alone.found)
  for (const { shares } of [alone, later, atOnce]) expect([shares.length, shares.at(-1)]).toEqual([40 * alone.found.length, 1])
})

it('runs alone where the program may not start itself, however many threads are asked for', async () => {
  const { found, shares } = await run(3, { program: undefined, most: 8 }, { ...ALONE, cores: 16 })
  expect(found.map(({ rows }) => rows.length)).toEqual(found.map(() => 3))
  expect(shares.at(-1)).toBe(1)
})

it('fails where a thread breaks', async () => {
  const program = new URL('data:text/javascript,throw new Error("broke")')
  await expect(run(5000, { program, most: 2 }, { ...ALONE, cores: 4 })).rejects.toThrow('broke')
})
