import { placesBefore } from '#shared/base/differing-items'

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
  const shown: Drawn<T, N>[] = []
  /** What is shown, by itself: to tell thousands of things from one another takes none of them in hand. */
  let last: readonly T[] = []

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
    const lay = before.map(({ item }) => item)
    const stays = new Uint8Array(before.length)
    const places = placesBefore(lay, items).map((at) => {
      if (at === -1 || stays[at] === 1) return -1 // of an item that is listed twice the first is what was there
      stays[at] = 1
      return at
    })
    const spare: Drawn<T, N>[] = []
    const moved = new Uint8Array(before.length)
    let at = 0
    /** Where the next one lies: before what is still in its place. */
    const front = () => before[at]?.nodes[0] ?? behind
    const now = items.map((item, i) => {
      const own = places[i]!
      for (; at < before.length && at !== own; at++) {
        if (moved[at] === 1) continue
        if (own === -1 || stays[at] === 1) break
        spare.push(before[at]!)
      }
      if (own !== -1) {
        if (at === own) at += 1
        else {
          moved[own] = 1
          place(before[own]!, front())
        }
        return before[own]!
      }
      const here = before[at]
      if (here !== undefined && stays[at] === 0) {
        at += 1
        return redrawn(here, item)
      }
      const other = spare.pop()
      if (other === undefined) return drawnOf(item, front())
      const drawn = redrawn(other, item)
      place(drawn, front())
      return drawn
    })
    for (; at < before.length; at++) if (stays[at] === 0) spare.push(before[at]!)
    for (const { nodes } of spare) for (const node of nodes) page.remove(node)
    return now
  }

  /** Mostly things only change in their places; false: not so. */
  function replaced(items: readonly T[]): boolean {
    if (last.length !== items.length) return false
    const changed: number[] = []
    for (let i = 0; i < items.length; i++) if (last[i] !== items[i]) changed.push(i)
    const gone = new Set(changed.map((i) => last[i]!))
    if (changed.some((i) => gone.has(items[i]!))) return false
    for (const i of changed) shown[i] = redrawn(shown[i]!, items[i]!)
    return true
  }

  return {
    show(items) {
      if (!replaced(items)) {
        const least = Math.min(last.length, items.length)
        let start = 0
        while (start < least && last[start] === items[start]) start += 1
        let after = 0
        while (after < least - start && last[last.length - 1 - after] === items[items.length - 1 - after]) after += 1
        const ends = last.length - after
        shown.splice(start, ends - start, ...patched(shown.slice(start, ends), items.slice(start, items.length - after), shown[ends]?.nodes[0]))
      }
      last = items
    },
  }
}
