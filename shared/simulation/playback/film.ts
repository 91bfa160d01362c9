import type { Id, Key } from '#shared/base/ids'
import type { Flow } from '#shared/document/vocabulary'
import { DOING } from '../trace'

/** What an agent does in a film: as in a trace, or stands where they are with nothing to do. */
export const IDLE = 30
/** Not there: before they come, after they leave, off duty. */
export const AWAY = 255

export type FilmRole = { readonly key: Key; readonly name: string }
export type FilmFlow = { readonly key: Key; readonly name: string; readonly flow: Flow }
/** `lead` is an index of roles, as are those of `needs`; -1: nobody leads it. */
export type FilmStep = { readonly key: Key; readonly name: string; readonly flow: number; readonly lead: number; readonly needs: readonly number[] }

/** A place of the design, with where its patients are. Metres; `storey` is an index of the film's. */
export type FilmPlace = {
  readonly name: string
  readonly element: Id
  readonly room: Id | undefined
  /** What its room is called; of what lies in none, its own name. */
  readonly roomName: string
  readonly storey: number
  readonly x: number
  readonly y: number
  readonly capacity: number
}

/**
 * The lines that are walked, one after the other: the points of path p are those from `first[p]` to, not with, `first[p + 1]`. `along` is
 * metres from its start; where a lift is taken two points have the same.
 */
export type FilmPaths = {
  readonly first: Int32Array
  readonly x: Float64Array
  readonly y: Float64Array
  readonly along: Float64Array
  readonly storey: Int16Array
}

/** What each agent does, one thing after the other: those of agent a are from `first[a]` to, not with, `first[a + 1]`. Seconds, metres. */
export type FilmSegments = {
  readonly first: Int32Array
  readonly from: Float64Array
  readonly to: Float64Array
  /** See DOING, and IDLE. */
  readonly doing: Uint8Array
  /** The line that is walked, from `start` to `finish` metres along it; -1: standing at x, y of a storey. */
  readonly path: Int32Array
  readonly start: Float64Array
  readonly finish: Float64Array
  readonly x: Float64Array
  readonly y: Float64Array
  readonly storey: Int16Array
  /** Where one stands, of those who stand at a place; -1: elsewhere. */
  readonly place: Int32Array
  readonly step: Int16Array
  /** For whom staff work; who carries an item, which is where they are. */
  readonly whom: Int32Array
}

/** When places were taken (`isTurned` 0) and turned round (1): those of place p from `first[p]` to, not with, `first[p + 1]`, in order of time. */
export type FilmStays = {
  readonly first: Int32Array
  readonly from: Float64Array
  readonly to: Float64Array
  readonly isTurned: Uint8Array
}

/**
 * A run of a day made ready to be watched: of each agent what they do and where, without gaps from coming to leaving. Nothing but
 * numbers and names, so that it can be handed from a worker to a window. Seconds after the first midnight, metres.
 */
export type Film = {
  readonly design: Id
  readonly storeys: readonly Id[]
  /** From a quarter of an hour before the first patient comes to when the last thing ends. */
  readonly from: number
  readonly to: number
  readonly agents: {
    /** 0 staff, 1 a visit, 2 an item. */
    readonly kind: Uint8Array
    readonly of: Int32Array
    readonly number: Float64Array
    readonly owner: Int32Array
    /** Seconds; NaN where they never came or have not left. */
    readonly came: Float64Array
    readonly left: Float64Array
  }
  readonly roles: readonly FilmRole[]
  readonly flows: readonly FilmFlow[]
  readonly steps: readonly FilmStep[]
  readonly places: readonly FilmPlace[]
  readonly paths: FilmPaths
  readonly segments: FilmSegments
  readonly stays: FilmStays
  /** Beginnings and ends of what happens to visits and places, each once, in order. Seconds. */
  readonly events: Float64Array
}

/** Waiting of any kind: for a place, in the way of others, or until everybody has come. */
export function isWaiting(doing: number): boolean {
  return doing === DOING.wait || doing === DOING.blocked || doing === DOING.ready
}

export function isWalking(doing: number): boolean {
  return doing === DOING.walk || doing === DOING.walkOn || doing === DOING.walkBack
}

/** Whether staff are at something that counts as work: all but standing by and breaks. */
export function isBusy(doing: number): boolean {
  return doing !== IDLE && doing !== DOING.break
}

/** The kind of flow an agent is of: that of its pathway. Staff are staff. */
export function flowOfAgent({ agents, flows }: Film, agent: number): Flow {
  return agents.kind[agent] === 0 ? 'staff' : flows[agents.of[agent]!]!.flow
}

/** All buffers of a film, for handing it over without a copy. */
export function buffersOf({ agents, paths, segments, stays, events }: Film): readonly ArrayBufferLike[] {
  const columns = [...Object.values(agents), ...Object.values(paths), ...Object.values(segments), ...Object.values(stays), events]
  return columns.map(({ buffer }) => buffer)
}
