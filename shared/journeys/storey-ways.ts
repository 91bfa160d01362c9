import type { Id } from '#shared/base/ids'
import { type Message, message } from '#shared/base/message'
import type { Settings } from '#shared/document/workshop'
import { type Hop, type Landing, type Passage, type Passages, type Place, passagesOver, type Ride } from '#shared/routing/passages'
import type { Route, Router, Stop, Walker } from '#shared/routing/router'
import type { Gait } from './plan'
import type { End, Premises } from './premises'
import { type Link, linksOf, rideOf, rideRefusal } from './rides'

/** A part of a way over several storeys. */
export type Stage =
  | { readonly kind: 'walk'; readonly from: End; readonly to: End; readonly metres: number; readonly routes: () => readonly Route[] }
  | { readonly kind: 'ride'; readonly from: End; readonly to: End; readonly link: Link }

/** One of the equally short ways of a leg; all shares of a leg come to 1. */
export type StoreyWay = { readonly share: number; readonly metres: number; readonly stages: readonly Stage[] }

/** Legs in a building of several storeys. */
export type StoreyWays = {
  /** Metres that routes are chosen by, a lift's time among them; NaN where there is no way. */
  costs(from: End, goals: readonly End[], gait: Gait, via: readonly Id[]): readonly number[]
  /** Every way within 1 mm of the least cost: of several each route has an equal share. */
  ways(from: End, to: End, gait: Gait, via: readonly Id[]): readonly StoreyWay[]
  /** Why no lift and no stairs lead there; undefined where the floor itself is in the way. */
  reasonOf(from: End, to: End, gait: Gait): Message | { readonly from: End; readonly to: End }
}

type Ask = {
  readonly premises: Premises
  readonly routers: readonly Router[]
  readonly settings: Settings
  readonly stopOf: (end: End) => Stop
  readonly walkerOf: (gait: Gait) => Walker
}

/** Undefined for a building of one storey: its legs are asked of its router alone. */
export function storeyWaysOf({ premises, routers, settings, stopOf, walkerOf }: Ask): StoreyWays | undefined {
  const { building } = premises
  if (building.storeys.length < 2) return undefined
  const { landings: ends, links } = linksOf(building, settings)
  const numbers = new Map(building.connectors.map(({ connector }, index) => [connector.id, index]))
  const landingEnds = ends.map(({ end }) => premises.end(end))
  const landings: readonly Landing[] = ends.map(({ connector }, index) => {
    const end = landingEnds[index]!
    return { storey: end.storey, stop: stopOf(end), connector: numbers.get(connector)! }
  })
  const endsOfPlaces = new Map<Stop, End>()
  const placeOf = (end: End): Place => {
    const stop = stopOf(end)
    endsOfPlaces.set(stop, end)
    return { storey: end.storey, stop }
  }
  landings.forEach(({ stop }, index) => {
    endsOfPlaces.set(stop, landingEnds[index]!)
  })

  const storeys = new Map<Id, number>()
  building.storeys.forEach(({ rooms, openings }, index) => {
    for (const { room } of rooms) storeys.set(room.id, index)
    for (const { opening } of openings) storeys.set(opening.id, index)
  })

  type Known = { readonly passages: Passages; readonly links: readonly Link[] }
  const known = new Map<Gait, Known>()

  function passagesFor(gait: Gait): Known {
    let found = known.get(gait)
    if (found === undefined) {
      const open = links.filter((link) => rideRefusal(link, gait, settings, NOBODY) === undefined)
      const rides: readonly Ride[] = open.map((link) => rideOf(link, gait, settings))
      found = { links: open, passages: passagesOver(routers, landings, rides, walkerOf(gait), (via) => storeys.get(via)) }
      known.set(gait, found)
    }
    return found
  }

  function stageOf(hop: Hop, gait: Gait, open: readonly Link[]): Stage {
    if (hop.kind === 'ride') {
      const link = open[hop.ride]!
      return { kind: 'ride', from: landingEnds[link.from]!, to: landingEnds[link.to]!, link }
    }
    const { from, to, via, metres } = hop
    const routes = () => routers[from.storey]!.routes(from.stop, to.stop, walkerOf(gait), via.length === 0 ? undefined : via)
    return { kind: 'walk', from: endsOfPlaces.get(from.stop)!, to: endsOfPlaces.get(to.stop)!, metres, routes }
  }

  /** How many routes a passage stands for: those of each walk with those of every other. */
  function routesOf({ stages }: { readonly stages: readonly Stage[] }): number {
    return stages.reduce((count, stage) => (stage.kind === 'walk' ? count * Math.max(1, stage.routes().length) : count), 1)
  }

  return {
    costs(from, goals, gait, via) {
      const { passages } = passagesFor(gait)
      return passages.costs(placeOf(from), goals.map(placeOf), via).map((cost) => (cost === Number.POSITIVE_INFINITY ? Number.NaN : cost))
    },
    ways(from, to, gait, via) {
      const { passages, links: open } = passagesFor(gait)
      const found = passages.passages(placeOf(from), placeOf(to), via).map(({ hops, metres }: Passage) => ({
        metres,
        stages: hops.map((hop) => stageOf(hop, gait, open)),
      }))
      if (found.length === 1) return [{ share: 1, ...found[0]! }]
      const counts = found.map(routesOf)
      const all = counts.reduce((sum, count) => sum + count, 0)
      return found.map((way, index) => ({ share: counts[index]! / all, ...way }))
    },
    reasonOf(from, to, gait) {
      const names = { from: premises.nameOf(from), to: premises.nameOf(to) }
      const onto = links.filter(({ from: a, to: b }) => landings[a]!.storey === from.storey && landings[b]!.storey === to.storey)
      const way = onto.length > 0 ? onto : chainTo(links, landings, from.storey, to.storey)
      if (way.length === 0) {
        return message('unavailable.noConnection', {
          ...names,
          fromStorey: building.storeys[from.storey]!.storey.name,
          toStorey: building.storeys[to.storey]!.storey.name,
        })
      }
      const refusals = way.map((link) => rideRefusal(link, gait, settings, names))
      const isOpen = onto.length > 0 ? refusals.some((refusal) => refusal === undefined) : refusals.every((refusal) => refusal === undefined)
      // Of several lifts between two storeys the first by id speaks; a lift before stairs, which nobody expects a bed to take.
      const first = refusals.find((refusal, index) => refusal !== undefined && way[index]!.built.connector.connector === 'lift')
      const refusal = first ?? refusals.find((each) => each !== undefined)
      if (!isOpen && refusal !== undefined) return refusal
      const usable = way[refusals.indexOf(undefined)]!
      const boarding = landingEnds[usable.from]!
      const [isReached] = [passagesFor(gait).passages.costs(placeOf(from), [placeOf(boarding)])]
      return isReached[0] === Number.POSITIVE_INFINITY ? { from, to: boarding } : { from: landingEnds[usable.to]!, to }
    },
  }
}

const NOBODY = { from: '', to: '' }

/** The rides of a chain with the fewest of them from one storey to another, whoever may take them; none where nothing leads there. */
function chainTo(links: readonly Link[], landings: readonly Landing[], from: number, to: number): readonly Link[] {
  const before = new Map<number, Link | undefined>([[from, undefined]])
  const queue = [from]
  for (let storey = queue.shift(); storey !== undefined; storey = queue.shift()) {
    for (const link of links) {
      const next = landings[link.to]!.storey
      if (landings[link.from]!.storey !== storey || before.has(next)) continue
      before.set(next, link)
      queue.push(next)
    }
  }
  const chain: Link[] = []
  for (let link = before.get(to); link !== undefined; link = before.get(landings[link.from]!.storey)) chain.unshift(link)
  return chain
}
