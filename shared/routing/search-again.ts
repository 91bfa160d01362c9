import { backwards, type JoinedStop } from '#shared/walkable/walk-graph'
import { isOpen, NO_ROOM } from './access'
import type { AddedEdges } from './added-edges'
import { type Labels, repeated } from './labels'
import type { Net } from './net'
import { beginPatch, beginSearch, endPatch, endSearch, isFound, keep, offerStart, offerStep, settle, speakFor } from './search-frame'

/** What is left of a search after an edit, and where the edited graph may offer more. Read before the next remains are asked for. */
export type Remains = {
  readonly labels: Labels
  /** By label, those of the patch behind those of the lists: 0 where it stands, LOST where not any more, GONE where it did not before either. */
  readonly state: Uint8Array
  /** The labels that were lost: the first `lostCount`. */
  readonly lost: Int32Array
  readonly lostCount: number
  readonly added: AddedEdges
  /** False: the start may lead to nodes that it did not lead to before. */
  readonly isSameStart: boolean
  /** No node before or after the edit has this number or a greater one. */
  readonly nodes: number
}

export const LOST = 1
export const GONE = 2

/** A patch of more than this share of the labels is not worth looking up. */
const MOST_PATCHED = 0.25

/**
 * The search from a start on an edited net: the labels that still stand, and what follows from the edit (after Ramalingam and Reps 1996).
 * Where little was lost the former labels are patched, not copied.
 */
export function searchAgain(net: Net, start: JoinedStop, home: number, remains: Remains): Labels {
  const { labels, state, lostCount } = remains
  if (labels.head === undefined || lostCount + (labels.patch?.count ?? 0) > MOST_PATCHED * labels.count) {
    beginSearch(remains.nodes, undefined)
    keepLists(labels, state)
    keepPatch(labels, state, 0)
    followEdit(net, start, home, remains)
    return endSearch(remains.nodes)
  }
  beginPatch(remains.nodes, labels, state)
  const { patch } = labels
  if (patch !== undefined)
    for (let slot = patch.tableStart; slot < patch.tableStart + 2 * patch.slots; slot += 2) if (patch.table[slot]! >= 0) speakFor(patch.table[slot]!)
  for (let i = 0; i < lostCount; i++) speakFor(nodeOf(labels, remains.lost[i]!))
  keepPatch(labels, state, labels.count)
  followEdit(net, start, home, remains)
  return endPatch(labels, allGone(labels, remains))
}

/** Where labels kept stand now, as parents go by them. */
let places = new Int32Array(1024)

function keepLists({ start, count, node, at, distance, parent, patch }: Labels, state: Uint8Array): void {
  const all = count + (patch?.count ?? 0)
  if (places.length < all) places = new Int32Array(2 * all)
  for (let i = 0; i < count; i++) {
    if (state[i] !== 0) continue
    const from = parent[start + i]!
    places[i] = keep(node[start + i]!, at[start + i]!, distance[start + i]!, from < 0 ? from : places[from]!)
  }
}

/** Keeps what stands of a patch's own labels; `before`: how many labels stand before those found now, or 0 where the lists were kept too. */
function keepPatch({ count, patch }: Labels, state: Uint8Array, before: number): void {
  if (patch === undefined) return
  const { lists, start } = patch
  if (places.length < count + patch.count) places = new Int32Array(2 * (count + patch.count))
  for (let j = 0; j < patch.count; j++) {
    const from = lists.parent[start + j]!
    if (from <= repeated(0) || state[count + j] !== 0) continue
    const parent = from < 0 || (from < count && before > 0) ? from : places[from]!
    places[count + j] = before + keep(lists.node[start + j]!, lists.at[start + j]!, lists.distance[start + j]!, parent)
  }
}

function nodeOf({ start, count, node, patch }: Labels, label: number): number {
  return label < count || patch === undefined ? node[start + label]! : patch.lists.node[patch.start + label - count]!
}

/** What was added, and what leads to where something was lost. */
function followEdit(net: Net, start: JoinedStop, home: number, { labels, lost, lostCount, added, isSameStart }: Remains): void {
  const { first, until, to, leave, arrive, length, run, roomA, roomB, twin, span, graph, access } = net
  const { nodes, starts, edges } = added
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!
    if (!isFound(node)) continue
    for (let k = starts[i]!, end = starts[i + 1]!; k < end; k++) {
      const e = edges[k]!
      if (isOpen(roomA[e]!, home, NO_ROOM) && isOpen(roomB[e]!, home, NO_ROOM)) offerStep(node, leave[e]!, length[e]!, to[e]!, arrive[e]!)
    }
  }
  if (lostCount > 0 || !isSameStart) offerStart(net, start, home, NO_ROOM)
  for (let i = 0; i < lostCount; i++) {
    const node = nodeOf(labels, lost[i]!)
    if (node >= net.nodes || graph.nodes[node] === undefined) continue
    // What leads to a node leads away from its twin, the other way round.
    const back = twin[node]!
    for (let e = first[back]!, end = until[back]!; e < end; e++) {
      const other = twin[to[e]!]!
      if (!isFound(other)) continue
      const way = backwards(run[e]!)
      if (!isOpen(access.roomA(way), home, NO_ROOM) || !isOpen(access.roomB(way), home, NO_ROOM)) continue
      offerStep(other, span[other]! - arrive[e]!, length[e]!, node, span[node]! - leave[e]!)
    }
  }
  settle(net, home, NO_ROOM)
}

/** Labels of the lists that do not stand: those that did not before, and those lost now. */
function allGone({ count, patch }: Labels, { lost, lostCount }: Remains): Int32Array {
  const before = patch?.lost ?? NONE
  let more = 0
  for (let i = 0; i < lostCount; i++) if (lost[i]! < count) more++
  if (more === 0) return before
  const all = new Int32Array(before.length + more)
  all.set(before)
  for (let i = 0, at = before.length; i < lostCount; i++) if (lost[i]! < count) all[at++] = lost[i]!
  return all
}

const NONE = new Int32Array(0)
