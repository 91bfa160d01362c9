import { z } from 'zod'
import { Id, idOf, Key } from '#shared/base/ids'
import { length, metres, text } from '#shared/base/units'
import { EdgeKind } from '../vocabulary'

/** A corner and the edge from it to the next corner. `key` is stable: an opening names its edge by it. */
export const Corner = z.strictObject({
  key: Key,
  x: metres(),
  y: metres(),
  edge: EdgeKind.default('wall'),
  /** Thickness of the wall on this edge, in metres. None given: 0.12 where floor lies on both sides, else 0.30, by stretch. */
  thickness: length().max(5).optional(),
})
export type Corner = Readonly<z.infer<typeof Corner>>

/** A room, drawn on the centre-lines of its walls, corners counter-clockwise. */
export const Room = z.strictObject({
  id: idOf('room'),
  kind: z.literal('room'),
  design: idOf('design'),
  storey: idOf('storey'),
  roomType: Key,
  name: text(120),
  corners: z.array(Corner).min(3).max(500),
  /** Places in it for a step that names no fixture. None given: 1, unlimited for waiting and circulation. */
  capacity: z.int().min(1).max(10_000).optional(),
  /** Whom it is kept for, for the same-sex rule. */
  for: z.enum(['any', 'women', 'men']).default('any'),
  /** Elements of one group are selected and moved together. */
  group: idOf('group').optional(),
  /** Why it may not be moved, if it may not. */
  monument: text().optional(),
  origin: Id.optional(),
})
export type Room = Readonly<z.infer<typeof Room>>
