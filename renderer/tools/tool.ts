import type { Id } from '#shared/base/ids'
import type { Edit, FreshId } from '#shared/commands/edit'
import type { RecordTable, WardDocument } from '#shared/document/document'
import type { Point } from '#shared/geometry/point'
import type { Snap } from './snap-point'
import type { Target } from './target'

/** What a tool is told, in plan metres. The plan view and the 3D view both tell it, and neither knows the other. */
export type ToolEvent =
  /** `isAdding` adds to what is selected, `isCopying` drags a copy away, `isFree` snaps to nothing. */
  | {
      readonly type: 'down'
      readonly at: Point
      readonly target: Target | undefined
      readonly isAdding: boolean
      readonly isCopying?: boolean
      readonly isFree: boolean
    }
  /** With a button down or not. `isFree` while snapping is suspended, `isHeld` while the direction is held. */
  | { readonly type: 'move'; readonly at: Point; readonly target: Target | undefined; readonly isFree: boolean; readonly isHeld: boolean }
  | { readonly type: 'up'; readonly at: Point }
  /** What was typed so far while drawing: a length, `4.2 x 3`, or an angle. */
  | { readonly type: 'typed'; readonly text: string }
  /** Enter, a double click or a click with the other button: what is drawn is finished. */
  | { readonly type: 'finish' }
  | { readonly type: 'cancel' }

/** Two presses on one spot: what was pressed, and where. */
export type DoublePress = { readonly type: 'double'; readonly at: Point; readonly target: Target | undefined }

/** As committed: a gesture is worked out from here each time, so letting go of it is forgetting it. Lengths in metres. */
export type ToolContext = {
  readonly document: WardDocument
  readonly table: RecordTable
  readonly design: Id
  readonly storey: Id
  readonly selection: readonly Id[]
  /** How far a pointer may slip before a press is a drag, and how near a line it snaps. */
  readonly slip: number
  readonly reach: number
  /** Points are meant for the outer face of the building, not for the middle of its walls. */
  readonly isFace?: boolean
  readonly freshId: FreshId
}

/** A line with its length, drawn beside what is under way. */
export type Measure = {
  readonly from: Point
  readonly to: Point
  /** Which of its ends its words keep clear of, where they are longer than it is. */
  readonly clearOf?: 'from' | 'to'
}

/** What a tool shows over the plan while it is used, in plan metres. */
export type ToolSketch = {
  /** Closed unless it is a `path`. */
  readonly rings: readonly (readonly Point[])[]
  readonly paths: readonly (readonly Point[])[]
  readonly measures: readonly Measure[]
  readonly snap: Snap | undefined
  /** Lines that what is dragged came to lie on. */
  readonly guides?: Snap['guides']
}

export const NO_SKETCH: ToolSketch = { rings: [], paths: [], measures: [], snap: undefined }

/** What a tool answers: what it remembers, and what is to happen. */
export type ToolStep<S> = {
  readonly state: S
  /** What letting go (or clicking) now would do. */
  readonly preview?: Edit | undefined
  readonly commit?: Edit
  readonly select?: readonly Id[]
  /** With `select`: of the room that is selected, the edge that was meant. */
  readonly part?: RoomPart | undefined
  /** Where a walk at eye height is to begin. */
  readonly walk?: Point | 'entrance'
}

/** An edge of a room, by the corner it starts at. */
export type RoomPart = { readonly room: Id; readonly corner: string }

/** A reducer with a sketch. It knows neither React nor three. */
export type Tool<S> = {
  readonly start: S
  readonly step: (state: S, event: ToolEvent, context: ToolContext) => ToolStep<S>
  readonly sketch: (state: S, context: ToolContext) => ToolSketch
  /** What a double press means, where it means something. */
  readonly double?: (state: S, event: DoublePress, context: ToolContext) => ToolStep<S>
  /** Whether Escape has something of this tool to take back before the tool itself is left. */
  readonly isBusy: (state: S) => boolean
}
