import { describe, expect, it } from 'vitest'
import { setDesign } from '#shared/commands/set-design'
import { MOST_VIA, setVia } from '#shared/commands/set-via'
import { removeStep } from '#shared/commands/variant-steps'
import { recordsOf } from '#shared/document/document'
import { validate } from '#shared/document/validate'
import { counterIds } from '#test/support/counter-ids'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { expectMeasures } from '#test/support/measured'
import { recordOf } from '#test/support/small-unit'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'

const example = workedExample()
const opening = (name: string) => recordsOf(example.designs[WORKED_DESIGN]!, 'opening').find((each) => each.name === name)!.id
const checkIn = { design: WORKED_DESIGN, pathway: 'treatment-visit', step: 'check-in' }
const send = (through: readonly string[], document = example, leg: typeof checkIn | Omit<typeof checkIn, 'step'> = checkIn) =>
  setVia(document, { ...leg, through })
const viaIn = (document: typeof example) => recordOf(document, WORKED_DESIGN, 'design').via

describe('setVia', () => {
  it('sends a leg through a room and back, and lets it be the shortest again', () => {
    expectMeasures(example, { patientTravel: 37.05 })
    // Main gate to the near jamb of the treatment room's door (7, 3), from there through the waiting room's (3, 0) to the desk: 7.158911 + 5 + 3.75 in the place of 5.75.
    const sent = doUndoRedo(example, send(['room_treatment']))
    expect(viaIn(sent)).toEqual([{ pathway: 'treatment-visit', step: 'check-in', through: ['room_treatment'] }])
    expectMeasures(sent, { patientTravel: 37.05 + Math.hypot(7, 1.5) + 8.75 - 5.75 })
    const freed = doUndoRedo(sent, send([], sent))
    expect(viaIn(freed)).toEqual([])
    expectMeasures(freed, { patientTravel: 37.05 })
  })

  it('keeps the way to each step and the last one apart, in one order, and says which it sent', () => {
    const { step: _, ...end } = checkIn
    const one = doUndoRedo(example, send(['room_corridor'], example, checkIn))
    const both = doUndoRedo(one, send(['room_corridor', opening('DN')], one, end))
    expect(viaIn(both).map(({ step, through }) => [step, through.length])).toEqual([
      [undefined, 2],
      ['check-in', 1],
    ])
    expect(send([opening('DT')])).toMatchObject({ name: { key: 'edit.via', values: { to: 'Check-in', through: ['DT'] } } })
    expect(send([opening('DT')], example, end)).toMatchObject({ name: { key: 'edit.via-end' } })
    expect(send([], both, end)).toMatchObject({ name: { key: 'edit.no-via-end' }, change: { updated: [[{}, { via: [{ step: 'check-in' }] }]] } })
  })

  it.each([
    ['a window', () => send([opening('Window W/C')]), 'refused.no-way-through'],
    ['a bed', () => send(['fixture_bedone']), 'refused.no-way-through'],
    ['what is not there', () => send(['room_gonegone']), 'refused.unknown'],
    ['the same twice', () => send([opening('DT'), opening('DN'), opening('DT')]), 'refused.via-twice'],
    ['too many', () => send(Array.from({ length: MOST_VIA + 1 }, () => opening('DT'))), 'refused.too-many-via'],
    ['a step that there is not', () => setVia(example, { ...checkIn, step: 'sing', through: [] }), 'refused.unknown'],
    ['a pathway that there is not', () => setVia(example, { ...checkIn, pathway: 'choir', through: [] }), 'refused.unknown'],
  ])('refuses %s', (_, edit, key) => {
    expect(refusalOf(edit()).reason.key).toBe(key)
  })

  it('is refused in a locked design', () => {
    const locked = doUndoRedo(example, setDesign(example, { design: WORKED_DESIGN, fields: { locked: true } }))
    expect(refusalOf(send([opening('DT')], locked)).reason.key).toBe('refused.locked')
  })

  it('goes with the step that it leads to', () => {
    const sent = doUndoRedo(example, send([opening('DT')]))
    const without = doUndoRedo(sent, removeStep(sent, { pathway: 'treatment-visit', step: 'check-in' }, counterIds()))
    expect(viaIn(without)).toEqual([])
    expect(validate(without).filter(({ message }) => message.key === 'finding.viaUnknownStep')).toEqual([])
  })
})
