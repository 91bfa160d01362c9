import type { Id } from '#shared/base/ids'
import type { Gait, LegOf, Pair } from './plan'

export type TripKeys = ReturnType<typeof openTripKeys>

/** The numbers of the words that the key of a leg's trips begins with and, by gait, ends with: between them are its ends. */
type LegWords = { readonly head: number; readonly tails: (number | undefined)[] }

/**
 * Keys of a plan's trips. A large plan has 36,000, half of which nobody walks: they are brought in order by the few words
 * that their keys are made of, before there are any. No id and no key has the bar in it that ends every word.
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
      return [heads.list[words.head], ends[pair.from], ends[pair.to], tails.list[tailOf(leg, pair, words)]].join('|')
    },
    /** Trips in the order of their keys: sorted by the last word first, each time keeping the order of those that are alike. */
    inOrder<T extends { readonly leg: LegOf; readonly pair: number }>(trips: readonly T[]): readonly T[] {
      const count = trips.length
      const words = { head: new Int32Array(count), from: new Int32Array(count), to: new Int32Array(count), tail: new Int32Array(count) }
      const unordered = new Int32Array(count)
      for (let index = 0; index < count; index++) {
        const { leg, pair: number } = trips[index]!
        const pair = pairs[number]!
        const ofLeg = wordsOf(leg)
        words.head[index] = ofLeg.head
        words.from[index] = pair.from
        words.to[index] = pair.to
        words.tail[index] = tailOf(leg, pair, ofLeg)
        unordered[index] = index
      }
      const rankOfEnd = ranksOf(ends)
      const byTail = byRank(unordered, words.tail, ranksOf(tails.list))
      const byEnds = byRank(byRank(byTail, words.to, rankOfEnd), words.from, rankOfEnd)
      const order = byRank(byEnds, words.head, ranksOf(heads.list))
      return Array.from(order, (index) => trips[index]!)
    },
  }
}

function tailWord({ carries, dress, mobility, use }: LegOf, { traveller, flows }: Gait, via: readonly Id[]): string {
  return [traveller, flows.join('+'), carries.join('+'), dress, mobility, use, via.join('+')].join('|')
}

function openWords() {
  const list: string[] = []
  const numbers = new Map<string, number>()
  return {
    list,
    numberOf(word: string): number {
      let number = numbers.get(word)
      if (number === undefined) {
        number = list.length
        list.push(word)
        numbers.set(word, number)
      }
      return number
    },
  }
}

/** Of each word its place among all, no two of which are the same. Compared with its end: one may begin with another. */
function ranksOf(words: readonly string[]): Int32Array {
  const ranks = new Int32Array(words.length)
  const ended = words.map((word) => `${word}|`)
  const sorted = [...words.keys()].sort((a, b) => (ended[a]! < ended[b]! ? -1 : 1))
  for (let rank = 0; rank < sorted.length; rank++) ranks[sorted[rank]!] = rank
  return ranks
}

/** What is in order, put in order by the rank of a word of each: those with the same word stay as they were. */
function byRank(order: Int32Array, words: Int32Array, ranks: Int32Array): Int32Array {
  const next = new Int32Array(ranks.length + 1)
  for (let index = 0; index < words.length; index++) {
    const rank = ranks[words[index]!]!
    next[rank + 1] = next[rank + 1]! + 1
  }
  for (let rank = 0; rank < ranks.length; rank++) next[rank + 1] = next[rank + 1]! + next[rank]!
  const sorted = new Int32Array(order.length)
  for (let at = 0; at < order.length; at++) {
    const index = order[at]!
    const rank = ranks[words[index]!]!
    const place = next[rank]!
    sorted[place] = index
    next[rank] = place + 1
  }
  return sorted
}
