import { z } from 'zod'
import { Id, idOf, Key } from '#shared/base/ids'
import { share, text } from '#shared/base/units'

/** One table's proposed layout, or today's. Its storeys, rooms and the rest name it in their `design`. */
export const Design = z.strictObject({
  id: idOf('design'),
  kind: z.literal('design'),
  name: text(120),
  /** The idea in one line, as the table would say it. */
  idea: text(),
  /** The design this one grew from. */
  parent: idOf('design').optional(),
  round: z.int().min(0).max(99).default(0),
  status: z.enum(['idea', 'shortlisted', 'chosen', 'dropped']).default('idea'),
  /** Today's unit: the datum every other design is compared with. At most one. */
  isCurrentState: z.boolean().default(false),
  /** A locked design refuses every edit. */
  locked: z.boolean().default(false),
  /** Shares of visits for `assigned` places: element id (fixture, or room where none is named) to share. */
  placeShares: z.array(z.strictObject({ roomType: Key, fixtureType: Key.optional(), shares: z.record(Id, share()) })).default([]),
  /** Legs forced through named rooms or openings, in order. The leg leads to `step`, or to the gate out when there is none. */
  via: z.array(z.strictObject({ pathway: Key, step: Key.optional(), through: z.array(Id).min(1) })).default([]),
})
export type Design = Readonly<z.infer<typeof Design>>
