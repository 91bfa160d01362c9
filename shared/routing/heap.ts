/** A priority queue of whole numbers by a key each, least key first. Not stable: equal keys come in no particular order. */
export class Heap {
  private keys = new Float64Array(256)
  private items = new Int32Array(256)
  size = 0

  clear(): void {
    this.size = 0
  }

  /** The least key; only asked of a heap that is not empty. */
  get leastKey(): number {
    return this.keys[0]!
  }

  push(key: number, item: number): void {
    if (this.size === this.keys.length) this.grow()
    const { keys, items } = this
    let hole = this.size++
    while (hole > 0) {
      const above = (hole - 1) >> 1
      const aboveKey = keys[above]!
      if (aboveKey <= key) break
      keys[hole] = aboveKey
      items[hole] = items[above]!
      hole = above
    }
    keys[hole] = key
    items[hole] = item
  }

  /** Takes the item of least key; only from a heap that is not empty. */
  pop(): number {
    const { keys, items } = this
    const top = items[0]!
    const size = --this.size
    const key = keys[size]!
    const item = items[size]!
    let hole = 0
    for (;;) {
      let below = 2 * hole + 1
      if (below >= size) break
      if (below + 1 < size && keys[below + 1]! < keys[below]!) below++
      const belowKey = keys[below]!
      if (belowKey >= key) break
      keys[hole] = belowKey
      items[hole] = items[below]!
      hole = below
    }
    keys[hole] = key
    items[hole] = item
    return top
  }

  private grow(): void {
    const keys = new Float64Array(this.keys.length * 2)
    keys.set(this.keys)
    this.keys = keys
    const items = new Int32Array(this.items.length * 2)
    items.set(this.items)
    this.items = items
  }
}
