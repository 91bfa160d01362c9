/** Whether two lists hold the very same objects in the same order: what was worked out of the one then holds for the other. */
export function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === b.length && a.every((item, i) => item === b[i]))
}
