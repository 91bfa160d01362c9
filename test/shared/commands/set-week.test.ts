import { expect, it } from 'vitest'
import { setWeek } from '#shared/commands/set-week'
import { demandOf } from '#shared/demand/demand'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { say } from '#shared/report/say'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { workedExample } from '#test/support/worked-example'
import { withRecords } from '#test/support/worked-variations'
import english from '../../../resources/locales/en.json'

const example = workedExample()
const of = { scenario: 'scenario_oneday', pathway: 'treatment-visit' }
const atRandom = withRecords(example, (record) =>
  record.kind === 'scenario'
    ? { ...record, volumes: record.volumes.map((volume) => ({ ...volume, arrivals: { by: 'rate', together: 2 } })) }
    : record,
)
const dayOf = (document: WardDocument) => recordsOf(document.workshop, 'scenario')[0]!
const arrivalsOf = (document: WardDocument) => dayOf(document).volumes[0]?.arrivals
const WORKING = [1, 1, 1, 1, 1, 0, 0]

it('lets more come on some days of the week, and as many on each again, as the log says', () => {
  const edit = setWeek(atRandom, { ...of, overWeek: WORKING })
  const document = doUndoRedo(atRandom, edit)
  expect(arrivalsOf(document)).toEqual({ by: 'rate', together: 2, overWeek: WORKING })
  expect(edit.status === 'done' && say(edit.name, english)).toBe('Changed on which days of the week more come: Treatment visit')
  const alike = setWeek(document, { ...of, overWeek: WORKING.map(() => 3) })
  expect(doUndoRedo(document, alike)).toEqual(atRandom)
  expect(alike.status === 'done' && alike.name.key).toBe('edit.week-alike')
})

it('is what simulated days go by: nobody comes on the sixth and seventh', () => {
  const document = doUndoRedo(atRandom, setWeek(atRandom, { ...of, overWeek: WORKING }))
  const days = (of: WardDocument) => {
    const { times } = demandOf(dayOf(of), 1, 0, 14).arrivalsOf('treatment-visit')
    return Array.from({ length: 14 }, (_, day) => times.filter((time) => Math.floor(time / 86_400) === day).length)
  }
  expect(days(document).map((count) => count > 0)).toEqual([...WORKING, ...WORKING].map((weight) => weight > 0))
  expect(days(atRandom).every((count) => count > 0)).toBe(true)
})

it('refuses who does not come at random, a week on which nobody comes, and numbers that are none', () => {
  const reason = (document: WardDocument, given: Partial<Parameters<typeof setWeek>[1]>) =>
    refusalOf(setWeek(document, { ...of, overWeek: WORKING, ...given })).reason.key
  expect(reason(example, {})).toBe('refused.not-at-random')
  expect(reason(atRandom, { scenario: 'settings_worked' })).toBe('refused.unknown')
  expect(reason(atRandom, { pathway: 'clean-set' })).toBe('refused.unknown')
  expect(reason(atRandom, { overWeek: [0, 0, 0, 0, 0, 0, 0] })).toBe('refused.week-without-day')
  for (const overWeek of [
    [1, 1],
    [1, 1, 1, 1, 1, 1, -1],
    [1, 1, 1, 1, 1, 1, Number.NaN],
  ]) {
    expect(reason(atRandom, { overWeek })).toBe('refused.wrong-number')
  }
})
