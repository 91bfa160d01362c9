import type { Id } from '#shared/base/ids'
import { discGraph } from '#shared/walkable/disc-graph'
import { pointGraph } from '#shared/walkable/point-graph'
import type { JoinedStop, PartsChange, StopPoint } from '#shared/walkable/walk-graph'
import type { WalkableFloor } from '#shared/walkable/walkable-floor'
import { type NumberedFloor, numberedFloor, renumbered } from './numbered-floor'
import { type RadiusLayer, radiusLayer } from './radius-layer'
import { refusalOf } from './refusal'
import type { RouteAnswer, Router, Stop, Walker } from './router'

/** How near to a use point a body must find room to stand, in metres (design.md section 3). */
export const USE_REACH_M = 1.5

/** An edit of more than this share of the solids is a new floor. */
const MOST_CHANGED = 0.5

/** Routes over a floor. Each body radius has its graph, made when first asked for; `useReach` in metres. */
export function createRouter(floor: WalkableFloor, useReach = USE_REACH_M): Router {
  return routerOver(numberedFloor(floor), useReach, undefined)
}

/** The layers of the floor before an edit, and the edit. */
type Past = { readonly change: PartsChange; layer(radius: number): RadiusLayer }

function routerOver(numbered: NumberedFloor, useReach: number, past: Past | undefined): Router {
  const layers = new Map<number, RadiusLayer>()

  function layerFor(radius: number): RadiusLayer {
    const known = layers.get(radius)
    if (known !== undefined) return known
    const made = past === undefined ? newLayer(radius) : past.layer(radius).mended(numbered, past.change)
    layers.set(radius, made)
    return made
  }

  function newLayer(radius: number): RadiusLayer {
    const graph = radius === 0 ? pointGraph(numbered.parts) : discGraph(numbered.parts, radius * 1000)
    return radiusLayer(numbered, graph, radius * 1000, useReach * 1000)
  }

  function pointOf(stop: Stop): StopPoint {
    return { x: inMillimetres(stop.x), y: inMillimetres(stop.y), region: numbered.regionNumbers[stop.region] ?? -1 }
  }

  function answer(layer: RadiusLayer, from: JoinedStop | undefined, goal: Stop, walker: Walker, via: readonly Id[]): RouteAnswer {
    if (from === undefined) return { status: 'unreachable', refusal: { why: 'noStanding', end: 'start' } }
    const to = layer.joined(pointOf(goal))
    if (to === undefined) return { status: 'unreachable', refusal: { why: 'noStanding', end: 'goal' } }
    const { legs, start, goal: end } = via.length === 0 ? { legs: layer.legs(walker), start: from, goal: to } : layer.legsVia(walker, via, from, to)
    const length = legs.length(start, end)
    if (length < Infinity) return { status: 'ok', length: length / 1000 }
    const ends = [from.stop.region, to.stop.region]
    const refusal = refusalOf(numbered, legs.access, ends, (rules) => {
      if (via.length === 0) return layer.legs(walker, rules).routes(from, to)
      const relaxed = layer.legsVia(walker, via, from, to, rules)
      return relaxed.legs.routes(relaxed.start, relaxed.goal)
    })
    return { status: 'unreachable', refusal }
  }

  return {
    floor: numbered.floor,
    lengths(start, goals, walker, via = []) {
      const layer = layerFor(walker.radius)
      const from = layer.joined(pointOf(start))
      return goals.map((goal) => answer(layer, from, goal, walker, via))
    },
    routes(start, goal, walker, via = []) {
      const layer = layerFor(walker.radius)
      const from = layer.joined(pointOf(start))
      const to = layer.joined(pointOf(goal))
      if (from === undefined || to === undefined) return []
      if (via.length === 0) return layer.legs(walker).routes(from, to)
      const { legs, start: first, goal: last } = layer.legsVia(walker, via, from, to)
      return legs.routes(first, last)
    },
    mended(edited) {
      const { numbered: next, change } = renumbered(numbered, edited)
      const changed = change.addedSolids.length + change.removedSolids.length
      if (changed > MOST_CHANGED * edited.solids.length || next.parts.solids.length > 3 * edited.solids.length + 100)
        return createRouter(edited, useReach)
      return routerOver(next, useReach, { change, layer: layerFor })
    },
  }
}

/** Metres to millimetres; whole millimetres stay whole. */
function inMillimetres(metres: number): number {
  const value = metres * 1000
  const whole = Math.round(value)
  return Math.abs(value - whole) < 1e-6 ? whole : value
}
