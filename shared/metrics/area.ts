import { message } from '#shared/base/message'
import { type Areas, areasOf } from '#shared/building/area'
import type { BuiltRoom } from '#shared/building/building'
import type { Assessment } from './assessment'
import type { Part } from './measurement'
import { available, because, kindOf, type Metric, metricOf } from './metric'

/** Square metres of a design, and what the floor costs at the workshop's rate. */
export function area(assessment: Assessment): readonly Metric[] {
  const areas = areasOf(assessment.building)
  const rooms = assessment.building.storeys.flatMap((storey) => storey.rooms)
  const circulation = rooms.filter(({ type }) => type?.use === 'circulation')
  return [
    metricOf(kindOf('netArea', 'squareMetre', undefined, 'neither'), undefined, available(areas.net), () =>
      rooms.map((room) => partOf(room, room.netArea)),
    ),
    metricOf(kindOf('grossArea', 'squareMetre', undefined, 'less'), undefined, available(areas.gross), () => [
      ...rooms.map((room) => partOf(room, room.netArea)),
      { trip: undefined, subject: message('part.wallsAndFloor'), amount: areas.gross - areas.net, marks: [] },
    ]),
    metricOf(
      kindOf('circulationShare', 'share', undefined, 'less'),
      undefined,
      areas.circulationShare === undefined ? because('unavailable.noFloor') : available(areas.circulationShare),
      () => [...circulation.map((room) => partOf(room, room.netArea / areas.gross)), ...uncoveredPart(areas, 1 / areas.gross)],
    ),
    metricOf(kindOf('uncoveredFloor', 'squareMetre', undefined, 'less'), undefined, available(areas.uncovered), () => uncoveredPart(areas, 1)),
    metricOf(kindOf('floorCost', 'money', undefined, 'less'), undefined, available(areas.gross * assessment.settings.floorCost), () => [
      { trip: undefined, subject: message('part.floor'), amount: areas.gross * assessment.settings.floorCost, marks: [] },
    ]),
  ]
}

function partOf({ room }: BuiltRoom, amount: number): Part {
  return { trip: undefined, subject: message('part.room', { room: room.name }), amount, marks: [{ role: 'element', points: [], element: room.id }] }
}

function uncoveredPart({ uncovered }: Areas, scale: number): readonly Part[] {
  return uncovered === 0 ? [] : [{ trip: undefined, subject: message('part.uncoveredFloor'), amount: uncovered * scale, marks: [] }]
}
