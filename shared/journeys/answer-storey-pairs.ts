import type { Building } from '#shared/building/building'
import type { Settings } from '#shared/document/workshop'
import type { PairAnswer } from '#shared/routing/answer-pairs'
import type { Pair } from '#shared/routing/bare-floor'
import { type Place, passagesOver, type Ride } from '#shared/routing/passages'
import type { Router, Walker } from '#shared/routing/router'
import { premisesOf } from './premises'
import { linksOf } from './rides'

/** The answer to a pair over storeys. Metres. */
export type StoreyPairAnswer = PairAnswer & {
  /** The way, storey by storey; `path` holds its places one after the other. */
  readonly storeys: readonly { readonly storey: string; readonly path: PairAnswer['path'] }[]
  /** Names of the lifts and stairs between. */
  readonly rides: readonly string[]
}

/** A router for each storey, and the region of a point (index, -1 for none). */
export type StoreyGround = { readonly routers: readonly Router[]; readonly regionAt: (storey: number, x: number, y: number) => number }

/** Why pairs cannot be answered: the first storey named that the design does not have. */
export type NoStorey = { readonly storey: string; readonly id: string | number }

/**
 * Shortest routes between points of a building of several storeys, for a disc of `radius` metres. As on one floor, widths, admissions and
 * the size of a lift's car do not matter; one-way does, and only a body no wider than a person takes stairs. Lifts count their time at a
 * person's speed when ways are compared, and 0 m in `length`.
 */
export function answerStoreyPairs(
  building: Building,
  settings: Settings,
  ground: StoreyGround,
  radius: number,
  pairs: readonly Pair[],
): readonly StoreyPairAnswer[] | NoStorey {
  const { storeys } = building
  const { routers, regionAt } = ground
  const walker: Walker = { radius, passes: 0, flows: [] }
  // Nothing is named here.
  const premises = premisesOf(building, () => undefined, {})
  const { landings: ends, links } = linksOf(building, settings)
  const open = links.filter(
    ({ built: { connector }, isUp }) =>
      (connector.oneWay === undefined || (connector.oneWay === 'up') === isUp) &&
      (connector.connector === 'lift' || radius <= settings.bodies.person.radius),
  )
  const placeAt = (storey: number, x: number, y: number): Place => ({ storey, stop: { x, y, region: regionAt(storey, x, y) } })
  const landings = ends.map(({ end, connector }) => {
    const { storey, point } = premises.end(end)
    return { ...placeAt(storey, point.x, point.y), connector: building.connectors.findIndex((built) => built.connector.id === connector) }
  })
  const rides: readonly Ride[] = open.map(({ from, to, metres, seconds }) => ({
    from,
    to,
    metres,
    cost: metres + seconds * settings.bodies.person.speed,
  }))
  const passages = passagesOver(routers, landings, rides, walker, () => undefined)
  const storeyOf = (name: string | undefined) =>
    name === undefined ? 0 : storeys.findIndex(({ storey }) => storey.id === name || storey.name.toLowerCase() === name.toLowerCase())
  for (const { id, startStorey, goalStorey } of pairs) {
    for (const name of [startStorey, goalStorey]) if (name !== undefined && storeyOf(name) < 0) return { storey: name, id }
  }
  const stands = ({ storey, stop }: Place) => {
    const [answer] = routers[storey]!.lengths(stop, [stop], walker)
    return answer?.status === 'ok' || answer?.refusal.why !== 'noStanding'
  }
  return pairs.map(({ id, start, goal, startStorey, goalStorey }): StoreyPairAnswer => {
    const from = placeAt(storeyOf(startStorey), ...start)
    const to = placeAt(storeyOf(goalStorey), ...goal)
    const none = { id, length: null, path: [], storeys: [], rides: [] }
    if (!stands(from) || !stands(to)) return { ...none, status: 'invalid' }
    const way = passages
      .passages(from, to)
      .reduce<ReturnType<typeof passages.passages>[number] | undefined>(
        (best, each) => (best === undefined || each.cost < best.cost - 1e-9 ? each : best),
        undefined,
      )
    if (way === undefined) return { ...none, status: 'unreachable' }
    const walked = way.hops.flatMap((hop) => {
      if (hop.kind === 'ride') return []
      const routes = routers[hop.from.storey]!.routes(hop.from.stop, hop.to.stop, walker)
      const points = routes.reduce((best, each) => (each.length < best.length - 1e-9 ? each : best)).points
      const path = Array.from({ length: points.length / 2 }, (_, index): [number, number] => [points[2 * index]!, points[2 * index + 1]!])
      return [{ storey: storeys[hop.from.storey]!.storey.name, path }]
    })
    return {
      id,
      status: 'ok',
      length: way.metres,
      path: walked.flatMap(({ path }) => path),
      storeys: walked,
      rides: way.hops.flatMap((hop) => (hop.kind === 'ride' ? open[hop.ride]!.built.connector.name : [])),
    }
  })
}
