import type { Message } from '#shared/base/message'
import type { Change } from '#shared/document/change'
import type { WardDocument } from '#shared/document/document'
import { lineOf } from '#shared/exchange/replay'
import type { Bridge } from '#shared/ipc/bridge'
import type { FileToken, Requests, UnsavedToken } from '#shared/ipc/requests'
import type { Codec } from './codec'

/** What a journal begins with: the bytes of the document before its first change, and whose they are. */
export type JournalBase = {
  readonly file: FileToken | null
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer> | (() => Promise<Uint8Array<ArrayBuffer>>)
  /** Of what came before the base, if anything did. */
  readonly before?: Before | null
  /** Unsaved work that this takes the place of. */
  readonly instead?: UnsavedToken
}

type Before = NonNullable<Requests['beginJournal']['before']>

type Line = { readonly text: string; readonly at: number; readonly design: string }

/** A journal that is longer than its beginning by so much is begun anew. Bytes. */
const LONGEST_TAIL = 4 * 1024 * 1024
const MOST_DESIGNS = 100

export type JournalParts = {
  readonly bridge: Pick<Bridge, 'beginJournal' | 'addToJournal' | 'endJournal'>
  readonly codec: Pick<Codec, 'encode' | 'readPart'>
  /** Told once when what is done can no longer be kept, and undefined when it can again. */
  readonly trouble: (problem: Message | undefined) => void
  readonly now: () => number
}

/**
 * Sends every change to the disk as soon as it is made, for the day that the app ends without being asked to. The file as it was
 * goes first, with the first change: who only looks writes nothing.
 */
export function createJournal({ bridge, codec, trouble, now }: JournalParts) {
  let base: JournalBase | undefined
  let lines: Line[] = []
  /** How many of the lines main has, and whether it has what they are added to. */
  let sent = 0
  let hasBegun = false
  let parts: string[] = []
  let known = new Set<string>()
  let latest: WardDocument | undefined
  /** How many lines of this document are in its base already. */
  let before = 0
  /** Counts the bases: an answer about an older one is of no use. */
  let bases = 0
  /** Main has a journal that is of no use any more. */
  let mustEnd = false
  let pumping: Promise<void> | undefined
  let isTroubled = false

  function rebase(next: JournalBase | undefined, kept: readonly Line[]): void {
    bases++
    base = next
    lines = [...kept]
    sent = 0
    hasBegun = false
    parts = [...known]
  }

  function pump(): Promise<void> {
    pumping ??= send().finally(() => {
      pumping = undefined
    })
    return pumping
  }

  /** One thing after the other, so that main never ends a journal that was begun since. */
  async function send(): Promise<void> {
    for (;;) {
      if (mustEnd) {
        mustEnd = false
        await bridge.endJournal({}).catch(() => undefined)
        continue
      }
      if (base === undefined || !isDue(base)) return
      const mine = bases
      const [asked, upTo] = [base, lines.length]
      const answer = await attempt(asked, mine, lines.slice(sent)).catch(() => undefined)
      if (mine !== bases) continue
      if (answer === undefined || answer.status === 'failed') {
        // Main may have lost its place: the next change begins all anew.
        sent = 0
        hasBegun = false
        tell(answer?.problem ?? { key: 'journal.cannotKeep', values: { code: '-' } })
        return
      }
      sent = upTo
      tell(undefined)
      if (answer.bytes > answer.base + LONGEST_TAIL) await shorten(mine)
    }
  }

  function isDue({ instead }: JournalBase): boolean {
    return sent < lines.length || (lines.length > 0 && parts.length > 0) || (!hasBegun && instead !== undefined)
  }

  type Sent = { readonly status: 'kept'; readonly bytes: number; readonly base: number } | { readonly status: 'failed'; readonly problem: Message }

  async function attempt(asked: JournalBase, mine: number, batch: readonly Line[]): Promise<Sent> {
    const { file, name, before: earlier = null, instead = null } = asked
    const names = parts
    const read = await Promise.all(names.map(async (part) => ({ name: part, bytes: await codec.readPart(part) })))
    const found = read.flatMap((part) => (part.bytes === undefined || part.bytes.length === 0 ? [] : [{ name: part.name, bytes: part.bytes }]))
    const addition = { lines: batch.map(({ text }) => text), parts: found }
    const bytes = asked.bytes instanceof Uint8Array ? asked.bytes : await asked.bytes()
    if (mine !== bases) return { status: 'kept', bytes: 0, base: 0 }
    // What was done goes along with the beginning: there is no moment at which the disk has the one without the other.
    const answer = hasBegun
      ? await bridge.addToJournal(addition)
      : await bridge.beginJournal({ file, name: name.slice(0, 120), base: bytes, before: earlier, instead, ...addition })
    if (answer.status === 'failed') return answer
    if (mine === bases) {
      hasBegun = true
      parts = parts.filter((part) => !names.includes(part))
    }
    return { ...answer, base: bytes.length }
  }

  /** What is on the screen now takes the place of the file as it was and of all that was done since. */
  async function shorten(mine: number): Promise<void> {
    const [document, count, old] = [latest, lines.length, base]
    if (document === undefined || old === undefined) return
    const bytes = await codec.encode(document, 'zip').catch(() => undefined)
    if (bytes === undefined || mine !== bases) return
    const { instead: _, ...rest } = old
    before += count
    rebase({ ...rest, bytes, before: summaryOf(old.before ?? null, lines.slice(0, count)) }, lines.slice(count))
  }

  function tell(problem: Message | undefined): void {
    if (isTroubled === (problem !== undefined)) return
    isTroubled = problem !== undefined
    trouble(problem)
  }

  return {
    /** From here on, about another document. What an earlier one had not saved is not wanted any more. */
    open(next: JournalBase): void {
      known = new Set()
      latest = undefined
      before = 0
      rebase(next, [])
      mustEnd = true
      void pump()
    },
    changed(document: WardDocument, change: Change, what: string, design: string): void {
      if (base === undefined) return
      latest = document
      const at = now()
      lines.push({ text: JSON.stringify(lineOf(change, { at, what: what.slice(0, 400), design: design.slice(0, 120) })), at, design })
      for (const record of [...change.added, ...change.updated.map(([, to]) => to)]) {
        if (record.kind !== 'underlay' || known.has(record.part)) continue
        known.add(record.part)
        parts.push(record.part)
      }
      void pump()
    },
    /** What is on the screen is what the journal began with: nothing of it is needed, until something is done again. */
    rewound(): void {
      if (base === undefined) return
      before += lines.length
      rebase(base, [])
      mustEnd = true
      void pump()
    },
    /** How much was done until now, to be told when it has been saved. */
    mark: () => before + lines.length,
    /** All until `mark` is in a file now; what was done since begins a journal of its own, in the place of this one. */
    async saved(mark: number, next: JournalBase): Promise<void> {
      const since = lines.slice(Math.max(0, mark - before))
      before = mark
      rebase(next, since)
      mustEnd = since.length === 0
      await pump()
    },
    /** The document is closed, and what of it was not saved is not wanted. */
    async close(): Promise<void> {
      rebase(undefined, [])
      mustEnd = true
      await pump()
    },
    /** Settles when all that was done is on the disk, or cannot be. */
    settled: () => pumping ?? Promise.resolve(),
  }
}

function summaryOf(before: Before | null, lines: readonly Line[]): Before {
  const designs = [...new Set([...lines.map(({ design }) => design).reverse(), ...(before?.designs ?? [])])].filter((name) => name !== '')
  return {
    changes: (before?.changes ?? 0) + lines.length,
    since: before?.since ?? lines[0]?.at ?? 0,
    designs: designs.slice(0, MOST_DESIGNS),
  }
}
