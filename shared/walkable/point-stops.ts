import { freeSectors, isSameWay, isWithin, type Sector } from '#shared/geometry/gaps'
import { turn } from '#shared/geometry/orientation'
import { blockedSectors, isBuried } from './floor-points'
import { isTautTowards, nodeTowards, type PointCorner } from './point-corners'
import { type Home, meetsBox, type PointGraph, SIDES } from './point-net'
import { blockingPoint, blockingSolid, EITHER, LEFT, RIGHT, type Sight } from './sight'
import { backwards, type DirectWay, type JoinedStop, type StopPoint } from './walk-graph'

/** Ties a stop to the graph; `undefined`: nothing is free there. */
export function joinStop(graph: PointGraph, stop: StopPoint): JoinedStop | undefined {
  const { floor, sight } = graph
  const { x, y } = stop
  if (isBuried(floor, x, y)) return undefined
  const blocked = blockedSectors(floor, x, y)
  const free = blocked.length === 0 ? undefined : freeSectors(blocked)
  if (free?.length === 0) return undefined
  const isWhole = Number.isInteger(x) && Number.isInteger(y)
  const home = homeOf(graph, stop)
  const joined = { stop, x, y, lead: 0, to: [], arrive: [], length: [], run: [] }
  const hidden: number[] = []
  const hiddenBy: number[] = []
  const detail = { free, home, isWhole, hidden, hiddenBy }
  for (const corner of graph.corners) if (corner !== undefined) joinCorner(graph, joined, detail, corner, sight)
  graph.details.set(joined, detail)
  return joined
}

type Joining = { readonly x: number; readonly y: number; to: number[]; arrive: number[]; length: number[]; run: number[] }

function joinCorner(
  graph: PointGraph,
  joined: Joining,
  detail: { free: readonly Sector[] | undefined; home: readonly Home[]; isWhole: boolean; hidden: number[]; hiddenBy: number[] },
  corner: PointCorner,
  sight: Sight,
): void {
  const { x, y } = joined
  const dx = corner.x - x
  const dy = corner.y - y
  if (!isTautTowards(corner, dx, dy) || (dx === 0 && dy === 0)) return
  if (detail.free !== undefined && !detail.free.some((sector) => isWithin(sector, dx, dy))) return
  const seen = sight(x, y, corner.x, corner.y, detail.isWhole)
  if (seen < 0) {
    detail.hidden.push(corner.point)
    detail.hiddenBy.push(seen)
    return
  }
  const sides = seen & homeSides(detail.home, dx, dy)
  const { thresholds } = graph
  let last = -1
  let run = -1
  for (const side of SIDES) {
    if ((sides & side) === 0) continue
    const node = nodeTowards(corner, -dx, -dy, side === 1 ? 2 : 1)
    if (node < 0 || (node === last && !thresholds.isSided())) continue
    const before = run
    if (run < 0 || thresholds.isSided()) run = thresholds.runOf(x, y, corner.x, corner.y, side, detail.isWhole)
    if (node === last && run === before) continue
    last = node
    joined.to.push(node)
    joined.arrive.push(0)
    joined.length.push(Math.sqrt(dx * dx + dy * dy))
    joined.run.push(withHome(graph, detail.home, dx, dy, run))
  }
}

/** The same after an edit, `before` itself when nothing about it changed. */
export function rejoinStop(graph: PointGraph, before: JoinedStop): JoinedStop | undefined {
  const detail = graph.formerDetails.get(before)
  const { change, boxes, changed, corners } = graph
  const { x, y } = before
  if (detail === undefined || change === undefined || boxes.some((box) => meetsBox(box, x, y, x, y))) return joinStop(graph, before.stop)
  const former = { to: [] as number[], arrive: [] as number[], length: [] as number[], run: [] as number[] }
  const again = new Set<number>()
  let isSame = true
  for (let i = 0; i < before.to.length; i++) {
    const corner = graph.cornerOf[before.to[i]!]
    if (corner === undefined) isSame = false
    else if (boxes.some((box) => meetsBox(box, x, y, corner.x, corner.y))) {
      isSame = false
      again.add(corner.point)
    } else {
      former.to.push(before.to[i]!)
      former.arrive.push(0)
      former.length.push(before.length[i]!)
      former.run.push(before.run[i]!)
    }
  }
  const hidden: number[] = []
  const hiddenBy: number[] = []
  for (let i = 0; i < detail.hidden.length; i++) {
    const by = detail.hiddenBy[i]!
    const point = detail.hidden[i]!
    if (changed.has(point)) continue
    const isFreed = blockingSolid(by) >= 0 ? graph.floor.gone[blockingSolid(by)] !== 0 : changed.has(blockingPoint(by))
    if (isFreed) again.add(point)
    else {
      hidden.push(point)
      hiddenBy.push(by)
    }
  }
  const joined = { stop: before.stop, x, y, lead: 0, ...former }
  const next = { ...detail, hidden, hiddenBy }
  const count = joined.to.length
  for (const point of again) if (corners[point] !== undefined) joinCorner(graph, joined, next, corners[point], graph.sight)
  for (const corner of graph.fresh) joinCorner(graph, joined, next, corner, graph.sight)
  const isKept = isSame && joined.to.length === count
  const answer = isKept ? before : joined
  graph.details.set(answer, next)
  return answer
}

/** The straight line between two stops, or `undefined` when something is in the way. */
export function directWay(graph: PointGraph, a: JoinedStop, b: JoinedStop): DirectWay | undefined {
  const one = graph.details.get(a)
  const other = graph.details.get(b)
  if (one === undefined || other === undefined) return undefined
  const dx = b.x - a.x
  const dy = b.y - a.y
  if (dx === 0 && dy === 0) return { length: 0, run: 0 }
  if (one.free !== undefined && !one.free.some((sector) => isWithin(sector, dx, dy))) return undefined
  if (other.free !== undefined && !other.free.some((sector) => isWithin(sector, -dx, -dy))) return undefined
  const isWhole = one.isWhole && other.isWhole
  const inSight = graph.sight(a.x, a.y, b.x, b.y, isWhole)
  if (inSight < 0) return undefined
  const seen = inSight & sidesFree(one.free, dx, dy) & otherSide(sidesFree(other.free, -dx, -dy))
  if (seen === 0) return undefined
  const runBeside = (side: number) => {
    const out = withHome(graph, one.home, dx, dy, graph.thresholds.runOf(a.x, a.y, b.x, b.y, side, isWhole))
    return backwards(withHome(graph, other.home, -dx, -dy, backwards(out)))
  }
  let run = runBeside((seen & LEFT) === 0 ? seen : LEFT)
  // Free on both sides of a wall of no thickness: the stops say which of them it is.
  if (seen === EITHER && graph.thresholds.isSided() && !leads(graph, run, a.stop.region, b.stop.region)) run = runBeside(RIGHT)
  return { length: Math.sqrt(dx * dx + dy * dy), run }
}

/** On which sides of a line that leaves along (dx, dy) there is floor where it leaves: along the face of a wall on one. */
function sidesFree(free: readonly Sector[] | undefined, dx: number, dy: number): number {
  if (free === undefined) return EITHER
  let sides = 0
  for (const sector of free) {
    if (!isWithin(sector, dx, dy)) continue
    const { sx, sy, ex, ey } = sector
    const isRound = isSameWay(sx, sy, ex, ey)
    if (isRound || !isSameWay(ex, ey, dx, dy)) sides |= LEFT
    if (isRound || !isSameWay(sx, sy, dx, dy)) sides |= RIGHT
  }
  return sides
}

/** The side as it is called on the way back. */
function otherSide(sides: number): number {
  return ((sides & LEFT) === 0 ? 0 : RIGHT) | ((sides & RIGHT) === 0 ? 0 : LEFT)
}

/** Does each crossing of a run leave the region that the one before it entered, from the first region to the last? */
function leads({ floor, thresholds }: PointGraph, run: number, from: number, to: number): boolean {
  let region = from
  for (const crossing of thresholds.runs.crossings(run)) {
    const { leftRegion, rightRegion } = floor.parts.thresholds[crossing >> 1]!
    const isToRight = (crossing & 1) === 1
    if (region !== (isToRight ? leftRegion : rightRegion)) return false
    region = isToRight ? rightRegion : leftRegion
  }
  return region === to
}

function homeOf(graph: PointGraph, stop: StopPoint): Home[] {
  const home: Home[] = []
  graph.floor.parts.thresholds.forEach((threshold, number) => {
    if (threshold === undefined) return
    const { ax, ay, bx, by, leftRegion, rightRegion } = threshold
    const { x, y } = stop
    if (x < Math.min(ax, bx) || x > Math.max(ax, bx) || y < Math.min(ay, by) || y > Math.max(ay, by)) return
    if (turn(ax, ay, bx, by, x, y) !== 0 || leftRegion === rightRegion) return
    if (stop.region === leftRegion || stop.region === rightRegion) {
      home.push({ threshold: number, dx: bx - ax, dy: by - ay, isLeft: stop.region === leftRegion })
    }
  })
  return home
}

/** Lines along a threshold are walked on the side where the stop stands: 1 left, 2 right, 3 either. */
function homeSides(home: readonly Home[], dx: number, dy: number): number {
  for (const line of home) {
    if (line.dx * dy - line.dy * dx !== 0) continue
    return line.isLeft === line.dx * dx + line.dy * dy > 0 ? 1 : 2
  }
  return 3
}

function withHome(graph: PointGraph, home: readonly Home[], dx: number, dy: number, run: number): number {
  if (home.length === 0) return run
  const first: number[] = []
  for (const line of home) {
    const heading = line.dx * dy - line.dy * dx
    if (line.isLeft && heading < 0) first.push(line.threshold * 2 + 1)
    if (!line.isLeft && heading > 0) first.push(line.threshold * 2)
  }
  if (first.length === 0) return run
  return graph.thresholds.runs.intern([...first, ...graph.thresholds.runs.crossings(run)])
}
