import { FLOWS, type Flow } from '#shared/document/vocabulary'
import type { Point } from '#shared/geometry/point'
import { pairKey } from './bundle'
import type { FlowLine, FlowNet } from './flow-net'
import { ahead, directionOf, distanceOf, leftOf } from './plane'

/** All trips of one kind over one stretch of floor, as they are drawn: beside other kinds, never over them. */
export type Ribbon = {
  readonly key: string
  readonly flow: Flow
  /** Its middle, in the direction most of its trips walk. Metres. */
  readonly points: readonly Point[]
  /** Trips a day, either way. */
  readonly perDay: number
  /** How many of these walk against the points. */
  readonly against: number
  /** Metres. */
  readonly width: number
  /** Keys of the trips. */
  readonly trips: readonly string[]
}

export type RibbonOptions = {
  /** Metres of one unit of thickness: of a pixel, on a screen. */
  readonly unit: number
  /** Which trips are drawn. None given: all. */
  readonly isShown?: ((line: FlowLine) => boolean) | undefined
}

/** Thickness of the rarest and of the busiest stretch, and the air between two ribbons, in units. */
const THINNEST = 2
const THICKEST = 10
const AIR = 2
/** A bend sharper than this is drawn as one: ribbons are mitred there. Cosine. */
const MITRED = 0.94

/** Sums trips stretch by stretch, and lays the kinds side by side. The same net and options give the same ribbons. */
export function ribbonsOf(net: FlowNet, { unit, isShown = () => true }: RibbonOptions): readonly Ribbon[] {
  const edges = edgesOf(net, isShown)
  orient(edges, net)
  const busiest = Math.max(0, ...[...edges.values()].flatMap(({ flows }) => [...flows.values()].map(({ out, back }) => out + back)))
  const lanes = lanesOf(edges, net, busiest, unit)
  return FLOWS.flatMap((flow) => ribbonsOfFlow(flow, edges, lanes, net))
}

/** In units, by the root of the volume: a tenfold flow looks about three times as thick. */
export function thicknessOf(perDay: number, busiest: number): number {
  return busiest <= 0 ? THINNEST : THINNEST + (THICKEST - THINNEST) * Math.sqrt(Math.min(1, perDay / busiest))
}

type Carried = { out: number; back: number; readonly trips: Set<string> }
/** Between two nodes; `a` to `b` is the way that the lanes to its left are counted from. */
type Edge = { a: number; b: number; readonly flows: Map<Flow, Carried>; total: number }

function edgesOf({ lines, paths }: FlowNet, isShown: (line: FlowLine) => boolean): Map<number, Edge> {
  const edges = new Map<number, Edge>()
  for (const line of lines) {
    if (!isShown(line)) continue
    for (let i = line.start; i + 1 < line.start + line.count; i++) {
      const [from, to] = [paths[i]!, paths[i + 1]!]
      const key = pairKey(from, to)
      let edge = edges.get(key)
      if (edge === undefined) {
        edge = { a: Math.min(from, to), b: Math.max(from, to), flows: new Map(), total: 0 }
        edges.set(key, edge)
      }
      let carried = edge.flows.get(line.flow)
      if (carried === undefined) {
        carried = { out: 0, back: 0, trips: new Set() }
        edge.flows.set(line.flow, carried)
      }
      if (from === edge.a) carried.out += line.perDay
      else carried.back += line.perDay
      carried.trips.add(line.key)
      edge.total += line.perDay
    }
  }
  return edges
}

/** Turns edges so that the straightest way through the busiest of them keeps its left: lanes do not change sides on it. */
function orient(edges: ReadonlyMap<number, Edge>, { nodes }: FlowNet): void {
  const around = neighbours(edges.values())
  const done = new Set<Edge>()
  const place = (node: number) => ({ x: nodes[3 * node]!, y: nodes[3 * node + 1]! })
  const turnRound = (edge: Edge) => {
    ;[edge.a, edge.b] = [edge.b, edge.a]
    for (const carried of edge.flows.values()) [carried.out, carried.back] = [carried.back, carried.out]
  }
  const byVolume = [...edges.values()].sort((p, q) => q.total - p.total || p.a - q.a || p.b - q.b)
  for (const first of byVolume) {
    if (done.has(first)) continue
    done.add(first)
    for (const isAhead of [true, false]) {
      let edge: Edge | undefined = first
      while (edge !== undefined) {
        const [tail, node]: [number, number] = isAhead ? [edge.a, edge.b] : [edge.b, edge.a]
        const direction = directionOf(place(tail), place(node))
        let next: Edge | undefined
        let straightest = -0.5
        for (const other of around.get(node) ?? []) {
          if (done.has(other)) continue
          const end = other.a === node ? other.b : other.a
          const to = directionOf(place(node), place(end))
          const cosine = direction.x * to.x + direction.y * to.y
          if (cosine > straightest) {
            straightest = cosine
            next = other
          }
        }
        if (next !== undefined) {
          if ((isAhead ? next.a : next.b) !== node) turnRound(next)
          done.add(next)
        }
        edge = next
      }
    }
  }
}

function neighbours(edges: Iterable<Edge>): Map<number, Edge[]> {
  const around = new Map<number, Edge[]>()
  for (const edge of edges) {
    for (const node of [edge.a, edge.b]) {
      const there = around.get(node)
      if (there === undefined) around.set(node, [edge])
      else there.push(edge)
    }
  }
  return around
}

/** Where the middle of a flow's ribbon lies at each end of an edge. */
type Lane = { readonly width: number; readonly atA: Point; readonly atB: Point }
type Lanes = ReadonlyMap<Edge, ReadonlyMap<Flow, Lane>>

function lanesOf(edges: ReadonlyMap<number, Edge>, { nodes }: FlowNet, busiest: number, unit: number): Lanes {
  const found = new Map<Edge, Map<Flow, Lane>>()
  for (const edge of edges.values()) {
    const { a, b, flows } = edge
    const [from, to] = [
      { x: nodes[3 * a]!, y: nodes[3 * a + 1]! },
      { x: nodes[3 * b]!, y: nodes[3 * b + 1]! },
    ]
    const along = directionOf(from, to)
    const here = FLOWS.flatMap((flow) => {
      const carried = flows.get(flow)
      return carried === undefined ? [] : [{ flow, width: thicknessOf(carried.out + carried.back, busiest) * unit }]
    })
    const whole = here.reduce((sum, { width }) => sum + width, 0) + AIR * unit * (here.length - 1)
    const squeezeA = Math.min(1, nodes[3 * a + 2]! / whole)
    const squeezeB = Math.min(1, nodes[3 * b + 2]! / whole)
    let left = whole / 2
    const lanes = new Map<Flow, Lane>()
    for (const { flow, width } of here) {
      const offset = left - width / 2
      lanes.set(flow, { width, atA: leftOf(from, along, offset * squeezeA), atB: leftOf(to, along, offset * squeezeB) })
      left -= width + AIR * unit
    }
    found.set(edge, lanes)
  }
  return found
}

function ribbonsOfFlow(flow: Flow, edges: ReadonlyMap<number, Edge>, lanes: Lanes, net: FlowNet): readonly Ribbon[] {
  const mine = [...edges.values()].filter((edge) => edge.flows.has(flow))
  const around = neighbours(mine)
  const laneOf = (edge: Edge) => lanes.get(edge)!.get(flow)!
  const sideAt = (edge: Edge, node: number) => (edge.a === node ? laneOf(edge).atA : laneOf(edge).atB)
  const isSame = (p: Edge, q: Edge, node: number) => {
    const [c, d] = [p.flows.get(flow)!, q.flows.get(flow)!]
    const isOnward = (p.b === node) === (q.a === node)
    return isNear(c.out, isOnward ? d.out : d.back) && isNear(c.back, isOnward ? d.back : d.out)
  }
  const isThrough = (node: number): boolean => {
    const there = around.get(node)!
    return there.length === 2 && isSame(there[0]!, there[1]!, node)
  }
  const done = new Set<Edge>()
  const ribbons: Ribbon[] = []
  for (const first of [...mine].sort((p, q) => p.a - q.a || p.b - q.b)) {
    if (done.has(first)) continue
    done.add(first)
    // The whole chain of edges that the same trips walk, with the nodes between them.
    const chain = [first]
    const nodes = [first.a, first.b]
    for (const isAhead of [true, false]) {
      for (;;) {
        const node = isAhead ? nodes.at(-1)! : nodes[0]!
        const edge = isAhead ? chain.at(-1)! : chain[0]!
        const next = isThrough(node) ? around.get(node)!.find((other) => other !== edge) : undefined
        if (next === undefined || done.has(next)) break
        done.add(next)
        const end = next.a === node ? next.b : next.a
        if (isAhead) {
          chain.push(next)
          nodes.push(end)
        } else {
          chain.unshift(next)
          nodes.unshift(end)
        }
      }
    }
    const points = nodes.map((node, index): Point => {
      const [before, after] = [chain[index - 1], chain[index]]
      if (before === undefined || after === undefined) return meanOf(around.get(node)!.map((edge) => sideAt(edge, node)))
      return joint(sideAt(before, nodes[index - 1]!), sideAt(before, node), sideAt(after, node), sideAt(after, nodes[index + 1]!))
    })
    const { out, back, trips } = first.flows.get(flow)!
    const isTurned = nodes[chain.indexOf(first)] !== first.a
    const [onward, against] = isTurned ? [back, out] : [out, back]
    const isMostly = onward >= against
    ribbons.push({
      key: `${flow} ${first.a} ${first.b}`,
      flow,
      points: rounded(isMostly ? points : points.reverse()),
      perDay: out + back,
      against: Math.min(onward, against),
      width: laneOf(first).width,
      trips: [...trips],
    })
  }
  return net.lines.length === 0 ? [] : ribbons
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(1, a, b)
}

function meanOf(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 })
  return { x: sum.x / points.length, y: sum.y / points.length }
}

/** Where two pieces of a ribbon meet: in their mitre at a bend, half-way where one shifts to another lane. */
function joint(a: Point, b: Point, c: Point, d: Point): Point {
  const [p, q] = [directionOf(a, b), directionOf(c, d)]
  const middle = meanOf([b, c])
  if (p.x * q.x + p.y * q.y > MITRED) return middle
  const cross = p.x * q.y - p.y * q.x
  if (Math.abs(cross) < 0.2) return middle
  const at = ((c.x - b.x) * q.y - (c.y - b.y) * q.x) / cross
  const mitre = ahead(b, p, at)
  return distanceOf(mitre, middle) > 1 ? middle : mitre
}

/** Points that lie in line are left out, and corners are cut round twice. */
function rounded(points: readonly Point[]): readonly Point[] {
  let line = inLineLeftOut(points)
  for (let round = 0; round < 2; round++) {
    if (line.length < 3) return line
    line = line.flatMap((point, index): Point[] => {
      const [before, after] = [line[index - 1], line[index + 1]]
      if (before === undefined || after === undefined) return [point]
      return [towards(point, before, CUT_M), towards(point, after, CUT_M)]
    })
  }
  return line
}

const CUT_M = 0.3

/** A quarter of the way, and no further than `most`. */
function towards(from: Point, to: Point, most: number): Point {
  const share = Math.min(0.25, most / Math.max(distanceOf(from, to), 1e-9))
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

const IN_LINE_M = 0.03

function inLineLeftOut(points: readonly Point[]): readonly Point[] {
  if (points.length < 3) return points
  const [first, last] = [points[0]!, points.at(-1)!]
  const along = directionOf(first, last)
  let worst = 0
  let at = -1
  points.forEach(({ x, y }, index) => {
    const off = Math.abs((x - first.x) * along.y - (y - first.y) * along.x)
    if (off > worst && index > 0 && index < points.length - 1) {
      worst = off
      at = index
    }
  })
  if (worst <= IN_LINE_M && distanceOf(first, last) > 0) return [first, last]
  if (at < 0) return points
  return [...inLineLeftOut(points.slice(0, at + 1)), ...inLineLeftOut(points.slice(at)).slice(1)]
}
