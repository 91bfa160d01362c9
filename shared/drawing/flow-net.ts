import type { Id } from '#shared/base/ids'
import type { Name } from '#shared/base/message'
import type { BuildingStorey } from '#shared/building/building'
import { isWalkedThrough } from '#shared/document/elements/opening'
import type { Point } from '#shared/geometry/point'
import type { Trip } from '#shared/journeys/trip'
import { bundleLines, type Gateway, type LooseLine } from './bundle'
import { boxOf, isInside } from './plane'

/** A trip on the net: what decides whether it is shown, and one of its equally short routes. */
export type FlowLine = Pick<Trip, 'key' | 'pathway' | 'flow' | 'purpose' | 'role' | 'length'> & {
  /** Names of its ends. */
  readonly from: Name
  readonly to: Name
  /** Trips a day by this route. */
  readonly perDay: number
  /** Its nodes are `paths[start]` to `paths[start + count - 1]`. */
  readonly start: number
  readonly count: number
}

/**
 * Every trip of a design on one storey, on lines that are common wherever trips run through the same doors and within half a metre. Of
 * arrays of numbers, so that it is cheap to send between threads.
 */
export type FlowNet = {
  /** x, y and how far lines may spread there, three numbers a node. Metres. */
  readonly nodes: Float64Array
  readonly paths: Int32Array
  readonly lines: readonly FlowLine[]
}

export const NO_FLOWS: FlowNet = { nodes: new Float64Array(0), paths: new Int32Array(0), lines: [] }

/** Wider openings than this are crossed anywhere, not in their middle. Metres. */
const WIDEST_GATEWAY_M = 2.2
/** How far lines beside each other may spread on open floor, and of a door's clear width. */
const SPREAD_M = 1.5
const SPREAD_OF_DOOR = 0.7

/** Bundles the routes of trips. */
export function flowNet(trips: readonly Trip[], storey: BuildingStorey): FlowNet {
  const gateways: Gateway[] = storey.openings.flatMap(({ opening, from, to }) =>
    isWalkedThrough(opening) && opening.width <= WIDEST_GATEWAY_M ? [{ from, to, width: opening.width }] : [],
  )
  // Out and back, and trips of several roles, walk the same way: each way is bundled once.
  const ways = new Map<string, { readonly points: readonly Point[]; weight: number }>()
  const walked: { readonly trip: Trip; readonly way: string; readonly perDay: number }[] = []
  for (const trip of trips) {
    const routes = trip.routes()
    for (const { points } of routes) {
      if (points.length < 4) continue
      const way = points.join()
      const perDay = trip.perDay / routes.length
      walked.push({ trip, way, perDay })
      const known = ways.get(way)
      if (known === undefined) ways.set(way, { points: pointsOf(points), weight: perDay })
      else known.weight += perDay
    }
  }
  const names = [...ways.keys()]
  const loose: readonly LooseLine[] = [...ways.values()]
  const bundle = bundleLines(loose, gateways, roomFinder(storey))
  const numbers = new Map(names.map((name, index) => [name, index]))
  const starts: number[] = []
  const paths: number[] = []
  for (const path of bundle.paths) {
    starts.push(paths.length)
    paths.push(...path)
  }
  return {
    nodes: Float64Array.from(
      bundle.nodes.flatMap(({ x, y, gateway }) => [x, y, gateway === undefined ? SPREAD_M : gateways[gateway]!.width * SPREAD_OF_DOOR]),
    ),
    paths: Int32Array.from(paths),
    lines: walked.map(({ trip: { key, pathway, flow, purpose, role, length, from, to }, way, perDay }) => {
      const number = numbers.get(way)!
      const count = bundle.paths[number]!.length
      return { key, pathway, flow, purpose, role, length, from: from.name ?? '', to: to.name ?? '', perDay, start: starts[number]!, count }
    }),
  }
}

function pointsOf(flat: Float64Array): readonly Point[] {
  return Array.from({ length: flat.length / 2 }, (_, index) => ({ x: flat[2 * index]!, y: flat[2 * index + 1]! }))
}

function roomFinder(storey: BuildingStorey): (point: Point) => Id | undefined {
  const rooms = storey.rooms.flatMap(({ room, polygon }) => {
    const box = boxOf(polygon)
    return box === undefined ? [] : [{ id: room.id, polygon, box }]
  })
  const known = new Map<string, Id | undefined>()
  return (point) => {
    const key = `${point.x} ${point.y}`
    if (known.has(key)) return known.get(key)
    const { x, y } = point
    const found = rooms.find(({ polygon, box }) => x >= box.left && x <= box.right && y >= box.bottom && y <= box.top && isInside(polygon, point))?.id
    known.set(key, found)
    return found
  }
}
