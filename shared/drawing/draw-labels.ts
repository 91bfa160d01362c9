import { differingItems, placesBefore } from '#shared/base/differing-items'
import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { BuildingStorey, BuiltFixture, BuiltOpening, BuiltRoom } from '#shared/building/building'
import { nameOfGate } from '#shared/building/names'
import type { Storey } from '#shared/document/elements/storey'
import type { Point } from '#shared/geometry/point'
import { drawnOnce } from './drawn-once'
import type { DrawOptions } from './options'
import { type Box, boxOf, directionOf, distanceOf, isInside, leftOf, midpointOf } from './plane'
import type { Shape } from './shape'
import { brokenIntoLines, textWidth } from './text-width'

/** Distance from one line of a name to the next, in heights of the text. */
const LINE = 1.18
/** What a label keeps from walls, in heights of the text. */
const MARGIN = 0.22
/** Sizes tried for a name that does not fit, as shares of the wanted one. */
const SHRINKING = [1, 0.85, 0.7]
const CANDIDATES = 9
/** What is lost by leaving out the area, and by each line more, against covering all of the label with furniture (1). */
const WITHOUT_AREA = 0.22
const LINE_MORE = 0.06

type Line = { readonly text: string; readonly role: 'roomName' | 'roomArea'; readonly scale: number }
type Label = { readonly lines: readonly Line[]; readonly penalty: number }
type Place = { readonly centre: Point; readonly cost: number }

/** The names of a storey, room by room, as they were drawn last. */
type Labelled = Pick<BuildingStorey, 'rooms' | 'fixtures' | 'openings'> & {
  readonly wording: string
  readonly say: DrawOptions['say']
  readonly labels: readonly (readonly Shape[])[]
}

const latestLabelled = new WeakMap<Storey, Labelled>()

/** Names of rooms with their areas, where they fit: on clear floor if there is some, never across a wall. */
export function drawRoomLabels({ storey, rooms, fixtures, openings }: BuildingStorey, options: DrawOptions): Shape[] {
  const { say } = options
  const wording = `${options.labelSize} ${options.smallestLabel} ${options.typeWidth} ${options.without?.includes('areas')}`
  // Mended from how it was last: a drag moves a few things, and there are thousands.
  const last = latestLabelled.get(storey)
  const edited = last === undefined ? undefined : roomsEdited(last, fixtures, openings)
  const kept = last?.wording === wording && last.say === say ? last : undefined
  const places = placesBefore(kept?.rooms ?? [], rooms)
  const known = rooms.map(({ room }, i) => (edited?.has(room.id) === true ? undefined : kept?.labels[places[i]!]))
  let covered: ReadonlyMap<Id, readonly Box[]> | undefined
  // Only for a name that fits between the walls: from far off none does, and there are thousands of things to look through.
  const coveredOf = (room: Id) => {
    covered ??= coveredIn(new Set(rooms.flatMap((built, i) => (known[i] === undefined ? [built.room.id] : []))), fixtures, openings)
    return covered.get(room) ?? NO_BOXES
  }
  const labels = rooms.map((built, i) => known[i] ?? roomLabel(built, coveredOf, options, wording))
  latestLabelled.set(storey, { rooms, fixtures, openings, wording, say, labels })
  return labels.flat()
}

/** The rooms in which what names keep clear of is other than it was. */
function roomsEdited(last: Labelled, fixtures: readonly BuiltFixture[], openings: readonly BuiltOpening[]): ReadonlySet<Id> {
  const [moved, hung] = [differingItems(last.fixtures, fixtures), differingItems(last.openings, openings)]
  const rooms = [...moved.gone, ...moved.come].flatMap(({ room }) => room ?? [])
  return new Set([...rooms, ...[...hung.gone, ...hung.come].flatMap(roomsBeside)])
}

/** What names keep clear of in each of these rooms. */
function coveredIn(rooms: ReadonlySet<Id>, fixtures: readonly BuiltFixture[], openings: readonly BuiltOpening[]): ReadonlyMap<Id, readonly Box[]> {
  const boxes = new Map<Id, Box[]>()
  if (rooms.size === 0) return boxes
  const cover = (room: Id, box: Box | undefined) => {
    if (box === undefined || !rooms.has(room)) return
    const known = boxes.get(room)
    if (known === undefined) boxes.set(room, [box])
    else known.push(box)
  }
  for (const built of fixtures) {
    if (built.room !== undefined && rooms.has(built.room)) cover(built.room, drawnOnce(fixtureBoxes, built, boxOfFixture).box)
  }
  for (const built of openings) {
    if (built.opening.opening === 'door') for (const room of roomsBeside(built)) cover(room, drawnOnce(doorBoxes, built, boxOfDoor).box)
  }
  return boxes
}

/** Of a door between a room and itself the one. */
function roomsBeside({ left, right }: BuiltOpening): readonly Id[] {
  const rooms = left.kind === 'room' ? [left.room] : []
  if (right.kind === 'room' && right.room !== rooms[0]) rooms.push(right.room)
  return rooms
}

const NO_BOXES: readonly Box[] = []

function roomLabel(built: BuiltRoom, coveredOf: (room: Id) => readonly Box[], options: DrawOptions, wording: string): readonly Shape[] {
  const { id } = built.room
  const cached = labels.get(built)
  const isSameText = cached !== undefined && cached.wording === wording && cached.say === options.say
  if (isSameText && (cached.covered === undefined || sameBoxes(cached.covered, coveredOf(id)))) return cached.shapes
  let covered: readonly Box[] | undefined
  const shapes = drawRoomLabel(
    built,
    () => {
      covered ??= coveredOf(id)
      return covered
    },
    options,
  )
  labels.set(built, { wording, say: options.say, covered, shapes })
  return shapes
}

/** While one room is dragged the others stay the very same objects, and finding a spot for a name is most of drawing. */
const labels = new WeakMap<
  BuiltRoom,
  {
    readonly wording: string
    readonly say: DrawOptions['say']
    /** Undefined: nothing was asked, since no name fits whatever is covered. */
    readonly covered: readonly Box[] | undefined
    readonly shapes: readonly Shape[]
  }
>()

function sameBoxes(a: readonly Box[], b: readonly Box[]): boolean {
  return a.length === b.length && a.every((box, i) => box === b[i] || isSameBox(box, b[i]!))
}

function isSameBox(a: Box, b: Box): boolean {
  return a.left === b.left && a.bottom === b.bottom && a.right === b.right && a.top === b.top
}

type Covering = { readonly box: Box | undefined }

const fixtureBoxes = new WeakMap<BuiltFixture, Covering>()
const doorBoxes = new WeakMap<BuiltOpening, Covering>()

function boxOfFixture({ footprint }: BuiltFixture): Covering {
  return { box: boxOf(footprint) }
}

/** Where door leaves turn: a name there is crossed by lines. */
function boxOfDoor({ opening, from, to }: BuiltOpening): Covering {
  const side = opening.swing === 'in' ? 1 : -1
  const along = directionOf(from, to)
  const reach = side * distanceOf(from, to) * (opening.hinge === 'both' ? 0.5 : 1)
  return { box: boxOf([from, to, leftOf(from, along, reach), leftOf(to, along, reach)]) }
}

function drawRoomLabel(built: BuiltRoom, covered: () => readonly Box[], options: DrawOptions): Shape[] {
  const wanted = options.labelSize ?? 0.5
  const smallest = options.smallestLabel ?? wanted * 0.7
  const bounds = boxOf(built.polygon)
  if (bounds === undefined) return []
  const labels = labelsOf(built, options)
  for (const isUpright of [false, true]) {
    for (const shrunk of SHRINKING) {
      const size = Math.max(wanted * shrunk, smallest)
      const best = bestLabel(built.polygon, bounds, covered, labels, size, isUpright, options.typeWidth ?? PAPER_TYPE_WIDTH)
      if (best !== undefined) return setLines(built, best.label.lines, best.centre, size, isUpright)
      if (size === smallest) break
    }
  }
  return []
}

function bestLabel(
  ring: readonly Point[],
  bounds: Box,
  covered: () => readonly Box[],
  labels: readonly Label[],
  size: number,
  isUpright: boolean,
  typeWidth: number,
) {
  let best: (Place & { readonly label: Label }) | undefined
  for (const label of labels) {
    const { width, height } = sizeOf(label.lines, size, typeWidth)
    const place = isUpright
      ? freeSpot(ring, bounds, covered, height, width, size * MARGIN)
      : freeSpot(ring, bounds, covered, width, height, size * MARGIN)
    if (place === undefined) continue
    const cost = place.cost + label.penalty
    if (best === undefined || cost < best.cost) best = { centre: place.centre, cost, label }
  }
  return best
}

/** The name broken in every even way, with the area and without. */
function labelsOf({ room, netArea }: BuiltRoom, options: DrawOptions): readonly Label[] {
  const area = options.say?.(message('drawing.area', { area: netArea })) ?? `${netArea.toFixed(1)} m²`
  return brokenIntoLines(room.name, 3).flatMap((texts): Label[] => {
    const lines = texts.map((text): Line => ({ text, role: 'roomName', scale: 1 }))
    const penalty = (texts.length - 1) * LINE_MORE
    if (options.without?.includes('areas')) return [{ lines, penalty }]
    return [
      { lines: [...lines, { text: area, role: 'roomArea', scale: AREA_SCALE }], penalty },
      { lines, penalty: penalty + WITHOUT_AREA },
    ]
  })
}

const AREA_SCALE = 0.93
const PAPER_TYPE_WIDTH = 1.15

function sizeOf(lines: readonly Line[], size: number, typeWidth: number): { readonly width: number; readonly height: number } {
  return {
    width: Math.max(...lines.map(({ text, scale }) => textWidth(text) * size * scale * typeWidth)),
    height: lines.reduce((sum, { scale }) => sum + size * scale * LINE, 0),
  }
}

/**
 * The centre of the box of that size which covers least, nearest the middle, and what that costs (1: all of it
 * covered); undefined where it crosses a wall everywhere.
 */
function freeSpot(
  ring: readonly Point[],
  bounds: Box,
  coveredHere: () => readonly Box[],
  width: number,
  height: number,
  margin: number,
): Place | undefined {
  const [w, h] = [width / 2 + margin, height / 2 + margin]
  const [across, up] = [bounds.right - bounds.left - 2 * w, bounds.top - bounds.bottom - 2 * h]
  if (across < 0 || up < 0) return undefined
  const covered = coveredHere()
  const middle = { x: (bounds.left + bounds.right) / 2, y: (bounds.bottom + bounds.top) / 2 }
  let best: Place | undefined
  for (let i = 0; i < CANDIDATES; i++) {
    for (let j = 0; j < CANDIDATES; j++) {
      const x = bounds.left + w + (across * i) / (CANDIDATES - 1)
      const y = bounds.bottom + h + (up * j) / (CANDIDATES - 1)
      const off = (Math.hypot(x - middle.x, y - middle.y) / (1 + Math.hypot(across, up))) * 0.2
      // However little it covers.
      if (best !== undefined && off >= best.cost) continue
      const box = { left: x - w, right: x + w, bottom: y - h, top: y + h }
      const cost = covered.reduce((sum, other) => sum + overlapOf(box, other), 0) / (4 * w * h) + off
      if ((best === undefined || cost < best.cost) && holds(ring, box)) best = { centre: { x, y }, cost }
    }
  }
  return best
}

function overlapOf(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom)
  return width > 0 && height > 0 ? width * height : 0
}

/** Whether the box lies in the ring: a corner inside and no edge of the ring passing through. */
function holds(ring: readonly Point[], box: Box): boolean {
  if (!isInside(ring, { x: (box.left + box.right) / 2, y: (box.bottom + box.top) / 2 })) return false
  return ring.every((a, i) => !crossesBox(a, ring[(i + 1) % ring.length]!, box))
}

/** Liang and Barsky 1984: whether some of the segment lies strictly inside the box. */
function crossesBox(a: Point, b: Point, box: Box): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  let [enters, leaves] = [0, 1]
  const sides: readonly (readonly [number, number])[] = [
    [-dx, a.x - box.left],
    [dx, box.right - a.x],
    [-dy, a.y - box.bottom],
    [dy, box.top - a.y],
  ]
  for (const [towards, room] of sides) {
    if (towards === 0) {
      if (room <= 0) return false
    } else if (towards < 0) enters = Math.max(enters, room / towards)
    else leaves = Math.min(leaves, room / towards)
  }
  return enters < leaves
}

function setLines({ room, polygon }: BuiltRoom, lines: readonly Line[], centre: Point, size: number, isUpright: boolean): Shape[] {
  const bounds = boxOf(polygon)
  const { width, height } = sizeOf(lines, size, 1)
  const fits = bounds === undefined ? width : isUpright ? bounds.top - bounds.bottom : bounds.right - bounds.left
  let off = height / 2
  return lines.map(({ text, role, scale }): Shape => {
    const lineHeight = size * scale * LINE
    const from = off - lineHeight / 2
    off -= lineHeight
    // Turned a quarter to the left, the first line comes to lie furthest left.
    const at = isUpright ? { x: centre.x - from, y: centre.y } : { x: centre.x, y: centre.y + from }
    return { role, element: room.id, form: { type: 'text', at, text, size: size * scale, fits, ...(isUpright ? { isUpright } : {}) } }
  })
}

/** Gates: an arrow head at the door that points in, and its name outside. */
export function drawGates(storey: BuildingStorey, options: DrawOptions): Shape[] {
  const size = options.labelSize ?? 0.5
  return gatesOf(storey).flatMap(({ opening, from, to, left, right }): Shape[] => {
    if (opening.gate === undefined) return []
    const along = directionOf(from, to)
    const outward = left.kind === 'outside' || right.kind !== 'outside' ? 1 : -1
    const middle = midpointOf(from, to)
    const foot = leftOf(middle, along, outward * 0.9)
    const head = leftOf(middle, along, outward * 0.35)
    const [a, b] = [along.x * 0.3, along.y * 0.3]
    const arrow = [head, { x: foot.x - a, y: foot.y - b }, { x: foot.x + a, y: foot.y + b }]
    const name = nameOfGate(opening)
    const text = typeof name === 'string' ? name : (options.say?.(name) ?? opening.gate)
    const away = { x: -along.y * outward, y: along.x * outward }
    const lines = brokenIntoLines(text, 2).at(-1) ?? [text]
    const width = Math.max(...lines.map(textWidth)) * size
    const gap = 1.15 + Math.abs(away.x) * (width / 2) + Math.abs(away.y) * size * LINE * (lines.length / 2)
    const centre = { x: middle.x + away.x * gap, y: middle.y + away.y * gap }
    return [
      { role: 'gate', element: opening.id, form: { type: 'polygon', rings: [arrow] } },
      ...lines.map((line, i): Shape => {
        const at = { x: centre.x, y: centre.y + ((lines.length - 1) / 2 - i) * size * LINE }
        return { role: 'gateName', element: opening.id, form: { type: 'text', at, text: line, size, fits: width } }
      }),
    ]
  })
}

/** A few among hundreds: looked for in what a drag changed only. */
function gatesOf({ storey, openings }: BuildingStorey): readonly BuiltOpening[] {
  const last = latestGates.get(storey)
  if (last?.openings === openings) return last.gates
  const isGate = ({ opening }: BuiltOpening) => opening.gate !== undefined
  const edited = last === undefined ? undefined : differingItems(last.openings, openings)
  const stand = edited !== undefined && !edited.gone.some(isGate) && !edited.come.some(isGate)
  const gates = last !== undefined && stand ? last.gates : openings.filter(isGate)
  latestGates.set(storey, { openings, gates })
  return gates
}

const latestGates = new WeakMap<Storey, { readonly openings: readonly BuiltOpening[]; readonly gates: readonly BuiltOpening[] }>()
