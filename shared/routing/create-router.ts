import { discGraph } from '#shared/walkable/disc-graph'
import { pointGraph } from '#shared/walkable/point-graph'
import type { StopPoint } from '#shared/walkable/walk-graph'
import type { WalkableFloor } from '#shared/walkable/walkable-floor'
import { type NumberedFloor, numberedFloor, renumbered } from './numbered-floor'
import { type RadiusLayer, radiusLayer } from './radius-layer'
import type { RouteAnswer, Router, Stop } from './router'

/** How near to a use point a body must find room to stand, in metres (design.md section 3). */
export const USE_REACH_M = 1.5

/** Routes over a floor. Each body radius has its graph, made when first asked for; `useReach` in metres. */
export function createRouter(floor: WalkableFloor, useReach = USE_REACH_M): Router {
  return routerOver(numberedFloor(floor), useReach)
}

function routerOver(numbered: NumberedFloor, useReach: number): Router {
  const layers = new Map<number, RadiusLayer>()

  function layerFor(radius: number): RadiusLayer {
    const known = layers.get(radius)
    if (known !== undefined) return known
    const graph = radius === 0 ? pointGraph(numbered.parts) : discGraph(numbered.parts, radius * 1000)
    const layer = radiusLayer(numbered, graph, useReach * 1000)
    layers.set(radius, layer)
    return layer
  }

  function pointOf(stop: Stop): StopPoint {
    return { x: inMillimetres(stop.x), y: inMillimetres(stop.y), region: numbered.regionNumbers[stop.region] ?? -1 }
  }

  return {
    floor: numbered.floor,
    lengths(start, goals, walker, _via) {
      const layer = layerFor(walker.radius)
      const from = layer.joined(pointOf(start))
      const legs = layer.legs(walker)
      return goals.map((goal): RouteAnswer => {
        if (from === undefined) return { status: 'unreachable', refusal: { why: 'noStanding', end: 'start' } }
        const to = layer.joined(pointOf(goal))
        if (to === undefined) return { status: 'unreachable', refusal: { why: 'noStanding', end: 'goal' } }
        const length = legs.length(from, to)
        return length < Infinity ? { status: 'ok', length: length / 1000 } : { status: 'unreachable', refusal: { why: 'walls' } }
      })
    },
    routes(start, goal, walker, _via) {
      const layer = layerFor(walker.radius)
      const from = layer.joined(pointOf(start))
      const to = layer.joined(pointOf(goal))
      return from === undefined || to === undefined ? [] : layer.legs(walker).routes(from, to)
    },
    mended(edited) {
      const { numbered: next } = renumbered(numbered, edited)
      return routerOver(next, useReach)
    },
  }
}

/** Metres to millimetres; whole millimetres stay whole. */
function inMillimetres(metres: number): number {
  const value = metres * 1000
  const whole = Math.round(value)
  return Math.abs(value - whole) < 1e-6 ? whole : value
}
