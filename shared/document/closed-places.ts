import type { Key } from '#shared/base/ids'
import { recordsOf, type WardDocument } from './document'
import { type PlaceType, placeTypeKey } from './place-type'
import { MOST_CLOSED, type Scenario } from './workshop'

export type ClosedPlace = NonNullable<Scenario['closed']>[number]

/** What a scenario closes, each kind of place once with as many as all lines about it say: two lines that close a room each close two rooms. */
export function closedPlaces({ closed = [] }: Pick<Scenario, 'closed'>): readonly ClosedPlace[] {
  const sums = new Map<string, ClosedPlace>()
  for (const line of closed) {
    const before = sums.get(placeTypeKey(line))?.count ?? 0
    sums.set(placeTypeKey(line), { ...line, count: Math.min(MOST_CLOSED, before + line.count) })
  }
  return [...sums.values()]
}

/** Whether two are places of one type: the same rooms, or the same furniture in them. */
export function isSamePlaceType(a: PlaceType, b: PlaceType): boolean {
  return placeTypeKey(a) === placeTypeKey(b)
}

/** What closing makes a difference to: the rooms that steps are done or waited for in, each type with the furniture that steps name in it. */
export function closableTypes({ workshop, designs }: WardDocument): readonly PlaceType[] {
  const inside = new Map<Key, Set<Key>>()
  for (const table of [workshop, ...Object.values(designs)]) {
    for (const { steps } of recordsOf(table, 'pathway')) {
      for (const { place, waits } of steps) {
        for (const of of [place, waits?.at]) {
          if (of === undefined || typeof of === 'string' || 'step' in of) continue
          const kinds = inside.get(of.roomType) ?? new Set()
          if (of.fixtureType !== undefined) kinds.add(of.fixtureType)
          inside.set(of.roomType, kinds)
        }
      }
    }
  }
  return recordsOf(workshop, 'roomType').flatMap(({ key: roomType }): readonly PlaceType[] => {
    const kinds = inside.get(roomType)
    return kinds === undefined ? [] : [{ roomType }, ...[...kinds].sort().map((fixtureType) => ({ roomType, fixtureType }))]
  })
}
