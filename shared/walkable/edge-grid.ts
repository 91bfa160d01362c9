/** Edges of all solids ever seen, by number, and grids to find those near a line. Millimetres. Solids block on the left of their edges. */
export type SolidEdges = {
  readonly ax: number[]
  readonly ay: number[]
  readonly bx: number[]
  readonly by: number[]
  readonly solid: number[]
  /** Numbers of the points at both ends. */
  readonly from: number[]
  readonly to: number[]
}

/** A uniform grid over some of the edges: cell c lists `members[first[c]]` up to `first[c + 1]`. */
export type EdgeGrid = {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly columns: number
  readonly rows: number
  readonly first: Int32Array
  readonly members: Int32Array
}

/** Room for rounding when a line is cut at the rows of a grid; whole millimetres lie further apart. */
const SLACK = 0.25

/** A grid over edges `from` to `to` - 1: about as many cells as edges. */
export function edgeGrid(edges: SolidEdges, from: number, to: number): EdgeGrid {
  let minX = Infinity
  let minY = Infinity
  let maxX = -Infinity
  let maxY = -Infinity
  for (let e = from; e < to; e++) {
    minX = Math.min(minX, edges.ax[e]!)
    maxX = Math.max(maxX, edges.ax[e]!)
    minY = Math.min(minY, edges.ay[e]!)
    maxY = Math.max(maxY, edges.ay[e]!)
  }
  if (to === from) minX = minY = maxX = maxY = 0
  const width = maxX - minX + 2
  const height = maxY - minY + 2
  const size = Math.max(100, Math.sqrt((width * height) / Math.max(1, to - from)), Math.max(width, height) / 1000)
  const columns = Math.ceil(width / size)
  const rows = Math.ceil(height / size)
  const grid = { x: minX - 1, y: minY - 1, size, columns, rows }
  const first = new Int32Array(columns * rows + 1)
  for (let e = from; e < to; e++) visitCells(grid, edges.ax[e]!, edges.ay[e]!, edges.bx[e]!, edges.by[e]!, (cell) => first[cell + 1]!++)
  for (let c = 0; c < columns * rows; c++) first[c + 1]! += first[c]!
  const next = first.slice()
  const members = new Int32Array(first[columns * rows]!)
  for (let e = from; e < to; e++) {
    visitCells(grid, edges.ax[e]!, edges.ay[e]!, edges.bx[e]!, edges.by[e]!, (cell) => {
      members[next[cell]!++] = e
    })
  }
  return { ...grid, first, members }
}

function visitCells(grid: Omit<EdgeGrid, 'first' | 'members'>, ax: number, ay: number, bx: number, by: number, visit: (cell: number) => void): void {
  const { y, size, columns, rows } = grid
  const low = Math.max(0, Math.floor((Math.min(ay, by) - SLACK - y) / size))
  const high = Math.min(rows - 1, Math.floor((Math.max(ay, by) + SLACK - y) / size))
  for (let row = low; row <= high; row++) {
    const range = columnsOf(grid, row, ax, ay, bx, by)
    const end = Math.min(columns - 1, range % 65536)
    for (let column = Math.floor(range / 65536); column <= end; column++) visit(row * columns + column)
  }
}

/** First and last column (first * 65536 + last, both clamped) that the line a-b meets within a row. */
export function columnsOf(grid: Omit<EdgeGrid, 'first' | 'members'>, row: number, ax: number, ay: number, bx: number, by: number): number {
  const bottom = grid.y + row * grid.size - SLACK
  const top = bottom + grid.size + 2 * SLACK
  let x0 = ax
  let x1 = bx
  const dy = by - ay
  if (dy !== 0) {
    const slope = (bx - ax) / dy
    if (dy > 0) {
      if (ay < bottom) x0 = ax + (bottom - ay) * slope
      if (by > top) x1 = ax + (top - ay) * slope
    } else {
      if (ay > top) x0 = ax + (top - ay) * slope
      if (by < bottom) x1 = ax + (bottom - ay) * slope
    }
  }
  const low = Math.min(x0, x1) - SLACK - grid.x
  const high = Math.max(x0, x1) + SLACK - grid.x
  const start = low <= 0 ? 0 : Math.floor(low / grid.size)
  const end = high <= 0 ? (high < 0 ? -1 : 0) : Math.floor(high / grid.size)
  const last = Math.min(end, grid.columns - 1)
  return last < start ? 65536 * (last < 0 ? 1 : last + 1) + Math.max(0, last) : start * 65536 + last
}
