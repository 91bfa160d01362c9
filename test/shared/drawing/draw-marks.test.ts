import { expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import { drawMarks, routesOfParts } from '#shared/drawing/draw-marks'
import type { DrawnPart } from '#shared/drawing/options'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'

const document = workedExample()
const storey = buildBuilding(document.designs[WORKED_DESIGN]!, document.workshop).storeys[0]!
const trip = { key: 'clean 1', flow: 'clean' as const, perDay: 20 }
const line = [
  { x: 15.2, y: 0 },
  { x: 8, y: 3 },
]

it('lays shared runs under crossings, and draws the same mark of two trips once', () => {
  const part: DrawnPart = {
    trip,
    marks: [
      { role: 'crossing', points: [{ x: 9, y: 1 }], element: undefined },
      { role: 'shared', points: line, element: undefined },
      { role: 'route', points: line, element: undefined },
    ],
  }
  expect(drawMarks([part, part], storey).map(({ role }) => role)).toEqual(['shared', 'crossing'])
})

it('marks a room, a bed or a door by its outline', () => {
  const marks = ['room_treatment', 'fixture_bedone', 'opening_doordt', 'room_nowhere'].map((element) => ({
    role: 'element' as const,
    points: [],
    element,
  }))
  const drawn = drawMarks([{ trip: undefined, marks }], storey)
  expect(drawn.map(({ element, form }) => [element, form.type])).toEqual([
    ['room_treatment', 'polygon'],
    ['fixture_bedone', 'polygon'],
    ['opening_doordt', 'circle'],
  ])
})

it('shares a trip out over its equal routes', () => {
  const marks = [line, [...line].reverse()].map((points) => ({ role: 'route' as const, points, element: undefined }))
  expect(routesOfParts([{ trip, marks }])).toMatchObject([{ perDay: 10 }, { perDay: 10 }])
})
