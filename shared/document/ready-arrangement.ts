import { z } from 'zod'
import { idOf, Key } from '#shared/base/ids'
import { degrees, metres, text } from '#shared/base/units'
import { Opening } from './elements/opening'
import { Corner } from './elements/room'
import { RoomType } from './workshop'

/** An arrangement that is shipped: rooms and openings as drawn, furniture by its entries of the catalogue. Metres, in a frame of its own. */
export const ReadyArrangement = z.strictObject({
  key: Key,
  name: text(120),
  /** Other words that people look for it by. */
  also: text().default(''),
  /** Types of its rooms, for a workshop that has none of that key. */
  roomTypes: z.array(RoomType.omit({ id: true, kind: true })).default([]),
  rooms: z.array(z.strictObject({ id: idOf('room'), roomType: Key, name: text(120), corners: z.array(Corner).min(3).max(100) })).default([]),
  openings: z.array(Opening.omit({ id: true, kind: true, design: true, monument: true, origin: true })).default([]),
  fixtures: z
    .array(z.strictObject({ entry: Key, x: metres(), y: metres(), rotation: degrees().default(0), name: text(120).default('') }))
    .default([]),
})
export type ReadyArrangement = Readonly<z.infer<typeof ReadyArrangement>>
