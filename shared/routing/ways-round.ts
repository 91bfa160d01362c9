import { filled } from '#shared/base/filled'
import { backwards, type DirectWay, type JoinedStop } from '#shared/walkable/walk-graph'
import { Heap } from './heap'
import type { Islands } from './islands'
import { type Labels, reach, SAME_PLACE } from './labels'
import { type Ends, isRunAllowed, type NodePath } from './near-routes'
import type { Net } from './net'

/** More ways round than this are not told apart: the shortest of them stand for all. */
const MOST_WAYS = 16
const MOST_STEPS = 40_000

/** Ways as long as each other but for rounding. Millimetres. */
const SAME_LENGTH = 1e-6

/** What ways round are looked for on. */
export type Surroundings = {
  readonly net: Net
  readonly islands: Islands
  /** Does the threshold of a number belong to an opening? */
  readonly isOpening: (threshold: number) => boolean
}

/**
 * A place on a way back from the goal: `node` is left at `leave` along its arc, over the crossings of `run`, for the place `next` (-1: the
 * goal), whose arc is come to at `onto`. A `start` of 0 or more says that the way is whole: it begins with that way of the start into the
 * arc of `next`, at `onto`.
 */
type Place = {
  readonly node: number
  readonly leave: number
  /** What is walked from here to the goal, and of which kind that is. */
  readonly tail: number
  readonly kind: number
  next: number
  run: number
  onto: number
  start: number
}

/**
 * The shortest way of every kind from a start to a goal that is no longer than `longest` (millimetres), shortest first. Two ways are
 * of one kind where they pass every island on the same side and lead through the same openings. Found backwards from the goal, always
 * going on from where the whole would be shortest by the distances from the start (`labels`), so that each kind is met by its shortest way first.
 */
export function waysRound(
  surroundings: Surroundings,
  labels: Labels,
  start: JoinedStop,
  goal: JoinedStop,
  ends: Ends,
  longest: number,
  straight: DirectWay | undefined,
): readonly NodePath[] {
  const { net } = surroundings
  const { graph, access, first, until, twin, span } = net
  const kinds = openKinds(surroundings)
  const places: Place[] = []
  const heap = new Heap()
  const settled = new Map<string, number[]>()
  const startWays = new Map<number, number[]>()
  start.to.forEach((node, way) => {
    filled(startWays, node, () => []).push(way)
  })

  function add(place: Place, whole: number): void {
    if (whole <= longest) heap.push(whole, places.push(place) - 1)
  }

  function cornerOf(place: number): Corner {
    return place < 0 ? goal : graph.nodes[places[place]!.node]!
  }

  /** Of two ways on that are as long, the one is taken that goes where x, then y is less: drawing order decides nothing. */
  function takeLower(known: Place, other: Place): void {
    const [a, b] = [cornerOf(known.next), cornerOf(other.next)]
    const isOnward = other.start >= 0 || other.next < 0 || places[other.next]!.tail < other.tail - SAME_LENGTH
    if (!isOnward || (b.x - a.x || b.y - a.y) >= 0) return
    known.next = other.next
    known.run = other.run
    known.onto = other.onto
    known.start = other.start
  }

  /** Was the node left here or further on, on a way of the kind that is no longer? */
  function isBeaten(place: Place, number: number): boolean {
    const key = `${place.node} ${place.kind}`
    const known = settled.get(key)
    if (known === undefined) {
      settled.set(key, [number])
      return false
    }
    for (const other of known) {
      const before = places[other]!
      if (before.leave < place.leave - SAME_PLACE) continue
      const more = place.leave + place.tail - before.leave - before.tail
      if (more < -SAME_LENGTH) continue
      if (more <= SAME_LENGTH && before.leave <= place.leave + SAME_PLACE) takeLower(before, place)
      return true
    }
    known.push(number)
    return false
  }

  function beginAt(way: number): void {
    const node = twin[goal.to[way]!]!
    const run = backwards(goal.run[way]!)
    if (!isRunAllowed(access, run, ends)) return
    const leave = span[goal.to[way]!]! - goal.arrive[way]!
    const tail = goal.length[way]!
    const kind = kinds.before(NO_KIND, graph.nodes[node]!, goal, run)
    add({ node, leave, tail, kind, next: -1, run, onto: 0, start: -1 }, reach(labels, node, leave) + tail)
  }

  /** Begins the way at the start, by each of its ways to the node. */
  function endAtStart(number: number): void {
    const place = places[number]!
    for (const way of startWays.get(place.node) ?? []) {
      const run = start.run[way]!
      const onto = start.arrive[way]!
      const along = place.leave - onto
      if (along < -SAME_PLACE || !isRunAllowed(access, run, ends)) continue
      const kind = kinds.before(place.kind, start, graph.nodes[place.node]!, run)
      add({ ...place, kind, next: number, run, onto, start: way }, start.length[way]! + Math.max(0, along) + place.tail)
    }
  }

  /** Edges that lead here, read off the ways back of the twin. */
  function goBack(number: number): void {
    const place = places[number]!
    const corner = graph.nodes[place.node]!
    const back = twin[place.node]!
    for (let e = first[back]!, end = until[back]!; e < end; e++) {
      const onto = span[place.node]! - net.leave[e]!
      const along = place.leave - onto
      const tail = net.length[e]! + Math.max(0, along) + place.tail
      if (along < -SAME_PLACE || tail > longest) continue
      const node = twin[net.to[e]!]!
      const leave = span[net.to[e]!]! - net.arrive[e]!
      const whole = reach(labels, node, leave) + tail
      if (whole > longest) continue
      const run = backwards(net.run[e]!)
      if (!isRunAllowed(access, run, ends)) continue
      add({ node, leave, tail, kind: kinds.before(place.kind, graph.nodes[node]!, corner, run), next: number, run, onto, start: -1 }, whole)
    }
  }

  for (let way = 0; way < goal.to.length; way++) beginAt(way)
  const found = new Map<number, { readonly place: Place | undefined; readonly length: number }>()
  if (straight !== undefined && straight.length <= longest) {
    found.set(kinds.before(NO_KIND, start, goal, straight.run), { place: undefined, length: straight.length })
  }
  for (let steps = 0; heap.size > 0 && steps < MOST_STEPS && found.size < MOST_WAYS; steps++) {
    const length = heap.leastKey
    const number = heap.pop()
    const place = places[number]!
    if (place.start < 0) {
      if (isBeaten(place, number)) continue
      endAtStart(number)
      goBack(number)
      continue
    }
    const known = found.get(place.kind)
    if (known === undefined) found.set(place.kind, { place, length })
    else if (known.place !== undefined && length - known.length <= SAME_LENGTH) takeLower(known.place, place)
  }
  return [...found.values()].map(({ place, length }) =>
    place === undefined ? { nodes: [], arrive: [], leave: [], runs: [straight!.run], length } : pathFrom(place, places, length),
  )
}

function pathFrom(whole: Place, places: readonly Place[], length: number): NodePath {
  const path = { nodes: [] as number[], arrive: [] as number[], leave: [] as number[], runs: [] as number[], length }
  let before = whole
  for (let number = whole.next; number >= 0; number = before.next) {
    path.runs.push(before.run)
    path.arrive.push(before.onto)
    before = places[number]!
    path.nodes.push(before.node)
    path.leave.push(before.leave)
  }
  path.runs.push(before.run)
  return path
}

type Corner = { readonly x: number; readonly y: number }

/** The kind of a way that passes nothing. */
const NO_KIND = 0

/**
 * Kinds of ways by number. A way may be told from the corners that it turns about: between it and the straight pieces from corner to corner
 * lies nothing but floor that the body sweeps.
 */
function openKinds({ net: { graph }, islands, isOpening }: Surroundings) {
  /** How often each ray and opening is passed. */
  const passings: ReadonlyMap<number, number>[] = [new Map()]
  const numbers = new Map<string, number>([['', NO_KIND]])
  const known = new Map<string, number>()
  const passed: number[] = []

  function added(kind: number): number {
    const times = new Map(passings[kind])
    for (const ray of passed) {
      const now = (times.get(Math.abs(ray)) ?? 0) + Math.sign(ray)
      if (now === 0) times.delete(Math.abs(ray))
      else times.set(Math.abs(ray), now)
    }
    const name = [...times]
      .sort(([a], [b]) => a - b)
      .map((of) => of.join(':'))
      .join(' ')
    return filled(numbers, name, () => passings.push(times) - 1)
  }

  return {
    /** The kind of a way that begins with a straight piece over the crossings of a run, and goes on as one of kind `kind`. */
    before(kind: number, from: Corner, to: Corner, run: number): number {
      passed.length = 0
      islands.passed(from.x, from.y, to.x, to.y, passed)
      for (const crossing of run === 0 ? [] : graph.runs.crossings(run)) {
        const threshold = crossing >> 1
        if (isOpening(threshold)) passed.push((crossing & 1) === 1 ? islands.count + threshold + 1 : -islands.count - threshold - 1)
      }
      if (passed.length === 0) return kind
      return filled(known, `${kind} ${passed.join(' ')}`, () => added(kind))
    },
  }
}
