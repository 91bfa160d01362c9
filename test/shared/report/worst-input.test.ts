import { expect, it } from 'vitest'
import { message } from '#shared/base/message'
import type { SimulatedRuns } from '#shared/metrics/simulate'
import type { SimulatedName } from '#shared/metrics/simulated-day'
import { type WorstRuns, worstInput, worstVerdict } from '#shared/report/worst-input'
import { riseText, risingOf } from '#shared/report/worst-section'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'

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
    ['leadTime', [[WORKED_DESIGN, 0.35]]],
    ['turnedAway', [[WORKED_DESIGN, undefined]]],
  ])
  // Nobody is turned away on a usual day, so there is nothing to add a share of.
  expect(risingOf(input!).map(({ name }) => name.metric)).toEqual(['leadTime'])
  expect([riseText(0.35), riseText(-0.04), riseText(0)]).toEqual(['+35 %', '-4 %', '0 %'])
  expect(worstInput(document, [day(undefined, runs(gone, [50, 50]))])).toBeUndefined()
  expect(worstInput(document, [])).toBeUndefined()
})

it('says who bends least, that nobody does, or why it cannot be said', () => {
  const bends = ['design_a', 'design_b'].map((design, at) => ({ design, cells: [], rise: [0.3, 0.1][at] }))
  const nameOf = (design: string) => design.toUpperCase()
  expect(worstVerdict({ name: LEAD, bends, least: ['design_b'] }, nameOf, 0.05)).toEqual(message('simulate.worst.least', { designs: ['DESIGN_B'] }))
  expect(worstVerdict({ name: LEAD, bends, least: [] }, nameOf, 0.05)).toEqual(message('simulate.worst.alike', { smallest: 0.05 }))
  const unknown = bends.map((bend) => ({ ...bend, rise: undefined }))
  expect(worstVerdict({ name: LEAD, bends: unknown, least: [] }, nameOf, 0.05)).toEqual(message('simulate.worst.unknown'))
})
