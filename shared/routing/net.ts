import { filled } from '#shared/base/filled'
import type { FloorGraph } from '#shared/walkable/walk-graph'
import { type Access, NO_ROOM } from './access'

/**
 * Edges in flat arrays, millimetres. Graphs that were edited from one another share them: each puts its own behind those that are there, since
 * arrays of its own for each would be most of the memory that edits use up, and each collection of it takes as long as an answer.
 */
type Edges = {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly leave: Float64Array
  readonly arrive: Float64Array
  readonly length: Float64Array
  readonly run: Int32Array
}
type EdgeStore = Edges & { used: number }

/** A graph in flat arrays for searching. */
type Flat = {
  readonly nodes: number
  /** Edges of node v: first[v] up to until[v], by the place where they leave. */
  readonly first: Int32Array
  readonly until: Int32Array
  readonly span: Float64Array
  readonly twin: Int32Array
  /** Do all arcs have no length? */
  readonly isPoint: boolean
  readonly store: EdgeStore
  /** Those that it put into the store itself, from a number up to another. */
  readonly own: { readonly from: number; readonly to: number }
  /** The same graph where edits of it find room for their edges: at first itself, then a copy. */
  readonly home: { flat: Flat | undefined }
}

/** The rooms that the edges of a store ask for under one rule set; `used`: known below this number. */
type RoomStore = { readonly store: EdgeStore; readonly roomA: Int32Array; readonly roomB: Int32Array; used: number }

/**
 * A graph as one kind of walker may walk it: for each edge the rooms that it asks for, NO_ROOM where none, REFUSED where
 * nobody of that kind may walk it.
 */
export type Net = Edges &
  Pick<Flat, 'nodes' | 'first' | 'until' | 'span' | 'twin' | 'isPoint'> & {
    readonly graph: FloorGraph
    readonly access: Access
    readonly roomA: Int32Array
    readonly roomB: Int32Array
    /** Edges that ask for a room. */
    edgesInto(room: number): readonly number[]
    readonly flat: Flat
    /** Its rooms, and once it was edited those of where its edits find room. */
    readonly rooms: { own: RoomStore; home: RoomStore | undefined }
  }

const flats = new WeakMap<FloorGraph, Flat>()
/** By the graph before an edit, what was made of the graph after it: asked this way round, so that no graph holds on to the one before. */
const followers = new WeakMap<Flat, WeakSet<Flat>>()

/** `former` is the net of the floor before an edit under the same rules: what it has of unchanged nodes is taken over. */
export function netOf(graph: FloorGraph, access: Access, former?: Net): Net {
  let flat = flats.get(graph)
  if (flat === undefined) {
    flat = former === undefined ? newFlat(graph) : flatAfter(graph, former)
    flats.set(graph, flat)
  }
  if (former !== undefined && isSameGraph(graph, former) && access.signature === former.access.signature) return { ...former, graph, access }
  const rooms = former !== undefined && followersOf(former.flat).has(flat) ? roomsAfter(flat, access, former) : newRooms(flat, access)
  const { nodes, first, until, span, twin, isPoint, store } = flat
  const { from, to, leave, arrive, length, run } = store
  const { roomA, roomB } = rooms
  let byRoom: Map<number, number[]> | undefined
  const edgesInto = (room: number) => {
    byRoom ??= edgesByRoom(flat, rooms)
    return byRoom.get(room) ?? []
  }
  return {
    ...{ nodes, first, until, span, twin, isPoint, from, to, leave, arrive, length, run, roomA, roomB },
    ...{ graph, access, edgesInto, flat, rooms: { own: rooms, home: undefined } },
  }
}

function followersOf(flat: Flat): WeakSet<Flat> {
  return filled(followers, flat, () => new WeakSet())
}

function newRooms(flat: Flat, access: Access): RoomStore {
  const rooms = emptyRooms(flat.store)
  for (let v = 0; v < flat.nodes; v++) askRooms(rooms, access, flat.first[v]!, flat.until[v]!)
  return rooms
}

function emptyRooms(store: EdgeStore): RoomStore {
  const count = store.from.length
  return { store, roomA: new Int32Array(count), roomB: new Int32Array(count), used: 0 }
}

function askRooms(rooms: RoomStore, access: Access, from: number, to: number): void {
  const { roomA, roomB, store } = rooms
  for (let e = from; e < to; e++) {
    roomA[e] = access.roomA(store.run[e]!)
    roomB[e] = access.roomB(store.run[e]!)
  }
  rooms.used = Math.max(rooms.used, to)
}

/** The rooms of a graph that was edited: those of edges that stand are the former net's. */
function roomsAfter(flat: Flat, access: Access, former: Net): RoomStore {
  const known = formerRooms(flat.store, former)
  if (known === undefined) return newRooms(flat, access)
  const { from, to } = flat.own
  // Where two nets that shared their rules do so no longer, the second one finds the first one's rooms there.
  const rooms = known.used <= from ? known : { ...known, roomA: known.roomA.slice(), roomB: known.roomB.slice() }
  askRooms(rooms, access, from, to)
  return rooms
}

/** The rooms of a net by the numbers that its edges have in a store; undefined where its edits find room elsewhere by now. */
function formerRooms(store: EdgeStore, { flat, rooms }: Net): RoomStore | undefined {
  if (rooms.own.store === store) return rooms.own
  if (rooms.home?.store === store) return rooms.home
  const home = flat.home.flat
  if (home?.store !== store) return undefined
  const made = emptyRooms(store)
  for (let v = 0; v < flat.nodes; v++) {
    for (let e = flat.first[v]!, at = home.first[v]!, end = flat.until[v]!; e < end; e++, at++) {
      made.roomA[at] = rooms.own.roomA[e]!
      made.roomB[at] = rooms.own.roomB[e]!
    }
  }
  made.used = home.own.to
  rooms.home = made
  return made
}

/** Did an edit leave the graph as it was, but for names of what is on it? */
function isSameGraph({ nodes, runs }: FloorGraph, { graph }: Net): boolean {
  return nodes === graph.nodes && runs === graph.runs
}

function newFlat(graph: FloorGraph): Flat {
  const nodes = graph.nodes.length
  let count = 0
  for (const node of graph.nodes) count += node?.to.length ?? 0
  const flat = emptyFlat(nodes, newStore(count), count)
  let at = 0
  for (let v = 0; v < nodes; v++) at = putNode(flat, v, graph, at)
  return withArcs(flat)
}

/** The graph after an edit; nodes that the edit left alone have the edges that they had. */
function flatAfter(graph: FloorGraph, former: Net): Flat {
  if (isSameGraph(graph, former)) return former.flat
  const nodes = graph.nodes.length
  const changed: number[] = []
  let count = 0
  for (let v = 0; v < nodes; v++) {
    if (v < former.nodes && former.graph.nodes[v] === graph.nodes[v]) continue
    changed.push(v)
    count += graph.nodes[v]?.to.length ?? 0
  }
  const home = homeOf(former.flat, count)
  const flat = emptyFlat(nodes, home.store, count)
  const both = Math.min(nodes, home.nodes)
  for (const list of ['first', 'until', 'span', 'twin'] as const) flat[list].set(home[list].subarray(0, both))
  let at = flat.own.from
  for (const v of changed) at = putNode(flat, v, graph, at)
  const made = withArcs(flat)
  followersOf(former.flat).add(made)
  return made
}

/** A graph as its store has it where so many more edges have room. */
function homeOf(flat: Flat, more: number): Flat {
  const { home } = flat
  const last = home.flat ?? flat
  if (last.store.used + more <= last.store.from.length) return last
  let count = 0
  for (let v = 0; v < flat.nodes; v++) count += flat.until[v]! - flat.first[v]!
  const made = emptyFlat(flat.nodes, newStore(2 * (count + more)), count)
  for (const list of ['span', 'twin'] as const) made[list].set(flat[list])
  let at = 0
  for (let v = 0; v < flat.nodes; v++) {
    made.first[v] = at
    for (let e = flat.first[v]!, end = flat.until[v]!; e < end; e++, at++) {
      made.store.from[at] = flat.store.from[e]!
      made.store.to[at] = flat.store.to[e]!
      made.store.leave[at] = flat.store.leave[e]!
      made.store.arrive[at] = flat.store.arrive[e]!
      made.store.length[at] = flat.store.length[e]!
      made.store.run[at] = flat.store.run[e]!
    }
    made.until[v] = at
  }
  home.flat = made
  return made
}

function newStore(size: number): EdgeStore {
  return {
    from: new Int32Array(size),
    to: new Int32Array(size),
    leave: new Float64Array(size),
    arrive: new Float64Array(size),
    length: new Float64Array(size),
    run: new Int32Array(size),
    used: 0,
  }
}

/** Takes room for so many edges. */
function emptyFlat(nodes: number, store: EdgeStore, count: number): Flat {
  const own = { from: store.used, to: store.used + count }
  store.used = own.to
  const numbers = () => new Int32Array(nodes)
  return {
    nodes,
    first: numbers(),
    until: numbers(),
    span: new Float64Array(nodes),
    twin: numbers(),
    isPoint: false,
    store,
    own,
    home: { flat: undefined },
  }
}

/** Puts the edges of a node into the store from a number on; the number behind them. */
function putNode({ store, first, until, span, twin }: Flat, v: number, { nodes }: FloorGraph, at: number): number {
  const node = nodes[v]
  const count = node?.to.length ?? 0
  first[v] = at
  until[v] = at + count
  span[v] = node?.span ?? 0
  twin[v] = node?.twin ?? 0
  if (node === undefined) return at
  for (let i = 0, e = at; i < count; i++, e++) {
    store.from[e] = v
    store.to[e] = node.to[i]!
    store.leave[e] = node.leave[i]!
    store.arrive[e] = node.arrive[i]!
    store.length[e] = node.length[i]!
    store.run[e] = node.run[i]!
  }
  return at + count
}

function withArcs(flat: Flat): Flat {
  return { ...flat, isPoint: flat.span.every((span) => span === 0) }
}

function edgesByRoom({ nodes, first, until }: Flat, { roomA, roomB }: RoomStore): Map<number, number[]> {
  const byRoom = new Map<number, number[]>()
  for (let v = 0; v < nodes; v++) {
    for (let e = first[v]!; e < until[v]!; e++) {
      if (roomA[e]! > NO_ROOM) filled(byRoom, roomA[e]!, newList).push(e)
      if (roomB[e]! > NO_ROOM) filled(byRoom, roomB[e]!, newList).push(e)
    }
  }
  return byRoom
}

const newList = (): number[] => []
