import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate'
import { joinedBytes } from '#shared/base/joined-bytes'
import { type Message, message } from '#shared/base/message'
import { crc32 } from './crc32'

/** The parts of a file by their names. */
export type Parts = ReadonlyMap<string, Uint8Array>

export type ZipLimits = {
  /** Bytes of one part, by name; parts that are not named share `allBytes`. */
  readonly partBytes: ReadonlyMap<string, number>
  readonly allBytes: number
  readonly parts: number
}

export type Unzipped = { readonly status: 'ok'; readonly parts: Parts } | { readonly status: 'refused'; readonly problem: Message }

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const LONGEST_COMMENT = 65_535
const STORED = 0
const DEFLATED = 8
const UTF8_NAMES = 0x0800
const ENCRYPTED = 0x0001
/** 1 January 1980 at midnight, the first moment a zip can name: bytes must not depend on when or where a file was saved. */
const FIXED_DATE = 0x0021
/** Compressed bytes inflated at a time. Deflate grows at most 1,032-fold, so a limit is passed by 17 MB at most before it is noticed. */
const INFLATE_STEP = 16_384

/** A zip with its parts in the order of names. The same parts give the same bytes everywhere. */
export function zipped(parts: Parts): Uint8Array {
  const locals: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [name, bytes] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const nameBytes = strToU8(name)
    const data = deflateSync(bytes, { level: 6 })
    const common = [u16(20), u16(UTF8_NAMES), u16(DEFLATED), u16(0), u16(FIXED_DATE), u32(crc32(bytes)), u32(data.length), u32(bytes.length)]
    const local = joinedBytes([u32(LOCAL_HEADER), ...common, u16(nameBytes.length), u16(0), nameBytes, data])
    locals.push(local)
    directory.push(
      joinedBytes([u32(CENTRAL_HEADER), u16(20), ...common, u16(nameBytes.length), ...[0, 0, 0, 0].map(u16), u32(0), u32(offset), nameBytes]),
    )
    offset += local.length
  }
  const directoryBytes = joinedBytes(directory)
  const end = [u32(END_OF_DIRECTORY), u16(0), u16(0), u16(parts.size), u16(parts.size), u32(directoryBytes.length), u32(offset), u16(0)]
  return joinedBytes([...locals, directoryBytes, ...end])
}

/** The parts of a zip. Limits are held against what comes out while it is inflated; what the headers claim decides nothing. */
export function unzipped(bytes: Uint8Array, limits: ZipLimits): Unzipped {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === undefined) return refused('file.cutShort')
  const count = view.getUint16(end + 10, true)
  if (count > limits.parts) return refused('file.tooManyParts', { count, limit: limits.parts })
  const parts = new Map<string, Uint8Array>()
  let remaining = limits.allBytes
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    const entry = centralEntry(view, bytes, at, end)
    if (entry === undefined) return refused('file.damagedDirectory')
    at = entry.next
    if (entry.name.endsWith('/')) continue
    if (!isSafeName(entry.name) || parts.has(entry.name)) return refused('file.partName', { part: printable(entry.name) })
    if (entry.flags & ENCRYPTED || (entry.method !== STORED && entry.method !== DEFLATED)) return refused('file.partMethod', { part: entry.name })
    const own = limits.partBytes.get(entry.name) ?? Number.POSITIVE_INFINITY
    const part = inflatedPart(bytes, view, entry, Math.min(own, remaining))
    if (part === 'damaged') return refused('file.damaged', { part: entry.name })
    if (part === 'tooLarge') {
      if (own <= remaining) return refused('file.partTooLarge', { part: entry.name, limit: megabytes(own) })
      return refused('file.allTooLarge', { part: entry.name, limit: megabytes(limits.allBytes) })
    }
    remaining -= part.length
    parts.set(entry.name, part)
  }
  return { status: 'ok', parts }
}

type Entry = {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly compressed: number
  readonly local: number
  readonly next: number
}

function endOfDirectory(view: DataView): number | undefined {
  const earliest = Math.max(0, view.byteLength - 22 - LONGEST_COMMENT)
  for (let at = view.byteLength - 22; at >= earliest; at--) if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  return undefined
}

function centralEntry(view: DataView, bytes: Uint8Array, at: number, end: number): Entry | undefined {
  if (at + 46 > end || view.getUint32(at, true) !== CENTRAL_HEADER) return undefined
  const nameLength = view.getUint16(at + 28, true)
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  if (next > end) return undefined
  return {
    name: strFromU8(bytes.subarray(at + 46, at + 46 + nameLength)),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    compressed: view.getUint32(at + 20, true),
    local: view.getUint32(at + 42, true),
    next,
  }
}

function inflatedPart(bytes: Uint8Array, view: DataView, entry: Entry, limit: number): Uint8Array | 'damaged' | 'tooLarge' {
  const { local, compressed } = entry
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL_HEADER) return 'damaged'
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (from + compressed > bytes.length) return 'damaged'
  const data = bytes.subarray(from, from + compressed)
  const part = entry.method === STORED ? (data.length > limit ? 'tooLarge' : data.slice()) : inflated(data, limit)
  if (typeof part === 'string') return part
  return crc32(part) === entry.crc ? part : 'damaged'
}

function inflated(data: Uint8Array, limit: number): Uint8Array | 'damaged' | 'tooLarge' {
  const chunks: Uint8Array[] = []
  let size = 0
  const stream = new Inflate((chunk) => {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
  })
  try {
    for (let at = 0; at < data.length || at === 0; at += INFLATE_STEP) {
      stream.push(data.subarray(at, at + INFLATE_STEP), at + INFLATE_STEP >= data.length)
      if (size > limit) return 'tooLarge'
    }
  } catch {
    return 'damaged'
  }
  return joinedBytes(chunks)
}

/** A part never names a place outside the file that it is in. */
function isSafeName(name: string): boolean {
  return /^[\w .()+-]+(\/[\w .()+-]+)*$/u.test(name) && name.length <= 255 && !name.split('/').some((piece) => /^\.+$/.test(piece))
}

function printable(name: string): string {
  return name.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 80)
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 10_485.76) / 100
}

function refused(key: string, values: Message['values'] = {}): Unzipped {
  return { status: 'refused', problem: message(key, values) }
}

function u16(value: number): Uint8Array {
  return Uint8Array.of(value & 255, value >>> 8)
}

function u32(value: number): Uint8Array {
  return Uint8Array.of(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24)
}
