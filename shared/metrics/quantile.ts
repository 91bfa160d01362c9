/** The value below which a share of some values lies, between the nearest two; NaN of none. The values are put in another order. */
export function quantileOf(values: Float64Array, share: number): number {
  const most = values.length - 1
  if (most < 0) return Number.NaN
  const at = share * most
  const below = Math.floor(at)
  moveSmallest(values, below)
  const low = values[below]!
  if (below === most) return low
  let next = values[below + 1]!
  for (let i = below + 2; i <= most; i++) if (values[i]! < next) next = values[i]!
  return low + (at - below) * (next - low)
}

/** Moves values until none before a position is larger than the one there, and none after it smaller (Hoare 1961, algorithm 65). */
function moveSmallest(values: Float64Array, position: number): void {
  let first = 0
  let last = values.length - 1
  while (first < last) {
    const middle = values[(first + last) >> 1]!
    let i = first
    let j = last
    while (i <= j) {
      while (values[i]! < middle) i += 1
      while (values[j]! > middle) j -= 1
      if (i <= j) {
        const held = values[i]!
        values[i++] = values[j]!
        values[j--] = held
      }
    }
    if (position <= j) last = j
    else if (position >= i) first = i
    else return
  }
}
