import { BrowserWindow, screen } from 'electron'
import { PAGE_ORIGIN } from './page-protocol'
import { placeOn, readPlace, SMALLEST, type WindowZoom, writePlace } from './window-place'
import { type ZoomBy, zoomWindow } from './window-zoom'

/** The window must have stood still for so long before its place is written, in milliseconds. */
const STILL_MS = 500

/** The one window, not yet shown and not yet loaded, where it stood the last time and as large. `placeFile` keeps that. */
export function makeWindow(preload: string, placeFile: string): { readonly window: BrowserWindow; readonly zoom: (by: ZoomBy) => void } {
  const first = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== first.id)
  const {
    bounds,
    isMaximised,
    zoom = 1,
  } = placeOn(
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
  const kept = rememberPlace(window, placeFile, zoom)
  return { window, zoom: zoomWindow(window, zoom, kept) }
}

/** Returns what is told of a zoom that was chosen. */
function rememberPlace(window: BrowserWindow, placeFile: string, chosen: WindowZoom): (zoom: WindowZoom) => void {
  let zoom = chosen
  let waiting: NodeJS.Timeout | undefined
  const write = () => {
    clearTimeout(waiting)
    if (!window.isDestroyed()) writePlace(placeFile, { bounds: window.getNormalBounds(), isMaximised: window.isMaximized(), zoom })
  }
  const soon = () => {
    clearTimeout(waiting)
    waiting = setTimeout(write, STILL_MS)
  }
  window.on('move', soon)
  window.on('resize', soon)
  window.on('close', write)
  window.once('closed', () => clearTimeout(waiting))
  return (now) => {
    zoom = now
    soon()
  }
}

/** Before all others, also where it lies in the task bar. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** A page that is loaded anew before it has come is no failure: the load that took the place of this one tells of itself. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(`${PAGE_ORIGIN}/index.html`).catch((error: unknown) => {
    if (!isOvertaken(error)) throw error
  })
}

function isOvertaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED'
}
