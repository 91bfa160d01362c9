import { createHash } from 'node:crypto'
import type { Message } from '#shared/base/message'
import { codeOf } from './error-code'
import type { FileStats, FileSystem } from './file-system'
import { replaceFile } from './save-file'
import type { Versions } from './versions'

/** What a file holds, told by its bytes: a checksum, or that it is not there. */
export type Contents = string

export const REMOVED: Contents = 'removed'

export function contentsOf(bytes: Uint8Array): Contents {
  return createHash('sha256').update(bytes).digest('hex')
}

/** `found`: what is there instead, and its bytes where there are any. */
export type SaveOutcome =
  | { readonly status: 'ok'; readonly contents: Contents }
  | { readonly status: 'conflict'; readonly found: Contents; readonly bytes: Uint8Array<ArrayBuffer> | undefined }
  | { readonly status: 'failed'; readonly problem: Message }

/**
 * Saves a workshop where the file still holds what it is expected to (undefined: whatever it holds); what it replaces is kept among
 * the earlier versions first. A file that somebody else changed or removed stays as it is, and the answer says what is there.
 */
export async function saveWard(
  path: string,
  bytes: Uint8Array,
  expected: Contents | undefined,
  versions: Versions,
  files: FileSystem,
): Promise<SaveOutcome> {
  const early = await conflictWith(path, expected, files)
  if (early !== undefined) return early
  const answer = await replaceFile(path, bytes, (target) => lastLook(path, target, bytes, expected, versions, files), files)
  if (answer.status === 'stopped') return answer.why
  return answer.status === 'ok' ? { status: 'ok', contents: contentsOf(bytes) } : answer
}

type Conflict = Extract<SaveOutcome, { status: 'conflict' }>

/** So often it is looked again where the file changes while it is looked at. */
const LOOKS = 3

async function lastLook(
  path: string,
  target: string,
  bytes: Uint8Array,
  expected: Contents | undefined,
  versions: Versions,
  files: FileSystem,
): Promise<Conflict | undefined> {
  for (let look = 0; look < LOOKS; look++) {
    const before = await statOf(target, files)
    const old = before === undefined ? undefined : await files.readFile(target)
    const conflict = conflictOf(old, expected)
    if (conflict !== undefined) return conflict
    if (old !== undefined && contentsOf(old) !== contentsOf(bytes)) await versions.keep(path, old)
    // What was written while its predecessor was put away has not been looked at.
    if (isUntouched(before, await statOf(target, files))) return undefined
  }
  const now = await files.readFile(target)
  return { status: 'conflict', found: contentsOf(now), bytes: now }
}

/** Asked before anything is written: most conflicts are old ones. What cannot be read now is found out by the writing. */
async function conflictWith(path: string, expected: Contents | undefined, files: FileSystem): Promise<Conflict | undefined> {
  if (expected === undefined) return undefined
  try {
    return conflictOf(await files.readFile(path), expected)
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? conflictOf(undefined, expected) : undefined
  }
}

function conflictOf(old: Uint8Array<ArrayBuffer> | undefined, expected: Contents | undefined): Conflict | undefined {
  const found = old === undefined ? REMOVED : contentsOf(old)
  return expected === undefined || found === expected ? undefined : { status: 'conflict', found, bytes: old }
}

async function statOf(target: string, files: FileSystem): Promise<FileStats | undefined> {
  try {
    return await files.stat(target)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function isUntouched(before: FileStats | undefined, after: FileStats | undefined): boolean {
  return before?.size === after?.size && before?.mtimeMs === after?.mtimeMs && before?.ino === after?.ino
}
