import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import type { WardDocument } from '#shared/document/document'
import type { Fixture } from '#shared/document/elements/fixture'
import { done, type Edit, type FreshId, refused } from './edit'
import { movable, nameOf } from './target'

/** An array larger than this is a slip of the keyboard. */
const MOST = 400

export type FixtureArray = { readonly fixture: Id; readonly columns: number; readonly rows: number; readonly stepX: number; readonly stepY: number }

/** Repeats a fixture in columns and rows, `stepX` and `stepY` metres from one to the next; the first is the fixture itself. */
export function arrayFixture(document: WardDocument, given: FixtureArray, freshId: FreshId): Edit {
  const target = movable(document, given.fixture, 'fixture')
  if (target.status === 'refused') return target
  const { columns, rows, stepX, stepY } = given
  const { record: fixture, table } = target
  const isCount = (count: number) => Number.isInteger(count) && count >= 1
  if (!isCount(columns) || !isCount(rows) || columns * rows > MOST) return refused(message('refused.array-size', { most: MOST }))
  const added: Fixture[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (row === 0 && column === 0) continue
      const { origin: _, ...copy } = fixture
      added.push({ ...copy, id: freshId('fixture'), x: roundToMillimetre(fixture.x + column * stepX), y: roundToMillimetre(fixture.y + row * stepY) })
    }
  }
  return done(message('edit.arrayed-fixture', { fixture: nameOf(fixture, table), count: columns * rows }), { added })
}
