import type { Id } from '#shared/base/ids'
import type { Found } from '../workers/inquiries'
import type { ShownPart } from '../workers/part-rows'
import type { Answered } from './inquiries'
import type { LiveAnswer } from './live'

/** The place in the window that the range of the open measure is asked for. */
export const RANGE_SLOT = 'range'

/** A part with the other ways round of its trip, where a range hangs on them: to be drawn beside the way it goes. */
export function withOtherWays(part: ShownPart, range: Found['range']): ShownPart {
  if (range === undefined || typeof range === 'number') return part
  const leg = range.legs.find(({ trip }) => trip === part.trip?.key)
  return leg === undefined ? part : { ...part, marks: [...part.marks, ...leg.marks] }
}

/** What was found of the range of the measure that is open, by what the slot has; undefined where it is of an earlier state of the design. */
export function rangeOfOpen(asked: Answered | undefined, design: Id, answer: LiveAnswer | undefined): Found['range'] {
  if (asked === undefined || answer?.open === undefined || answer.isPreview || asked.revision !== answer.revision) return undefined
  const { inquiry } = asked
  const isAbout =
    inquiry.about === 'range' &&
    inquiry.design === design &&
    inquiry.reading === answer.reading &&
    inquiry.metric === answer.open.metric &&
    inquiry.subject === answer.open.subject
  return isAbout ? (asked.found as Found['range']) : undefined
}
