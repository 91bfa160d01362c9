import type { FloorParts } from '#shared/walkable/walk-graph'

/** A closed threshold: ax, ay, bx, by. */
export type Shut = readonly [number, number, number, number]

/**
 * The slow way to a disc's shortest route, sharing nothing with `shared/walkable`: points all round
 * every corner, on a polygon of `sides` sides about its circle; two of them are joined when no wall
 * comes within `radius` of the line between; Dijkstra. What it returns is walkable, so never shorter than
 * the truth; for a radius smaller by cos(pi / sides) its points lie on the true circles, so it is never longer than
 * the truth for the radius itself. Millimetres.
 */
export function oracleLength(
  parts: FloorParts,
  radius: number,
  start: readonly [number, number],
  goal: readonly [number, number],
  shut: readonly Shut[] = [],
  sides = 48,
): number | undefined {
  const edges: number[][] = []
  const corners = new Map<string, readonly [number, number]>()
  for (const solid of parts.solids) {
    if (!solid) continue
    const count = solid.ring.length / 2
    for (let i = 0; i < count; i++) {
      const j = (i + 1) % count
      const edge = [solid.ring[2 * i]!, solid.ring[2 * i + 1]!, solid.ring[2 * j]!, solid.ring[2 * j + 1]!]
      edges.push(edge)
      corners.set(`${edge[0]},${edge[1]}`, [edge[0]!, edge[1]!])
    }
  }
  const isFree = (x: number, y: number) => edges.every((edge) => pointToEdge(x, y, edge) >= radius - 1e-6) && isFloor(parts, x, y)
  if (!isFree(...start) || !isFree(...goal)) return undefined
  const points: (readonly [number, number])[] = [start, goal]
  const out = radius / Math.cos(Math.PI / sides)
  for (const [x, y] of corners.values())
    for (let k = 0; k < sides; k++) {
      const angle = (2 * Math.PI * (k + 0.5)) / sides
      const point = [x + out * Math.cos(angle), y + out * Math.sin(angle)] as const
      if (isFree(...point)) points.push(point)
    }
  for (const [ax, ay, bx, by] of shut)
    for (const end of [
      [ax, ay],
      [bx, by],
    ] as const)
      for (const [dx, dy] of [
        [0.01, 0],
        [-0.01, 0],
        [0, 0.01],
        [0, -0.01],
      ] as const)
        if (isFree(end[0] + dx, end[1] + dy)) points.push([end[0] + dx, end[1] + dy])
  return shortest(points, (p, q) => isWalkable(p, q, edges, radius, shut))
}

function shortest(
  points: readonly (readonly [number, number])[],
  isWay: (p: readonly [number, number], q: readonly [number, number]) => boolean,
): number | undefined {
  const [goalX, goalY] = points[1]!
  const rest = points.map(([x, y]) => Math.hypot(x - goalX, y - goalY))
  const distance = points.map(() => Infinity)
  const isDone = points.map(() => false)
  distance[0] = 0
  for (;;) {
    let nearest = -1
    for (let i = 0; i < points.length; i++)
      if (!isDone[i] && distance[i]! < Infinity && (nearest < 0 || distance[i]! + rest[i]! < distance[nearest]! + rest[nearest]!)) nearest = i
    if (nearest < 0) return undefined
    if (nearest === 1) return distance[1]
    isDone[nearest] = true
    for (let i = 0; i < points.length; i++) {
      if (isDone[i]) continue
      const candidate = distance[nearest]! + Math.hypot(points[i]![0] - points[nearest]![0], points[i]![1] - points[nearest]![1])
      if (candidate < distance[i]! && isWay(points[nearest]!, points[i]!)) distance[i] = candidate
    }
  }
}

function isWalkable(
  p: readonly [number, number],
  q: readonly [number, number],
  edges: readonly number[][],
  radius: number,
  shut: readonly Shut[],
): boolean {
  for (const edge of edges) {
    const isBeside =
      Math.min(edge[0]!, edge[2]!) > Math.max(p[0], q[0]) + radius ||
      Math.max(edge[0]!, edge[2]!) < Math.min(p[0], q[0]) - radius ||
      Math.min(edge[1]!, edge[3]!) > Math.max(p[1], q[1]) + radius ||
      Math.max(edge[1]!, edge[3]!) < Math.min(p[1], q[1]) - radius
    if (!isBeside && linesApart(p, q, edge) < radius - 1e-6) return false
  }
  return !shut.some((edge) => doCross(p[0], p[1], q[0], q[1], edge[0], edge[1], edge[2], edge[3]))
}

function linesApart(p: readonly [number, number], q: readonly [number, number], edge: readonly number[]): number {
  const [ax, ay, bx, by] = edge as [number, number, number, number]
  if (doCross(p[0], p[1], q[0], q[1], ax, ay, bx, by)) return 0
  const line = [p[0], p[1], q[0], q[1]]
  return Math.min(pointToEdge(p[0], p[1], edge), pointToEdge(q[0], q[1], edge), pointToEdge(ax, ay, line), pointToEdge(bx, by, line))
}

function doCross(px: number, py: number, qx: number, qy: number, ax: number, ay: number, bx: number, by: number): boolean {
  const d1 = (bx - ax) * (py - ay) - (by - ay) * (px - ax)
  const d2 = (bx - ax) * (qy - ay) - (by - ay) * (qx - ax)
  const d3 = (qx - px) * (ay - py) - (qy - py) * (ax - px)
  const d4 = (qx - px) * (by - py) - (qy - py) * (bx - px)
  return d1 > 0 !== d2 > 0 && d3 > 0 !== d4 > 0
}

function pointToEdge(x: number, y: number, edge: readonly number[]): number {
  const [ax, ay, bx, by] = edge as [number, number, number, number]
  const square = (bx - ax) ** 2 + (by - ay) ** 2
  const t = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square))
  return Math.sqrt((x - ax - t * (bx - ax)) ** 2 + (y - ay - t * (by - ay)) ** 2)
}

function isFloor(parts: FloorParts, x: number, y: number): boolean {
  let isInside = false
  for (const solid of parts.solids) {
    if (!solid) continue
    let winding = false
    for (let i = 0, j = solid.ring.length - 2; i < solid.ring.length; j = i, i += 2) {
      const [ax, ay, bx, by] = [solid.ring[i]!, solid.ring[i + 1]!, solid.ring[j]!, solid.ring[j + 1]!]
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) winding = !winding
    }
    if (winding && !solid.outside) return false
    if (winding) isInside = !isInside
  }
  return isInside
}
