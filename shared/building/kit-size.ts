import { roundToMillimetre } from '#shared/base/units'
import type { RoomType } from '#shared/document/workshop'
import { INNER_WALL_M, OUTER_WALL_M } from './stretches'

/** A room whose type has no usual size, metres each way. */
const USUAL_M = 4

/**
 * The usual size of a room, which is meant between inner walls. Where no outline is drawn every wall is an outer one: a room whose floor would
 * then be less than is wanted is a little larger, so that none is too small by being the first. `minimum`: square metres of the brief. Metres.
 */
export function kitSize(
  { defaultSize }: Pick<RoomType, 'defaultSize'>,
  minimum: number | undefined,
  isWithinOutline: boolean,
): { readonly width: number; readonly depth: number } {
  const { width, depth } = defaultSize ?? { width: USUAL_M, depth: USUAL_M }
  const floor = (width - OUTER_WALL_M) * (depth - OUTER_WALL_M)
  const more = isWithinOutline || minimum === undefined || floor >= minimum ? 0 : Math.ceil((OUTER_WALL_M - INNER_WALL_M) * 10) / 10
  return { width: roundToMillimetre(width + more), depth: roundToMillimetre(depth + more) }
}
