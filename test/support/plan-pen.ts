import type { Id } from '#shared/base/ids'
import { addOpening, type NewOpening } from '#shared/commands/add-opening'
import { addWall } from '#shared/commands/add-wall'
import type { FreshId } from '#shared/commands/edit'
import { placeFixture } from '#shared/commands/place-fixture'
import { placeRoom } from '#shared/commands/place-room'
import { type DrawnCorner, edgeOf, rectangleCorners } from '#shared/commands/room-shape'
import { setRoomEdge } from '#shared/commands/set-room-edge'
import type { Catalogue } from '#shared/document/catalogue'
import type { Room } from '#shared/document/elements/room'
import type { Script } from './script'

/** Left, bottom, right and top of a room or building on the centre-lines of its walls. Metres. */
export type Bounds = readonly [left: number, bottom: number, right: number, top: number]

type OpeningExtras = Partial<Omit<NewOpening, 'on' | 'along' | 'width' | 'opening'>>

/** A room that has been drawn, to be given doors and furniture. `at`: the middle, as x or y on the plan. Metres. */
export type DrawnRoom = {
  readonly id: Id
  door(edge: string, at: number, width: number, more?: OpeningExtras): DrawnRoom
  archway(edge: string, at: number, width: number, more?: OpeningExtras): DrawnRoom
  window(edge: string, at: number, width: number): DrawnRoom
  passThrough(edge: string, at: number, width: number): DrawnRoom
  edge(edge: string, kind: 'glazed' | 'open'): DrawnRoom
  /** Furniture with its back to the wall of an edge of a rectangle. */
  against(edge: keyof typeof TURNED, at: number, entry: string, name?: string): DrawnRoom
  put(entry: string, x: number, y: number, rotation?: number, name?: string): DrawnRoom
}

export type PlanPen = {
  room(roomType: string, name: string, bounds: Bounds): DrawnRoom
  /** Corners counter-clockwise; each key names the edge that starts at its corner. */
  shape(roomType: string, name: string, bounds: Bounds, corners: readonly (readonly [key: string, x: number, y: number])[]): DrawnRoom
  /** A room that is there already. */
  existing(id: Id, bounds: Bounds): DrawnRoom
  /** A glazed or solid end of a corridor in the outer wall, with a door or a window in it. */
  end(from: readonly [number, number], to: readonly [number, number], opening: Omit<NewOpening, 'on'>): void
  /** A wall across a corridor, as thick as one between rooms, with a door in it. */
  partition(from: readonly [number, number], to: readonly [number, number], opening: Omit<NewOpening, 'on'>): void
}

/** Furniture that stands with its back to this edge is turned by so many degrees. */
const TURNED = { north: 0, west: 90, south: 180, east: 270 } as const

/** Half of an outer and of an inner wall, and the gap that furniture keeps from its face. Metres. */
const [OUTER_M, INNER_M, GAP_M] = [0.15, 0.06, 0.03]

/** Where a plan is drawn again in a larger one: moved by so many metres, its gates plain doors. */
export type Copy = { readonly dx: number; readonly dy: number }

/** Draws in one design of the script's document, inside a building with these outer walls. */
export function planPen(script: Script, design: Id, building: Bounds, catalogue: Catalogue, freshId: FreshId, copy?: Copy): PlanPen {
  const { dx, dy } = copy ?? { dx: 0, dy: 0 }
  const isOuter = (axis: 'x' | 'y', at: number) =>
    axis === 'x' ? at === building[0] || at === building[2] : at === building[1] || at === building[3]
  const put = (entry: string, x: number, y: number, rotation: number, name: string) => {
    const found = catalogue[entry]
    if (found === undefined) throw new Error(`No ${entry} in the catalogue`)
    script.run((document) => placeFixture(document, { design, entry: found, x: x + dx, y: y + dy, rotation, name }, freshId))
  }

  const withoutGate = <O extends OpeningExtras>({ gate, ...more }: O) => (gate === undefined || copy !== undefined ? more : { ...more, gate })

  const drawn = (id: Id, [left, bottom, right, top]: Bounds): DrawnRoom => {
    const cut = (opening: NewOpening['opening'], corner: string, at: number, width: number, more: OpeningExtras = {}) => {
      const room = script.document().designs[design]?.[id] as Room
      const edge = edgeOf(room, corner)
      if (edge === undefined) throw new Error(`${room.name} has no edge ${corner}`)
      const start = edge.from.y === edge.to.y ? edge.from.x - dx : edge.from.y - dy
      const along = Math.abs(at - start) - width / 2
      const extras = withoutGate(more)
      script.run((document) => addOpening(document, { opening, on: { room: id, corner }, along, width, ...extras }, freshId))
      return self
    }
    const self: DrawnRoom = {
      id,
      door: (edge, at, width, more) => cut('door', edge, at, width, more),
      archway: (edge, at, width, more) => cut('archway', edge, at, width, more),
      window: (edge, at, width) => cut('window', edge, at, width),
      passThrough: (edge, at, width) => cut('passThrough', edge, at, width),
      edge(corner, edge) {
        script.run((document) => setRoomEdge(document, { room: id, corner, fields: { edge } }))
        return self
      },
      against(edge, at, entry, name = '') {
        const back = catalogue[entry]?.footprint.reduce((most, { y }) => Math.max(most, y), 0) ?? 0
        const line = { north: top, south: bottom, east: right, west: left }[edge]
        const off = back + GAP_M + (isOuter(edge === 'north' || edge === 'south' ? 'y' : 'x', line) ? OUTER_M : INNER_M)
        const inwards = edge === 'north' || edge === 'east' ? line - off : line + off
        if (edge === 'north' || edge === 'south') put(entry, at, inwards, TURNED[edge], name)
        else put(entry, inwards, at, TURNED[edge], name)
        return self
      },
      put(entry, x, y, rotation = 0, name = '') {
        put(entry, x, y, rotation, name)
        return self
      },
    }
    return self
  }

  const place = (roomType: string, name: string, bounds: Bounds, corners: readonly DrawnCorner[]) =>
    drawn(
      script.run((document) => {
        const moved = corners.map((corner) => ({ ...corner, x: corner.x + dx, y: corner.y + dy }))
        return placeRoom(document, { design, roomType, name, corners: moved }, freshId)
      }),
      bounds,
    )

  const wallWith =
    (thickness: number): PlanPen['end'] =>
    ([fromX, fromY], [toX, toY], opening) => {
      const wall = script.run((document) =>
        addWall(document, { design, from: { x: fromX + dx, y: fromY + dy }, to: { x: toX + dx, y: toY + dy }, thickness }, freshId),
      )
      const { opening: kind, width, along, ...more } = opening
      script.run((document) =>
        addOpening(document, { opening: kind, width, ...(along === undefined ? {} : { along }), ...withoutGate(more), on: { wall } }, freshId),
      )
    }

  return {
    existing: drawn,
    room: (roomType, name, bounds) => {
      const [left, bottom, right, top] = bounds
      return place(roomType, name, bounds, rectangleCorners(left, bottom, right - left, top - bottom))
    },
    shape: (roomType, name, bounds, corners) =>
      place(
        roomType,
        name,
        bounds,
        corners.map(([key, x, y]) => ({ key, x, y })),
      ),
    end: wallWith(2 * OUTER_M),
    partition: wallWith(2 * INNER_M),
  }
}

/** The outer face of a building whose outer walls have these centre-lines. */
export function outerFace([left, bottom, right, top]: Bounds): readonly { readonly x: number; readonly y: number }[] {
  return [
    { x: left - OUTER_M, y: bottom - OUTER_M },
    { x: right + OUTER_M, y: bottom - OUTER_M },
    { x: right + OUTER_M, y: top + OUTER_M },
    { x: left - OUTER_M, y: top + OUTER_M },
  ]
}
