import { describe, expect, it } from 'vitest'
import { addPathway, type NewPathway } from '#shared/commands/add-pathway'
import { putRecord } from '#shared/commands/put-record'
import { removePathway } from '#shared/commands/remove-pathway'
import { removeRecord } from '#shared/commands/remove-record'
import { setGates, setPathway } from '#shared/commands/set-pathway'
import { setStepFacts } from '#shared/commands/set-step-facts'
import { giveVolume, takeVolume } from '#shared/commands/set-volume'
import { designsOf, recordsOf, type WardDocument } from '#shared/document/document'
import type { Pathway } from '#shared/document/pathway'
import { validate } from '#shared/document/validate'
import type { Scenario } from '#shared/document/workshop'
import { shippedCatalogue } from '#test/support/catalogue'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { endoscopyWorkshop } from '#test/support/endoscopy'

const sample = endoscopyWorkshop(shippedCatalogue())
let count = 0
// Of its own: the sample has those of a plain counter.
const freshId = (prefix: string) => `${prefix}_fresh${String(++count).padStart(4, '0')}`
const idOf = (name: string) => designsOf(sample).find((design) => design.name === name)?.id ?? ''

function pathwayOf(document: WardDocument, key: string, design?: string): Pathway | undefined {
  return recordsOf(design === undefined ? document.workshop : (document.designs[design] ?? {}), 'pathway').find((each) => each.key === key)
}
function dayOf(document: WardDocument): Scenario {
  const [scenario] = recordsOf(document.workshop, 'scenario')
  if (scenario === undefined) throw new Error('no day')
  return scenario
}
const faults = (document: WardDocument) => validate(document).filter(({ severity }) => severity === 'error')
const phlebotomy: NewPathway = {
  name: ' Blood test ',
  flow: 'patient',
  gateIn: 'main',
  gateOut: 'main',
  step: { name: 'Check in', roomType: 'waiting' },
  perDay: 12,
}

describe('a new pathway', () => {
  it('has a first step, a key made of its name and a number a day', () => {
    const document = doUndoRedo(sample, addPathway(sample, phlebotomy, freshId))
    expect(pathwayOf(document, 'blood-test')).toMatchObject({
      name: 'Blood test',
      flow: 'patient',
      gateIn: 'main',
      gateOut: 'main',
      steps: [{ key: 'check-in', place: { roomType: 'waiting' }, duration: { shape: 'fixed', value: 300 } }],
    })
    expect(dayOf(document).volumes.at(-1)).toEqual({ pathway: 'blood-test', perDay: 12, traits: {} })
    expect(faults(document)).toEqual(faults(sample))
    expect(pathwayOf(doUndoRedo(document, addPathway(document, phlebotomy, freshId)), 'blood-test-2')).toBeDefined()
  })

  it('of supplies has none of its own, and hangs on a step once a line carries it', () => {
    const rack = { name: 'Blankets', flow: 'clean', step: { name: 'Keep', roomType: 'linen' } } as const
    const added = doUndoRedo(sample, addPathway(sample, rack, freshId))
    expect(dayOf(added)).toEqual(dayOf(sample))
    const items = [{ pathway: 'blankets', direction: 'needed', carrier: 'porter', usesPerTrip: 1, by: 'hand' }] as const
    const hung = doUndoRedo(added, setStepFacts(added, { pathway: 'endoscopy-visit', step: 'dress', facts: { items: [...items] } }, freshId))
    expect(validate(hung)).toEqual(validate(sample))
  })

  it('needs a name, a room that there is, a number, and entrances where patients come', () => {
    const reason = (to: Partial<NewPathway>) => refusalOf(addPathway(sample, { ...phlebotomy, ...to }, freshId)).reason.key
    expect(reason({ name: ' ' })).toBe('refused.no-name')
    expect(reason({ step: { name: '', roomType: 'waiting' } })).toBe('refused.no-name')
    expect(reason({ step: { name: 'Come', roomType: 'palace' } })).toBe('refused.unknown')
    expect(reason({ gateOut: undefined })).toBe('refused.patient-gates')
    expect(reason({ perDay: -1 })).toBe('refused.wrong-number')
    expect(reason({ perDay: Number.NaN })).toBe('refused.wrong-number')
  })
})

describe('a pathway that goes', () => {
  it('takes its number a day, its stock and what designs have of their own for it along', () => {
    const edit = removePathway(sample, { pathway: 'endoscopy-visit' })
    expect(edit).toMatchObject({ name: { key: 'edit.removed-pathway', values: { name: 'Endoscopy visit', designs: 3 } } })
    const document = doUndoRedo(sample, edit)
    expect(designsOf(document).flatMap(({ id }) => pathwayOf(document, 'endoscopy-visit', id) ?? [])).toEqual([])
    expect(dayOf(document).volumes.map(({ pathway }) => pathway)).not.toContain('endoscopy-visit')
    expect(faults(document)).toEqual([])
  })

  it('stays while it hangs on a step or another turns into it, and says on which', () => {
    expect(refusalOf(removePathway(sample, { pathway: 'used-scope' })).reason).toMatchObject({
      key: 'refused.in-use-by-many',
      values: { name: 'Used scope', users: expect.arrayContaining(['Gastroscopy (Endoscopy visit)']), more: 1 },
    })
    const idle = doUndoRedo(sample, addPathway(sample, { name: 'Beds', flow: 'equipment', step: { name: 'Keep', roomType: 'linen' } }, freshId))
    const loop = doUndoRedo(idle, setPathway(idle, { pathway: 'used-linen', fields: { becomes: 'beds' } }))
    expect(refusalOf(removePathway(loop, { pathway: 'beds' })).reason).toEqual({
      key: 'refused.in-use',
      values: { name: 'Beds', users: ['Used linen'] },
    })
  })

  it('is found by its record too', () => {
    const id = pathwayOf(sample, 'deliveries')?.id ?? ''
    const document = doUndoRedo(sample, removeRecord(sample, { id }))
    expect(dayOf(document).volumes.map(({ pathway }) => pathway)).not.toContain('deliveries')
  })
})

describe('what a pathway is', () => {
  it('is the same in every design', () => {
    const document = doUndoRedo(sample, setPathway(sample, { pathway: 'endoscopy-visit', fields: { name: 'Day case' } }))
    for (const design of [undefined, idOf('Pods'), idOf('Racetrack')]) expect(pathwayOf(document, 'endoscopy-visit', design)?.name).toBe('Day case')
    expect(dayOf(document)).toEqual(dayOf(sample))
  })

  it('does not turn into itself, nor into what turns into it', () => {
    const become = (pathway: string, becomes: string | undefined) => setPathway(sample, { pathway, fields: { becomes } })
    expect(pathwayOf(doUndoRedo(sample, become('used-linen', 'clean-linen')), 'used-linen')?.becomes).toBe('clean-linen')
    expect(pathwayOf(doUndoRedo(sample, become('used-scope', undefined)), 'used-scope')?.becomes).toBeUndefined()
    expect(refusalOf(become('waste', 'waste')).reason.key).toBe('refused.becomes-itself')
    expect(refusalOf(become('clean-scope', 'used-scope')).reason.key).toBe('refused.becomes-itself')
    expect(refusalOf(become('waste', 'gold')).reason.key).toBe('refused.unknown')
  })

  it('cannot be patients without entrances', () => {
    expect(refusalOf(setPathway(sample, { pathway: 'waste', fields: { flow: 'patient' } })).reason.key).toBe('refused.patient-gates')
    const leave = setGates(sample, { pathway: 'endoscopy-visit', gates: { gateOut: undefined } }, freshId)
    expect(refusalOf(leave).reason.key).toBe('refused.patient-gates')
  })

  it('has other entrances in a design, for a reason that stands with its last step', () => {
    const of = { pathway: 'endoscopy-visit', design: idOf('Racetrack'), gates: { gateOut: 'ward' } }
    expect(refusalOf(setGates(sample, of, freshId)).reason.key).toBe('refused.no-reason')
    const document = doUndoRedo(sample, setGates(sample, { ...of, reason: 'Straight to the ward' }, freshId))
    const own = pathwayOf(document, 'endoscopy-visit', of.design)
    expect(own?.gateOut).toBe('ward')
    expect(own?.reasons[own.steps.at(-1)?.key ?? '']).toBe('Straight to the ward')
    expect(pathwayOf(document, 'endoscopy-visit')?.gateOut).toBe('main')
  })
})

describe('a number a day', () => {
  it('is given with even shares of what differs, and taken away', () => {
    const none = doUndoRedo(sample, takeVolume(sample, { pathway: 'endoscopy-visit' }))
    expect(dayOf(none).volumes.map(({ pathway }) => pathway)).not.toContain('endoscopy-visit')
    const again = doUndoRedo(none, giveVolume(none, { pathway: 'endoscopy-visit', perDay: 20 }))
    expect(dayOf(again).volumes.at(-1)).toMatchObject({ perDay: 20, traits: { sedated: { yes: 0.5, no: 0.5 } } })
    expect(faults(again)).toEqual(faults(sample))
  })

  it('is not for what hangs on a step, and not twice', () => {
    expect(refusalOf(giveVolume(sample, { pathway: 'waste', perDay: 3 })).reason).toMatchObject({
      key: 'refused.hangs',
      values: { name: 'Waste', host: 'Endoscopy visit' },
    })
    expect(refusalOf(giveVolume(sample, { pathway: 'deliveries', perDay: 3 })).reason.key).toBe('refused.unknown')
    expect(refusalOf(takeVolume(sample, { pathway: 'waste' })).reason.key).toBe('refused.unknown')
  })
})

describe('what others need', () => {
  it('stays: a role that takes part in a step, a type of room that is drawn', () => {
    const idOfKind = (kind: 'role' | 'roomType', key: string) => recordsOf(sample.workshop, kind).find((each) => each.key === key)?.id ?? ''
    expect(refusalOf(removeRecord(sample, { id: idOfKind('role', 'porter') })).reason).toMatchObject({ key: 'refused.in-use-by-many' })
    expect(refusalOf(removeRecord(sample, { id: idOfKind('roomType', 'waiting') })).reason).toMatchObject({ key: 'refused.in-use-by-many' })
  })

  it('is not people on a shift or a row of the brief: these go along', () => {
    const role = { id: 'role_hca000', kind: 'role', key: 'assistant', name: 'Assistant', colour: '#112233', costPerHour: 13, speed: 1.3 } as const
    const hired = doUndoRedo(sample, putRecord(sample, role))
    const day = dayOf(hired)
    const shifts = day.shifts.map((shift) => ({ ...shift, people: { ...shift.people, assistant: 2 } }))
    const onDuty = doUndoRedo(hired, putRecord(hired, { ...day, shifts }))
    const gone = doUndoRedo(onDuty, removeRecord(onDuty, { id: role.id }))
    expect(dayOf(gone)).toEqual(dayOf(sample))
    expect(faults(gone)).toEqual(faults(sample))
  })
})
