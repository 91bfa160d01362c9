import type { Id, Key } from '#shared/base/ids'
import type { Dress, Flow, Mobility } from '#shared/document/vocabulary'
import type { Point } from '#shared/geometry/point'
import type { Route, Walker } from '#shared/routing/router'

/** A realised end of a trip: a fixture, a room's own place, a gate. */
export type TripEnd = {
  /** The fixture, room or (for a gate) opening. */
  readonly element: Id
  readonly room: Id | undefined
  /** The name to say it by: the room's, and the fixture's where it has one; a gate's own. */
  readonly name?: string | undefined
  readonly point: Point
  /** True when the step names a fixture that is not drawn, so that the room point stands in for it. */
  readonly assumed: boolean
}

/**
 * An expected walk from one place to another in one design: how often a day, by whom, by which
 * routes. The same ends with the same purpose are one trip; `steps` names every step it serves.
 */
export type Trip = {
  readonly key: string
  readonly pathway: Key
  readonly flow: Flow
  readonly purpose: 'patient' | 'staff' | 'item'
  /** The walker's role, where a member of staff walks. */
  readonly role: Key | undefined
  /** What is carried on it, where something is. */
  readonly carries: readonly Flow[]
  /** Keys of the steps it leads to, or is walked for; none for the way to a gate out. */
  readonly steps: readonly Key[]
  readonly from: TripEnd
  readonly to: TripEnd
  readonly perDay: number
  readonly walker: Walker
  /** The patient's state on this leg, for dignity. */
  readonly dress: Dress | undefined
  readonly mobility: Mobility | undefined
  /** Metres, one way. */
  readonly length: number
  /** Rooms and openings that the leg is forced through. */
  readonly via?: readonly Id[] | undefined
  /** For the leg of an item that ends or starts where it is used: that room. */
  readonly roomOfUse?: Id | undefined
  /** All routes within 1 mm of the shortest share the trips equally. Worked out when first asked for. */
  routes(): readonly Route[]
}
