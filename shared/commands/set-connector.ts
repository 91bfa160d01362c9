import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Connector } from '#shared/document/elements/connector'
import type { Fixture } from '#shared/document/elements/fixture'
import { connectorsWithout, landingsOf } from './connectors'
import { done, type Edit, type FreshId, refused } from './edit'
import { type Fields, withFields } from './fields'
import { removeElements } from './remove-elements'
import { sound } from './sound'
import { editable } from './target'

export type ConnectorFields = Fields<Connector, 'name' | 'bodies' | 'car' | 'door' | 'admits' | 'oneWay' | 'wait' | 'travel' | 'going' | 'slope'>

/** Changes what a lift or stairs is called, whom it takes and how long it takes; its fixtures go by its name. */
export function setConnector(document: WardDocument, given: { readonly connector: Id; readonly fields: ConnectorFields }): Edit {
  const target = editable(document, given.connector, 'connector')
  if (target.status === 'refused') return target
  const { record, table } = target
  const to = withFields<Connector, never>(record, given.fields)
  const named = landingsOf(table, record).filter(({ name }) => name === record.name && name !== to.name)
  const edit = done(message('edit.changed', { name: to.name }), {
    updated: [[record, to], ...named.map((fixture) => [fixture, { ...fixture, name: to.name }] as const)],
  })
  return sound(edit)
}

/** Lets a lift or stairs serve a storey, where it already stands on the others, or no longer. Refused for the last one. */
export function serveStorey(
  document: WardDocument,
  given: { readonly connector: Id; readonly storey: Id; readonly isServed: boolean },
  freshId: FreshId,
): Edit {
  const target = editable(document, given.connector, 'connector')
  if (target.status === 'refused') return target
  const { record, table } = target
  const storey = recordsOf(table, 'storey').find(({ id }) => id === given.storey)
  const landings = landingsOf(table, record)
  const [first] = landings
  if (storey === undefined || first === undefined) return refused(message('refused.unknown', { id: given.storey }))
  const here = landings.filter((fixture) => fixture.storey === storey.id)
  const name = message(given.isServed ? 'edit.served-storey' : 'edit.served-no-more', { name: record.name, storey: storey.name })
  if (given.isServed === here.length > 0) return done(name, {})
  if (given.isServed) {
    const landing: Fixture = { ...first, id: freshId('fixture'), storey: storey.id }
    return done(name, { added: [landing], updated: [[record, { ...record, landings: [...record.landings, landing.id] }]] })
  }
  if (landings.length === here.length) return refused(message('refused.last-landing', { name: record.name, storey: storey.name }))
  const { updated, removed } = connectorsWithout(table, new Set(here.map(({ id }) => id)))
  return done(name, { updated, removed: [...here, ...removed] })
}

/** Takes a lift or stairs away from every storey. */
export function removeConnector(document: WardDocument, given: { readonly connector: Id }): Edit {
  const target = editable(document, given.connector, 'connector')
  if (target.status === 'refused') return target
  const { record, table } = target
  const landings = landingsOf(table, record)
  if (landings.length === 0) return done(message('edit.removed', { names: [record.name] }), { removed: [record] })
  return removeElements(document, { elements: [landings[0]!.id] })
}
