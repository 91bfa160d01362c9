import type { Id, Key } from '#shared/base/ids'
import { type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import type { Pathway } from '#shared/document/pathway'
import type { Scenario, Settings } from '#shared/document/workshop'

/** A pathway with a volume of its own, and those hung on its steps, directly or by way of one another. */
export type Stream = {
  readonly host: Pathway
  readonly hung: readonly Pathway[]
  /** Visits (or trips) a day. */
  readonly perDay: number
  readonly traits: Scenario['volumes'][number]['traits']
}

/** The pathways a design is measured with, in the order of keys. `own`: its variants where it has them. */
export function pathwaysInForce(document: WardDocument, designId: Id, reading: 'own' | 'reference'): readonly Pathway[] {
  const byKey = new Map<Key, Pathway>()
  for (const pathway of recordsOf(document.workshop, 'pathway')) byKey.set(pathway.key, pathway)
  const table = document.designs[designId]
  if (reading === 'own' && table !== undefined) for (const variant of recordsOf(table, 'pathway')) byKey.set(variant.key, variant)
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** Pathways that the scenario gives a volume, each with those hung on it, in the order of keys. */
export function streamsOf(pathways: readonly Pathway[], workshop: RecordTable): readonly Stream[] {
  const byKey = new Map(pathways.map((pathway) => [pathway.key, pathway] as const))
  const volumes = scenarioOf(workshop)?.volumes ?? []
  return pathways.flatMap((host) => {
    const volume = volumes.find(({ pathway }) => pathway === host.key)
    if (volume === undefined || volume.perDay === 0) return []
    return [{ host, hung: hungOn(host, byKey), perDay: volume.perDay, traits: volume.traits }]
  })
}

/** The scenario that the settings name, else the only one there is. */
export function scenarioOf(workshop: RecordTable): Scenario | undefined {
  const scenarios = recordsOf(workshop, 'scenario')
  const named = settingsOf(workshop)?.scenario
  return scenarios.find(({ id }) => id === named) ?? scenarios[0]
}

export function settingsOf(workshop: RecordTable): Settings | undefined {
  return recordsOf(workshop, 'settings')[0]
}

function hungOn(host: Pathway, byKey: ReadonlyMap<Key, Pathway>): readonly Pathway[] {
  const found = new Map<Key, Pathway>()
  const visit = (pathway: Pathway) => {
    for (const step of pathway.steps) {
      for (const line of step.items) {
        const hung = byKey.get(line.pathway)
        if (hung === undefined || hung === host || found.has(hung.key)) continue
        found.set(hung.key, hung)
        visit(hung)
      }
    }
  }
  visit(host)
  return [...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}
