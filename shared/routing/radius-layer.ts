import type { Id } from '#shared/base/ids'
import type { FloorGraph, JoinedStop, PartsChange, StopPoint } from '#shared/walkable/walk-graph'
import { type Access, ALL_RULES, accessOf, type Rules } from './access'
import { type Legs, legsOn } from './legs'
import type { NumberedFloor } from './numbered-floor'
import type { Stop, Walker } from './router'
import { viaGraph } from './via'

/** All that is known about the legs of one body radius. */
export type RadiusLayer = {
  /** The stop tied to the graph; `undefined`: no standing there. */
  joined(stop: StopPoint): JoinedStop | undefined
  /** Stops of this floor that were joined, by the object they were asked with. */
  readonly known: Map<Stop, JoinedStop>
  legs(walker: Walker, rules?: Rules): Legs
  /** The same on the floor before an edit, while that is known. */
  formerLegs(walker: Walker): Legs | undefined
  /** Legs that pass some rooms and openings in order; `start` and `goal` are what to ask them about. */
  legsVia(walker: Walker, via: readonly Id[], start: JoinedStop, goal: JoinedStop, rules?: Rules): ViaLegs
  access(walker: Walker, rules?: Rules): Access
  mended(numbered: NumberedFloor, change: PartsChange): RadiusLayer
}

export type ViaLegs = { readonly legs: Legs; readonly start: JoinedStop; readonly goal: JoinedStop }

/** What the floor before an edit knew. */
type Past = {
  stop(key: string): JoinedStop | 'no standing' | undefined
  legs(key: string): Legs | undefined
}

/** `radius` and `reach` (how near to a stop a body must find room to stand) in millimetres. */
export function radiusLayer(numbered: NumberedFloor, graph: FloorGraph, radius: number, reach: number): RadiusLayer {
  return layerOver(numbered, graph, radius, reach, undefined)
}

function layerOver(numbered: NumberedFloor, graph: FloorGraph, radius: number, reach: number, base: Past | undefined): RadiusLayer {
  let past = base
  const stops = new Map<string, JoinedStop | 'no standing'>()
  const before = new Map<JoinedStop, JoinedStop>()
  const legsByRules = new Map<string, Legs>()
  const legsByWalker = new WeakMap<Walker, Legs>()
  const legsBySignature = new Map<string, Legs>()
  const accessByRules = new Map<string, Access>()

  function access(walker: Walker, rules: Rules = ALL_RULES): Access {
    const key = keyOf(walker, rules)
    const known = accessByRules.get(key)
    if (known !== undefined) return known
    const made = accessOf(numbered, graph.runs, walker, rules)
    accessByRules.set(key, made)
    return made
  }

  function join(stop: StopPoint, key: string): JoinedStop | undefined {
    const former = past?.stop(key)
    if (former === undefined || former === 'no standing') return graph.join(stop, reach)
    const joined = graph.rejoin(former, reach)
    if (joined !== undefined) before.set(joined, former)
    return joined
  }

  return {
    known: new Map(),
    access,
    joined(stop) {
      const key = `${stop.x} ${stop.y} ${stop.region}`
      const known = stops.get(key)
      if (known !== undefined) return known === 'no standing' ? undefined : known
      const joined = join(stop, key)
      stops.set(key, joined ?? 'no standing')
      return joined
    },
    legs(walker, rules = ALL_RULES) {
      const asked = rules === ALL_RULES ? legsByWalker.get(walker) : undefined
      if (asked !== undefined) return asked
      const key = keyOf(walker, rules)
      const known = legsByRules.get(key)
      if (known !== undefined) {
        if (rules === ALL_RULES) legsByWalker.set(walker, known)
        return known
      }
      const rights = access(walker, rules)
      const former = past?.legs(key)
      const same = legsBySignature.get(rights.signature)
      const made =
        same ?? (former === undefined ? legsOn(numbered, graph, rights, radius) : former.mended(numbered, graph, rights, (stop) => before.get(stop)))
      legsBySignature.set(rights.signature, made)
      legsByRules.set(key, made)
      return made
    },
    formerLegs: (walker) => past?.legs(keyOf(walker, ALL_RULES)),
    legsVia(walker, via, start, goal, rules = ALL_RULES) {
      const made = viaGraph(numbered, graph, access(walker, rules), via, [start.stop.region, goal.stop.region])
      return { legs: legsOn(numbered, made.graph, made.access, radius), start: made.start(start), goal: made.goal(goal) }
    },
    mended(next, change) {
      past = undefined
      const mendedGraph = graph.mended(change)
      return layerOver(next, mendedGraph, radius, reach, { stop: (key) => stops.get(key), legs: (key) => legsByRules.get(key) })
    },
  }
}

function keyOf(walker: Walker, { width, admission, oneWay, through }: Rules): string {
  return `${walker.passes} ${walker.flows.join(' ')} ${width} ${admission} ${oneWay} ${through}`
}
