import { expect, it } from 'vitest'
import { shippedCatalogue } from '#electron/cli/catalogue'
import { behindFigure, behindMeetings } from '#shared/metrics/behind-figure'
import { openSimulator } from '#shared/metrics/simulate'
import type { SimulatedName } from '#shared/metrics/simulated-day'
import { endoscopyWorkshop } from '#test/support/endoscopy'
import { QUEUEING_DESIGN, queueingUnit, queueStep } from '#test/support/queueing-unit'
import { THREE_DESIGN, threePatients } from '#test/support/three-patients'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'

const EIGHT_S = 28_800
const three = openSimulator(threePatients(), THREE_DESIGN, 'own', { seed: 1, days: 1 })

function behind(metric: SimulatedName['metric'], subject?: string) {
  const { model, trace } = three
  return behindFigure(model!, trace(0).trace!, { metric, subject, unit: 'minute', better: 'less' }, 1)
}

it('lists the three patients of the day on paper, who stayed longest first', () => {
  const rows = behind('leadTime').map(({ from, value }) => [(from - EIGHT_S) / 60, value])
  expect(rows).toEqual([
    [4, 39.8],
    [2, 29.4],
    [0, 19],
  ])
})

it('tells when each wait for a step began', () => {
  const rows = behind('queueWait', 'step:visit/treat').map(({ from, value }) => [from - EIGHT_S, value * 60])
  expect(rows).toEqual([
    [306, 1224],
    [186, 600],
    // The first began at once, two minutes after coming.
    [120, 0],
  ])
  expect(behind('queueWait', 'step:visit/nothing')).toEqual([])
})

it('tells how far each of the people walked, and how much each place was in use', () => {
  expect(behind('simulatedStaffTravel', 'role:nurse')).toMatchObject([{ kind: 'person', name: 'Nurse', number: 1, value: 468 }])
  const beds = behind('occupancy', 'place:treatment/bed').map(({ kind, value }) => [kind, Math.round(value * 28_800)])
  // Room A for two patients and two turns, room B for one of each.
  expect(beds).toEqual([
    ['place', 1020 + 120 + 1044 + 120],
    ['place', 1044 + 120],
  ])
})

it('tells how long each kept a bed, with the turning round after them, and who handed nobody on', () => {
  const beds = behind('placeMinutes', 'place:treatment/bed').map(({ kind, place, value }) => [kind, place, Math.round(value * 60)])
  // Three stays in two rooms: room A is taken for 1,020 and 1,044 s, room B for 1,044, and each is turned round for two minutes after.
  expect(beds.map(([kind, , seconds]) => [kind, seconds])).toEqual([
    ['stay', 1164],
    ['stay', 1164],
    ['stay', 1140],
  ])
  expect(new Set(beds.map(([, place]) => place)).size).toBe(2)
  // One nurse sees to everybody.
  expect(behind('personHandoffs').map(({ kind, value }) => [kind, value])).toEqual([
    ['visit', 0],
    ['visit', 0],
    ['visit', 0],
  ])
})

it('lists who came in the order of their coming, with when they left', () => {
  const came = behind('visits').map(({ kind, value, from, until }) => [kind, value, (from - EIGHT_S) / 60, ((until ?? 0) - from) / 60])
  expect(came).toEqual([
    ['came', 1, 0, 19],
    ['came', 1, 2, 29.4],
    ['came', 1, 4, 39.8],
  ])
  expect(behind('turnedAway')).toEqual([])
})

it('lists who was turned away, when, and from which step', () => {
  // One bed for ten minutes, which the first takes at 0: the second comes at 300 s and finds nobody to wait for, the third at 600.
  const treat = queueStep('treat', 'bed', { shape: 'fixed', value: 600 }, { whenFull: 'leave' })
  const document = queueingUnit({
    places: { bed: 1 },
    pathways: [{ key: 'visit', steps: [treat] }],
    volumes: [{ pathway: 'visit', perDay: 3, arrivals: { by: 'list', times: [0, 300, 600] } }],
  })
  const { model, trace } = openSimulator(document, QUEUEING_DESIGN, 'own', { seed: 1, days: 1 })
  const of = (metric: SimulatedName['metric']) =>
    behindFigure(model!, trace(0).trace!, { metric, subject: undefined, unit: 'count', better: 'less' }, 1)
  expect(of('turnedAway')).toMatchObject([{ kind: 'turnedAway', from: 300, value: 1, place: 'treat' }])
  expect(of('visits').map(({ from }) => from)).toEqual([0, 600])
})

const worked = openSimulator(workedExample(), WORKED_DESIGN, 'own', { seed: 3, days: 2 })

it.each(['leadTime', 'waiting', 'blocked', 'simulatedPatientTravel', 'personHandoffs'] as const)(
  'has rows whose mean is the figure: %s',
  (metric) => {
    const { names, rows } = worked.run(0, 1)
    const at = names.findIndex((name) => name.metric === metric && name.subject === undefined)
    const found = behindFigure(worked.model!, worked.trace(0).trace!, names[at]!, 2)
    expect(found.length).toBe(40)
    expect(found.reduce((sum, { value }) => sum + value, 0) / found.length).toBeCloseTo(rows[0]![at]!, 9)
  },
)

it('keeps to the visits with a trait value where the figure is theirs', () => {
  const document = endoscopyWorkshop(shippedCatalogue())
  const sample = openSimulator(document, 'design_000002', 'own', { seed: 2, days: 1 })
  const { names, rows } = sample.run(0, 1)
  const trace = sample.trace(0).trace!
  let compared = 0
  names.forEach((name, at) => {
    if (!['leadTime', 'placeMinutes', 'personHandoffs'].includes(name.metric) || Number.isNaN(rows[0]![at]!)) return
    const found = behindFigure(sample.model!, trace, name, 1)
    expect(found.reduce((sum, { value }) => sum + value, 0) / found.length, name.subject).toBeCloseTo(rows[0]![at]!, 9)
    compared++
  })
  expect(compared).toBeGreaterThan(20)
})

it('names what met as it was then: what is clean, and what is used', () => {
  const document = endoscopyWorkshop(shippedCatalogue())
  const { model, trace, meetings } = openSimulator(document, 'design_000002', 'own', { seed: 2, days: 1 })
  const day = trace(0).trace!
  const name = { metric: 'meetings', subject: undefined, unit: 'count', better: 'less' } as const
  const rows = behindMeetings(model!, day, meetings(day), name)
  expect(rows.length).toBe(meetings(day).length)
  const flowOf = (called: string) => model!.flows.find(({ pathway }) => pathway.name === called)?.pathway.flow
  expect(new Set(rows.map((row) => flowOf(row.name)))).toEqual(new Set(['clean']))
  for (const { met } of rows) expect(['used', 'waste']).toContain(flowOf(met!.name))
})
