import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { duplicateDesign } from '#shared/commands/duplicate-design'
import { setPlaceShares } from '#shared/commands/set-place-shares'
import { setVia } from '#shared/commands/set-via'
import type { Difference, PassedPlace } from '#shared/comparison/difference'
import { designDifferences } from '#shared/comparison/differences'
import { keptInOrder } from '#shared/comparison/kept-in-order'
import type { WardDocument } from '#shared/document/document'
import { counterIds } from '#test/support/counter-ids'
import { type Plan, plan } from '#test/support/plans'
import { type Script, scriptFrom } from '#test/support/script'
import { wallToWall } from '#test/support/sketches'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import { withStep } from '#test/support/worked-variations'

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

const beds = { roomType: 'treatment-room', fixtureType: 'bed' }
const byShares = withStep(workedExample(), 'prepare', (step) => ({ ...step, place: { ...beds, choice: 'assigned' } }))
const COPY = 'design_000001'
/** What a design says of its ways and places: each way past some rooms and doors, each bed a share. */
const said: fc.Arbitrary<Said> = fc.record({
  checkIn: fc.shuffledSubarray(['room_treatment', 'room_corridor', 'opening_doordt', 'opening_doordn']),
  end: fc.shuffledSubarray(['room_corridor', 'opening_doordn']),
  weights: fc.option(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 })), { nil: undefined }),
})

test.prop([said, said], { numRuns: 40 })(
  'what ways are sent past and how visits are shared is told alike either way round, and no more than differs',
  (one, other) => {
    const script = scriptFrom(byShares)
    script.run((now) => duplicateDesign(now, { design: WORKED_DESIGN, name: 'Idea' }, counterIds()))
    saying(script, WORKED_DESIGN, one)
    saying(script, COPY, other)
    const [there, back] = [designDifferences(script.document(), WORKED_DESIGN, COPY), designDifferences(script.document(), COPY, WORKED_DESIGN)]
    expect(there.map(({ key }) => key)).toEqual(
      [
        ['way treatment-visit/check-in', one.checkIn.join() !== other.checkIn.join()] as const,
        ['way treatment-visit/', one.end.join() !== other.end.join()] as const,
        ['shares treatment-room/bed', tenthsOf(one) !== tenthsOf(other)] as const,
      ].flatMap(([key, isOther]) => (isOther ? [key] : [])),
    )
    expect(back.map(({ key }) => key)).toEqual(there.map(({ key }) => key))
    for (const [at, difference] of there.entries()) expect(bothOf(back[at]!)).toEqual(bothOf(difference).map(([from, to]) => [to, from]))
  },
)

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

type Said = { readonly checkIn: readonly string[]; readonly end: readonly string[]; readonly weights: readonly [number, number] | undefined }

/** Lets a design say so of its own rooms, doors and beds, the worked example's or those copied from them. */
function saying(script: Script, design: string, { checkIn, end, weights }: Said): void {
  const table = Object.values(script.document().designs[design] ?? {})
  const own = (id: string) => table.find((record) => record.id === id || ('origin' in record && record.origin === id))?.id ?? id
  const leg = { design, pathway: 'treatment-visit' }
  script.run((now) => setVia(now, { ...leg, step: 'check-in', through: checkIn.map(own) }))
  script.run((now) => setVia(now, { ...leg, through: end.map(own) }))
  const given = weights === undefined ? undefined : { [own('fixture_bedone')]: weights[0], [own('fixture_bedtwo')]: weights[1] }
  script.run((now) => setPlaceShares(now, { design, place: beds, weights: given }))
}

/** Tenths of a per cent at the first bed. */
function tenthsOf({ weights: [one, two] = [1, 1] }: Said): number {
  return Math.round((1000 * one) / (one + two))
}

/** What of a way or of shares was and is. */
function bothOf(difference: Difference): readonly (readonly [unknown, unknown])[] {
  if (difference.kind === 'way') return [[passedIn(difference.past.from), passedIn(difference.past.to)]]
  return difference.kind === 'shares' ? difference.places.map(({ share: { from, to } }) => [from, to] as const) : []
}

const passedIn = (past: readonly PassedPlace[] | undefined) => past?.map((place) => (place.kind === 'room' ? place.name : place.opening.name))

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
