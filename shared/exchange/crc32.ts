const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1
  return remainder
})

/** The checksum of a zip part (ISO 3309), continued from that of the bytes before. Unsigned. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let remainder = ~before
  // By index: a file is opened before any of this is compiled.
  for (let i = 0; i < bytes.length; i++) remainder = TABLE[(remainder ^ bytes[i]!) & 255]! ^ (remainder >>> 8)
  return ~remainder >>> 0
}
