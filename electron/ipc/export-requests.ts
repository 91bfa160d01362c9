import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import { codeOf } from '#electron/files/error-code'
import { makeFolder } from '#electron/files/make-folder'
import { writeWardFile } from '#electron/files/save-file'
import { message } from '#shared/base/message'
import type { PlaceAnswer, WrittenAnswer } from '#shared/ipc/bridge'
import type { ExportKind, PlaceToken } from '#shared/ipc/requests'
import { pdfOf } from '../print-report'
import { words } from '../words'
import { fileSafe } from './file-requests'
import type { Handlers } from './handle'
import { shortFolder } from './known-files'

type ExportHandlers = Pick<Handlers, 'choosePlace' | 'writeExport' | 'printExport'>

/** A file that the user named, or a folder of ours in one that the user chose. */
type Place = { readonly kind: ExportKind; readonly path: string }

type Named = { readonly name: string; readonly bytes: Uint8Array }

const ENDINGS: Readonly<Record<Exclude<ExportKind, 'folder'>, string>> = {
  report: 'html',
  pdf: 'pdf',
  spreadsheet: 'xlsx',
  figures: 'json',
  svg: 'svg',
  png: 'png',
}

/** What is taken home: main asks where, lays out what is to be printed, and writes. The page never learns a path. */
export function exportRequests(window: BrowserWindow): ExportHandlers {
  const places = new Map<PlaceToken, Place>()

  function known(place: Place): PlaceAnswer {
    const token = `place-${randomBytes(16).toString('hex')}`
    places.set(token, place)
    return { status: 'chosen', place: token, name: basename(place.path) }
  }

  async function chooseFolder(suggested: string): Promise<PlaceAnswer> {
    const chosen = await dialog.showOpenDialog(window, { title: words('export.choose-folder'), properties: ['openDirectory', 'createDirectory'] })
    const folder = chosen.filePaths[0]
    return chosen.canceled || folder === undefined
      ? { status: 'cancelled' }
      : known({ kind: 'folder', path: freeFolder(folder, fileSafe(suggested)) })
  }

  async function chooseFile(kind: Exclude<ExportKind, 'folder'>, suggested: string): Promise<PlaceAnswer> {
    const ending = ENDINGS[kind]
    const filters = [{ name: words(`export.type.${kind}`), extensions: [ending] }]
    const chosen = await dialog.showSaveDialog(window, { defaultPath: `${fileSafe(suggested)}.${ending}`, filters })
    if (chosen.canceled || chosen.filePath === '') return { status: 'cancelled' }
    return known({ kind, path: chosen.filePath.toLowerCase().endsWith(`.${ending}`) ? chosen.filePath : `${chosen.filePath}.${ending}` })
  }

  return {
    choosePlace: ({ kind, suggestedName }) => (kind === 'folder' ? chooseFolder(suggestedName) : chooseFile(kind, suggestedName)),
    writeExport: async ({ place, files }) => writeTo(places.get(place), files),
    printExport: async ({ place, name, page, paper }) => {
      const target = places.get(place)
      if (target === undefined || (target.kind !== 'folder' && target.kind !== 'pdf')) return failed('export.unknownPlace')
      try {
        return await writeTo(target, [{ name, bytes: await pdfOf(page, paper) }])
      } catch (error) {
        return failed('export.cannotPrint', { why: error instanceof Error ? error.message : String(error) })
      }
    },
  }
}

/** A folder that is not there yet, so that nothing is ever written over. */
function freeFolder(folder: string, name: string): string {
  let free = join(folder, name)
  for (let count = 2; existsSync(free); count++) free = join(folder, `${name} ${count}`)
  return free
}

async function writeTo(place: Place | undefined, files: readonly Named[]): Promise<WrittenAnswer> {
  if (place === undefined) return failed('export.unknownPlace')
  const [only] = files
  const { kind, path } = place
  if (kind !== 'folder' && (files.length !== 1 || only === undefined || !only.name.endsWith(`.${ENDINGS[kind]}`)))
    return failed('export.unknownPlace')
  if (kind === 'folder') {
    try {
      await makeFolder(path)
    } catch (error) {
      return failed('cli.compare.noFolder', { folder: basename(path), code: codeOf(error) })
    }
  }
  for (const { name, bytes } of files) {
    const written = await writeWardFile(kind === 'folder' ? join(path, name) : path, bytes)
    if (written.status === 'failed') return written
  }
  return { status: 'written', name: basename(path), folder: shortFolder(path) }
}

function failed(key: string, values: Parameters<typeof message>[1] = {}): WrittenAnswer {
  return { status: 'failed', problem: message(key, values) }
}
