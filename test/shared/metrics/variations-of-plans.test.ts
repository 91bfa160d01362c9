import { describe, expect, it } from 'vitest'
import { documentOf, recordsIn } from '#shared/document/document-of'
import type { WardRecord } from '#shared/document/record'
import { along, expectMeasures, measured } from '#test/support/measured'
import { recordsOfInput } from '#test/support/records'
import { doorOf, roomOf, spot, withSettings } from '#test/support/worked-additions'
import { workedExample } from '#test/support/worked-example'
import { withRecords, withStep } from '#test/support/worked-variations'

type Pair = readonly [x: number, y: number]

const example = workedExample()

/** Walls as people draw them: no thickness given, 0.12 m between rooms and 0.30 m outside. */
const thick = withRecords(example, (record) =>
  record.kind === 'room' ? { ...record, corners: record.corners.map(({ thickness: _, ...corner }) => corner) } : record,
)

function withRadius(radius: number) {
  return withSettings(thick, (settings) => ({
    ...settings,
    bodies: { ...settings.bodies, person: { ...settings.bodies.person, radius, passes: 2 * radius + 0.05 } },
  }))
}

/** Metres from `from` to `to` for a disc that turns clockwise round two corners: tangents, arcs, and the piece between. */
function clockwiseRound(from: Pair, first: Pair, last: Pair, to: Pair, radius: number): number {
  const toFirst = along(from, first)
  const fromLast = along(last, to)
  const start = Math.atan2(first[1] - from[1], first[0] - from[0]) + Math.asin(radius / toFirst)
  const end = Math.atan2(to[1] - last[1], to[0] - last[0]) - Math.asin(radius / fromLast)
  return Math.sqrt(toFirst ** 2 - radius ** 2) + radius * (start - end) + along(first, last) + Math.sqrt(fromLast ** 2 - radius ** 2)
}

describe('walls with a thickness', () => {
  const lengthOf = (radius: number) =>
    measured(withRadius(radius)).trips.find(({ from, to }) => from.element === 'opening_gatemain' && to.element === 'fixture_deskreception')?.length

  it('are walked round at their faces', () => {
    // M to the desk round the jamb x = 2 of a wall 0.12 m thick.
    expect(lengthOf(0)).toBeCloseTo(along([0, 1.5], [2, 0.06], [2, -0.06], [0.75, -3]), 6)
  })

  it.each([0.25, 0.4])('keep a body of %f m off', (radius) => {
    expect(lengthOf(radius)).toBeCloseTo(clockwiseRound([0, 1.5], [2, 0.06], [2, -0.06], [0.75, -3], radius), 6)
  })

  it('take their half from the net area', () => {
    const across = 5 - 0.15 - 0.06 // W, N and T: an outer wall and one to the corridor
    const rooms = 7.7 * across + 7.7 * across + 9.7 * across
    // The corridor is 2.88 m deep, and 0.09 m less where its wall is an outer one: below x 8-12, above 0-6 and 16-20, inside its ends.
    const corridor = 19.7 * 2.88 - 0.09 * 4 - 0.09 * (5.85 + 3.85)
    expectMeasures(thick, { netArea: rooms + corridor })
  })
})

/**
 * A block (8,3)-(12,7) with a way round on either side, both alike: cupboard (1,5) in a room on the left,
 * bed (19,5) in a room on the right, a bin at (9.5,0.5) in a room below. All else is uncovered floor.
 */
function roundABlock() {
  const kept = recordsIn(example).flatMap((record): WardRecord[] => {
    if (record.kind === 'storey') return [{ ...record, outline: rectangle([0, 0], [20, 10]) }]
    if (record.kind === 'room' || record.kind === 'opening' || record.kind === 'fixture') return []
    if (record.kind === 'scenario') return [{ ...record, volumes: [{ pathway: 'treatment-visit', perDay: 20, traits: {} }] }]
    if (record.kind !== 'pathway') return [record]
    if (record.key === 'used-set') {
      const [drop] = recordsIn(example).flatMap((other) => (other.kind === 'pathway' && other.key === 'clean-set' ? other.steps : []))
      return [{ ...record, gateOut: undefined, steps: [{ ...drop!, key: 'drop', place: { roomType: 'clean-utility', fixtureType: 'bin' } }] }]
    }
    if (record.key !== 'treatment-visit') return [record]
    const steps = record.steps
      .filter(({ key }) => key === 'treat')
      .map((step) => ({ ...step, place: { roomType: 'treatment-room', fixtureType: 'bed' } }))
    return [{ ...record, gateIn: undefined, gateOut: undefined, steps }]
  })
  const drawn = recordsOfInput([
    roomOf('storeleft', 'Left', 'staff-base', [0, 4], [3, 6]),
    roomOf('treatright', 'Right', 'treatment-room', [17, 4], [20, 6]),
    roomOf('binsbelow', 'Below', 'clean-utility', [8, 0], [12, 1]),
    roomOf('blockmiddle', 'Block', 'clean-utility', [8, 3], [12, 7]),
    doorOf('doorleft', 'DL', 'storeleft', 'b', 0.2, 1.6),
    doorOf('doorright', 'DR', 'treatright', 'd', 0.2, 1.6),
    doorOf('doorbelow', 'DB', 'binsbelow', 'c', 1, 2),
    spot('cupboard', 'clean-cupboard', [1, 5]),
    spot('staffdesk', 'staff-desk', [1, 5]),
    spot('bedright', 'bed', [19, 5]),
    spot('binbelow', 'bin', [9.5, 0.5]),
  ])
  return documentOf([...kept, ...drawn])
}

function rectangle([x0, y0]: Pair, [x1, y1]: Pair) {
  return [
    { x: x0, y: y0 },
    { x: x1, y: y0 },
    { x: x1, y: y1 },
    { x: x0, y: y1 },
  ]
}

describe('two routes of one length', () => {
  it('share the trips between them', () => {
    const document = roundABlock()
    const clean = 2 * (along([1, 5], [8, 3]) + 2)
    const used = along([19, 5], [17, 4.2], [9.5, 0.5])
    // The used route, out of its room of use and up to the closed door y = 1: from A by direction u, `reach` metres.
    const slope = 8.363013 // sqrt(7.5² + 3.7²)
    const u: Pair = [-7.5 / slope, -3.7 / slope]
    const end = 17 - (7.5 * 3.2) / 3.7
    // Below the block the clean route is shared from the room to the corner, and on while (x, 3) is at most 2.5 m from that end.
    const below = along([17, 5 - (2 * 2) / 7], [12, 3]) + (12 - (end - 1.5))
    // Above it, 42 degrees off, while its distance from the used line is at most 2.5 m.
    const top: Pair = [-7 / Math.hypot(7, 2), 2 / Math.hypot(7, 2)]
    const offset = 5 + (2 * 2) / 7 - 4.2
    const above = (2.5 + offset * u[0]) / (top[0] * u[1] - top[1] * u[0])
    expectMeasures(document, {
      flowDistance: 20 * (clean + used),
      sharedMetresPerTrip: (below + above) / 2,
    })
    const [trip] = measured(document).trips.filter(({ pathway }) => pathway === 'clean-set')
    expect(trip?.routes().map(({ length }) => Math.round(length * 1e6) / 1e6)).toEqual([clean, clean].map((length) => Math.round(length * 1e6) / 1e6))
  })

  it('are one where the other is 2 mm longer', () => {
    const document = withRecords(roundABlock(), (record) =>
      record.kind === 'room' && record.name === 'Block'
        ? { ...record, corners: record.corners.map((corner) => (corner.y === 7 ? { ...corner, y: 7.004 } : corner)) }
        : record,
    )
    const [trip] = measured(document).trips.filter(({ pathway }) => pathway === 'clean-set')
    expect(trip?.routes().length).toBe(1)
  })
})

/** The worked example turned about the origin, corners rounded to the millimetre. Degrees. */
function turnedBy(degrees: number) {
  const angle = (degrees * Math.PI) / 180
  const turn = ({ x, y }: { x: number; y: number }) => ({
    x: Math.round((x * Math.cos(angle) - y * Math.sin(angle)) * 1000) / 1000,
    y: Math.round((x * Math.sin(angle) + y * Math.cos(angle)) * 1000) / 1000,
  })
  return withRecords(example, (record) => {
    if (record.kind === 'storey') return { ...record, outline: record.outline?.map(turn) }
    if (record.kind === 'room') return { ...record, corners: record.corners.map((corner) => ({ ...corner, ...turn(corner) })) }
    return record.kind === 'fixture' ? { ...record, ...turn(record), rotation: degrees } : record
  })
}

// At 30 degrees a gate's floor met the building's only within a millimetre; at 30.2 a wall ended 1 mm beside its door.
describe.each([30, 30.2, 47.3, 101.9, 249.6])('a plan turned by %f degrees', (degrees) => {
  it('has the same counts, and lengths within 2 mm a bend', () => {
    const { values } = measured(turnedBy(degrees))
    const apart = (metric: string, wanted: number) => {
      const result = values.find((one) => one.metric === metric && one.subject === undefined)?.result
      return Math.abs((result?.status === 'available' ? result.value : Number.NaN) - wanted)
    }
    expect(apart('patientTravel', 37.05)).toBeLessThan(0.02)
    expect(apart('staffTravelPerPatient', 62.1)).toBeLessThan(0.02)
    expect(apart('sharedMetresPerTrip', 7.8)).toBeLessThan(0.01)
    expect(apart('dignityMetres', 6.25)).toBeLessThan(0.02)
    expectMeasures(turnedBy(degrees), {
      steps: 4,
      moves: 2,
      queuePoints: 3,
      conflictPlaces: 1,
      sharedDoors: 1,
      observation: 0.5,
      bedHeadsSeenByPublic: 0,
    })
  })
})

it('is measured with a step that takes no time', () => {
  expectMeasures(
    withStep(example, 'treat', (step) => ({ ...step, duration: { shape: 'fixed', value: 0 } })),
    { valueAddingShare: 0, steps: 4 },
  )
})
