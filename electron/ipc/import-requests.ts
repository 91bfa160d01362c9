import { basename } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import { readWardFile } from '#electron/files/open-file'
import { type ImportKind, LARGEST_FILE_BYTES, LARGEST_UNDERLAY_BYTES } from '#shared/ipc/requests'
import { words } from '../words'
import type { Handlers } from './handle'

const EXTENSIONS: Readonly<Record<ImportKind, string[]>> = { underlay: ['png', 'jpg', 'jpeg', 'webp', 'pdf'], workshop: ['ward', 'ward.json'] }
const LONGEST: Readonly<Record<ImportKind, number>> = { underlay: LARGEST_UNDERLAY_BYTES, workshop: LARGEST_FILE_BYTES }

/** Reads a file that the user chooses, once: the page gets its bytes and no token, so it can neither read it again nor write to it. */
export function importRequests(window: BrowserWindow): Pick<Handlers, 'chooseImport'> {
  return {
    chooseImport: async ({ kind }) => {
      const filters = [{ name: words(`import.type.${kind}`), extensions: EXTENSIONS[kind] }]
      const chosen = await dialog.showOpenDialog(window, { properties: ['openFile'], filters })
      const path = chosen.filePaths[0]
      if (chosen.canceled || path === undefined) return { status: 'cancelled' }
      const read = await readWardFile(path, LONGEST[kind])
      const name = basename(path)
      return read.status === 'ok' ? { status: 'chosen', name, bytes: read.bytes } : { status: 'failed', name, problem: read.problem }
    },
  }
}
