import { open, rename } from 'node:fs/promises'
import { type Message, message } from '#shared/base/message'

export type WriteAnswer = { readonly status: 'ok' } | { readonly status: 'failed'; readonly problem: Message }

/** Writes beside the target, then renames: the old file stays whole until the new one is. */
export async function writeWardFile(path: string, bytes: Uint8Array): Promise<WriteAnswer> {
  try {
    const beside = await open(`${path}.new`, 'w')
    await beside.writeFile(bytes)
    await beside.sync()
    await beside.close()
    await rename(`${path}.new`, path)
    return { status: 'ok' }
  } catch {
    return { status: 'failed', problem: message('file.unwritable') }
  }
}
