import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { packageApp } from '../../electron/packaging/package.mjs'
import { readZip } from '../../electron/runtime/archives.mjs'
import { startPackage } from '../support/packaged-app'

test.describe.configure({ mode: 'serial' })
test.skip(process.platform !== 'linux', 'builds packages for Linux')

const folder = mkdtempSync(join(tmpdir(), 'wardwright-packages-'))
let made = ''

test.beforeAll(async () => {
  test.setTimeout(300_000)
  process.env.ELECTRON_BUILDER_COMPRESSION_LEVEL = '1'
  made = await packageApp(['--linux', 'zip', 'deb', '-c.deb.compression=gz'], { folder, stdio: 'pipe', isForTests: true })
})

test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

const packageOf = (ending: string) => {
  const [name, ...others] = readdirSync(made).filter((each) => each.endsWith(ending))
  expect([others, name]).toEqual([[], expect.stringMatching(/^wardwright-TEST-RUNTIME-0\.1\.0-linux-(x64|amd64)\.\w+$/)])
  return join(made, name ?? '')
}

test('the zip holds what the folder holds, and its programs are programs', { tag: '@long' }, () => {
  const entries = readZip(readFileSync(packageOf('.zip')))
  const unpacked = join(made, 'linux-unpacked')
  const files = readdirSync(unpacked, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(unpacked, name)).isFile())
  // The .deb, made at the same time, lays a profile of its own into the folder.
  const shipped = (names: readonly string[]) => names.filter((name) => !name.endsWith('apparmor-profile')).sort()
  expect(shipped(entries.map(({ name }) => name))).toEqual(shipped(files))
  for (const { name, mode, bytes } of entries) {
    expect([name, mode & 0o777]).toEqual([name, statSync(join(unpacked, name)).mode & 0o777])
    if (/asar|wardwright$/.test(name)) expect(bytes().equals(readFileSync(join(unpacked, name)))).toBe(true)
  }
})

test('the .deb is installed, started, knows its files, and leaves nothing behind but the user’s own', { tag: '@long' }, async () => {
  test.skip(process.getuid?.() !== 0 || !isContainer(), 'installs a package: only for root, in a container')
  const deb = packageOf('.deb')
  const before = systemFiles()
  const home = mkdtempSync(join(tmpdir(), 'wardwright-home-'))
  const dpkg = (...words: readonly string[]) => spawnSync('dpkg', words, { encoding: 'utf8' })
  try {
    // What it depends on is not asked for here: the tests saw to what an Electron needs.
    expect(dpkg('--force-depends', '-i', deb).status).toBe(0)
    expect(dpkg('--verify', 'wardwright-test-runtime').stdout).toBe('')

    const desktop = readFileSync('/usr/share/applications/wardwright.desktop', 'utf8')
    expect(desktop).toMatch(/^Exec=\/opt\/Wardwright\/wardwright %U$/m)
    expect(desktop).toMatch(/^MimeType=application\/x-wardwright;$/m)
    expect(desktop).toMatch(/^Icon=wardwright$/m)
    if (existsSync('/usr/bin/update-mime-database'))
      expect(readFileSync('/usr/share/mime/globs2', 'utf8')).toMatch(/^50:application\/x-wardwright:\*\.ward$/m)
    for (const size of [16, 48, 256]) {
      expect(existsSync(`/usr/share/icons/hicolor/${size}x${size}/apps/wardwright.png`)).toBe(true)
      expect(existsSync(`/usr/share/icons/hicolor/${size}x${size}/mimetypes/application-x-wardwright.png`)).toBe(true)
    }

    const sample = '/opt/Wardwright/resources/samples/endoscopy.ward'
    const started = await startPackage('/usr/bin/wardwright', join(home, 'data'), [`file://${sample}`])
    await expect(started.page.getByRole('application', { name: /^Plan of/ })).toBeVisible()
    await started.end()
    expect(existsSync(join(home, 'data', 'log.txt'))).toBe(true)
  } finally {
    dpkg('--purge', 'wardwright-test-runtime')
  }
  expect(systemFiles()).toEqual(before)
  expect(existsSync(join(home, 'data', 'log.txt'))).toBe(true) // what is the user's own stays
  rmSync(home, { recursive: true, force: true })
})

/** Everything of ours in the folders that a package may write to. */
function systemFiles(): readonly string[] {
  const found = spawnSync('find', ['/opt', '/usr', '/etc', '/var/lib/dpkg', '-iname', '*wardwright*'], { encoding: 'utf8' })
  return found.stdout
    .split('\n')
    .filter((path) => path !== '')
    .sort()
}

function isContainer(): boolean {
  return (
    existsSync('/.dockerenv') ||
    existsSync('/run/.containerenv') ||
    process.env.container !== undefined ||
    process.env.WARDWRIGHT_MAY_INSTALL !== undefined
  )
}
