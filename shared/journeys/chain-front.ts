import type { Id, Key } from '#shared/base/ids'
import type { Flow } from '#shared/document/vocabulary'
import type { Draw, Planning } from './course'
import type { Gait } from './plan'
import type { LegOf } from './plan-book'

/** A leg that will be recorded once it is known from which base the chain was walked. */
type PendingLeg = { readonly leg: LegOf; readonly pair: number }

/** What a chain has been so far if it began at this base. */
type Option = {
  readonly base: string | undefined
  readonly at: string | undefined
  readonly legs: readonly PendingLeg[]
  /** Items brought on the way, whose legs are not part of the walk's own length. */
  readonly brought: readonly { readonly leg: LegOf; readonly pair: number; readonly line: string; readonly store: Draw['spot'] }[]
}

/**
 * The head of a chain that a person walks from a base and back. With several bases the shortest
 * chain is taken, which is known only at its end; but only its first legs depend on the base, so
 * they are held back, one list a base, and once all lead to one place the rest is common.
 */
export type Front = { readonly key: string; readonly settled: boolean; readonly at: string | undefined; readonly options: readonly Option[] }

/** How a piece of a chain is walked. */
export type Gear = { readonly gait: Gait; readonly carries: readonly Flow[]; readonly via: readonly Id[] }

export type Walk = { readonly planning: Planning; readonly pathway: Key; readonly role: Key; readonly step: Key; readonly order: number }

/** A chain that has not left its base. */
export function frontAt(bases: readonly string[]): Front {
  const options = (bases.length === 0 ? [undefined] : bases).map((base): Option => ({ base, at: base, legs: [], brought: [] }))
  return { key: '', settled: options.length === 1, at: options.length === 1 ? options[0]!.base : undefined, options }
}

function legOf({ pathway, role, step, order }: Walk, { carries }: Gear): LegOf {
  return { pathway, flow: 'staff', purpose: 'staff', role, carries, dress: undefined, mobility: undefined, use: undefined, order, steps: [step] }
}

/** The chain walked on to `to`. */
export function walkTo(walk: Walk, front: Front, to: string, gear: Gear, chance: number): Front {
  const { book } = walk.planning
  if (front.settled) {
    if (front.at !== undefined && front.at !== to) book.trip(legOf(walk, gear), book.pair(front.at, to, gear.gait, gear.via), chance)
    return { ...front, at: to }
  }
  const options = front.options.map((option) => extended(walk, option, to, gear))
  return { key: `${front.key}>${to}`, settled: true, at: to, options }
}

/** The chain walked on to another place for each base, as when the nearest store depends on where one comes from. */
export function walkToEach(walk: Walk, front: Front, ends: readonly string[], gear: Gear): Front {
  const options = front.options.map((option, index) => extended(walk, option, ends[index]!, gear))
  const isCommon = ends.every((end) => end === ends[0])
  return { key: `${front.key}>${ends.join('/')}`, settled: isCommon, at: isCommon ? ends[0] : undefined, options }
}

function extended(walk: Walk, option: Option, to: string, gear: Gear): Option {
  if (option.at === undefined || option.at === to) return { ...option, at: to }
  const pair = walk.planning.book.pair(option.at, to, gear.gait, gear.via)
  return { ...option, at: to, legs: [...option.legs, { leg: legOf(walk, gear), pair }] }
}

/** Notes what each option brought. */
export function bringEach(front: Front, bringing: (index: number) => Option['brought'][number]): Front {
  const brought = front.options.map((_, index) => bringing(index))
  const key = `${front.key}~${brought.map(({ pair }) => pair).join('/')}`
  return { ...front, key, options: front.options.map((option, index) => ({ ...option, brought: [...option.brought, brought[index]!] })) }
}

/** Back to base: by the shortest chain where there are several bases, all the shortest sharing equally. */
export function walkHome(walk: Walk, front: Front, gear: Gear, chance: number, onBrought: (line: string, draw: Draw) => void): void {
  const { book } = walk.planning
  const { at, options } = front
  const home = options.map(({ base }) => (base === undefined || at === undefined ? undefined : book.pair(at, base, gear.gait)))
  const taken = book.decide(options.map(({ legs }, index) => [...legs.map(({ pair }) => pair), ...(home[index] === undefined ? [] : [home[index]])]))
  const chosen = taken.length === 0 ? [0] : taken
  for (const index of chosen) {
    const share = chance / chosen.length
    const { legs, brought } = options[index]!
    for (const { leg, pair } of legs) book.trip(leg, pair, share)
    for (const { leg, pair, line, store } of brought) {
      book.trip(leg, pair, share)
      onBrought(line, { spot: store, p: share })
    }
    if (home[index] !== undefined) book.trip({ ...legOf(walk, gear), steps: [] }, home[index], share)
  }
}
