import { describe, expect, it } from 'vitest'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { documentOf, recordsIn } from '#shared/document/document-of'
import type { Pathway, Step } from '#shared/document/pathway'
import type { WardRecord } from '#shared/document/record'
import { validate } from '#shared/document/validate'
import type { Scenario, Settings } from '#shared/document/workshop'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import { withRecords, withStep } from '#test/support/worked-variations'

const example = workedExample()

function keysOf(document: WardDocument): readonly string[] {
  return validate(document).map(({ message }) => message.key)
}

function withPathway(key: string, edit: (pathway: Pathway) => Pathway): WardDocument {
  return withRecords(example, (record) => (record.kind === 'pathway' && record.key === key ? edit(record) : record))
}

function withScenario(edit: (scenario: Scenario) => Scenario): WardDocument {
  return withRecords(example, (record) => (record.kind === 'scenario' ? edit(record) : record))
}

/** The day shift with a break of so many seconds, to be taken within an hour from one of the day's seconds on. */
function withBreak(duration: number, from = 43_200): WardDocument {
  const breaks = [{ from, to: from + 3600, duration }]
  return withScenario((scenario) => ({ ...scenario, shifts: scenario.shifts.map((shift) => ({ ...shift, breaks })) }))
}

/** The treatment visit with so many set times, some of which nobody keeps, and so many visits a day. */
function withTimes(count: number, didNotAttend = 0, perDay = 20): WardDocument {
  const times = Array.from({ length: count }, (_, i) => 28_800 + 600 * i)
  return withScenario((scenario) => ({
    ...scenario,
    volumes: scenario.volumes.map((volume) => ({ ...volume, perDay, arrivals: { by: 'list', times, didNotAttend } })),
  }))
}

function withSettings(edit: (settings: Settings) => Settings): WardDocument {
  return withRecords(example, (record) => (record.kind === 'settings' ? edit(record) : record))
}

function withDesign(edit: Partial<Extract<WardRecord, { kind: 'design' }>>): WardDocument {
  return withRecords(example, (record) => (record.kind === 'design' ? { ...record, ...edit } : record))
}

function withStepOf(edit: Partial<Step>): WardDocument {
  return withStep(example, 'treat', (step) => ({ ...step, ...edit }))
}

function without(id: string): WardDocument {
  return withRecords(example, (record) => (record.id === id ? undefined : record))
}

it('finds nothing wrong with the worked example', () => {
  expect(validate(example)).toEqual([])
})

const trait = { key: 'sedation', name: 'Sedation', values: ['yes', 'no'] }
const shares = (yes: number, no: number) => (scenario: Scenario) => ({
  ...scenario,
  volumes: [{ pathway: 'treatment-visit', perDay: 20, traits: { sedation: { yes, no } } }],
})
const traited = withPathway('treatment-visit', (pathway) => ({ ...pathway, traits: [trait] }))

describe('validate finds', () => {
  it.each<[string, WardDocument, string]>([
    [
      'a key used twice',
      documentOf([...recordsIn(example), { ...(recordsIn(example).find(({ kind }) => kind === 'role') as WardRecord), id: 'role_another' }]),
      'finding.keyTwice',
    ],
    ['a role without a base', withRecords(example, (record) => (record.kind === 'role' ? { ...record, base: undefined } : record)), 'finding.noBase'],
    [
      'a body that cannot pass',
      withSettings((settings) => ({ ...settings, bodies: { ...settings.bodies, bed: { radius: 0.5, speed: 1, passes: 1, wants: 1 } } })),
      'finding.passesTooLittle',
    ],
    ['an unknown role', withStepOf({ lead: 'porter' }), 'finding.unknownRole'],
    ['an unknown room type', withStepOf({ place: { roomType: 'theatre' } }), 'finding.unknownRoomType'],
    [
      'a fixture of an unknown type',
      withRecords(example, (record) => (record.kind === 'fixture' ? { ...record, fixtureType: 'sofa' } : record)),
      'finding.unknownFixtureType',
    ],
    ['a place of a later step', withStepOf({ place: { step: 'book-out' } }), 'finding.placeOfLaterStep'],
    ['a place of the step itself', withStepOf({ place: { step: 'treat' } }), 'finding.placeOfLaterStep'],
    ['a merged key that is there too', withStepOf({ merges: ['prepare'] }), 'finding.stepTwice'],
    ['a parallel with nothing', withStepOf({ parallelWith: 'treat' }), 'finding.parallelWithNothing'],
    ['a duration out of order', withStepOf({ duration: { shape: 'uniform', least: 60, most: 30 } }), 'finding.durationOrder'],
    [
      'a volume of its own and hung',
      withScenario((scenario) => ({ ...scenario, volumes: [...scenario.volumes, { pathway: 'clean-set', perDay: 3, traits: {} }] })),
      'finding.hungAndVolume',
    ],
    ['a pathway nobody walks', withStepOf({ items: [] }), 'finding.noVolume'],
    [
      'a pathway hung on itself',
      withStepOf({ items: [{ pathway: 'treatment-visit', direction: 'left', carrier: 'nurse', usesPerTrip: 1, by: 'hand' }] }),
      'finding.hungOnItself',
    ],
    [
      'an unknown pathway',
      withStepOf({ items: [{ pathway: 'linen', direction: 'left', carrier: 'nurse', usesPerTrip: 1, by: 'hand' }] }),
      'finding.unknownPathway',
    ],
    [
      'a volume of nothing',
      withScenario((scenario) => ({ ...scenario, volumes: [{ pathway: 'other', perDay: 3, traits: {} }] })),
      'finding.unknownPathway',
    ],
    ['a trait without shares', traited, 'finding.noShares'],
    [
      'shares that are not a whole',
      withRecords(traited, (record) => (record.kind === 'scenario' ? shares(0.6, 0.3)(record) : record)),
      'finding.sharesSum',
    ],
    ['an unknown trait', withStepOf({ onlyFor: [{ trait: 'sedation', values: ['yes'] }] }), 'finding.unknownTrait'],
    [
      'an empty shift',
      withScenario((scenario) => ({ ...scenario, shifts: scenario.shifts.map((shift) => ({ ...shift, to: shift.from })) })),
      'finding.emptyShift',
    ],
    ['a break that is longer than its time', withBreak(3601), 'finding.breakTooLong'],
    ['a list of times that is no list of the visits', withTimes(18), 'finding.timesNotVisits'],
    ['a list of times of a day on which nobody comes', withTimes(1, 0, 0), 'finding.timesNotVisits'],
    ['a patient without a gate', withPathway('treatment-visit', (pathway) => ({ ...pathway, gateOut: undefined })), 'finding.patientWithoutGate'],
    ['a gate that is not drawn', without('opening_gategoods'), 'finding.noGate'],
    [
      'a gate drawn twice',
      withRecords(example, (record) => (record.kind === 'opening' && record.name === 'DW' ? { ...record, gate: 'main' } : record)),
      'finding.gateTwice',
    ],
    ['a parent that is gone', withDesign({ parent: 'design_gonegone' }), 'finding.noParent'],
    ['a via that is gone', withDesign({ via: [{ pathway: 'treatment-visit', step: 'treat', through: ['room_gonegone'] }] }), 'finding.viaNothing'],
    ['a share of nothing', withDesign({ placeShares: [{ roomType: 'treatment-room', shares: { fixture_gonegone: 1 } }] }), 'finding.shareOfNothing'],
    [
      'assigned shares that are not a whole',
      withDesign({ placeShares: [{ roomType: 'treatment-room', fixtureType: 'bed', shares: { fixture_bedone: 0.5 } }] }),
      'finding.placeSharesSum',
    ],
  ])('%s', (_, document, key) => {
    expect(keysOf(document)).toContain(key)
    expect(validate(document).every(({ where, message }) => where.length > 0 || message.key === 'finding.noCurrent')).toBe(true)
  })

  it('says of a break how long it takes and how long there is, and nothing where it fits', () => {
    expect(validate(withBreak(5400))).toEqual([
      {
        severity: 'error',
        where: ['scenario_oneday'],
        about: 'Day 0',
        message: { key: 'finding.breakTooLong', values: { shift: 'Day', number: 1, long: 5400, room: 3600 } },
      },
    ])
    expect(validate(withBreak(3600))).toEqual([])
  })

  it('says of a break that its shift has begun without it, or is over before it, and nothing of one that fills the shift’s first or last hour', () => {
    const [shift] = recordsOf(example.workshop, 'scenario')[0]!.shifts
    const beyond = { key: 'finding.breakOutsideShift', values: { shift: 'Day', number: 1 } }
    for (const from of [shift!.from - 1, shift!.to - 3599]) {
      expect(validate(withBreak(600, from))).toEqual([{ severity: 'warning', where: ['scenario_oneday'], about: 'Day 0', message: beyond }])
    }
    for (const from of [shift!.from, shift!.to - 3600]) expect(validate(withBreak(600, from))).toEqual([])
  })

  it('says of a list of times how many come by it, those left out who do not, and nothing where it agrees', () => {
    expect(validate(withTimes(24, 0.25))).toEqual([
      {
        severity: 'warning',
        where: ['scenario_oneday'],
        about: 'treatment-visit',
        message: { key: 'finding.timesNotVisits', values: { pathway: 'Treatment visit', listed: 18, perDay: 20 } },
      },
    ])
    for (const document of [withTimes(20), withTimes(25, 0.2), withTimes(20, 0, 20.4), withTimes(27, 0.25)]) expect(validate(document)).toEqual([])
  })

  it('says of set times which lie outside the opening hours, wherever the day ends, and moves none of them', () => {
    const open = (from: number, to: number, count = 20) =>
      withRecords(withTimes(count, 0, count), (record) => (record.kind === 'scenario' ? { ...record, opening: { from, to } } : record))
    const at = (...times: readonly number[]) => times.map((time) => ({ key: 'finding.setTime', values: { at: time } }))
    const found = (document: WardDocument) =>
      validate(document).map(({ severity, about, where, message: { key, values } }) => ({ severity, about, where, key, values }))
    // Twenty times from 8:00 to 11:10.
    expect(found(open(28_800, 40_200))).toEqual([])
    const outside = { severity: 'warning', about: 'treatment-visit', where: ['scenario_oneday'], key: 'finding.timesOutsideOpening' }
    const said = { pathway: 'Treatment visit', scenario: 'One day' }
    expect(found(open(30_000, 40_000))).toEqual([
      { ...outside, values: { ...said, count: 3, from: 30_000, to: 40_000, times: at(28_800, 29_400, 40_200) } },
    ])
    const more = { key: 'finding.setTimesMore', values: { count: 4 } }
    expect(found(open(33_000, 57_600))).toEqual([
      { ...outside, values: { ...said, count: 7, from: 33_000, to: 57_600, times: [...at(28_800, 29_400, 30_000), more] } },
    ])
    // From noon until nine of the next morning.
    expect(found(open(43_200, 118_800, 7))).toEqual([])
    expect(found(open(43_200, 118_800, 8))).toMatchObject([{ values: { times: at(33_000) } }])
    expect(keysOf(open(57_600, 28_800))).toEqual(['finding.neverOpen'])
  })

  it('says of rates by the hour which share of those who come do so outside the opening hours, wherever the day ends', () => {
    const hours = (...busy: readonly number[]) => Array.from({ length: 24 }, (_, hour) => (busy.includes(hour) ? 2 : 0))
    const open = (from: number, to: number, overDay?: number[]) =>
      withScenario((scenario) => ({
        ...scenario,
        opening: { from, to },
        volumes: scenario.volumes.map((volume) =>
          volume.pathway === 'treatment-visit' ? { ...volume, arrivals: { by: 'rate', ...(overDay === undefined ? {} : { overDay }) } } : volume,
        ),
      }))
    const shareOf = (document: WardDocument) => validate(document).map(({ message: { key, values } }) => [key, values.share])
    expect(shareOf(open(28_800, 57_600))).toEqual([])
    expect(shareOf(open(28_800, 57_600, hours(8, 9, 15)))).toEqual([])
    // One of four hours is at noon, and half of another: it opens at half past twelve, and closes at five.
    expect(shareOf(open(45_000, 61_200, hours(12, 13, 14, 17)))).toEqual([['finding.ratesOutsideOpening', 0.375]])
    // From ten at night until six, where two of three hours are after midnight.
    expect(shareOf(open(79_200, 108_000, hours(22, 0, 5)))).toEqual([])
    expect(shareOf(open(79_200, 108_000, hours(22, 0, 7)))).toEqual([['finding.ratesOutsideOpening', 1 / 3]])
  })

  it('a closed place of a type that the workshop does not have', () => {
    const closed = (roomType: string, fixtureType?: string) =>
      withScenario((scenario) => ({ ...scenario, closed: [{ roomType, ...(fixtureType === undefined ? {} : { fixtureType }), count: 1 }] }))
    expect(keysOf(closed('treatment-room', 'bed'))).toEqual([])
    expect(keysOf(closed('theatre'))).toEqual(['finding.unknownRoomType'])
    expect(keysOf(closed('treatment-room', 'laser'))).toEqual(['finding.unknownFixtureType'])
  })

  it('a room type that a pathway needs and the design does not have, and nothing else', () => {
    const document = withRecords(example, (record) =>
      record.kind === 'room' && record.roomType === 'treatment-room' ? { ...record, roomType: 'clean-utility' } : record,
    )
    expect(validate(document)).toEqual([
      {
        severity: 'error',
        where: [WORKED_DESIGN, 'pathway_treatmentvisit'],
        about: 'treatment-room',
        message: { key: 'finding.noRoomOfType', values: { design: 'Worked example', pathway: 'Treatment visit', type: 'Treatment room' } },
      },
    ])
  })

  it('that a room type which serves as another stands for it', () => {
    const document = withRecords(example, (record) => {
      if (record.kind === 'room' && record.roomType === 'treatment-room') return { ...record, roomType: 'clean-utility' }
      return record.kind === 'roomType' && record.key === 'clean-utility' ? { ...record, servesAs: ['treatment-room'] } : record
    })
    expect(validate(document)).toEqual([])
  })
})

describe('a variant', () => {
  const reference = recordsIn(example).find((record): record is Pathway => record.kind === 'pathway' && record.flow === 'patient')!
  const variantOf = (edit: (steps: readonly Step[]) => readonly Step[], reasons: Record<string, string> = {}) =>
    documentOf([...recordsIn(example), { ...reference, id: 'pathway_variant', design: WORKED_DESIGN, steps: [...edit(reference.steps)], reasons }])

  it('that is the same is fine', () => {
    expect(keysOf(variantOf((steps) => steps))).toEqual([])
  })

  it('may not lose a step that adds value', () => {
    expect(keysOf(variantOf((steps) => steps.filter(({ key }) => key !== 'treat'), { treat: 'No time' }))).toContain('finding.valueLost')
  })

  it('may lose another with a reason, or by a merge', () => {
    const lost = (steps: readonly Step[]) => steps.filter(({ key }) => key !== 'book-out')
    expect(keysOf(variantOf(lost))).toEqual(['finding.stepWithoutReason'])
    expect(keysOf(variantOf(lost, { 'book-out': 'Booked by letter' }))).toEqual([])
    expect(keysOf(variantOf((steps) => lost(steps).map((step) => (step.key === 'treat' ? { ...step, merges: ['book-out'] } : step))))).toEqual([])
  })

  it('says where minutes are assumed and where the reference went on without it', () => {
    expect(
      keysOf(variantOf((steps) => steps.map((step) => (step.key === 'treat' ? { ...step, duration: { shape: 'fixed', value: 60 } } : step)))),
    ).toEqual(['finding.minutesAssumed'])
    expect(keysOf(variantOf((steps) => [...steps, { ...steps[0]!, key: 'follow-up' }]))).toEqual(['finding.stepNotInReference'])
  })
})
