import type { Id, Key } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { DAYS_A_WEEK, MOST_WEEKDAY, type Scenario } from '#shared/document/workshop'
import { done, type Edit, refused } from './edit'

/**
 * How many of those who come at random come on which day of the week, in proportion, Monday first; a usual day keeps the number that it has.
 * All alike: as if nothing were said.
 */
export function setWeek(
  document: WardDocument,
  { scenario: id, pathway: key, overWeek }: { readonly scenario: Id; readonly pathway: Key; readonly overWeek: readonly number[] },
): Edit {
  const scenario = document.workshop[id]
  if (scenario?.kind !== 'scenario') return refused(message('refused.unknown', { id }))
  const volume = scenario.volumes.find(({ pathway }) => pathway === key)
  if (volume === undefined) return refused(message('refused.unknown', { id: key }))
  const name = recordsOf(document.workshop, 'pathway').find((pathway) => pathway.key === key)?.name ?? key
  const { arrivals } = volume
  if (arrivals?.by !== 'rate') return refused(message('refused.not-at-random', { pathway: name }))
  if (overWeek.length !== DAYS_A_WEEK || !overWeek.every((weight) => weight >= 0 && weight <= MOST_WEEKDAY)) {
    return refused(message('refused.wrong-number', { least: 0, most: MOST_WEEKDAY }))
  }
  if (overWeek.every((weight) => weight === 0)) return refused(message('refused.week-without-day', { pathway: name }))
  const isAlike = overWeek.every((weight) => weight === overWeek[0])
  const { overWeek: _before, ...alike } = arrivals
  const to = { ...volume, arrivals: isAlike ? alike : { ...alike, overWeek: [...overWeek] } }
  const updated: Scenario = { ...scenario, volumes: scenario.volumes.map((each) => (each === volume ? to : each)) }
  return done(message(isAlike ? 'edit.week-alike' : 'edit.week', { pathway: name }), { updated: [[scenario, updated]] })
}
