import { join } from 'node:path'
import type { FileSystem } from '#electron/files/file-system'
import { makeFolder } from '#electron/files/make-folder'
import { writeWardFile } from '#electron/files/save-file'
import { keyOf } from '#electron/files/versions'

/** A few more than the recent files, which are all that is ever shown. */
const MOST_PICTURES = 20

type Seen = { readonly picture: Uint8Array<ArrayBuffer> | null; readonly at: number | null }

/** What the recent files looked like when they were last open here, in user data: a share that is away keeps nobody waiting. */
export type Pictures = {
  readonly keep: (path: string | undefined, picture: Uint8Array) => Promise<void>
  readonly read: (path: string | undefined) => Promise<Seen>
}

export function picturesIn(folder: string, files: FileSystem): Pictures {
  const placeOf = (path: string) => join(folder, `${keyOf(path)}.webp`)

  async function forgetOldest(): Promise<void> {
    const names = (await files.readdir(folder)).filter((name) => name.endsWith('.webp'))
    if (names.length <= MOST_PICTURES) return
    const aged = await Promise.all(names.map(async (name) => ({ name, at: (await files.stat(join(folder, name))).mtimeMs })))
    for (const { name } of aged.sort((a, b) => b.at - a.at).slice(MOST_PICTURES)) await files.remove(join(folder, name))
  }

  return {
    keep: async (path, picture) => {
      if (path === undefined) return
      try {
        await makeFolder(folder, files)
        await writeWardFile(placeOf(path), picture, files)
        await forgetOldest()
      } catch {
        return // a list without a picture is a list
      }
    },
    read: async (path) => {
      if (path === undefined) return { picture: null, at: null }
      try {
        const { mtimeMs } = await files.stat(placeOf(path))
        return { picture: Uint8Array.from(await files.readFile(placeOf(path))), at: mtimeMs }
      } catch {
        return { picture: null, at: null }
      }
    },
  }
}
