import { join } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import { disk } from '#electron/files/file-system'
import { readWardFile } from '#electron/files/open-file'
import { type Contents, contentsOf, saveWard } from '#electron/files/save-ward'
import type { Versions } from '#electron/files/versions'
import { message } from '#shared/base/message'
import type { NamedFile, OpenAnswer, SaveAnswer } from '#shared/ipc/bridge'
import type { WaitingFile } from '../waiting-file'
import { words } from '../words'
import type { Handlers } from './handle'
import type { KnownFiles } from './known-files'
import type { Pictures } from './pictures'

type FileHandlers = Pick<
  Handlers,
  'openFile' | 'openRecent' | 'openSample' | 'openAtStart' | 'openDropped' | 'recentFiles' | 'keepPicture' | 'save' | 'saveAs'
>

export type FilePlaces = {
  readonly samplesFolder: string
  /** The file that somebody asked for outside the window (command line, double click). */
  readonly waiting: WaitingFile
  readonly versions: Versions
  readonly pictures: Pictures
}

const FILE_TYPES = () => [{ name: words('window.file-type'), extensions: ['ward', 'ward.json'] }]

/** Open and save: main asks for the path, reads or writes the bytes, and never says where they are. */
export function fileRequests(window: BrowserWindow, files: KnownFiles, places: FilePlaces): FileHandlers {
  async function openPath(path: string): Promise<OpenAnswer> {
    const read = await readWardFile(path)
    if (read.status === 'failed') return { status: 'failed', name: nameOf(path), problem: read.problem }
    const file = files.remember(path)
    return { status: 'opened', file, name: file.name, bytes: read.bytes, contents: contentsOf(read.bytes) }
  }

  async function saveTo(path: string, bytes: Uint8Array, expected: Contents | undefined): Promise<SaveAnswer> {
    const outcome = await saveWard(path, bytes, expected, places.versions, disk)
    if (outcome.status === 'failed') return outcome
    if (outcome.status === 'conflict') return { ...outcome, bytes: outcome.bytes ?? null }
    return { status: 'saved', file: files.remember(path), contents: outcome.contents }
  }

  return {
    openFile: async () => {
      const chosen = await dialog.showOpenDialog(window, { properties: ['openFile'], filters: FILE_TYPES() })
      const path = chosen.filePaths[0]
      return chosen.canceled || path === undefined ? { status: 'cancelled' } : openPath(path)
    },
    openRecent: async ({ file }) => {
      const path = files.pathOf(file)
      if (path === undefined) return { status: 'failed', name: '', problem: message('file.unknown') }
      const answer = await openPath(path)
      if (answer.status === 'failed') files.forget(path)
      return answer
    },
    openSample: async ({ sample }) => {
      const read = await readWardFile(join(places.samplesFolder, `${sample}.ward`))
      if (read.status === 'failed') return { status: 'failed', name: sample, problem: read.problem }
      return { status: 'opened', file: null, name: sample, bytes: read.bytes, contents: contentsOf(read.bytes) }
    },
    openAtStart: async () => {
      const path = places.waiting.next()
      return path === undefined ? { status: 'cancelled' } : openPath(path)
    },
    openDropped: async ({ path }) =>
      /\.ward(\.json)?$/i.test(path) ? openPath(path) : { status: 'failed', name: nameOf(path), problem: message('open.notWard') },
    recentFiles: async () => Promise.all(files.recent().map(async (each) => ({ ...each, ...(await places.pictures.read(files.pathOf(each.file))) }))),
    keepPicture: async ({ file, picture }) => {
      await places.pictures.keep(files.pathOf(file), picture)
      return { status: 'done' }
    },
    save: async ({ file, bytes, expected }) => {
      const path = files.pathOf(file)
      return path === undefined ? { status: 'failed', problem: message('file.unknown') } : saveTo(path, bytes, expected)
    },
    saveAs: async ({ suggestedName, bytes }) => {
      const chosen = await dialog.showSaveDialog(window, { defaultPath: withEnding(fileSafe(suggestedName)), filters: FILE_TYPES() })
      return chosen.canceled || chosen.filePath === '' ? { status: 'cancelled' } : saveTo(withEnding(chosen.filePath), bytes, undefined)
    },
  }
}

function nameOf(path: string): NamedFile['name'] {
  return path.split(/[\\/]/).at(-1) ?? path
}

function withEnding(path: string): string {
  return /\.ward(\.json)?$/i.test(path) ? path : `${path}.ward`
}

/** A workshop's name may hold what no file's name can. */
export function fileSafe(name: string): string {
  const safe = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()
  return safe === '' ? 'Workshop' : safe
}
