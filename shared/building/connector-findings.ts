import type { Finding } from '#shared/document/finding'
import { warningOf } from '#shared/document/findings/finding-of'
import type { Building } from './building'

/** Lifts and stairs that lead nowhere, that name what is not there, and shafts that do not stand above themselves. */
export function connectorFindings({ storeys, connectors }: Building): readonly Finding[] {
  return connectors.flatMap(({ connector, landings }): readonly Finding[] => {
    const { id, name, connector: is } = connector
    const where = [...landings.map(({ built }) => built.fixture.id), id]
    const findings: Finding[] = []
    if (landings.length < 2)
      findings.push(warningOf(`finding.${is}Nowhere`, where, { name, storey: storeys[landings[0]?.storey ?? 0]?.storey.name ?? '' }))
    if (landings.length < connector.landings.length) findings.push(warningOf('finding.landingTwice', where, { name }))
    const [first] = landings
    for (const landing of is === 'lift' ? landings.slice(1) : []) {
      const [a, b] = [first!.built.fixture, landing.built.fixture]
      const off = Math.hypot(b.x - a.x, b.y - a.y)
      if (off > 0) findings.push(warningOf('finding.shaftOff', [b.id, a.id], { name, storey: storeys[landing.storey]!.storey.name, off }))
    }
    return findings
  })
}
