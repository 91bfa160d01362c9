import { message } from '#shared/base/message'
import type { BuildingStorey, BuiltRoom } from '#shared/building/building'
import type { Point } from '#shared/geometry/point'
import { type DrawOptions, gateMessage } from './options'
import { type Box, boxOf, directionOf, isInside, leftOf, midpointOf } from './plane'
import type { Shape } from './shape'
import { brokenIntoLines, textWidth } from './text-width'

/** Distance from one line of a name to the next, in heights of the text. */
const LINE = 1.18
/** What a label keeps from walls, in metres. */
const MARGIN_M = 0.12
/** Sizes tried for a name that does not fit, as shares of the wanted one. */
const SHRINKING = [1, 0.85, 0.7]
const CANDIDATES = 9

type Line = { readonly text: string; readonly role: 'roomName' | 'roomArea'; readonly scale: number }

/** Names of rooms with their areas, where they fit: on clear floor if there is some, never across a wall. */
export function drawRoomLabels(storey: BuildingStorey, options: DrawOptions): Shape[] {
  const furniture = storey.fixtures.flatMap(({ footprint, room }) => {
    const box = boxOf(footprint)
    return box === undefined ? [] : [{ room, box }]
  })
  return storey.rooms.flatMap((built) => {
    const boxes = furniture.filter(({ room }) => room === built.room.id).map(({ box }) => box)
    return drawRoomLabel(built, boxes, options)
  })
}

function drawRoomLabel(built: BuiltRoom, furniture: readonly Box[], options: DrawOptions): Shape[] {
  const wanted = options.labelSize ?? 0.5
  const smallest = options.smallestLabel ?? wanted * 0.7
  const bounds = boxOf(built.polygon)
  if (bounds === undefined) return []
  const withArea = options.without?.includes('areas') !== true
  for (const shrunk of SHRINKING) {
    const size = Math.max(wanted * shrunk, smallest)
    for (const lines of labelsOf(built, options, withArea)) {
      const width = Math.max(...lines.map(({ text, scale }) => textWidth(text) * size * scale))
      const height = lines.reduce((sum, { scale }) => sum + size * scale * LINE, 0)
      const centre = freeSpot(built.polygon, bounds, furniture, width, height)
      if (centre !== undefined) return setLines(built, lines, centre, size, width, height)
    }
    if (size === smallest) break
  }
  return []
}

/** From the fullest label to the shortest that still names the room. */
function labelsOf({ room, netArea }: BuiltRoom, options: DrawOptions, withArea: boolean): Line[][] {
  const area = options.say?.(message('drawing.area', { area: netArea })) ?? `${netArea.toFixed(1)} m²`
  const names = brokenIntoLines(room.name, 3).map((lines) => lines.map((text): Line => ({ text, role: 'roomName', scale: 1 })))
  if (!withArea) return names
  return [...names.map((lines): Line[] => [...lines, { text: area, role: 'roomArea', scale: 0.85 }]), ...names]
}

/** The centre of the box of that size which covers least furniture, nearest the middle; undefined where it crosses a wall everywhere. */
function freeSpot(ring: readonly Point[], bounds: Box, furniture: readonly Box[], width: number, height: number): Point | undefined {
  const [w, h] = [width / 2 + MARGIN_M, height / 2 + MARGIN_M]
  const [across, up] = [bounds.right - bounds.left - 2 * w, bounds.top - bounds.bottom - 2 * h]
  if (across < 0 || up < 0) return undefined
  const middle = { x: (bounds.left + bounds.right) / 2, y: (bounds.bottom + bounds.top) / 2 }
  let best: Point | undefined
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < CANDIDATES; i++) {
    for (let j = 0; j < CANDIDATES; j++) {
      const x = bounds.left + w + (across * i) / (CANDIDATES - 1)
      const y = bounds.bottom + h + (up * j) / (CANDIDATES - 1)
      const box = { left: x - w, right: x + w, bottom: y - h, top: y + h }
      const off = Math.hypot(x - middle.x, y - middle.y) / (1 + Math.hypot(across, up))
      // Covered floor counts most, so that a name leaves the middle only to come off the furniture.
      const cost = furniture.reduce((sum, other) => sum + overlapOf(box, other), 0) * 4 + off
      if (cost >= least || !holds(ring, box)) continue
      best = { x, y }
      least = cost
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

function setLines({ room, polygon }: BuiltRoom, lines: readonly Line[], centre: Point, size: number, width: number, height: number): Shape[] {
  const bounds = boxOf(polygon)
  let y = centre.y + height / 2
  return lines.map(({ text, role, scale }): Shape => {
    const lineHeight = size * scale * LINE
    const at = { x: centre.x, y: y - lineHeight / 2 }
    y -= lineHeight
    const fits = bounds === undefined ? width : bounds.right - bounds.left
    return { role, element: room.id, form: { type: 'text', at, text, size: size * scale, fits } }
  })
}

/** Gates: an arrow head at the door that points in, and its name outside. */
export function drawGates(storey: BuildingStorey, options: DrawOptions): Shape[] {
  const size = options.labelSize ?? 0.5
  return storey.openings.flatMap(({ opening, from, to, left, right }): Shape[] => {
    if (opening.gate === undefined) return []
    const along = directionOf(from, to)
    const outward = left.kind === 'outside' || right.kind !== 'outside' ? 1 : -1
    const middle = midpointOf(from, to)
    const foot = leftOf(middle, along, outward * 0.9)
    const head = leftOf(middle, along, outward * 0.35)
    const [a, b] = [along.x * 0.3, along.y * 0.3]
    const arrow = [head, { x: foot.x - a, y: foot.y - b }, { x: foot.x + a, y: foot.y + b }]
    const text = opening.name !== '' ? opening.name : (options.say?.(gateMessage(opening.gate)) ?? opening.gate)
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
