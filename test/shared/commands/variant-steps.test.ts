import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { Edit } from '#shared/commands/edit'
import { addStep, freeKey, mergeSteps, moveStep, removeStep, setStep } from '#shared/commands/variant-steps'
import { applyChange } from '#shared/document/change'
import { designsOf, recordsOf, type WardDocument } from '#shared/document/document'
import { meanSeconds } from '#shared/document/mean-duration'
import type { Pathway, Step } from '#shared/document/pathway'
import { validate } from '#shared/document/validate'
import { shippedCatalogue } from '#test/support/catalogue'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { endoscopyWorkshop } from '#test/support/endoscopy'

const sample = endoscopyWorkshop(shippedCatalogue())
const today = designsOf(sample).find(({ isCurrentState }) => isCurrentState)?.id ?? ''
const open = designsOf(sample).find(({ locked }) => !locked)?.id ?? ''
// A design that still does everything as today does.
const plain: WardDocument = {
  ...sample,
  designs: { ...sample.designs, [open]: Object.fromEntries(Object.entries(sample.designs[open] ?? {}).filter(([, { kind }]) => kind !== 'pathway')) },
}
const of = { pathway: 'endoscopy-visit', design: open, reason: 'Tried at table 3' }

const REFERENCE = 'reference'
let count = 0
const freshId = (prefix: string) => `${prefix}_fresh${String(++count).padStart(4, '0')}`

function visit(document: WardDocument, design: string = open): Pathway {
  const table = design === REFERENCE ? document.workshop : (document.designs[design] ?? {})
  const found = recordsOf(table, 'pathway').find(({ key }) => key === 'endoscopy-visit')
  if (found === undefined) throw new Error('no visit')
  return found
}
const keysOf = (document: WardDocument) => visit(document).steps.map(({ key }) => key)
const stepOf = (document: WardDocument, key: string): Step => {
  const found = visit(document).steps.find((step) => step.key === key)
  if (found === undefined) throw new Error(`no ${key}`)
  return found
}
const reference = visit(plain, REFERENCE)

describe('the steps of a design’s own pathway', () => {
  it('are made of the reference by the first change, which leaves the reference as it is', () => {
    const after = doUndoRedo(plain, setStep(plain, { ...of, step: 'check-in', fields: { seconds: 120 } }, freshId))
    expect(visit(after, REFERENCE)).toEqual(reference)
    expect(visit(after)).toMatchObject({ design: open, key: 'endoscopy-visit', reasons: { 'check-in': 'Tried at table 3' } })
    expect(meanSeconds(stepOf(after, 'check-in').duration)).toBeCloseTo(120, 6)
    // 180, 300 and 600 s have a mean of 360 s: a third of each.
    expect(stepOf(after, 'check-in').duration).toEqual({ shape: 'triangular', least: 60, mode: 100, most: 200 })
    const again = doUndoRedo(after, setStep(after, { ...of, step: 'change', fields: { name: 'Change' } }, freshId))
    expect(visit(again).id).toBe(visit(after).id)
  })

  it('need a reason, which the reference does not', () => {
    const silent = { ...of, reason: '  ' }
    expect(refusalOf(removeStep(plain, { ...silent, step: 'check-in' }, freshId)).reason.key).toBe('refused.no-reason')
    const edit = setStep(plain, { pathway: of.pathway, step: 'check-in', fields: { name: 'Arrive' } }, freshId)
    expect(visit(doUndoRedo(plain, edit), REFERENCE).steps[0]?.name).toBe('Arrive')
  })

  it('cannot lose one that adds value, whatever the reason', () => {
    const { reason } = refusalOf(removeStep(plain, { ...of, step: 'admission' }, freshId))
    expect(reason).toEqual({ key: 'refused.value-lost', values: { step: 'Admission and consent', pathway: 'Endoscopy visit' } })
    // Not even by calling it waste first.
    const called = doUndoRedo(plain, setStep(plain, { ...of, step: 'admission', fields: { value: 'waste' } }, freshId))
    expect(refusalOf(removeStep(called, { ...of, step: 'admission' }, freshId)).reason.key).toBe('refused.value-lost')
  })

  it('go, and those that were done where one was keep its place', () => {
    const after = doUndoRedo(plain, removeStep(plain, { ...of, step: 'sign-in' }, freshId))
    expect(keysOf(after)).not.toContain('sign-in')
    expect(stepOf(after, 'sedate').place).toEqual({ roomType: 'procedure-room', fixtureType: 'couch' })
    const followers = reference.steps.filter(({ key, place }) => key !== 'sedate' && 'step' in place && place.step === 'sign-in')
    expect(followers.length).toBeGreaterThan(0)
    for (const { key } of followers) expect(stepOf(after, key).place).toEqual({ step: 'sedate' })
  })

  it('become one with both their minutes and everybody who took part', () => {
    const after = doUndoRedo(plain, mergeSteps(plain, { ...of, step: 'admission', into: 'check-in' }, freshId))
    const merged = stepOf(after, 'check-in')
    expect(keysOf(after)).not.toContain('admission')
    expect(merged).toMatchObject({ merges: ['admission'], value: 'addsValue', lead: 'receptionist' })
    expect(merged.assisting).toEqual([{ role: 'admission-nurse', people: 1 }])
    expect(merged.duration).toEqual({ shape: 'triangular', least: 1080, mode: 1800, most: 3000 })
    expect(visit(after).reasons['check-in']).toBe('Tried at table 3')
  })

  it('are beside nothing once they are one with what they ran beside', () => {
    expect(reference.steps.find(({ key }) => key === 'report')?.parallelWith).toBe('refreshment')
    const after = doUndoRedo(plain, mergeSteps(plain, { ...of, step: 'refreshment', into: 'report' }, freshId))
    expect(stepOf(after, 'report').parallelWith).toBeUndefined()
  })

  it('do not become one where they are for different patients', () => {
    const { reason } = refusalOf(mergeSteps(plain, { ...of, step: 'take-wheelchair', into: 'check-in' }, freshId))
    expect(reason.key).toBe('refused.merge-patients')
  })

  it('change their order, but never before the step whose place they take', () => {
    const after = doUndoRedo(plain, moveStep(plain, { ...of, step: 'admission', to: 0 }, freshId))
    expect(keysOf(after)[0]).toBe('admission')
    const { reason } = refusalOf(moveStep(plain, { ...of, step: 'sedate', to: 0 }, freshId))
    expect(reason).toEqual({ key: 'refused.step-before-its-place', values: { step: 'Sedate', other: 'Sign in to the room' } })
  })

  it('get another room, lead or none', () => {
    const placed = doUndoRedo(plain, setStep(plain, { ...of, step: 'cannula', fields: { place: { roomType: 'pod' }, lead: 'room-nurse' } }, freshId))
    expect(stepOf(placed, 'cannula')).toMatchObject({ place: { roomType: 'pod' }, lead: 'room-nurse' })
    const alone = doUndoRedo(placed, setStep(placed, { ...of, step: 'cannula', fields: { lead: null } }, freshId))
    expect(stepOf(alone, 'cannula').lead).toBeUndefined()
  })

  it('take one time, or a shortest, usual and longest, as a group says it', () => {
    const setTo = (range: { least: number; usual: number; most: number }) => setStep(plain, { ...of, step: 'check-in', fields: { range } }, freshId)
    const after = doUndoRedo(plain, setTo({ least: 120, usual: 300, most: 600.04 }))
    expect(stepOf(after, 'check-in').duration).toEqual({ shape: 'triangular', least: 120, mode: 300, most: 600 })
    expect(stepOf(doUndoRedo(plain, setTo({ least: 90, usual: 90, most: 90 })), 'check-in').duration).toEqual({ shape: 'fixed', value: 90 })
    for (const wrong of [
      { least: 300, usual: 120, most: 600 },
      { least: -1, usual: 0, most: 1 },
      { least: 0, usual: 1, most: Number.NaN },
    ])
      expect(setTo(wrong)).toMatchObject({ status: 'refused', reason: { key: 'refused.wrong-minutes' } })
  })

  it('are joined by new ones, under keys of their own', () => {
    const step = { name: 'Check in', roomType: 'pod', seconds: 60, at: 1 }
    const after = doUndoRedo(plain, addStep(plain, { ...of, step }, freshId))
    expect(keysOf(after).slice(0, 2)).toEqual(['check-in', 'check-in-2'])
    expect(visit(after).reasons['check-in-2']).toBe('Tried at table 3')
  })

  it('stay as they are in a locked design, without a name, with minutes that are none', () => {
    expect(refusalOf(moveStep(plain, { ...of, design: today, step: 'admission', to: 0 }, freshId)).reason.key).toBe('refused.locked')
    expect(refusalOf(setStep(plain, { ...of, step: 'check-in', fields: { name: ' ' } }, freshId)).reason.key).toBe('refused.no-name')
    for (const seconds of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(refusalOf(setStep(plain, { ...of, step: 'check-in', fields: { seconds } }, freshId)).reason.key).toBe('refused.wrong-minutes')
    }
  })
})

it('makes keys of names', () => {
  expect(freeKey('Étape 2: the pod', new Set())).toBe('e-tape-2-the-pod')
  expect(freeKey('…', new Set(['new']))).toBe('new-2')
})

const anyEdit = fc.record({ what: fc.constantFrom('remove', 'merge', 'move', 'set', 'add'), at: fc.nat(40), to: fc.nat(40) })

test.prop([fc.array(anyEdit, { maxLength: 12 })], { numRuns: 60 })('whatever is done to the steps, the workshop holds together', (edits) => {
  const faults = (document: WardDocument) => validate(document).filter(({ severity }) => severity === 'error')
  const valued = (document: WardDocument) =>
    new Set(
      reference.steps
        .filter(({ value, key }) => value === 'addsValue' && visit(document).steps.some((step) => [step.key, ...step.merges].includes(key)))
        .map(({ key }) => key),
    )
  const before = new Set(reference.steps.filter(({ value }) => value === 'addsValue').map(({ key }) => key))
  let document = plain
  for (const { what, at, to } of edits) {
    const table = document.designs[open] ?? {}
    const steps = (recordsOf(table, 'pathway')[0] ?? reference).steps
    const [step, other] = [steps[at % steps.length]?.key ?? '', steps[to % steps.length]?.key ?? '']
    const edit: Edit =
      what === 'remove'
        ? removeStep(document, { ...of, step }, freshId)
        : what === 'merge'
          ? mergeSteps(document, { ...of, step, into: other }, freshId)
          : what === 'move'
            ? moveStep(document, { ...of, step, to: to % steps.length }, freshId)
            : what === 'set'
              ? setStep(document, { ...of, step, fields: { seconds: to * 60, lead: 'porter' } }, freshId)
              : addStep(document, { ...of, step: { name: 'Wait', roomType: 'waiting', seconds: 60, at } }, freshId)
    if (edit.status === 'done') document = applyChange(document, edit.change)
  }
  expect(faults(document)).toEqual(faults(plain))
  if (document !== plain) expect(valued(document)).toEqual(before)
})
