import { cosDegrees, sinDegrees } from '#shared/base/angle'
import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import type { WardDocument } from '#shared/document/document'
import type { Fixture } from '#shared/document/elements/fixture'
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
  const turn = given.along === 'fixture' ? fixture.rotation : 0
  const [cos, sin] = [cosDegrees(turn), sinDegrees(turn)]
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
  return done(message('edit.arrayed-fixture', { fixture: nameOf(fixture, table), count: columns * rows }), { added })
}
