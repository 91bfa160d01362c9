import type { Stats } from 'node:fs'
import * as node from 'node:fs/promises'

/** An open file, as much of it as is used. */
export type OpenFile = {
  readonly write: (bytes: Uint8Array, offset: number, length: number, position: number | null) => Promise<{ readonly bytesWritten: number }>
  readonly chmod: (mode: number) => Promise<void>
  readonly sync: () => Promise<void>
  readonly truncate: (length: number) => Promise<void>
  readonly close: () => Promise<void>
}

export type FileStats = Pick<Stats, 'size' | 'mtimeMs' | 'ino' | 'mode' | 'isDirectory' | 'isFile'>

/** The disk: everything of it that opening, saving and the journal use, so that a test can hand in one that fails. */
export type FileSystem = {
  readonly open: (path: string, flags: string, mode?: number) => Promise<OpenFile>
  readonly readFile: (path: string) => Promise<Uint8Array<ArrayBuffer>>
  readonly stat: (path: string) => Promise<FileStats>
  readonly lstat: (path: string) => Promise<FileStats>
  readonly realpath: (path: string) => Promise<string>
  readonly access: (path: string, mode: number) => Promise<void>
  readonly rename: (from: string, to: string) => Promise<void>
  readonly remove: (path: string) => Promise<void>
  readonly mkdir: (path: string) => Promise<unknown>
  readonly readdir: (path: string) => Promise<readonly string[]>
  /** Waits, in milliseconds. */
  readonly pause: (duration: number) => Promise<void>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** The disk there is. */
export const disk: FileSystem = {
  open: node.open,
  readFile: async (path) => new Uint8Array(await node.readFile(path)),
  stat: node.stat,
  lstat: node.lstat,
  realpath: node.realpath,
  access: node.access,
  rename: node.rename,
  remove: (path) => node.rm(path, { force: true, recursive: true }),
  mkdir: (path) => node.mkdir(path),
  readdir: node.readdir,
  pause: (duration) => new Promise((resolve) => setTimeout(resolve, duration)),
  now: () => Date.now(),
}

/** Writes all of it: a system may take less at a time than it is given. */
export async function writeAll(file: OpenFile, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done)
    if (bytesWritten <= 0) throw Object.assign(new Error('nothing more is taken'), { code: 'ENOSPC' })
    done += bytesWritten
  }
}

/** Makes a renaming last through a power cut. Not every system lets a folder be opened; there the rename has to do. */
export async function syncFolder(files: FileSystem, folder: string): Promise<void> {
  try {
    const handle = await files.open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {
    return
  }
}

/** Forces a file to the disk. A share that has no such thing has done what it can; a disk that fails at it has not kept the bytes. */
export async function syncFile(file: OpenFile): Promise<void> {
  try {
    await file.sync()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'EINVAL' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
  }
}
