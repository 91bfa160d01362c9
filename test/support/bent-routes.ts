import type { BarrierField, BarrierSolid } from '#shared/metrics/barriers'
import type { Barrier } from '#shared/metrics/facing'
import { gridOf } from '#shared/metrics/grid'
import { factsOf } from '#shared/metrics/route-facts'
import type { CutRoute } from '#shared/metrics/shared-runs'
import type { Route, Router } from '#shared/routing/router'
import type { Sample } from './sampled-sight'

/** A way that runs straight and turns by turns: metres; degrees to the left about a circle of a radius in metres. */
export type Leg = { readonly straight: number } | { readonly left: number; readonly radius: number }
export type Way = { readonly x: number; readonly y: number; readonly heading: number; readonly legs: readonly Leg[] }

const RADIANS = Math.PI / 180

/** The way as routing draws it: arcs as chords that leave them by so much at most. Metres. */
export function routeOf({ x, y, heading, legs }: Way, sagitta = 0.001): Route {
  const points = [x, y]
  const arcs: number[] = []
  let [atX, atY, angle, length] = [x, y, heading * RADIANS, 0]
  for (const leg of legs) {
    if ('straight' in leg) {
      atX += leg.straight * Math.cos(angle)
      atY += leg.straight * Math.sin(angle)
      points.push(atX, atY)
      length += leg.straight
      continue
    }
    const turn = leg.left * RADIANS
    const radius = Math.sign(turn) * leg.radius
    const chords = Math.ceil(Math.abs(turn) / (2 * Math.acos(1 - sagitta / leg.radius)))
    const from = points.length / 2 - 1
    const [middleX, middleY] = [atX - radius * Math.sin(angle), atY + radius * Math.cos(angle)]
    for (let i = 1; i <= chords; i++) {
      const to = angle + (turn * i) / chords
      points.push(middleX + radius * Math.sin(to), middleY - radius * Math.cos(to))
    }
    arcs.push(from, points.length / 2 - 1, radius)
    angle += turn
    ;[atX, atY] = points.slice(-2) as [number, number]
    length += Math.abs(turn) * leg.radius
  }
  return { length, points: Float64Array.from(points), arcs, crossings: [] }
}

/** Points of the very way, on its arcs and with their tangents, about so far apart. Metres. */
export function samplesOf({ x, y, heading, legs }: Way, step: number): readonly Sample[] {
  const samples: Sample[] = []
  let [atX, atY, angle] = [x, y, heading * RADIANS]
  for (const leg of legs) {
    const long = 'straight' in leg ? leg.straight : Math.abs(leg.left) * RADIANS * leg.radius
    const curve = 'straight' in leg ? 0 : Math.sign(leg.left) / leg.radius
    const on = (along: number) => {
      const turned = angle + along * curve
      if (curve === 0) return { x: atX + along * Math.cos(angle), y: atY + along * Math.sin(angle), turned }
      return { x: atX + (Math.sin(turned) - Math.sin(angle)) / curve, y: atY - (Math.cos(turned) - Math.cos(angle)) / curve, turned }
    }
    const count = Math.max(1, Math.round(long / step))
    for (let k = 0; k < count; k++) {
      const point = on(((k + 0.5) * long) / count)
      samples.push({ x: point.x, y: point.y, dx: Math.cos(point.turned), dy: Math.sin(point.turned), weight: long / count })
    }
    const end = on(long)
    ;[atX, atY, angle] = [end.x, end.y, end.turned]
  }
  return samples
}

const BARE: Router['floor'] = { regions: [], thresholds: [] } as unknown as Router['floor']

/** A route over a floor of one room. */
export function cutRoute(route: Route): CutRoute {
  return { facts: factsOf(route, undefined, BARE), roomOfUse: undefined }
}

/** Walls of no thickness in one room. */
export function fieldOf(barriers: readonly Barrier[]): BarrierField {
  const solids = barriers.map((side): BarrierSolid => {
    const { ax, ay, bx, by } = side
    return { sides: [side], box: { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) } }
  })
  return { solids, grid: gridOf(solids), openGroup: () => 0 }
}
