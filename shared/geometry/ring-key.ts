/** The corners of a ring (x0, y0, x1, y1, ...) in words, from the lowest x and then y on: the same wherever its list begins. */
export function ringKey(ring: readonly number[]): string {
  let first = 0
  for (let i = 2; i < ring.length; i += 2) {
    if (ring[i]! < ring[first]! || (ring[i]! === ring[first]! && ring[i + 1]! < ring[first + 1]!)) first = i
  }
  return first === 0 ? ring.join(' ') : `${ring.slice(first).join(' ')} ${ring.slice(0, first).join(' ')}`
}
