import { declarations33 } from '../../electron/runtime/declarations33.mjs'
import { cacheFolder } from '../../electron/runtime/ensure-electron.mjs'
import { run, runVitest } from './phases.mjs'

/** @typedef {{ name: string, program: string, words: readonly string[] }} Check */

/**
 * One compiler for all folders: it reads the declarations of the libraries once. It keeps to one thread, since several check those once each
 * (17 s of two processors' time, 37 s with threads), and the other processor has the rest of the checks. What is wrong in one folder keeps
 * it from none of the others.
 * @type {Check}
 */
const TYPES = {
  name: 'types, folder by folder, and of electron against Electron 33',
  program: 'tsc',
  words: ['-b', '--singleThreaded', '--pretty', 'false', '.', 'electron/tsconfig.electron33.json'],
}

/** What reads the code beside the compiler, one after the other: the machines this runs on have two processors. @type {readonly Check[]} */
const OTHERS = [
  { name: 'lint and format', program: 'biome', words: ['check', '--error-on-warnings', '.'] },
  { name: 'unused code', program: 'knip', words: ['--no-progress'] },
]

/**
 * Types folder by folder, lint, unused code and the architecture test; says only what is wrong.
 * @returns {Promise<import('./phases.mjs').PhaseResult>}
 */
export async function runChecks() {
  declarations33(cacheFolder)
  const types = runCheck(TYPES)
  const others = []
  for (const check of OTHERS) others.push(await runCheck(check))
  const architecture = await runVitest(['--config', 'test/vitest.config.ts', 'test/architecture.test.ts'], 'architecture')
  const done = [await types, ...others]
  const passed = done.filter((check) => check.isGood).length
  return { passed: passed + architecture.passed, failed: done.length - passed + architecture.failed, tests: done }
}

/** @param {Check} check */
async function runCheck({ name, program, words }) {
  const started = performance.now()
  const { status, text } = await run(program, words)
  if (status !== 0) console.log(`-- ${name}\n${text}`)
  return { name, seconds: (performance.now() - started) / 1000, isGood: status === 0 }
}
