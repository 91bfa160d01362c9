import type { Shape } from '#shared/drawing/shape'
import { pageNumber, pathOf } from '#shared/drawing/svg-path'
import { escaped } from './escape'
import { fontFace, PLAN_STYLE } from './plan-style'

export type SvgOptions = {
  readonly title: string
  /** Names the patterns of this drawing apart from those of others on one page. */
  readonly id: string
  /** A file of its own brings its style sheet; a page that holds several has it once. */
  readonly alone: boolean
  /** White space about the drawing, in metres. */
  readonly margin?: number | undefined
  /** An Inter as WOFF2 in base64, for a picture whose type must not depend on the machine. */
  readonly typeface?: string | undefined
}

/** Millimetres of paper a metre of the unit, for programs that ask a drawing how large it is: 1 to 100. */
const PAPER_MM = 10

/** A drawing as SVG, y turned down the page, one unit a metre. The same shapes give the same text. */
export function svgOf(shapes: readonly Shape[], { title, id, alone, margin = MARGIN_M, typeface }: SvgOptions): string {
  const box = boxOf(shapes, margin)
  const [width, height] = [box.right - box.left, box.top - box.bottom]
  const hatch = `hatch-${id}`
  const size = alone
    ? ` xmlns="http://www.w3.org/2000/svg" width="${pageNumber(width * PAPER_MM)}mm" height="${pageNumber(height * PAPER_MM)}mm"`
    : ''
  const style = alone ? `<style>${typeface === undefined ? '' : fontFace(typeface)}${PLAN_STYLE}</style>` : ''
  const pattern =
    `<pattern id="${hatch}" width="0.3" height="0.3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    `<rect width="0.3" height="0.3" fill="#f2c9cf"/><rect width="0.1" height="0.3" fill="#c2384f"/></pattern>`
  return [
    `<svg class="plan" role="img"${size} viewBox="${[box.left, -box.top, width, height].map(pageNumber).join(' ')}">`,
    `<title>${escaped(title)}</title>${style}<defs>${pattern}</defs>`,
    ...linesOf(shapes, hatch),
    '</svg>',
    '',
  ].join('\n')
}

/** White space about a drawing. */
const MARGIN_M = 0.5

/** Width and height of a drawing with its white space, in metres of the unit. */
export function sizeOf(shapes: readonly Shape[]): { readonly width: number; readonly height: number } {
  const { left, right, bottom, top } = boxOf(shapes, MARGIN_M)
  return { width: right - left, height: top - bottom }
}

/** Bands that lie over one another are see-through together, or the busiest corridor would be the darkest. */
const VEILS: ReadonlySet<Shape['role']> = new Set<Shape['role']>(['shared', 'exposed'])

function linesOf(shapes: readonly Shape[], hatch: string): readonly string[] {
  const lines: string[] = []
  let veil: Shape['role'] | undefined
  for (const shape of shapes) {
    const role = VEILS.has(shape.role) ? shape.role : undefined
    if (role !== veil && veil !== undefined) lines.push('</g>')
    if (role !== veil && role !== undefined) lines.push(`<g class="veil">`)
    veil = role
    lines.push(shapeText(shape, hatch))
  }
  return veil === undefined ? lines : [...lines, '</g>']
}

function shapeText(shape: Shape, hatch: string): string {
  const { form, role } = shape
  const classes = [
    `s-${role}`,
    shape.zone && `z-${shape.zone}`,
    shape.flow && `f-${shape.flow}`,
    shape.material && `m-${shape.material}`,
    shape.part && role === 'scaleBar' && `p-${shape.part}`,
  ]
  const named = `class="${escaped(classes.filter((name) => typeof name === 'string').join(' '))}"`
  if (form.type === 'text') {
    const [x, y] = [pageNumber(form.at.x), pageNumber(-form.at.y)]
    const turned = form.isUpright ? ` transform="rotate(-90 ${x} ${y})"` : ''
    return `<text ${named} x="${x}" y="${y}" font-size="${pageNumber(form.size)}"${turned}>${escaped(form.text)}</text>`
  }
  const width = form.type === 'polyline' && form.width !== undefined ? ` stroke-width="${pageNumber(form.width)}"` : ''
  const stroke = role === 'shared' ? ` stroke="url(#${hatch})"` : ''
  const open = form.type === 'polyline' || form.type === 'arc' ? ' fill="none"' : ''
  return `<path ${named} d="${pathOf(form)}"${width}${stroke}${open}/>`
}

type Box = { readonly left: number; readonly right: number; readonly bottom: number; readonly top: number }

function boxOf(shapes: readonly Shape[], margin: number): Box {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity]
  const reach = (x: number, y: number, by: number) => {
    left = Math.min(left, x - by)
    right = Math.max(right, x + by)
    bottom = Math.min(bottom, y - by)
    top = Math.max(top, y + by)
  }
  for (const { form } of shapes) {
    switch (form.type) {
      case 'polygon':
        for (const ring of form.rings) for (const { x, y } of ring) reach(x, y, 0)
        break
      case 'polyline':
        for (const { x, y } of form.points) reach(x, y, (form.width ?? 0) / 2)
        break
      case 'text':
        reach(form.at.x - form.fits / 2, form.at.y, form.size / 2)
        reach(form.at.x + form.fits / 2, form.at.y, form.size / 2)
        break
      default:
        reach(form.centre.x, form.centre.y, form.radius)
    }
  }
  if (left > right) return { left: 0, right: 1, bottom: 0, top: 1 }
  return { left: left - margin, right: right + margin, bottom: bottom - margin, top: top + margin }
}
