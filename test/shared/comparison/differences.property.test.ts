import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import type { Difference } from '#shared/comparison/difference'
import { designDifferences } from '#shared/comparison/differences'
import { keptInOrder } from '#shared/comparison/kept-in-order'
import type { WardDocument } from '#shared/document/document'
import { type Plan, plan } from '#test/support/plans'
import { wallToWall } from '#test/support/sketches'

/** Two plans whose rooms, doors and furniture have the same ids as far as they go, so that they are each other's. */
const pairs = fc.tuple(wallToWall({ doors: true, furniture: true }), wallToWall({ doors: true, furniture: true }))

test.prop([pairs], { numRuns: 40 })('a design does not differ from itself; what came one way is what went the other way', ([one, other]) => {
  const document = both(plan(one), plan(other))
  expect(designDifferences(document, 'a', 'a')).toEqual([])
  const there = designDifferences(document, 'a', 'b')
  const back = new Map(designDifferences(document, 'b', 'a').map((difference) => [difference.key, difference]))
  expect([...back.keys()].sort()).toEqual(there.map(({ key }) => key).sort())
  for (const difference of there) expect(turned(back.get(difference.key)!)).toEqual(amounts(difference))
})

test.prop([fc.shuffledSubarray([...'abcdefgh']), fc.shuffledSubarray([...'abcdefgh'])])(
  'what stays in order is as long as can be, in order in both, and the same either way round',
  (a, b) => {
    const kept = keptInOrder(a, b)
    expect(kept).toEqual(a.filter((name) => kept.includes(name)))
    expect(kept).toEqual(b.filter((name) => kept.includes(name)))
    expect(kept).toHaveLength(longest(a, b))
    expect(keptInOrder(b, a)).toEqual(kept)
  },
)

function both(a: Plan, b: Plan): WardDocument {
  return { workshop: a.workshop, designs: { a: a.design, b: b.design } }
}

/** What of a difference has a direction. */
function amounts(difference: Difference): readonly unknown[] {
  switch (difference.kind) {
    case 'room':
      return [idOf(difference.before?.room), idOf(difference.after?.room), round(difference.moved), round(difference.larger)]
    case 'opening':
      return [idOf(difference.before?.opening), idOf(difference.after?.opening), round(difference.moved), round(difference.wider)]
    case 'fixture':
      return [difference.count.from, difference.count.to, difference.gone.length, difference.added.length, difference.elsewhere.length]
    default:
      return []
  }
}

function turned(difference: Difference): readonly unknown[] {
  const [before, after, first, second, third] = amounts(difference)
  if (difference.kind === 'fixture') return [after, before, second, first, third]
  return [after, before, first, round(-Number(second))]
}

const idOf = (record: { readonly id: string } | undefined) => record?.id
/** Without the sign of nought. */
const round = (value: number) => Math.round(value * 1e6) / 1e6 + 0

/** Of the longest common subsequence, by the table of the textbook. */
function longest(a: readonly string[], b: readonly string[]): number {
  const table = a.map(() => b.map(() => 0))
  let best = 0
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      const same = a[i] === b[j] ? 1 + (table[i - 1]?.[j - 1] ?? 0) : 0
      table[i]![j] = Math.max(same, table[i - 1]?.[j] ?? 0, table[i]![j - 1] ?? 0)
      best = Math.max(best, table[i]![j]!)
    }
  }
  return best
}
