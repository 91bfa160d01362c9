import { BrowserWindow } from 'electron'
import { PAGE_ORIGIN } from './page-protocol'

/** The one window, not yet shown and not yet loaded. */
export function makeWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 800,
    minHeight: 600,
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
  window.once('ready-to-show', () => window.show())
  return window
}

export function loadPage(window: BrowserWindow): Promise<void> {
  return window.loadURL(`${PAGE_ORIGIN}/index.html`)
}
