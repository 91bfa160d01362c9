import { z } from 'zod'
import { Id, idOf } from '#shared/base/ids'
import { length, seconds, text } from '#shared/base/units'
import { Flow, Traveller } from '../vocabulary'

/**
 * A lift or stairs. On each storey that it serves a fixture stands for it, drawn, moved and turned as any other; people step in and
 * out at the first use point of that one.
 */
export const Connector = z.strictObject({
  id: idOf('connector'),
  kind: z.literal('connector'),
  design: idOf('design'),
  connector: z.enum(['lift', 'stair']),
  name: text(120),
  /** The fixtures that stand for it, at most one on a storey. */
  landings: z.array(idOf('fixture')).max(64),
  /** Who may use it; none given: all whom it can take. Stairs take nobody but persons on foot. */
  bodies: z.array(Traveller).optional(),
  /** A lift's inside, in metres; none given: it takes anybody. */
  car: z.strictObject({ width: length(), depth: length() }).optional(),
  /** Clear width of a lift's doors, in metres; none given: that of the car. */
  door: length().optional(),
  /** Flows that may use it; none given: all. */
  admits: z.array(Flow).optional(),
  /** Only this way may it be used. */
  oneWay: z.enum(['up', 'down']).optional(),
  /** Waiting for a lift and stepping in and out, in seconds; none given: the lift seconds of the settings. */
  wait: seconds().optional(),
  /** A lift's seconds for each storey it goes up or down, beside the wait. */
  travel: seconds().default(0),
  /** What stairs run forward from storey to storey, in metres; none given: 0.28 m for each 0.17 m of rise. */
  going: length().optional(),
  /** Metres along the slope of stairs from storey to storey; none given: from rise and going. */
  slope: length().optional(),
  origin: Id.optional(),
})
export type Connector = Readonly<z.infer<typeof Connector>>
