import { cosDegrees, sinDegrees } from '#shared/base/angle'
import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Fixture } from '#shared/document/elements/fixture'
import type { Point } from '#shared/geometry/point'
import { connectorAt } from './connectors'
import { done, type Edit, type FreshId, refused } from './edit'
import { movable, nameOf } from './target'

/** An array larger than this is a slip of the keyboard. */
const MOST = 400

export type FixtureArray = {
  readonly fixture: Id
  readonly columns: number
  readonly rows: number
  readonly stepX: number
  readonly stepY: number
  /** Columns run along the plan, or along the fixture itself: then a row that has its back to a wall follows the wall. */
  readonly along?: 'plan' | 'fixture'
}

/** Repeats a fixture in columns and rows, `stepX` and `stepY` metres from one to the next; the first is the fixture itself. Negative steps go the other way. */
export function arrayFixture(document: WardDocument, given: FixtureArray, freshId: FreshId): Edit {
  const target = movable(document, given.fixture, 'fixture')
  if (target.status === 'refused') return target
  const { columns, rows, stepX, stepY } = given
  const { record: fixture, table } = target
  if (connectorAt(table, fixture.id) !== undefined)
    return refused(message('refused.copy-connector', { name: nameOf(fixture, table, document.workshop) }))
  const turn = given.along === 'fixture' ? fixture.rotation : 0
  const [cos, sin] = [cosDegrees(turn), sinDegrees(turn)]
  if (recordsOf(table, 'connector').some(({ landings }) => landings.includes(fixture.id))) {
    return refused(message('refused.copy-connector', { name: nameOf(fixture, table, document.workshop) }))
  }
  const isCount = (count: number) => Number.isInteger(count) && count >= 1
  if (!isCount(columns) || !isCount(rows) || columns * rows > MOST || !Number.isFinite(stepX + stepY))
    return refused(message('refused.array-size', { most: MOST }))
  const added: Fixture[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (row === 0 && column === 0) continue
      const { origin: _, ...copy } = fixture
      const [right, up] = [column * stepX, row * stepY]
      const x = roundToMillimetre(fixture.x + right * cos - up * sin)
      added.push({ ...copy, id: freshId('fixture'), x, y: roundToMillimetre(fixture.y + right * sin + up * cos) })
    }
  }
  return done(message('edit.arrayed-fixture', { fixture: nameOf(fixture, table, document.workshop), count: columns * rows }), { added })
}

/** How many pieces, `step` metres from one to the next along the fixture's own width, stand before the wall of its room; 1 where it is in none. */
export function piecesToWall(fixture: Fixture, corners: readonly Point[], step: number): number {
  const way = { x: cosDegrees(fixture.rotation) * Math.sign(step), y: sinDegrees(fixture.rotation) * Math.sign(step) }
  const half = Math.max(...fixture.footprint.map(({ x }) => x * Math.sign(step)))
  let free = Number.POSITIVE_INFINITY
  for (const [index, from] of corners.entries()) {
    const to = corners[(index + 1) % corners.length] as Point
    const edge = { x: to.x - from.x, y: to.y - from.y }
    const cross = way.x * edge.y - way.y * edge.x
    if (cross === 0) continue
    const ahead = ((from.x - fixture.x) * edge.y - (from.y - fixture.y) * edge.x) / cross
    const share = ((from.x - fixture.x) * way.y - (from.y - fixture.y) * way.x) / cross
    if (ahead > 0 && share >= 0 && share <= 1) free = Math.min(free, ahead)
  }
  const more = Math.floor((free - half - HALF_WALL_M) / Math.abs(step) + 1e-9)
  return Number.isFinite(more) && more > 0 ? more + 1 : 1
}

/** Walls stand off their centre-line by at least so much. Metres. */
const HALF_WALL_M = 0.06
