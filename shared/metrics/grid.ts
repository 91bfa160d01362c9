import { doBoxesMeet } from './boxes'
import type { Box } from './route-facts'

const CELL_M = 3

/** Finds things by where they are. */
export type Grid<T> = {
  /** Tells of everything whose box meets a box, each once. */
  visit(box: Box, see: (thing: T) => void): void
}

export function gridOf<T extends { readonly box: Box }>(things: readonly T[]): Grid<T> {
  const cells = new Map<number, number[]>()
  const stamps = new Int32Array(things.length)
  let stamp = 0
  things.forEach(({ box }, index) => {
    const lastColumn = Math.floor(box.x1 / CELL_M)
    const firstRow = Math.floor(box.y0 / CELL_M)
    const lastRow = Math.floor(box.y1 / CELL_M)
    for (let column = Math.floor(box.x0 / CELL_M); column <= lastColumn; column++) {
      for (let row = firstRow; row <= lastRow; row++) {
        const found = cells.get(column * 65_536 + row)
        if (found === undefined) cells.set(column * 65_536 + row, [index])
        else found.push(index)
      }
    }
  })
  return {
    visit(box, see) {
      stamp += 1
      const lastColumn = Math.floor(box.x1 / CELL_M)
      const firstRow = Math.floor(box.y0 / CELL_M)
      const lastRow = Math.floor(box.y1 / CELL_M)
      for (let column = Math.floor(box.x0 / CELL_M); column <= lastColumn; column++) {
        for (let row = firstRow; row <= lastRow; row++) {
          const here = cells.get(column * 65_536 + row)
          if (here === undefined) continue
          for (let i = 0; i < here.length; i++) {
            const index = here[i]!
            if (stamps[index] === stamp) continue
            stamps[index] = stamp
            const thing = things[index]!
            if (doBoxesMeet(thing.box, box)) see(thing)
          }
        }
      }
    },
  }
}
