import { join } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import { readWardFile } from '#electron/files/open-file'
import { writeWardFile } from '#electron/files/save-file'
import { message } from '#shared/base/message'
import type { NamedFile, OpenAnswer, SaveAnswer } from '#shared/ipc/bridge'
import { words } from '../words'
import type { Handlers } from './handle'
import type { KnownFiles } from './known-files'

type FileHandlers = Pick<Handlers, 'openFile' | 'openRecent' | 'openSample' | 'openAtStart' | 'recentFiles' | 'save' | 'saveAs'>

export type FilePlaces = {
  readonly samplesFolder: string
  /** The file named on the command line, if any. */
  readonly fileAtStart: string | undefined
}

const FILE_TYPES = () => [{ name: words('window.file-type'), extensions: ['ward', 'ward.json'] }]

/** Open and save: main asks for the path, reads or writes the bytes, and never says where they are. */
export function fileRequests(window: BrowserWindow, files: KnownFiles, places: FilePlaces): FileHandlers {
  let fileAtStart = places.fileAtStart

  async function openPath(path: string): Promise<OpenAnswer> {
    const read = await readWardFile(path)
    if (read.status === 'failed') return { status: 'failed', name: nameOf(path), problem: read.problem }
    const file = files.remember(path)
    return { status: 'opened', file, name: file.name, bytes: read.bytes }
  }

  async function saveTo(path: string, bytes: Uint8Array): Promise<SaveAnswer> {
    const written = await writeWardFile(path, bytes)
    return written.status === 'failed' ? written : { status: 'saved', file: files.remember(path) }
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
      return { status: 'opened', file: null, name: sample, bytes: read.bytes }
    },
    openAtStart: async () => {
      const path = fileAtStart
      fileAtStart = undefined
      return path === undefined ? { status: 'cancelled' } : openPath(path)
    },
    recentFiles: async () => files.recent(),
    save: async ({ file, bytes }) => {
      const path = files.pathOf(file)
      return path === undefined ? { status: 'failed', problem: message('file.unknown') } : saveTo(path, bytes)
    },
    saveAs: async ({ suggestedName, bytes }) => {
      const chosen = await dialog.showSaveDialog(window, { defaultPath: withEnding(fileSafe(suggestedName)), filters: FILE_TYPES() })
      return chosen.canceled || chosen.filePath === '' ? { status: 'cancelled' } : saveTo(withEnding(chosen.filePath), bytes)
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
