/** The largest picture that an .ico can hold. */
const LARGEST_ICO = 256

/** How an .icns calls a picture of a size. */
const ICNS_TYPES = new Map([
  [16, 'icp4'],
  [32, 'icp5'],
  [64, 'icp6'],
  [128, 'ic07'],
  [256, 'ic08'],
  [512, 'ic09'],
  [1024, 'ic10'],
])

/**
 * An icon for Windows: a directory of 16 bytes a picture, then the PNGs themselves (Windows Vista and later).
 * @param {ReadonlyMap<number, Buffer>} pictures by their side in pixels
 */
export function icoOf(pictures) {
  const held = [...pictures].filter(([size]) => size <= LARGEST_ICO)
  const head = Buffer.alloc(6 + 16 * held.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(held.length, 4)
  let at = head.length
  held.forEach(([size, { length }], index) => {
    const entry = 6 + 16 * index
    head.writeUInt8(size % 256, entry) // 0 stands for 256
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(length, entry + 8)
    head.writeUInt32LE(at, entry + 12)
    at += length
  })
  return Buffer.concat([head, ...held.map(([, png]) => png)])
}

/**
 * An icon for macOS: blocks of a type, a length and a PNG.
 * @param {ReadonlyMap<number, Buffer>} pictures by their side in pixels
 */
export function icnsOf(pictures) {
  const blocks = [...pictures].flatMap(([size, png]) => {
    const type = ICNS_TYPES.get(size)
    return type === undefined ? [] : [block(type, png)]
  })
  return block('icns', Buffer.concat(blocks))
}

/**
 * @param {string} type
 * @param {Buffer} content
 */
function block(type, content) {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([head, content])
}
