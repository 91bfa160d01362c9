/** Pairs of points with a code each, kept so that all pairs of one code are found at once. Codes are negative. */
export type PairLog = {
  add(one: number, other: number, code: number): void
  visit(code: number, visitor: (one: number, other: number) => void): void
}

export function pairLog(): PairLog {
  let ones = new Int32Array(256)
  let others = new Int32Array(256)
  let codes = new Int32Array(256)
  let count = 0
  let first: Int32Array | undefined
  let order = new Int32Array(0)

  function index(): Int32Array {
    let largest = 0
    for (let i = 0; i < count; i++) largest = Math.max(largest, -codes[i]!)
    const starts = new Int32Array(largest + 2)
    for (let i = 0; i < count; i++) starts[-codes[i]! + 1]!++
    for (let c = 0; c <= largest; c++) starts[c + 1]! += starts[c]!
    const next = starts.slice()
    order = new Int32Array(count)
    for (let i = 0; i < count; i++) order[next[-codes[i]!]!++] = i
    return starts
  }

  return {
    add(one, other, code) {
      if (count === codes.length) {
        ones = doubled(ones)
        others = doubled(others)
        codes = doubled(codes)
      }
      ones[count] = one
      others[count] = other
      codes[count++] = code
      first = undefined
    },
    visit(code, visitor) {
      first ??= index()
      if (-code + 1 >= first.length) return
      for (let i = first[-code]!; i < first[-code + 1]!; i++) visitor(ones[order[i]!]!, others[order[i]!]!)
    },
  }
}

function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(values.length * 2)
  longer.set(values)
  return longer
}
