import type { Id } from '#shared/base/ids'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Connector } from '#shared/document/elements/connector'
import type { BuildingStorey, BuiltConnector, BuiltFixture } from './building'

const NONE: readonly BuiltConnector[] = []

/** Lifts and stairs with the fixtures that stand for them, from the lowest storey up. A fixture that is not there is no landing, nor a second one on a storey. */
export function builtConnectorsOf(table: RecordTable, storeys: readonly BuildingStorey[]): readonly BuiltConnector[] {
  const connectors = recordsOf(table, 'connector')
  if (connectors.length === 0) return NONE
  const fixtures = new Map<Id, { readonly storey: number; readonly built: BuiltFixture }>()
  storeys.forEach((storey, index) => {
    for (const built of storey.fixtures) fixtures.set(built.fixture.id, { storey: index, built })
  })
  return connectors.map((connector): BuiltConnector => {
    const landings = connector.landings.flatMap((id) => fixtures.get(id) ?? []).sort((a, b) => a.storey - b.storey)
    return { connector, landings: landings.filter(({ storey }, index) => index === 0 || landings[index - 1]!.storey !== storey) }
  })
}

/** What stairs rise for each metre they run forward, where nobody says: 0.17 m a step of 0.28 m. */
const USUAL_PITCH = 0.17 / 0.28

/** Metres along the slope of stairs that rise so many metres. */
export function slopeLength({ slope, going }: Pick<Connector, 'slope' | 'going'>, rise: number): number {
  if (slope !== undefined) return slope
  return Math.hypot(rise, going ?? Math.abs(rise) / USUAL_PITCH)
}
