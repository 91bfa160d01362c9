/**
 * The longest list of names that come in the same order in both lists; of several as long, the one that comes first in the alphabet, so
 * that it does not depend on which list is the first. O(n²).
 */
export function keptInOrder(a: readonly string[], b: readonly string[]): readonly string[] {
  const at = new Map(b.map((name, index) => [name, index]))
  /** For each place in `a`, the best list that starts with its name. */
  const best: (readonly string[])[] = []
  let whole: readonly string[] = []
  for (let i = a.length - 1; i >= 0; i--) {
    const name = a[i]!
    const place = at.get(name)
    let rest: readonly string[] = []
    if (place === undefined) {
      best[i] = rest
      continue
    }
    for (let j = i + 1; j < a.length; j++) if ((at.get(a[j]!) ?? -1) > place && isBetter(best[j]!, rest)) rest = best[j]!
    best[i] = [name, ...rest]
    if (isBetter(best[i]!, whole)) whole = best[i]!
  }
  return whole
}

function isBetter(list: readonly string[], than: readonly string[]): boolean {
  if (list.length !== than.length) return list.length > than.length
  for (let i = 0; i < list.length; i++) if (list[i] !== than[i]) return list[i]! < than[i]!
  return false
}
