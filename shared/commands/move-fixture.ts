import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import type { WardDocument } from '#shared/document/document'
import type { Fixture } from '#shared/document/elements/fixture'
import { withLandings } from './connectors'
import { done, type Edit } from './edit'
import { shifted } from './moved-room'
import { distance } from './room-shape'
import { movable, nameOf } from './target'

/** Moves a fixture by whole millimetres, a lift or stairs on every storey. Where it then stands in a wall or a door, a finding says so. Metres. */
export function moveFixture(document: WardDocument, given: { readonly fixture: Id; readonly dx: number; readonly dy: number }): Edit {
  const target = movable(document, given.fixture, 'fixture')
  if (target.status === 'refused') return target
  const { record: fixture, table } = target
  const [dx, dy] = [roundToMillimetre(given.dx), roundToMillimetre(given.dy)]
  const name = message('edit.moved-fixture', { fixture: nameOf(fixture, table, document.workshop), by: distance({ x: 0, y: 0 }, { x: dx, y: dy }) })
  return done(
    name,
    dx === 0 && dy === 0 ? {} : { updated: withLandings(table, [fixture]).map((each) => [each, shifted(each as Fixture, dx, dy)] as const) },
  )
}
