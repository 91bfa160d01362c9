import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The running app, its window, and every line that page or main wrote to the console since the start. */
export type LaunchedApp = {
  readonly app: ElectronApplication
  readonly page: Page
  readonly consoleLines: string[]
  readonly close: () => Promise<void>
}

/** Small, so that a software renderer is quick. Pixels. */
const WINDOW_SIZE = { width: 800, height: 600 }

/** Starts Wardwright as it lies in the checkout, or the packaged one, with a user-data folder of its own. */
export async function launchApp(options: { readonly words?: readonly string[]; readonly executablePath?: string } = {}): Promise<LaunchedApp> {
  const userData = await mkdtemp(join(tmpdir(), 'wardwright-e2e-'))
  const words = [`--user-data-dir=${userData}`, '--force-device-scale-factor=1', ...(options.words ?? [])]
  const app = await _electron.launch({
    cwd: root,
    args: options.executablePath === undefined ? ['.', ...words] : words,
    ...(options.executablePath === undefined ? {} : { executablePath: options.executablePath }),
    env: withoutColours(process.env),
    chromiumSandbox: process.getuid?.() !== 0, // root can have none; everybody else's tests run with it
  })
  const consoleLines: string[] = []
  app.on('console', (line) => consoleLines.push(`main ${line.type()}: ${line.text()}`))
  const page = await app.firstWindow()
  page.on('console', (line) => consoleLines.push(`page ${line.type()}: ${line.text()}`))
  page.on('pageerror', (error) => consoleLines.push(`page exception: ${error.message}`))
  await resize(app, WINDOW_SIZE)

  const close = async () => {
    await app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.destroy() // asks nothing, unlike closing
    })
    await app.close()
    await rm(userData, { recursive: true, force: true })
  }
  return { app, page, consoleLines, close }
}

/** Node warns where both of these are set, as a test runner may do. */
function withoutColours({ NO_COLOR: _, FORCE_COLOR: __, ...environment }: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** Gives the page of the window this many pixels. */
export async function resize(app: ElectronApplication, size: { readonly width: number; readonly height: number }): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), size)
}
