/** Milliseconds of each of `count` runs, after one that is not counted: of `first`, or of `run`, for which `first` makes and `settle` readies what it works on. */
export function times<T = undefined>(
  count: number,
  ...[first, run, settle]: [() => T] | [() => T, (made: T) => unknown, (made: T) => void]
): number[] {
  const spent: number[] = []
  for (let i = count > 1 ? -1 : 0; i < count; i++) {
    const made = run === undefined ? undefined : first()
    if (made !== undefined) settle?.(made)
    const start = performance.now()
    if (run === undefined) first()
    else run(made as T)
    if (i >= 0) spent.push(performance.now() - start)
  }
  return spent
}

/** The upper one of the two in the middle, of an even number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}
