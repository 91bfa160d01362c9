import { type Message, message } from '#shared/base/message'
import type { Change } from '#shared/document/change'
import type { WardDocument } from '#shared/document/document'
import { lineOf } from '#shared/exchange/replay'
import type { Bridge, KeptAnswer } from '#shared/ipc/bridge'
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
 * Sends every change to main as soon as it is made, and waits for no answer to send the next: main writes in that order. The file as it
 * was goes first, along with the first change: who only looks writes nothing.
 */
export function createJournal({ bridge, codec, trouble, now }: JournalParts) {
  let base: JournalBase | undefined
  let bytes: Uint8Array<ArrayBuffer> | undefined
  let lines: Line[] = []
  /** How many of the lines main was sent, and whether it was sent what they are added to. */
  let sent = 0
  let hasBegun = false
  /** How many lines of this document are in its base already. */
  let before = 0
  let known = new Set<string>()
  let latest: WardDocument | undefined
  /** Counts the beginnings, so that nothing is added to a journal that it does not belong to. */
  let beginning = 0
  const asked = new Set<Promise<unknown>>()
  let isTroubled = false

  function track<T>(asking: Promise<T>): Promise<T> {
    asked.add(asking)
    void asking.finally(() => asked.delete(asking)).catch(() => undefined)
    return asking
  }

  /** From here on this is what the journal begins with; nothing of it has been sent. */
  function rebase(next: JournalBase | undefined, kept: readonly Line[]): void {
    beginning++
    base = next
    bytes = next?.bytes instanceof Uint8Array ? next.bytes : undefined
    lines = [...kept]
    sent = 0
    hasBegun = false
    if (next !== undefined && !(next.bytes instanceof Uint8Array)) void track(fetchBytes(next.bytes, beginning))
  }

  async function fetchBytes(making: () => Promise<Uint8Array<ArrayBuffer>>, mine: number): Promise<void> {
    const made = await making().catch(() => undefined)
    if (mine !== beginning) return
    bytes = made
    if (made === undefined) tell(message('journal.cannotKeep', { code: '-' }))
    else send()
  }

  function send(): void {
    if (base === undefined || bytes === undefined) return
    if (hasBegun && sent === lines.length) return
    // What takes the place of other work has to be there before that goes; everything else waits for a first change.
    if (!hasBegun && lines.length === 0 && base.instead === undefined) return
    const addition = { of: beginning, lines: lines.slice(sent).map(({ text }) => text), parts: [] }
    const { file, name, before: earlier = null, instead = null } = base
    sent = lines.length
    // What was done goes along with the beginning: there is no moment at which the disk has the one without the other.
    const asking = hasBegun
      ? bridge.addToJournal(addition)
      : bridge.beginJournal({ file, name: name.slice(0, 120), base: bytes, before: earlier, instead, ...addition })
    const isFirst = !hasBegun
    hasBegun = true
    void track(hear(asking, beginning, bytes.length))
    if (isFirst) for (const part of known) void track(sendPart(part, beginning))
  }

  async function hear(asking: Promise<KeptAnswer>, mine: number, baseLength: number): Promise<void> {
    const answer = await asking.catch(() => undefined)
    if (mine !== beginning) return
    if (answer === undefined || answer.status === 'failed') {
      // Main may have lost its place: the next change begins all anew.
      beginning++
      sent = 0
      hasBegun = false
      tell(answer?.problem ?? message('journal.cannotKeep', { code: '-' }))
      return
    }
    tell(undefined)
    if (answer.bytes > baseLength + LONGEST_TAIL) await shorten(mine)
  }

  /** A picture that was added since: it follows what shows it. */
  async function sendPart(name: string, mine: number): Promise<void> {
    const found = await codec.readPart(name).catch(() => undefined)
    if (found === undefined || found.length === 0 || mine !== beginning || bytes === undefined) return
    await hear(bridge.addToJournal({ of: mine, lines: [], parts: [{ name, bytes: found }] }), mine, bytes.length)
  }

  /** What is on the screen now takes the place of the file as it was and of all that was done since. */
  async function shorten(mine: number): Promise<void> {
    const [document, count, old] = [latest, lines.length, base]
    if (document === undefined || old === undefined) return
    const made = await codec.encode(document, 'zip').catch(() => undefined)
    if (made === undefined || mine !== beginning) return
    const { instead: _, ...rest } = old
    before += count
    rebase({ ...rest, bytes: made, before: summaryOf(old.before ?? null, lines.slice(0, count)) }, lines.slice(count))
    send()
  }

  function tell(problem: Message | undefined): void {
    if (isTroubled === (problem !== undefined)) return
    isTroubled = problem !== undefined
    trouble(problem)
  }

  const end = () => void track(bridge.endJournal({}).catch(() => undefined))

  /** Settles when all that was sent is on the disk, or cannot be. */
  async function settled(): Promise<void> {
    while (asked.size > 0) await Promise.allSettled(asked)
  }

  return {
    /** From here on, about another document. What an earlier one had not saved is not wanted any more. */
    open(next: JournalBase): void {
      known = new Set()
      latest = undefined
      before = 0
      end()
      rebase(next, [])
      send()
    },
    changed(document: WardDocument, change: Change, what: string, design: string): void {
      if (base === undefined) return
      latest = document
      const at = now()
      lines.push({ text: JSON.stringify(lineOf(change, { at, what: what.slice(0, 400), design: design.slice(0, 120) })), at, design })
      const wasBegun = hasBegun
      send()
      for (const record of [...change.added, ...change.updated.map(([, to]) => to)]) {
        if (record.kind !== 'underlay' || known.has(record.part)) continue
        known.add(record.part)
        if (wasBegun) void track(sendPart(record.part, beginning))
      }
    },
    /** What is on the screen is what the journal began with: nothing of it is needed, until something is done again. */
    rewound(): void {
      if (base === undefined) return
      before += lines.length
      end()
      rebase(base, [])
    },
    /** How much was done until now, to be told when it has been saved. */
    mark: () => before + lines.length,
    /** All until `mark` is in a file now; what was done since begins a journal of its own, in the place of this one. */
    async saved(mark: number, next: JournalBase): Promise<void> {
      const since = lines.slice(Math.max(0, mark - before))
      before = mark
      if (since.length === 0) end()
      rebase(next, since)
      send()
      await settled()
    },
    /** The document is closed, and what of it was not saved is not wanted. */
    async close(): Promise<void> {
      rebase(undefined, [])
      end()
      await settled()
    },
    settled,
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
