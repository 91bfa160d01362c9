import { expect, it } from 'vitest'
import { findingsOf } from '#shared/building/document-findings'
import type { WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { measureDesign } from '#shared/metrics/measure'
import { adding, doorOf, roomOf, withSettings } from '#test/support/worked-additions'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import { withRecords, withStep } from '#test/support/worked-variations'

const round = { radius: 0.3, speed: 1.1, passes: 0.65, wants: 0.9 }
const unit = withSettings(workedExample(), (settings) => ({ ...settings, bodies: { person: round, wheelchair: round, bed: round, cart: round } }))

function sentPast(via: Design['via'], document: WardDocument = unit): WardDocument {
  return withRecords(document, (record) => (record.kind === 'design' ? { ...record, via } : record))
}

function about(document: WardDocument) {
  return findingsOf(document)
    .filter(({ message }) => message.key.startsWith('finding.viaDead'))
    .map(({ severity, message: { key, values }, where, about: leg }) => ({ severity, key, values, where, about: leg }))
}

function travel(document: WardDocument): string {
  return measureDesign(document, WORKED_DESIGN, 'own').values.find(({ metric }) => metric === 'patientTravel')!.result.status
}

const toTreatment = { pathway: 'treatment-visit', step: 'prepare' }

it('says which step’s way is sent past which room that nobody walks through, where bodies take up floor', () => {
  const away = sentPast([{ ...toTreatment, through: ['room_nurseroom'] }])
  expect(travel(away)).toBe('unavailable')
  expect(about(away)).toEqual([
    {
      severity: 'warning',
      key: 'finding.viaDeadEnd',
      values: { pathway: 'Treatment visit', step: 'Prepare', place: 'Nurse room' },
      where: ['room_nurseroom'],
      about: 'treatment-visit/prepare',
    },
  ])
  // A point goes in and out again by the same door.
  const asPoint = sentPast([{ ...toTreatment, through: ['room_nurseroom'] }], workedExample())
  expect(travel(asPoint)).toBe('available')
  expect(about(asPoint)).toEqual([])
})

it('says it of the last way, and of a door that leads nowhere else, by its name', () => {
  const last = sentPast([{ pathway: 'treatment-visit', through: ['room_corridor', 'opening_doordn'] }])
  expect(travel(last)).toBe('unavailable')
  expect(about(last)).toMatchObject([
    { key: 'finding.viaDeadEndLast', values: { pathway: 'Treatment visit', place: 'DN' }, where: ['opening_doordn'] },
  ])
})

it('says nothing of what leads on, nor of rooms and doors where the way may start or end', () => {
  const fine = sentPast([{ ...toTreatment, through: ['room_waiting', 'opening_doordw', 'room_corridor', 'opening_doordt', 'room_treatment'] }])
  expect(travel(fine)).toBe('available')
  expect(about(fine)).toEqual([])
  // A clean set is collected in the nurse room, and is needed in the treatment room.
  expect(about(sentPast([{ pathway: 'clean-set', through: ['opening_doordn', 'room_treatment'] }]))).toEqual([])
  expect(about(sentPast([{ pathway: 'clean-set', through: ['room_waiting'] }]))).toHaveLength(1)
})

it('asks of a step that is for some only where those come from who leave it out', () => {
  const some = (onlyFor: readonly { trait: string; values: string[] }[]) =>
    withStep(unit, 'prepare', (step) => ({ ...step, waits: undefined, onlyFor: [...onlyFor] }))
  const toTreat = [{ pathway: 'treatment-visit', step: 'treat', through: ['room_waiting'] }]
  expect(about(sentPast(toTreat, some([])))).toHaveLength(1)
  expect(about(sentPast(toTreat, some([{ trait: 'x', values: ['y'] }])))).toEqual([])
})

it('says it of an entrance, which ways end at and nobody is sent past', () => {
  const gate = sentPast([{ pathway: 'treatment-visit', through: ['opening_gatemain'] }])
  expect(travel(gate)).toBe('unavailable')
  expect(about(gate)).toMatchObject([{ key: 'finding.viaDeadEndLast', values: { place: 'M' } }])
})

it('takes a room with a second door for one that leads on', () => {
  const cell = adding(unit, roomOf('cell00', 'Cell', 'corridor', [0, 3], [3, 8]), doorOf('cella0', 'Cell door', 'cell00', 'a', 0.5, 1))
  const past = (document: WardDocument) => about(sentPast([{ ...toTreatment, through: ['room_cell00'] }], document))
  expect(past(cell)).toHaveLength(1)
  expect(past(adding(cell, doorOf('cellb0', 'Cell other door', 'cell00', 'a', 1.7, 1)))).toEqual([])
})
