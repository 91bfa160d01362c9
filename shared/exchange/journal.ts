import { strFromU8, strToU8 } from 'fflate'
import { z } from 'zod'
import { Id } from '#shared/base/ids'
import { joinedBytes } from '#shared/base/joined-bytes'
import { text } from '#shared/base/units'
import { crc32 } from './crc32'

/** The last format that was written by an app whose journals did not say theirs. */
const UNTOLD_FORMAT = 3

/** What a journal is about, at its beginning. */
export const JournalHead = z.object({
  journal: z.literal(1),
  /** The format of the records in its lines; the file it begins with says its own, and may be older. */
  format: z.int().positive().default(UNTOLD_FORMAT),
  /** Where the file lies; null for a workshop that has none yet. */
  path: z.string().max(4096).nullable(),
  /** What a person calls it. */
  name: text(200),
  /** Milliseconds since 1970, as every moment here. */
  begun: z.number(),
  /** What was done before, where the journal was begun anew to keep it short. */
  before: z.strictObject({ changes: z.int().nonnegative(), since: z.number(), designs: z.array(text(120)).max(100) }).nullable(),
})
export type JournalHead = Readonly<z.infer<typeof JournalHead>>

/** One change: the records that are there after it, and the ids of those that are not. */
export const JournalLine = z.object({
  at: z.number(),
  /** What was done, in words, and in which design; empty for the workshop. */
  what: text(400),
  design: text(120),
  put: z.array(z.unknown()),
  gone: z.array(Id),
})
export type JournalLine = Readonly<z.infer<typeof JournalLine>>

/** What can be made of the bytes of a journal: all that precedes its first fault. */
export type ReadJournal = {
  readonly head: JournalHead
  /** The file as it was before the first change. */
  readonly base: Uint8Array
  /** Pictures that came along later. */
  readonly parts: ReadonlyMap<string, Uint8Array>
  readonly lines: readonly JournalLine[]
  /** False where the journal breaks off or is damaged behind what was read. */
  readonly isWhole: boolean
}

const MAGIC = strToU8('WARDJRN1')
const FRAME_HEADER = 8
const [HEAD, BASE, PART, LINE] = [0x68, 0x62, 0x70, 0x63]

/** The beginning of a journal. */
export function journalStart(head: JournalHead, base: Uint8Array): Uint8Array {
  return joinedBytes([MAGIC, frame(HEAD, strToU8(JSON.stringify(head))), frame(BASE, base)])
}

/** A change as it is appended; `line` is the JSON of a JournalLine. */
export function lineFrame(line: string): Uint8Array {
  return frame(LINE, strToU8(line))
}

/** A picture as it is appended. */
export function partFrame(name: string, bytes: Uint8Array): Uint8Array {
  const called = strToU8(name)
  return frame(PART, joinedBytes([Uint8Array.of(called.length & 255, called.length >>> 8), called, bytes]))
}

/** Reads as far as length and checksum hold. Undefined where not even the beginning does. Never throws, whatever the bytes. */
export function readJournal(bytes: Uint8Array): ReadJournal | undefined {
  if (!MAGIC.every((byte, index) => bytes[index] === byte)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let head: JournalHead | undefined
  let base: Uint8Array | undefined
  const parts = new Map<string, Uint8Array>()
  const lines: JournalLine[] = []
  let at = MAGIC.length
  while (at + FRAME_HEADER < bytes.length) {
    const length = view.getUint32(at, true)
    const end = at + FRAME_HEADER + length
    if (length === 0 || end > bytes.length) break
    const content = bytes.subarray(at + FRAME_HEADER, end)
    if (crc32(content) !== view.getUint32(at + 4, true)) break
    const [kind, body] = [content[0], content.subarray(1)]
    if (kind === HEAD && head === undefined) {
      head = JournalHead.safeParse(jsonOf(body)).data
      if (head === undefined) return undefined
    } else if (kind === BASE && base === undefined) base = body
    else if (kind === PART && body.length > 2) {
      const name = 2 + body[0]! + 256 * body[1]!
      parts.set(strFromU8(body.subarray(2, name)), body.subarray(name))
    } else if (kind === LINE) {
      const line = JournalLine.safeParse(jsonOf(body))
      if (!line.success) break
      lines.push(line.data)
    } else break
    at = end
  }
  if (head === undefined || base === undefined) return undefined
  return { head, base, parts, lines, isWhole: at === bytes.length }
}

/** What a person is told of a journal before anything is made of it. */
export type JournalSummary = {
  readonly changes: number
  readonly since: number
  readonly until: number
  /** Designs that were changed, those changed last first. */
  readonly designs: readonly string[]
  /** The last things done, the last first. */
  readonly last: readonly string[]
}

const LAST_SHOWN = 5

export function journalSummary({ head, lines }: Pick<ReadJournal, 'head' | 'lines'>): JournalSummary {
  const designs = [...lines.map(({ design }) => design).reverse(), ...(head.before?.designs ?? [])].filter((name) => name !== '')
  return {
    changes: (head.before?.changes ?? 0) + lines.length,
    since: head.before?.since ?? lines[0]?.at ?? head.begun,
    until: lines.at(-1)?.at ?? head.begun,
    designs: [...new Set(designs)],
    last: lines
      .slice(-LAST_SHOWN)
      .reverse()
      .map(({ what }) => what),
  }
}

/** Length and checksum of what follows, so that what was not written whole is known from what was. */
function frame(kind: number, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(FRAME_HEADER + 1 + body.length)
  bytes[FRAME_HEADER] = kind
  bytes.set(body, FRAME_HEADER + 1)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 1 + body.length, true)
  view.setUint32(4, crc32(bytes.subarray(FRAME_HEADER)), true)
  return bytes
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(strFromU8(bytes))
  } catch {
    return undefined
  }
}
