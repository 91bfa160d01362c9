import type { Edit } from '#shared/commands/edit'
import { placeRoom } from '#shared/commands/place-room'
import type { Point } from '#shared/geometry/point'
import { type DrawnRoom, freeRoomName } from './room-tool'
import { type Snap, snapPoint } from './snap-point'
import { NO_SKETCH, type Tool, type ToolContext, type ToolStep } from './tool'

/** Something of a size of its own that is carried by its middle. Metres. */
export type Carried = {
  readonly width: number
  readonly depth: number
  /** What putting it down there would do: its middle, and the quarters it is turned by. */
  readonly editAt: (at: Point, quarters: number, context: ToolContext) => Edit
}

export type PutState = { readonly at: Point | undefined; readonly quarters: number; readonly snap: Snap | undefined }

/** A corner on a corner is meant more than one on a wall, and that more than one in line. */
const RANK = { corner: 0, wall: 1, 'in-line': 2 } as const

/** Carries something over the plan: its edges come to lie on its neighbours', a press or letting go puts it down, R turns it. */
export function putTool({ width, depth, editAt }: Carried): Tool<PutState> {
  const shown = (state: PutState, context: ToolContext): ToolStep<PutState> => ({
    state,
    preview: state.at === undefined ? undefined : editAt(state.at, state.quarters, context),
  })
  return {
    start: { at: undefined, quarters: 0, snap: undefined },
    isBusy: () => false,
    step(state, event, context): ToolStep<PutState> {
      switch (event.type) {
        case 'down':
        case 'move':
          return shown(carriedTo(state, event.at, event.isFree, context), context)
        case 'typed':
          return event.text.toLowerCase() === 'r' ? shown({ ...state, quarters: (state.quarters + 1) % 4, snap: undefined }, context) : { state }
        case 'up':
        case 'finish': {
          if (state.at === undefined) return { state }
          const commit = editAt(state.at, state.quarters, context)
          if (commit.status === 'refused') return { state, commit }
          return { state: { ...state, at: undefined }, commit, select: commit.change.added.map(({ id }) => id) }
        }
        case 'cancel':
          return { state: { ...state, at: undefined, snap: undefined } }
      }
    },
    sketch: ({ snap }) => (snap === undefined ? NO_SKETCH : { ...NO_SKETCH, snap, guides: snap.guides }),
  }

  function carriedTo(state: PutState, at: Point, isFree: boolean, { table, storey, reach }: ToolContext): PutState {
    const [w, d] = state.quarters % 2 === 0 ? [width, depth] : [depth, width]
    const corners = [-1, 1].flatMap((x) => [-1, 1].map((y) => ({ x: (x * w) / 2, y: (y * d) / 2 })))
    let best: { readonly snap: Snap; readonly at: Point; readonly rank: number; readonly off: number } | undefined
    for (const corner of isFree ? [] : corners) {
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
}

/** A room of its type's usual size. Metres. */
export type KitRoom = DrawnRoom & { readonly width: number; readonly depth: number }

export function carriedRoom({ roomType, name, width, depth }: KitRoom): Carried {
  return {
    width,
    depth,
    editAt(at, quarters, { document, table, design, storey, freshId }) {
      const [w, d] = quarters % 2 === 0 ? [width, depth] : [depth, width]
      const place = { x: at.x - w / 2, y: at.y - d / 2, width: w, depth: d }
      return placeRoom(document, { design, storey, roomType, name: freeRoomName(table, name), ...place }, freshId)
    },
  }
}
