import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app } from 'electron'
import { appWords } from './cli/app-words'
import { denyNetwork, denyPermissions, guardEveryPage, isOurFrame } from './guard'
import { exportRequests } from './ipc/export-requests'
import { fileRequests } from './ipc/file-requests'
import { handleRequests } from './ipc/handle'
import { importRequests } from './ipc/import-requests'
import { knownFiles } from './ipc/known-files'
import { windowRequests } from './ipc/window-requests'
import { registerPageScheme, servePage } from './page-protocol'
import { reloadWhenBuilt } from './reload'
import { loadPage, makeWindow } from './window'
import { windowState } from './window-state'

const distFolder = dirname(fileURLToPath(import.meta.url))

// The packaged app on Linux takes the words of the command line too, and then shows no window.
if (app.isPackaged && process.platform === 'linux' && appWords(process.argv.slice(1)) !== undefined) {
  // Awaited: `ready`, and with it everything that needs a display, waits for this module.
  await import('./cli/main')
  app.exit(Number(process.exitCode ?? 0))
} else {
  registerPageScheme()
  guardEveryPage()
  // Not awaited: `ready` waits for this module.
  void app.whenReady().then(openWindow)
  app.on('window-all-closed', () => app.quit())
}

async function openWindow(): Promise<void> {
  const window = makeWindow(join(distFolder, 'preload.cjs'))
  const pages = window.webContents.session
  denyPermissions(pages)
  denyNetwork(pages)
  servePage(pages, join(distFolder, 'renderer'))

  const state = windowState(window)
  const files = knownFiles(join(app.getPath('userData'), 'recent-files.json'))
  const places = { samplesFolder: resourceFolder('samples'), fileAtStart: fileOnCommandLine() }
  handleRequests(
    { ...fileRequests(window, files, places), ...windowRequests(window, state), ...exportRequests(window), ...importRequests(window) },
    isOurFrame,
  )
  if (!app.isPackaged) reloadWhenBuilt(window, join(distFolder, 'renderer'))
  await loadPage(window)
}

/** `resources/` as shipped: beside the archive when packaged, in the checkout otherwise. */
function resourceFolder(name: string): string {
  return app.isPackaged ? join(process.resourcesPath, name) : join(distFolder, '..', 'resources', name)
}

function fileOnCommandLine(): string | undefined {
  const named = process.argv.slice(1).find((word) => /\.ward(\.json)?$/i.test(word) && existsSync(word))
  return named === undefined ? undefined : resolve(named)
}
