import { type BrowserWindow, dialog } from 'electron'
import type { Log } from './log'
import { loadPage } from './window'
import { words } from './words'
import { isWorthAnotherStart } from './worth-another-start'

export type PageLife = {
  /** True once for each page that was started in place of one that stopped. */
  readonly takeStartedAgain: () => boolean
}

/**
 * A page that stops (out of memory, a fault of the graphics card) is started again in its window; one that hangs is so when its user
 * wants it. What was not saved is in the journal, which the page finds when it starts.
 */
export function keepPageAlive(window: BrowserWindow, log: Log): PageLife {
  const stops: number[] = []
  let isStartedAgain = false

  async function startAgain(): Promise<void> {
    if (window.isDestroyed()) return
    isStartedAgain = true
    await loadPage(window).then(
      () => log.write('page-started-again', { count: stops.length }),
      (error: unknown) => log.write('main-error', { name: error instanceof Error ? error.name : 'unknown' }),
    )
  }

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log.write('page-gone', { reason, code: exitCode })
    stops.push(Date.now())
    if (isWorthAnotherStart(stops)) void startAgain()
    else void askAfterManyStops(window).then((isWanted) => (isWanted ? startAgain() : window.destroy()))
  })

  let isAsking = false
  window.on('unresponsive', () => {
    log.write('page-slow')
    if (isAsking) return
    isAsking = true
    void askWhileSlow(window).then((isEnded) => {
      isAsking = false
      if (isEnded && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer()
    })
  })
  window.on('responsive', () => log.write('page-answers'))

  return {
    takeStartedAgain: () => {
      const was = isStartedAgain
      isStartedAgain = false
      return was
    },
  }
}

async function askAfterManyStops(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: words('page.stops-often'),
    detail: words('page.stops-often-detail'),
    buttons: [words('page.start-again'), words('menu.quit')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}

async function askWhileSlow(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words('page.is-slow'),
    detail: words('page.is-slow-detail'),
    buttons: [words('page.wait'), words('page.start-again')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}
