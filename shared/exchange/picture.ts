import { type Message, message } from '#shared/base/message'

/** What of foreign files can lie under a plan; told by their first bytes, never by their name. */
export type PictureType = 'png' | 'jpeg' | 'webp'

/** No picture with more is decoded: it would take the memory of a small machine. Pixels. */
export const MOST_PIXELS = 100_000_000

export type PictureHeader =
  | { readonly status: 'ok'; readonly type: PictureType; readonly width: number; readonly height: number }
  | { readonly status: 'refused'; readonly problem: Message }

/** Bytes before `%PDF-` that readers put up with. */
const PDF_MARK_WITHIN = 1024

export function isPdf(bytes: Uint8Array): boolean {
  return indexOf(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d], 0, PDF_MARK_WITHIN) !== -1
}

/**
 * What a picture is and how large, read from its header alone, so that it can be refused before any of it is decoded: one of another
 * kind, one cut short, one of too many pixels. `name` is what the file is called, for the sentence.
 */
export function pictureHeader(bytes: Uint8Array, name: string): PictureHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const read = isPng(bytes) ? pngSize(view) : isJpeg(bytes) ? jpegSize(view) : isWebp(bytes) ? webpSize(view) : undefined
  if (read === undefined) return refused('underlay.not-a-picture', { name })
  if (read === 'cut') return refused('underlay.cut-short', { name })
  const { type, width, height } = read
  if (width === 0 || height === 0) return refused('underlay.not-a-picture', { name })
  if (width * height > MOST_PIXELS) {
    const megapixels = Math.ceil((width * height) / 1_000_000)
    return refused('underlay.too-many-pixels', { name, megapixels, limit: MOST_PIXELS / 1_000_000 })
  }
  return { status: 'ok', type, width, height }
}

type Read = 'cut' | { readonly type: PictureType; readonly width: number; readonly height: number }

function isPng(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
}

/** W3C, PNG (3rd edition), 5: a signature, then chunks of length, type, data and checksum; the last is IEND. */
function pngSize(view: DataView): Read {
  let at = 8
  let size: { readonly width: number; readonly height: number } | undefined
  while (at + 12 <= view.byteLength) {
    const length = view.getUint32(at)
    const type = view.getUint32(at + 4)
    if (at + 12 + length > view.byteLength) return 'cut'
    if (size === undefined) {
      if (type !== IHDR || length < 8) return 'cut'
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    }
    if (type === IEND) return { type: 'png', ...size }
    at += 12 + length
  }
  return 'cut'
}

const IHDR = 0x49484452
const IEND = 0x49454e44

function isJpeg(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xff, 0xd8, 0xff])
}

/** ITU-T T.81, annex B: segments of a marker and a length; a frame header has height and width; the scan ends with an end of image. */
function jpegSize(view: DataView): Read {
  let at = 2
  let size: { readonly width: number; readonly height: number } | undefined
  while (at + 4 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return 'cut'
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1 // fill bytes may come before any marker
      continue
    }
    const length = view.getUint16(at + 2)
    if (at + 2 + length > view.byteLength || length < 2) return 'cut'
    if (isFrameHeader(marker)) {
      if (length < 8) return 'cut'
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    }
    at += 2 + length
    if (marker !== START_OF_SCAN) continue
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
    return size === undefined || indexOf(bytes, [0xff, 0xd9], at, bytes.length) === -1 ? 'cut' : { type: 'jpeg', ...size }
  }
  return 'cut'
}

const START_OF_SCAN = 0xda

/** SOF0 to SOF15, without the three codes among them that mean something else. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function isWebp(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && indexOf(bytes, [0x57, 0x45, 0x42, 0x50], 8, 8) === 8
}

/** RFC 9649, 2: a RIFF container whose first chunk is lossy (VP8), lossless (VP8L) or extended (VP8X). */
function webpSize(view: DataView): Read | undefined {
  if (view.byteLength < 30 || view.getUint32(4, true) + 8 > view.byteLength) return 'cut'
  switch (view.getUint32(12)) {
    case 0x56503820:
      return { type: 'webp', width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case 0x5650384c: {
      const bits = view.getUint32(21, true)
      return { type: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 0x56503858:
      return { type: 'webp', width: (view.getUint32(24, true) & 0xffffff) + 1, height: (view.getUint32(26, true) >>> 8) + 1 }
    default:
      return undefined
  }
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}

/** Where these bytes first stand, beginning between `from` and `to`; -1 for nowhere. */
function indexOf(bytes: Uint8Array, wanted: readonly number[], from: number, to: number): number {
  const last = Math.min(to, bytes.length - wanted.length)
  for (let at = from; at <= last; at++) if (wanted.every((byte, index) => bytes[at + index] === byte)) return at
  return -1
}

function refused(key: string, values: Message['values']): PictureHeader {
  return { status: 'refused', problem: message(key, values) }
}
