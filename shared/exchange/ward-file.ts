import { strFromU8, strToU8 } from 'fflate'
import { type Message, message } from '#shared/base/message'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { UNDERLAY_PART } from '#shared/document/elements/underlay'
import { canonicalText } from './canonical-text'
import { documentFromText, type RawFile, rawFromText } from './document-text'
import { type Parts, unzipped, type ZipLimits, zipped } from './zip'

/** The part of a `.ward` zip that holds the records. */
export const WORKSHOP_PART = 'workshop.json'

const MEGABYTE = 1_048_576
const WORKSHOP_BYTES = 64 * MEGABYTE

/** Nothing larger is read, however small the file on the disk. */
export const WARD_LIMITS: ZipLimits = { partBytes: new Map([[WORKSHOP_PART, WORKSHOP_BYTES]]), allBytes: 512 * MEGABYTE, parts: 2000 }

/** `assets` are the other parts of the file, kept as they are for the next save; `formatVersion` is that of the file, brought to today's. */
export type DecodedWard =
  | { readonly status: 'ok'; readonly document: WardDocument; readonly formatVersion: number; readonly assets: Parts }
  | { readonly status: 'refused'; readonly problem: Message }

const NO_ASSETS: Parts = new Map()

/** Reads a `.ward` file, or the plain text of one. What it is decides, not its name. Never throws, whatever the bytes. */
export function decodeWard(bytes: Uint8Array, limits: ZipLimits = WARD_LIMITS): DecodedWard {
  const file = textOfWard(bytes, limits)
  if (file.status === 'refused') return file
  const decoded = documentFromText(file.text)
  return decoded.status === 'ok' ? { ...decoded, assets: file.assets } : decoded
}

/** The records of such a file as they are written in it, in the format that it says. Never throws either. */
export function rawWard(bytes: Uint8Array): (Extract<RawFile, { status: 'ok' }> & { readonly assets: Parts }) | Refused {
  const file = textOfWard(bytes, WARD_LIMITS)
  if (file.status === 'refused') return file
  const raw = rawFromText(file.text)
  return raw.status === 'ok' ? { ...raw, assets: file.assets } : raw
}

type Refused = { readonly status: 'refused'; readonly problem: Message }
type WardText = { readonly status: 'ok'; readonly text: string; readonly assets: Parts } | Refused

function textOfWard(bytes: Uint8Array, limits: ZipLimits): WardText {
  if (bytes.length === 0) return refused('file.empty')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return fromZip(bytes, limits)
  const start = startsWithMark(bytes) ? 3 : 0
  if (firstVisible(bytes, start) !== '{') return refused('file.notWard')
  const limit = limits.partBytes.get(WORKSHOP_PART) ?? WORKSHOP_BYTES
  if (bytes.length > limit) return refused('file.partTooLarge', { part: WORKSHOP_PART, limit: limit / MEGABYTE })
  return { status: 'ok', text: strFromU8(bytes.subarray(start)), assets: NO_ASSETS }
}

/**
 * The bytes of a `.ward` file: a zip of the canonical text and the assets. The same document gives the same bytes. Pictures that no
 * underlay shows any more stay behind; parts that are not ours are kept.
 */
export function encodeWard(document: WardDocument, assets: Parts = NO_ASSETS): Uint8Array {
  const shown = new Set(underlayParts(document))
  const kept = [...assets].filter(([name]) => !UNDERLAY_PART.test(name) || shown.has(name))
  return zipped(new Map([...kept, [WORKSHOP_PART, strToU8(canonicalText(document))]]))
}

/** The parts that the underlays of a document show. */
export function underlayParts(document: WardDocument): readonly string[] {
  return Object.values(document.designs).flatMap((table) => recordsOf(table, 'underlay').map(({ part }) => part))
}

/** The bytes of a `.ward.json` file: the canonical text alone. */
export function encodeWardJson(document: WardDocument): Uint8Array {
  return strToU8(canonicalText(document))
}

function fromZip(bytes: Uint8Array, limits: ZipLimits): WardText {
  const zip = unzipped(bytes, limits)
  if (zip.status === 'refused') return zip
  const workshop = zip.parts.get(WORKSHOP_PART)
  if (workshop === undefined) return refused('file.noWorkshopPart', { part: WORKSHOP_PART })
  return { status: 'ok', text: strFromU8(workshop), assets: new Map([...zip.parts].filter(([name]) => name !== WORKSHOP_PART)) }
}

/** Editors on Windows put a byte order mark before a text. */
function startsWithMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

function firstVisible(bytes: Uint8Array, start: number): string | undefined {
  const at = bytes.findIndex((byte, index) => index >= start && byte > 0x20)
  return at === -1 ? undefined : String.fromCharCode(bytes[at]!)
}

function refused(key: string, values: Message['values'] = {}): Refused {
  return { status: 'refused', problem: message(key, values) }
}
