import type { Id } from '#shared/base/ids'
import type { Point } from '#shared/geometry/point'
import { directionOf, distanceOf, leftOf, midpointOf } from './plane'

/** Something narrow that lines are led through in its middle: a door. Metres. */
export type Gateway = { readonly from: Point; readonly to: Point; readonly width: number }

/** A polyline to be bundled with others; the heavier is laid first, and the lighter follow it. Metres. */
export type LooseLine = { readonly points: readonly Point[]; readonly weight: number }

/** Lines that share nodes wherever they run close together. */
export type Bundle = {
  readonly nodes: readonly BundleNode[]
  /** Of each line: the nodes it runs through. */
  readonly paths: readonly (readonly number[])[]
}
export type BundleNode = { readonly x: number; readonly y: number; readonly gateway: number | undefined }

/** Ends and bends nearer than this to each other become one, and straight stretches that run this near. Metres. */
const REACH_M = 0.5
const BESIDE_M = 0.9
/** Where a line may be joined: every so many metres. */
const STEP_M = 1
/** What following a line that is there costs, as a share of walking beside it. */
const FOLLOWED = 0.55
/** How far past its jamb a bend still belongs to a door, and how far out of it everybody walks straight. Metres. */
const PAST_JAMB_M = 0.5
const STRAIGHT_M = 0.7
/** A line that reaches this near its own end, as a share of its last stretch, is at it. */
const AT_END = 1e-6
/** How much a node may be moved to straighten what runs through it. Metres. */
const STRAIGHTENED_M = 0.2
const STRAIGHTENING_ROUNDS = 3

/**
 * Bundles polylines onto common nodes: through the middle of gateways, bends onto the bends of heavier lines, and straight stretches onto
 * heavier ones that run within half a metre in the same room. The same lines give the same bundle, in whatever order they come.
 */
export function bundleLines(lines: readonly LooseLine[], gateways: readonly Gateway[], roomAt: (point: Point) => Id | undefined): Bundle {
  const web = openWeb(gateways, roomAt)
  const order = [...lines.keys()].sort((a, b) => lines[b]!.weight - lines[a]!.weight || compareLines(lines[a]!, lines[b]!))
  const stops: (readonly number[])[] = new Array(lines.length)
  for (const index of order) stops[index] = web.stopsOf(lines[index]!.points)
  const stretches = new Map<number, { from: number; to: number; weight: number }>()
  for (const index of order) {
    for (const [from, to] of pairsOf(stops[index]!)) {
      const key = pairKey(from, to)
      const known = stretches.get(key)
      if (known === undefined) stretches.set(key, { from: Math.min(from, to), to: Math.max(from, to), weight: lines[index]!.weight })
      else known.weight += lines[index]!.weight
    }
  }
  const laid = new Map<number, readonly number[]>()
  const byWeight = [...stretches].sort(([, a], [, b]) => b.weight - a.weight || a.from - b.from || a.to - b.to)
  for (const [key, { from, to, weight }] of byWeight) laid.set(key, web.lay(from, to, weight))
  const paths = stops.map((ends) => {
    const path: number[] = ends.length > 0 ? [ends[0]!] : []
    for (const [from, to] of pairsOf(ends)) {
      const way = laid.get(pairKey(from, to))!
      const steps = from < to ? way : [...way].reverse()
      for (const node of steps.slice(1)) append(path, node)
    }
    return path
  })
  return { nodes: web.straightened(new Set(stops.flatMap((ends) => [ends[0]!, ends.at(-1)!]))), paths }
}

type Web = {
  /** Nodes for the ends, the bends and the gateways of a line. */
  stopsOf(points: readonly Point[]): readonly number[]
  /** Lays a straight stretch: along what is there where that is near, else new. */
  lay(from: number, to: number, weight: number): readonly number[]
  straightened(fixed: ReadonlySet<number>): readonly BundleNode[]
}

type Node = { readonly x: number; readonly y: number; readonly room: Id | undefined; readonly gateway: number | undefined }

function openWeb(gateways: readonly Gateway[], roomAt: (point: Point) => Id | undefined): Web {
  const nodes: Node[] = []
  const cells = new Map<number, number[]>()
  const edges = new Map<number, Map<number, number>>()
  const ofGateway = new Map<number, readonly [number, number, number]>()

  function nodeAt(point: Point, room: Id | undefined, gateway: number | undefined): number {
    nodes.push({ x: point.x, y: point.y, room, gateway })
    const cell = cellOf(Math.floor(point.x), Math.floor(point.y))
    const there = cells.get(cell)
    if (there === undefined) cells.set(cell, [nodes.length - 1])
    else there.push(nodes.length - 1)
    return nodes.length - 1
  }

  function near(left: number, bottom: number, right: number, top: number): number[] {
    const found: number[] = []
    for (let x = Math.floor(left); x <= Math.floor(right); x++) {
      for (let y = Math.floor(bottom); y <= Math.floor(top); y++) found.push(...(cells.get(cellOf(x, y)) ?? []))
    }
    return found
  }

  function spotFor(point: Point): number {
    const room = roomAt(point)
    let best: number | undefined
    let least = REACH_M
    for (const index of near(point.x - REACH_M, point.y - REACH_M, point.x + REACH_M, point.y + REACH_M)) {
      const node = nodes[index]!
      if (node.gateway !== undefined || node.room !== room) continue
      const distance = distanceOf(node, point)
      if (distance < least) {
        least = distance
        best = index
      }
    }
    return best ?? nodeAt(point, room, undefined)
  }

  /** The middle of a gateway, and a node straight out of it on either side: to the left of its own line, and to the right. */
  function gatewayNodes(index: number): readonly [left: number, middle: number, right: number] {
    const known = ofGateway.get(index)
    if (known !== undefined) return known
    const { from, to } = gateways[index]!
    const middle = midpointOf(from, to)
    const along = directionOf(from, to)
    const made = [spotFor(leftOf(middle, along, STRAIGHT_M)), nodeAt(middle, undefined, index), spotFor(leftOf(middle, along, -STRAIGHT_M))] as const
    ofGateway.set(index, made)
    link(made[0], made[1], 0)
    link(made[1], made[2], 0)
    return made
  }

  function link(a: number, b: number, weight: number): void {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const of = edges.get(from)
      if (of === undefined) edges.set(from, new Map([[to, weight]]))
      else of.set(to, (of.get(to) ?? 0) + weight)
    }
  }

  return {
    stopsOf(points) {
      const passed = crossings(gateways, points)
      const through = passed.flat().map(({ index }) => gateways[index]!)
      const last = points.length - 1
      const stops: number[] = []
      points.forEach((point, index) => {
        // Who starts or ends in a gateway neither comes from beyond it nor goes on.
        const isFromGateway = index === 0 && passed[0]?.some(({ at }) => at <= AT_END) === true
        const isIntoGateway = index === last && passed[last - 1]?.some(({ at }) => at >= 1 - AT_END) === true
        const isEnd = index === 0 || index === last
        if (isEnd ? !isFromGateway && !isIntoGateway : !through.some((gateway) => isAtJamb(gateway, point))) append(stops, spotFor(point))
        for (const { index: gateway, isFromLeft, at } of passed[index] ?? []) {
          const across = isFromLeft ? gatewayNodes(gateway) : [...gatewayNodes(gateway)].reverse()
          const isStart = index === 0 && at <= AT_END
          const isGoal = index === last - 1 && at >= 1 - AT_END
          for (const node of isStart ? across.slice(1) : isGoal ? across.slice(0, 2) : across) append(stops, node)
        }
      })
      return stops
    },

    lay(from, to, weight) {
      const [a, b] = [nodes[from]!, nodes[to]!]
      const length = distanceOf(a, b)
      const rooms = new Set([a.room, b.room, roomAt({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })])
      const box = [
        Math.min(a.x, b.x) - BESIDE_M,
        Math.min(a.y, b.y) - BESIDE_M,
        Math.max(a.x, b.x) + BESIDE_M,
        Math.max(a.y, b.y) + BESIDE_M,
      ] as const
      const along: { index: number; at: number }[] = []
      if (length > STEP_M) {
        for (const index of near(...box)) {
          const node = nodes[index]!
          if (index === from || index === to || node.gateway !== undefined || !rooms.has(node.room)) continue
          const at = ((node.x - a.x) * (b.x - a.x) + (node.y - a.y) * (b.y - a.y)) / length
          const off = Math.abs((node.x - a.x) * (b.y - a.y) - (node.y - a.y) * (b.x - a.x)) / length
          if (off <= BESIDE_M && at > 0.1 && at < length - 0.1) along.push({ index, at })
        }
      }
      along.sort((p, q) => p.at - q.at || p.index - q.index)
      const chain = [from, ...along.map(({ index }) => index), to]
      const way = cheapest(chain, nodes, edges)
      const path = [way[0]!]
      for (let i = 0; i + 1 < way.length; i++) {
        const [p, q] = [way[i]!, way[i + 1]!]
        if (edges.get(p)?.has(q) === true) {
          path.push(q)
          continue
        }
        const [start, end] = [nodes[p]!, nodes[q]!]
        const pieces = Math.max(1, Math.round(distanceOf(start, end) / STEP_M))
        for (let k = 1; k < pieces; k++) {
          const point = { x: start.x + ((end.x - start.x) * k) / pieces, y: start.y + ((end.y - start.y) * k) / pieces }
          path.push(nodeAt(point, roomAt(point), undefined))
        }
        path.push(q)
      }
      for (const [p, q] of pairsOf(path)) link(p, q, weight)
      return path
    },

    straightened(fixed) {
      let places: Point[] = nodes.map(({ x, y }) => ({ x, y }))
      for (let round = 0; round < STRAIGHTENING_ROUNDS; round++) {
        places = nodes.map((node, index) => {
          const around = edges.get(index)
          if (node.gateway !== undefined || fixed.has(index) || around === undefined || around.size < 2) return places[index]!
          let [x, y, sum] = [0, 0, 0]
          for (const [other, weight] of around) {
            x += places[other]!.x * weight
            y += places[other]!.y * weight
            sum += weight
          }
          const wish = { x: (places[index]!.x + x / sum) / 2, y: (places[index]!.y + y / sum) / 2 }
          const moved = distanceOf(node, wish)
          const share = moved > STRAIGHTENED_M ? STRAIGHTENED_M / moved : 1
          return { x: node.x + (wish.x - node.x) * share, y: node.y + (wish.y - node.y) * share }
        })
      }
      return nodes.map(({ gateway }, index) => ({ ...places[index]!, gateway }))
    },
  }
}

/** The cheapest way along a chain of nodes in walking order, where following an edge that is there costs less than a new line. */
function cheapest(chain: readonly number[], nodes: readonly Node[], edges: ReadonlyMap<number, ReadonlyMap<number, number>>): readonly number[] {
  const costs = new Float64Array(chain.length).fill(Number.POSITIVE_INFINITY)
  const before = new Int32Array(chain.length).fill(-1)
  costs[0] = 0
  const last = chain.length - 1
  for (let i = 0; i < last; i++) {
    const here = nodes[chain[i]!]!
    const there = edges.get(chain[i]!)
    for (let j = i + 1; j <= last; j++) {
      const isThere = there?.has(chain[j]!) === true
      const cost = costs[i]! + distanceOf(here, nodes[chain[j]!]!) * (isThere ? FOLLOWED : 1)
      if (cost < costs[j]! - 1e-9) {
        costs[j] = cost
        before[j] = i
      }
    }
  }
  const way: number[] = []
  for (let at = last; at !== -1; at = before[at]!) way.unshift(chain[at]!)
  return way
}

/** A bend that a line makes because of a door is the door's. */
function isAtJamb({ from, to, width }: Gateway, { x, y }: Point): boolean {
  const [dx, dy] = [(from.x + to.x) / 2 - x, (from.y + to.y) / 2 - y]
  return Math.hypot(dx, dy) <= width / 2 + PAST_JAMB_M
}

type Crossing = { readonly index: number; readonly isFromLeft: boolean; readonly at: number }

/** The gateways that each stretch of a line leads through. A bend in a gateway is one crossing, or none where it turns back there. */
function crossings(gateways: readonly Gateway[], points: readonly Point[]): readonly (readonly Crossing[])[] {
  const passed = points.slice(1).map((point, index) => [...crossed(gateways, points[index]!, point)])
  for (let i = 0; i + 1 < passed.length; i++) {
    for (const arriving of passed[i]!.filter(({ at }) => at >= 1 - AT_END)) {
      const leaving = passed[i + 1]!.find(({ index, at }) => index === arriving.index && at <= AT_END)
      if (leaving === undefined) continue
      passed[i + 1]!.splice(passed[i + 1]!.indexOf(leaving), 1)
      if (leaving.isFromLeft !== arriving.isFromLeft) passed[i]!.splice(passed[i]!.indexOf(arriving), 1)
    }
  }
  return passed
}

/** The gateways that a straight line leads through, in walking order. */
function crossed(gateways: readonly Gateway[], a: Point, b: Point): readonly Crossing[] {
  const found: Crossing[] = []
  gateways.forEach(({ from, to }, index) => {
    const d = (b.x - a.x) * (to.y - from.y) - (b.y - a.y) * (to.x - from.x)
    if (d === 0) return
    const at = ((from.x - a.x) * (to.y - from.y) - (from.y - a.y) * (to.x - from.x)) / d
    const across = ((from.x - a.x) * (b.y - a.y) - (from.y - a.y) * (b.x - a.x)) / d
    if (at >= -1e-9 && at <= 1 + 1e-9 && across >= -1e-6 && across <= 1 + 1e-6) found.push({ index, at, isFromLeft: d > 0 })
  })
  return found.sort((p, q) => p.at - q.at || p.index - q.index)
}

/** Adds a node to a way; there and straight back again is neither. */
function append(path: number[], node: number): void {
  if (path.at(-1) === node) return
  if (path.at(-2) === node) path.pop()
  else path.push(node)
}

function pairsOf(path: readonly number[]): readonly (readonly [number, number])[] {
  return path.slice(1).map((node, index) => [path[index]!, node] as const)
}

/** One number for two nodes, whichever comes first. */
export function pairKey(a: number, b: number): number {
  return a < b ? a * 0x100_0000 + b : b * 0x100_0000 + a
}

function cellOf(x: number, y: number): number {
  return x * 0x10_0000 + y
}

function compareLines(a: LooseLine, b: LooseLine): number {
  for (let i = 0; i < Math.min(a.points.length, b.points.length); i++) {
    const difference = a.points[i]!.x - b.points[i]!.x || a.points[i]!.y - b.points[i]!.y
    if (difference !== 0) return difference
  }
  return a.points.length - b.points.length
}
