import type { Box } from './route-facts'

const CELL_M = 3

/** Finds things by where they are: those whose boxes share a cell with a box, some of them more than once. */
export type Grid<T> = { near(box: Box): readonly T[] }

export function gridOf<T extends { readonly box: Box }>(things: readonly T[]): Grid<T> {
  const cells = new Map<number, T[]>()
  const visit = ({ x0, y0, x1, y1 }: Box, see: (cell: number) => void) => {
    for (let column = Math.floor(x0 / CELL_M); column <= Math.floor(x1 / CELL_M); column++) {
      for (let row = Math.floor(y0 / CELL_M); row <= Math.floor(y1 / CELL_M); row++) see(column * 65_536 + row)
    }
  }
  for (const thing of things) {
    visit(thing.box, (cell) => {
      const found = cells.get(cell)
      if (found === undefined) cells.set(cell, [thing])
      else found.push(thing)
    })
  }
  return {
    near(box) {
      const found: T[] = []
      visit(box, (cell) => {
        const here = cells.get(cell)
        if (here !== undefined) for (const thing of here) found.push(thing)
      })
      return found
    },
  }
}
