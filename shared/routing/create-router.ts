import type { Id } from '#shared/base/ids'
import { discGraph } from '#shared/walkable/disc-graph'
import { pointGraph } from '#shared/walkable/point-graph'
import type { JoinedStop, PartsChange, StopPoint } from '#shared/walkable/walk-graph'
import type { WalkableFloor } from '#shared/walkable/walkable-floor'
import type { Legs } from './legs'
import { type NumberedFloor, numberedFloor, renumbered } from './numbered-floor'
import { type RadiusLayer, radiusLayer, type ViaLegs } from './radius-layer'
import { refusalOf } from './refusal'
import type { KeptLegs, Refusal, RouteAnswer, Router, Stop, Walker } from './router'

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

type Asked = { readonly walker: Walker; readonly via: readonly Id[]; readonly legs: Legs }

function routerOver(numbered: NumberedFloor, useReach: number, base: Past | undefined): Router {
  let past = base
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

  /** Stops are asked about again and again: known ones are found by the object given. */
  function joined(layer: RadiusLayer, stop: Stop): JoinedStop | undefined {
    const known = layer.known.get(stop)
    if (known !== undefined) return known
    const made = layer.joined(pointOf(stop))
    if (made !== undefined) layer.known.set(stop, made)
    return made
  }

  function pointOf(stop: Stop): StopPoint {
    return { x: inMillimetres(stop.x), y: inMillimetres(stop.y), region: numbered.regionNumbers[stop.region] ?? -1 }
  }

  const noStanding = (end: 'start' | 'goal'): RouteAnswer => ({ status: 'unreachable', refusal: { why: 'noStanding', end } })

  function answer(layer: RadiusLayer, asked: Asked, from: JoinedStop, to: JoinedStop): RouteAnswer {
    const { walker, via } = asked
    const { legs, start, goal } = via.length === 0 ? { legs: asked.legs, start: from, goal: to } : layer.legsVia(walker, via, from, to)
    const length = legs.length(start, goal)
    return length < Infinity ? { status: 'ok', length: length / 1000 } : unreachable(layer, asked, from, to, legs)
  }

  function unreachable(layer: RadiusLayer, asked: Asked, from: JoinedStop, to: JoinedStop, legs: Legs): RouteAnswer {
    let refusal: Refusal | undefined
    return {
      status: 'unreachable',
      // Most are asked how far, not why not; and why not is asked of many searches.
      get refusal() {
        refusal ??= whyNot(layer, asked, from, to, legs)
        return refusal
      },
    }
  }

  function whyNot(layer: RadiusLayer, { walker, via }: Asked, from: JoinedStop, to: JoinedStop, legs: Legs): Refusal {
    const ends = [from.stop.region, to.stop.region]
    const access = via.length === 0 ? layer.access(walker) : legs.access
    return refusalOf(numbered, access, ends, (rules) => {
      if (via.length === 0) return layer.legs(walker, rules).routes(from, to)
      const relaxed = layer.legsVia(walker, via, from, to, rules)
      return relaxed.legs.routes(relaxed.start, relaxed.goal)
    })
  }

  /** What to ask about a leg; undefined where a body cannot stand at one of the ends. */
  function legBetween(start: Stop, goal: Stop, walker: Walker, via: readonly Id[]): ViaLegs | undefined {
    const layer = layerFor(walker.radius)
    const from = joined(layer, start)
    const to = joined(layer, goal)
    if (from === undefined || to === undefined) return undefined
    return via.length === 0 ? { legs: layer.legs(walker), start: from, goal: to } : layer.legsVia(walker, via, from, to)
  }

  const keptLegs = new Map<Walker, KeptLegs>()

  function newKeptLegs(walker: Walker): KeptLegs {
    const layer = layerFor(walker.radius)
    const legs = layer.legs(walker)
    // What is not of the very legs that these were mended from says nothing about them.
    const isHeeded = legs.isMendedFrom(layer.formerLegs(walker))
    return {
      find(start, goal, former) {
        const from = joined(layer, start)
        const to = from === undefined ? undefined : joined(layer, goal)
        return from === undefined || to === undefined ? undefined : legs.find(from, to, isHeeded ? former : undefined)
      },
      length: ({ start, goal, length }) => (length < Infinity ? (length + start.lead + goal.lead) / 1000 : Number.NaN),
      routes: (leg, former) => legs.routesOf(leg, isHeeded ? former : undefined),
    }
  }

  return {
    floor: numbered.floor,
    lengths(start, goals, walker, via = []) {
      const layer = layerFor(walker.radius)
      const from = joined(layer, start)
      if (from === undefined) return goals.map(() => noStanding('start'))
      const asked = { walker, via, legs: layer.legs(walker) }
      return goals.map((goal) => {
        const to = joined(layer, goal)
        return to === undefined ? noStanding('goal') : answer(layer, asked, from, to)
      })
    },
    routes(start, goal, walker, via = []) {
      const found = legBetween(start, goal, walker, via)
      return found === undefined ? [] : found.legs.routes(found.start, found.goal)
    },
    otherWays(start, goal, walker, via = []) {
      const found = legBetween(start, goal, walker, via)
      return found === undefined ? [] : found.legs.otherWays(found.start, found.goal)
    },
    keptLegs(walker) {
      let legs = keptLegs.get(walker)
      if (legs === undefined) {
        legs = newKeptLegs(walker)
        keptLegs.set(walker, legs)
      }
      return legs
    },
    mended(edited) {
      past = undefined
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
