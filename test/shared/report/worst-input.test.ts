import { expect, it } from 'vitest'
import { message } from '#shared/base/message'
import type { SimulatedRuns } from '#shared/metrics/simulate'
import type { SimulatedName } from '#shared/metrics/simulated-day'
import { riseTexts, risingOf } from '#shared/report/worst-figures'
import { type WorstRuns, worstInput, worstVerdict } from '#shared/report/worst-input'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import words from '../../../resources/locales/en.json'

const LEAD: SimulatedName = { metric: 'leadTime', subject: undefined, unit: 'minute', better: 'less' }
const NAMES: readonly SimulatedName[] = [
  LEAD,
  { metric: 'waiting', subject: 'step:visit/treat', unit: 'minute', better: 'less' },
  { metric: 'dayEnds', subject: undefined, unit: 'hour', better: 'neither' },
  { metric: 'turnedAway', subject: undefined, unit: 'count', better: 'less' },
]

/** Of each run the minutes in the unit; nobody is turned away. */
function runs(design: string, leadTime: readonly number[]): SimulatedRuns {
  return { design, reading: 'own', names: NAMES, rows: leadTime.map((lead) => Float64Array.of(lead, 1, 18, 0)), stopped: undefined, events: 0 }
}

const day = (scenario: string | undefined, ...of: readonly SimulatedRuns[]): WorstRuns => ({
  terms: { replications: 2, days: 1, seed: 1, warmUp: 0, scenario },
  scenario: message(scenario === undefined ? 'worst.usual' : `worst.${scenario}`),
  runs: of,
})

it('holds designs of the document against their own usual day by every figure of the whole unit, and says who bends least', () => {
  const document = workedExample()
  const gone = 'design_gonegone'
  const input = worstInput(document, [
    day(undefined, runs(WORKED_DESIGN, [90, 110]), runs(gone, [50, 50])),
    day('surge', runs(WORKED_DESIGN, [140, 160]), runs(gone, [50, 50])),
    day('fewStaff', runs(WORKED_DESIGN, [110, 130]), runs(gone, [50, 50])),
  ])
  expect(input?.days.map(({ key, scenario }) => [key, scenario.key])).toEqual([
    [undefined, 'worst.usual'],
    ['surge', 'worst.surge'],
    ['fewStaff', 'worst.fewStaff'],
  ])
  expect(input?.figures.map(({ name, bends }) => [name.metric, bends.map(({ design, rise }) => [design, rise])])).toEqual([
    // 50 and 20 minutes on 100.
    ['leadTime', [[WORKED_DESIGN, 35]]],
    ['turnedAway', [[WORKED_DESIGN, 0]]],
  ])
  // Nobody is turned away, on any of these days.
  expect(risingOf(input!).map(({ name }) => name.metric)).toEqual(['leadTime'])
  expect(worstInput(document, [day(undefined, runs(gone, [50, 50]))])).toBeUndefined()
  expect(worstInput(document, [])).toBeUndefined()
})

it('says what worse days do as an amount and a share, where more is worse, and times of day by how much later', () => {
  const rises = (name: SimulatedName, usual: number, rise: number | undefined) => {
    const bend = { design: 'design_a', cells: [], rise, riseShare: rise === undefined || usual === 0 ? undefined : rise / usual, byRun: [] }
    return riseTexts({ name, bends: [bend], least: [] }, bend, words)
  }
  expect(rises(LEAD, 100, 35)).toEqual({ amount: '35 min more', share: '+35 %' })
  expect(rises(LEAD, 100, -4)).toEqual({ amount: '4 min less', share: '-4 %' })
  expect(rises(LEAD, 100, 0)).toEqual({ amount: 'no change', share: '0 %' })
  expect(rises(LEAD, 100, undefined)).toBeUndefined()
  expect(rises(LEAD, 0, 12)).toEqual({ amount: '12 min more', share: undefined })
  // A tenth of 40 % lost is a rise of what is worse.
  const share: SimulatedName = { metric: 'simulatedValueAddedRatio', subject: undefined, unit: 'share', better: 'more' }
  expect(rises(share, 0.4, 0.04)).toEqual({ amount: '4.0 points less', share: '+10 %' })
  const ends: SimulatedName = { metric: 'dayEnds', subject: undefined, unit: 'hour', better: 'less' }
  expect(rises(ends, 18, 0.9)).toEqual({ amount: '54 min more', share: '+5 %' })
  const met: SimulatedName = { metric: 'meetings', subject: undefined, unit: 'count', better: 'less' }
  expect(rises(met, 20, -2)).toEqual({ amount: '2.00 fewer', share: '-10 %' })
})

it('says who bends least, that nobody does, or why it cannot be said', () => {
  const bends = ['design_a', 'design_b'].map((design, at) => ({ design, cells: [], rise: [30, 10][at], riseShare: [0.3, 0.1][at], byRun: [] }))
  const nameOf = (design: string) => design.toUpperCase()
  expect(worstVerdict({ name: LEAD, bends, least: ['design_b'] }, nameOf, 0.05)).toEqual(message('simulate.worst.least', { designs: ['DESIGN_B'] }))
  expect(worstVerdict({ name: LEAD, bends, least: [] }, nameOf, 0.05)).toEqual(message('simulate.worst.alike', { smallest: 0.05 }))
  const unknown = bends.map((bend) => ({ ...bend, rise: undefined, riseShare: undefined }))
  expect(worstVerdict({ name: LEAD, bends: unknown, least: [] }, nameOf, 0.05)).toEqual(message('simulate.worst.unknown'))
})
