import type { CDPSession, ElectronApplication, Page } from '@playwright/test'
import { launchApp, resize } from '../support/electron-app'
import { openVirtualScreen } from '../support/virtual-screen'

/** The app as it is shipped, in a window of a laptop's size, watched from outside. */
export type BenchApp = {
  readonly app: ElectronApplication
  readonly page: Page
  /** Milliseconds of script that the page runs while `work` goes on: handlers, stores, React, drawing; not layout, paint or the graphics. */
  readonly scriptOf: (work: () => Promise<unknown>) => Promise<number>
}

const WINDOW = { width: 1280, height: 800 }

/** Starts the app for `run` and closes it afterwards, on a screen of its own. `words`: a file to open. */
export async function withBenchApp<T>(words: readonly string[], run: (bench: BenchApp) => Promise<T>): Promise<T> {
  const closeScreen = await openVirtualScreen()
  try {
    const { app, page, close } = await launchApp({ words })
    try {
      await resize(app, WINDOW)
      const session = await page.context().newCDPSession(page)
      await session.send('Performance.enable')
      const scriptOf = async (work: () => Promise<unknown>) => {
        const before = await scriptSeconds(session)
        await work()
        return ((await scriptSeconds(session)) - before) * 1000
      }
      return await run({ app, page, scriptOf })
    } finally {
      await close()
    }
  } finally {
    closeScreen()
  }
}

async function scriptSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0
}
