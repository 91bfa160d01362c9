import { z } from 'zod'
import { idOf } from '#shared/base/ids'
import { text } from '#shared/base/units'
import { Fixture } from './elements/fixture'
import { Opening } from './elements/opening'
import { Room } from './elements/room'
import { Wall } from './elements/wall'

/** What an element has only where it stands: a piece of an arrangement stands nowhere yet. */
const STANDING = { design: true, monument: true, origin: true } as const

/** A piece of an arrangement: a drawn element without its design, in the arrangement's own frame. Its id is known only among the pieces. */
export const ArrangementPiece = z.discriminatedUnion('kind', [
  Room.omit({ ...STANDING, storey: true, group: true }),
  Wall.omit({ ...STANDING, storey: true, group: true }),
  Opening.omit(STANDING),
  Fixture.omit({ ...STANDING, storey: true, group: true }),
])
export type ArrangementPiece = Readonly<z.infer<typeof ArrangementPiece>>

/**
 * Rooms, partitions and furniture that people put down together: a bay, a pod. It belongs to the workshop, so that every design can
 * have it. Its frame has its origin in the middle of all its pieces, x to the right, y up the page.
 */
export const Arrangement = z.strictObject({
  id: idOf('arrangement'),
  kind: z.literal('arrangement'),
  name: text(120),
  pieces: z.array(ArrangementPiece).min(1).max(500),
})
export type Arrangement = Readonly<z.infer<typeof Arrangement>>
