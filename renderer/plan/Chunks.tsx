import { memo, type ReactNode, useMemo } from 'react'

/** So many things at a time, about, are drawn again or left as they are; and never more than so many. */
const CHUNK = 32
const LARGEST = 128

type Draw<T> = (item: T, index: number) => ReactNode

/**
 * A long list that is drawn in pieces: of a plan of thousands of shapes a drag changes a handful, and the pieces without them are not even
 * looked into. `draw` has to be the same function each time, and an item that did not change the same object. Where a piece begins is
 * told by what begins it (`keyOf`), so that what comes or goes in a list leaves the pieces after it alone.
 */
export function Chunks<T extends object>({
  items,
  draw,
  keyOf,
}: {
  readonly items: readonly T[]
  readonly draw: Draw<T>
  readonly keyOf: (item: T) => string
}) {
  return useMemo(
    () => piecesOf(items, keyOf).map(({ key, items: some }) => <Chunk key={key} items={some} draw={draw as Draw<unknown>} />),
    [items, draw, keyOf],
  )
}

type Piece<T> = { readonly key: string; readonly items: T[] }

function piecesOf<T extends object>(items: readonly T[], keyOf: (item: T) => string): readonly Piece<T>[] {
  const pieces: Piece<T>[] = []
  const seen = new Map<string, number>()
  let last: string | undefined
  let piece: Piece<T> | undefined
  for (const item of items) {
    const key = keyOf(item)
    // The shapes of one thing stay together.
    if (piece === undefined || (key !== last && (piece.items.length >= LARGEST || beginsPiece(item, key)))) {
      const count = seen.get(key) ?? 0
      seen.set(key, count + 1)
      piece = { key: `${key} ${count}`, items: [] }
      pieces.push(piece)
    }
    piece.items.push(item)
    last = key
  }
  return pieces
}

const begins = new WeakMap<object, boolean>()

function beginsPiece(item: object, key: string): boolean {
  let known = begins.get(item)
  if (known === undefined) {
    known = hashOf(key) % CHUNK === 0
    begins.set(item, known)
  }
  return known
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

const Chunk = memo(
  function Chunk({ items, draw }: { readonly items: readonly unknown[]; readonly draw: Draw<unknown> }) {
    return items.map(draw)
  },
  (before, after) =>
    before.draw === after.draw && before.items.length === after.items.length && before.items.every((item, index) => item === after.items[index]),
)
