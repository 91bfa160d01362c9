import type { Finding } from '../finding'

/** What is found, by what there is to do about it. */
export type SortedFindings<F extends Finding = Finding> = {
  /** To be looked at. */
  readonly heeded: readonly F[]
  /** Not wrong, only not drawn yet. */
  readonly toCome: readonly F[]
  /** Left as it is, each with its reason. */
  readonly ignored: readonly F[]
}

const isWanted = ({ message }: Finding) => message.key === 'finding.briefMissing'
const isRoomToCome = (finding: Finding) => isWanted(finding) || finding.message.key === 'finding.noRoomOfType'
/** What is missing is about its design first of all. */
const designOf = ({ where }: Finding) => where[0]
const typeOf = (finding: Finding) => `${designOf(finding)} ${finding.about}`

/**
 * Sorts what was found of one design or of several, in its order. Rooms that the brief wants or a pathway needs are still to be drawn, which
 * is no fault of what is; so is an entrance for as long as they are. Once every room is there, or is left out with a reason, an entrance that
 * is missing is a fault. The brief speaks first, and for the pathways that need the same type.
 */
export function sortedFindings<F extends Finding>(found: readonly F[]): SortedFindings<F> {
  const open = found.filter(({ ignored }) => ignored === undefined)
  const lackingRooms = new Set(open.filter(isRoomToCome).map(designOf))
  const isToCome = (finding: F) => isRoomToCome(finding) || (finding.message.key === 'finding.noGate' && lackingRooms.has(designOf(finding)))
  const wanted = open.filter(isWanted)
  const types = new Set(wanted.map(typeOf))
  const needed = open.filter((finding) => isToCome(finding) && !isWanted(finding) && !(isRoomToCome(finding) && types.has(typeOf(finding))))
  return {
    heeded: open.filter((finding) => !isToCome(finding)),
    toCome: [...wanted, ...needed],
    ignored: found.filter(({ ignored }) => ignored !== undefined),
  }
}

/** How many rooms of the brief are among what is still to come. */
export function roomsToCome(toCome: readonly Finding[]): number {
  return toCome.filter(isWanted).reduce((sum, { message }) => sum + Number(message.values.missing), 0)
}
