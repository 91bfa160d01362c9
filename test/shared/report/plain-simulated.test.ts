import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { message } from '#shared/base/message'
import { compareSimulated } from '#shared/comparison/simulated'
import type { SimulatedRuns } from '#shared/metrics/simulate'
import { withSimulatedWords } from '#shared/report/plain-simulated'
import { type PlainSentence, plainText } from '#shared/report/plain-words'
import type { SimulatedInput } from '#shared/report/simulated-input'

const words = JSON.parse(readFileSync(new URL('../../../resources/locales/en.json', import.meta.url), 'utf8')) as Record<string, string>

/** Minutes in the unit and of waiting, by day. */
function runs(design: string, leadTime: readonly number[], waiting: readonly number[]): SimulatedRuns {
  const names = (['leadTime', 'waiting'] as const).map((metric) => ({ metric, subject: undefined, unit: 'minute', better: 'less' }) as const)
  const rows = leadTime.map((lead, day) => Float64Array.of(lead, waiting[day]!))
  return { design, reading: 'own', names, rows, stopped: undefined, events: 0 }
}

const today = runs('design_today', [100, 110, 120, 110], [30, 40, 30, 40])
// Each day 20 to 24 minutes sooner out, 2 longer or shorter in waiting: too small to call.
const sooner = runs('design_sooner', [80, 88, 96, 88], [32, 38, 32, 38])
// Each day 10 minutes more of waiting, and as much more in the unit.
const later = runs('design_later', [110, 120, 130, 120], [40, 50, 40, 50])

function input(scenario?: string): SimulatedInput {
  const comparison = compareSimulated([today, sooner, later], 'design_today', 0.05)
  return { terms: { replications: 4, days: 1, seed: 1, warmUp: 0, scenario }, scenario: message('worst.usual'), comparison, bands: [] }
}

function sentence(verdict: PlainSentence['verdict'], key: string): PlainSentence {
  return { metric: undefined, verdict, says: message(key), because: [] }
}

it('says how much sooner patients are out and how long they wait, where the interval carries it', () => {
  const plain = ['design_sooner', 'design_later'].map((design) => ({ design, sentences: [] }))
  const told = withSimulatedWords(plain, input()).map(({ sentences }) => sentences.map((one) => [one.verdict, plainText(one, words)]))
  // 20, 22, 24 and 22: 22 on average, with a standard deviation of 1.633 and Student's t of 3.495 for two designs at 95 % together: 2.9 either way.
  expect(told[0]).toEqual([['better', 'A patient is in the unit for about 22 min less than today (19 min to 25 min in 4 runs), 1 h 28 min in all.']])
  expect(told[1]).toEqual([
    ['worse', 'A patient is in the unit for about 10 min more than today (4 runs), 2 h in all.'],
    ['worse', 'A patient waits about 10 min more than today (4 runs), 45 min a visit.'],
  ])
})

it('puts what was simulated before what the layout alone does, and tells five sentences at most', () => {
  const better = ['b1', 'b2', 'b3', 'b4'].map((key) => sentence('better', key))
  const told = (sentences: readonly PlainSentence[]) =>
    withSimulatedWords([{ design: 'design_later', sentences }], input())[0]!.sentences.map(({ says: { key } }) => key)
  const [lead, waiting] = ['plain.leadTime.more', 'plain.waiting.more']
  expect(told([...better, sentence('worse', 'w1')])).toEqual(['b1', 'b2', lead, waiting, 'w1'])
  expect(told([sentence('warning', 'd1'), ...better.slice(0, 2), sentence('worse', 'w1')])).toEqual(['d1', 'b1', lead, waiting, 'w1'])
  expect(told([sentence('same', 's1')])).toEqual([lead, waiting, 's1'])
})

it('says nothing of days on which something went wrong, nor where nothing was run', () => {
  const plain = [{ design: 'design_sooner', sentences: [sentence('better', 'b1')] }]
  expect(withSimulatedWords(plain, undefined)).toBe(plain)
  expect(withSimulatedWords(plain, input('surge'))).toBe(plain)
})
