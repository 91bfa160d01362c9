import { describe, expect, it } from 'vitest'
import { areasOf } from '#shared/building/area'
import { compareWithBrief } from '#shared/building/brief'
import { buildBuilding } from '#shared/building/build-building'
import { box, plan, roomType, type Sketch, wall } from '#test/support/plans'
import type { RecordInput } from '#test/support/records'

function areas(sketch: Sketch) {
  const { design, workshop } = plan(sketch)
  return areasOf(buildBuilding(design, workshop))
}

describe('areas', () => {
  it('without an outline: gross is what rooms and outer walls cover', () => {
    const { net, gross, uncovered, circulationShare } = areas({ rooms: [box('a', 0, 0, 4, 5), box('b', 4, 0, 3, 5)] })
    expect(gross).toBeCloseTo(7.3 * 5.3, 12)
    expect(net).toBeCloseTo((3.79 + 2.79) * 4.7, 12)
    expect([uncovered, circulationShare]).toEqual([0, 0])
  })

  it('with an outline: what neither room nor wall covers counts as circulation', () => {
    const outline = [
      { x: -0.15, y: -0.15 },
      { x: 10, y: -0.15 },
      { x: 10, y: 5.15 },
      { x: -0.15, y: 5.15 },
    ]
    const types = [roomType('ward'), roomType('corridor', { use: 'circulation', through: true })]
    const rooms = [box('a', 0, 0, 4, 5), box('c', 4, 0, 2, 5, {}, { roomType: 'corridor' })]
    const { gross, circulation, uncovered, circulationShare } = areas({ rooms, outline, workshop: types })
    expect(gross).toBeCloseTo(10.15 * 5.3, 9)
    // The corridor's wall towards the uncovered floor is 0.12 thick, as between two rooms.
    expect(circulation).toBeCloseTo((2 - 0.06 - 0.06) * 4.7, 9)
    expect(uncovered).toBeCloseTo((10 - 6.06) * 5.3, 6)
    expect(circulationShare).toBeCloseTo((circulation + uncovered) / gross, 12)
  })

  it('less the free walls that stand on uncovered floor', () => {
    const outline = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 5 },
      { x: 0, y: 5 },
    ]
    const rooms = [box('a', 0, 0, 4, 5, { thickness: 0 })]
    expect(areas({ rooms, outline, walls: [wall('w', [6, 1], [6, 4], { thickness: 0.1 })] }).uncovered).toBeCloseTo(30 - 0.3, 9)
  })

  it('leave a courtyard out', () => {
    const rooms = [
      box('a', 0, 0, 9, 3, { thickness: 0 }),
      box('b', 0, 3, 3, 3, { thickness: 0 }),
      box('c', 6, 3, 3, 3, { thickness: 0 }),
      box('d', 0, 6, 9, 3, { thickness: 0 }),
    ]
    expect(areas({ rooms }).gross).toBeCloseTo(81 - 9, 12)
  })

  it('of a design without rooms have no share', () => {
    expect(areas({ rooms: [] })).toEqual({ net: 0, gross: 0, circulation: 0, uncovered: 0, circulationShare: undefined })
  })
})

describe('the brief', () => {
  const thin = { thickness: 0 }
  const requirement = (roomType: string, count: number, minimumArea?: number): RecordInput => ({
    id: `requirement_${`${roomType}${minimumArea ?? ''}`.replaceAll('.', 'x').padEnd(6, '0')}`,
    kind: 'requirement',
    roomType,
    count,
    ...(minimumArea === undefined ? {} : { minimumArea }),
  })
  const types = [
    roomType('recovery', { minimumArea: 10 }),
    roomType('admission'),
    roomType('pod', { servesAs: ['admission', 'recovery'] }),
    roomType('corridor', { use: 'circulation' }),
  ]
  const at = (id: string, i: number, type: string, area: number) => box(id, i * 10, 0, area / 5, 5, thin, { roomType: type })

  function held(rooms: Sketch['rooms'], wanted: readonly RecordInput[]) {
    const { design, workshop } = plan({ rooms, workshop: [...types, ...wanted] })
    return compareWithBrief(buildBuilding(design, workshop), workshop)
  }

  it('is missing where the workshop has none', () => {
    expect(held([at('a', 0, 'recovery', 12)], [])).toBeUndefined()
  })

  it('counts what is missing, extra (circulation left out) and too small', () => {
    const rooms = [at('a', 0, 'recovery', 12), at('b', 1, 'recovery', 9), at('c', 2, 'recovery', 20), at('d', 3, 'corridor', 30)]
    const answer = held(rooms, [requirement('recovery', 2, 15), requirement('admission', 1)])!
    // The two largest count; the smallest is extra. 12 m2 of 15 wanted.
    expect(answer).toMatchObject({ missing: 1, extra: 1, below: 1 })
    expect(answer.shortfall).toBeCloseTo(3, 12)
    expect(answer.lines.find(({ roomType }) => roomType === 'recovery')).toMatchObject({
      rooms: ['room_c00000', 'room_a00000'],
      extra: ['room_b00000'],
    })
  })

  it('gives the larger rooms to the larger minimums', () => {
    const rooms = [at('a', 0, 'recovery', 12), at('b', 1, 'recovery', 20)]
    expect(held(rooms, [requirement('recovery', 1, 11), requirement('recovery', 1, 19)])).toMatchObject({ missing: 0, below: 0 })
  })

  it('takes the room type’s minimum where the brief gives none', () => {
    expect(held([at('a', 0, 'recovery', 8)], [requirement('recovery', 1)])).toMatchObject({ below: 1, shortfall: 2 })
  })

  it('lets rooms stand in for the types that they serve as, each once', () => {
    const answer = held(
      [at('a', 0, 'pod', 12), at('b', 1, 'pod', 12), at('c', 2, 'pod', 12)],
      [requirement('admission', 1), requirement('recovery', 1), requirement('pod', 1)],
    )
    expect(answer).toMatchObject({ missing: 0, extra: 0 })
  })
})
