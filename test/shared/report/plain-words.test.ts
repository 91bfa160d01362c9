import { readFileSync } from 'node:fs'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { message } from '#shared/base/message'
import { changesOf } from '#shared/comparison/change-of'
import type { Comparison, MeasuredDesign } from '#shared/comparison/comparison'
import { compareDesigns } from '#shared/comparison/comparison'
import { measureDesigns } from '#shared/comparison/measure-designs'
import { recordsOf } from '#shared/document/document'
import { documentOf } from '#shared/document/document-of'
import type { Design } from '#shared/document/elements/design'
import type { Measurement, MetricKey, MetricValue } from '#shared/metrics/measurement'
import { noRange } from '#shared/metrics/metric'
import { plainText, plainWords } from '#shared/report/plain-words'
import { shippedCatalogue } from '#test/support/catalogue'
import { endoscopyWorkshop } from '#test/support/endoscopy'

const words = JSON.parse(readFileSync(new URL('../../../resources/locales/en.json', import.meta.url), 'utf8')) as Record<string, string>
const SMALLEST = 0.05

describe('the sample in plain words', () => {
  const sample = endoscopyWorkshop(shippedCatalogue())
  const measured = measureDesigns(sample)
  const told = plainWords(sample, measured, compareDesigns(measured, recordsOf(sample.workshop, 'settings')[0]!))
  const textsOf = (name: string) => {
    const { id } = measured.find(({ design }) => design.name === name)!.design
    return told.find(({ design }) => design === id)!.sentences.map((sentence) => plainText(sentence, words))
  }

  it('says each design but today in three to five sentences, none of them with a gap', () => {
    expect(told).toHaveLength(3)
    for (const { sentences } of told) {
      expect(sentences.length).toBeGreaterThanOrEqual(3)
      expect(sentences.length).toBeLessThanOrEqual(5)
      for (const sentence of sentences) expect(plainText(sentence, words)).toMatch(/^[A-Z](?!.*(?:plain\.|[{}]|undefined|NaN)).*[^.]\.$/)
    }
  })

  it('tells what the plan does from what the new way of working does', () => {
    expect(textsOf('One way')).toContain(
      'A patient walks 110 m less than today, 114 m a visit: 11.4 m more by the plan, 121 m less by the new way of working, the walk to “Book the follow-up” alone is 30.7 m shorter.',
    )
  })

  it('says what was done to the step that carries most of it, and why, in the group’s words', () => {
    expect(textsOf('One way')).toContain(
      'Each patient is handed over 4.1 times, 1.6 fewer than today: “Book the follow-up” is part of “Result and advice”, because “Done with the advice, beside the exit”.',
    )
  })

  it('says what is worse as well, and where', () => {
    expect(textsOf('Pods')).toContain('Staff see 18 % of the bed heads from their bases, 83 % today.')
    expect(textsOf('Pods').join(' ')).toContain('6.21 m less than today, but meets it at 3 places, 2 more: most of it outside Procedure 1.')
    expect(textsOf('Racetrack')).toContain('The unit is 71.1 m² larger, 1,014 m².')
  })
})

describe('what is chosen', () => {
  it('says nothing of a design that is like today but that it is', () => {
    const [alike] = wordsOf([value('patientTravel', 100), value('handoffs', 4)], [value('patientTravel', 104), value('handoffs', 4)])
    expect(alike?.sentences.map(({ says }) => [says.key, says.values.count])).toEqual([['plain.same', 2]])
  })

  it('says first that a design cannot carry the demand, then what has no figure', () => {
    const lost: MetricValue = { ...value('patientTravel', 0), result: { status: 'unavailable', reason: message('unavailable.noVisits') } }
    const [told] = wordsOf(
      [value('patientTravel', 100), value('handoffs', 4)],
      [lost, value('handoffs', 3)],
      [message('overloaded.role', { role: 'Porter', load: 1.2 })],
    )
    expect(told?.sentences.map(({ says }) => says.key)).toEqual(['plain.overloaded', 'plain.unavailable', 'plain.handoffs.less'])
    expect(told?.sentences.map((sentence) => plainText(sentence, words))).toEqual([
      'This design cannot carry the demand, so its other figures are not ranked: Porter: asked for 120 % of the time on duty.',
      '1 figure cannot be worked out: No pathway of this kind has a volume.',
      'Each patient is handed over 3 times, 1 fewer than today.',
    ])
  })

  it('has words for every measure that it tells, whichever way it went', () => {
    for (const metric of TOLD) for (const way of ['less', 'more', 'none']) expect(words).toHaveProperty([`plain.${metric}.${way}`])
  })

  const pairs = fc.uniqueArray(
    fc.record({
      metric: fc.constantFrom<MetricKey>(
        ...(['load', 'patientTravel', 'handoffs', 'moves', 'dignityMetres', 'observation', 'grossArea', 'briefMissing'] as const),
      ),
      former: fc.nat(20),
      now: fc.nat(20),
    }),
    { selector: ({ metric }) => metric },
  )

  test.prop([pairs])('every sentence is a change that matters, the largest of them, and never one side alone', (given) => {
    const before = given.map(({ metric, former }) => value(metric, former))
    const after = given.map(({ metric, now }) => value(metric, now))
    const changes = changesOf(after, before, SMALLEST)
    const sentences = wordsOf(before, after).flatMap((each) => each.sentences)
    const told = sentences.filter(({ metric }) => metric !== undefined)
    expect(sentences.length).toBeLessThanOrEqual(5)
    for (const { metric, verdict, says } of told) {
      const change = changes.find((each) => each.metric === metric)
      expect(verdict).toBe(change?.verdict)
      expect(says.values.by).toBe(Math.abs(change?.change ?? Number.NaN))
    }
    for (const side of ['better', 'worse']) {
      if (changes.some(({ verdict }) => verdict === side)) expect(told.map(({ verdict }) => verdict)).toContain(side)
    }
    expect(told.length).toBe(Math.min(5, changes.filter(({ verdict }) => verdict === 'better' || verdict === 'worse').length))
  })
})

const TOLD: readonly MetricKey[] = [
  'load',
  'patientTravel',
  'staffTravelPerPatient',
  'handoffs',
  'queuePoints',
  'moves',
  'steps',
  'sharedMetresPerTrip',
  'conflictPlaces',
  'dignityMetres',
  'bedHeadsSeenByPublic',
  'observation',
  'grossArea',
  'briefMissing',
  'briefBelow',
]

function value(metric: MetricKey, amount: number): MetricValue {
  const better = metric === 'observation' ? 'more' : 'less'
  return { metric, subject: undefined, unit: 'count', per: undefined, better, result: { status: 'available', value: amount } }
}

/** Plain words of one design with these values against a today with those. */
function wordsOf(before: readonly MetricValue[], after: readonly MetricValue[], overloaded: Measurement['overloaded'] = []) {
  const measured = [designWith('design_today01', before, []), designWith('design_idea001', after, overloaded)]
  const [today, idea] = measured as [MeasuredDesign, MeasuredDesign]
  const same = { layout: [], process: [], roomLevel: [], hasVariants: false }
  const comparison: Comparison = {
    datum: today.design.id,
    designs: [
      { design: today.design, isDatum: true, whole: [], overloaded: [], ...same },
      { design: idea.design, isDatum: false, whole: changesOf(after, before, SMALLEST), overloaded, ...same },
    ],
    rankings: [],
  }
  return plainWords(documentOf([]), measured, comparison)
}

function designWith(id: string, values: readonly MetricValue[], overloaded: Measurement['overloaded']): MeasuredDesign {
  const own: Measurement = { design: id, reading: 'own', values, overloaded, parts: () => [], range: noRange, trips: [] }
  const design: Design = {
    id,
    kind: 'design',
    name: id,
    idea: '',
    round: 0,
    status: 'idea',
    isCurrentState: id === 'design_today01',
    locked: false,
    placeShares: [],
    via: [],
  }
  return { design, own, reference: own }
}
