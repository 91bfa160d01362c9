import { describe, expect, it } from 'vitest'
import { demandOf } from '#shared/demand/demand'
import type { WardDocument } from '#shared/document/document'
import { scenarioOf } from '#shared/journeys/pathways-in-force'
import { modelOfDesign } from '#shared/simulation/lay-design'
import { runModel } from '#shared/simulation/run-model'
import { QUEUEING_DESIGN, type Queueing, type QueueStep, queueingUnit, queueStep } from '#test/support/queueing-unit'
import { SPOT } from '#test/support/spot'
import { toldTrace } from '#test/support/told-trace'
import { adding } from '#test/support/worked-additions'

/** Everybody and everything is at one spot, so what takes time is steps and waiting for them. Seconds. */
function runOf(document: WardDocument) {
  const compiled = modelOfDesign(document, QUEUEING_DESIGN, 'own')
  if (compiled.status !== 'ok') throw new Error(compiled.reason.key)
  const run = runModel(compiled.model, demandOf(scenarioOf(document.workshop)!, 1, 0, 1))
  return { ...run, told: toldTrace(compiled.model, run.trace, 0) }
}

function came(pathway: string, ...times: readonly number[]): Queueing['volumes'][number] {
  return { pathway, perDay: times.length, arrivals: { by: 'list', times: [...times] } }
}

function step(key: string, fixtureType: string | undefined, seconds: number, more: Partial<QueueStep> = {}): QueueStep {
  return queueStep(key, fixtureType, { shape: 'fixed', value: seconds }, more)
}

function visits(steps: readonly QueueStep[], ...times: readonly number[]): Pick<Queueing, 'pathways' | 'volumes'> {
  return { pathways: [{ key: 'visit0', steps }], volumes: [came('visit0', ...times)] }
}

/** Of what is told, what is done in these ways, without where. */
function only(told: readonly string[], ...doings: readonly string[]): readonly string[] {
  return told.filter((line) => doings.includes(line.split(' ')[1]!)).map((line) => line.replace(/(?<=^\S+ \S+) .* /, ' '))
}

describe('A day that cannot go on says who waits for what:', () => {
  const reasonOf = (unit: Queueing) => {
    const run = runOf(queueingUnit(unit))
    return run.status === 'stopped' ? run.reason : undefined
  }

  it('for somebody who is never on duty', () => {
    const reason = reasonOf({ places: { bed: 1 }, people: { nurse: 0 }, ...visits([step('treat', 'bed', 600, { lead: 'nurse' })], 0) })
    expect(reason).toMatchObject({ key: 'simulation.nobodyEver', values: { pathway: 'visit0', step: 'treat', role: 'nurse', people: 1, there: 0 } })
  })

  it('for more people than there are', () => {
    const lifted = step('lift', 'bed', 600, { lead: 'nurse', assisting: [{ role: 'porter', people: 2 }] })
    const reason = reasonOf({ places: { bed: 1 }, people: { nurse: 1, porter: 1 }, ...visits([lifted], 0) })
    expect(reason).toMatchObject({ key: 'simulation.tooFewEver', values: { step: 'lift', role: 'porter', people: 2, there: 1 } })
  })

  it('in a ring, each in the place that the other waits for', () => {
    const reason = reasonOf({
      places: { bed: 1, chair: 1 },
      pathways: [
        { key: 'visit0', steps: [step('lie', 'bed', 600), step('rise', 'chair', 600)] },
        { key: 'visit1', steps: [step('sit', 'chair', 600), step('rest', 'bed', 600)] },
      ],
      volumes: [came('visit0', 0), came('visit1', 60)],
    })
    expect(reason).toMatchObject({ key: 'simulation.ring', values: { count: 2 } })
    const waits = reason?.values?.waits as readonly string[]
    expect(waits.map((text) => text.replace(/.*→ /, '')).sort()).toEqual(['rest', 'rise'])
  })

  it('for a place that they hold themselves', () => {
    const steps = [step('stay', 'bed', 600), step('scan', 'bed', 60), { ...step('rest', 'bed', 600), place: { step: 'stay' } }]
    const reason = reasonOf({ places: { bed: 1 }, ...visits(steps, 0) })
    expect(reason).toMatchObject({ key: 'simulation.placeTaken', values: { pathway: 'visit0', step: 'scan', holders: ['visit0'] } })
  })
})

describe('Breaks', () => {
  const people = { nurse: 1 }
  const breaks = [{ from: 3600, to: 5400, duration: 1800 }]
  const shifts = [{ name: 'Day', from: 0, to: 28_800, people, breaks }]
  const unit = (...times: readonly number[]) => ({
    places: { bed: 1 },
    people,
    shifts,
    ...visits([step('treat', 'bed', 600, { lead: 'nurse' })], ...times),
  })

  it('keep patients waiting until they are over', () => {
    const { told, status } = runOf(queueingUnit(unit(3700)))
    expect(status).toBe('ok')
    expect(only(told, 'break', 'wait', 'step')).toEqual(['nurse break 3600-5400', 'P1 wait 3700-5400', 'P1 step 5400-6000'])
  })

  it('begin when the patient before has been seen to', () => {
    const { told } = runOf(queueingUnit(unit(3300, 3400)))
    // At 3900 P2 waits already, but the break has been due for five minutes.
    expect(only(told, 'break', 'step')).toEqual(['P1 step 3300-3900', 'nurse break 3900-5700', 'P2 step 5700-6300'])
  })
})

it('at a change of shifts who is busy stays to the end, and others see to who comes', () => {
  const people = { nurse: 1 }
  const { told } = runOf(
    queueingUnit({
      places: { bed: 2 },
      people,
      shifts: [
        { name: 'Early', from: 0, to: 3600, people },
        { name: 'Late', from: 3600, to: 7200, people },
      ],
      ...visits([step('treat', 'bed', 600, { lead: 'nurse' })], 3300, 3700),
    }),
  )
  expect(only(told, 'duty', 'overtime', 'wait', 'step')).toEqual([
    'nurse duty 0-3600',
    'P1 step 3300-3900',
    'nurse overtime 3600-3900',
    'nurse duty 3600-7200',
    'P2 step 3700-4300',
  ])
})

it('where nobody relieves them, people stay until nobody inside needs them', () => {
  const people = { nurse: 1 }
  const shifts = [{ name: 'Day', from: 0, to: 3600, people }]
  const { told } = runOf(
    queueingUnit({ places: { bed: 1 }, people, shifts, ...visits([step('treat', 'bed', 600, { lead: 'nurse' })], 3300, 3400, 3500) }),
  )
  expect(only(told, 'duty', 'overtime', 'step')).toEqual([
    'nurse duty 0-3600',
    'P1 step 3300-3900',
    'nurse overtime 3600-5100',
    'P2 step 3900-4500',
    'P3 step 4500-5100',
  ])
})

describe('Whoever finds no place', () => {
  it('leaves where there is nowhere to wait', () => {
    const { told } = runOf(queueingUnit({ places: { bed: 1 }, ...visits([step('treat', 'bed', 600, { whenFull: 'leave' })], 0, 300, 600) }))
    expect(only(told, 'step', 'turnedAway', 'wait')).toEqual(['P1 step 0-600', 'P2 turnedAway 300-300', 'P3 step 600-1200'])
  })

  it('takes the one seat, and the next leaves', () => {
    const waits = { at: { roomType: 'hall', fixtureType: 'seat' }, when: 'ifBusy' as const }
    const treat = step('treat', 'bed', 600, { whenFull: 'leave', waits })
    const { told } = runOf(queueingUnit({ places: { bed: 1, seat: 1 }, ...visits([treat], 0, 100, 200, 650) }))
    expect(only(told, 'step', 'turnedAway', 'wait')).toEqual([
      'P1 step 0-600',
      'P2 wait 100-600',
      'P3 turnedAway 200-200',
      'P2 step 600-1200',
      'P4 wait 650-1200',
      'P4 step 1200-1800',
    ])
  })

  it('queues where nothing else is said', () => {
    const { told } = runOf(queueingUnit({ places: { bed: 1 }, ...visits([step('treat', 'bed', 600)], 0, 300) }))
    expect(only(told, 'step', 'wait')).toEqual(['P1 step 0-600', 'P2 wait 300-600', 'P2 step 600-1200'])
  })
})

describe('A scope that goes round', () => {
  const treat = step('treat', 'bed', 600, {
    lead: 'nurse',
    items: [
      { pathway: 'clean0', direction: 'needed', carrier: 'nurse' },
      { pathway: 'used00', direction: 'left', carrier: 'nurse' },
    ],
  })
  const unit = (scopes: number): Queueing => ({
    places: { bed: 2, washer: 1, rack: 1 },
    people: { nurse: 2 },
    pathways: [
      { key: 'visit0', steps: [treat] },
      { key: 'used00', flow: 'used', becomes: 'clean0', steps: [step('wash', 'washer', 1800)] },
      { key: 'clean0', flow: 'clean', steps: [step('store', 'rack', 0)] },
    ],
    volumes: [came('visit0', 0, 60)],
    stock: { clean0: scopes },
  })
  const treated = (told: readonly string[]) =>
    only(
      told.filter((line) => line.includes(' treat ')),
      'step',
    ).map((line) => line.split(' ').at(-1))

  it('is waited for where there is one: until it is washed', () => {
    const { told, status } = runOf(queueingUnit(unit(1)))
    expect(status).toBe('ok')
    expect(treated(told)).toEqual(['0-600', '2400-3000'])
  })

  it('is there for the second patient where there are two', () => {
    expect(treated(runOf(queueingUnit(unit(2))).told)).toEqual(['0-600', '60-660'])
  })

  it('never comes where there is none, and the day says so', () => {
    const run = runOf(queueingUnit(unit(0)))
    expect(run.status === 'stopped' && run.reason).toMatchObject({ key: 'simulation.item', values: { pathway: 'visit0' } })
  })
})

it('a lift takes one party at a time', () => {
  const steps = [step('arrive', undefined, 0), { ...step('treat', 'bed', 600), place: { roomType: 'ward', fixtureType: 'bed' } }]
  const on = { design: QUEUEING_DESIGN }
  const corner = (key: string, x: number, y: number) => ({ key, x, y })
  const square = [...SPOT]
  const fixture = (name: string, fixtureType: string, storey: string) => ({
    id: `fixture_${name}`,
    kind: 'fixture' as const,
    ...on,
    storey,
    fixtureType,
    entry: fixtureType,
    name: fixtureType,
    x: 3,
    y: 3,
    footprint: square,
    blocks: false,
    usePoints: [{ x: 0, y: 0 }],
  })
  const document = adding(
    queueingUnit({ places: {}, ...visits(steps, 0, 0) }),
    { id: 'roomtype_ward00', kind: 'roomType', key: 'ward', name: 'Ward', use: 'care', zone: 'patient', through: true },
    { id: 'storey_upper0', kind: 'storey', ...on, name: 'Upper', elevation: 3.6 },
    {
      id: 'room_ward00',
      kind: 'room',
      ...on,
      storey: 'storey_upper0',
      roomType: 'ward',
      name: 'Ward',
      corners: [corner('a', 0, 0), corner('b', 6, 0), corner('c', 6, 6), corner('d', 0, 6)],
    },
    fixture('bedone', 'bed', 'storey_upper0'),
    fixture('bedtwo', 'bed', 'storey_upper0'),
    fixture('liftlow', 'lift', 'storey_ground'),
    fixture('liftupp', 'lift', 'storey_upper0'),
    {
      id: 'connector_lift00',
      kind: 'connector',
      ...on,
      connector: 'lift',
      name: 'L1',
      landings: ['fixture_liftlow', 'fixture_liftupp'],
      wait: 30,
      travel: 15,
    },
  )
  const { told } = runOf(document)
  // 30 s until it comes and 15 s up: 45 s for the first, and the second sets off when it is there.
  expect(only(told, 'lift', 'liftWait', 'step').filter((line) => !line.endsWith('0-0'))).toEqual([
    'P1 lift 0-45',
    'P2 liftWait 0-45',
    'P2 lift 45-90',
    'P1 step 45-645',
    'P2 step 90-690',
  ])
})
