import type { Message } from '#shared/base/message'
import { message } from '#shared/base/message'
import { pictureHeader } from '#shared/exchange/picture'

/** The longer side of a picture under a plan: sharp enough to trace at any zoom that a ward needs, small enough for any laptop. Pixels. */
export const LONGER_SIDE_PX = 4096
const QUALITY = 0.9

/** A picture as it goes into the file. */
export type MadePicture = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly part: string
  readonly pixels: { readonly width: number; readonly height: number }
}
export type MadeAnswer = { readonly status: 'made'; readonly picture: MadePicture } | { readonly status: 'failed'; readonly problem: Message }

/**
 * A picture file, drawn anew in a bounded size on white. Its header is read first, so that one of too many pixels is refused before any
 * of it is decoded; what a camera wrote beside the picture (place, time, name) stays behind.
 */
export async function pictureFrom(bytes: Uint8Array, name: string): Promise<MadeAnswer> {
  const header = pictureHeader(bytes, name)
  if (header.status === 'refused') return { status: 'failed', problem: header.problem }
  const decoded = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type: `image/${header.type}` })).catch(() => undefined)
  if (decoded === undefined) return { status: 'failed', problem: message('underlay.not-decoded', { name }) }
  const scale = Math.min(1, LONGER_SIDE_PX / Math.max(decoded.width, decoded.height))
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(decoded.width * scale)), Math.max(1, Math.round(decoded.height * scale)))
  const context = canvas.getContext('2d')
  if (context === null) return { status: 'failed', problem: message('underlay.not-decoded', { name }) }
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(decoded, 0, 0, canvas.width, canvas.height)
  decoded.close()
  return { status: 'made', picture: await storedPicture(canvas) }
}

/** What is drawn on a canvas, as a part of a file. */
export async function storedPicture(canvas: OffscreenCanvas): Promise<MadePicture> {
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: QUALITY })
  const name = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return {
    bytes: new Uint8Array(await blob.arrayBuffer()),
    part: `underlays/${name}.${blob.type === 'image/webp' ? 'webp' : 'png'}`,
    pixels: { width: canvas.width, height: canvas.height },
  }
}
