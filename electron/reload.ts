import { watch } from 'node:fs'
import type { BrowserWindow } from 'electron'

/** How long the files must be left alone before the page is loaded again, in milliseconds. */
const QUIET_MS = 300

/** `npm run dev` builds again whenever a source changes; this shows the result. It does nothing for anybody else. */
export function reloadWhenBuilt(window: BrowserWindow, folder: string): void {
  if (process.env.WARDWRIGHT_DEV === undefined) return
  let waiting: NodeJS.Timeout | undefined
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => window.webContents.reload(), QUIET_MS)
  })
  window.on('closed', () => watcher.close())
}
