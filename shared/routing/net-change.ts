import { backwards, type FloorGraph, type JoinedStop } from '#shared/walkable/walk-graph'
import { isOpen, NO_ROOM } from './access'
import { type AddedEdges, addedEdges, improve } from './added-edges'
import type { ChangedEdges } from './first-change'
import { type LabelShelf, type Labels, reach, repeated, SAME_PLACE } from './labels'
import type { Ends, NodePath } from './near-routes'
import type { Net } from './net'
import { GONE, LOST, type Remains } from './search-again'

/** What an edit did to a net. */
export type NetChange = {
  readonly before: Net
  readonly net: Net
  /** 1 for nodes that were made, taken away, or have edges that were. */
  readonly touched: Uint8Array
  readonly added: AddedEdges
  /** Those and the ones that were taken away. */
  readonly edges: ChangedEdges
  /** Private rooms asked for by edges that were added or taken away. */
  readonly rooms: ReadonlySet<number>
}

/** What an edit did to a graph, whoever walks it. */
type GraphChange = Pick<NetChange, 'touched' | 'added'> &
  Pick<ChangedEdges, 'first' | 'nodes' | 'from' | 'leave' | 'half'> & {
    readonly run: Int32Array
    /** 1 for edges that were added, 0 for those that were taken away. */
    readonly isAdded: Uint8Array
  }

const graphChanges = new WeakMap<FloorGraph, GraphChange>()

/** Compares a net with that of the floor before an edit, node by node. */
export function netChange(before: Net, net: Net): NetChange {
  const known = graphChanges.get(net.graph)
  const change = known ?? graphChange(before, net)
  if (known === undefined) graphChanges.set(net.graph, change)
  const { touched, added, first, nodes, from, leave, half, run, isAdded } = change
  const roomA = new Int32Array(run.length)
  const roomB = new Int32Array(run.length)
  const rooms = new Set<number>()
  for (let i = 0; i < run.length; i++) {
    const { access } = isAdded[i] === 1 ? net : before
    const a = access.roomA(run[i]!)
    const b = access.roomB(run[i]!)
    roomA[i] = a
    roomB[i] = b
    if (a > NO_ROOM) rooms.add(a)
    if (b > NO_ROOM) rooms.add(b)
  }
  return { before, net, touched, added, edges: { first, nodes, from, leave, half, roomA, roomB }, rooms }
}

function graphChange(before: Net, net: Net): GraphChange {
  const nodes = Math.max(before.nodes, net.nodes)
  const touched = new Uint8Array(nodes)
  const added: number[] = []
  const left: number[] = []
  const first = new Int32Array(nodes + 1)
  const changed = { from: [] as number[], leave: [] as number[], half: [] as number[], run: [] as number[], isAdded: [] as number[] }
  const note = ({ from, leave, length, run }: Net, e: number, isAdded: number) => {
    changed.from.push(from[e]!)
    changed.leave.push(leave[e]!)
    changed.half.push(length[e]! / 2)
    changed.run.push(run[e]!)
    changed.isAdded.push(isAdded)
  }
  for (let v = 0; v < nodes; v++) {
    first[v] = changed.from.length
    if (before.graph.nodes[v] === net.graph.nodes[v]) continue
    touched[v] = 1
    left.push(v)
    const oldEnd = v < before.nodes ? before.until[v]! : 0
    let old = v < before.nodes ? before.first[v]! : 0
    const end = v < net.nodes ? net.until[v]! : 0
    const kept = new Set<number>()
    for (let e = v < net.nodes ? net.first[v]! : 0; e < end; e++) {
      const same = sameEdge(before, old, oldEnd, net, e, kept)
      if (same < 0) {
        added.push(e)
        note(net, e, 1)
      } else {
        kept.add(same)
        if (same === old) old++
      }
    }
    for (let e = v < before.nodes ? before.first[v]! : 0; e < oldEnd; e++) if (!kept.has(e)) note(before, e, 0)
  }
  first[nodes] = changed.from.length
  return {
    touched,
    added: addedEdges(net, added),
    first,
    nodes: new Int32Array(left),
    from: new Int32Array(changed.from),
    leave: new Float64Array(changed.leave),
    half: new Float64Array(changed.half),
    run: new Int32Array(changed.run),
    isAdded: new Uint8Array(changed.isAdded),
  }
}

function sameEdge(before: Net, from: number, end: number, net: Net, e: number, taken: ReadonlySet<number>): number {
  for (let i = from; i < end; i++) {
    if (before.to[i] !== net.to[e] || before.run[i] !== net.run[e] || before.length[i] !== net.length[e]) continue
    if (before.leave[i] === net.leave[e] && before.arrive[i] === net.arrive[e] && !taken.has(i)) return i
  }
  return -1
}

/** Is there a way of this length from a place on one node's arc to a place on another's? */
function hasStep(net: Net, from: number, fromAt: number, to: number, toAt: number, distance: number, home: number, goalRoom: number): boolean {
  if (from >= net.nodes) return false
  for (let e = net.first[from]!, end = net.until[from]!; e < end; e++) {
    if (net.to[e] !== to || Math.abs(net.arrive[e]! - toAt) > SAME_PLACE) continue
    const along = Math.max(0, net.leave[e]! - fromAt)
    if (Math.abs(along + net.length[e]! - distance) > SAME_PLACE) continue
    if (isOpen(net.roomA[e]!, home, goalRoom) && isOpen(net.roomB[e]!, home, goalRoom)) return true
  }
  return false
}

/** What is asked of one search's labels; grown as needed and used by one search at a time. */
let state = new Uint8Array(1024)
let lost = new Int32Array(1024)

/**
 * What an edit leaves of a search; `undefined`: all, and nothing is to be found anew. `start` may tie the same stop
 * to the graph in other ways than the start of the search did (`isSameStart` false).
 */
export function remainsOf(labels: Labels, change: NetChange, start: JoinedStop, isSameStart: boolean, home: number): Remains | undefined {
  const { net, touched, added } = change
  const { count, patch } = labels
  const all = count + (patch?.count ?? 0)
  if (state.length < all) {
    state = new Uint8Array(2 * all)
    lost = new Int32Array(2 * all)
  }
  state.fill(0, 0, all)
  if (patch !== undefined) for (let i = 0; i < patch.lost.length; i++) state[patch.lost[i]!] = GONE
  let lostCount = 0
  const look = (lists: LabelShelf, first: number, from: number, to: number) => {
    const { node, at, distance, parent } = lists
    for (let i = from; i < to; i++) {
      const place = first + i - from
      const before = parent[place]!
      if (state[i] !== 0 || before <= repeated(0)) continue
      const v = node[place]!
      if (before < 0) {
        if (isSameStart ? touched[v] === 0 || net.graph.nodes[v] !== undefined : hasWay(net, start, v, at[place]!, distance[place]!, home)) continue
      } else if (state[before] === 0) {
        const isListed = before < count
        const of = isListed || patch === undefined ? labels : patch.lists
        const was = isListed || patch === undefined ? labels.start + before : patch.start + before - count
        const u = of.node[was]!
        if (touched[u] === 0 || hasStep(net, u, of.at[was]!, v, at[place]!, distance[place]! - of.distance[was]!, home, NO_ROOM)) continue
      }
      state[i] = LOST
      lost[lostCount++] = i
    }
  }
  look(labels, labels.start, 0, count)
  if (patch !== undefined) look(patch.lists, patch.start, count, all)
  if (isSameStart && lostCount === 0 && !improve(added, labels, net, home)) return undefined
  return { labels, state, lost, lostCount, added, isSameStart, nodes: Math.max(touched.length, net.nodes) }
}

/** Does a stop still lead to a node in this way, and may it be walked? */
function hasWay({ access }: Net, start: JoinedStop, node: number, at: number, length: number, home: number): boolean {
  return start.to.some((to, i) => {
    if (to !== node || start.arrive[i] !== at || start.length[i] !== length) return false
    return isOpen(access.roomA(start.run[i]!), home, NO_ROOM) && isOpen(access.roomB(start.run[i]!), home, NO_ROOM)
  })
}

/** Did the edit leave a search into a room as it was, and everything that leads into the room as far as it was? */
export function keepsInto(labels: Labels, base: Labels, change: NetChange, goalRoom: number): boolean {
  const { net, rooms, touched } = change
  const before = labels.under
  if (before === undefined || rooms.has(goalRoom)) return false
  const { node, at, distance, start, count } = labels
  for (let i = start; i < start + count; i++) if (touched[node[i]!] === 1) return false
  if (before === base) return true
  for (const e of net.edgesInto(goalRoom)) {
    if (Math.abs(reach(before, net.from[e]!, net.leave[e]!) - reach(base, net.from[e]!, net.leave[e]!)) > 0) return false
  }
  for (let i = start; i < start + count; i++) if (reach(base, node[i]!, at[i]!) <= distance[i]!) return false
  return true
}

/** Do all steps of a way still exist, the ways from the start and to the goal included? */
export function keepsPath(path: NodePath, change: NetChange, start: JoinedStop, goal: JoinedStop, home: number, goalRoom: number): boolean {
  const { net, touched } = change
  const last = path.nodes.length - 1
  if (last < 0) return true
  if (!isTied(start, path.nodes[0]!, path.arrive[0]!, path.runs[0]!)) return false
  const exit = path.nodes[last]!
  if (exit >= net.nodes || net.graph.nodes[exit] === undefined) return false
  if (!isTied(goal, net.twin[exit]!, net.span[exit]! - path.leave[last]!, backwards(path.runs[last + 1]!))) return false
  for (let i = 1; i <= last; i++) {
    const from = path.nodes[i - 1]!
    if (touched[from] === 0) continue
    if (!hasEdge(net, from, path.leave[i - 1]!, path.nodes[i]!, path.arrive[i]!, path.runs[i]!, home, goalRoom)) return false
  }
  return true
}

function isTied(stop: JoinedStop, node: number, arrive: number, run: number): boolean {
  for (let i = 0; i < stop.to.length; i++) {
    if (stop.to[i] === node && stop.run[i] === run && Math.abs(stop.arrive[i]! - arrive) <= SAME_PLACE) return true
  }
  return false
}

function hasEdge(net: Net, from: number, leave: number, to: number, arrive: number, run: number, home: number, goalRoom: number): boolean {
  if (from >= net.nodes) return false
  for (let e = net.first[from]!, end = net.until[from]!; e < end; e++) {
    if (net.to[e] !== to || net.run[e] !== run) continue
    if (Math.abs(net.arrive[e]! - arrive) > SAME_PLACE || Math.abs(net.leave[e]! - leave) > SAME_PLACE) continue
    return isOpen(net.roomA[e]!, home, goalRoom) && isOpen(net.roomB[e]!, home, goalRoom)
  }
  return false
}

/**
 * Could an added edge be part of a way to the goal no longer than `longest` (millimetres), which is `near` more than
 * the shortest? Only one that leads on to where it leads at most `near` later than the shortest way there; beyond
 * it at least the straight line is left.
 */
export function mayAddRoute(
  labels: Labels,
  change: NetChange,
  start: JoinedStop,
  goal: JoinedStop,
  { home, goalRoom }: Ends,
  longest: number,
  near: number,
  radius: number,
): boolean {
  const { net, added } = change
  const { edges, spans } = added
  for (let i = 0, at = 0; i < edges.length; i++, at += 5) {
    // Where the body is on an arc is at most the radius from its corner.
    const left = longest - spans[at + 4]! + 2 * radius
    const beyond = distanceTo(goal, spans[at + 2]!, spans[at + 3]!)
    if (beyond > left || distanceTo(start, spans[at]!, spans[at + 1]!) + beyond > left) continue
    const e = edges[i]!
    if (!isOpen(net.roomA[e]!, home, goalRoom) || !isOpen(net.roomB[e]!, home, goalRoom)) continue
    const there = reach(labels, net.from[e]!, net.leave[e]!)
    if (there + beyond > left - radius) continue
    if (there + net.length[e]! - reach(labels, net.to[e]!, net.arrive[e]!) <= near + SAME_PLACE) return true
  }
  return false
}

function distanceTo({ x, y }: JoinedStop, toX: number, toY: number): number {
  return Math.sqrt((toX - x) * (toX - x) + (toY - y) * (toY - y))
}

/** Ways of `stop` that `former` had not: could one be part of a way between it and `other` no longer than `longest`? */
export function mayTieAnew(net: Net, stop: JoinedStop, former: JoinedStop, other: JoinedStop, longest: number, radius: number): boolean {
  if (stop === former) return false
  for (let i = 0; i < stop.to.length; i++) {
    if (isTied(former, stop.to[i]!, stop.arrive[i]!, stop.run[i]!)) continue
    const node = net.graph.nodes[stop.to[i]!]!
    const beyond = Math.sqrt((node.x - other.x) ** 2 + (node.y - other.y) ** 2) - radius
    if (stop.length[i]! + beyond <= longest) return true
  }
  return false
}
