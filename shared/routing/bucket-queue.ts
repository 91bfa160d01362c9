import { longer } from '#shared/base/longer'
import { Heap } from './heap'

/** Buckets a turn, and keys a bucket: on a floor of a hospital a bucket holds one or two of what a search has been offered. */
const BUCKETS = 1024
const WIDTH = 64

/**
 * A priority queue of whole numbers by a key each, least key first, for searches: what is pushed is never less than what was popped
 * last, but for rounding. Keys (millimetres, 0 or more) lie in buckets (Dial 1969), used again after each turn; only the bucket that it
 * is at is kept in order, by a heap. So an item costs the same however many wait. Not stable: equal keys come in no particular order.
 */
export class BucketQueue {
  private readonly near = new Heap()
  /** By bucket: the last item that was put into it, or -1. */
  private readonly head = new Int32Array(BUCKETS).fill(-1)
  private keys = new Float64Array(256)
  private items = new Int32Array(256)
  private next = new Int32Array(256)
  private used = 0
  private at = -1
  size = 0

  clear(): void {
    if (this.size > 0) this.head.fill(-1)
    this.near.clear()
    this.used = 0
    this.at = -1
    this.size = 0
  }

  push(key: number, item: number): void {
    this.size++
    const bucket = Math.floor(key / WIDTH)
    if (bucket <= this.at) {
      this.near.push(key, item)
      return
    }
    if (this.used === this.keys.length) this.grow()
    const entry = this.used++
    const slot = bucket & (BUCKETS - 1)
    this.keys[entry] = key
    this.items[entry] = item
    this.next[entry] = this.head[slot]!
    this.head[slot] = entry
  }

  /** Takes the item of least key; only from a queue that is not empty. */
  pop(): number {
    this.size--
    while (this.near.size === 0) this.moveOn()
    return this.near.pop()
  }

  /** Goes on to the next bucket; what lies there for a later turn stays. */
  private moveOn(): void {
    const { head, keys, items, next, near } = this
    const bucket = ++this.at
    const slot = bucket & (BUCKETS - 1)
    let entry = head[slot]!
    if (entry < 0) return
    let later = -1
    while (entry >= 0) {
      const following = next[entry]!
      if (Math.floor(keys[entry]! / WIDTH) === bucket) near.push(keys[entry]!, items[entry]!)
      else {
        next[entry] = later
        later = entry
      }
      entry = following
    }
    head[slot] = later
  }

  private grow(): void {
    this.keys = longer(this.keys, new Float64Array(this.keys.length * 2))
    this.items = longer(this.items, new Int32Array(this.items.length * 2))
    this.next = longer(this.next, new Int32Array(this.next.length * 2))
  }
}
