import { z } from 'zod'
import { Id, idOf } from '#shared/base/ids'
import { length, text } from '#shared/base/units'
import { StoredPoint } from './storey'

/** A free partition, on its centre-line. */
export const Wall = z.strictObject({
  id: idOf('wall'),
  kind: z.literal('wall'),
  design: idOf('design'),
  storey: idOf('storey'),
  from: StoredPoint,
  to: StoredPoint,
  edge: z.enum(['wall', 'glazed']).default('wall'),
  thickness: length().max(5).default(0.12),
  /** Elements of one group are selected and moved together. */
  group: idOf('group').optional(),
  monument: text().optional(),
  origin: Id.optional(),
})
export type Wall = Readonly<z.infer<typeof Wall>>
