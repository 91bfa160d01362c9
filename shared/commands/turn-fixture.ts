import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToTenthDegree } from '#shared/base/units'
import type { WardDocument } from '#shared/document/document'
import type { Fixture } from '#shared/document/elements/fixture'
import { withLandings } from './connectors'
import { done, type Edit } from './edit'
import { movable, nameOf } from './target'

/** Turns a fixture about its own origin to a rotation, counter-clockwise, in degrees. */
export function turnFixture(document: WardDocument, given: { readonly fixture: Id; readonly rotation: number }): Edit {
  const target = movable(document, given.fixture, 'fixture')
  if (target.status === 'refused') return target
  const { record: fixture, table } = target
  const rotation = roundToTenthDegree(given.rotation)
  const name = message('edit.turned-fixture', { fixture: nameOf(fixture, table, document.workshop), to: rotation })
  return done(
    name,
    rotation === fixture.rotation ? {} : { updated: withLandings(table, [fixture]).map((each) => [each, { ...each, rotation } as Fixture] as const) },
  )
}
