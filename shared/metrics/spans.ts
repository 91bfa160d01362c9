/** Stretches of a line as start, end, start, end, ... in metres along it, in order and apart. */
export type Spans = readonly number[]

/** Gaps shorter than this are rounding: the stretches are one. Metres. */
const JOINT_M = 1e-9

/** The stretches that any of several lists of stretches covers. */
export function unionOfSpans(lists: readonly Spans[]): Spans {
  const pairs: [number, number][] = []
  for (const list of lists) for (let i = 0; i < list.length; i += 2) if (list[i + 1]! - list[i]! > JOINT_M) pairs.push([list[i]!, list[i + 1]!])
  if (pairs.length === 0) return NO_SPANS
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const spans: number[] = []
  for (const [start, end] of pairs) {
    const last = spans.length - 1
    if (last > 0 && start <= spans[last]! + JOINT_M) spans[last] = Math.max(spans[last]!, end)
    else spans.push(start, end)
  }
  return spans
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
