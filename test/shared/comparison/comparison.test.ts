import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { message } from '#shared/base/message'
import { changeOf } from '#shared/comparison/change-of'
import { compareDesigns, type MeasuredDesign } from '#shared/comparison/comparison'
import { recordsOf } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { Design as DesignSchema } from '#shared/document/elements/design'
import type { Measurement, MetricValue } from '#shared/metrics/measurement'
import { noRange } from '#shared/metrics/metric'
import { workedExample } from '#test/support/worked-example'

const [settings] = recordsOf(workedExample().workshop, 'settings')

function travel(metres: number | undefined, better: MetricValue['better'] = 'less'): MetricValue {
  const result =
    metres === undefined
      ? { status: 'unavailable' as const, reason: message('unavailable.noRoute') }
      : { status: 'available' as const, value: metres }
  return { metric: 'patientTravel', subject: undefined, unit: 'metre', per: 'visit', better, result }
}

describe('a change', () => {
  it.each([
    ['matters from the smallest difference on', 95, 100, 'better'],
    ['is about the same below it', 95.1, 100, 'same'],
    ['is worse the other way', 106, 100, 'worse'],
    ['matters always where the datum is 0', 0.1, 0, 'worse'],
    ['is about the same where it is negligible', 0.0049, 0, 'same'],
    ['is none where both are 0', 0, 0, 'same'],
    ['is none where sums differ by their last bits', 100.00000000001, 100, 'same'],
  ] as const)('%s', (_, now, then, verdict) => {
    expect(changeOf(travel(now), travel(then), 0.05).verdict).toBe(verdict)
  })

  it('has an amount and a share of the datum', () => {
    expect(changeOf(travel(97), travel(128), 0.05)).toMatchObject({ change: -31, relative: -31 / 128 })
  })

  it('goes by what is better, and says no more than different where nothing is', () => {
    expect(changeOf(travel(120, 'more'), travel(100, 'more'), 0.05).verdict).toBe('better')
    expect(changeOf(travel(120, 'neither'), travel(100, 'neither'), 0.05).verdict).toBe('different')
  })

  it('of an unavailable value is none at all', () => {
    for (const change of [
      changeOf(travel(undefined), travel(1), 0.05),
      changeOf(travel(1), travel(undefined), 0.05),
      changeOf(travel(1), undefined, 0.05),
    ]) {
      expect(change).toMatchObject({ change: undefined, relative: undefined, verdict: undefined })
    }
  })
})

function measurement(design: Design, metres: number | undefined, overloaded = false): Measurement {
  return {
    design: design.id,
    reading: 'own',
    values: [{ ...travel(overloaded ? 2 : 0.5), metric: 'load', unit: 'share' }, travel(metres)],
    overloaded: overloaded ? [message('load.over')] : [],
    parts: () => [],
    range: noRange,
    trips: [],
  }
}

function measured(name: string, own: number | undefined, reference = own, overloaded = false): MeasuredDesign {
  const design = DesignSchema.parse({ id: `design_${name}`, kind: 'design', name, idea: '', isCurrentState: name === 'todays' })
  const asDrawn = measurement(design, own, overloaded)
  return { design, own: asDrawn, reference: own === reference ? asDrawn : measurement(design, reference, overloaded) }
}

function travelOf(changes: readonly { readonly metric: string; readonly change: number | undefined }[]) {
  return changes.find(({ metric }) => metric === 'patientTravel')?.change
}

describe('comparing', () => {
  it('splits the whole change into the share of the layout and that of the process', () => {
    const { datum, designs } = compareDesigns([measured('todays', 100), measured('podded', 60, 85)], settings!)
    expect(datum).toBe('design_todays')
    const [, pods] = designs
    expect([travelOf(pods!.whole), travelOf(pods!.layout), travelOf(pods!.process)]).toEqual([-40, -15, -25])
    expect(pods).toMatchObject({ hasVariants: true, isDatum: false })
  })

  it('ranks what can be ranked and says why the rest is not', () => {
    const designs = [measured('todays', 100), measured('fullup', 10, 10, true), measured('walled', undefined), measured('better', 60)]
    const { rankings } = compareDesigns(designs, settings!)
    expect(rankings.find(({ metric }) => metric === 'patientTravel')).toMatchObject({
      ranked: [
        { design: 'design_better', rank: 1 },
        { design: 'design_todays', rank: 2 },
      ],
      unranked: [
        { design: 'design_fullup', why: 'overloaded' },
        { design: 'design_walled', why: 'unavailable' },
      ],
    })
    expect(rankings.find(({ metric }) => metric === 'load')?.ranked.map(({ rank }) => rank)).toEqual([1, 1, 1, 4])
  })

  it('has no datum where no design is today', () => {
    const { datum, designs } = compareDesigns([measured('podded', 60)], settings!)
    expect(datum).toBeUndefined()
    expect(designs[0]!.whole.every(({ verdict }) => verdict === undefined)).toBe(true)
  })
})

const metres = fc.double({ min: 0, max: 1e5, noNaN: true })

test.prop([metres, metres, metres])('the shares of layout and process add up to the whole', (today, reference, own) => {
  const { designs } = compareDesigns([measured('todays', today), measured('podded', own, reference)], settings!)
  const { whole, layout, process } = designs[1]!
  expect(travelOf(layout)! + travelOf(process)!).toBeCloseTo(travelOf(whole)!, 3)
})

test.prop([metres, metres])('swapping the two designs turns the verdict round', (a, b) => {
  const there = changeOf(travel(a), travel(b), 0).verdict
  const back = changeOf(travel(b), travel(a), 0).verdict
  expect(back).toBe(there === 'better' ? 'worse' : there === 'worse' ? 'better' : 'same')
})
