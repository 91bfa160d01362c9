import type { Key } from '#shared/base/ids'
import { type RecordTable, recordsOf, type WardDocument } from '../document'
import type { Design } from '../elements/design'
import type { Finding } from '../finding'
import type { Pathway, PlaceOfType } from '../pathway'
import { errorOf, repeatedKeys, warningOf } from './finding-of'
import type { KnownKeys } from './known-keys'
import { pathwayFindings, volumeFindings } from './pathway-findings'
import { variantFindings } from './variant-findings'

/** What is wrong with one design's own records, and what its pathways need and it does not have. */
export function designFindings(design: Design, document: WardDocument, known: KnownKeys, withVolume: ReadonlySet<Key>): readonly Finding[] {
  const table = document.designs[design.id]
  if (table === undefined) return []
  const variants = recordsOf(table, 'pathway')
  const inForce = pathwaysInForce(known, variants)
  return [
    ...referenceFindings(design, table, document, known, inForce),
    ...typeFindings(table, known),
    ...repeatedKeys(variants, ({ key }) => key).map(({ key, items }) =>
      errorOf(
        'finding.keyTwice',
        items.map(({ id }) => id),
        { key },
      ),
    ),
    ...variants.flatMap((variant) => [...pathwayFindings(variant, known), ...variantFindings(variant, known.references.get(variant.key))]),
    ...(variants.length === 0 ? [] : volumeFindings(inForce, withVolume).filter(({ where }) => variants.some(({ id }) => where.includes(id)))),
    ...absenceFindings(design, table, known, inForce),
  ]
}

/** The pathways that a design is measured with: its variants in the place of their references. */
function pathwaysInForce(known: KnownKeys, variants: readonly Pathway[]): readonly Pathway[] {
  const byKey = new Map([...known.references, ...variants.map((variant) => [variant.key, variant] as const)])
  return [...byKey.values()]
}

function referenceFindings(
  design: Design,
  table: RecordTable,
  document: WardDocument,
  known: KnownKeys,
  inForce: readonly Pathway[],
): readonly Finding[] {
  const findings: Finding[] = []
  const where = [design.id]
  if (design.parent !== undefined && document.designs[design.parent] === undefined) {
    findings.push(warningOf('finding.noParent', where, { design: design.name, parent: design.parent }))
  }
  for (const { pathway: key, step, through } of design.via) {
    const pathway = inForce.find((pathway) => pathway.key === key)
    if (pathway === undefined) findings.push(errorOf('finding.unknownPathway', where, { name: design.name, key }))
    else if (step !== undefined && !pathway.steps.some(({ key }) => key === step)) {
      findings.push(errorOf('finding.viaUnknownStep', where, { pathway: pathway.name, key: step }))
    }
    for (const id of through) {
      const kind = table[id]?.kind
      if (kind !== 'room' && kind !== 'opening') findings.push(errorOf('finding.viaNothing', where, { design: design.name, target: id }))
    }
  }
  for (const { roomType, shares } of design.placeShares) {
    if (!known.roomTypes.has(roomType)) findings.push(errorOf('finding.unknownRoomType', where, { name: design.name, key: roomType }))
    for (const id of Object.keys(shares)) {
      if (table[id] === undefined) findings.push(errorOf('finding.shareOfNothing', where, { design: design.name, target: id }))
    }
    const sum = Object.keys(shares)
      .sort()
      .reduce((total, id) => total + (shares[id] ?? 0), 0)
    if (Math.abs(sum - 1) > 1e-6) findings.push(errorOf('finding.placeSharesSum', where, { design: design.name, key: roomType, sum }))
  }
  return findings
}

function typeFindings(table: RecordTable, known: KnownKeys): readonly Finding[] {
  const findings: Finding[] = []
  for (const room of recordsOf(table, 'room')) {
    if (!known.roomTypes.has(room.roomType)) findings.push(errorOf('finding.unknownRoomType', [room.id], { name: room.name, key: room.roomType }))
  }
  for (const fixture of recordsOf(table, 'fixture')) {
    if (!known.fixtureTypes.has(fixture.fixtureType)) {
      findings.push(errorOf('finding.unknownFixtureType', [fixture.id], { name: fixture.name || fixture.id, key: fixture.fixtureType }))
    }
  }
  const gates = recordsOf(table, 'opening').flatMap((opening) => (opening.gate === undefined ? [] : [{ id: opening.id, gate: opening.gate }]))
  for (const { key, items } of repeatedKeys(gates, ({ gate }) => gate)) {
    findings.push(
      errorOf(
        'finding.gateTwice',
        items.map(({ id }) => id),
        { gate: key },
      ),
    )
  }
  return findings
}

/** Rooms and gates that a pathway needs and the design does not have: those measures become unavailable, the rest works. */
function absenceFindings(design: Design, table: RecordTable, known: KnownKeys, inForce: readonly Pathway[]): readonly Finding[] {
  const rooms = recordsOf(table, 'room')
  const offered = new Set(rooms.flatMap(({ roomType }) => [...(known.standsFor.get(roomType) ?? [])]))
  const gates = new Set(recordsOf(table, 'opening').map(({ gate }) => gate))
  const findings: Finding[] = []
  for (const pathway of inForce) {
    const missing = new Set<Key>()
    const where = [design.id, pathway.id]
    for (const { place, waits } of pathway.steps) {
      const places: PlaceOfType[] = 'step' in place ? [] : [place]
      if (waits !== undefined && typeof waits.at !== 'string') places.push(waits.at)
      for (const { roomType } of places) if (known.roomTypes.has(roomType) && !offered.has(roomType)) missing.add(roomType)
    }
    for (const key of missing) {
      const type = known.roomTypes.get(key) ?? key
      findings.push({ ...errorOf('finding.noRoomOfType', where, { design: design.name, pathway: pathway.name, type }), about: key })
    }
    for (const gate of new Set([pathway.gateIn, pathway.gateOut])) {
      if (gate !== undefined && !gates.has(gate)) {
        findings.push({ ...errorOf('finding.noGate', where, { design: design.name, pathway: pathway.name, gate }), about: gate })
      }
    }
  }
  return findings
}
