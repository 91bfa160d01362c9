import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, expect, test } from '@playwright/test'
import { packageApp } from '../../electron/packaging/package.mjs'
import { ensureElectron } from '../../electron/runtime/ensure-electron.mjs'
import { readFuses, setFuses } from '../../electron/runtime/fuses.mjs'
import { asRoot, startPackage } from '../support/packaged-app'

test.describe.configure({ mode: 'serial' })
test.skip(process.platform !== 'linux', 'builds the Linux folder')

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'wardwright-packaging-'))
let app = ''

test.beforeAll(async () => {
  app = join(await packageApp(['--linux', 'dir'], { folder, stdio: 'pipe', isForTests: true }), 'linux-unpacked')
})

test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

test('packages for users are refused on the substitute, in a sentence', async () => {
  const { isSubstitute } = await ensureElectron()
  test.skip(!isSubstitute, 'the stock Electron is here')
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'electron', 'packaging', 'package.mjs')], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^Packages for users are made on the stock Electron 45\.4\.1, and here there is the substitute for tests/)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(basename(dirname(app))).toBe('wardwright-TEST-RUNTIME-0.1.0')
})

test('the fuses are set for users', () => {
  expect(readFuses(readFileSync(join(app, 'wardwright')))).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
  })
})

test('the archive holds the app and nothing else', () => {
  expect(existsSync(join(app, 'resources', 'default_app.asar'))).toBe(false)
  expect(existsSync(join(app, 'resources', 'app'))).toBe(false)
  expect(existsSync(join(app, 'resources', 'app.asar.unpacked'))).toBe(false)
  const archive = readFileSync(join(app, 'resources', 'app.asar'))
  const header: Listed = JSON.parse(archive.toString('utf8', 16, 16 + archive.readUInt32LE(12)))
  const names = namesIn(header)
  expect(names).toEqual(expect.arrayContaining(['dist/main.mjs', 'dist/preload.cjs', 'dist/renderer/index.html', 'package.json']))
  const ours =
    /^(package\.json|dist\/(main[\w-]*\.mjs|preload\.cjs|licences\/(main|preload|renderer)\.json|renderer\/(index\.html|assets\/[\w.-]+\.(m?js|css|woff2?|json|ward|wasm|ttf|pfb|bcmap|svg|png))))$/
  expect(names.filter((name) => !ours.test(name))).toEqual([])
})

test('the packaged app opens its page, says what it is, and whose work is in it', async () => {
  const started = await startPackage(join(app, 'wardwright'), join(folder, 'user-data'))
  try {
    const { page } = started
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    expect(await page.evaluate(() => [crossOriginIsolated, typeof window.wardwright])).toEqual([true, 'object'])
    expect(await page.evaluate(() => window.wardwright.recentFiles({}))).toEqual([])
    const about = await page.evaluate(() => window.wardwright.about({}))
    expect(about).toMatchObject({ version: '0.1.0', isTestBuild: (await ensureElectron()).isSubstitute })
    const names = about.licences.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['react', 'three', 'zod', 'fflate', '@mantine/core', '@fontsource-variable/inter', 'pdfjs-dist']))
    expect(about.licences.filter(({ text, licence }) => text === '' && licence === '')).toEqual([])
    for (const lies of ['LICENSE.electron.txt', 'LICENSES.chromium.html', 'resources/LICENSE']) expect(existsSync(join(app, lies))).toBe(true)
  } finally {
    await started.end()
  }
})

test('a second start hands its file to the first and ends', async () => {
  const userData = join(folder, 'second')
  const file = join(folder, 'Second.ward')
  writeFileSync(file, readFileSync(join(app, 'resources', 'samples', 'endoscopy.ward')))
  const started = await startPackage(join(app, 'wardwright'), userData)
  try {
    await expect(started.page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    const words = [`--user-data-dir=${userData}`, ...asRoot(), 'Second.ward']
    const second = spawnSync(join(app, 'wardwright'), words, { cwd: folder, stdio: 'ignore', timeout: 30_000 })
    expect(second.status).toBe(0)
    await expect(started.page.getByRole('application', { name: /^Plan of/ })).toBeVisible()
  } finally {
    await started.end()
  }
})

test('it listens to nothing, and writes nowhere but to its user’s data', async () => {
  const home = mkdtempSync(join(folder, 'home-'))
  const environment = { HOME: home, PATH: process.env.PATH ?? '', DISPLAY: process.env.DISPLAY ?? '' }
  const child = spawn(join(app, 'wardwright'), [...asRoot()], { env: environment, stdio: 'ignore' })
  try {
    const log = join(home, '.config', 'Wardwright', 'log.txt')
    await expect.poll(() => existsSync(log) && readFileSync(log, 'utf8')).toContain(' started version=0.1.0 ')
    await expect.poll(() => processesUnder(child.pid ?? 0).length).toBeGreaterThan(3) // renderer, graphics and the like
    expect(listeningSockets(processesUnder(child.pid ?? 0))).toEqual([])
  } finally {
    const ended = once(child, 'exit')
    child.kill()
    await ended
  }
  const files = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(home, name)).isFile())
  // The desktop's own settings library keeps an empty cache for whatever uses it.
  expect(files.filter((name) => !name.startsWith('.config/Wardwright/') && name !== '.cache/dconf/user')).toEqual([])
})

test('the title of a package for tests says so, and its window is as guarded as in the checkout', async () => {
  // Only to look inside: a copy beside it that may be asked questions. Where it lies decides what it is.
  const askable = readFileSync(join(app, 'wardwright'))
  setFuses(askable, { EnableNodeCliInspectArguments: true })
  const executablePath = join(app, 'wardwright-askable')
  writeFileSync(executablePath, askable, { mode: 0o755 })
  const launched = await _electron.launch({
    executablePath,
    args: [`--user-data-dir=${join(folder, 'askable')}`],
    chromiumSandbox: process.getuid?.() !== 0,
  })
  try {
    await launched.firstWindow()
    const seen = await launched.evaluate(({ app: electronApp, BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      const contents = window?.webContents
      return {
        isPackaged: electronApp.isPackaged,
        title: window?.getTitle(),
        url: contents?.getURL(),
        preferences: contents === undefined ? {} : Reflect.apply(Reflect.get(contents, 'getLastWebPreferences'), contents, []),
      }
    })
    expect(seen).toMatchObject({
      isPackaged: true,
      url: 'app://wardwright/index.html',
      preferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true },
    })
    expect(seen.title).toBe((await ensureElectron()).isSubstitute ? 'Wardwright - test build, not for use' : 'Wardwright')
  } finally {
    await launched.close()
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

/** A process and those it started. */
function processesUnder(pid: number): number[] {
  const children = spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line !== '')
  return [pid, ...children.flatMap((child) => processesUnder(Number(child)))]
}

/** The sockets of these processes that wait for somebody to connect, by their number in `/proc/net`. */
function listeningSockets(pids: readonly number[]): string[] {
  const LISTENING = '0A'
  const listening = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
    readFileSync(table, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === LISTENING)
      .map((fields) => fields[9] ?? ''),
  )
  const theirs = pids.flatMap(openThings)
  return listening.filter((inode) => theirs.includes(`socket:[${inode}]`))
}

/** What a process has open, as `/proc` calls it; nothing of one that has ended meanwhile. */
function openThings(pid: number): string[] {
  const orNothing = <T>(read: () => T, nothing: T): T => {
    try {
      return read()
    } catch {
      return nothing
    }
  }
  const folderOf = `/proc/${pid}/fd`
  return orNothing(() => readdirSync(folderOf), []).map((fd) => orNothing(() => readlinkSync(join(folderOf, fd)), ''))
}

/** A folder of an asar's header. */
type Listed = { readonly files?: Readonly<Record<string, Listed>> }

function namesIn({ files = {} }: Listed, folderName = ''): string[] {
  return Object.entries(files).flatMap(([name, entry]) => (entry.files === undefined ? [folderName + name] : namesIn(entry, `${folderName}${name}/`)))
}
