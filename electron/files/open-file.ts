import { basename } from 'node:path'
import { type Message, message } from '#shared/base/message'
import { LARGEST_FILE_BYTES } from '#shared/ipc/requests'
import { codeOf } from './error-code'
import { disk, type FileSystem } from './file-system'

export type ReadAnswer = { readonly status: 'ok'; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly status: 'failed'; readonly problem: Message }

/** The bytes of a file, or why they cannot be had. `longest` in bytes: a longer file is refused before any of it is read. */
export async function readWardFile(path: string, longest = LARGEST_FILE_BYTES, files: FileSystem = disk): Promise<ReadAnswer> {
  const name = basename(path)
  try {
    // Asked before opening: a pipe or a device would never end.
    const found = await files.stat(path)
    if (found.isDirectory()) return failed('open.isFolder', { name })
    if (!found.isFile()) return failed('open.notAFile', { name })
    if (found.size > longest)
      return failed('open.tooLarge', { name, megabytes: Math.ceil(found.size / 1_048_576), limit: Math.floor(longest / 1_048_576) })
    return { status: 'ok', bytes: await files.readFile(path) }
  } catch (error) {
    return failed(READ_PROBLEMS[codeOf(error)] ?? 'open.failed', { name, code: codeOf(error) })
  }
}

const READ_PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'open.notFound',
  ENOTDIR: 'open.notFound',
  ENAMETOOLONG: 'open.notFound',
  EACCES: 'open.notAllowed',
  EPERM: 'open.notAllowed',
}

function failed(key: string, values: Message['values']): ReadAnswer {
  return { status: 'failed', problem: message(key, values) }
}
