import { z } from 'zod'
import { idOf } from '#shared/base/ids'
import { degrees, length, metres, text } from '#shared/base/units'

/** A named view of the 3D model. It belongs to the workshop, so that every design can be looked at from the same side. */
export const Viewpoint = z.strictObject({
  id: idOf('viewpoint'),
  kind: z.literal('viewpoint'),
  name: text(120),
  /** The point of the floor in the middle of the view. */
  x: metres(),
  y: metres(),
  /** Counter-clockwise: 0 looks from the foot of the page, 90 from its right. */
  azimuth: degrees(),
  /** Above the floor; 90 looks straight down. */
  elevation: degrees().max(90),
  /** How much of the floor's plane the shorter side of the view shows, in metres; a window's size is nobody else's. */
  span: length(),
})
export type Viewpoint = Readonly<z.infer<typeof Viewpoint>>
