import { filled } from '#shared/base/filled'
import type { Key } from '#shared/base/ids'
import type { ItemLine } from '#shared/document/pathway'
import { placeOfStep } from '#shared/document/place-of-step'
import { bringEach, type Front, type Gear, type PendingLeg, walkTo, walkToNearest } from './chain-front'
import type { Chance } from './chance'
import {
  courseOf,
  type Draw,
  gaitAs,
  gateDraws,
  itemGait,
  lineKey,
  NO_MEMORY,
  noPlace,
  outcomesOf,
  ownLeg,
  type Planning,
  stateOf,
  viaOf,
} from './course'
import type { LegOf } from './plan'
import { count, type TripCount } from './plan-book'
import type { Spot } from './premises'
import { type Bringing, EMPTY_HANDED, type Hands, type Head, NOTHING, type Stint, walkLeg, walkOf, workOf } from './stint'

/** To the store of an item; what is already in the hands comes along. */
export function fetch(stint: Stint, index: number, head: Head, line: ItemLine, place: Spot): readonly Head[] {
  const { planning } = stint
  const { book } = planning
  const walk = walkOf(stint, index, 110 + head.carried.length)
  const { gear } = head.hands
  const draws = stint.stores.get(lineKey(line)) ?? []
  const hands = handsWith(planning, head.hands, line)
  const take = (store: Spot | undefined, front: Front, p: Chance): Head => ({ front, p, carried: [...head.carried, { line, store }], hands })
  if (draws !== 'nearCarrier') {
    const heads: Head[] = []
    for (let i = 0; i < draws.length; i++) {
      const { spot, p } = draws[i]!
      // Where the item lies does not depend on who fetches it, nor for which place.
      const chance = book.chances.product(head.p, p)
      heads.push(take(spot, walkTo(walk, head.front, spot.staff.out, gear, chance), chance))
    }
    return heads
  }
  const stores = storesOf(planning, line)
  if (stores.length === 0) {
    const hung = planning.pathways.get(line.pathway)!
    const reason = noPlace(planning, hung, hung.steps[0]!)
    book.problem(walkLeg(stint, index, 110), reason)
    book.problem({ ...ownLeg(hung), order: planning.rankOf(hung) }, reason)
    return [head]
  }
  if (!head.front.settled) return [take(undefined, walkToNearest(walk, head.front, stores, lineKey(line), gear, place.staff.in), head.p)]
  const ends = stores.map(({ staff }) => staff.out)
  const share = book.nearest(head.front.at ?? place.staff.in, stores, 'staff', gear.gait, 'out')
  return stores.map((store, at) => {
    const chance = share(head.p, at)
    return take(store, walkTo(walk, head.front, ends[at]!, gear, chance), chance)
  })
}

/** To the place with what was fetched; or, following an item through its own steps, with the item from its last place. */
export function arrive(stint: Stint, index: number, follows: Spot | undefined, begins: boolean, spot: Spot, head: Head): Head {
  const isItem = stint.course.whom === 'item'
  const { p, carried, hands } = head
  let { front } = head
  const walk = walkOf(stint, index, 130)
  if (isItem && follows !== undefined && follows.staff.in !== follows.staff.out) front = walkTo(walk, front, follows.staff.out, EMPTY_HANDED, p)
  const gear = carried.length === 0 && isItem && follows !== undefined ? ownGear(stint, index) : hands.gear
  front = walkTo(walk, front, isItem && begins ? spot.staff.out : spot.staff.in, gear, p)
  if (carried.length === 0) return { front, p, carried, hands }
  let isKnown = true
  for (let i = 0; i < carried.length; i++) {
    const { line, store } = carried[i]!
    if (store === undefined) isKnown = false
    else recordBrought(stint, index, line, store, spot, p)
  }
  if (!isKnown) {
    const lines = new Map(carried.map(({ line }) => [lineKey(line), line] as const))
    front = bringEach(front, `${spot.key}@${walk.order}`, (key, store): PendingLeg => {
      const { leg, gait, via } = bringingOf(stint, index, lines.get(key)!)
      return { leg, pair: stint.planning.book.pair(store.item.out, spot.item.in, gait, via), trip: undefined }
    })
  }
  return { front, p, carried: NOTHING, hands: stint.hands }
}

/** From the place to the disposal of the first of the items that are taken away, with all of them in hand. */
export function takeAway(stint: Stint, index: number, head: Head, lines: readonly ItemLine[], place: Spot): readonly Head[] {
  const { planning } = stint
  const line = lines[0]!
  const { away } = workOf(stint, index)
  const gears = away.get(line) ?? new Map<number, Gear>()
  away.set(line, gears)
  const gear = gears.get(lines.length) ?? gearFor(planning, lines, planning.pathways.get(line.pathway)?.steps[0]?.key)
  gears.set(lines.length, gear)
  const walk = walkOf(stint, index, 140)
  return disposalsOf(planning, line, place, head.p).map(
    ({ spot, p }): Head => ({ front: walkTo(walk, head.front, spot.staff.in, gear, p), p, carried: NOTHING, hands: stint.hands }),
  )
}

/** An item that was fetched from a known store. */
function recordBrought(stint: Stint, index: number, line: ItemLine, store: Spot, spot: Spot, p: Chance): void {
  const { key, leg, gait, via, trips } = bringingOf(stint, index, line)
  const ofStore = filled(trips, store, () => new Map<Spot, TripCount>())
  let here = ofStore.get(spot)
  if (here === undefined) {
    const { book } = stint.planning
    const pair = book.pair(store.item.out, spot.item.in, gait, via)
    if (p !== 0) {
      here = book.tripOf(leg, pair)
      ofStore.set(spot, here)
    }
  }
  if (here !== undefined) count(here, p)
  // Of other stores nobody asks how many were fetched there.
  if (stint.stores.get(key) === 'nearCarrier') stint.onBrought(key, { spot: store, p })
}

function ownGear(stint: Stint, index: number): Gear {
  const { planning, course } = stint
  const work = workOf(stint, index)
  work.own ??= {
    gait: itemGait(course.pathway.flow, course.by),
    carries: [course.pathway.flow],
    via: viaOf(planning, course.pathway.key, course.variant.steps[index]!.step.key),
  }
  return work.own
}

function bringingOf({ planning, course, bringings }: Stint, index: number, line: ItemLine): Bringing {
  const { step } = course.variant.steps[index]!
  let ofStep = bringings.get(step)
  if (ofStep === undefined) {
    ofStep = new Map()
    bringings.set(step, ofStep)
  }
  let bringing = ofStep.get(line)
  if (bringing === undefined) {
    const hung = planning.pathways.get(line.pathway)!
    const leg: LegOf = { ...ownLeg(hung), use: 'to', steps: [step.key], order: planning.rankOf(hung) + hung.steps.length * 1000 }
    bringing = { key: lineKey(line), leg, gait: itemGait(hung.flow, line.by), via: viaOf(planning, hung.key, undefined), trips: new Map() }
    ofStep.set(line, bringing)
  }
  return bringing
}

/** On the way to where the items are needed. */
function handsWith(planning: Planning, hands: Hands, line: ItemLine): Hands {
  let more = hands.more.get(line)
  if (more === undefined) {
    const lines = [...hands.lines, line]
    more = { lines, gear: gearFor(planning, lines, undefined), more: new Map() }
    hands.more.set(line, more)
  }
  return more
}

/** What one carries decides the body and the doors. A single item goes the way its pathway is forced to. */
function gearFor(planning: Planning, lines: readonly ItemLine[], leadsTo: Key | undefined): Gear {
  const flows = lines.flatMap((line) => planning.pathways.get(line.pathway)?.flow ?? [])
  const carries = [...new Set(flows)].sort()
  const isCart = lines.some((line) => line.by === 'cart')
  const gait = gaitAs(isCart ? 'cart' : 'person', ['staff', ...carries])
  return { gait, carries, via: lines.length === 1 ? viaOf(planning, lines[0]!.pathway, leadsTo) : [] }
}

function storesOf(planning: Planning, line: ItemLine): readonly Spot[] {
  const hung = planning.pathways.get(line.pathway)!
  const place = placeOfStep(hung.steps[0]!, hung)
  return place === undefined ? [] : planning.premises.spotsOf(place)
}

/** Where a left item is taken first: its first step, or its gate; with the part of `chance` of each. */
function disposalsOf(planning: Planning, line: ItemLine, place: Spot, chance: Chance): readonly Draw[] {
  const hung = planning.pathways.get(line.pathway)
  if (hung === undefined) return [{ spot: place, p: chance }]
  let courses = planning.leaving.get(line)
  if (courses === undefined) {
    courses = planning.variantsOf(hung).map((variant) => courseOf(hung, variant, line.by, undefined))
    planning.leaving.set(line, courses)
  }
  return courses.flatMap((course): readonly Draw[] => {
    const { variant } = course
    const part = planning.book.chances.scaled(chance, variant.probability)
    if (variant.steps.length > 0) {
      return outcomesOf(planning, course, 0, stateOf(place, NO_MEMORY, part)).map(({ spot, p }) => ({ spot: spot ?? place, p }))
    }
    if (hung.gateOut === undefined) return [{ spot: place, p: part }]
    const draws = gateDraws(planning, hung.gateOut, place, course.whom, itemGait(hung.flow, line.by), part)
    return draws.length === 0 ? [{ spot: place, p: part }] : draws
  })
}
