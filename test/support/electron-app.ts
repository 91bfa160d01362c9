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
  /** Ends the app and all its processes at once, as a power cut does. */
  readonly kill: () => Promise<void>
}

/** Small, so that a software renderer is quick. Pixels. */
export const WINDOW_SIZE = { width: 800, height: 600 }

/** `isSized` false: the window keeps the size in which it opens. `userData`: a folder that outlives the app. */
export type LaunchOptions = {
  readonly words?: readonly string[]
  readonly executablePath?: string
  readonly isSized?: boolean
  readonly userData?: string
}

/** Starts Wardwright as it lies in the checkout, or the packaged one, with a user-data folder of its own. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'wardwright-e2e-')))
  const words = [`--user-data-dir=${userData}`, '--force-device-scale-factor=1', ...(options.words ?? [])]
  const app = await _electron.launch({
    cwd: root,
    args: options.executablePath === undefined ? ['.', ...words] : words,
    ...(options.executablePath === undefined ? {} : { executablePath: options.executablePath }),
    env: withoutColours(process.env),
    chromiumSandbox: process.getuid?.() !== 0, // root can have none; everybody else's tests run with it
  })
  askTwice(app)
  const consoleLines: string[] = []
  app.on('console', (line) => consoleLines.push(`main ${line.type()}: ${line.text()}`))
  const page = await app.firstWindow()
  page.on('console', (line) => consoleLines.push(`page ${line.type()}: ${line.text()}`))
  page.on('pageerror', (error) => consoleLines.push(`page exception: ${error.message}`))
  if (options.isSized !== false) await resize(app, WINDOW_SIZE)

  const close = async () => {
    // Only once this is answered: the app ends with its last window, and then nothing is.
    await app.evaluate(({ BrowserWindow }) => {
      setTimeout(() => {
        for (const window of BrowserWindow.getAllWindows()) window.destroy() // asks nothing, unlike closing
      }, 20)
    })
    await app.close()
    if (options.userData === undefined) await rm(userData, { recursive: true, force: true })
  }
  const kill = async () => {
    const { pid } = app.process()
    const isGone = app.waitForEvent('close')
    // Its own group, made for it when it was started: nothing else is in it.
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
    await isGone
  }
  return { app, page, consoleLines, close, kill }
}

/**
 * Main's answers are promises that its inspector holds but weakly: collected at the wrong moment, what was done is reported as an error (V8 change
 * 8123081 mends it, in a later Electron). It is then asked once more; what the tests ask of main sets or reads, so that twice is as good as once.
 */
function askTwice(app: ElectronApplication): void {
  const ask: (...asked: Parameters<typeof app.evaluate>) => Promise<unknown> = app.evaluate.bind(app)
  const asking = (...asked: Parameters<typeof app.evaluate>) =>
    ask(...asked).catch((error: unknown) => {
      if (error instanceof Error && error.message.includes('promise was garbage collected')) return ask(...asked)
      throw error
    })
  app.evaluate = asking as typeof app.evaluate
}

/** Node warns where both of these are set, as a test runner may do. */
function withoutColours({ NO_COLOR: _, FORCE_COLOR: __, ...environment }: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** Gives the page of the window this many pixels. */
export async function resize(app: ElectronApplication, size: { readonly width: number; readonly height: number }): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), size)
}
