import { type Film, isWaiting, isWalking } from './film'
import { type Found, pointAlong } from './film-paths'

/** A straight piece that somebody walked, in metres. */
export type DrawPiece = (agent: number, fromX: number, fromY: number, toX: number, toY: number) => void

/** Every straight piece that was walked on a storey between two times, cut where they begin and end: by everybody, or by one agent. */
export function walkedBetween(film: Film, storey: number, after: number, until: number, draw: DrawPiece, only?: number): void {
  const { segments, paths } = film
  const { x, y, along, first } = paths
  const begin: Found = { x: 0, y: 0, storey: 0 }
  const end: Found = { x: 0, y: 0, storey: 0 }
  const count = only === undefined ? film.agents.kind.length : only + 1
  for (let agent = only ?? 0; agent < count; agent++) {
    const last = segments.first[agent + 1]!
    for (let at = firstNotOver(segments.to, segments.first[agent]!, last, after); at < last && segments.from[at]! < until; at++) {
      if (segments.path[at]! < 0 || !isWalking(segments.doing[at]!)) continue
      const [from, to] = [segments.from[at]!, segments.to[at]!]
      const [start, finish] = [segments.start[at]!, segments.finish[at]!]
      const a = start + (finish - start) * Math.max(0, (after - from) / (to - from))
      const b = start + (finish - start) * Math.min(1, (until - from) / (to - from))
      const [low, high] = a < b ? [a, b] : [b, a]
      const path = segments.path[at]!
      pointAlong(paths, path, low, begin)
      let [px, py] = [begin.x, begin.y]
      for (let point = first[path]!; point < first[path + 1]!; point++) {
        if (along[point]! <= low) {
          if (along[point] === low) [px, py] = [x[point]!, y[point]!]
          continue
        }
        const isLast = along[point]! >= high
        if (isLast) pointAlong(paths, path, high, end)
        const [qx, qy] = isLast ? [end.x, end.y] : [x[point]!, y[point]!]
        // Between two storeys nothing is walked on either; a point where a lift is left begins the next line.
        const isHere = paths.storey[point] === storey && paths.storey[point - 1] === storey
        if (isHere && along[point]! > along[point - 1]!) draw(agent, px, py, qx, qy)
        if (isLast) break
        px = qx
        py = qy
      }
    }
  }
}

/** A grid over a storey: `values[row * columns + column]`, rows upwards from `bottom`. Metres. */
export type HeatGrid = {
  readonly left: number
  readonly bottom: number
  readonly cell: number
  readonly columns: number
  readonly rows: number
  readonly values: Float32Array
}

export function emptyGrid(
  box: { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number },
  cell: number,
): HeatGrid {
  const columns = Math.max(1, Math.ceil((box.right - box.left) / cell))
  const rows = Math.max(1, Math.ceil((box.top - box.bottom) / cell))
  return { left: box.left, bottom: box.bottom, cell, columns, rows, values: new Float32Array(columns * rows) }
}

/** Adds the metres that were walked in each cell between two times. */
export function addWalking(film: Film, storey: number, after: number, until: number, grid: HeatGrid): void {
  walkedBetween(film, storey, after, until, (_agent, fromX, fromY, toX, toY) => {
    const length = Math.hypot(toX - fromX, toY - fromY)
    // Twice as fine as the cells, so that none is left out.
    const pieces = Math.max(1, Math.ceil(length / (grid.cell / 2)))
    for (let piece = 0; piece < pieces; piece++) {
      const share = (piece + 0.5) / pieces
      addAt(grid, fromX + (toX - fromX) * share, fromY + (toY - fromY) * share, length / pieces)
    }
  })
}

/** Adds the seconds that visits waited in each cell between two times. */
export function addWaiting(film: Film, storey: number, after: number, until: number, grid: HeatGrid): void {
  const { segments, agents } = film
  for (let agent = 0; agent < agents.kind.length; agent++) {
    if (agents.kind[agent] !== 1) continue
    const last = segments.first[agent + 1]!
    for (let at = firstNotOver(segments.to, segments.first[agent]!, last, after); at < last && segments.from[at]! < until; at++) {
      if (segments.path[at]! >= 0 || segments.storey[at] !== storey || !isWaiting(segments.doing[at]!)) continue
      addAt(grid, segments.x[at]!, segments.y[at]!, Math.min(until, segments.to[at]!) - Math.max(after, segments.from[at]!))
    }
  }
}

function addAt({ left, bottom, cell, columns, rows, values }: HeatGrid, x: number, y: number, amount: number): void {
  const column = Math.floor((x - left) / cell)
  const row = Math.floor((y - bottom) / cell)
  if (column >= 0 && column < columns && row >= 0 && row < rows) values[row * columns + column]! += amount
}

/** The first of an agent's segments that is not over at a time. */
function firstNotOver(to: Float64Array, first: number, last: number, time: number): number {
  let low = first
  let high = last
  while (low < high) {
    const middle = (low + high) >> 1
    if (to[middle]! > time) high = middle
    else low = middle + 1
  }
  return low
}
