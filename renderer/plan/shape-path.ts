import type { Shape } from '#shared/drawing/shape'
import type { Point } from '#shared/geometry/point'

/** SVG path data of a shape in metres, y turned down the page; undefined for a text. Cached: most shapes live through many frames. */
export function pathOf({ form }: Shape): string | undefined {
  const cached = paths.get(form)
  if (cached !== undefined) return cached
  const path = drawn(form)
  if (path !== undefined) paths.set(form, path)
  return path
}

const paths = new WeakMap<Shape['form'], string>()

function drawn(form: Shape['form']): string | undefined {
  switch (form.type) {
    case 'polygon':
      return form.rings.map((ring) => `${line(ring)}Z`).join('')
    case 'polyline':
      return line(form.points)
    case 'circle': {
      const { centre, radius } = form
      const r = number(radius)
      return `M${spot({ x: centre.x - radius, y: centre.y })}a${r},${r} 0 1,0 ${number(2 * radius)},0a${r},${r} 0 1,0 ${number(-2 * radius)},0Z`
    }
    case 'arc': {
      const { centre, from, to, radius } = form
      // The shorter way round; y is turned over, so a left turn of the plan sweeps backwards on the page.
      const turn = (from.x - centre.x) * (to.y - centre.y) - (from.y - centre.y) * (to.x - centre.x)
      return `M${spot(from)}A${number(radius)},${number(radius)} 0 0,${turn > 0 ? 0 : 1} ${spot(to)}`
    }
    case 'text':
      return undefined
  }
}

export function ringPath(ring: readonly Point[]): string {
  return `${line(ring)}Z`
}

function line(points: readonly Point[]): string {
  return points.map((point, i) => `${i === 0 ? 'M' : 'L'}${spot(point)}`).join('')
}

function spot({ x, y }: Point): string {
  return `${number(x)},${number(-y)}`
}

function number(value: number): string {
  return String(Math.round(value * 10_000) / 10_000)
}
