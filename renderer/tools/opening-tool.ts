import { message } from '#shared/base/message'
import { addOpening } from '#shared/commands/add-opening'
import { addOuterOpening, bareFaceNear } from '#shared/commands/add-outer-opening'
import { type Edit, refused } from '#shared/commands/edit'
import { meantAlong } from '#shared/commands/opening-fit'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Opening } from '#shared/document/elements/opening'
import type { Point } from '#shared/geometry/point'
import { type Measure, NO_SKETCH, type Tool, type ToolContext, type ToolStep } from './tool'
import { typedLength } from './typed-length'

/** What is cut: a door of this clear width, say. Metres. */
export type CutOpening = Pick<Opening, 'opening' | 'width'> & Partial<Pick<Opening, 'hinge' | 'swing'>>

export type OpeningState = {
  readonly at: Point | undefined
  readonly typed: string
  /** The wall under the pointer, and how far along it; or the outline of the building where it has no wall yet. */
  readonly place: Host | BareHost | undefined
}

type BareHost = Omit<Host, 'on'> & { readonly on: 'outline' }

/** The edge or free wall nearest to a point, the metres along it, and which side of it the point is on. */
export type Host = {
  readonly on: Opening['on']
  readonly along: number
  readonly from: Point
  readonly to: Point
  readonly off: number
}

const GRID_M = 0.05
/** How near a wall the pointer has to be, in reaches. */
const WALL_REACHES = 3

/** A door rides along the nearest wall and falls into it at a click; typing sets its clear width. */
export function openingTool(cut: CutOpening): Tool<OpeningState> {
  const editOf = ({ place, typed }: OpeningState, { document, design, storey, freshId }: ToolContext): Edit | undefined => {
    if (place === undefined) return undefined
    const width = typedLength(typed) ?? cut.width
    const { on, from, to } = place
    const opening = { ...cut, width, along: meantAlong(place.along - width / 2, width, Math.hypot(to.x - from.x, to.y - from.y)) }
    if (on === 'outline') return addOuterOpening(document, { ...opening, design, storey, face: { from, to } }, freshId)
    return addOpening(document, { ...opening, on }, freshId)
  }
  const placeAt = (at: Point, isFree: boolean, { table, storey, reach }: ToolContext): OpeningState['place'] =>
    hostNear(table, storey, at, reach * WALL_REACHES, isFree) ?? bareHostNear(table, storey, at, reach * WALL_REACHES, isFree)
  const nameless = message(`opening.${cut.opening}`)
  const shown = (state: OpeningState, context: ToolContext): ToolStep<OpeningState> => ({ state, preview: editOf(state, context) })
  return {
    start: { at: undefined, typed: '', place: undefined },
    isBusy: ({ typed }) => typed !== '',
    step(state, event, context) {
      switch (event.type) {
        case 'move': {
          const place = placeAt(event.at, event.isFree, context)
          return shown({ ...state, at: event.at, place }, context)
        }
        case 'typed':
          return shown({ ...state, typed: event.text }, context)
        case 'down': {
          const place = placeAt(event.at, event.isFree, context)
          // A press is answered, even where it does nothing.
          if (place === undefined)
            return { state: { ...state, at: event.at, place }, commit: refused(message('refused.no-wall', { opening: nameless })) }
          return committed({ ...state, at: event.at, place }, context)
        }
        case 'finish':
          return committed(state, context)
        case 'cancel':
          return { state: { ...state, typed: '' } }
        case 'up':
          return { state }
      }
    },
    sketch({ at, place, typed }) {
      if (at === undefined) return NO_SKETCH
      const width = typedLength(typed) ?? cut.width
      if (place !== undefined) return { ...NO_SKETCH, measures: clearances(place, width) }
      // Off every wall it follows the pointer, so that one sees what is in the hand.
      const half = width / 2
      return {
        ...NO_SKETCH,
        paths: [
          [
            { x: at.x - half, y: at.y },
            { x: at.x + half, y: at.y },
          ],
        ],
      }
    },
  }

  function committed(state: OpeningState, context: ToolContext): ToolStep<OpeningState> {
    const commit = editOf(state, context)
    const opening = commit?.status === 'done' ? commit.change.added.find(({ kind }) => kind === 'opening') : undefined
    return { state: { ...state, typed: '' }, ...(commit === undefined ? {} : { commit }), ...(opening === undefined ? {} : { select: [opening.id] }) }
  }
}

/** Where a storey's outline has no wall yet: the door brings one along. */
function bareHostNear(table: RecordTable, storey: string, at: Point, reach: number, isFree: boolean): BareHost | undefined {
  const face = bareFaceNear(table, storey, at, reach)
  if (face === undefined) return undefined
  const { from, to } = face
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const along = ((at.x - from.x) * (to.x - from.x) + (at.y - from.y) * (to.y - from.y)) / length
  return { on: 'outline', from, to, along: isFree ? along : Math.round(along / GRID_M) * GRID_M, off: 0 }
}

/** From each jamb to the end of the wall. */
function clearances({ from, to, along }: Pick<Host, 'from' | 'to' | 'along'>, width: number): readonly Measure[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const start = meantAlong(along - width / 2, width, length)
  const at = (metres: number) => ({ x: from.x + ((to.x - from.x) * metres) / length, y: from.y + ((to.y - from.y) * metres) / length })
  return [
    { from, to: at(start), clearOf: 'to' },
    { from: at(start + width), to, clearOf: 'from' },
  ]
}

/** The wall of a storey nearest to a point, within `reach` metres. Of two rooms' edges in one place, that of the room the point is in. */
export function hostNear(table: RecordTable, storey: string, at: Point, reach: number, isFree: boolean): Host | undefined {
  let best: Host | undefined
  const consider = (on: Opening['on'], from: Point, to: Point) => {
    const [dx, dy] = [to.x - from.x, to.y - from.y]
    const length = Math.hypot(dx, dy)
    if (length === 0) return
    const along = Math.min(length, Math.max(0, ((at.x - from.x) * dx + (at.y - from.y) * dy) / length))
    const off = Math.hypot(at.x - from.x - (dx * along) / length, at.y - from.y - (dy * along) / length)
    // Corners run counter-clockwise: a point in the room is on the left, and its own edge is meant.
    const isLeft = dx * (at.y - from.y) - dy * (at.x - from.x) >= 0
    const rank = off - (isLeft ? 1e-6 : 0)
    if (off > reach || (best !== undefined && rank >= best.off)) return
    best = { on, along: isFree ? along : Math.round(along / GRID_M) * GRID_M, from, to, off: rank }
  }
  for (const room of recordsOf(table, 'room')) {
    if (room.storey !== storey) continue
    room.corners.forEach((corner, index) => {
      if (corner.edge !== 'open') consider({ room: room.id, corner: corner.key }, corner, room.corners[(index + 1) % room.corners.length]!)
    })
  }
  for (const wall of recordsOf(table, 'wall')) if (wall.storey === storey) consider({ wall: wall.id }, wall.from, wall.to)
  return best
}
