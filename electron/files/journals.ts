import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type Message, message } from '#shared/base/message'
import { FORMAT_VERSION } from '#shared/document/migrations/migrate'
import { type JournalHead, type JournalSummary, journalStart, journalSummary, lineFrame, partFrame, readJournal } from '#shared/exchange/journal'
import { codeOf } from './error-code'
import { type FileSystem, type OpenFile, syncFile, syncFolder, writeAll } from './file-system'
import { makeFolder } from './make-folder'
import { keyOf } from './versions'

/** No journal grows longer; long before, the page begins it anew. Bytes. */
const LONGEST_JOURNAL = 256 * 1_048_576
/** So much unsaved work is kept; what is older goes first. */
const MOST_JOURNALS = 20

/** `bytes`: how long the journal is now. */
export type Kept = { readonly status: 'kept'; readonly bytes: number } | { readonly status: 'failed'; readonly problem: Message }

/** Work that no file has: from an app that ended without saving it. */
export type Unsaved = JournalSummary & { readonly id: string; readonly path: string | null; readonly name: string; readonly isWhole: boolean }

export type JournalAddition = {
  /** The number of the beginning that it belongs to. */
  readonly of: number
  /** JournalLines as JSON. */
  readonly lines: readonly string[]
  readonly parts: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

/** The journal of what is open, and those that were left behind. One is written at a time. */
export type Journals = {
  /** A journal from this file on, with what was done since; the one before goes when the new one is whole, and so does `instead`. */
  readonly begin: (
    head: Omit<JournalHead, 'journal' | 'format' | 'begun'>,
    base: Uint8Array,
    addition: JournalAddition,
    instead?: string,
  ) => Promise<Kept>
  /** Written at once, answered when it is on the disk. */
  readonly add: (addition: JournalAddition) => Promise<Kept>
  /** All of it is saved, or not wanted. */
  readonly end: () => Promise<void>
  /** Whoever wrote it is gone: it is unsaved work from now on. */
  readonly release: () => Promise<void>
  readonly unsaved: () => Promise<readonly Unsaved[]>
  readonly read: (id: string) => Promise<Uint8Array<ArrayBuffer> | undefined>
  readonly drop: (id: string) => Promise<void>
}

type Current = { readonly id: string; readonly of: number; readonly file: OpenFile; length: number }

export function journalsIn(folder: string, files: FileSystem): Journals {
  let current: Current | undefined
  /** One after the other: what is appended has its place. */
  let last: Promise<unknown> = Promise.resolve()
  let waiting: { readonly of: number; readonly frames: Uint8Array[]; readonly answer: Promise<Kept> } | undefined

  const pathOf = (id: string) => join(folder, id)

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const answer = last.then(work)
    last = answer.catch(() => undefined)
    return answer
  }

  const begin: Journals['begin'] = async (head, base, addition, instead) => {
    const before = current
    const id = `${head.path === null ? 'new'.padEnd(32, '0') : keyOf(head.path)}-${randomBytes(8).toString('hex')}.journal`
    let file: OpenFile | undefined
    try {
      await makeFolder(folder, files)
      file = await files.open(`${pathOf(id)}.new`, 'wx', 0o600)
      const start = Buffer.concat([journalStart({ journal: 1, format: FORMAT_VERSION, begun: files.now(), ...head }, base), ...framesOf(addition)])
      await writeAll(file, start, 0)
      await syncFile(file)
      await files.rename(`${pathOf(id)}.new`, pathOf(id))
      await syncFolder(files, folder)
      current = { id, of: addition.of, file, length: start.length }
    } catch (error) {
      await file?.close().catch(() => undefined)
      await files.remove(`${pathOf(id)}.new`).catch(() => undefined)
      return cannotKeep(error)
    }
    if (before !== undefined) await removed(before)
    if (instead !== undefined && isJournal(instead)) await files.remove(pathOf(instead)).catch(() => undefined)
    await forgetOldest()
    return { status: 'kept', bytes: current.length }
  }

  async function append(of: number, frames: readonly Uint8Array[]): Promise<Kept> {
    const now = current
    if (now === undefined || now.of !== of) return { status: 'failed', problem: message('journal.none') }
    const bytes = Buffer.concat(frames)
    try {
      if (now.length + bytes.length > LONGEST_JOURNAL) throw Object.assign(new Error('too long'), { code: 'EFBIG' })
      await writeAll(now.file, bytes, now.length)
      now.length += bytes.length
      return { status: 'kept', bytes: now.length }
    } catch (error) {
      // Half a change at the end would hide whatever follows it.
      await now.file.truncate(now.length).catch(() => undefined)
      return cannotKeep(error)
    }
  }

  let forcing: Promise<void> | undefined
  let nextForcing: Promise<void> | undefined

  /** One forcing at a time; whoever comes while one runs shares the next. What was written does not wait for it, so a slow disk holds up no later change. */
  function force(file: OpenFile): Promise<void> {
    if (forcing === undefined) {
      forcing = syncFile(file).finally(() => {
        forcing = undefined
      })
      return forcing
    }
    nextForcing ??= forcing
      .catch(() => undefined)
      .then(() => {
        nextForcing = undefined
        return force(file)
      })
    return nextForcing
  }

  /** The answer to a write once it is on the disk. */
  async function forced(written: Kept): Promise<Kept> {
    const now = current
    if (written.status === 'failed' || now === undefined) return written
    try {
      await force(now.file)
      return written
    } catch (error) {
      // Another journal took its place while this one was forced: there is nothing left of it to lose.
      return current === now ? cannotKeep(error) : written
    }
  }

  function add(addition: JournalAddition): Promise<Kept> {
    const { of } = addition
    const frames = framesOf(addition)
    // What comes while the disk is busy goes to it together.
    if (waiting?.of === of) {
      waiting.frames.push(...frames)
      return waiting.answer
    }
    const answer = inTurn(() => {
      if (waiting?.frames === frames) waiting = undefined
      return append(of, frames)
    }).then(forced)
    waiting = { of, frames, answer }
    return answer
  }

  async function removed({ id, file }: Current): Promise<void> {
    await file.close().catch(() => undefined)
    await files.remove(pathOf(id)).catch(() => undefined)
  }

  async function idle(isRemoved: boolean): Promise<void> {
    const now = current
    current = undefined
    if (now === undefined) return
    if (isRemoved) await removed(now)
    else await now.file.close().catch(() => undefined)
  }

  async function names(): Promise<readonly string[]> {
    return (await files.readdir(folder).catch(() => [])).filter((name) => isJournal(name) && name !== current?.id)
  }

  async function unsaved(): Promise<readonly Unsaved[]> {
    const found: Unsaved[] = []
    for (const id of await names()) {
      const bytes = await files.readFile(pathOf(id)).catch(() => undefined)
      const journal = bytes === undefined ? undefined : readJournal(bytes)
      if (journal === undefined) continue
      const summary = journalSummary(journal)
      const { path, name } = journal.head
      if (summary.changes > 0) found.push({ ...summary, id, path, name, isWhole: journal.isWhole })
    }
    return found.sort((a, b) => b.until - a.until)
  }

  async function forgetOldest(): Promise<void> {
    const all = await files.readdir(folder).catch(() => [])
    // A beginning that was never finished: its base is still in its file.
    for (const name of all) if (name.endsWith('.journal.new')) await files.remove(pathOf(name)).catch(() => undefined)
    const others = await names()
    if (others.length < MOST_JOURNALS) return
    const aged = await Promise.all(others.map(async (id) => ({ id, at: (await files.stat(pathOf(id)).catch(() => undefined))?.mtimeMs ?? 0 })))
    aged.sort((a, b) => b.at - a.at)
    for (const { id } of aged.slice(MOST_JOURNALS - 1)) await files.remove(pathOf(id)).catch(() => undefined)
  }

  return {
    begin: (head, base, addition, instead) => inTurn(() => begin(head, base, addition, instead)),
    add,
    end: () => inTurn(() => idle(true)),
    release: () => inTurn(() => idle(false)),
    unsaved: () => inTurn(unsaved),
    read: async (id) => (isJournal(id) ? files.readFile(pathOf(id)).catch(() => undefined) : undefined),
    drop: async (id) => {
      if (isJournal(id) && id !== current?.id) await files.remove(pathOf(id)).catch(() => undefined)
    },
  }
}

/** Names come back from the page as tokens, but whatever comes is held to the form that is handed out. */
function isJournal(name: string): boolean {
  return /^(?:[0-9a-f]{32}|new0{29})-[0-9a-f]{16}\.journal$/.test(name)
}

function framesOf({ lines, parts }: JournalAddition): Uint8Array[] {
  return [...parts.map(({ name, bytes }) => partFrame(name, bytes)), ...lines.map(lineFrame)]
}

function cannotKeep(error: unknown): Kept {
  const code = codeOf(error)
  const isFull = code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG'
  return { status: 'failed', problem: message(isFull ? 'journal.diskFull' : 'journal.cannotKeep', { code }) }
}
