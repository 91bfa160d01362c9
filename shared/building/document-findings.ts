import { designsOf, type WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import type { Finding } from '#shared/document/finding'
import { errorsFirst, validate } from '#shared/document/validate'
import { buildBuilding } from './build-building'
import { buildingFindings } from './findings'

/** A finding and the design that it was found in, where it is of one. */
export type PlacedFinding = Finding & { readonly design: Design | undefined }

/** Everything that is wrong with a document: what its records show, and what the geometry of each design shows. Errors first. */
export function findingsOf(document: WardDocument): readonly PlacedFinding[] {
  const designs = designsOf(document)
  const ofRecords = validate(document).map((finding): PlacedFinding => ({ ...finding, design: undefined }))
  const ofBuildings = designs.flatMap((design) => {
    const table = document.designs[design.id]
    if (table === undefined) return []
    const findings = buildingFindings(buildBuilding(table, document.workshop), table, document.workshop)
    return findings.map((finding): PlacedFinding => ({ ...finding, design }))
  })
  return errorsFirst([...ofRecords, ...ofBuildings])
}
