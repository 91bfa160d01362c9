import { inflateRawSync } from 'node:zlib'

/**
 * The files of an uncompressed tar, by name, as views into it. Reads plain and ustar headers, which is what `npm pack` writes.
 * @param {Buffer} tar
 * @returns {Map<string, Buffer>}
 */
export function readTar(tar) {
  const files = new Map()
  for (let at = 0; at + 512 <= tar.length; ) {
    const header = tar.subarray(at, at + 512)
    const name = text(header.subarray(0, 100))
    if (name === '') break
    const size = Number.parseInt(text(header.subarray(124, 136)).trim(), 8)
    const prefix = text(header.subarray(345, 500))
    if (header[156] === 0x30 || header[156] === 0) files.set(prefix === '' ? name : `${prefix}/${name}`, tar.subarray(at + 512, at + 512 + size))
    at += 512 + Math.ceil(size / 512) * 512
  }
  return files
}

/**
 * The entries of a zip's central directory; `bytes()` inflates one. Enough for zips under 4 GB without encryption.
 * @param {Buffer} zip
 * @returns {{ name: string, mode: number, bytes: () => Buffer }[]}
 */
export function readZip(zip) {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0) throw new Error('not a zip')
  const entries = []
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const method = zip.readUInt16LE(at + 10)
    const packed = zip.readUInt32LE(at + 20)
    const nameLength = zip.readUInt16LE(at + 28)
    const start = zip.readUInt32LE(at + 42)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const mode = zip.readUInt32LE(at + 38) >>> 16
    const bytes = () => {
      const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
      const raw = zip.subarray(data, data + packed)
      return method === 0 ? raw : inflateRawSync(raw)
    }
    entries.push({ name, mode, bytes })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

/**
 * An asar archive of a flat list of files: a pickled JSON header, then the files one after the other.
 * @param {Readonly<Record<string, Buffer>>} files
 */
export function writeAsar(files) {
  let offset = 0
  /** @type {Record<string, { size: number, offset: string }>} */
  const entries = {}
  for (const [name, bytes] of Object.entries(files)) {
    entries[name] = { size: bytes.length, offset: String(offset) }
    offset += bytes.length
  }
  const json = Buffer.from(JSON.stringify({ files: entries }))
  const padded = Math.ceil(json.length / 4) * 4
  const head = Buffer.alloc(16 + padded)
  head.writeUInt32LE(4, 0)
  head.writeUInt32LE(8 + padded, 4)
  head.writeUInt32LE(4 + padded, 8)
  head.writeUInt32LE(json.length, 12)
  json.copy(head, 16)
  return Buffer.concat([head, ...Object.values(files)])
}

/** @param {Buffer} field a text that ends at its first zero byte */
function text(field) {
  const end = field.indexOf(0)
  return field.toString('utf8', 0, end < 0 ? field.length : end)
}
