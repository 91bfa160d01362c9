/** Typed numbers in a list that is longer: `to`, which begins as `from` does. */
export function longer<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from)
  return to
}
