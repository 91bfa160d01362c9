import type { Id } from '#shared/base/ids'
import type { BuildingStorey } from '#shared/building/building'
import { elementPoints } from '#shared/building/element-points'
import {
  clampElevation,
  clampScale,
  type Direction,
  entranceDirection,
  fitted,
  moved,
  type Seen,
  type Size,
  STANDARD_VIEWS,
  wholeOf,
} from './scene-camera'
import { flyTo, type SceneLens } from './scene-lens'

export type SceneViewName = 'threeQuarter' | 'top' | 'entrance'

type Piece = { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number }

/** What the buttons beside the scene and its keys do with the view. */
export type SceneMoves = {
  readonly hasEntrance: boolean
  readonly hasSelection: boolean
  show(view: SceneViewName): void
  /** Everything, from the side that one looks from. */
  fit(): void
  zoomToSelection(): void
  /** A piece of the plan, from the side that one looks from. Metres. */
  zoomTo(piece: Piece): void
  zoomBy(factor: number): void
  /** Degrees, counter-clockwise seen from above. */
  orbitBy(degrees: number): void
  /** The view as it could be kept, of any window's size; undefined before the first frame. */
  now(): KeptView | undefined
  lookFrom(view: KeptView): void
}

/** A view that does not depend on a window: `span` metres of the floor's plane along the shorter side of the view. */
export type KeptView = { readonly x: number; readonly y: number; readonly azimuth: number; readonly elevation: number; readonly span: number }

/** The buttons at the foot of the view lie over so much of it. Pixels. */
export const COVERED_PX = 60
/** Those at its head lie in a corner that one storey leaves free; a stack of them reaches under them. Pixels. */
export function coveredAbove(beyond: readonly unknown[]): number {
  return beyond.length > 0 ? 56 : 0
}
/** The bar of tools lies over so much of its left; in a low view it takes two columns, and in a narrow one there is no room to spare. Pixels. */
export function coveredAside({ width, height }: Size): number {
  if (width < 640) return 0
  return height < 770 ? 98 : 56
}
/** Round what is zoomed to, so much of its surroundings is shown, and no closer than this. Metres. */
const AROUND_M = 2.5
const CLOSEST_PX = 80
/** What stands on the floor of a room is about so high. Metres. */
const FURNITURE_M = 1

/** What the moves are of: the storey that is shown, and what was chosen in it. `height` of its walls in metres. */
export type SceneMovesParts = {
  readonly lens: SceneLens
  readonly storey: BuildingStorey
  readonly beyond?: Parameters<typeof wholeOf>[2]
  readonly height: number
  readonly selection: Id | undefined
  readonly sizeOf: () => Size
}

export function sceneMoves({ lens, storey, beyond = [], height, selection, sizeOf }: SceneMovesParts): SceneMoves {
  const entrance = entranceDirection(storey)
  const chosen = selection === undefined ? undefined : seenOf(storey, selection)
  const now = () => lens.getState().camera
  const whole = (direction: Direction) =>
    flyTo(lens, fitted(wholeOf(storey, height, beyond), direction, sizeOf(), COVERED_PX, coveredAside(sizeOf()), coveredAbove(beyond)), true)
  const by = (change: Parameters<typeof moved>[1]) => {
    const view = now()
    if (view !== undefined) flyTo(lens, moved(view, change), false)
  }
  const near = (seen: Seen) => {
    const close = fitted(seen, now() ?? STANDARD_VIEWS.threeQuarter, sizeOf(), COVERED_PX)
    flyTo(lens, { ...close, scale: Math.min(close.scale, CLOSEST_PX) }, false)
  }
  return {
    hasEntrance: entrance !== undefined,
    hasSelection: chosen !== undefined,
    show: (view) => {
      const direction = view === 'entrance' ? entrance : STANDARD_VIEWS[view]
      if (direction !== undefined) whole(direction)
    },
    fit: () => whole(now() ?? STANDARD_VIEWS.threeQuarter),
    zoomToSelection: () => {
      if (chosen !== undefined) near(chosen)
    },
    zoomTo: (piece) => near(seenPiece(piece)),
    zoomBy: (factor) => by({ nearer: factor }),
    orbitBy: (degrees) => by({ turn: degrees }),
    now: () => {
      const view = now()
      return view === undefined
        ? undefined
        : { ...view.target, azimuth: view.azimuth, elevation: view.elevation, span: shorter(sizeOf()) / view.scale }
    },
    lookFrom: ({ x, y, azimuth, elevation, span }) => {
      const scale = clampScale(shorter(sizeOf()) / Math.max(span, 0.1))
      flyTo(lens, { target: { x, y }, azimuth, elevation: clampElevation(elevation), scale }, false)
    },
  }
}

function shorter({ width, height }: Size): number {
  return Math.max(Math.min(width, height), 1)
}

/** An element and what is round it; undefined where it is not on this storey. */
export function seenOf(storey: BuildingStorey, id: Id): Seen | undefined {
  const points = elementPoints(storey, id)
  if (points.length === 0) return undefined
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const [left, right, foot, top] = [Math.min(...xs) - AROUND_M, Math.max(...xs) + AROUND_M, Math.min(...ys) - AROUND_M, Math.max(...ys) + AROUND_M]
  return seenPiece({ left, bottom: foot, right, top })
}

function seenPiece({ left, bottom, right, top }: Piece): Seen {
  return {
    points: [
      { x: left, y: bottom },
      { x: right, y: bottom },
      { x: right, y: top },
      { x: left, y: top },
    ],
    height: FURNITURE_M,
  }
}
