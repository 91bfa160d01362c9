import { z } from 'zod'
import { Id, idOf } from '#shared/base/ids'
import { metres, text } from '#shared/base/units'

export const StoredPoint = z.strictObject({ x: metres(), y: metres() })

/** One floor of a design. */
export const Storey = z.strictObject({
  id: idOf('storey'),
  kind: z.literal('storey'),
  design: idOf('design'),
  name: text(120),
  /** Height of the finished floor, in metres. */
  elevation: metres(),
  /** The outer face of the building, counter-clockwise; floor inside it that no room covers is walkable circulation. */
  outline: z.array(StoredPoint).min(3).max(2000).optional(),
  /** Why its outline, its columns and what lies under it may not be moved, if they may not. */
  baseLock: text().optional(),
  origin: Id.optional(),
})
export type Storey = Readonly<z.infer<typeof Storey>>
