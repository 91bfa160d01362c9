import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { closedPlaces, isSamePlaceType } from '#shared/document/closed-places'
import type { WardDocument } from '#shared/document/document'
import { type PlaceType, typeNames } from '#shared/document/place-type'
import { MOST_CLOSED, type Scenario } from '#shared/document/workshop'
import { done, type Edit, refused } from './edit'

/**
 * Closes so many places of a kind on a day: rooms with all that stands in them, or furniture alone; 0 opens them all again. Which ones is
 * each design's own, the last in the order of ids.
 */
export function setClosed(
  document: WardDocument,
  { scenario: id, place, count }: { readonly scenario: Id; readonly place: PlaceType; readonly count: number },
): Edit {
  const scenario = document.workshop[id]
  if (scenario?.kind !== 'scenario') return refused(message('refused.unknown', { id }))
  const records = Object.values(document.workshop)
  const isKnown = (kind: 'roomType' | 'fixtureType', key: string) => records.some((record) => record.kind === kind && record.key === key)
  const { roomType, fixtureType } = place
  if (!isKnown('roomType', roomType)) return refused(message('refused.unknown', { id: roomType }))
  if (fixtureType !== undefined && !isKnown('fixtureType', fixtureType)) return refused(message('refused.unknown', { id: fixtureType }))
  if (!Number.isInteger(count) || count < 0 || count > MOST_CLOSED) return refused(message('refused.wrong-number', { least: 0, most: MOST_CLOSED }))
  const before = closedPlaces(scenario)
  const isThere = before.some((each) => isSamePlaceType(each, place))
  const line = { roomType, ...(fixtureType === undefined ? {} : { fixtureType }), count }
  const others = before.filter((each) => !isSamePlaceType(each, place))
  const closed = count === 0 ? others : isThere ? before.map((each) => (isSamePlaceType(each, place) ? line : each)) : [...before, line]
  const values = { place: typeNames(place, document.workshop), day: scenario.name }
  const name = count === 0 ? message('edit.opened-again', values) : message('edit.closed', { ...values, count })
  if (count === 0 && !isThere) return done(name, {})
  return done(name, { updated: [[scenario, withClosed(scenario, closed)]] })
}

function withClosed({ closed: _before, ...scenario }: Scenario, closed: NonNullable<Scenario['closed']>): Scenario {
  return closed.length === 0 ? scenario : { ...scenario, closed }
}
