import type { Id } from '#shared/base/ids'
import type { DrawnPart } from '#shared/drawing/options'
import type { Found, ShownRange } from '../workers/inquiries'
import type { ShownPart } from '../workers/part-rows'
import type { Answered, InquiriesState } from './inquiries'
import type { LiveAnswer } from './live'
import type { PickedTrip } from './view-store'

/** The place in the window that the range of the open measure is asked for. */
export const RANGE_SLOT = 'range'

/**
 * What of a number is drawn: all its parts, or what was picked. A trip that the number's range hangs on is drawn with the other ways round,
 * whether a part is its own or not.
 */
export function partsDrawn(parts: readonly ShownPart[], picked: PickedTrip | undefined, range: ShownRange | undefined): readonly DrawnPart[] {
  if (picked === undefined) return parts
  const legs = range?.legs ?? []
  // A trip over several storeys has a leg on each.
  const legsOf = (key: string | undefined) => legs.flatMap(({ trip, drawn }) => (trip === key ? [drawn] : []))
  if ('trip' in picked) return legsOf(picked.trip)
  return parts.slice(picked.part, picked.part + 1).map((part) => {
    const ways = legsOf(part.trip?.key).flatMap(({ marks }) => marks.filter(({ role }) => role === 'otherWay'))
    return ways.length === 0 ? part : { ...part, marks: [...part.marks, ...ways] }
  })
}

/** How a trip of a range is picked: as the part of the measure that is its own, else by its key. */
export function pickOfLeg(trip: string, parts: readonly ShownPart[]): PickedTrip {
  return partOfTrip(trip, parts) ?? { trip }
}

/** The part of the measure that is of a trip, as it is picked; undefined where none is. */
export function partOfTrip(trip: string, parts: readonly ShownPart[]): PickedTrip | undefined {
  const part = parts.findIndex((each) => each.trip?.key === trip)
  return part === -1 ? undefined : { part }
}

/** Whether `pick` is what is picked. */
export function isPicked(pick: PickedTrip, picked: PickedTrip | undefined): boolean {
  if (picked === undefined) return false
  return 'part' in pick ? 'part' in picked && pick.part === picked.part : 'trip' in picked && pick.trip === picked.trip
}

/** What the slot has, once its range is found: that more of it has been looked for draws nothing anew. */
export function foundIn(all: InquiriesState): Answered | undefined {
  const asked = all.get(RANGE_SLOT)
  return asked !== undefined && foundRange(asked) !== undefined ? asked : undefined
}

/** The range of the measure that is open, by what was found; undefined where it is of an earlier state of the design, or of something else. */
export function rangeOfOpen(asked: Answered | undefined, design: Id, answer: LiveAnswer | undefined): ShownRange | undefined {
  if (asked === undefined || answer?.open === undefined || answer.isPreview || asked.revision !== answer.revision) return undefined
  const { inquiry } = asked
  const isAbout =
    inquiry.about === 'range' &&
    inquiry.design === design &&
    inquiry.reading === answer.reading &&
    inquiry.metric === answer.open.metric &&
    inquiry.subject === answer.open.subject
  return isAbout ? foundRange(asked) : undefined
}

function foundRange({ inquiry, found }: Answered): ShownRange | undefined {
  const range = inquiry.about === 'range' ? (found as Found['range']) : undefined
  return range?.status === 'found' ? range : undefined
}
