import { z } from 'zod'
import { Id, idOf } from '#shared/base/ids'
import { metres, text } from '#shared/base/units'

/** What somebody at a table wants remembered about a place of a design. It is no part of the building: nothing is measured from it. */
export const Note = z.strictObject({
  id: idOf('note'),
  kind: z.literal('note'),
  design: idOf('design'),
  storey: idOf('storey'),
  /** What it is called by on the plan and in the list; one a design. */
  number: z.int().min(1).max(99_999),
  x: metres(),
  y: metres(),
  text: text(1000),
  /** Initials, if somebody wants to be asked. */
  author: text(40).default(''),
  isDone: z.boolean().default(false),
  origin: Id.optional(),
})
export type Note = Readonly<z.infer<typeof Note>>
