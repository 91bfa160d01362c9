/** The first index from `from` on, below `to`, at which something holds that holds at all later ones too; `to` where it holds at none. Asks O(log n) of them. */
export function firstWhere(from: number, to: number, holds: (index: number) => boolean): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
