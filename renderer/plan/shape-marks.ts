import type { Shape } from '#shared/drawing/shape'
import { pathOf } from '#shared/drawing/svg-path'
import type { Mark } from './patched-list'

/** So many colours there are for types of room. */
const TINTS = 16

/** A shape as an element of the page: its role is a class, what it is of is said by `data-` attributes. */
export function markOf({ role, element, part, zone, flow, tint, material, form }: Shape): Mark {
  const attributes: Record<string, string> = { class: `shape-${role}` }
  if (part !== undefined) attributes['data-part'] = part
  if (form.type === 'text') {
    const [x, y] = [String(form.at.x), String(-form.at.y)]
    Object.assign(attributes, { x, y, 'font-size': String(form.size), 'text-anchor': 'middle', 'dominant-baseline': 'central' })
    if (form.isUpright) attributes.transform = `rotate(-90 ${x} ${y})`
    return { tag: 'text', attributes, text: form.text }
  }
  attributes.d = pathOf(form)
  attributes['data-form'] = form.type
  if (element !== undefined) attributes['data-element'] = element
  if (zone !== undefined) attributes['data-zone'] = zone
  if (flow !== undefined) attributes['data-flow'] = flow
  if (tint !== undefined) attributes['data-tint'] = String(tint % TINTS)
  if (material !== undefined) attributes['data-material'] = material
  if (form.type === 'polyline' && form.width !== undefined) attributes['stroke-width'] = String(form.width)
  return { tag: 'path', attributes }
}
