import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { FileSystem } from './file-system'
import { makeFolder } from './make-folder'
import { isEqual, writeWardFile } from './save-file'

/** So many earlier versions of a file are kept. */
const KEPT = 5
/** Of so many files; of those saved longest ago they go first. */
const MOST_FILES = 40

/** An earlier version of a file: `at` when it was replaced, in milliseconds since 1970. */
export type Version = { readonly id: string; readonly at: number; readonly size: number }

/** The last five saved versions of each file, in user data: never beside the file, where somebody might take one for it. */
export type Versions = {
  /** Puts bytes away that are about to be replaced. A disk that has no room for them does not keep anybody from saving. */
  readonly keep: (path: string, bytes: Uint8Array) => Promise<void>
  /** The latest first. */
  readonly list: (path: string) => Promise<readonly Version[]>
  readonly read: (path: string, id: string) => Promise<Uint8Array<ArrayBuffer> | undefined>
}

/** A name in user data for what belongs to a file: the same one in every run. */
export function keyOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 32)
}

export function versionsIn(folder: string, files: FileSystem): Versions {
  const folderOf = (path: string) => join(folder, keyOf(path))

  async function list(path: string): Promise<readonly Version[]> {
    const names = await files.readdir(folderOf(path)).catch(() => [])
    const found = names.flatMap((name) => (/^\d{13}\.ward$/.test(name) ? [{ id: name, at: Number(name.slice(0, 13)) }] : []))
    const sized = found.map(async (each) => ({ ...each, size: (await files.stat(join(folderOf(path), each.id)).catch(() => undefined))?.size ?? 0 }))
    return (await Promise.all(sized)).sort((a, b) => b.at - a.at)
  }

  const read = (path: string, id: string) => files.readFile(join(folderOf(path), id)).catch(() => undefined)

  async function keep(path: string, bytes: Uint8Array): Promise<void> {
    try {
      const known = await list(path)
      for (const { id, size } of known) {
        if (size === bytes.length && isEqual((await read(path, id)) ?? new Uint8Array(), bytes)) return
      }
      await makeFolder(folderOf(path), files)
      // Two within one millisecond are two versions all the same.
      const at = Math.max(files.now(), (known[0]?.at ?? 0) + 1)
      const written = await writeWardFile(join(folderOf(path), `${at}.ward`), bytes, files)
      if (written.status === 'failed') return
      for (const { id } of known.slice(KEPT - 1)) await files.remove(join(folderOf(path), id))
      await forgetOldest()
    } catch {
      return
    }
  }

  async function forgetOldest(): Promise<void> {
    const keys = (await files.readdir(folder)).filter((name) => /^[0-9a-f]{32}$/.test(name))
    if (keys.length <= MOST_FILES) return
    const aged = await Promise.all(keys.map(async (key) => ({ key, at: (await files.stat(join(folder, key))).mtimeMs })))
    aged.sort((a, b) => b.at - a.at)
    for (const { key } of aged.slice(MOST_FILES)) await files.remove(join(folder, key))
  }

  return { keep, list, read }
}
