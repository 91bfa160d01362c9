import { expect, it } from 'vitest'
import { type Message, message } from '#shared/base/message'
import type { Comparison } from '#shared/comparison/comparison'
import { compareSimulated } from '#shared/comparison/simulated'
import type { BandCheck, BandKey } from '#shared/metrics/published-bands'
import type { SimulatedRuns } from '#shared/metrics/simulate'
import { bandsSection } from '#shared/report/bands-section'
import { say } from '#shared/report/say'
import { workedExample } from '#test/support/worked-example'
import words from '../../../resources/locales/en.json'

const comparison = {
  designs: [{ design: { id: 'design_today', name: 'Today' } }, { design: { id: 'design_other', name: 'Other' } }],
} as unknown as Comparison
const text = (key: string | Message, values: Message['values'] = {}) => say(typeof key === 'string' ? message(key, values) : key, words)
const writer = { text, words, document: workedExample(), comparison }

function runsOf(design: string, stopped?: SimulatedRuns['stopped']): SimulatedRuns {
  return { design, reading: 'own', names: [], rows: [Float64Array.of()], stopped, events: 0 }
}

function held(key: BandKey, subject: string | undefined, mean: number, low: number, high: number): BandCheck {
  const verdict = mean < low ? 'below' : mean > high ? 'above' : 'inside'
  const metric = key === 'stay' ? 'leadTime' : 'staffTravelPerPerson'
  const unit = key === 'stay' ? 'minute' : 'metre'
  const why = message(`band.${key}.${verdict}`, { waiting: 600, rest: 60 * mean - 600, hours: 36_000 })
  return { key, name: { metric, subject, unit, better: 'less' }, mean, low, high, verdict, source: message(`band.${key}.source`), why }
}

function blocksOf(bands: readonly (readonly BandCheck[])[], runs = [runsOf('design_today'), runsOf('design_other')]) {
  const compared = compareSimulated(runs, 'design_today', 0.05)
  const terms = { replications: 1, days: 1, seed: 1, warmUp: 0, scenario: undefined }
  return bandsSection({ terms, scenario: message('worst.usual'), comparison: compared, bands }, writer)
}

it('says how many figures are inside, below and above, and has a row a figure with the designs side by side', () => {
  const blocks = blocksOf([
    [held('stay', undefined, 90, 77, 101), held('stay', 'step:a', 130, 100, 123), held('walking', 'role:nurse', 1000, 3862, 5472)],
    [held('stay', undefined, 120, 77, 101), held('walking', 'role:nurse', 2000, 3862, 5472)],
  ])
  expect(blocks[1]).toMatchObject({ type: 'paragraph' })
  expect(JSON.stringify(blocks[1])).toContain('Of 5 figures that something is published about, 1 are inside the published band, 2 below and 2 above.')
  const table = blocks.find(({ type }) => type === 'table')
  if (table?.type !== 'table') throw new Error('no table')
  expect(table.columns.map((column) => column.text)).toEqual(['Measure', 'Published', 'Today', 'Other'])
  const said = table.rows.map(({ cells }) => cells.map((cell) => [cell.text, cell.note].filter((one) => one !== undefined).join(' | ')))
  expect(said[0]).toEqual(['How long visits take | Örebro, 376 patients', '', '', ''])
  expect(said[1]?.slice(1)).toEqual(['1 h 17 min to 1 h 41 min', '1 h 30 min | inside', '2 h | above'])
  // Of a figure that a design does not have there is a dash, as in all tables.
  expect(said[2]?.slice(1)).toEqual(['1 h 40 min to 2 h 3 min', '2 h 10 min | above', text('report.none')])
  expect(said.slice(3).map((row) => row.slice(2))).toEqual([
    ['', ''],
    ['1,000 m | below', '2,000 m | below'],
  ])
})

it('says what may be behind it once of each kind, by the figure that lies furthest outside', () => {
  const list = blocksOf([
    [held('stay', undefined, 106, 77, 101), held('walking', 'role:nurse', 1000, 3862, 5472)],
    [held('stay', undefined, 140, 77, 101), held('walking', 'role:nurse', 2000, 3862, 5472)],
  ]).find(({ type }) => type === 'list')
  if (list?.type !== 'list') throw new Error('no list')
  expect(list.items).toHaveLength(2)
  expect(list.items[0]).toMatch(/, Other: Longer than published: 10 min of a visit is waiting/)
  expect(list.items[1]).toMatch(/, Today: Less than published: /)
})

it('says why where nothing is published about any figure, and nothing at all where no day was run', () => {
  expect(blocksOf([[], []]).map(({ type }) => type)).toEqual(['heading', 'paragraph', 'paragraph', 'paragraph'])
  expect(blocksOf([[held('stay', undefined, 90, 77, 101)], []]).map(({ type }) => type)).toEqual([
    'heading',
    'paragraph',
    'table',
    'paragraph',
    'paragraph',
  ])
  const stopped = { reason: message('unavailable.noSettings') } as SimulatedRuns['stopped']
  expect(blocksOf([[], []], [runsOf('design_today', stopped), runsOf('design_other', stopped)])).toEqual([])
})
