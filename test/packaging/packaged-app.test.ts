import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, type Page, test } from '@playwright/test'
import { packageApp } from '../../electron/packaging/package.mjs'
import { ensureElectron } from '../../electron/runtime/ensure-electron.mjs'
import { readFuses } from '../../electron/runtime/fuses.mjs'

test.describe.configure({ mode: 'serial' })
test.skip(process.platform !== 'linux', 'builds the Linux folder')

const folder = mkdtempSync(join(tmpdir(), 'wardwright-packaging-'))
let app = ''

test.beforeAll(async () => {
  app = join(await packageApp(['--linux', 'dir'], folder, 'pipe'), 'linux-unpacked')
})

test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

test('what is made on the substitute says so', async () => {
  const { isSubstitute } = await ensureElectron()
  expect(app.includes('TEST-RUNTIME')).toBe(isSubstitute)
})

test('the fuses are set for users', () => {
  expect(readFuses(readFileSync(join(app, 'wardwright')))).toMatchObject({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    GrantFileProtocolExtraPrivileges: false,
  })
})

test('the archive holds the app and nothing else', () => {
  expect(existsSync(join(app, 'resources', 'default_app.asar'))).toBe(false)
  const archive = readFileSync(join(app, 'resources', 'app.asar'))
  const header = JSON.parse(archive.toString('utf8', 16, 16 + archive.readUInt32LE(12)))
  expect(Object.keys(header.files).sort()).toEqual(['dist', 'package.json'])
  expect(Object.keys(header.files.dist.files).sort()).toEqual(['main-main.mjs', 'main-open-file.mjs', 'main.mjs', 'preload.cjs', 'renderer'])
})

test('the packaged app opens its page', async () => {
  const started = await start(join(app, 'wardwright'))
  try {
    await expect(started.page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    expect(await started.page.evaluate(() => [crossOriginIsolated, typeof window.wardwright])).toEqual([true, 'object'])
    expect(await started.page.evaluate(() => window.wardwright.recentFiles({}))).toEqual([])
  } finally {
    await started.end()
  }
})

test('the packaged app takes the words of the command line, without a display', () => {
  const { DISPLAY: _, ...blind } = process.env
  const say = (...words: readonly string[]) =>
    spawnSync(join(app, 'wardwright'), [...asRoot(), ...words], { cwd: folder, env: blind, encoding: 'utf8', timeout: 60_000 })
  const sample = join(app, 'resources', 'samples', 'endoscopy.ward')
  const measured = say('measure', sample, '--json')
  // Chromium itself says on standard error that a machine has no message bus.
  const ours = measured.stderr.split('\n').filter((line) => line !== '' && !/^\[.*bus\.cc/.test(line))
  expect([measured.status, ours]).toEqual([0, []])
  expect(JSON.parse(measured.stdout).designs.length).toBeGreaterThan(1)
  expect(say('measure', 'nothing.ward').status).toBe(1)
  expect(say('measure').status).toBe(2)
})

/** With the fuses of users Playwright cannot reach main, so it comes in through the port that Chromium opens on request. */
async function start(executable: string): Promise<{ readonly page: Page; readonly end: () => Promise<void> }> {
  const words = [`--user-data-dir=${join(folder, 'user-data')}`, '--remote-debugging-port=0', ...asRoot()]
  const child = spawn(executable, words, { stdio: ['ignore', 'ignore', 'pipe'] })
  const port = await portOf(child)
  await expect.poll(() => isPageListed(port)).toBe(true) // pages that appear after connecting are not seen
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const page = browser.contexts()[0]?.pages()[0]
  if (page === undefined) throw new Error('the packaged app has no page')
  const end = async () => {
    const ended = once(child, 'exit')
    await browser.close()
    child.kill()
    await ended
  }
  return { page, end }
}

/** Root can have no sandbox. */
function asRoot(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk) => {
      said += chunk
      const port = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(said)?.[1]
      if (port !== undefined) resolve(port)
    })
    child.once('exit', () => reject(new Error(`the packaged app ended at once:\n${said}`)))
  })
}

async function isPageListed(port: string): Promise<boolean> {
  const pages: readonly { url: string }[] = await fetch(`http://127.0.0.1:${port}/json/list`).then((answer) => answer.json())
  return pages.some((page) => page.url.startsWith('app://'))
}
