import { z } from 'zod'
import { Id, idOf, Key } from '#shared/base/ids'
import { length, text } from '#shared/base/units'
import { Flow } from '../vocabulary'

/** An opening in an edge of a room or in a free wall; it belongs to that element and moves with it. */
export const Opening = z.strictObject({
  id: idOf('opening'),
  kind: z.literal('opening'),
  design: idOf('design'),
  name: text(120).default(''),
  opening: z.enum(['door', 'archway', 'window', 'passThrough']),
  /** The room and the key of the corner its edge starts at, or a free wall. */
  on: z.union([z.strictObject({ room: idOf('room'), corner: Key }), z.strictObject({ wall: idOf('wall') })]),
  /** From the start of the edge to the nearer jamb, in metres. */
  along: length(),
  /** Clear width in metres: what is left with the leaf open, and what a body's `passes` is compared with. */
  width: length().min(0.05).max(50),
  /** Flows that may pass; none given: all. */
  admits: z.array(Flow).optional(),
  /** Only this way may be walked: into the room it belongs to (for a free wall: to the left of from -> to), or out of it. */
  oneWay: z.enum(['in', 'out']).optional(),
  /** The side of the edge that the hinge is on, and the way the leaf turns, for drawing. */
  hinge: z.enum(['start', 'end', 'both', 'sliding']).default('start'),
  swing: z.enum(['in', 'out']).default('in'),
  /** A named gate of the unit (`main`, `staff`, `goods`, `ward`): pathways enter and leave by it. */
  gate: Key.optional(),
  monument: text().optional(),
  origin: Id.optional(),
})
export type Opening = Readonly<z.infer<typeof Opening>>

/** Whether people pass it, and do not only see through it. */
export function isWalkedThrough({ opening }: Pick<Opening, 'opening'>): boolean {
  return opening === 'door' || opening === 'archway'
}
