/** One element of the page, as it is drawn of an item of a list. */
export type Mark = {
  readonly tag: 'path' | 'text'
  readonly attributes: Readonly<Record<string, string>>
  readonly text?: string
}

/** Where marks are drawn: the children of one element, in their order. */
export type Page<N> = {
  /** A node that lies nowhere yet. */
  readonly create: (mark: Mark) => N
  readonly change: (node: N, from: Mark, to: Mark) => void
  /** Lays a node before another, wherever it lay; undefined: behind all. */
  readonly put: (node: N, before: N | undefined) => void
  readonly remove: (node: N) => void
}

/** An item with its marks, of which there is at least one, and the nodes that show them. */
type Drawn<T, N> = { item: T; marks: readonly Mark[]; nodes: readonly N[] }

/**
 * A list of items as nodes of a page. Of a plan of thousands of shapes a drag changes a handful: an item that is the same object keeps its
 * nodes, which are not even looked at, and what comes takes over the nodes of what goes, those in its own place first.
 */
export type PatchedList<T> = { readonly show: (items: readonly T[]) => void }

export function patchedList<T, N>(page: Page<N>, draw: (item: T) => readonly Mark[]): PatchedList<T> {
  let shown: readonly Drawn<T, N>[] = []

  function place({ nodes }: Drawn<T, N>, before: N | undefined): void {
    for (const node of nodes) page.put(node, before)
  }

  function drawnOf(item: T, before: N | undefined): Drawn<T, N> {
    const marks = draw(item)
    const drawn = { item, marks, nodes: marks.map(page.create) }
    place(drawn, before)
    return drawn
  }

  /** Another item by the same nodes, where they can show it; they stay where they lie. */
  function redrawn(old: Drawn<T, N>, item: T): Drawn<T, N> {
    const marks = draw(item)
    if (marks.length === old.marks.length && marks.every(({ tag }, i) => tag === old.marks[i]!.tag)) {
      for (let i = 0; i < marks.length; i++) page.change(old.nodes[i]!, old.marks[i]!, marks[i]!)
      return { item, marks, nodes: old.nodes }
    }
    const drawn = { item, marks, nodes: marks.map(page.create) }
    place(drawn, old.nodes[0])
    for (const node of old.nodes) page.remove(node)
    return drawn
  }

  /** Shows `items` where `before` is shown; `behind`: what lies behind them on the page. */
  function patched(before: readonly Drawn<T, N>[], items: readonly T[], behind: N | undefined): readonly Drawn<T, N>[] {
    const known = new Map<T, Drawn<T, N>>()
    for (const each of before) known.set(each.item, each)
    const stays = new Set<Drawn<T, N>>()
    // Of an item that is listed twice the first is what was there.
    const kept = items.map((item) => {
      const own = known.get(item)
      if (own === undefined || stays.has(own)) return undefined
      stays.add(own)
      return own
    })
    const spare: Drawn<T, N>[] = []
    const moved = new Set<Drawn<T, N>>()
    let at = 0
    /** Where the next one lies: before what is still in its place. */
    const front = () => before[at]?.nodes[0] ?? behind
    const now = items.map((item, i) => {
      const own = kept[i]
      for (let here = before[at]; here !== undefined && here !== own; here = before[at]) {
        if (!moved.has(here) && (own === undefined || stays.has(here))) break
        if (!moved.has(here)) spare.push(here)
        at += 1
      }
      const here = before[at]
      if (own !== undefined) {
        if (here === own) at += 1
        else {
          moved.add(own)
          place(own, front())
        }
        return own
      }
      if (here !== undefined && !stays.has(here)) {
        at += 1
        return redrawn(here, item)
      }
      const other = spare.pop()
      if (other === undefined) return drawnOf(item, front())
      const drawn = redrawn(other, item)
      place(drawn, front())
      return drawn
    })
    for (; at < before.length; at++) if (!stays.has(before[at]!)) spare.push(before[at]!)
    for (const { nodes } of spare) for (const node of nodes) page.remove(node)
    return now
  }

  /** Mostly things only change in their places; undefined: not so. */
  function replaced(before: readonly Drawn<T, N>[], items: readonly T[]): readonly Drawn<T, N>[] | undefined {
    if (before.length !== items.length) return undefined
    const gone = new Set<T>()
    for (let i = 0; i < items.length; i++) if (before[i]!.item !== items[i]) gone.add(before[i]!.item)
    if (items.some((item, i) => before[i]!.item !== item && gone.has(item))) return undefined
    return before.map((each, i) => (each.item === items[i] ? each : redrawn(each, items[i]!)))
  }

  return {
    show(items) {
      const least = Math.min(shown.length, items.length)
      let start = 0
      while (start < least && shown[start]!.item === items[start]) start += 1
      let after = 0
      while (after < least - start && shown[shown.length - 1 - after]!.item === items[items.length - 1 - after]) after += 1
      const ends = shown.length - after
      const [before, now] = [shown.slice(start, ends), items.slice(start, items.length - after)]
      const between = replaced(before, now) ?? patched(before, now, shown[ends]?.nodes[0])
      shown = [...shown.slice(0, start), ...between, ...shown.slice(ends)]
    },
  }
}
