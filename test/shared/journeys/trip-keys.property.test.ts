import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Id, Key } from '#shared/base/ids'
import type { Gait, LegOf, Pair } from '#shared/journeys/plan'
import { openTripKeys } from '#shared/journeys/trip-keys'

/** Words of which some begin with others, and some have what sorts before and after the bar between words. */
const word = fc.constantFrom('a', 'ab', 'a-b', 'a1', 'a_', 'a~', 'b#0', 'b#-1', 'b!', 'b')
const words = (most: number) => fc.uniqueArray(word, { minLength: 1, maxLength: most })

const gait: fc.Arbitrary<Gait> = fc.record({
  traveller: fc.constantFrom('person', 'wheelchair', 'bed', 'cart'),
  flows: fc.subarray(['clean', 'patient', 'staff'], { minLength: 1 }),
})
const leg: fc.Arbitrary<LegOf> = fc.record({
  pathway: word.map((key) => key as Key),
  flow: fc.constant('patient'),
  purpose: fc.constantFrom('patient', 'staff', 'item'),
  role: fc.option(word as fc.Arbitrary<Key>, { nil: undefined }),
  carries: fc.subarray(['clean', 'used']),
  dress: fc.option(fc.constantFrom('dressed', 'gowned'), { nil: undefined }),
  mobility: fc.constantFrom(undefined, 'walks', 'bed'),
  use: fc.constantFrom(undefined, 'from', 'to'),
  order: fc.nat(9),
  steps: fc.constant([]),
}) as fc.Arbitrary<LegOf>

const plan = fc
  .record({ ends: words(6), gaits: fc.array(gait, { minLength: 1, maxLength: 3 }), legs: fc.array(leg, { minLength: 1, maxLength: 6 }) })
  .chain(({ ends, gaits, legs }) =>
    fc.record({
      ends: fc.constant(ends),
      gaits: fc.constant(gaits),
      pairs: fc.array(
        fc.record({
          from: fc.nat(ends.length - 1),
          to: fc.nat(ends.length - 1),
          gait: fc.nat(gaits.length - 1),
          via: fc.subarray(['x' as Id, 'xy' as Id], { maxLength: 2 }),
        }) as fc.Arbitrary<Pair>,
        { minLength: 1, maxLength: 12 },
      ),
      legs: fc.constant(legs),
    }),
  )

test.prop([plan, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 40 })])('planned trips come in the order of their keys', (made, picked) => {
  const { ends, gaits, pairs, legs } = made
  const keys = openTripKeys(ends, gaits, pairs)
  const trips = picked.map(([one, other]) => ({ leg: legs[one % legs.length]!, pair: other % pairs.length }))
  const keysInOrder = keys.inOrder(trips).map((trip) => keys.keyOf(trip.leg, trip.pair))
  const each = trips.map((trip) => keys.keyOf(trip.leg, trip.pair))
  expect(keysInOrder).toEqual(each.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
})
