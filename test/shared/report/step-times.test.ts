import { expect, it } from 'vitest'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { documentOf } from '#shared/document/document-of'
import type { Pathway } from '#shared/document/pathway'
import { stepTimes } from '#shared/report/step-times'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'

const document = workedExample()
const visit = recordsOf(document.workshop, 'pathway').find(({ key }) => key === 'treatment-visit')!

/** The worked example with a variant of its visit. */
function withVariant(steps: Pathway['steps']): WardDocument {
  const tables = [document.workshop, ...Object.values(document.designs)]
  return documentOf([...tables.flatMap((table) => Object.values(table)), { ...visit, id: 'pathway_variant', design: WORKED_DESIGN, steps }])
}

const saysOf = (times: ReturnType<typeof stepTimes>) =>
  times.filter(({ design }) => design !== undefined).map(({ step, seconds, instead }) => [step, seconds, instead])

it('lists every step of the worked example with its minutes', () => {
  const times = stepTimes(document).filter(({ pathway }) => pathway === visit.name)
  expect(times.map(({ seconds, design }) => [seconds / 60, design])).toEqual([
    [5, undefined],
    [10, undefined],
    [20, undefined],
    [5, undefined],
  ])
})

it('marks as assumed what a design takes to last longer or shorter, and nothing else', () => {
  const steps = visit.steps.map((step, index) => (index === 1 ? { ...step, duration: { shape: 'fixed' as const, value: 480 } } : step))
  expect(saysOf(stepTimes(withVariant(steps)))).toEqual([[visit.steps[1]!.name, 480, 600]])
})

it('holds a merged step against all that it stands for', () => {
  const [first, second, ...rest] = visit.steps
  const merged = (seconds: number) => [{ ...first!, merges: [second!.key], duration: { shape: 'fixed' as const, value: seconds } }, ...rest]
  expect(saysOf(stepTimes(withVariant(merged(900))))).toEqual([])
  expect(saysOf(stepTimes(withVariant(merged(600))))).toEqual([[first!.name, 600, 900]])
})
