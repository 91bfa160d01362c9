import { describe, expect, it } from 'vitest'
import { putRecord } from '#shared/commands/put-record'
import { removeRecord } from '#shared/commands/remove-record'
import { recordsOf } from '#shared/document/document'
import type { Pathway } from '#shared/document/pathway'
import { shippedCatalogue } from '#test/support/catalogue'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { endoscopyWorkshop } from '#test/support/endoscopy'

const sample = endoscopyWorkshop(shippedCatalogue())
const [today, pods] = Object.keys(sample.designs).sort() as [string, string]
const variant = recordsOf(sample.designs[pods] ?? {}, 'pathway')[0] as Pathway
const role = { id: 'role_hca000', kind: 'role', key: 'assistant', name: 'Assistant', colour: '#112233', costPerHour: 13, speed: 1.3 } as const

describe('putRecord', () => {
  it('adds a record, and replaces the one of the same id', () => {
    const added = doUndoRedo(sample, putRecord(sample, role))
    expect(added.workshop.role_hca000).toEqual(role)
    const faster = doUndoRedo(added, putRecord(added, { ...role, speed: 1.4 }))
    expect(faster.workshop.role_hca000).toMatchObject({ speed: 1.4 })
  })

  it('refuses a key that is taken, a wrong field, a second workshop', () => {
    expect(refusalOf(putRecord(sample, { ...role, key: 'porter' })).reason).toEqual({ key: 'refused.key-taken', values: { key: 'porter' } })
    expect(refusalOf(putRecord(sample, { ...role, speed: -1 })).reason).toMatchObject({ key: 'refused.wrong-field', values: { field: 'speed' } })
    const workshop = recordsOf(sample.workshop, 'workshop')[0]
    if (workshop !== undefined) expect(refusalOf(putRecord(sample, { ...workshop, id: 'workshop_second' })).reason.key).toBe('refused.key-taken')
  })

  it('refuses a variant that loses a step of value, and lets it merge that step', () => {
    const steps = variant.steps.filter(({ key }) => key !== 'colonoscopy')
    expect(refusalOf(putRecord(sample, { ...variant, steps })).reason).toMatchObject({ key: 'refused.value-lost', values: { step: 'Colonoscopy' } })
    const merged = steps.map((step) => (step.key === 'gastroscopy' ? { ...step, merges: ['colonoscopy'] } : step))
    doUndoRedo(sample, putRecord(sample, { ...variant, steps: merged }))
  })

  it('refuses a variant of nothing, one of a locked design, and a step twice', () => {
    expect(refusalOf(putRecord(sample, { ...variant, key: 'stroll' })).reason.key).toBe('refused.no-reference')
    expect(refusalOf(putRecord(sample, { ...variant, id: 'pathway_today0', design: today })).reason.key).toBe('refused.locked')
    expect(refusalOf(putRecord(sample, { ...variant, steps: [...variant.steps, ...variant.steps.slice(0, 1)] })).reason.key).toBe('refused.key-taken')
  })
})

describe('removeRecord', () => {
  it('takes records of the tables and variants away, never the workshop or its settings', () => {
    const hired = doUndoRedo(sample, putRecord(sample, role))
    expect(doUndoRedo(hired, removeRecord(hired, { id: role.id })).workshop[role.id]).toBeUndefined()
    doUndoRedo(sample, removeRecord(sample, { id: variant.id }))
    const settings = recordsOf(sample.workshop, 'settings')[0]?.id ?? ''
    expect(refusalOf(removeRecord(sample, { id: settings })).reason.key).toBe('refused.needed')
    expect(refusalOf(removeRecord(sample, { id: pods })).reason.key).toBe('refused.unknown')
  })
})
