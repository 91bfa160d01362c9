import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { settingsOf } from '#shared/journeys/pathways-in-force'
import { meetingsIn, timedGrade } from '#shared/metrics/meetings'
import { SEPARATION_GRADES } from '#shared/metrics/separation'
import { openSimulator } from '#shared/metrics/simulate'
import { DOING } from '#shared/simulation/trace'
import { shippedCatalogue } from '#test/support/catalogue'
import { endoscopyWorkshop } from '#test/support/endoscopy'
import { withSettings, withVolumes } from '#test/support/worked-additions'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import { bedNearest } from '#test/support/worked-variations'

/** One visit of the worked example, in bed 1, where clean and used meet within so many seconds. */
function loneVisit(meetingWindow: number) {
  const document = withSettings(withVolumes(bedNearest(workedExample()), { 'treatment-visit': 1 }), (settings) => ({ ...settings, meetingWindow }))
  const simulator = openSimulator(document, WORKED_DESIGN, 'own', { seed: 1, days: 1 })
  const { trace } = simulator.trace(0)
  return { trace: trace!, simulator, meetings: simulator.meetings(trace!) }
}

/**
 * K-B1 shares its 7.8 m in the corridor, from 3.5 m to 11.3 m of 12.6; B1-G its first 9.4989 m there, from 1.3 m of 13.5 (to where the
 * clean way's corner (15.2, 0) is 2.5 m off). At 1.3 m/s the clean set is past them 8.6923 s after it was taken, 1 s before the
 * nurse is at the bed. She treats for 20 minutes, and 1 s after that comes by there with the used set: 1,202 s later.
 */
describe('A clean set and the used one of the same visit', () => {
  it('meet where the window is longer than the 1,202 s between them', () => {
    const { trace, meetings } = loneVisit(1203)
    const carried = [...trace.doing.keys()].filter((row) => trace.doing[row] === DOING.carried)
    const [clean, used] = carried as [number, number]
    expect(meetings).toHaveLength(1)
    expect(meetings[0]).toMatchObject({ rule: 'clean-used', firstRow: clean, secondRow: used, room: 'room_corridor', weight: 1 })
    const { at, gap, x, y } = meetings[0]!
    expect(gap).toBeCloseTo(1202, 6)
    expect(at).toBeCloseTo(trace.from[used]! + 1, 6)
    // The middle of the clean set's way along the corridor.
    expect([x, y]).toEqual([expect.closeTo(11.6, 6), expect.closeTo(1.5, 6)])
  })

  it('do not where it is shorter', () => {
    expect(loneVisit(1201).meetings).toEqual([])
  })

  it('are counted a day, and the days on which they do', () => {
    const { simulator } = loneVisit(1203)
    const { names, rows } = simulator.run(0, 1)
    const figure = (metric: string, subject?: string) => rows[0]![names.findIndex((name) => name.metric === metric && name.subject === subject)]
    expect([figure('meetings'), figure('meetings', 'separation:clean-used'), figure('meetingDays')]).toEqual([1, 1, 1])
  })
})

const sample = endoscopyWorkshop(shippedCatalogue())
const day = openSimulator(sample, Object.keys(sample.designs)[0]!, 'own', { seed: 2, days: 1 })
const { trace } = day.trace(0)
const settings = settingsOf(sample.workshop)!
const within = (meetingWindow: number) => meetingsIn(day.model!, { ...settings, meetingWindow })(trace!)
/** Every pair that ever passes the same way, however long after. */
const ever = within(86_400)

test.prop([fc.integer({ min: 0, max: 30_000 })], { numRuns: 10 })('of all pairs, those meet whose gap is within the window', (window) => {
  const told = (meetings: typeof ever) => meetings.map(({ firstRow, secondRow, at, gap }) => [firstRow, secondRow, at, gap])
  expect(told(within(window))).toEqual(told(ever.filter(({ gap }) => gap <= window)))
  expect(ever.length).toBeGreaterThan(1000)
})

it('meetings are the same, whatever was found on days before', () => {
  const next = day.trace(1).trace!
  const after = meetingsIn(day.model!, settings)
  after(trace!)
  expect(after(next)).toEqual(meetingsIn(day.model!, settings)(next))
  expect(after(next).length).toBeGreaterThan(20)
})

it('meetings are the same, whichever of the two is asked about first', () => {
  const separations = settings.separations.map(({ key, first, second }) => ({ key, first: second, second: first }))
  const told = (meetings: typeof ever, isTurned: boolean) =>
    meetings.map(({ firstRow, secondRow, gap }) => `${isTurned ? secondRow : firstRow} ${isTurned ? firstRow : secondRow} ${gap.toFixed(3)}`).sort()
  expect(told(meetingsIn(day.model!, { ...settings, separations })(trace!), true)).toEqual(told(within(900), false))
  expect(within(900).length).toBeGreaterThan(50)
})

describe('The grade of separation, once days were simulated,', () => {
  const grade = (name: (typeof SEPARATION_GRADES)[number]) => SEPARATION_GRADES.indexOf(name)
  const known = grade('sharedTimeUnknown')

  it('is own time with no meeting on 95 of 100 days, else shared', () => {
    expect([timedGrade(known, 0), timedGrade(known, 0.05), timedGrade(known, 0.06), timedGrade(known, 1)]).toEqual(
      (['ownTime', 'ownTime', 'shared', 'shared'] as const).map(grade),
    )
  })

  it('stays own route, and what it was where nothing was simulated', () => {
    expect([timedGrade(grade('ownRoute'), 0), timedGrade(known, undefined), timedGrade(undefined, 0)]).toEqual([grade('ownRoute'), known, undefined])
  })
})
