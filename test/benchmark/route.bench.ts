import { createRouter } from '#shared/routing/create-router'
import type { Router, Stop, Walker } from '#shared/routing/router'
import type { WalkableFloor } from '#shared/walkable/walkable-floor'
import { m6Floor, type Query } from './m6-floor'
import { peerMs } from './pace'
import { recastPeer } from './recast-peer'
import { type BenchRow, heldMegabytes } from './row'
import { median, times } from './timing'

const POINTS = 400
const point: Walker = { radius: 0, passes: 0, flows: [] }
const person: Walker = { radius: 0.25, passes: 0, flows: [] }

/** The 200-room floor of engine.md: build, all pairs of 400 points, one wall edited, one query, and recast-navigation beside it. */
export async function routeRows(): Promise<readonly BenchRow[]> {
  const { floor, queries } = m6Floor()
  const stops = stopsOf(floor, queries)

  const build = median(times(9, () => built(floor, stops, point)))
  const rows: BenchRow[] = [{ name: 'route.build.m6', value: build, memory: heldMegabytes() }]

  const matrices = times(
    5,
    () => createRouter(floor),
    (router) => matrix(router, stops),
    (router) => void built(floor, stops, point, router),
  )
  const perMatrix = median(matrices)
  rows.push({ name: 'route.matrix400.m6', value: perMatrix, memory: heldMegabytes(), note: `${stops.length} points, all pairs, stops joined in it` })

  rows.push({ name: 'route.edit-wall.m6', value: editWall(floor, stops), memory: heldMegabytes() })

  const wide = median(times(3, () => built(floor, stops, person)))
  rows.push({ name: 'route.build.m6.r250', value: wide, memory: heldMegabytes() })

  const router = built(floor, stops, point)
  const perQuery =
    median(times(5, () => queries.map(({ start, goal }, i) => router.lengths(away(start, i), [away(goal, i)], point)))) / queries.length
  rows.push({ name: 'route.query.m6', value: perQuery, memory: heldMegabytes(), note: 'both ends new to the router' })

  rows.push(await peerRow(floor, queries, perMatrix / stops.length ** 2))
  return rows
}

const stopAt = ([x, y]: readonly [number, number]): Stop => ({ x, y, region: -1 })

let drift = 0
/** The same place but for less than a micrometre, so that no answer is remembered. */
function away([x, y]: readonly [number, number], i: number): Stop {
  drift += 1e-10
  return { x: x + drift, y: y + i * 1e-12, region: -1 }
}

/** 400 places where a body can stand: the ends of the floor's queries, then places between them. */
function stopsOf(floor: WalkableFloor, queries: readonly Query[]): readonly Stop[] {
  const stops = queries.flatMap(({ start, goal }) => [stopAt(start), stopAt(goal)])
  const router = createRouter(floor)
  for (let i = 0; stops.length < POINTS; i++) {
    const { start, goal } = queries[i % queries.length]!
    const share = (1 + (i % 7)) / 8
    const between = stopAt([millimetre(start[0] + share * (goal[0] - start[0])), millimetre(start[1] + share * (goal[1] - start[1]))])
    if (router.lengths(between, [between], point)[0]?.status === 'ok') stops.push(between)
  }
  return stops.slice(0, POINTS)
}

const millimetre = (metres: number) => Math.round(metres * 1000) / 1000

/** A router whose graph is made: asked for one short leg. */
function built(floor: WalkableFloor, stops: readonly Stop[], walker: Walker, router = createRouter(floor)): Router {
  router.lengths(stops[0]!, [stops[0]!], walker)
  return router
}

function matrix(router: Router, stops: readonly Stop[]): number {
  let sum = 0
  for (const start of stops) for (const answer of router.lengths(start, stops, point)) if (answer.status === 'ok') sum += answer.length
  return sum
}

/** A wall moved by 0.1 m, and a leg asked for on the edited floor: the median over walls all over the floor, in milliseconds. */
function editWall(floor: WalkableFloor, stops: readonly Stop[]): number {
  const base = built(floor, stops, point)
  const each = 12
  const edits = floor.solids.flatMap((solid, i) =>
    i % Math.floor(floor.solids.length / (2 * each)) === 0 ? [{ ...solid, ring: solid.ring.map((v) => v + 100) }] : [],
  )
  const spent = edits.map((moved) => {
    const edited = { ...floor, solids: floor.solids.map((solid) => (solid.key === moved.key ? moved : solid)) }
    return times(1, () => built(edited, stops, point, base.mended(edited)))[0]!
  })
  return median(spent.slice(each))
}

async function peerRow(floor: WalkableFloor, queries: readonly Query[], perPair: number): Promise<BenchRow> {
  const peer = await recastPeer(floor)
  const perQuery = peerMs(peer, queries)
  const errors = queries.map(({ start, goal, length }) => Math.abs(peer(...start, ...goal) - length) / length)
  const found = errors.filter((error) => !Number.isNaN(error))
  const mean = found.reduce((sum, error) => sum + error, 0) / found.length
  const note = `recast ${(perQuery * 1000).toFixed(0)} us a query, length error mean ${percent(mean)}, largest ${percent(Math.max(...found))}, ${queries.length - found.length} of ${queries.length} not found; ours ${(perPair * 1000).toFixed(2)} us a pair, exact`
  return { name: 'route.peer.recast', value: perQuery / perPair, memory: heldMegabytes(), note }
}

const percent = (share: number) => `${(share * 100).toFixed(2)} %`
