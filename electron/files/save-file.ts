import { constants } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { type Message, message } from '#shared/base/message'
import { codeOf } from './error-code'
import { disk, type FileSystem, type OpenFile, syncFile, syncFolder, writeAll } from './file-system'

export type WriteAnswer = { readonly status: 'ok' } | { readonly status: 'failed'; readonly problem: Message }

/** What stands in the way of replacing the file, asked when the new one is whole beside it; undefined: nothing. */
export type LastLook<T> = (target: string) => Promise<T | undefined>

/**
 * Writes beside the target, forces it to the disk, reads it back, then renames: at every moment the old file or the new one is
 * whole. When only the renaming is refused, again and again, both are kept, and the answer names the new one.
 */
export async function writeWardFile(path: string, bytes: Uint8Array, files: FileSystem = disk): Promise<WriteAnswer> {
  const answer = await replaceFile(path, bytes, async () => undefined, files)
  return answer.status === 'stopped' ? { status: 'ok' } : answer
}

/** As `writeWardFile`, but looks once more before the old file goes. What stops it leaves everything as it was. */
export async function replaceFile<T>(
  path: string,
  bytes: Uint8Array,
  lastLook: LastLook<T>,
  files: FileSystem,
): Promise<WriteAnswer | { readonly status: 'stopped'; readonly why: T }> {
  const name = basename(path)
  let beside: string | undefined
  try {
    const { target, mode } = await targetOf(path, files)
    if (target === undefined) return failed('save.isFolder', { name })
    const written = await writtenBeside(target, bytes, mode, files)
    if (written.status === 'failed') return failed(written.key ?? problemKey(written.code), { name, code: written.code })
    const why = await lastLook(target).catch(async (error: unknown) => {
      await files.remove(written.path).catch(() => undefined)
      throw error
    })
    if (why !== undefined) {
      await files.remove(written.path).catch(() => undefined)
      return { status: 'stopped', why }
    }
    beside = written.path
    await renamed(beside, target, files)
    await syncFolder(files, dirname(target))
    await clearLeftovers(dirname(target), files)
    return { status: 'ok' }
  } catch (error) {
    const code = codeOf(error)
    if (beside === undefined) return failed(problemKey(code), { name, code })
    return failed('save.renameRefused', { name, kept: basename(await keptBeside(path, beside, files)), code })
  }
}

/** A virus scanner or an index may hold a file for a moment; on a share another reader may. */
const REFUSED_FOR_NOW = new Set(['EPERM', 'EACCES', 'EBUSY', 'ETXTBSY', 'EAGAIN'])
const WAITS_MS = [50, 100, 200, 400]

async function renamed(from: string, to: string, files: FileSystem): Promise<void> {
  for (const wait of WAITS_MS) {
    try {
      return await files.rename(from, to)
    } catch (error) {
      if (!REFUSED_FOR_NOW.has(codeOf(error))) throw error
      await files.pause(wait)
    }
  }
  await files.rename(from, to)
}

/** Gives what could not take its place a name that can be seen and opened; where that is refused too, it keeps the one it has. */
async function keptBeside(path: string, beside: string, files: FileSystem): Promise<string> {
  const ending = /\.ward(\.json)?$/i.exec(path)?.[0] ?? extname(path)
  const stem = basename(path).slice(0, -ending.length || undefined)
  for (let count = 1; count < 100; count++) {
    const kept = join(dirname(path), `${stem} (kept ${count})${ending}`)
    const isTaken = await files.lstat(kept).then(
      () => true,
      (error: unknown) => codeOf(error) !== 'ENOENT',
    )
    if (isTaken) continue
    return files.rename(beside, kept).then(
      () => kept,
      () => beside,
    )
  }
  return beside
}

type Target = { readonly target: string | undefined; readonly mode: number }

const NEW_FILE_MODE = 0o644

/** Follows a link to the file it names, so that saving does not replace the link; undefined for a folder. */
async function targetOf(path: string, files: FileSystem): Promise<Target> {
  try {
    await files.lstat(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { target: path, mode: NEW_FILE_MODE }
    throw error
  }
  const target = await files.realpath(path)
  const found = await files.stat(target)
  if (found.isDirectory()) return { target: undefined, mode: 0 }
  // Renaming needs the folder's permission only: a file that its owner made read-only is respected all the same.
  await files.access(target, constants.W_OK)
  return { target, mode: found.mode & 0o777 }
}

type Written = { readonly status: 'ok'; readonly path: string } | { readonly status: 'failed'; readonly code: string; readonly key?: string }

let tries = 0

/** A short name of its own, so that a long name of the target cannot make it too long and two savers cannot meet. */
async function writtenBeside(target: string, bytes: Uint8Array, mode: number, files: FileSystem): Promise<Written> {
  const own = `${process.pid}-${process.hrtime.bigint().toString(36)}${(tries++ % 1296).toString(36)}`
  const beside = join(dirname(target), `${LEFTOVER}${own}.ward`)
  let handle: OpenFile | undefined
  try {
    handle = await files.open(beside, 'wx', mode)
    await writeAll(handle, bytes, 0)
    // A share may have no permissions to give.
    await handle.chmod(mode).catch(() => undefined)
    await syncFile(handle)
    await handle.close()
    if (isEqual(await files.readFile(beside), bytes)) return { status: 'ok', path: beside }
    await files.remove(beside).catch(() => undefined)
    return { status: 'failed', code: 'readback', key: 'save.readBack' }
  } catch (error) {
    await handle?.close().catch(() => undefined)
    if (handle !== undefined) await files.remove(beside).catch(() => undefined)
    return { status: 'failed', code: codeOf(error) }
  }
}

export function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}

const LEFTOVER = '.wardwright-'
/** So long nobody's save takes. Milliseconds. */
const LEFTOVER_MS = 3_600_000

/** What an app that was killed while it saved has left beside a file. */
async function clearLeftovers(folder: string, files: FileSystem): Promise<void> {
  const names = await files.readdir(folder).catch(() => [])
  for (const name of names.filter((each) => each.startsWith(LEFTOVER) && each.endsWith('.ward'))) {
    const path = join(folder, name)
    const found = await files.stat(path).catch(() => undefined)
    if (found?.isFile() && files.now() - found.mtimeMs > LEFTOVER_MS) await files.remove(path).catch(() => undefined)
  }
}

const WRITE_PROBLEMS: Readonly<Record<string, string>> = {
  EACCES: 'save.notAllowed',
  EPERM: 'save.notAllowed',
  EROFS: 'save.notAllowed',
  ENOSPC: 'save.diskFull',
  EDQUOT: 'save.diskFull',
  EFBIG: 'save.diskFull',
  ENOENT: 'save.noFolder',
  ENOTDIR: 'save.noFolder',
  ENAMETOOLONG: 'save.nameTooLong',
}

function problemKey(code: string): string {
  return WRITE_PROBLEMS[code] ?? 'save.failed'
}

function failed(key: string, values: Message['values']): Extract<WriteAnswer, { status: 'failed' }> {
  return { status: 'failed', problem: message(key, values) }
}
