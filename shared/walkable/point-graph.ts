import { turn } from '#shared/geometry/orientation'
import { type Box, boxOf, mendedPointFloor, pointFloor } from './floor-points'
import { type PairLog, pairLog } from './pair-log'
import { bendsRound, cornerAt, isTautTowards, nodeTowards, type PointCorner } from './point-corners'
import { meetsBox, type PointGraph, SIDES } from './point-net'
import { directWay, joinStop, rejoinStop } from './point-stops'
import { blockedByPoint, blockedBySolid, type Sight, sightOver } from './sight'
import { type ThresholdRuns, thresholdRuns } from './threshold-runs'
import { backwards, drawTo, type FloorGraph, type FloorParts, type PartsChange, type RunTable, runTable, type WalkNode } from './walk-graph'

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
    const isOther = nextFrom !== from || nextTo !== to
    if (nextFrom < 0 || nextTo < 0 || !(isOther || thresholds.isSided())) continue
    const before = run
    if (run < 0 || thresholds.isSided()) run = thresholds.runOf(corner.x, corner.y, other.x, other.y, side, true)
    if (!isOther && run === before) continue
    from = nextFrom
    to = nextTo
    addEdge(draft, from, to, Math.sqrt(dx * dx + dy * dy), run)
  }
}

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
    draw(node, _arrive, _leave, drawing) {
      const corner = graph.cornerOf[node]!
      drawTo(drawing, corner.x, corner.y)
      return 0
    },
    isOpenAlong: () => false,
    isTaut(node, fromX, fromY, toX, toY, isShut) {
      const corner = graph.cornerOf[node]!
      return bendsRound(corner, corner.x - fromX, corner.y - fromY, toX - corner.x, toY - corner.y, isShut)
    },
    mended: (change) => mendedGraph(graph, change),
  }
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
