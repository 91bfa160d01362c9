import type { Building, BuildingStorey } from '#shared/building/building'
import type { Trip } from '#shared/journeys/trip'
import { landingPassings } from '#shared/metrics/landing-passings'
import { extentOf } from './draw-design'
import { drawLandings } from './draw-flow-marks'
import type { DrawOptions } from './options'
import type { Shape } from './shape'

/** Between two storeys on a sheet, and the height of their names. Metres. */
const GAP_M = 3
const NAME_M = 0.9
/** Marks at lifts and stairs are made for screens: so many metres of paper a pixel. */
const PIXEL_M = 0.035

/**
 * All storeys of a building on one sheet, the highest at the top, each under its name and with marks where trips leave it; a building of
 * one storey is drawn as it is.
 */
export function onOneSheet(
  { storeys, connectors, design }: Building,
  trips: readonly Trip[],
  { say }: Pick<DrawOptions, 'say'>,
  draw: (storey: BuildingStorey | undefined) => readonly Shape[],
): readonly Shape[] {
  if (storeys.length < 2) return draw(undefined)
  const shapes: Shape[] = []
  let foot = 0
  for (const storey of storeys) {
    const box = extentOf(storey)
    if (box === undefined) continue
    const by = foot - box.bottom
    const landings = landingPassings(trips, { storeys, connectors, design }, storey.storey.id)
    const marks = say === undefined ? [] : drawLandings(landings, () => true, { unit: PIXEL_M, say })
    shapes.push(...[...draw(storey), ...marks].map((shape) => raised(shape, by)))
    const at = { x: (box.left + box.right) / 2, y: box.top + by + NAME_M * 2 }
    shapes.push({
      role: 'storeyName',
      element: undefined,
      form: { type: 'text', at, text: storey.storey.name, size: NAME_M, fits: Number.POSITIVE_INFINITY },
    })
    foot = at.y + GAP_M
  }
  return shapes
}

/** A shape further up the page. */
function raised(shape: Shape, by: number): Shape {
  const up = <P extends { readonly x: number; readonly y: number }>(point: P): P => ({ ...point, y: point.y + by })
  const { form } = shape
  switch (form.type) {
    case 'polygon':
      return { ...shape, form: { ...form, rings: form.rings.map((ring) => ring.map(up)) } }
    case 'polyline':
      return { ...shape, form: { ...form, points: form.points.map(up) } }
    case 'arc':
      return { ...shape, form: { ...form, centre: up(form.centre), from: up(form.from), to: up(form.to) } }
    case 'circle':
      return { ...shape, form: { ...form, centre: up(form.centre) } }
    case 'text':
      return { ...shape, form: { ...form, at: up(form.at) } }
  }
}
