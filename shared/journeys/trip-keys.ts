import type { Id } from '#shared/base/ids'
import { indexed } from '#shared/base/indexed'
import type { Gait, LegOf, Pair } from './plan'

type KeyedTrip = { readonly leg: LegOf; readonly pair: number }

export type TripKeys = ReturnType<typeof openTripKeys>

/** The numbers of the words that the key of a leg's trips begins with and, by gait, ends with: between them are its ends. */
type LegWords = { readonly head: number; readonly tails: (number | undefined)[] }

/**
 * Keys of a plan's trips. A large plan has 36,000, half of which nobody walks: they are brought in order by the few words
 * that their keys are made of, before there are any. No id and no key has the bar in it that ends every word but the last.
 */
export function openTripKeys(ends: readonly string[], gaits: readonly Gait[], pairs: readonly Pair[]) {
  const heads = openWords()
  const tails = openWords()
  const ofLegs = new Map<LegOf, LegWords>()

  function wordsOf(leg: LegOf): LegWords {
    let words = ofLegs.get(leg)
    if (words === undefined) {
      const { pathway, purpose, role = '' } = leg
      words = { head: heads.numberOf(`${pathway}|${purpose}|${role}`), tails: [] }
      ofLegs.set(leg, words)
    }
    return words
  }

  function tailOf(leg: LegOf, { gait, via }: Pair, { tails: known }: LegWords): number {
    if (via.length > 0) return tails.numberOf(tailWord(leg, gaits[gait]!, via))
    let tail = known[gait]
    if (tail === undefined) {
      tail = tails.numberOf(tailWord(leg, gaits[gait]!, via))
      known[gait] = tail
    }
    return tail
  }

  return {
    keyOf(leg: LegOf, index: number): string {
      const pair = pairs[index]!
      const words = wordsOf(leg)
      return [heads.list[words.head], ends[pair.from], ends[pair.to], tails.list[tailOf(leg, pair, words)]].join(BAR)
    },
    /** Trips in the order of their keys. */
    inOrder<T extends KeyedTrip>(trips: readonly T[]): readonly T[] {
      const ofHeads: T[][] = []
      for (let index = 0; index < trips.length; index++) {
        const trip = trips[index]!
        const words = wordsOf(trip.leg)
        // All tails have their numbers before they are ranked.
        tailOf(trip.leg, pairs[trip.pair]!, words)
        const alike = ofHeads[words.head]
        if (alike === undefined) ofHeads[words.head] = [trip]
        else alike.push(trip)
      }
      const rankOfEnd = ranksOf(ends, BAR)
      const rankOfTail = ranksOf(tails.list, '')
      const placeOf = ({ leg, pair: number }: KeyedTrip): number => {
        const pair = pairs[number]!
        const tail = rankOfTail[tailOf(leg, pair, wordsOf(leg))]!
        return (rankOfEnd[pair.from]! * ends.length + rankOfEnd[pair.to]!) * tails.list.length + tail
      }
      const ordered: T[] = []
      for (const head of inOrderOf(heads.list, BAR)) addInOrder(ordered, ofHeads[head] ?? [], placeOf, ends.length ** 2 * tails.list.length)
      return ordered
    },
  }
}

/**
 * Sorted as numbers, without a function to compare them by: a place, with where it stands in the list in its last digits. Where these are more
 * digits than a number holds, a function does compare them. `places`: how many there are.
 */
function addInOrder<T>(ordered: T[], trips: readonly T[], placeOf: (trip: T) => number, places: number): void {
  const count = trips.length
  if (places * count > Number.MAX_SAFE_INTEGER) {
    for (const trip of [...trips].sort((a, b) => placeOf(a) - placeOf(b))) ordered.push(trip)
    return
  }
  const numbers = new Float64Array(count)
  for (let index = 0; index < count; index++) numbers[index] = placeOf(trips[index]!) * count + index
  numbers.sort()
  for (let at = 0; at < count; at++) ordered.push(trips[numbers[at]! % count]!)
}

function tailWord({ carries, dress, mobility, use }: LegOf, { traveller, flows }: Gait, via: readonly Id[]): string {
  return [traveller, flows.join('+'), carries.join('+'), dress, mobility, use, via.join('+')].join('|')
}

function openWords() {
  const list: string[] = []
  const numbers = new Map<string, number>()
  return {
    list,
    numberOf: (word: string) => indexed(numbers, list, word, word),
  }
}

/** What ends every word of a key but the last. */
const BAR = '|'

/** Of each word its place among all, no two of which are the same. */
function ranksOf(words: readonly string[], end: string): Int32Array {
  const ranks = new Int32Array(words.length)
  inOrderOf(words, end).forEach((index, rank) => {
    ranks[index] = rank
  })
  return ranks
}

/** Where the words of a list stand, in their order. Compared with what ends them: one may begin with another. */
function inOrderOf(words: readonly string[], end: string): readonly number[] {
  const ended = words.map((word) => word + end)
  return [...words.keys()].sort((a, b) => (ended[a]! < ended[b]! ? -1 : 1))
}
