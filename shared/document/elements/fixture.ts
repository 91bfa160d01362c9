import { z } from 'zod'
import { Id, idOf, Key } from '#shared/base/ids'
import { degrees, metres, text } from '#shared/base/units'
import { StoredPoint } from './storey'

/** Where somebody stands to use the fixture, in its own frame; a pass-through has an `in` and an `out`. */
export const UsePoint = z.strictObject({
  x: metres(),
  y: metres(),
  for: z.enum(['patient', 'staff', 'item', 'all']).default('all'),
  side: z.enum(['in', 'out']).optional(),
})
export type UsePoint = Readonly<z.infer<typeof UsePoint>>

/**
 * A piece of furniture or equipment. Copied from its catalogue entry when placed, then its own.
 * Its frame: origin at (x, y), x right, y towards the back of the fixture, turned by `rotation`.
 */
export const Fixture = z.strictObject({
  id: idOf('fixture'),
  kind: z.literal('fixture'),
  design: idOf('design'),
  storey: idOf('storey'),
  /** What it is to a pathway step: `bed`, `desk`, `washer`. */
  fixtureType: Key,
  /** Its look: an entry of the catalogue. */
  entry: Key,
  name: text(120).default(''),
  x: metres(),
  y: metres(),
  rotation: degrees().default(0),
  /** Its outline on the floor in its own frame, counter-clockwise. */
  footprint: z.array(StoredPoint).min(3).max(64),
  /** Whether a body has to walk round it. */
  blocks: z.boolean().default(true),
  usePoints: z.array(UsePoint).max(16).default([]),
  /** Where a patient's head lies, in its own frame. */
  bedHead: StoredPoint.optional(),
  /** People at its use points look round: seats and counters of public rooms, desks of staff bases. */
  eye: z.boolean().default(false),
  /** It hides what is behind it from every eye. */
  screen: z.boolean().default(false),
  /** Elements of one group are selected and moved together. */
  group: idOf('group').optional(),
  monument: text().optional(),
  origin: Id.optional(),
})
export type Fixture = Readonly<z.infer<typeof Fixture>>
