import type { Shape } from '#shared/drawing/shape'
import { pathOf } from '#shared/drawing/svg-path'

/** Shapes that look alike, as one path. */
export type MergedShape = Pick<Shape, 'role' | 'zone' | 'material'> & {
  readonly key: string
  readonly form: Shape['form']['type']
  readonly width: number | undefined
  readonly d: string
}

/**
 * One layer of a picture in a few paths in place of one a shape, texts left out. What lies on top in an
 * element still does: first every element's first shape, then every element's second, and so on.
 */
export function mergedShapes(layer: readonly Shape[]): readonly MergedShape[] {
  const seen = new Map<string, number>()
  const groups = new Map<string, { readonly rank: number; readonly shape: MergedShape; readonly paths: string[] }>()
  for (const { role, zone, material, element, form } of layer) {
    if (form.type === 'text') continue
    const rank = element === undefined ? 0 : (seen.get(element) ?? 0)
    if (element !== undefined) seen.set(element, rank + 1)
    const width = form.type === 'polyline' ? form.width : undefined
    const key = `${rank} ${role} ${zone ?? ''} ${material ?? ''} ${form.type} ${width ?? ''}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { rank, shape: { key, role, zone, material, form: form.type, width, d: '' }, paths: [pathOf(form)] })
    else group.paths.push(pathOf(form))
  }
  return [...groups.values()].sort((a, b) => a.rank - b.rank).map(({ shape, paths }) => ({ ...shape, d: paths.join('') }))
}
