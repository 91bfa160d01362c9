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

/** What is told of a design, by what there is to do about it. */
export type SortedFindings = {
  /** To be looked at. */
  readonly heeded: readonly Finding[]
  /** Not wrong, only not drawn yet. */
  readonly toCome: readonly Finding[]
  /** Left as it is, each with its reason. */
  readonly ignored: readonly Finding[]
}

const isWanted = ({ message }: Finding) => message.key === 'finding.briefMissing'
const isRoomToCome = (finding: Finding) => isWanted(finding) || finding.message.key === 'finding.noRoomOfType'

/**
 * Sorts what is told, in its order. Rooms that the brief wants or a pathway needs are still to be drawn, which is no fault of what is; so is
 * an entrance for as long as they are. Once every room is there, or is left out with a reason, an entrance that is missing is a fault.
 * The brief speaks first, and for the pathways that need the same type.
 */
export function sortedFindings(told: readonly Finding[]): SortedFindings {
  const open = told.filter(({ ignored }) => ignored === undefined)
  const lacksRooms = open.some(isRoomToCome)
  const isToCome = (finding: Finding) => isRoomToCome(finding) || (lacksRooms && finding.message.key === 'finding.noGate')
  const wanted = open.filter(isWanted)
  const types = new Set(wanted.map(({ about }) => about))
  const needed = open.filter((finding) => isToCome(finding) && !isWanted(finding) && !(isRoomToCome(finding) && types.has(finding.about)))
  return {
    heeded: open.filter((finding) => !isToCome(finding)),
    toCome: [...wanted, ...needed],
    ignored: told.filter(({ ignored }) => ignored !== undefined),
  }
}

/** How many rooms of the brief are among what is still to come. */
export function roomsToCome(toCome: readonly Finding[]): number {
  return toCome.filter(isWanted).reduce((sum, { message }) => sum + Number(message.values.missing), 0)
}

/**
 * What a gesture would cause: what is found with it (`previewed`) and is not known of the design without it (`table`). A room that is only
 * being put down has no door yet, which is no fault of where it is put.
 */
export function causedOf(previewed: readonly Finding[], known: readonly Finding[], table: RecordTable | undefined): readonly Finding[] {
  const keys = new Set(known.map(findingKey))
  const isDoorToCome = ({ message, where: [room] }: Finding) =>
    message.key === 'finding.roomNoDoor' && room !== undefined && table?.[room] === undefined
  return previewed.filter(
    (finding) => !keys.has(findingKey(finding)) && finding.ignored === undefined && finding.place !== undefined && !isDoorToCome(finding),
  )
}
