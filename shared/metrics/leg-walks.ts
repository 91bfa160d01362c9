import type { Model } from '#shared/simulation/model'
import { factsOf, type RouteFacts } from './route-facts'

/** One of the equally short ways of a simulated leg, its walks on single storeys, each with the metres walked before it. */
export type LegWalk = {
  readonly share: number
  readonly metres: number
  readonly pieces: readonly { readonly facts: RouteFacts; readonly storey: number; readonly before: number }[]
}

/** The ways of a leg of a model; over several storeys, of the walks of a way one of those that are equally short. */
export function walksOfLeg({ legs, ground, floors }: Model, leg: number): readonly LegWalk[] {
  const { from, to, gait, via, metres } = legs.legs[leg]!
  const [start, goal, walked] = [legs.ends[from]!, legs.ends[to]!, legs.gaits[gait]!]
  if (metres === 0) return []
  const { premises } = ground
  const { room, storey } = premises.end(start)
  const ways = ground.waysOf(start, goal, walked, via)
  if (ways === undefined) {
    const routes = ground.routesOf(start, goal, walked, via)
    return routes.map((route) => ({
      share: 1 / routes.length,
      metres,
      pieces: [{ facts: factsOf(route, room, floors[storey]!), storey, before: 0 }],
    }))
  }
  return ways.map(({ share, stages }) => {
    let before = 0
    const pieces: LegWalk['pieces'][number][] = []
    for (const stage of stages) {
      if (stage.kind === 'ride') {
        before += stage.link.metres
        continue
      }
      const [route] = stage.routes()
      if (route !== undefined) pieces.push({ facts: factsOf(route, stage.from.room, floors[stage.from.storey]!), storey: stage.from.storey, before })
      before += stage.metres
    }
    return { share, metres, pieces }
  })
}
