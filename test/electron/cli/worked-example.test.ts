import { beforeAll, describe, expect, it } from 'vitest'
import { applyChange } from '#shared/document/change'
import type { WardDocument } from '#shared/document/document'
import { recordsIn } from '#shared/document/document-of'
import { encodeWard } from '#shared/exchange/ward-file'
import { wardwright } from '#test/support/cli'
import { temporaryFiles } from '#test/support/temporary-files'
import { workedExample } from '#test/support/worked-example'
import {
  bedNearest,
  mirrored,
  narrowDoor,
  noFixtures,
  prepareEscorted,
  reordered,
  shifted,
  turned,
  withRecords,
} from '#test/support/worked-variations'

const { file } = temporaryFiles()

type Values = Readonly<Record<string, number | string>>

/** What `measure --json` says of a document: each number by its metric and subject, or the reason why there is none. */
async function measured(document: WardDocument): Promise<Values> {
  const { out, code, err } = await wardwright('measure', file('unit.ward', encodeWard(document)), '--json')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const [design] = JSON.parse(out).designs as {
    values: { metric: string; subject: string | null; value?: number; text?: string; reason?: { text: string } }[]
  }[]
  return Object.fromEntries(
    design!.values.map(({ metric, subject, value, text, reason }) => [
      [metric, subject].filter(Boolean).join(' '),
      text ?? value ?? reason?.text ?? '',
    ]),
  )
}

/** The table of the worked example: exact to 1e-6, or to the digits it gives. */
const TABLE: Readonly<Record<string, readonly [value: number, digits: number]>> = {
  'load place:treatment-room/bed': [0.729167, 6],
  'load place:waiting/reception-desk': [0.416667, 6],
  'load role:receptionist': [0.416667, 6],
  'load role:nurse': [0.641587, 6],
  patientTravel: [37.05, 6],
  'staffTravelPerPatient role:nurse': [62.1, 6],
  'staffTravelPerPatient role:receptionist': [0, 6],
  'staffTravelPerPersonShift role:nurse': [621, 6],
  'staffTravelPerPersonShift role:receptionist': [0, 6],
  steps: [4, 6],
  handoffs: [2, 6],
  warmHandoffs: [0, 6],
  itemHandoffs: [0, 6],
  queuePoints: [3, 6],
  moves: [2, 6],
  valueAddingShare: [0.5, 6],
  sharedMetresPerTrip: [7.8, 6],
  sharedMetresPerDay: [156, 6],
  sharedShare: [0.574586, 6],
  opposingMetres: [7.8, 6],
  conflictPlaces: [1, 6],
  sharedDoors: [1, 6],
  dignityMetres: [6.25, 6],
  dignityMinutes: [5, 6],
  bedHeadsSeenByPublic: [0, 6],
  observation: [0.5, 6],
  netArea: [190, 6],
  grossArea: [190, 6],
  circulationShare: [0.315789, 6],
  uncoveredFloor: [0, 6],
  briefMissing: [1, 6],
  briefExtra: [0, 6],
  briefBelow: [1, 6],
  briefShortfall: [5, 6],
  flowDistance: [1302, 6],
  walkingHoursPerYear: [66.346, 3],
  walkingCostPerYear: [1326.92, 2],
  walkingCostPerVisit: [0.2654, 4],
  floorCost: [760_000, 6],
  viaDetour: [0, 6],
  assumedPlaces: [0, 6],
}

function expectTable(values: Values) {
  for (const [name, [value, digits]] of Object.entries(TABLE)) expect(values[name], name).toBeCloseTo(value, digits)
  expect(values.valueAddedRatio).toMatch(/simulation/)
}

describe('the worked example through the command line', () => {
  const example = workedExample()
  let plain: Values = {}
  beforeAll(async () => {
    plain = await measured(example)
  })

  it('has every value worked out by hand', () => {
    expectTable(plain)
    expect(plain.separationGrade).toBe('shared, time not known')
  })

  it.each<[string, WardDocument]>([
    ['mirrored', mirrored(example)],
    ['shifted', shifted(example, 123.456, -78.901)],
    ['turned by a quarter', turned(example, 1)],
    ['turned by half', turned(example, 2)],
    ['turned by three quarters', turned(mirrored(example), 3)],
    ['with its records in another order', reordered(example)],
    ['without its outline', withRecords(example, (record) => (record.kind === 'storey' ? { ...record, outline: undefined } : record))],
  ])('has them %s', async (_, document) => {
    expectTable(await measured(document))
  })

  it('takes the nearest bed: every visit to bed 1, which cannot carry them', async () => {
    const document = bedNearest(example)
    const values = await measured(document)
    expect(values.patientTravel).toBeCloseTo(34.6, 6)
    expect(values['staffTravelPerPatient role:nurse']).toBeCloseTo(58.2, 6)
    expect(values['load place:treatment-room/bed']).toBeCloseTo(700 / 480, 6)
    const { out } = await wardwright('measure', file('nearest.ward', encodeWard(document)))
    expect(out).toMatch(/Not ranked/)
  })

  it('escorted to step 2, the nurse fetches the patient', async () => {
    expect((await measured(prepareEscorted(example)))['staffTravelPerPatient role:nurse']).toBeCloseTo(78.25, 6)
  })

  it('without furniture goes by room points, and says so', async () => {
    const values = await measured(noFixtures(example))
    expect(values.patientTravel).toBeCloseTo(36.204777, 6)
    expect(values['staffTravelPerPatient role:nurse']).toBeCloseTo(64.985691, 6)
    expect(values.assumedPlaces).toBe(1)
  })

  it('through a door that is too narrow has no walking, and all the rest', async () => {
    const values = await measured(narrowDoor(example))
    const unavailable = Object.keys(values).filter((name) => typeof values[name] === 'string')
    expect(values.patientTravel).toBe('No route from Waiting to Treatment: door DT is 0.5 m, a person needs 0.6 m.')
    expect(values['staffTravelPerPatient role:nurse']).toMatch(/from Nurse room to Treatment: door DT is 0.5 m/)
    for (const name of ['load role:nurse', 'sharedMetresPerTrip', 'dignityMetres', 'flowDistance', 'walkingHoursPerYear'])
      expect(unavailable, name).toContain(name)
    for (const [name, [value, digits]] of Object.entries(TABLE)) {
      if (/Area|brief|observation|steps|andoffs|queuePoints|moves|valueAdding|load place/.test(name))
        expect(values[name], name).toBeCloseTo(value, digits)
    }
  })

  it('with 12 m of sight sees no bed head from the desk', async () => {
    const document = withRecords(example, (record) =>
      record.kind === 'settings' ? { ...record, thresholds: { ...record.thresholds, observationSight: 12 } } : record,
    )
    expect((await measured(document)).observation).toBe(0)
  })

  it('with a room type that no room has keeps what does not need it', async () => {
    const document = withRecords(example, (record) =>
      record.kind === 'room' && record.id === 'room_treatment' ? { ...record, roomType: 'clean-utility' } : record,
    )
    const values = await measured(document)
    expect(values.patientTravel).toMatch(/Treatment room/)
    expect(values.grossArea).toBeCloseTo(190, 6)
    expect(values.steps).toBe(4)
  })

  it('compares with a copy of itself as about the same everywhere', async () => {
    const rename = (id: string) => id.replace('worked', 'copied')
    const copies = recordsIn(example).flatMap((record) => {
      if (record.kind === 'design') return [{ ...record, id: rename(record.id), name: 'Copy', isCurrentState: false }]
      return 'design' in record && record.design !== undefined
        ? [
            JSON.parse(
              rename(JSON.stringify(record))
                .replaceAll('design_worked', 'design_copied')
                .replaceAll(/"((?:room|storey|fixture|opening)_)/g, '"$1x'),
            ),
          ]
        : []
    })
    const both = applyChange(example, { added: copies, updated: [], removed: [] })
    const path = file('both.ward', encodeWard(both))
    const { out, code } = await wardwright('compare', path, '--json')
    expect(code).toBe(0)
    const { today, designs } = JSON.parse(out) as {
      today: string
      designs: { name: string; measures: { verdict: string | null; change: number | null; status: string }[] }[]
    }
    expect(today).toBe('design_worked')
    const copy = designs.find(({ name }) => name === 'Copy')!
    expect(copy.measures.filter(({ status }) => status === 'available').every(({ verdict, change }) => verdict === 'same' && change === 0)).toBe(true)
    expect((await wardwright('compare', path, '--json')).out).toBe(out)
  })
})
