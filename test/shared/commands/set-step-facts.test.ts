import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { carriedBy, firstItemLine } from '#shared/commands/hanging'
import { setStepFacts } from '#shared/commands/set-step-facts'
import type { StepFacts } from '#shared/commands/step-facts'
import { mergeSteps, setStep } from '#shared/commands/variant-steps'
import { applyChange } from '#shared/document/change'
import { designsOf, recordsOf, type WardDocument } from '#shared/document/document'
import type { ItemLine, Pathway, Step } from '#shared/document/pathway'
import { validate } from '#shared/document/validate'
import { shippedCatalogue } from '#test/support/catalogue'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { endoscopyWorkshop } from '#test/support/endoscopy'

const sample = endoscopyWorkshop(shippedCatalogue())
const pods = designsOf(sample).find(({ name }) => name === 'Pods')?.id ?? ''
let count = 0
// Of its own: the sample has those of a plain counter.
const freshId = (prefix: string) => `${prefix}_fresh${String(++count).padStart(4, '0')}`
const of = { pathway: 'endoscopy-visit' }

function pathwayOf(document: WardDocument, design?: string): Pathway {
  const table = design === undefined ? document.workshop : (document.designs[design] ?? {})
  const found = recordsOf(table, 'pathway').find(({ key }) => key === of.pathway)
  if (found === undefined) throw new Error('no visit')
  return found
}
function stepOf(document: WardDocument, key: string, design?: string): Step {
  const found = pathwayOf(document, design).steps.find((step) => step.key === key)
  if (found === undefined) throw new Error(`no ${key}`)
  return found
}
const set = (step: string, facts: StepFacts) => setStepFacts(sample, { ...of, step, facts }, freshId)
const stepAfter = (step: string, facts: StepFacts) => stepOf(doUndoRedo(sample, set(step, facts)), step)
const line = (to: Partial<ItemLine>): ItemLine => ({
  pathway: 'used-linen',
  direction: 'left',
  carrier: 'porter',
  usesPerTrip: 1,
  by: 'hand',
  ...to,
})

describe('what a step says beside its row', () => {
  it('is set one fact at a time and leaves the others', () => {
    const before = stepOf(sample, 'recover-sedated')
    const waits = { at: { roomType: 'gowned-wait', fixtureType: 'seat' }, when: 'ifBusy' } as const
    expect(stepAfter('recover-sedated', { waits })).toEqual({ ...before, waits })
    expect(stepAfter('recover-sedated', { escorts: ['porter'] })).toEqual({ ...before, escorts: ['porter'] })
    expect(stepAfter('recover-sedated', { assisting: [{ role: 'porter', people: 2 }] }).assisting).toEqual([{ role: 'porter', people: 2 }])
    expect(stepAfter('recover-sedated', { repeat: 3, priority: 9, whenFull: 'leave' })).toEqual({
      ...before,
      repeat: 3,
      priority: 9,
      whenFull: 'leave',
    })
    expect(stepAfter('recover-sedated', { leaves: { mobility: 'bed' } }).leaves).toEqual({ mobility: 'bed' })
    expect(stepAfter('recover-sedated', { items: [line({ by: 'cart' })] }).items).toEqual([line({ by: 'cart' })])
  })

  it('goes back to what is usual', () => {
    const { waits: _waits, turnaround: _turnaround, ...rest } = stepOf(sample, 'recover-sedated')
    expect(stepAfter('recover-sedated', { waits: undefined, turnaround: undefined })).toEqual(rest)
    const { parallelWith: _beside, ...report } = stepOf(sample, 'report')
    expect(stepAfter('report', { parallelWith: undefined })).toEqual(report)
  })

  it('has a line of its own in the log', () => {
    expect(set('report', { repeat: 2 })).toMatchObject({ name: { key: 'edit.step-repeat', values: { name: 'Write the report' } } })
  })

  it('is a design’s own with a reason, and asks for one', () => {
    const own = { ...of, design: pods, step: 'report', facts: { escorts: ['porter'] } }
    expect(refusalOf(setStepFacts(sample, own, freshId)).reason.key).toBe('refused.no-reason')
    const document = doUndoRedo(sample, setStepFacts(sample, { ...own, reason: 'On the way' }, freshId))
    expect(stepOf(document, 'report', pods).escorts).toEqual(['porter'])
    expect(pathwayOf(document, pods).reasons.report).toBe('On the way')
    expect(stepOf(document, 'report').escorts).toEqual([])
  })

  it('cannot be what is not there or contradicts itself', () => {
    const reasonOf = (step: string, facts: StepFacts) => refusalOf(set(step, facts)).reason
    expect(reasonOf('sedate', { assisting: [{ role: 'endoscopist', people: 1 }] })).toEqual({
      key: 'refused.helps-oneself',
      values: { step: 'Sedate', role: 'Endoscopist' },
    })
    expect(reasonOf('sedate', { escorts: ['porter', 'porter'] })).toEqual({ key: 'refused.role-twice', values: { step: 'Sedate', role: 'Porter' } })
    for (const facts of [
      { escorts: ['magician'] },
      { assisting: [{ role: 'magician', people: 1 }] },
      { turnaround: { duration: 60, role: 'magician' } },
      { items: [line({ carrier: 'magician' })] },
      { items: [line({ pathway: 'gold' })] },
      { waits: { at: { roomType: 'palace' }, when: 'always' } },
      { waits: { at: { roomType: 'waiting', fixtureType: 'throne' }, when: 'always' } },
      { onlyFor: [{ trait: 'sedated', values: ['perhaps'] }] },
      { onlyFor: [{ trait: 'mood', values: ['good'] }] },
      { parallelWith: 'sedate' },
      { parallelWith: 'nothing' },
    ] satisfies StepFacts[])
      expect(reasonOf('sedate', facts).key).toBe('refused.unknown')
    expect(reasonOf('sedate', { onlyFor: [{ trait: 'sedated', values: [] }] })).toEqual({
      key: 'refused.for-nobody',
      values: { step: 'Sedate', trait: 'Sedated' },
    })
    for (const facts of [{ repeat: 0 }, { repeat: 1.5 }, { priority: 10 }, { assisting: [{ role: 'porter', people: 21 }] }] satisfies StepFacts[])
      expect(reasonOf('sedate', facts).key).toBe('refused.wrong-field')
    expect(refusalOf(setStepFacts(sample, { ...of, step: 'nap', facts: { repeat: 2 } }, freshId)).reason.key).toBe('refused.unknown')
  })

  it('carries nothing that comes by itself, and hangs nothing on itself', () => {
    const reason = refusalOf(set('dress', { items: [line({ pathway: 'deliveries' })] })).reason
    expect(reason).toEqual({ key: 'refused.has-volume', values: { name: 'Deliveries', step: 'Dress' } })
    const loop = setStepFacts(sample, { pathway: 'used-linen', step: 'store', facts: { items: [line({ pathway: 'used-linen' })] } }, freshId)
    expect(refusalOf(loop).reason.key).toBe('refused.hangs-on-itself')
    const back = setStepFacts(sample, { pathway: 'used-linen', step: 'store', facts: { items: [line({ pathway: 'clean-linen' })] } }, freshId)
    const hung = doUndoRedo(sample, back)
    const round = setStepFacts(hung, { pathway: 'clean-linen', step: 'store', facts: { items: [line({})] } }, freshId)
    expect(refusalOf(round).reason.key).toBe('refused.hangs-on-itself')
  })

  it('may lose one of two things that are wrong while the other stays', () => {
    const wrong = applyChange(sample, {
      added: [],
      removed: [],
      updated: [
        [
          pathwayOf(sample),
          {
            ...pathwayOf(sample),
            steps: pathwayOf(sample).steps.map((step) => (step.key === 'dress' ? { ...step, escorts: ['a-ghost', 'a-spirit'] } : step)),
          },
        ],
      ],
    })
    const edit = setStepFacts(wrong, { ...of, step: 'dress', facts: { escorts: ['a-ghost'] } }, freshId)
    expect(stepOf(doUndoRedo(wrong, edit), 'dress').escorts).toEqual(['a-ghost'])
  })

  it('goes on once two steps are one: what comes first, and what patients do where the first is full', () => {
    const urgent = doUndoRedo(sample, setStepFacts(sample, { ...of, step: 'dress', facts: { priority: 4, whenFull: 'leave' } }, freshId))
    const merged = stepOf(doUndoRedo(urgent, mergeSteps(urgent, { ...of, step: 'dress', into: 'refreshment' }, freshId)), 'refreshment')
    expect(merged).toMatchObject({ merges: ['dress'], priority: 4, whenFull: 'leave' })
    const later = doUndoRedo(sample, setStepFacts(sample, { ...of, step: 'refreshment', facts: { priority: 2, whenFull: 'leave' } }, freshId))
    const other = stepOf(doUndoRedo(later, mergeSteps(later, { ...of, step: 'dress', into: 'refreshment' }, freshId)), 'refreshment')
    expect(other.priority).toBe(2)
    expect(other.whenFull).toBeUndefined()
  })

  it('is no longer that somebody helps, once they lead', () => {
    const led = doUndoRedo(sample, setStep(sample, { ...of, step: 'sedate', fields: { lead: 'room-nurse' } }, freshId))
    expect(stepOf(led, 'sedate').assisting).toEqual([])
  })
})

describe('a first line of something carried', () => {
  it('is of what is not carried there yet, taken away if it is used, by who leads', () => {
    const visit = pathwayOf(sample)
    expect(carriedBy(sample, visit).map(({ key }) => key)).not.toContain('staff-day')
    expect(firstItemLine(sample, visit, stepOf(sample, 'sedate'))).toMatchObject({ carrier: 'endoscopist', usesPerTrip: 1, by: 'hand' })
    const all = carriedBy(sample, visit).map(({ key }) => line({ pathway: key }))
    const known = { ...stepOf(sample, 'sedate'), items: all.filter(({ pathway }) => pathway !== 'waste') }
    expect(firstItemLine(sample, visit, known)).toMatchObject({ pathway: 'waste', direction: 'left' })
  })
})

const anyRole = fc.constantFrom('porter', 'room-nurse', 'technician', 'magician')
const anyStep = fc.nat(30)
const anyFacts: fc.Arbitrary<StepFacts> = fc.oneof(
  fc.record({ assisting: fc.array(fc.record({ role: anyRole, people: fc.integer({ min: 0, max: 22 }) }), { maxLength: 3 }) }),
  fc.record({ escorts: fc.array(anyRole, { maxLength: 3 }) }),
  fc.record({ turnaround: fc.option(fc.record({ duration: fc.integer({ min: -60, max: 900 }), role: anyRole }), { nil: undefined }) }),
  fc.record({
    items: fc.array(
      fc.record({
        pathway: fc.constantFrom('used-linen', 'clean-linen', 'waste', 'deliveries', 'endoscopy-visit', 'gold'),
        direction: fc.constantFrom('needed', 'left'),
        carrier: anyRole,
        usesPerTrip: fc.constantFrom(0, 1, 4),
        by: fc.constantFrom('hand', 'cart'),
      }),
      { maxLength: 3 },
    ),
  }),
  fc.record({
    onlyFor: fc.array(fc.record({ trait: fc.constantFrom('sedated', 'mobility', 'mood'), values: fc.subarray(['yes', 'no', 'wheelchair']) }), {
      maxLength: 2,
    }),
  }),
  fc.record({ parallelWith: fc.constantFrom('report', 'refreshment', 'nothing', undefined), repeat: fc.integer({ min: 0, max: 4 }) }),
)

test.prop(
  [
    fc.array(
      fc.record({ facts: anyFacts, at: anyStep, pathway: fc.constantFrom('endoscopy-visit', 'used-linen', 'clean-linen'), isOwn: fc.boolean() }),
      { maxLength: 12 },
    ),
  ],
  { numRuns: 60 },
)('whatever steps are said to be, the workshop holds together', (edits) => {
  const faults = (document: WardDocument) => validate(document).filter(({ severity }) => severity === 'error')
  let document = sample
  for (const { facts, at, pathway, isOwn } of edits) {
    const steps = recordsOf(document.workshop, 'pathway').find(({ key }) => key === pathway)?.steps ?? []
    const step = steps[at % steps.length]?.key ?? ''
    const edit = setStepFacts(document, { pathway, step, facts, ...(isOwn ? { design: pods, reason: 'Tried' } : {}) }, freshId)
    if (edit.status === 'done') document = applyChange(document, edit.change)
  }
  expect(faults(document)).toEqual(faults(sample))
})
