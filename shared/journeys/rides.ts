import type { Id } from '#shared/base/ids'
import { type Message, message, type Name } from '#shared/base/message'
import type { Building, BuiltConnector } from '#shared/building/building'
import { slopeLength } from '#shared/building/connectors'
import type { Connector } from '#shared/document/elements/connector'
import { TRAVELLER_SIZE_M } from '#shared/document/traveller-size'
import type { Flow } from '#shared/document/vocabulary'
import type { Settings } from '#shared/document/workshop'
import type { Ride } from '#shared/routing/passages'
import type { Gait } from './plan'

/** One side of a lift or of stairs, by the key of its end. */
export type LandingEnd = { readonly end: string; readonly connector: Id }

/** From one landing to another, whoever asks. */
export type Link = {
  /** Indices of landings. */
  readonly from: number
  readonly to: number
  readonly built: BuiltConnector
  readonly isUp: boolean
  /** Seconds of a lift's ride, its wait included; 0 for stairs. */
  readonly seconds: number
  /** Metres along the slope of stairs; 0 for a lift. */
  readonly metres: number
}

/** Every landing of a building, and every ride between two of one lift or stairs. */
export function linksOf(
  { storeys, connectors }: Building,
  { liftSeconds }: Settings,
): { readonly landings: readonly LandingEnd[]; readonly links: readonly Link[] } {
  const landings: LandingEnd[] = []
  const links: Link[] = []
  for (const built of connectors) {
    const { connector } = built
    const first = landings.length
    for (const { built: landing } of built.landings) {
      landings.push({ end: `${landing.fixture.id}#${landing.usePoints.length > 0 ? 0 : -1}`, connector: connector.id })
    }
    const heights = built.landings.map(({ storey }) => storeys[storey]!.storey.elevation)
    for (let i = 0; i < heights.length; i++) {
      for (let j = 0; j < heights.length; j++) {
        if (i === j) continue
        const isLift = connector.connector === 'lift'
        const floors = Math.abs(built.landings[i]!.storey - built.landings[j]!.storey)
        links.push({
          from: first + i,
          to: first + j,
          built,
          isUp: j > i,
          seconds: isLift ? (connector.wait ?? liftSeconds) + connector.travel * floors : 0,
          metres: isLift ? 0 : flights(connector, heights.slice(Math.min(i, j), Math.max(i, j) + 1)),
        })
      }
    }
  }
  return { landings, links }
}

/** The slopes of stairs from each storey that they serve to the next. */
function flights(connector: Connector, heights: readonly number[]): number {
  let sum = 0
  for (let i = 1; i < heights.length; i++) sum += slopeLength(connector, heights[i]! - heights[i - 1]!)
  return sum
}

/** The ride as a router chooses by it: a lift's time at the body's speed. */
export function rideOf({ from, to, seconds, metres }: Link, { traveller }: Gait, settings: Settings): Ride {
  return { from, to, metres, cost: metres + seconds * settings.bodies[traveller].speed }
}

type Names = { readonly from: Name; readonly to: Name }

/** Why somebody may not take a lift or stairs; undefined: they may. */
export function rideRefusal({ built: { connector }, isUp }: Link, gait: Gait, settings: Settings, names: Names): Message | undefined {
  const { traveller, flows } = gait
  const values = { ...names, connector: connector.name }
  if (connector.connector === 'stair' && traveller !== 'person') return message(`unavailable.stairs.${traveller}`, values)
  if (connector.bodies !== undefined && !connector.bodies.includes(traveller)) return message(`unavailable.ride.${traveller}`, values)
  if (connector.connector === 'lift' && connector.car !== undefined) {
    const { car, door = Math.max(car.width, car.depth) } = connector
    const needs = TRAVELLER_SIZE_M[traveller]
    const fits = (width: number, depth: number) => width <= car.width && depth <= car.depth
    if (!fits(needs.width, needs.length) && !fits(needs.length, needs.width)) {
      return message(`unavailable.car.${traveller}`, {
        ...values,
        width: car.width,
        depth: car.depth,
        needsWidth: needs.width,
        needsDepth: needs.length,
      })
    }
    const { passes } = settings.bodies[traveller]
    if (door < passes) return message(`unavailable.liftDoor.${traveller}`, { ...values, width: door, needs: passes })
  }
  const refused: Flow | undefined = flows.find((flow) => connector.admits !== undefined && !connector.admits.includes(flow))
  if (refused !== undefined) return message(`unavailable.rideAdmission.${refused}`, values)
  if (connector.oneWay !== undefined && (connector.oneWay === 'up') !== isUp) return message(`unavailable.rideOneWay.${connector.oneWay}`, values)
  return undefined
}
