import { z } from 'zod'
import { Id, idOf } from '#shared/base/ids'
import { degrees, length, metres, share, text } from '#shared/base/units'

/** Where the bytes of an underlay's picture lie in the file: named at random, so that files can be joined; designs share a picture. */
export const UNDERLAY_PART = /^underlays\/[0-9a-f]{32}\.(png|jpg|webp)$/

/** No side of a stored picture is longer. Pixels. */
export const LONGEST_SIDE_PX = 8192

/** A picture of a plan under a storey, to be traced. One a storey; its picture is a part of the file beside the records. */
export const Underlay = z.strictObject({
  id: idOf('underlay'),
  kind: z.literal('underlay'),
  design: idOf('design'),
  storey: idOf('storey'),
  /** What the file was called that it was made from. */
  name: text(200),
  /** Of a PDF. */
  page: z.int().min(1).max(100_000).optional(),
  part: z.string().regex(UNDERLAY_PART),
  /** Size of the picture in pixels; its depth on the plan follows from its width. */
  pixels: z.strictObject({ width: z.int().min(1).max(LONGEST_SIDE_PX), height: z.int().min(1).max(LONGEST_SIDE_PX) }),
  /** The middle of the picture. */
  x: metres(),
  y: metres(),
  /** How wide it lies on the plan, in metres. */
  width: length().min(0.001),
  rotation: degrees().default(0),
  /** 0 is not seen at all, 1 hides nothing of the picture. */
  opacity: share().default(0.5),
  /** It stays where it is while the plan over it is drawn. */
  locked: z.boolean().default(false),
  origin: Id.optional(),
})
export type Underlay = Readonly<z.infer<typeof Underlay>>
