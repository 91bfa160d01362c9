import type { RecordTable } from '#shared/document/document'
import { type Finding, findingKey } from '#shared/document/finding'

/**
 * What is told of what was found of a design. Where no room is drawn all there could be is missing, which the kit counts: there is nothing
 * to look at yet but what lies somewhere.
 */
export function toldOf(found: readonly Finding[], table: RecordTable): readonly Finding[] {
  const isBare = !Object.values(table).some(({ kind }) => kind === 'room')
  return isBare ? found.filter(({ place }) => place !== undefined) : found
}

/**
 * What a gesture would cause: what is found with it (`previewed`) and is not known of the design without it (`table`). A room that is only
 * being put down has no door yet, which is no fault of where it is put, and its floor is held against the brief in words below the plan.
 */
export function causedOf(previewed: readonly Finding[], known: readonly Finding[], table: RecordTable | undefined): readonly Finding[] {
  const keys = new Set(known.map(findingKey))
  const isOfNewRoom = ({ message, where: [room] }: Finding) =>
    (message.key === 'finding.roomNoDoor' || message.key === 'finding.briefBelow') && room !== undefined && table?.[room] === undefined
  return previewed.filter(
    (finding) => !keys.has(findingKey(finding)) && finding.ignored === undefined && finding.place !== undefined && !isOfNewRoom(finding),
  )
}
