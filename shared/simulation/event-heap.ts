/**
 * What is to happen, soonest first; at the same time by rank, then in the order in which it was said (stable). A binary heap of
 * typed arrays over slots that are used again: no object an event.
 */
export class EventHeap {
  size = 0
  /** Of the event taken last. */
  time = 0
  kind = 0
  subject: unknown = undefined
  serial = 0

  private times = new Float64Array(64)
  private orders = new Float64Array(64)
  private slots = new Int32Array(64)
  private kinds = new Uint8Array(64)
  private serials = new Int32Array(64)
  private subjects: unknown[] = new Array(64).fill(undefined)
  private free: number[] = []
  private made = 0
  private said = 0

  push(time: number, rank: number, kind: number, subject: unknown, serial: number): void {
    const slot = this.free.pop() ?? this.newSlot()
    this.kinds[slot] = kind
    this.serials[slot] = serial
    this.subjects[slot] = subject
    const order = rank * SAID_MOST + this.said++
    const { times, orders, slots } = this
    let hole = this.size++
    while (hole > 0) {
      const above = (hole - 1) >> 1
      const aboveTime = times[above]!
      if (aboveTime < time || (aboveTime === time && orders[above]! < order)) break
      times[hole] = aboveTime
      orders[hole] = orders[above]!
      slots[hole] = slots[above]!
      hole = above
    }
    times[hole] = time
    orders[hole] = order
    slots[hole] = slot
  }

  /** Takes the soonest event; only from a heap that is not empty. */
  pop(): void {
    const { times, orders, slots } = this
    const slot = slots[0]!
    this.time = times[0]!
    this.kind = this.kinds[slot]!
    this.serial = this.serials[slot]!
    this.subject = this.subjects[slot]
    this.subjects[slot] = undefined
    this.free.push(slot)
    const size = --this.size
    const time = times[size]!
    const order = orders[size]!
    const last = slots[size]!
    let hole = 0
    for (;;) {
      let below = 2 * hole + 1
      if (below >= size) break
      const right = below + 1
      if (right < size && (times[right]! < times[below]! || (times[right]! === times[below]! && orders[right]! < orders[below]!))) below = right
      const belowTime = times[below]!
      if (time < belowTime || (time === belowTime && order < orders[below]!)) break
      times[hole] = belowTime
      orders[hole] = orders[below]!
      slots[hole] = slots[below]!
      hole = below
    }
    times[hole] = time
    orders[hole] = order
    slots[hole] = last
  }

  private newSlot(): number {
    if (this.made === this.slots.length) this.grow()
    return this.made++
  }

  private grow(): void {
    const long = this.slots.length * 2
    const grown = <A extends Float64Array | Int32Array | Uint8Array>(made: A, from: A): A => {
      made.set(from)
      return made
    }
    this.times = grown(new Float64Array(long), this.times)
    this.orders = grown(new Float64Array(long), this.orders)
    this.slots = grown(new Int32Array(long), this.slots)
    this.kinds = grown(new Uint8Array(long), this.kinds)
    this.serials = grown(new Int32Array(long), this.serials)
    while (this.subjects.length < long) this.subjects.push(undefined)
  }
}

/** More than one run says. */
const SAID_MOST = 2 ** 45
