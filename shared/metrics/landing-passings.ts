import type { Id, Key } from '#shared/base/ids'
import type { Building } from '#shared/building/building'
import type { Flow } from '#shared/document/vocabulary'
import type { Point } from '#shared/geometry/point'
import type { Trip } from '#shared/journeys/trip'

/** Those who leave a storey by a lift or stairs for another one. */
export type LandingPassing = {
  readonly connector: Id
  /** The fixture that stands for it here. */
  readonly element: Id | undefined
  /** Where they step in. Metres. */
  readonly at: Point
  readonly isUp: boolean
  readonly toStorey: string
  readonly trips: readonly {
    readonly key: string
    readonly flow: Flow
    readonly role: Key | undefined
    readonly pathway: Key
    readonly perDay: number
  }[]
}

/** The trips that leave a storey, by the lift or stairs that they take and the storey that they get out on. */
export function landingPassings(trips: readonly Trip[], { storeys, connectors }: Building, storey: Id): readonly LandingPassing[] {
  const order = new Map(storeys.map((built, index) => [built.storey.id, index]))
  const found = new Map<string, LandingPassing & { readonly trips: LandingPassing['trips'][number][] }>()
  for (const { rides = [], key, flow, role, pathway, perDay } of trips) {
    for (const { connector, from, to, share } of rides) {
      if (from.storey !== storey) continue
      const name = `${connector} ${to.storey}`
      let passing = found.get(name)
      if (passing === undefined) {
        const built = connectors.find((each) => each.connector.id === connector)
        const element = built?.landings.find((landing) => storeys[landing.storey]?.storey.id === storey)?.built.fixture.id
        const isUp = (order.get(to.storey) ?? 0) > (order.get(storey) ?? 0)
        passing = { connector, element, at: from.point, isUp, toStorey: to.storeyName, trips: [] }
        found.set(name, passing)
      }
      passing.trips.push({ key, flow, role, pathway, perDay: perDay * share })
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, passing]) => passing)
}
