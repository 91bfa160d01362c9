import type { Id } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import { buildBuilding } from '#shared/building/build-building'
import { namedPlaces } from '#shared/building/named-places'
import { nameOfFixture } from '#shared/building/names'
import { assignedShares, statedShares } from '#shared/building/place-shares'
import { placesByShares } from '#shared/building/share-findings'
import type { WardDocument } from '#shared/document/document'
import { placeTypeKey, typeNames } from '#shared/document/place-type'
import { pathwaysInForce } from '#shared/journeys/pathways-in-force'

/** How the visits of steps that go by shares are shared over the places of one type in a design. */
export type ShareFacts = {
  /** What people call such places: the room, and what is used in it. */
  readonly type: readonly string[]
  /** The design says so; else all take the same. */
  readonly isStated: boolean
  /** In the order in which people count them; their shares sum to 1. */
  readonly places: readonly { readonly element: Id; readonly name: Message; readonly share: number }[]
}

/** What a design comes to say of each type of place that a step of the pathways it runs goes to by shares, by the keys of the type. */
export function shareFacts(document: WardDocument, design: Id): ReadonlyMap<string, ShareFacts> {
  const { workshop, designs } = document
  const types = placesByShares(pathwaysInForce(document, design, 'own'))
  const table = designs[design]
  if (table === undefined || types.length === 0) return new Map()
  const building = buildBuilding(table, workshop)
  return new Map(
    types.map(({ place: type }) => {
      const places = namedPlaces(building, type, nameOfFixture)
      const shares = assignedShares(building.design, type, places)
      const facts: ShareFacts = {
        type: typeNames(type, workshop),
        isStated: statedShares(building.design, type) !== undefined,
        places: places.map(({ element, name }, at) => ({ element, name, share: shares[at] ?? 0 })),
      }
      return [placeTypeKey(type), facts] as const
    }),
  )
}
