import { describe, expect, it } from 'vitest'
import { putRecord } from '#shared/commands/put-record'
import { removeRecord } from '#shared/commands/remove-record'
import { addScenario, chooseScenario, removeScenario } from '#shared/commands/scenarios'
import { addTrait } from '#shared/commands/set-traits'
import { takeVolume } from '#shared/commands/set-volume'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { validate } from '#shared/document/validate'
import type { Scenario } from '#shared/document/workshop'
import { shippedCatalogue } from '#test/support/catalogue'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { endoscopyWorkshop } from '#test/support/endoscopy'

const sample = endoscopyWorkshop(shippedCatalogue())
let count = 0
// Of its own: the sample has those of a plain counter.
const freshId = (prefix: string) => `${prefix}_fresh${String(++count).padStart(4, '0')}`

const daysOf = (document: WardDocument): readonly Scenario[] => recordsOf(document.workshop, 'scenario')
function faced(document: WardDocument): Scenario {
  const [settings] = recordsOf(document.workshop, 'settings')
  const found = daysOf(document).find(({ id }) => id === settings?.scenario)
  if (found === undefined) throw new Error('no day is faced')
  return found
}
const usual = faced(sample)
const faults = (document: WardDocument) => validate(document).filter(({ severity }) => severity === 'error')

describe('another day', () => {
  it('is a copy, and faced from then on', () => {
    const document = doUndoRedo(sample, addScenario(sample, { name: ' Saturday ', like: usual.id }, freshId))
    expect(faced(document)).toEqual({ ...usual, id: faced(document).id, name: 'Saturday' })
    expect(daysOf(document)).toHaveLength(2)
    expect(faults(document)).toEqual(faults(sample))
  })

  it('is one on which nobody comes yet, of the same pathways', () => {
    const document = doUndoRedo(sample, addScenario(sample, { name: 'Sunday' }, freshId))
    expect(Object.fromEntries(faced(document).volumes.map(({ pathway, perDay }) => [pathway, perDay]))).toEqual({
      'endoscopy-visit': 0,
      deliveries: 0,
      collections: 0,
      'staff-day': 0,
    })
    expect(faced(document)).toMatchObject({ opening: { from: 28_800, to: 64_800 }, shifts: [] })
    expect(faults(document)).toEqual(faults(sample))
  })

  it('needs a name, and one to be copied', () => {
    expect(refusalOf(addScenario(sample, { name: ' ' }, freshId)).reason.key).toBe('refused.no-name')
    expect(refusalOf(addScenario(sample, { name: 'A', like: 'role_000001' }, freshId)).reason.key).toBe('refused.unknown')
  })

  it('is chosen, and goes: the other is faced again', () => {
    const two = doUndoRedo(sample, addScenario(sample, { name: 'Saturday', like: usual.id }, freshId))
    const saturday = faced(two).id
    const back = doUndoRedo(two, chooseScenario(two, { scenario: usual.id }))
    expect(faced(back)).toEqual(usual)
    expect(doUndoRedo(back, removeScenario(back, { scenario: saturday }))).toEqual(sample)
    const edit = removeScenario(two, { scenario: saturday })
    expect(edit).toMatchObject({ name: { key: 'edit.removed-day', values: { name: 'Saturday', next: usual.name } } })
    expect(doUndoRedo(two, edit)).toEqual(sample)
    expect(removeRecord(two, { id: saturday })).toEqual(edit)
  })

  it('is one at least', () => {
    expect(refusalOf(removeScenario(sample, { scenario: usual.id })).reason).toEqual({ key: 'refused.last-day', values: { name: usual.name } })
    expect(refusalOf(chooseScenario(sample, { scenario: 'scenario_none00' })).reason.key).toBe('refused.unknown')
  })

  it('goes along with what becomes of pathways and what differs on them', () => {
    const two = doUndoRedo(sample, addScenario(sample, { name: 'Saturday', like: usual.id }, freshId))
    const quiet = doUndoRedo(two, putRecord(two, { ...faced(two), volumes: faced(two).volumes.map((volume) => ({ ...volume, perDay: 5 })) }))
    const aged = doUndoRedo(quiet, addTrait(quiet, { pathway: 'endoscopy-visit', name: 'Age', values: ['child', 'adult'] }))
    for (const { volumes } of daysOf(aged)) expect(volumes[0]?.traits.age).toEqual({ child: 0.5, adult: 0.5 })
    const fewer = doUndoRedo(aged, takeVolume(aged, { pathway: 'deliveries' }))
    for (const { volumes } of daysOf(fewer)) expect(volumes.map(({ pathway }) => pathway)).not.toContain('deliveries')
    const back = doUndoRedo(fewer, chooseScenario(fewer, { scenario: usual.id }))
    expect(faults(back)).toEqual(faults(sample))
  })
})
