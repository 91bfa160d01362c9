import { init, NavMeshQuery } from '@recast-navigation/core'
import { generateSoloNavMesh } from '@recast-navigation/generators'
import { ShapeUtils, Vector2 } from 'three'
import type { WalkableFloor } from '#shared/walkable/walkable-floor'

const VOXEL_M = 0.05
const WALL_TOP_M = 2

/** The length of the way that recast-navigation finds between two places, in metres, or NaN. */
export type Peer = (fromX: number, fromY: number, toX: number, toY: number) => number

/** recast-navigation over a bare floor: solids as prisms 2 m high on flat ground, voxels of 5 cm, a body of radius 0. */
export async function recastPeer(floor: WalkableFloor): Promise<Peer> {
  await init()
  const positions: number[] = []
  const indices: number[] = []
  for (const ring of floor.boundary) addFace(ring, 0, positions, indices)
  for (const { ring } of floor.solids) {
    addFace(ring, WALL_TOP_M, positions, indices)
    addSides(ring, positions, indices)
  }
  const built = generateSoloNavMesh(positions, indices, {
    cs: VOXEL_M,
    ch: 0.1,
    walkableRadius: 0,
    walkableHeight: 10,
    walkableClimb: 1,
    maxSimplificationError: 1,
  })
  if (!built.success) throw new Error(built.error)
  const query = new NavMeshQuery(built.navMesh, { maxNodes: 65_535 })
  const halfExtents = { x: 0.3, y: 0.5, z: 0.3 }
  const options = { halfExtents, maxPathPolys: 4096, maxStraightPathPoints: 4096 }
  return (fromX, fromY, toX, toY) => {
    const { success, path } = query.computePath({ x: fromX, y: 0, z: -fromY }, { x: toX, y: 0, z: -toY }, options)
    const last = path.at(-1)
    if (!success || last === undefined || Math.hypot(last.x - toX, last.z + toY) > 0.3) return Number.NaN
    let length = 0
    for (let i = 1; i < path.length; i++) length += Math.hypot(path[i]!.x - path[i - 1]!.x, path[i]!.z - path[i - 1]!.z)
    return length
  }
}

/** A horizontal face that looks up; plan y becomes -z. */
function addFace(ring: readonly number[], height: number, positions: number[], indices: number[]): void {
  const corners: Vector2[] = []
  for (let i = 0; i < ring.length; i += 2) corners.push(new Vector2(ring[i]! / 1000, ring[i + 1]! / 1000))
  const first = positions.length / 3
  for (const { x, y } of corners) positions.push(x, height, -y)
  for (const triangle of ShapeUtils.triangulateShape(corners, [])) indices.push(...triangle.map((i) => first + i))
}

function addSides(ring: readonly number[], positions: number[], indices: number[]): void {
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const first = positions.length / 3
    for (const [at, height] of [
      [j, 0],
      [i, 0],
      [i, WALL_TOP_M],
      [j, WALL_TOP_M],
    ] as const) {
      positions.push(ring[at]! / 1000, height, -ring[at + 1]! / 1000)
    }
    indices.push(first, first + 1, first + 2, first, first + 2, first + 3)
  }
}
