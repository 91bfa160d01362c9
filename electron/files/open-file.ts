import { readFile } from 'node:fs/promises'
import { type Message, message } from '#shared/base/message'

export type ReadAnswer = { readonly status: 'ok'; readonly bytes: Uint8Array } | { readonly status: 'failed'; readonly problem: Message }

/** The bytes of a file, or why they cannot be had. */
export async function readWardFile(path: string): Promise<ReadAnswer> {
  try {
    return { status: 'ok', bytes: new Uint8Array(await readFile(path)) }
  } catch {
    return { status: 'failed', problem: message('file.unreadable') }
  }
}
