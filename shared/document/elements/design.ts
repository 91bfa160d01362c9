import { z } from 'zod'
import { Id, idOf, Key } from '#shared/base/ids'
import { share, text } from '#shared/base/units'

/** A finding that the table looked at and leaves as it is. It is known by its kind and its records: where these change, it comes back. */
export const IgnoredFinding = z.strictObject({
  /** The key of its message. */
  finding: text(120).min(1),
  where: z.array(Id).max(20),
  about: text(120).optional(),
  reason: text().min(1),
})
export type IgnoredFinding = Readonly<z.infer<typeof IgnoredFinding>>

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
  ignored: z.array(IgnoredFinding).max(1000).optional(),
})
export type Design = Readonly<z.infer<typeof Design>>
