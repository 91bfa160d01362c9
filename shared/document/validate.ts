import { designsOf, recordsOf, type WardDocument } from './document'
import type { Finding } from './finding'
import { designFindings } from './findings/design-findings'
import { knownKeys } from './findings/known-keys'
import { pathwayFindings, volumeFindings } from './findings/pathway-findings'
import { workshopFindings } from './findings/workshop-findings'

/**
 * What is wrong with a document that can be opened: keys that are used twice or name nothing,
 * volumes, shares, variants, gates and rooms that pathways need. What takes the geometry of a
 * building to see ("this bed blocks that door") is found in `building/`. Errors first.
 */
export function validate(document: WardDocument): readonly Finding[] {
  const known = knownKeys(document)
  const references = recordsOf(document.workshop, 'pathway')
  const [settings] = recordsOf(document.workshop, 'settings')
  const scenario = recordsOf(document.workshop, 'scenario').find(({ id }) => id === settings?.scenario)
  const withVolume = new Set(scenario?.volumes.map(({ pathway }) => pathway))
  return errorsFirst([
    ...workshopFindings(document, known),
    ...references.flatMap((pathway) => pathwayFindings(pathway, known)),
    ...volumeFindings(references, withVolume),
    ...designsOf(document).flatMap((design) => designFindings(design, document, known, withVolume)),
  ])
}

/** Errors before warnings, each in the order in which they were found. */
export function errorsFirst<T extends Finding>(findings: readonly T[]): readonly T[] {
  return [...findings.filter(({ severity }) => severity === 'error'), ...findings.filter(({ severity }) => severity === 'warning')]
}
