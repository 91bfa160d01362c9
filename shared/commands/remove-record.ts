import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { Change } from '#shared/document/change'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { WardRecord } from '#shared/document/record'
import type { Scenario } from '#shared/document/workshop'
import { done, type Edit, refused } from './edit'
import { removePathway } from './remove-pathway'
import { removeScenario } from './scenarios'
import { nameOf, tableWith } from './target'
import { inUse, usesOfRole, usesOfRoomType } from './uses'

/**
 * Takes a record out of the workshop's tables, or a design's variant of a pathway away. The workshop and its settings stay, and what
 * others need does too; people of a role go from the shifts with it, and rows of the brief with their type of room.
 */
export function removeRecord(document: WardDocument, { id }: { readonly id: Id }): Edit {
  const table = document.workshop[id] === undefined ? tableWith(document, id) : document.workshop
  const record = table?.[id]
  if (table === undefined || record === undefined) return refused(message('refused.unknown', { id }))
  const isVariant = record.kind === 'pathway' && record.design !== undefined
  if (table !== document.workshop && !isVariant) return refused(message('refused.unknown', { id }))
  if (record.kind === 'pathway' && !isVariant) return removePathway(document, { pathway: record.key })
  if (record.kind === 'scenario') return removeScenario(document, { scenario: id })
  if (record.kind === 'workshop' || record.kind === 'settings')
    return refused(message('refused.needed', { name: nameOf(record, table, document.workshop) }))
  const design = isVariant ? recordsOf(table, 'design')[0] : undefined
  if (design?.locked) return refused(message('refused.locked', { design: design.name }))
  const users = record.kind === 'role' ? usesOfRole(document, record.key) : record.kind === 'roomType' ? usesOfRoomType(document, record.key) : []
  if (users.length > 0) return inUse(nameOf(record, table, document.workshop), users)
  return done(message('edit.removed', { names: [nameOf(record, table, document.workshop)] }), alongWith(document, record))
}

/** The record with what is about nothing else. */
function alongWith(document: WardDocument, record: WardRecord): Partial<Change> {
  const { workshop } = document
  if (record.kind === 'role') return { removed: [record], updated: scenariosWith(document, (scenario) => withoutRole(scenario, record.key)) }
  if (record.kind !== 'roomType') return { removed: [record] }
  const rows = recordsOf(workshop, 'requirement').filter(({ roomType }) => roomType === record.key)
  const updated = scenariosWith(document, (scenario) =>
    scenario.closed?.some(({ roomType }) => roomType === record.key)
      ? { ...scenario, closed: scenario.closed.filter(({ roomType }) => roomType !== record.key) }
      : scenario,
  )
  return { removed: [record, ...rows], updated }
}

/** The scenarios that `change` changes. */
function scenariosWith({ workshop }: WardDocument, change: (scenario: Scenario) => Scenario): Change['updated'] {
  return recordsOf(workshop, 'scenario').flatMap((scenario): Change['updated'] => {
    const to = change(scenario)
    return to === scenario ? [] : [[scenario, to]]
  })
}

function withoutRole(scenario: Scenario, role: string): Scenario {
  if (!scenario.shifts.some(({ people }) => people[role] !== undefined)) return scenario
  const shifts = scenario.shifts.map((shift) => {
    const { [role]: _gone, ...people } = shift.people
    return { ...shift, people }
  })
  return { ...scenario, shifts }
}
