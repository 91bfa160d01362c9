import type { Id } from '#shared/base/ids'
import type { Material } from '#shared/document/catalogue'
import type { Flow, HygieneZone } from '#shared/document/vocabulary'
import type { Point } from '#shared/geometry/point'

/**
 * A shape of the plan in metres (x right, y up) with a role; tokens give colour and pattern. Listed
 * back to front. A text that is upright runs up the page, for a room narrower than its name. The plan view, the SVG exports and paper draw the same list.
 */
export type Shape = {
  readonly role: ShapeRole
  /** The element that it belongs to, for selecting. */
  readonly element: Id | undefined
  readonly zone?: HygieneZone | undefined
  readonly flow?: Flow | undefined
  /** Of a floor coloured by its type of room: the place of the type among all, from 0. */
  readonly tint?: number | undefined
  /** Of a piece of furniture. */
  readonly material?: Material | undefined
  /** Which of an element's pieces it is: a corner's key for a stretch of wall, a trip's key for a route. */
  readonly part?: string | undefined
  readonly form:
    | { readonly type: 'polygon'; readonly rings: readonly (readonly Point[])[] }
    | { readonly type: 'polyline'; readonly points: readonly Point[]; readonly width?: number | undefined }
    | { readonly type: 'arc'; readonly centre: Point; readonly radius: number; readonly from: Point; readonly to: Point }
    | { readonly type: 'circle'; readonly centre: Point; readonly radius: number }
    | { readonly type: 'text'; readonly at: Point; readonly text: string; readonly size: number; readonly fits: number; readonly isUpright?: true }
}

export type ShapeRole =
  | 'outline'
  | 'roomFloor'
  | 'wall'
  | 'glazing'
  | 'doorLeaf'
  | 'doorSwing'
  | 'doorGap'
  | 'window'
  | 'passThrough'
  | 'openEdge'
  | 'fixture'
  | 'fixtureDetail'
  | 'usePoint'
  | 'roomName'
  | 'roomArea'
  | 'gate'
  | 'gateName'
  | 'route'
  | 'routeDirection'
  | 'otherWay'
  | 'shared'
  | 'crossing'
  | 'exposed'
  | 'sightLine'
  | 'mark'
  | 'conflictMetres'
  | 'landing'
  | 'landingSign'
  | 'storeyName'
  | 'doorShare'
  | 'doorCount'
  | 'sharedDoor'
  | 'sight'
  | 'eye'
  | 'walked'
  | 'leg'
  | 'legDirection'
  | 'legMetres'
  | 'station'
  | 'stationNow'
  | 'stationNumber'
  | 'handoff'
  | 'differenceGone'
  | 'differenceOld'
  | 'differenceNew'
  | 'differenceNow'
  | 'differenceWay'
  | 'differenceWayHead'
  | 'noteNumber'
  | 'scaleBar'
  | 'scaleLabel'
