import { memo, type ReactNode } from 'react'

/** So many things at a time are drawn again, or left as they are. */
const CHUNK = 48

type Draw<T> = (item: T, index: number) => ReactNode

/**
 * A long list that is drawn in pieces: of a plan of thousands of shapes a drag changes a handful, and the pieces without them are not even
 * looked into. `draw` has to be the same function each time, and an item that did not change the same object.
 */
export function Chunks<T>({ items, draw }: { readonly items: readonly T[]; readonly draw: Draw<T> }) {
  const starts = Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, i) => i * CHUNK)
  return starts.map((start) => <Chunk key={start} items={items.slice(start, start + CHUNK) as readonly unknown[]} draw={draw as Draw<unknown>} />)
}

const Chunk = memo(
  function Chunk({ items, draw }: { readonly items: readonly unknown[]; readonly draw: Draw<unknown> }) {
    return items.map(draw)
  },
  (before, after) =>
    before.draw === after.draw && before.items.length === after.items.length && before.items.every((item, index) => item === after.items[index]),
)
