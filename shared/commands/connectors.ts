import type { Id } from '#shared/base/ids'
import type { Change } from '#shared/document/change'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Connector } from '#shared/document/elements/connector'
import type { Fixture } from '#shared/document/elements/fixture'
import type { DesignElement } from '#shared/document/record'

/** The lift or stairs that a fixture stands for on its storey. */
export function connectorAt(table: RecordTable, fixture: Id): Connector | undefined {
  return recordsOf(table, 'connector').find(({ landings }) => landings.includes(fixture))
}

/** The fixtures that stand for a lift or stairs. */
export function landingsOf(table: RecordTable, { landings }: Pick<Connector, 'landings'>): readonly Fixture[] {
  return landings.flatMap((id) => {
    const fixture = table[id]
    return fixture?.kind === 'fixture' ? [fixture] : []
  })
}

/** The elements, and with a lift or stairs among them the same on the other storeys: they go where it goes. */
export function withLandings(table: RecordTable, elements: readonly DesignElement[]): readonly DesignElement[] {
  if (recordsOf(table, 'connector').length === 0) return elements
  const all = new Map<Id, DesignElement>(elements.map((element) => [element.id, element]))
  for (const { id, kind } of elements) {
    const connector = kind === 'fixture' ? connectorAt(table, id) : undefined
    if (connector !== undefined) for (const landing of landingsOf(table, connector)) all.set(landing.id, all.get(landing.id) ?? landing)
  }
  return [...all.values()]
}

/** What becomes of lifts and stairs where fixtures go: without them, or gone with the last one. */
export function connectorsWithout(table: RecordTable, gone: ReadonlySet<Id>): Pick<Change, 'updated' | 'removed'> {
  const updated: [Connector, Connector][] = []
  const removed: Connector[] = []
  for (const connector of recordsOf(table, 'connector')) {
    const landings = connector.landings.filter((id) => !gone.has(id))
    if (landings.length === connector.landings.length) continue
    if (landings.length === 0) removed.push(connector)
    else updated.push([connector, { ...connector, landings }])
  }
  return { updated, removed }
}
