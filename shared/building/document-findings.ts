import { allAtOnce, type Steps } from '#shared/base/steps'
import { designsOf, type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import type { Design, IgnoredFinding } from '#shared/document/elements/design'
import { type Finding, findingKey } from '#shared/document/finding'
import { errorsFirst, validate } from '#shared/document/validate'
import { buildBuilding } from './build-building'
import type { Building } from './building'
import { corridorFindings } from './corridor-findings'
import { withPlace } from './finding-places'
import { buildingFindings } from './findings'
import { reachFindings } from './reach-findings'
import { type KnownRolls, rollingFindings } from './rolling-findings'

/** A person, where no settings say otherwise. Metres. */
const USUAL_RADIUS_M = 0.25

/** A finding and the design that it was found in, where it is of one. */
export type PlacedFinding = Finding & { readonly design: Design | undefined }

/** Everything that is wrong with a document: what its records show, and what the geometry of each design shows. Errors first. */
export function findingsOf(document: WardDocument): readonly PlacedFinding[] {
  const known: KnownRolls = new Map()
  const ofRecords = validate(document)
  const ofDesigns = new Set<Finding>()
  const ofBuildings = designsOf(document).flatMap((design) => {
    const table = document.designs[design.id]
    if (table === undefined) return []
    const building = buildBuilding(table, document.workshop)
    const own = ofRecords.filter((finding) => isOf(finding, table))
    for (const finding of own) ofDesigns.add(finding)
    const found = [...own, ...buildingFindings(building, table, document.workshop), ...allAtOnce(slowFindings(building, document.workshop, known))]
    // The sentences about records name their design themselves.
    return marked(found, design, building).map((finding, i): PlacedFinding => ({ ...finding, design: i < own.length ? undefined : design }))
  })
  const ofWorkshop = ofRecords.filter((finding) => !ofDesigns.has(finding)).map((finding): PlacedFinding => ({ ...finding, design: undefined }))
  return errorsFirst([...ofWorkshop, ...ofBuildings])
}

/** What is quickly found of one design: its records, and most of what its geometry shows. Errors first. */
export function quickFindings(document: WardDocument, design: Design['id']): readonly Finding[] {
  const table = document.designs[design]
  const record = table?.[design]
  if (table === undefined || record?.kind !== 'design') return []
  const building = buildBuilding(table, document.workshop)
  const mine = validate(document).filter((finding) => isOf(finding, table))
  return errorsFirst(marked([...mine, ...buildingFindings(building, table, document.workshop)], record, building))
}

/** Everything that is found of one design. Yields between pieces of work of some hundredths of a second; `known` keeps what they came to. */
export function* steadyFindings(document: WardDocument, design: Design['id'], known: KnownRolls): Steps<readonly Finding[]> {
  const table = document.designs[design]
  const record = table?.[design]
  if (table === undefined || record?.kind !== 'design') return []
  const quick = quickFindings(document, design)
  yield undefined
  const building = buildBuilding(table, document.workshop)
  const slow = yield* slowFindings(building, document.workshop, known)
  return errorsFirst([...quick, ...marked(slow, record, building)])
}

/** What takes standing, rolling and widening to find. */
function* slowFindings(building: Building, workshop: RecordTable, known: KnownRolls): Steps<readonly Finding[]> {
  const settings = recordsOf(workshop, 'settings')[0]
  const found: Finding[] = []
  for (const storey of building.storeys) {
    found.push(...reachFindings(storey, settings?.bodies.person.radius ?? USUAL_RADIUS_M))
    yield undefined
    found.push(...corridorFindings(storey, workshop))
    yield undefined
    found.push(...(yield* rollingFindings(storey, known)))
  }
  return found
}

/** Whether findings of this kind are missing from the quick ones. */
export function isSlowKind(key: string): boolean {
  return SLOW_KINDS.some((kind) => key.startsWith(kind))
}

const SLOW_KINDS = ['finding.usePointBlocked', 'finding.corridorNarrow', 'finding.bedStuck', 'finding.wheelchair'] as const

function isOf({ where }: Finding, table: RecordTable): boolean {
  return where.some((id) => table[id] !== undefined)
}

/** With their places, and the reasons of those that the table leaves as they are. */
function marked(findings: readonly Finding[], { ignored = [] }: Design, building: Building): readonly Finding[] {
  const reasons = new Map(ignored.map((each) => [keyOfIgnored(each), each.reason]))
  return findings.map((finding) => {
    const placed = withPlace(finding, building)
    const reason = reasons.get(findingKey(finding))
    return reason === undefined ? placed : { ...placed, ignored: reason }
  })
}

/** The key of the finding that somebody ignored. */
export function keyOfIgnored({ finding, where, about }: IgnoredFinding): string {
  return findingKey({ message: { key: finding, values: {} }, where, about })
}
