import { Color } from 'three'
import type { Material } from '#shared/document/catalogue'
import type { Flow, HygieneZone } from '#shared/document/vocabulary'

/** The colours of the scene, read once from the tokens of the page, so that plan and 3D agree. */
export type Palette = {
  /** Of a floor; undefined where nobody knows the type of its room. */
  readonly zone: (zone: HygieneZone | undefined) => Color
  readonly flow: (flow: Flow) => Color
  readonly material: (material: Material) => Color
  /** Any other token, by its name. */
  readonly token: (name: `--${string}`) => Color
  readonly wallSide: Color
  readonly wallTop: Color
  readonly glass: Color
  readonly frame: Color
  readonly leaf: Color
  readonly leafEdge: Color
  readonly slab: Color
  readonly seam: Color
  readonly selected: Color
}

export function paletteFrom(style: CSSStyleDeclaration): Palette {
  const known = new Map<string, Color>()
  const token = (name: string) => {
    const colour = known.get(name) ?? new Color(style.getPropertyValue(name).trim() || '#ff00ff')
    known.set(name, colour)
    return colour
  }
  return {
    zone: (zone) => token(zone === undefined ? '--wash' : `--zone-${zone}`),
    flow: (flow) => token(`--flow-${flow}`),
    material: (material) => token(`--material-${material}`),
    token,
    wallSide: token('--wall-face'),
    wallTop: token('--wall-top'),
    glass: token('--glazing'),
    frame: token('--frame'),
    leaf: token('--door'),
    leafEdge: token('--door-edge'),
    slab: token('--slab'),
    seam: token('--seam'),
    selected: token('--accent'),
  }
}
