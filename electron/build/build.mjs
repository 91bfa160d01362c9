import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isOlder } from './freshness.mjs'
import { distFolder, root, TARGETS } from './targets.mjs'

const lockFile = join(root, '.cache', 'build.lock')

/**
 * Builds what is older than its sources, and says nothing unless it fails. Without names, everything.
 * @param {readonly string[]} names
 */
export async function build(names = TARGETS.map((target) => target.name)) {
  const wanted = TARGETS.filter((target) => names.includes(target.name))
  if (!wanted.some(isOld)) return
  await withLock(async () => {
    for (const target of wanted) {
      if (isOld(target)) await buildOne(target)
    }
  })
}

/** @param {import('./targets.mjs').Target} target */
function isOld(target) {
  return isOlder(
    target.output,
    target.sources.map((source) => join(root, source)),
  )
}

/** @param {import('./targets.mjs').Target} target */
async function buildOne(target) {
  const started = new Date()
  const vite = await import('vite') // half a second to load: only when there is something to build
  mkdirSync(distFolder, { recursive: true })
  target.begin?.()
  await vite.build(target.config)
  target.finish?.()
  utimesSync(target.output, started, started) // what was written meanwhile is newer, and is built next time
}

/**
 * Two commands started at once must not write into `dist/` at once.
 * @param {() => Promise<void>} work
 */
async function withLock(work) {
  mkdirSync(join(root, '.cache'), { recursive: true })
  while (!takeLock()) await pause(100)
  try {
    await work()
  } finally {
    rmSync(lockFile, { force: true })
  }
}

function takeLock() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    if (!isHeldByLiving()) rmSync(lockFile, { force: true }) // left by one that was killed
    return false
  }
}

function isHeldByLiving() {
  try {
    process.kill(Number(readFileSync(lockFile, 'utf8')), 0)
    return true
  } catch {
    return false
  }
}
