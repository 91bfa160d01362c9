import { Color } from 'three'
import type { Material } from '#shared/document/catalogue'
import type { Flow } from '#shared/document/vocabulary'
import type { FloorZone } from './storey-geometry'

/** The colours of the scene, read once from the tokens of the page, so that plan and 3D agree. */
export type Palette = {
  readonly zone: (zone: FloorZone) => Color
  readonly flow: (flow: Flow) => Color
  readonly material: (material: Material) => Color
  readonly wallSide: Color
  readonly wallTop: Color
  readonly glass: Color
  readonly leaf: Color
  readonly slab: Color
  readonly selected: Color
}

export function paletteFrom(style: CSSStyleDeclaration): Palette {
  const token = (name: string) => new Color(style.getPropertyValue(name).trim() || '#ff00ff')
  return {
    zone: (zone) => token(zone === 'unknown' ? '--wash' : `--zone-${zone}`),
    flow: (flow) => token(`--flow-${flow}`),
    material: (material) => token(`--material-${material}`),
    wallSide: token('--wall'),
    wallTop: token('--wall-top'),
    glass: token('--glazing'),
    leaf: token('--leaf'),
    slab: token('--slab'),
    selected: token('--accent'),
  }
}
