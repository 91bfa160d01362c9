import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))
const results = join(root, 'test-results')

/**
 * Node gives the engine four threads beside a program's own, to compile and to collect garbage, however few processors there are: on two they take
 * turns with what they are to help. As many as there are processors beside it can run at once.
 */
export const engineThreads = `--v8-pool-size=${Math.min(4, Math.max(1, availableParallelism() - 1))}`

/**
 * How one phase went; `tests` have their times in seconds.
 * @typedef {{ name: string, seconds: number }} TimedTest
 * @typedef {{ passed: number, failed: number, tests: readonly TimedTest[] }} PhaseResult
 */

/**
 * Runs a program of node_modules, or any other, and collects what it says.
 * @param {string} program
 * @param {readonly string[]} words
 * @param {{ isShown?: boolean }} options shown as it comes, or kept for the caller
 * @returns {Promise<{ status: number, text: string }>}
 */
export function run(program, words, { isShown = false } = {}) {
  const bin = join(root, 'node_modules', '.bin', program)
  // In a log, colours are five signs for each dot. Vitest takes FORCE_COLOR, whatever it is set to, for the wish to have them; Playwright sets it itself
  // for its tests, and Node warns where both are set.
  const plain = program === 'vitest' ? { NO_COLOR: '1', FORCE_COLOR: undefined } : { NO_COLOR: undefined, FORCE_COLOR: '0' }
  const threads = program === 'vitest' ? { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${engineThreads}`.trim() } : {}
  const env = { ...process.env, ...threads, ...(process.stdout.isTTY ? {} : plain) }
  const child = spawn(program.includes('/') ? program : bin, words, {
    cwd: root,
    env,
    stdio: ['ignore', isShown ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe'],
  })
  let text = ''
  child.stdout?.on('data', (chunk) => {
    text += chunk
  })
  child.stderr?.on('data', (chunk) => {
    text += chunk
  })
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ status: 127, text: String(error) }))
    child.once('close', (status) => resolve({ status: status ?? 1, text }))
  })
}

/**
 * @param {readonly string[]} words
 * @param {string} name of the file with the results
 * @returns {Promise<PhaseResult>}
 */
export async function runVitest(words, name) {
  const file = resultFile(name)
  const { status } = await run('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`, ...words], { isShown: true })
  const report = readReport(file)
  /** @type {{ name: string, status: string, assertionResults: { fullName: string, duration?: number, status: string }[] }[]} */
  const files = report?.testResults ?? []
  const tests = files.flatMap((each) => each.assertionResults.map((test) => ({ name: test.fullName, seconds: (test.duration ?? 0) / 1000 })))
  // A file that does not even load holds no failed test, but it failed.
  const broken = files.filter((each) => each.status === 'failed' && each.assertionResults.every((test) => test.status !== 'failed')).length
  return counted(report?.numPassedTests ?? 0, (report?.numFailedTests ?? 0) + broken, status, tests)
}

/**
 * @param {string} config
 * @param {string} name of the file with the results
 * @returns {Promise<PhaseResult>}
 */
export async function runPlaywright(config, name) {
  const file = resultFile(name)
  const { status } = await run('playwright', ['test', '--config', config], { isShown: true })
  const report = readReport(file)
  const stats = report?.stats ?? { expected: 0, unexpected: 0, flaky: 0 }
  return counted(stats.expected, stats.unexpected + stats.flaky, status, (report?.suites ?? []).flatMap(timesIn))
}

/**
 * @param {{ suites?: unknown[], specs?: { title: string, tests: { results: { duration: number }[] }[] }[] }} suite
 * @returns {TimedTest[]}
 */
function timesIn(suite) {
  const own = (suite.specs ?? []).map((spec) => ({ name: spec.title, seconds: (spec.tests[0]?.results[0]?.duration ?? 0) / 1000 }))
  return [...own, ...(suite.suites ?? []).flatMap((inner) => timesIn(/** @type {Parameters<typeof timesIn>[0]} */ (inner)))]
}

/**
 * A program that failed without saying which test failed is itself one failure.
 * @param {number} passed
 * @param {number} failed
 * @param {number} status
 * @param {readonly TimedTest[]} tests
 * @returns {PhaseResult}
 */
function counted(passed, failed, status, tests) {
  return { passed, failed: failed === 0 && status !== 0 ? 1 : failed, tests }
}

/** @param {string} name */
function resultFile(name) {
  mkdirSync(results, { recursive: true })
  const file = join(results, `${name}.json`)
  rmSync(file, { force: true })
  return file
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Runs phases one after the other, each with the seconds it should stay under, and ends with the count of all.
 * @param {readonly { title: string, budget: number, run: () => Promise<PhaseResult> }[]} phases
 */
export async function runPhases(phases) {
  let passed = 0
  let failed = 0
  const lines = []
  for (const phase of phases) {
    console.log(`\n== ${phase.title}`)
    const started = performance.now()
    const result = await phase.run()
    const seconds = (performance.now() - started) / 1000
    passed += result.passed
    failed += result.failed
    const over = seconds > phase.budget ? ', OVER ITS BUDGET' : ''
    lines.push(`${phase.title}: ${result.passed} passed, ${result.failed} failed, ${seconds.toFixed(1)} s of ${phase.budget} s${over}`)
    for (const test of slowest(result.tests)) lines.push(`    ${test.seconds.toFixed(2)} s  ${test.name}`)
  }
  console.log(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

/** @param {readonly TimedTest[]} tests */
function slowest(tests) {
  return [...tests].sort((a, b) => b.seconds - a.seconds).slice(0, 5)
}
