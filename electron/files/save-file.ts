import { constants } from 'node:fs'
import { access, type FileHandle, lstat, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type Message, message } from '#shared/base/message'
import { codeOf } from './error-code'

export type WriteAnswer = { readonly status: 'ok' } | { readonly status: 'failed'; readonly problem: Message }

/**
 * Writes beside the target, forces it to the disk, then renames: at every moment the old file or the
 * new one is whole. When only the renaming is refused both are kept, and the answer names the new one.
 */
export async function writeWardFile(path: string, bytes: Uint8Array): Promise<WriteAnswer> {
  const name = basename(path)
  let beside: string | undefined
  try {
    const { target, mode } = await targetOf(path)
    if (target === undefined) return failed('save.isFolder', { name })
    const written = await writtenBeside(target, bytes, mode)
    if (written.status === 'failed') return failed(problemKey(written.code), { name, code: written.code })
    beside = written.path
    await rename(beside, target)
    await syncFolder(dirname(target))
    return { status: 'ok' }
  } catch (error) {
    const code = codeOf(error)
    if (beside !== undefined) return failed('save.renameRefused', { name, kept: basename(beside), code })
    return failed(problemKey(code), { name, code })
  }
}

type Target = { readonly target: string | undefined; readonly mode: number }

const NEW_FILE_MODE = 0o644

/** Follows a link to the file it names, so that saving does not replace the link; undefined for a folder. */
async function targetOf(path: string): Promise<Target> {
  try {
    await lstat(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { target: path, mode: NEW_FILE_MODE }
    throw error
  }
  const target = await realpath(path)
  const found = await stat(target)
  if (found.isDirectory()) return { target: undefined, mode: 0 }
  // Renaming needs the folder's permission only: a file that its owner made read-only is respected all the same.
  await access(target, constants.W_OK)
  return { target, mode: found.mode & 0o777 }
}

type Written = { readonly status: 'ok'; readonly path: string } | { readonly status: 'failed'; readonly code: string }

/** A short name of its own, so that a long name of the target cannot make it too long and two savers cannot meet. */
async function writtenBeside(target: string, bytes: Uint8Array, mode: number): Promise<Written> {
  const beside = join(dirname(target), `.wardwright-${process.pid}-${process.hrtime.bigint().toString(36)}.ward`)
  let handle: FileHandle | undefined
  try {
    handle = await open(beside, 'wx', mode)
    await handle.writeFile(bytes)
    await handle.chmod(mode)
    await handle.sync()
    await handle.close()
    return { status: 'ok', path: beside }
  } catch (error) {
    await handle?.close().catch(() => undefined)
    if (handle !== undefined) await rm(beside, { force: true }).catch(() => undefined)
    return { status: 'failed', code: codeOf(error) }
  }
}

/** Makes the renaming last through a power cut. Not every system lets a folder be opened; there the rename has to do. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {
    return
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

function failed(key: string, values: Message['values']): WriteAnswer {
  return { status: 'failed', problem: message(key, values) }
}
