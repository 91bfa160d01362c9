/** One line of the benchmark. The runner knows the bound of each; a row only brings what was measured. */
export type BenchRow = {
  readonly name: string
  /** In the unit the runner gives for this name: `ms`, `s`, or `times` for a ratio. */
  readonly value: number
  /** What the process held after the row's work, in megabytes: `heldMegabytes()` of this file. */
  readonly memory: number
  /** A fact that belongs beside the figure, such as the other side's length error. */
  readonly note?: string
}

/** What this process holds at the moment, after a collection where that can be asked for. Megabytes. */
export function heldMegabytes(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}
