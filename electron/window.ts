import { BrowserWindow, screen } from 'electron'
import { PAGE_ORIGIN } from './page-protocol'
import { placeOn, readPlace, SMALLEST, writePlace } from './window-place'

/** The window must have stood still for so long before its place is written, in milliseconds. */
const STILL_MS = 500

/** The one window, not yet shown and not yet loaded, where it stood the last time. `placeFile` keeps that. */
export function makeWindow(preload: string, placeFile: string): BrowserWindow {
  const first = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== first.id)
  const { bounds, isMaximised } = placeOn(
    [first, ...others].map(({ workArea }) => workArea),
    readPlace(placeFile),
  )
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    backgroundColor: '#f7f8f9',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => {
    if (isMaximised) window.maximize()
    window.show()
  })
  rememberPlace(window, placeFile)
  return window
}

function rememberPlace(window: BrowserWindow, placeFile: string): void {
  let waiting: NodeJS.Timeout | undefined
  const write = () => {
    clearTimeout(waiting)
    if (!window.isDestroyed()) writePlace(placeFile, { bounds: window.getNormalBounds(), isMaximised: window.isMaximized() })
  }
  const soon = () => {
    clearTimeout(waiting)
    waiting = setTimeout(write, STILL_MS)
  }
  window.on('move', soon)
  window.on('resize', soon)
  window.on('close', write)
  window.once('closed', () => clearTimeout(waiting))
}

/** Before all others, also where it lies in the task bar. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

export function loadPage(window: BrowserWindow): Promise<void> {
  return window.loadURL(`${PAGE_ORIGIN}/index.html`)
}
