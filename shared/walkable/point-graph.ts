import { freeSectors, isWithin, type Sector } from '#shared/geometry/gaps'
import { turn } from '#shared/geometry/orientation'
import { type Box, blockedSectors, boxOf, isBuried, mendedPointFloor, type PointFloor, pointFloor } from './floor-points'
import { type PairLog, pairLog } from './pair-log'
import { bendsRound, cornerAt, isTautTowards, nodeTowards, type PointCorner } from './point-corners'
import { blockedByPoint, blockedBySolid, blockingPoint, blockingSolid, type Sight, sightOver } from './sight'
import { type ThresholdRuns, thresholdRuns } from './threshold-runs'
import {
  backwards,
  type DirectWay,
  type FloorGraph,
  type FloorParts,
  type JoinedStop,
  type PartsChange,
  type RunTable,
  runTable,
  type StopPoint,
  type WalkNode,
} from './walk-graph'

/** Everything the graph of radius 0 knows; never changed once made. */
type PointGraph = {
  readonly floor: PointFloor
  readonly sight: Sight
  readonly thresholds: ThresholdRuns
  readonly nodes: readonly (WalkNode | undefined)[]
  /** By point. */
  readonly corners: readonly (PointCorner | undefined)[]
  readonly cornerOf: readonly (PointCorner | undefined)[]
  /** Pairs that may be taut but are blocked, by what blocks them. */
  readonly logs: readonly PairLog[]
  /** What the last edit touched. */
  readonly boxes: readonly Box[]
  readonly change: PartsChange | undefined
  /** Corners made by the last edit, and points that it changed. */
  readonly fresh: readonly PointCorner[]
  readonly changed: ReadonlySet<number>
  /** What is remembered of the stops joined to this graph, and to the one before the edit. */
  readonly details: StopDetails
  readonly formerDetails: StopDetails
}

type StopDetails = WeakMap<JoinedStop, StopDetail>

/** What is remembered of a joined stop to join it again after an edit. */
type StopDetail = {
  readonly free: readonly Sector[] | undefined
  readonly home: readonly Home[]
  readonly isWhole: boolean
  /** Corners that may be reached tautly but are hidden, and what hides them. */
  readonly hidden: readonly number[]
  readonly hiddenBy: readonly number[]
}

/** A threshold that a stop lies on, and the side of it where the stop stands. */
type Home = { readonly threshold: number; readonly dx: number; readonly dy: number; readonly isLeft: boolean }

/** The graph of a body of radius 0, exact: the taut visibility graph of the floor's corners. */
export function pointGraph(parts: FloorParts): FloorGraph {
  const floor = pointFloor(parts)
  const thresholds = thresholdRuns(parts, runTable())
  const corners: (PointCorner | undefined)[] = []
  const cornerOf: (PointCorner | undefined)[] = []
  const list: PointCorner[] = []
  for (let p = 0; p < floor.points.x.length; p++) {
    const corner = cornerAt(floor, p, cornerOf.length)
    corners.push(corner)
    if (corner === undefined) continue
    list.push(corner)
    for (let i = 0; i < corner.count; i++) cornerOf.push(corner)
  }
  const draft = draftOver([], cornerOf.length)
  for (const corner of list) addSeams(draft, corner, thresholds.runs)
  const sight = sightOver(floor)
  const log = pairLog()
  for (let i = 0; i < list.length; i++) joinPairs(draft, list[i]!, list, i, sight, thresholds, log)
  const nodes = finished(draft, [], cornerOf)
  return facade({
    floor,
    sight,
    thresholds,
    nodes,
    corners,
    cornerOf,
    logs: [log],
    boxes: [],
    change: undefined,
    fresh: [],
    changed: new Set(),
    details: new WeakMap(),
    formerDetails: new WeakMap(),
  })
}

type NodeDraft = { to: number[]; length: number[]; run: number[] }

/** Nodes being made: those touched have a draft. */
type Draft = { readonly before: readonly (WalkNode | undefined)[]; readonly open: (NodeDraft | undefined)[] }

function draftOver(before: readonly (WalkNode | undefined)[], nodes: number): Draft {
  return { before, open: new Array<NodeDraft | undefined>(nodes).fill(undefined) }
}

function draftOf(draft: Draft, node: number): NodeDraft {
  const open = draft.open[node]
  if (open !== undefined) return open
  const before = draft.before[node]
  const made = before === undefined ? { to: [], length: [], run: [] } : { to: [...before.to], length: [...before.length], run: [...before.run] }
  draft.open[node] = made
  return made
}

function addEdge(draft: Draft, from: number, to: number, length: number, run: number): void {
  const one = draftOf(draft, from)
  one.to.push(to)
  one.length.push(length)
  one.run.push(run)
  const other = draftOf(draft, to)
  other.to.push(from)
  other.length.push(length)
  other.run.push(backwards(run))
}

/** Joins the nodes of one corner over the thresholds between them. */
function addSeams(draft: Draft, corner: PointCorner, runs: RunTable): void {
  corner.rays.forEach((ray, i) => {
    addEdge(draft, corner.node + i, corner.node + i + 1, 0, runs.intern([ray.crossing]))
  })
  if (corner.seam !== undefined) addEdge(draft, corner.node + corner.count - 1, corner.node, 0, runs.intern([corner.seam.crossing]))
}

/** Adds the edges between `corner` and the first `count` of `list`, and logs the pairs that are blocked. */
function joinPairs(
  draft: Draft,
  corner: PointCorner,
  list: readonly PointCorner[],
  count: number,
  sight: Sight,
  thresholds: ThresholdRuns,
  log: PairLog,
): void {
  const { x, y, wsx, wsy, wex, wey, isOpen } = corner
  for (let j = 0; j < count; j++) {
    const other = list[j]!
    const dx = other.x - x
    const dy = other.y - y
    if (!isOpen) {
      const s = dx * wsy - dy * wsx
      const e = dx * wey - dy * wex
      if (!((s >= 0 && e >= 0) || (s <= 0 && e <= 0))) continue
    }
    if (!isTautTowards(other, dx, dy)) continue
    const seen = sight(x, y, other.x, other.y, true)
    if (seen < 0) log.add(corner.point, other.point, seen)
    else addSightEdges(draft, corner, other, seen, thresholds)
  }
}

function addSightEdges(draft: Draft, corner: PointCorner, other: PointCorner, seen: number, thresholds: ThresholdRuns): void {
  const dx = other.x - corner.x
  const dy = other.y - corner.y
  let from = -1
  let to = -1
  let run = -1
  for (const side of SIDES) {
    if ((seen & side) === 0) continue
    const nextFrom = nodeTowards(corner, dx, dy, side)
    const nextTo = nodeTowards(other, -dx, -dy, side === 1 ? 2 : 1)
    if (nextFrom < 0 || nextTo < 0 || (nextFrom === from && nextTo === to)) continue
    from = nextFrom
    to = nextTo
    if (run < 0) run = thresholds.runOf(corner.x, corner.y, other.x, other.y, true)
    addEdge(draft, from, to, Math.sqrt(dx * dx + dy * dy), run)
  }
}

const SIDES = [1, 2] as const

/** Shared by all nodes of radius 0, whose arcs have no length. */
let zeros: readonly number[] = []

function finished(draft: Draft, gone: readonly number[], cornerOf: readonly (PointCorner | undefined)[]): (WalkNode | undefined)[] {
  const nodes: (WalkNode | undefined)[] = draft.before.slice()
  for (let node = 0; node < draft.open.length; node++) {
    const corner = cornerOf[node]
    const open = draft.open[node] ?? (nodes[node] === undefined && corner !== undefined ? { to: [], length: [], run: [] } : undefined)
    if (open === undefined || corner === undefined) continue
    if (zeros.length < open.to.length) zeros = new Array<number>(2 * open.to.length + 64).fill(0)
    nodes[node] = { x: corner.x, y: corner.y, span: 0, twin: node, leave: zeros, arrive: zeros, ...open }
  }
  for (const node of gone) nodes[node] = undefined
  return nodes
}

function facade(graph: PointGraph): FloorGraph {
  return {
    nodes: graph.nodes,
    runs: graph.thresholds.runs,
    join: (stop) => joinStop(graph, stop),
    rejoin: (before) => rejoinStop(graph, before),
    direct: (a, b) => directWay(graph, a, b),
    keepsDirect: (a, b) => !graph.boxes.some((box) => meetsBox(box, a.x, a.y, b.x, b.y)),
    draw(node, _arrive, _leave, points) {
      const corner = graph.cornerOf[node]!
      points.push(corner.x, corner.y)
    },
    isTaut(node, fromX, fromY, toX, toY, isShut) {
      const corner = graph.cornerOf[node]!
      return bendsRound(corner, corner.x - fromX, corner.y - fromY, toX - corner.x, toY - corner.y, isShut)
    },
    mended: (change) => mendedGraph(graph, change),
  }
}

/** Does the piece come within the box? Boxes are a millimetre wider than what changed. */
function meetsBox(box: Box, ax: number, ay: number, bx: number, by: number): boolean {
  if (Math.min(ax, bx) > box.maxX || Math.max(ax, bx) < box.minX || Math.min(ay, by) > box.maxY || Math.max(ay, by) < box.minY) return false
  const dx = bx - ax
  const dy = by - ay
  const one = dx * (box.minY - ay) - dy * (box.minX - ax)
  const two = dx * (box.minY - ay) - dy * (box.maxX - ax)
  const three = dx * (box.maxY - ay) - dy * (box.minX - ax)
  const four = dx * (box.maxY - ay) - dy * (box.maxX - ax)
  return !((one > 0 && two > 0 && three > 0 && four > 0) || (one < 0 && two < 0 && three < 0 && four < 0))
}

function grown({ minX, minY, maxX, maxY }: Box): Box {
  return { minX: minX - 1, minY: minY - 1, maxX: maxX + 1, maxY: maxY + 1 }
}

function touchedBoxes(before: FloorParts, change: PartsChange): Box[] {
  const boxes = change.removedSolids.map((number) => boxOf(before.solids[number]!.ring))
  boxes.push(...change.addedSolids.map((number) => boxOf(change.parts.solids[number]!.ring)))
  for (const number of change.removedThresholds) boxes.push(boxOfThreshold(before, number))
  for (const number of change.addedThresholds) boxes.push(boxOfThreshold(change.parts, number))
  return boxes.map(grown)
}

function boxOfThreshold(parts: FloorParts, number: number): Box {
  const { ax, ay, bx, by } = parts.thresholds[number]!
  return boxOf([ax, ay, bx, by])
}

function mendedGraph(before: PointGraph, change: PartsChange): FloorGraph {
  const { floor, changed: settled } = mendedPointFloor(before.floor, change)
  const thresholds = thresholdRuns(change.parts, before.thresholds.runs)
  const sight = sightOver(floor)
  const changed = new Set(settled)
  addPointsOn(before, before.floor.parts, change.removedThresholds, changed)
  addPointsOn(before, change.parts, change.addedThresholds, changed)
  const corners = before.corners.slice()
  const cornerOf = before.cornerOf.slice()
  const fresh: PointCorner[] = []
  const gone: number[] = []
  for (const point of changed) {
    const old = before.corners[point]
    if (old !== undefined) for (let i = 0; i < old.count; i++) gone.push(old.node + i)
    const corner = cornerAt(floor, point, cornerOf.length)
    corners[point] = corner
    if (corner === undefined) continue
    fresh.push(corner)
    for (let i = 0; i < corner.count; i++) cornerOf.push(corner)
  }
  const draft = draftOver(before.nodes, cornerOf.length)
  for (const node of gone) {
    for (const to of before.nodes[node]!.to) cut(draft, to, (target) => before.cornerOf[target]?.point === before.cornerOf[node]!.point)
    draft.open[node] = undefined
    cornerOf[node] = undefined
  }
  const boxes = touchedBoxes(before.floor.parts, change)
  const log = pairLog()
  const logs = [...before.logs, log]
  for (const corner of fresh) addSeams(draft, corner, thresholds.runs)
  const list = [...corners.filter((corner) => corner !== undefined && !changed.has(corner.point)), ...fresh].filter((corner) => corner !== undefined)
  const kept = list.length - fresh.length
  retest(before, draft, boxes, change, changed, corners, sight, thresholds, log)
  fresh.forEach((corner, i) => {
    joinPairs(draft, corner, list, kept + i, sight, thresholds, log)
  })
  const nodes = finished(draft, gone, cornerOf)
  return facade({
    floor,
    sight,
    thresholds,
    nodes,
    corners,
    cornerOf,
    logs,
    boxes,
    change,
    fresh,
    changed,
    details: new WeakMap(),
    formerDetails: before.details,
  })
}

/** Tests again the pairs of kept corners whose line meets a changed part, or that a removed part blocked. */
function retest(
  before: PointGraph,
  draft: Draft,
  boxes: readonly Box[],
  change: PartsChange,
  changed: ReadonlySet<number>,
  corners: readonly (PointCorner | undefined)[],
  sight: Sight,
  thresholds: ThresholdRuns,
  log: PairLog,
): void {
  const done = new Set<number>()
  const test = (one: PointCorner, other: PointCorner) => {
    const key = Math.min(one.point, other.point) * 67_108_864 + Math.max(one.point, other.point)
    if (done.has(key)) return
    done.add(key)
    const dx = other.x - one.x
    const dy = other.y - one.y
    for (let i = 0; i < one.count; i++) cut(draft, one.node + i, (target) => target >= other.node && target < other.node + other.count)
    for (let i = 0; i < other.count; i++) cut(draft, other.node + i, (target) => target >= one.node && target < one.node + one.count)
    const seen = isTautTowards(one, dx, dy) && isTautTowards(other, dx, dy) ? sight(one.x, one.y, other.x, other.y, true) : 0
    if (seen < 0) log.add(one.point, other.point, seen)
    else if (seen > 0) addSightEdges(draft, one, other, seen, thresholds)
  }
  for (const corner of before.corners) {
    if (corner === undefined || changed.has(corner.point)) continue
    for (let i = 0; i < corner.count; i++) {
      for (const target of before.nodes[corner.node + i]!.to) {
        const other = before.cornerOf[target]!
        if (other.point <= corner.point || changed.has(other.point)) continue
        if (boxes.some((box) => meetsBox(box, corner.x, corner.y, other.x, other.y))) test(corner, other)
      }
    }
  }
  const codes = [...change.removedSolids.map(blockedBySolid), ...[...changed].map(blockedByPoint)]
  for (const former of before.logs) {
    for (const code of codes) {
      former.visit(code, (p, q) => {
        const one = corners[p]
        const other = corners[q]
        if (one !== undefined && other !== undefined && !changed.has(p) && !changed.has(q)) test(one, other)
      })
    }
  }
}

function cut(draft: Draft, node: number, isCut: (target: number) => boolean): void {
  const open = draft.open[node] ?? draft.before[node]
  if (open?.to.some(isCut) !== true) return
  const { to, length, run } = draftOf(draft, node)
  let kept = 0
  for (let i = 0; i < to.length; i++) {
    if (isCut(to[i]!)) continue
    to[kept] = to[i]!
    length[kept] = length[i]!
    run[kept] = run[i]!
    kept++
  }
  to.length = length.length = run.length = kept
}

/** Adds the corners that lie on some thresholds: these divide their free sectors. */
function addPointsOn(graph: PointGraph, parts: FloorParts, numbers: readonly number[], changed: Set<number>): void {
  for (const number of numbers) {
    const { ax, ay, bx, by } = parts.thresholds[number]!
    const box = boxOf([ax, ay, bx, by])
    for (const corner of graph.corners) {
      if (corner === undefined) continue
      const { x, y } = corner
      if (x < box.minX || x > box.maxX || y < box.minY || y > box.maxY) continue
      if (turn(ax, ay, bx, by, x, y) === 0) changed.add(corner.point)
    }
    for (const [x, y] of [
      [ax, ay],
      [bx, by],
    ] as const) {
      graph.floor.points.x.forEach((px, p) => {
        if (px === x && graph.floor.points.y[p] === y) changed.add(p)
      })
    }
  }
}

function joinStop(graph: PointGraph, stop: StopPoint): JoinedStop | undefined {
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
  let last = -1
  for (const side of SIDES) {
    if ((sides & side) === 0) continue
    const node = nodeTowards(corner, -dx, -dy, side === 1 ? 2 : 1)
    if (node < 0 || node === last) continue
    last = node
    joined.to.push(node)
    joined.arrive.push(0)
    joined.length.push(Math.sqrt(dx * dx + dy * dy))
    joined.run.push(withHome(graph, detail.home, dx, dy, graph.thresholds.runOf(x, y, corner.x, corner.y, detail.isWhole)))
  }
}

function rejoinStop(graph: PointGraph, before: JoinedStop): JoinedStop | undefined {
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

function directWay(graph: PointGraph, a: JoinedStop, b: JoinedStop): DirectWay | undefined {
  const one = graph.details.get(a)
  const other = graph.details.get(b)
  if (one === undefined || other === undefined) return undefined
  const dx = b.x - a.x
  const dy = b.y - a.y
  if (dx === 0 && dy === 0) return { length: 0, run: 0 }
  if (one.free !== undefined && !one.free.some((sector) => isWithin(sector, dx, dy))) return undefined
  if (other.free !== undefined && !other.free.some((sector) => isWithin(sector, -dx, -dy))) return undefined
  const isWhole = one.isWhole && other.isWhole
  if (graph.sight(a.x, a.y, b.x, b.y, isWhole) < 0) return undefined
  const out = withHome(graph, one.home, dx, dy, graph.thresholds.runOf(a.x, a.y, b.x, b.y, isWhole))
  const run = backwards(withHome(graph, other.home, -dx, -dy, backwards(out)))
  return { length: Math.sqrt(dx * dx + dy * dy), run }
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
