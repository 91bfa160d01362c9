import type { Edit } from '#shared/commands/edit'
import { type PlacedArrangement, placeArrangement, sizeOfPieces } from '#shared/commands/place-arrangement'
import { placeRoom } from '#shared/commands/place-room'
import type { Point } from '#shared/geometry/point'
import { hostNear } from './opening-tool'
import { type DrawnRoom, freeRoomName } from './room-tool'
import { type Snap, snapPoint } from './snap-point'
import { NO_SKETCH, type Tool, type ToolContext, type ToolStep } from './tool'

/** How something is held: turned counter-clockwise by so many degrees, mirrored left to right before that. */
export type Pose = { readonly turn: number; readonly isMirrored: boolean }

/** Something of a size of its own that is carried by its middle. Metres. */
export type Carried = {
  readonly width: number
  readonly depth: number
  /** Furniture alone: its back goes to a wall that is near. */
  readonly isWallBound?: boolean
  /** What putting it down there would do: its middle, and how it is held. */
  readonly editAt: (at: Point, pose: Pose, context: ToolContext) => Edit
}

export type PutState = { readonly at: Point | undefined; readonly pose: Pose; readonly snap: Snap | undefined }

/** A corner on a corner is meant more than one on a wall, and that more than one in line. */
const RANK = { corner: 0, wall: 1, 'in-line': 2 } as const
/** Walls are at least so thick; a back stands off the centre-line by half of it. Metres. */
const HALF_WALL_M = 0.06
/** How near a wall a back has to come, in reaches. */
const WALL_REACHES = 2

/** Carries something over the plan: its edges come to lie on its neighbours', a press or letting go puts it down, R turns it, M mirrors it. */
export function putTool({ width, depth, isWallBound = false, editAt }: Carried): Tool<PutState> {
  const shown = (state: PutState, context: ToolContext): ToolStep<PutState> => ({
    state,
    preview: state.at === undefined ? undefined : editAt(state.at, state.pose, context),
  })
  const posed = (state: PutState, pose: Partial<Pose>, context: ToolContext) =>
    shown({ ...state, pose: { ...state.pose, ...pose }, snap: undefined }, context)
  return {
    start: { at: undefined, pose: { turn: 0, isMirrored: false }, snap: undefined },
    isBusy: () => false,
    step(state, event, context): ToolStep<PutState> {
      switch (event.type) {
        case 'down':
        case 'move':
          return shown(carriedTo(state, event.at, event.isFree, context), context)
        case 'typed': {
          const text = event.text.toLowerCase()
          if (text === 'm') return posed(state, { isMirrored: !state.pose.isMirrored }, context)
          const turn = text === 'r' ? (state.pose.turn + 90) % 360 : text === '' ? Number.NaN : Number(text)
          return Number.isFinite(turn) ? posed(state, { turn }, context) : { state }
        }
        case 'up':
        case 'finish': {
          if (state.at === undefined) return { state }
          const commit = editAt(state.at, state.pose, context)
          if (commit.status === 'refused') return { state, commit }
          const made = commit.change.added.filter(({ kind }) => kind === 'room' || kind === 'fixture' || kind === 'wall')
          const rooms = made.filter(({ kind }) => kind === 'room')
          return { state: { ...state, at: undefined }, commit, select: (rooms.length > 0 ? rooms : made).map(({ id }) => id) }
        }
        case 'cancel':
          return { state: { ...state, at: undefined, snap: undefined } }
      }
    },
    sketch: ({ snap }) => (snap === undefined ? NO_SKETCH : { ...NO_SKETCH, snap, guides: snap.guides }),
  }

  function carriedTo(state: PutState, at: Point, isFree: boolean, context: ToolContext): PutState {
    const { table, storey, reach } = context
    if (isWallBound && !isFree) {
      const backed = backedTo(state, at, context)
      if (backed !== undefined) return backed
    }
    const isUpright = state.pose.turn % 180 === 0
    const [w, d] = isUpright ? [width, depth] : [depth, width]
    const corners = [-1, 1].flatMap((x) => [-1, 1].map((y) => ({ x: (x * w) / 2, y: (y * d) / 2 })))
    let best: { readonly snap: Snap; readonly at: Point; readonly rank: number; readonly off: number } | undefined
    // Turned askew it has no edge that could lie on another.
    for (const corner of isFree || state.pose.turn % 90 !== 0 ? [] : corners) {
      const from = { x: at.x + corner.x, y: at.y + corner.y }
      const snap = snapPoint(table, storey, { at: from, reach, isFree })
      const rank = snap.word in RANK ? RANK[snap.word as keyof typeof RANK] : undefined
      if (rank === undefined) continue
      const off = Math.hypot(snap.at.x - from.x, snap.at.y - from.y)
      if (best === undefined || rank < best.rank || (rank === best.rank && off < best.off)) {
        best = { snap, rank, off, at: { x: snap.at.x - corner.x, y: snap.at.y - corner.y } }
      }
    }
    return { ...state, at: best?.at ?? at, snap: best?.snap }
  }

  /** Its back against the wall that is near, on the pointer's side of it. */
  function backedTo(state: PutState, at: Point, { table, storey, reach }: ToolContext): PutState | undefined {
    const wall = hostNear(table, storey, at, depth / 2 + reach * WALL_REACHES, false)
    if (wall === undefined) return undefined
    const length = Math.hypot(wall.to.x - wall.from.x, wall.to.y - wall.from.y)
    const along = { x: (wall.to.x - wall.from.x) / length, y: (wall.to.y - wall.from.y) / length }
    const isLeft = along.x * (at.y - wall.from.y) - along.y * (at.x - wall.from.x) >= 0
    const front = isLeft ? { x: -along.y, y: along.x } : { x: along.y, y: -along.x }
    const off = depth / 2 + HALF_WALL_M
    const foot = { x: wall.from.x + along.x * wall.along, y: wall.from.y + along.y * wall.along }
    const degrees = (Math.atan2(-front.y, -front.x) * 180) / Math.PI - 90
    const turn = (Math.round(degrees * 10) / 10 + 360) % 360
    return { at: { x: foot.x + front.x * off, y: foot.y + front.y * off }, pose: { ...state.pose, turn }, snap: undefined }
  }
}

/** A room of its type's usual size. Metres. */
export type KitRoom = DrawnRoom & { readonly width: number; readonly depth: number }

export function carriedRoom({ roomType, name, width, depth }: KitRoom): Carried {
  return {
    width,
    depth,
    editAt(at, { turn }, { document, table, design, storey, freshId }) {
      const [w, d] = turn % 180 === 0 ? [width, depth] : [depth, width]
      const place = { x: at.x - w / 2, y: at.y - d / 2, width: w, depth: d }
      return placeRoom(document, { design, storey, roomType, name: freeRoomName(table, name), ...place }, freshId)
    },
  }
}

export function carriedArrangement(arrangement: PlacedArrangement): Carried {
  const { pieces } = arrangement
  return {
    ...sizeOfPieces(pieces),
    isWallBound: pieces.every(({ kind }) => kind === 'fixture'),
    editAt(at, pose, { document, design, storey, freshId }) {
      return placeArrangement(document, arrangement, { design, storey, at, ...pose }, freshId)
    },
  }
}
