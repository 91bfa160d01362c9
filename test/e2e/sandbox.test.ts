import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { ensureElectron } from '../../electron/runtime/ensure-electron.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '')

test('an ordinary user runs it in the real sandbox', async () => {
  test.skip(process.platform !== 'linux', 'reads /proc')
  test.skip(process.getuid?.() === 0 && !isOpenToAll(root), 'the checkout lies in a folder that other users cannot enter')
  const { executable } = await ensureElectron()
  const home = mkdtempSync(join(tmpdir(), 'wardwright-nobody-'))
  const words = [executable, '.', `--user-data-dir=${join(home, 'data')}`]
  const app = process.getuid?.() === 0 ? asNobody(words, home) : spawn(words[0] ?? '', words.slice(1), { cwd: root, stdio: 'ignore' })
  try {
    // 2: a filter on every system call, which a renderer puts on itself soon after its start.
    await expect.poll(() => rendererOf(home)?.status).toMatch(/^Seccomp:\s+2$/m)
    expect(rendererOf(home)?.status).toMatch(/^NoNewPrivs:\s+1$/m)
    expect(rendererOf(home)?.words).not.toContain('--no-sandbox')
  } finally {
    await endAndForget(app, home)
  }
})

/** Root has no sandbox, so root starts the app as the user that may do nothing. */
function asNobody(words: readonly string[], home: string): ChildProcess {
  const user = { HOME: home, XDG_RUNTIME_DIR: home, TMPDIR: home, DISPLAY: process.env.DISPLAY ?? '', PATH: process.env.PATH ?? '' }
  spawnSync('chown', ['nobody', home])
  return spawn('runuser', ['-u', 'nobody', '--', 'env', '-i', ...Object.entries(user).map(([name, value]) => `${name}=${value}`), ...words], {
    cwd: root,
    stdio: 'ignore',
  })
}

/** The renderer of the app whose data lies in `home`, with its command line and its `/proc` status. */
function rendererOf(home: string): { readonly words: string; readonly status: string } | undefined {
  for (const process of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const words = readFileSync(`/proc/${process}/cmdline`, 'utf8').replaceAll('\0', ' ')
      if (words.includes('--type=renderer') && words.includes(home)) return { words, status: readFileSync(`/proc/${process}/status`, 'utf8') }
    } catch {
      // ended while we looked
    }
  }
  return undefined
}

async function endAndForget(app: ChildProcess, home: string): Promise<void> {
  const ended = new Promise((resolve) => app.once('exit', resolve))
  app.kill()
  await ended
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
}

function isOpenToAll(folder: string): boolean {
  accessSync(folder, constants.R_OK)
  const isOpen = (statSync(folder).mode & 0o005) === 0o005
  return isOpen && (folder === dirname(folder) || isOpenToAll(dirname(folder)))
}
