import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, type BrowserWindow } from 'electron'
import { MENU_CHANNEL, type MenuCommand } from '#shared/ipc/channels'
import { isTestBuild } from './about'
import { appWords } from './cli/app-words'
import { disk } from './files/file-system'
import { journalsIn } from './files/journals'
import { versionsIn } from './files/versions'
import { denyNetwork, denyPermissions, guardEveryPage, isOurFrame } from './guard'
import { appRequests } from './ipc/app-requests'
import { exportRequests } from './ipc/export-requests'
import { fileRequests } from './ipc/file-requests'
import { handleRequests } from './ipc/handle'
import { importRequests } from './ipc/import-requests'
import { keepRequests } from './ipc/keep-requests'
import { knownFiles } from './ipc/known-files'
import { picturesIn } from './ipc/pictures'
import { windowRequests } from './ipc/window-requests'
import { type Log, openLog } from './log'
import { keepPageAlive } from './page-life'
import { registerPageScheme, servePage } from './page-protocol'
import { reloadWhenBuilt } from './reload'
import { fileAmong, type WaitingFile, waitingFile } from './waiting-file'
import { bringForward, loadPage, makeWindow } from './window'
import { windowState } from './window-state'

const distFolder = dirname(fileURLToPath(import.meta.url))

// The packaged app on Linux takes the words of the command line too, and then shows no window.
if (app.isPackaged && process.platform === 'linux' && appWords(process.argv.slice(1)) !== undefined) {
  // Awaited: `ready`, and with it everything that needs a display, waits for this module.
  const { commandLine } = await import('./cli/main')
  // No threads: the app's file would open a window.
  await commandLine(undefined)
  app.exit(Number(process.exitCode ?? 0))
} else {
  start()
}

/** One Wardwright for one user's data: a second one hands over the file it was asked for, and ends. */
function start(): void {
  const named = fileAmong(process.argv.slice(1), process.cwd())
  if (!app.requestSingleInstanceLock({ file: named ?? null })) {
    app.exit(0)
    return
  }
  const waiting = waitingFile()
  if (named !== undefined) waiting.add(named)
  // On macOS a file pressed twice comes as an event, also before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    waiting.add(path)
  })
  const log = openLog(join(app.getPath('userData'), 'log.txt'), Date.now)
  tellOfFailures(log)
  registerPageScheme()
  guardEveryPage()
  // Not awaited: `ready` waits for this module.
  void app.whenReady().then(() => openWindow(waiting, log))
  app.on('window-all-closed', () => app.quit())
}

/** A mistake of ours in main is told in the log and ends nothing: the window may hold work that no file has. */
function tellOfFailures(log: Log): void {
  const tell = (error: unknown) => log.write('main-error', { error: error instanceof Error ? error.name : 'unknown' })
  process.on('uncaughtException', (error) => {
    tell(error)
    if (!app.isPackaged) console.error(error)
  })
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    log.write('process-gone', { type: type.replaceAll(' ', '-'), reason, code: exitCode }),
  )
  app.on('will-quit', () => log.write('ended'))
}

async function openWindow(waiting: WaitingFile, log: Log): Promise<void> {
  const userData = app.getPath('userData')
  const { electron, chrome } = process.versions
  log.write('started', { version: app.getVersion(), electron, chrome, system: process.platform, test: isTestBuild() })

  const { window, zoom } = makeWindow(join(distFolder, 'preload.cjs'), join(userData, 'window.json'))
  const pages = window.webContents.session
  denyPermissions(pages)
  denyNetwork(pages)
  servePage(pages, join(distFolder, 'renderer'))

  const journals = journalsIn(join(userData, 'journals'), disk)
  const versions = versionsIn(join(userData, 'versions'), disk)
  // A page that begins anew has forgotten what it was doing: what it had not saved is offered to it.
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) void journals.release()
  })
  const state = windowState(window, journals.end, zoom)
  const life = keepPageAlive(window, log)
  takeFilesFromOutside(window, waiting, log)
  const files = knownFiles(join(userData, 'recent-files.json'))
  const places = { samplesFolder: resourceFolder('samples'), waiting, versions, pictures: picturesIn(join(userData, 'pictures'), disk) }
  handleRequests(
    {
      ...fileRequests(window, files, places),
      ...keepRequests(files, journals, versions),
      ...windowRequests(window, state),
      ...exportRequests(window),
      ...importRequests(window),
      ...appRequests(log, life, join(distFolder, 'licences')),
    },
    isOurFrame,
    log,
  )
  if (!app.isPackaged) reloadWhenBuilt(window, join(distFolder, 'renderer'))
  await loadPage(window)
}

/** A file asked for while the window is open comes to it, and the window comes forward, also when what is asked for is open already. */
function takeFilesFromOutside(window: BrowserWindow, waiting: WaitingFile, log: Log): void {
  const tellPage = () => window.webContents.send(MENU_CHANNEL, 'open-waiting' satisfies MenuCommand)
  waiting.onAdded(() => {
    if (window.isDestroyed()) return
    bringForward(window)
    tellPage()
  })
  app.on('second-instance', (_event, _words, _folder, told) => {
    log.write('second-start')
    const file = fileIn(told)
    if (file !== undefined) waiting.add(file)
    else if (!window.isDestroyed()) bringForward(window)
  })
}

/** What the second one handed over: a path from the root. */
function fileIn(told: unknown): string | undefined {
  if (typeof told !== 'object' || told === null || !('file' in told) || typeof told.file !== 'string') return undefined
  return fileAmong([told.file], '/')
}

/** `resources/` as shipped: beside the archive when packaged, in the checkout otherwise. */
function resourceFolder(name: string): string {
  return app.isPackaged ? join(process.resourcesPath, name) : join(distFolder, '..', 'resources', name)
}
