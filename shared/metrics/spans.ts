/** Stretches of a line as start, end, start, end, ... in metres along it, in order and apart. */
export type Spans = readonly number[]

/** Gaps shorter than this are rounding: the stretches are one. Metres. */
const JOINT_M = 1e-9

/** The stretches that any of several lists of stretches covers. */
export function unionOfSpans(lists: readonly Spans[]): Spans {
  const inOrder: number[] = []
  for (let k = 0; k < lists.length; k++) {
    const list = lists[k]!
    for (let i = 0; i < list.length; i += 2) if (list[i + 1]! - list[i]! > JOINT_M) insert(inOrder, list[i]!, list[i + 1]!)
  }
  return spansInOrder(inOrder)
}

/** Puts a stretch in its place by where it starts, then where it ends. There are few, and they mostly come in order. */
function insert(stretches: number[], start: number, end: number): void {
  let hole = stretches.length
  stretches.push(start, end)
  while (hole > 0 && (stretches[hole - 2]! > start || (stretches[hole - 2] === start && stretches[hole - 1]! > end))) {
    stretches[hole] = stretches[hole - 2]!
    stretches[hole + 1] = stretches[hole - 1]!
    hole -= 2
  }
  stretches[hole] = start
  stretches[hole + 1] = end
}

/** Stretches that come in order, those that touch or overlap made one. */
export function spansInOrder(spans: readonly number[]): Spans {
  if (spans.length === 0) return NO_SPANS
  const found: number[] = []
  for (let i = 0; i < spans.length; i += 2) {
    const start = spans[i]!
    const end = spans[i + 1]!
    if (end - start <= JOINT_M) continue
    const last = found.length - 1
    if (last > 0 && start <= found[last]! + JOINT_M) found[last] = Math.max(found[last]!, end)
    else found.push(start, end)
  }
  return found
}

export const NO_SPANS: Spans = []

/** How long stretches are together. Metres. */
export function lengthOfSpans(spans: Spans): number {
  let sum = 0
  for (let i = 0; i < spans.length; i += 2) sum += spans[i + 1]! - spans[i]!
  return sum
}
