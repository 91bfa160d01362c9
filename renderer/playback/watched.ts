import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Key } from '#shared/base/ids'
import type { Film } from '#shared/simulation/playback/film'
import type { GroundLayer } from './ground-picture'

/** Somebody in the day of any design: a patient is the same one in all of them. */
export type Somebody = { readonly kind: number; readonly key: Key; readonly number: number }

/** What of a day is looked at, and whom one follows. */
export type WatchedState = {
  readonly followed: Somebody | undefined
  readonly ground: GroundLayer
  readonly hasStates: boolean
  readonly hasCharts: boolean
  /** The key to shapes and colours: it lies over the view. */
  readonly hasKey: boolean
}
export type Watched = StoreApi<WatchedState>

/** In a lower window the key would cover too much of the plan until it is asked for. Pixels. */
const KEY_FITS_PX = 950

export function createWatched(): Watched {
  return createStore<WatchedState>(() => ({
    followed: undefined,
    ground: 'none',
    hasStates: true,
    hasCharts: true,
    hasKey: window.innerHeight >= KEY_FITS_PX,
  }))
}

export function somebodyOf({ agents, roles, flows }: Film, agent: number): Somebody {
  const kind = agents.kind[agent]!
  const of = agents.of[agent]!
  return { kind, key: kind === 0 ? roles[of]!.key : flows[of]!.key, number: agents.number[agent]! }
}

/** Who somebody is in a film; undefined where they are not in it. */
export function agentOf({ agents, roles, flows }: Film, somebody: Somebody | undefined): number | undefined {
  if (somebody === undefined) return undefined
  const { kind, key, number } = somebody
  const of = kind === 0 ? roles.findIndex((role) => role.key === key) : flows.findIndex((flow) => flow.key === key)
  const agent = agents.kind.findIndex((each, at) => each === kind && agents.of[at] === of && agents.number[at] === number)
  return agent < 0 ? undefined : agent
}
