import type { Id } from '#shared/base/ids'
import type { Settings } from '#shared/document/workshop'
import type { Ground } from '#shared/journeys/ground'
import type { Gait } from '#shared/journeys/plan'
import type { Route, Router } from '#shared/routing/router'

/** A lift on the way of a leg: how far on it comes (metres and door seconds before it), and how long the ride takes. Seconds. */
export type LegRide = { readonly lift: Id; readonly metresBefore: number; readonly secondsBefore: number; readonly seconds: number }

/** What a leg takes besides walking: seconds at doors, the mean over its equally short routes; and lifts, of the first of its ways. */
export type LegDelay = { readonly doorSeconds: number; readonly rides: readonly LegRide[] }

export type DelayOf = (from: string, to: string, gait: Gait, via: readonly Id[]) => LegDelay

export function delayOfLegs(ground: Ground, floors: readonly Router['floor'][], { doorSeconds }: Settings): DelayOf {
  const { building } = ground.premises
  const doors = new Set<Id>()
  for (const { openings } of building.storeys) for (const { opening } of openings) if (opening.opening === 'door') doors.add(opening.id)

  function doorsOn(routes: readonly Route[], storey: number): number {
    if (doorSeconds === 0 || routes.length === 0) return 0
    const thresholds = floors[storey]?.thresholds ?? []
    let passed = 0
    for (const { crossings } of routes) {
      for (const { threshold } of crossings) {
        const opening = thresholds[threshold]?.opening
        if (opening !== undefined && doors.has(opening)) passed += 1
      }
    }
    return (passed / routes.length) * doorSeconds
  }

  return (from, to, gait, via) => {
    const [way] = ground.waysOf(from, to, gait, via) ?? []
    if (way === undefined) {
      // Enumerating routes costs more than their length does.
      const routes = doorSeconds === 0 ? [] : ground.routesOf(from, to, gait, via)
      return { doorSeconds: doorsOn(routes, ground.premises.end(from).storey), rides: [] }
    }
    const rides: LegRide[] = []
    let metres = 0
    let seconds = 0
    for (const stage of way.stages) {
      if (stage.kind === 'walk') {
        metres += stage.metres
        seconds += doorsOn(stage.routes(), stage.from.storey)
      } else {
        metres += stage.link.metres
        if (stage.link.seconds > 0)
          rides.push({ lift: stage.link.built.connector.id, metresBefore: metres, secondsBefore: seconds, seconds: stage.link.seconds })
      }
    }
    return { doorSeconds: seconds, rides }
  }
}
