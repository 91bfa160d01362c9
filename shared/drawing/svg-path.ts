import type { Point } from '#shared/geometry/point'
import type { Shape } from './shape'

/** A form that has a line or a face; texts have neither. */
export type Traced = Exclude<Shape['form'], { readonly type: 'text' }>

/** SVG path data of a form in metres to the millimetre, y turned down the page. Cached: on a screen most forms live through many frames. */
export function pathOf(form: Traced): string {
  const known = paths.get(form)
  if (known !== undefined) return known
  const path = traced(form)
  paths.set(form, path)
  return path
}

const paths = new WeakMap<Traced, string>()

function traced(form: Traced): string {
  switch (form.type) {
    case 'polygon':
      return form.rings.map(ringPath).join('')
    case 'polyline':
      return line(form.points)
    case 'circle': {
      const { centre, radius } = form
      const r = pageNumber(radius)
      return `M${spot({ x: centre.x - radius, y: centre.y })}a${r},${r} 0 1,0 ${pageNumber(2 * radius)},0a${r},${r} 0 1,0 ${pageNumber(-2 * radius)},0Z`
    }
    case 'arc': {
      const { centre, from, to, radius } = form
      // The shorter way round; y is turned over, so a left turn of the plan sweeps backwards on the page.
      const turn = (from.x - centre.x) * (to.y - centre.y) - (from.y - centre.y) * (to.x - centre.x)
      return `M${spot(from)}A${pageNumber(radius)},${pageNumber(radius)} 0 0,${turn > 0 ? 0 : 1} ${spot(to)}`
    }
  }
}

/** The path of a closed ring. */
export function ringPath(ring: readonly Point[]): string {
  return `${line(ring)}Z`
}

/** A number as a drawing writes it: to the millimetre, never -0. */
export function pageNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000 + 0)
}

function line(points: readonly Point[]): string {
  return points.map((point, index) => `${index === 0 ? 'M' : 'L'}${spot(point)}`).join('')
}

function spot({ x, y }: Point): string {
  return `${pageNumber(x)},${pageNumber(-y)}`
}
