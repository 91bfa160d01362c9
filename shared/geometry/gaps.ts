/**
 * Directions about a point. A direction is a vector of any length; a sector runs counter-clockwise from
 * `sx, sy` to `ex, ey`, ends included; equal ends mean all directions for a free sector, none but
 * that one for a blocked one (a wall of thickness 0 that ends at the point). Exact for whole numbers below 2^26.
 */
export type Sector = { readonly sx: number; readonly sy: number; readonly ex: number; readonly ey: number }

/** 0: a and b point the same way; 1: b is less than half a turn counter-clockwise of a; 2: half a turn; 3: more. */
function quarterClass(ax: number, ay: number, bx: number, by: number): 0 | 1 | 2 | 3 {
  const cross = ax * by - ay * bx
  if (cross > 0) return 1
  if (cross < 0) return 3
  return ax * bx + ay * by > 0 ? 0 : 2
}

/** Compares the counter-clockwise angles in [0, 360) from (rx, ry) to a and to b: negative when a comes first. */
export function compareFrom(rx: number, ry: number, ax: number, ay: number, bx: number, by: number): number {
  const a = quarterClass(rx, ry, ax, ay)
  const b = quarterClass(rx, ry, bx, by)
  if (a !== b) return a - b
  if (a === 0 || a === 2) return 0
  const cross = ax * by - ay * bx
  return cross > 0 ? -1 : cross < 0 ? 1 : 0
}

/** Do the vectors point the same way? */
export function isSameWay(ax: number, ay: number, bx: number, by: number): boolean {
  return ax * by - ay * bx === 0 && ax * bx + ay * by > 0
}

/** Is there room just counter-clockwise of (dx, dy): is it outside every blocked sector taken as [start, end)? */
function isOpenAfter(blocked: readonly Sector[], dx: number, dy: number): boolean {
  for (const { sx, sy, ex, ey } of blocked) {
    if (isSameWay(sx, sy, ex, ey)) continue
    if (compareFrom(sx, sy, dx, dy, ex, ey) < 0) return false
  }
  return true
}

/** What the blocked sectors leave free, in no particular order; only called with at least one blocked. O(n^2), n is small. */
export function freeSectors(blocked: readonly Sector[]): readonly Sector[] {
  const free: Sector[] = []
  for (const { ex, ey } of blocked) {
    if (!isOpenAfter(blocked, ex, ey)) continue
    if (free.some((sector) => isSameWay(sector.sx, sector.sy, ex, ey))) continue
    let nx = ex
    let ny = ey
    let found = false
    for (const { sx, sy } of blocked) {
      if (isSameWay(ex, ey, sx, sy)) continue
      if (!found || compareFrom(ex, ey, sx, sy, nx, ny) < 0) {
        nx = sx
        ny = sy
        found = true
      }
    }
    free.push({ sx: ex, sy: ey, ex: nx, ey: ny })
  }
  return free
}

/** How wide a free sector is: -1 less than half a turn, 0 half a turn, 1 more. */
export function widthClass({ sx, sy, ex, ey }: Sector): -1 | 0 | 1 {
  const turned = quarterClass(sx, sy, ex, ey)
  return turned === 1 ? -1 : turned === 2 ? 0 : 1
}

/** Is the direction in the free sector, ends included? */
export function isWithin({ sx, sy, ex, ey }: Sector, dx: number, dy: number): boolean {
  return isSameWay(sx, sy, ex, ey) || isSameWay(ex, ey, dx, dy) || compareFrom(sx, sy, dx, dy, ex, ey) <= 0
}
