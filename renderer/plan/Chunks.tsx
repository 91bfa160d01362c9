import { memo, type ReactNode, useMemo, useRef } from 'react'

/** So many items at a time, about, are drawn again or left as they are, and never more than four times as many. */
const CHUNK = 32

type Draw<T> = (item: T, key: string) => ReactNode

/**
 * A long list that is drawn in pieces: of a plan of thousands of shapes a drag changes a handful, and the pieces without them are not even
 * looked into. `draw` has to be the same function each time, and an item that did not change the same object: then what was drawn of it is
 * not compared with itself either. Where a piece begins is told by what begins it (`keyOf`), so that what comes or goes in a list leaves
 * the pieces after it alone.
 */
export function Chunks<T extends object>({
  items,
  draw,
  keyOf,
  about = CHUNK,
}: {
  readonly items: readonly T[]
  readonly draw: Draw<T>
  readonly keyOf: (item: T) => string
  /** Items of a piece, about: fewer where there is much to an item. */
  readonly about?: number
}) {
  const last = useRef<Drawn<T> | undefined>(undefined)
  return useMemo(() => {
    last.current = drawnAnew(last.current, items, draw, keyOf, about)
    return last.current.nodes
  }, [items, draw, keyOf, about])
}

type Piece<T> = { readonly key: string; readonly from: number; readonly items: T[] }
type Drawn<T> = { readonly items: readonly T[]; readonly draw: Draw<T>; readonly pieces: readonly Piece<T>[]; readonly nodes: readonly ReactNode[] }

function drawnAnew<T extends object>(
  last: Drawn<T> | undefined,
  items: readonly T[],
  draw: Draw<T>,
  keyOf: (item: T) => string,
  about: number,
): Drawn<T> {
  const replaced = last === undefined || last.draw !== draw ? undefined : replacedIn(last, items, keyOf)
  if (replaced !== undefined) return replaced
  const pieces = piecesOf(items, keyOf, about)
  return { items, draw, pieces, nodes: pieces.map((piece) => nodeOf(piece, draw, keyOf)) }
}

function nodeOf<T extends object>({ key, items }: Piece<T>, draw: Draw<T>, keyOf: (item: T) => string): ReactNode {
  return <Chunk key={key} items={items} draw={draw as Draw<object>} keyOf={keyOf as (item: object) => string} />
}

/** Where things only changed in their places, the pieces stay where they were, and those without them the very same. */
function replacedIn<T extends object>(
  { items: before, draw, pieces, nodes }: Drawn<T>,
  items: readonly T[],
  keyOf: (item: T) => string,
): Drawn<T> | undefined {
  if (items.length !== before.length) return undefined
  const nextPieces = [...pieces]
  const nextNodes = [...nodes]
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!
    const to = piece.from + piece.items.length
    let isSame = true
    for (let i = piece.from; i < to; i++) {
      if (items[i] === before[i]) continue
      if (keyOf(items[i]!) !== keyOf(before[i]!)) return undefined
      isSame = false
    }
    if (isSame) continue
    const anew = { ...piece, items: items.slice(piece.from, to) }
    nextPieces[at] = anew
    nextNodes[at] = nodeOf(anew, draw, keyOf)
  }
  return { items, draw, pieces: nextPieces, nodes: nextNodes }
}

function piecesOf<T extends object>(items: readonly T[], keyOf: (item: T) => string, about: number): readonly Piece<T>[] {
  const pieces: Piece<T>[] = []
  const seen = new Map<string, number>()
  let last: string | undefined
  let piece: Piece<T> | undefined
  for (let from = 0; from < items.length; from++) {
    const item = items[from]!
    const key = keyOf(item)
    // The shapes of one thing stay together.
    if (piece === undefined || (key !== last && (piece.items.length >= about * 4 || hashOf(key) % about === 0))) {
      const count = seen.get(key) ?? 0
      seen.set(key, count + 1)
      piece = { key: `${key} ${count}`, from, items: [] }
      pieces.push(piece)
    }
    piece.items.push(item)
    last = key
  }
  return pieces
}

/** FNV-1a. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

const Chunk = memo(
  function Chunk({
    items,
    draw,
    keyOf,
  }: {
    readonly items: readonly object[]
    readonly draw: Draw<object>
    readonly keyOf: (item: object) => string
  }) {
    const last = useRef<DrawnChunk | undefined>(undefined)
    return useMemo(() => {
      const known = last.current?.draw === draw ? last.current.nodes : undefined
      const nodes: DrawnChunk['nodes'] = new Map()
      const counts = new Map<string, number>()
      const drawn = items.map((item) => {
        const name = keyOf(item)
        const count = counts.get(name) ?? 0
        counts.set(name, count + 1)
        const before = known?.get(item)
        const node = before?.count === count ? before.node : draw(item, count === 0 ? name : `${name} ${count}`)
        nodes.set(item, { count, node })
        return node
      })
      last.current = { draw, nodes }
      return drawn
    }, [items, draw, keyOf])
  },
  (before, after) =>
    before.draw === after.draw && before.items.length === after.items.length && before.items.every((item, index) => item === after.items[index]),
)

/** What a piece looked like last: React goes past the very same elements. Kept by the piece, for records that undo may want live on. */
type DrawnChunk = { readonly draw: Draw<object>; readonly nodes: Map<object, { readonly count: number; readonly node: ReactNode }> }
