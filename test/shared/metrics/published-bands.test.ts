import { describe, expect, it } from 'vitest'
import { heldAgainstPublished, withoutBand } from '#shared/metrics/published-bands'
import type { SimulatedRuns } from '#shared/metrics/simulate'
import type { SimulatedName } from '#shared/metrics/simulated-day'
import { say } from '#shared/report/say'
import { shippedCatalogue } from '#test/support/catalogue'
import { endoscopyWorkshop } from '#test/support/endoscopy'
import { workedExample } from '#test/support/worked-example'
import { withRecords } from '#test/support/worked-variations'
import words from '../../../resources/locales/en.json'

const sample = endoscopyWorkshop(shippedCatalogue())

/** Two days of made-up figures. */
function runs(figures: Readonly<Record<string, readonly [number, number]>>): SimulatedRuns {
  const names = Object.keys(figures).map((key): SimulatedName => {
    const [metric, subject] = key.split(' ')
    return { metric: metric as SimulatedName['metric'], subject, unit: 'minute', better: 'less' }
  })
  const rows = [0, 1].map((day) => Float64Array.from(Object.values(figures), (values) => values[day]!))
  return { design: 'design_000001', reading: 'own', names, rows, stopped: undefined, events: 0 }
}

const verdicts = (given: Parameters<typeof runs>[0]) =>
  heldAgainstPublished(runs({ waiting: [30, 30], blocked: [5, 5], ...given }), sample).map(({ key, name, verdict }) => [key, name.subject, verdict])

it('a stay is held against what Örebro found: 77 to 101 and 100 to 123 minutes', () => {
  expect(
    verdicts({
      'leadTime trait:procedure/gastroscopy': [100, 102],
      'leadTime trait:procedure/colonoscopy': [120, 130],
      'leadTime trait:sedated/yes': [1, 1],
      'leadTime pathway:endoscopy-visit': [1, 1],
    }),
  ).toEqual([
    ['stay', 'trait:procedure/gastroscopy', 'inside'],
    ['stay', 'trait:procedure/colonoscopy', 'above'],
  ])
})

it('a procedure room against the Kingston means, 15 % either way', () => {
  // 31.5: 26.775 to 36.225.
  expect(verdicts({ 'placeMinutes place:procedure-room/couch:procedure/gastroscopy': [36.2, 36.2] })[0]?.[2]).toBe('inside')
  expect(verdicts({ 'placeMinutes place:procedure-room/couch:procedure/gastroscopy': [36.3, 36.3] })[0]?.[2]).toBe('above')
  expect(verdicts({ 'placeMinutes place:procedure-room/couch:procedure/both': [50, 60] })[0]?.[2]).toBe('below')
  expect(verdicts({ 'placeMinutes place:recovery/trolley:procedure/both': [50, 60] })).toEqual([])
})

it('what nurses walk against 2.4 to 3.4 miles in ten hours, for the length of their shift', () => {
  // Their shift in the sample is ten hours long.
  expect(verdicts({ 'staffTravelPerPerson role:room-nurse': [3863, 3863] })[0]?.[2]).toBe('inside')
  expect(verdicts({ 'staffTravelPerPerson role:room-nurse': [3862, 3862] })[0]?.[2]).toBe('below')
  expect(verdicts({ 'staffTravelPerPerson role:room-nurse': [5472, 5472] })[0]?.[2]).toBe('above')
  expect(verdicts({ 'staffTravelPerPerson role:porter': [100, 100] })).toEqual([])
})

describe('in a unit that calls everything by other names', () => {
  /** Trait, values and room types renamed, and a role called otherwise than by its key. */
  const renamed = withRecords(sample, (record) => {
    if (record.kind === 'role' && record.key === 'porter') return { ...record, name: 'Ward sister' }
    if (record.kind === 'role' && record.key === 'room-nurse') return { ...record, name: 'Nursing assistant' }
    if (record.kind === 'role' && record.key === 'recovery-nurse') return { ...record, name: 'Technician' }
    if (record.kind !== 'pathway' || record.key !== 'endoscopy-visit') return record
    const calledThere = (value: string) => ({ gastroscopy: 'ogd', colonoscopy: 'lower', both: 'two' })[value] ?? value
    return {
      ...record,
      traits: record.traits.map((trait) =>
        trait.key === 'procedure' ? { ...trait, key: 'booked-for', values: trait.values.map(calledThere) } : trait,
      ),
      steps: record.steps.map((step) => ({
        ...step,
        place: step.key === 'sign-in' ? { roomType: 'theatre' } : step.place,
        onlyFor: step.onlyFor.map((only) => (only.trait === 'procedure' ? { trait: 'booked-for', values: only.values.map(calledThere) } : only)),
      })),
    }
  })
  const held = (figures: Readonly<Record<string, readonly [number, number]>>) =>
    heldAgainstPublished(runs({ waiting: [30, 30], blocked: [5, 5], ...figures }), renamed).map(({ name, low }) => [name.subject, Math.round(low)])

  it('knows a procedure by the name of its value, or of the step that is for it alone', () => {
    expect(held({ 'leadTime trait:booked-for/ogd': [90, 90], 'leadTime trait:booked-for/lower': [90, 90] })).toEqual([
      ['trait:booked-for/ogd', 77],
      ['trait:booked-for/lower', 100],
    ])
  })

  it('knows its room by what is done there', () => {
    // 66.9 and 52.9 min less 15 %; recovery takes the longest, and is no less for every procedure.
    expect(
      held({
        'placeMinutes place:theatre:booked-for/two': [60, 60],
        'placeMinutes place:theatre:booked-for/lower': [60, 60],
        'placeMinutes place:procedure-room/couch:booked-for/two': [60, 60],
        'placeMinutes place:recovery/trolley:booked-for/two': [60, 60],
      }),
    ).toEqual([
      ['place:theatre:booked-for/two', 57],
      ['place:theatre:booked-for/lower', 45],
    ])
  })

  it('knows nurses by what their role is called, whatever its key was made from', () => {
    const walked = ['porter', 'room-nurse', 'recovery-nurse', 'admission-nurse'].map(
      (key) => [`staffTravelPerPerson role:${key}`, [4000, 4000]] as const,
    )
    expect(held(Object.fromEntries(walked)).map(([subject]) => subject)).toEqual(['role:porter', 'role:admission-nurse'])
  })
})

it('takes "both" for a gastroscopy and a colonoscopy only beside these two', () => {
  const eyes = withRecords(sample, (record) => {
    if (record.kind !== 'pathway') return record
    const isLeft = (value: string) => value !== 'gastroscopy'
    return {
      ...record,
      traits: record.traits.map((trait) => ({ ...trait, values: trait.values.filter(isLeft) })),
      steps: record.steps.filter(({ key }) => isLeft(key)),
    }
  })
  const figures = { 'placeMinutes place:procedure-room/couch:procedure/both': [60, 60], blocked: [5, 5] } as const
  expect(heldAgainstPublished(runs(figures), sample)).toHaveLength(1)
  expect(heldAgainstPublished(runs(figures), eyes)).toEqual([])
})

it('says which kinds of figure nothing is published about', () => {
  const stay = heldAgainstPublished(runs({ waiting: [30, 30], 'leadTime trait:procedure/gastroscopy': [150, 150] }), sample)
  expect(withoutBand([[], stay]).map(({ key }) => key)).toEqual(['band.roomMinutes.none', 'band.walking.none'])
  expect(withoutBand([[]])).toHaveLength(3)
})

it('says why in sentences, and nothing where nothing is published', () => {
  const figures = { waiting: [30, 30], blocked: [5, 5], 'leadTime trait:procedure/gastroscopy': [150, 150] } as const
  const [check] = heldAgainstPublished(runs(figures), sample)
  expect(say(check!.why, words)).toContain('30 min of a visit is waiting, and the steps and ways of this pathway take 2 h by themselves')
  expect(say(check!.source, words)).toBe('Örebro, 376 patients')
  expect(heldAgainstPublished(runs({ waiting: [1, 1], leadTime: [60, 60] }), workedExample())).toEqual([])
})
