import { buildBuilding } from '#shared/building/build-building'
import type { BuildingStorey } from '#shared/building/building'
import { drawFixtures } from '#shared/drawing/draw-fixtures'
import { drawOpenings } from '#shared/drawing/draw-openings'
import { drawFloors } from '#shared/drawing/draw-rooms'
import { drawWalls } from '#shared/drawing/draw-walls'
import { svgOf } from '#shared/exchange/svg'
import { catalogue } from './catalogue'
import { firstDesign } from './desk-core'
import type { OpenDocument } from './document-store'
import { shownStorey } from './shown-storey'

/** Twice the size in which it is shown, for screens with fine pixels. */
const [WIDTH, HEIGHT] = [240, 150]

/** A small picture of a workshop, by which its file is known again: the first storey of the design that is worked on. */
export async function filePicture(open: OpenDocument): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { document } = open
  const table = document.designs[firstDesign(open) ?? '']
  const storey = table === undefined ? undefined : shownStorey(buildBuilding(table, document.workshop), document, undefined)
  if (storey === undefined) return undefined
  let picture = pictures.get(storey)
  if (picture === undefined) {
    picture = picturedStorey(storey)
    pictures.set(storey, picture)
    // Another time it may go well.
    picture.catch(() => pictures.delete(storey))
  }
  return picture
}

/** A storey is the same object as long as an edit leaves all that is drawn of it alone: saving what else was done draws nothing anew. */
const pictures = new WeakMap<BuildingStorey, Promise<Uint8Array<ArrayBuffer> | undefined>>()

async function picturedStorey(storey: BuildingStorey): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const shapes = [...drawFloors(storey), ...drawFixtures(storey, catalogue, false), ...drawWalls(storey), ...drawOpenings(storey)]
  if (shapes.length === 0) return undefined
  const url = URL.createObjectURL(new Blob([svgOf(shapes, { title: '', id: 'recent', alone: true })], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = new OffscreenCanvas(WIDTH, HEIGHT)
    const context = canvas.getContext('2d')
    if (context === null) return undefined
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, WIDTH, HEIGHT)
    const scale = Math.min(WIDTH / Math.max(1, image.naturalWidth), HEIGHT / Math.max(1, image.naturalHeight))
    const [width, height] = [image.naturalWidth * scale, image.naturalHeight * scale]
    context.drawImage(image, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height)
    return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 })).arrayBuffer())
  } finally {
    URL.revokeObjectURL(url)
  }
}
