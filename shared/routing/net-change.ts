import type { JoinedStop } from '#shared/walkable/walk-graph'
import { NO_ROOM } from './access'
import type { NodePath } from './near-routes'
import type { Net } from './net'
import { isOpen, type Labels, labelAt, type Remains, reach, SAME_PLACE } from './search'

/** What an edit did to a net. */
export type NetChange = {
  readonly net: Net
  /** 1 for nodes that were made, taken away, or have edges that were. */
  readonly touched: Uint8Array
  /** Edges of the net that the former one had not. */
  readonly added: readonly number[]
  /** Private rooms asked for by edges that were added or taken away. */
  readonly rooms: ReadonlySet<number>
}

/** Compares a net with that of the floor before an edit, node by node. */
export function netChange(before: Net, net: Net): NetChange {
  const nodes = Math.max(before.nodes, net.nodes)
  const touched = new Uint8Array(nodes)
  const added: number[] = []
  const rooms = new Set<number>()
  for (let v = 0; v < nodes; v++) {
    if (before.graph.nodes[v] === net.graph.nodes[v]) continue
    touched[v] = 1
    const oldEnd = v < before.nodes ? before.first[v + 1]! : 0
    let old = v < before.nodes ? before.first[v]! : 0
    const end = v < net.nodes ? net.first[v + 1]! : 0
    const kept = new Set<number>()
    for (let e = v < net.nodes ? net.first[v]! : 0; e < end; e++) {
      const same = sameEdge(before, old, oldEnd, net, e, kept)
      if (same < 0) {
        added.push(e)
        note(rooms, net, e)
      } else {
        kept.add(same)
        if (same === old) old++
      }
    }
    for (let e = v < before.nodes ? before.first[v]! : 0; e < oldEnd; e++) if (!kept.has(e)) note(rooms, before, e)
  }
  return { net, touched, added, rooms }
}

function sameEdge(before: Net, from: number, end: number, net: Net, e: number, taken: ReadonlySet<number>): number {
  for (let i = from; i < end; i++) {
    if (before.to[i] !== net.to[e] || before.run[i] !== net.run[e] || before.length[i] !== net.length[e]) continue
    if (before.leave[i] === net.leave[e] && before.arrive[i] === net.arrive[e] && !taken.has(i)) return i
  }
  return -1
}

function note(rooms: Set<number>, net: Net, e: number): void {
  if (net.roomA[e] !== NO_ROOM) rooms.add(net.roomA[e]!)
  if (net.roomB[e] !== NO_ROOM) rooms.add(net.roomB[e]!)
}

/** Is there a way of this length from a place on one node's arc to a place on another's? */
function hasStep(net: Net, from: number, fromAt: number, to: number, toAt: number, distance: number, home: number, goalRoom: number): boolean {
  if (from >= net.nodes) return false
  for (let e = net.first[from]!, end = net.first[from + 1]!; e < end; e++) {
    if (net.to[e] !== to || Math.abs(net.arrive[e]! - toAt) > SAME_PLACE) continue
    const along = Math.max(0, net.leave[e]! - fromAt)
    if (Math.abs(along + net.length[e]! - distance) > SAME_PLACE) continue
    if (isOpen(net.roomA[e]!, home, goalRoom) && isOpen(net.roomB[e]!, home, goalRoom)) return true
  }
  return false
}

/** What an edit leaves of a search whose start was kept; `undefined`: all, and nothing is to be found anew. */
export function remainsOf(labels: Labels, change: NetChange, home: number): Remains | undefined {
  const { net, touched, added } = change
  const { node, at, distance, parent, count } = labels
  let lost: Uint8Array | undefined
  for (let i = 0; i < count; i++) {
    const before = parent[i]!
    if (before < 0) {
      if (touched[node[i]!] === 0 || net.graph.nodes[node[i]!] !== undefined) continue
    } else if (lost?.[before] !== 1) {
      const from = node[before]!
      if (touched[from] === 0) continue
      if (hasStep(net, from, at[before]!, node[i]!, at[i]!, distance[i]! - distance[before]!, home, NO_ROOM)) continue
    }
    lost ??= new Uint8Array(count)
    lost[i] = 1
  }
  if (lost === undefined && !added.some((e) => improves(labels, net, e, home))) return undefined
  return { labels, lost, added }
}

function improves(labels: Labels, net: Net, e: number, home: number): boolean {
  const from = net.from[e]!
  if (from >= labels.head.length || labels.head[from]! < 0) return false
  if (!isOpen(net.roomA[e]!, home, NO_ROOM) || !isOpen(net.roomB[e]!, home, NO_ROOM)) return false
  const label = labelAt(labels, from, net.leave[e]!)
  if (label < 0) return false
  const distance = labels.distance[label]! + Math.max(0, net.leave[e]! - labels.at[label]!) + net.length[e]!
  return distance < reach(labels, net.to[e]!, net.arrive[e]!)
}

/** Did the edit leave a search into a room as it was? The search that it goes on from was kept. */
export function keepsInto(labels: Labels, change: NetChange, goalRoom: number): boolean {
  if (change.rooms.has(goalRoom)) return false
  for (let i = 0; i < labels.count; i++) if (change.touched[labels.node[i]!] === 1) return false
  return true
}

/** Do all steps of a way still exist? The ways from the start and to the goal do. */
export function keepsPath(path: NodePath, change: NetChange, home: number, goalRoom: number): boolean {
  const { net, touched } = change
  for (let i = 1; i < path.nodes.length; i++) {
    const from = path.nodes[i - 1]!
    if (touched[from] === 0) continue
    if (!hasEdge(net, from, path.leave[i - 1]!, path.nodes[i]!, path.arrive[i]!, path.runs[i]!, home, goalRoom)) return false
  }
  return true
}

function hasEdge(net: Net, from: number, leave: number, to: number, arrive: number, run: number, home: number, goalRoom: number): boolean {
  if (from >= net.nodes) return false
  for (let e = net.first[from]!, end = net.first[from + 1]!; e < end; e++) {
    if (net.to[e] !== to || net.run[e] !== run) continue
    if (Math.abs(net.arrive[e]! - arrive) > SAME_PLACE || Math.abs(net.leave[e]! - leave) > SAME_PLACE) continue
    return isOpen(net.roomA[e]!, home, goalRoom) && isOpen(net.roomB[e]!, home, goalRoom)
  }
  return false
}

/** Could an added edge be part of a way to the goal no longer than `longest` (millimetres)? Beyond it the straight line counts. */
export function mayAddRoute(labels: Labels, change: NetChange, goal: JoinedStop, longest: number, radius: number): boolean {
  const { net, added } = change
  for (const e of added) {
    const node = net.graph.nodes[net.to[e]!]!
    const beyond = Math.sqrt((node.x - goal.x) ** 2 + (node.y - goal.y) ** 2) - radius
    if (net.length[e]! + beyond > longest) continue
    if (reach(labels, net.from[e]!, net.leave[e]!) + net.length[e]! + beyond <= longest) return true
  }
  return false
}
