import { declarations33 } from '../../electron/runtime/declarations33.mjs'
import { cacheFolder } from '../../electron/runtime/ensure-electron.mjs'
import { run, runVitest } from './phases.mjs'

/** @typedef {{ name: string, words: readonly [string, ...string[]] }} Check */

/** What the others read: the types of `shared/` are checked once, and declared for whoever imports it. @type {readonly Check[]} */
const FIRST = [
  { name: 'types of shared', words: ['tsc', '-b', 'shared'] },
  { name: 'lint and format', words: ['biome', 'check', '--error-on-warnings', '.'] },
]

/** Everything else that reads the code without running it. @type {readonly Check[]} */
const REST = [
  { name: 'types of renderer', words: ['tsc', '-b', 'renderer'] },
  { name: 'types of test', words: ['tsc', '-b', 'test'] },
  { name: 'types of electron', words: ['tsc', '-b', 'electron'] },
  { name: 'types of electron, against Electron 33', words: ['tsc', '-b', 'electron/tsconfig.electron33.json'] },
  { name: 'unused code', words: ['knip', '--no-progress'] },
]

/** One compiler a core: the machines this runs on have two. */
const AT_ONCE = 2

/**
 * Types folder by folder, lint, unused code and the architecture test; says only what is wrong.
 * @returns {Promise<import('./phases.mjs').PhaseResult>}
 */
export async function runChecks() {
  declarations33(cacheFolder)
  /** @type {{ name: string, seconds: number, isGood: boolean }[]} */
  const done = []
  /** @param {readonly Check[]} checks */
  const runAll = async (checks) => {
    const waiting = [...checks]
    const worker = async () => {
      for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
        const started = performance.now()
        const [program, ...words] = check.words
        const { status, text } = await run(program, words)
        if (status !== 0) console.log(`-- ${check.name}\n${text}`)
        done.push({ name: check.name, seconds: (performance.now() - started) / 1000, isGood: status === 0 })
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
  }
  await runAll(FIRST)
  await runAll(REST)
  const architecture = await runVitest(['--config', 'test/vitest.config.ts', 'test/architecture.test.ts'], 'architecture')
  const passed = done.filter((check) => check.isGood).length
  return { passed: passed + architecture.passed, failed: done.length - passed + architecture.failed, tests: done }
}
