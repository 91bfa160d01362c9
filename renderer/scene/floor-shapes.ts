import { BufferAttribute, BufferGeometry, type Color } from 'three'
import type { Flow } from '#shared/document/vocabulary'
import type { Shape, ShapeRole } from '#shared/drawing/shape'
import type { Point } from '#shared/geometry/point'
import { bandRings, circleLine, type Dashes, dashed, hatched } from './band'
import type { Palette } from './palette'
import { addFlat, noTriangles, type Triangles } from './prism'

/** Just above the floor. Metres. */
const OVER_M = 0.03
/** What is as wide as a pixel on the plan is so wide here. Metres. */
export const UNIT_M = 0.035

/** Metres that the pattern of a kind of flow draws and leaves out, in units of thickness; the plan has the same. */
const PATTERNS: Readonly<Record<Flow, Dashes | undefined>> = {
  patient: undefined,
  family: undefined,
  staff: [11, 5],
  medication: [12, 4, 3, 4],
  clean: [6, 4],
  used: [20, 5],
  waste: [2, 5],
  equipment: [12, 4, 3, 4, 3, 4],
  information: [2, 3],
}

const THIN_M = 2.5 * UNIT_M
const HATCH_M = 0.16
const HATCH_WHITE = 0.45
const HALO = 1.45

type Paint = { readonly colour: Color; readonly alpha: number }
type Style = { readonly fill?: Paint; readonly line?: Paint & { readonly dashes?: Dashes }; readonly hatch?: Paint; readonly halo?: Paint }

const SEEN_THROUGH: ReadonlySet<ShapeRole> = new Set([
  'route',
  'walked',
  'leg',
  'differenceWay',
  'differenceWayHead',
  'differenceNew',
  'differenceNow',
  'differenceOld',
  'differenceGone',
])

/** Shapes that are seen, faintly, through what stands before them: how people and things move, and what differs between designs. */
export function movingShapes(shapes: readonly Shape[]): readonly Shape[] {
  return shapes.filter(({ role }) => SEEN_THROUGH.has(role))
}

/**
 * Shapes of the plan laid on the floor, in their order, as one piece of geometry: later ones cover earlier ones because they are later,
 * not because they lie higher. Texts are left to the page.
 */
export function floorGeometry(shapes: readonly Shape[], palette: Palette): BufferGeometry | undefined {
  const triangles = noTriangles()
  const alphas: number[] = []
  for (const shape of shapes) addShape(triangles, alphas, shape, palette)
  if (triangles.positions.length === 0) return undefined
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(triangles.positions), 3))
  const colours = new Float32Array(alphas.length * 4)
  alphas.forEach((alpha, i) => {
    colours.set([triangles.colours[3 * i] as number, triangles.colours[3 * i + 1] as number, triangles.colours[3 * i + 2] as number, alpha], 4 * i)
  })
  geometry.setAttribute('color', new BufferAttribute(colours, 4))
  return geometry
}

function addShape(target: Triangles, alphas: number[], { role, flow, form }: Shape, palette: Palette): void {
  const style = styleOf(role, flow, palette)
  if (style === undefined) return
  const lay = (ring: readonly Point[], { colour, alpha }: Paint) => {
    addFlat(target, ring, OVER_M)
    while (alphas.length < target.positions.length / 3) {
      target.colours.push(colour.r, colour.g, colour.b)
      alphas.push(alpha)
    }
  }
  const draw = (points: readonly Point[], width: number, line: NonNullable<Style['line']>) => {
    for (const piece of line.dashes === undefined ? [points] : dashed(points, line.dashes))
      for (const ring of bandRings(piece, width)) lay(ring, line)
  }
  switch (form.type) {
    case 'polygon':
      for (const ring of form.rings) {
        if (style.halo !== undefined) lay(grown(ring, HALO), style.halo)
        if (style.fill !== undefined) lay(ring, style.fill)
        if (style.line !== undefined) draw([...ring, ring[0] as Point], THIN_M, style.line)
      }
      break
    case 'circle':
      if (style.fill !== undefined) lay(circleLine(form.centre, form.radius).slice(0, -1), style.fill)
      if (style.line !== undefined) draw(circleLine(form.centre, form.radius), THIN_M, style.line)
      break
    case 'polyline': {
      const width = form.width ?? THIN_M
      const { hatch } = style
      if (hatch !== undefined) {
        for (const ring of bandRings(form.points, width)) for (const piece of hatched(ring, HATCH_M)) lay(piece, hatch)
      }
      if (style.line !== undefined) draw(form.points, width, style.line)
    }
  }
}

function styleOf(role: ShapeRole, flow: Flow | undefined, palette: Palette): Style | undefined {
  const { token } = palette
  const accent = token('--accent')
  const conflict = token('--conflict')
  const white = token('--paper')
  const ofFlow = flow === undefined ? accent : palette.flow(flow)
  switch (role) {
    case 'route': {
      const pattern = flow === undefined ? undefined : PATTERNS[flow]
      return { line: { colour: ofFlow, alpha: 1, ...(pattern === undefined ? {} : { dashes: pattern.map((units) => units * UNIT_M) }) } }
    }
    case 'routeDirection':
      return { halo: { colour: white, alpha: 1 }, fill: { colour: ofFlow, alpha: 1 } }
    case 'otherWay':
      return { line: { colour: token('--ink'), alpha: 1, dashes: [0.45, 0.3] } }
    case 'shared':
      // Opaque, since runs of many trips lie over one another and must not add up.
      return { hatch: { colour: conflict.clone().lerp(white, HATCH_WHITE), alpha: 1 } }
    case 'crossing':
      return { fill: { colour: conflict, alpha: 0.14 }, line: { colour: conflict, alpha: 1 } }
    case 'exposed':
      return { line: { colour: token('--flow-equipment'), alpha: 0.45 } }
    case 'sightLine':
      return { line: { colour: accent, alpha: 0.75, dashes: [6 * UNIT_M, 4 * UNIT_M] } }
    case 'mark':
      return { fill: { colour: accent, alpha: 0.14 }, line: { colour: accent, alpha: 0.9 } }
    case 'sight':
      return {
        fill: { colour: token('--focus'), alpha: 0.32 },
        line: { colour: token('--flow-waste'), alpha: 0.8, dashes: [6 * UNIT_M, 4 * UNIT_M] },
      }
    case 'eye':
      return { fill: { colour: token('--ink'), alpha: 1 }, line: { colour: token('--focus'), alpha: 1 } }
    case 'walked':
      return { line: { colour: token('--quiet'), alpha: 0.7 } }
    case 'leg':
      return { line: { colour: accent, alpha: 1 } }
    case 'legDirection':
      return { halo: { colour: white, alpha: 1 }, fill: { colour: accent, alpha: 1 } }
    case 'station':
      return { fill: { colour: white, alpha: 1 }, line: { colour: token('--quiet'), alpha: 1 } }
    case 'stationNow':
      return { fill: { colour: accent, alpha: 1 }, line: { colour: white, alpha: 1 } }
    case 'handoff':
      return { fill: { colour: white, alpha: 1 }, line: { colour: token('--worse'), alpha: 1, dashes: [7 * UNIT_M, 4 * UNIT_M] } }
    case 'differenceNew':
      return { fill: { colour: accent, alpha: 0.3 }, line: { colour: accent, alpha: 1 } }
    case 'differenceNow':
      return { fill: { colour: accent, alpha: 0.12 }, line: { colour: accent, alpha: 1 } }
    case 'differenceOld':
      return { line: { colour: token('--worse'), alpha: 1, dashes: [12 * UNIT_M, 9 * UNIT_M] } }
    case 'differenceGone':
      return { fill: { colour: token('--worse'), alpha: 0.14 }, line: { colour: token('--worse'), alpha: 1, dashes: [12 * UNIT_M, 9 * UNIT_M] } }
    case 'differenceWay':
      return { line: { colour: accent, alpha: 1 } }
    case 'differenceWayHead':
      return { fill: { colour: accent, alpha: 1 } }
    case 'landing':
      return { fill: { colour: white, alpha: 1 }, line: { colour: token('--ink'), alpha: 1 } }
    case 'doorCount':
      return { fill: { colour: white, alpha: 1 } }
    case 'doorShare':
      return { line: { colour: ofFlow, alpha: 1 } }
    case 'sharedDoor':
      return { line: { colour: conflict, alpha: 1 } }
    default:
      return undefined
  }
}

/** A ring made larger about its middle. */
function grown(ring: readonly Point[], by: number): readonly Point[] {
  const middle = { x: ring.reduce((sum, { x }) => sum + x, 0) / ring.length, y: ring.reduce((sum, { y }) => sum + y, 0) / ring.length }
  return ring.map(({ x, y }) => ({ x: middle.x + (x - middle.x) * by, y: middle.y + (y - middle.y) * by }))
}
