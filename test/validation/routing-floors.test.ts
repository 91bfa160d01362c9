import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answerPairs } from '#shared/routing/answer-pairs'
import { bareFloor, pairsOf } from '#shared/routing/bare-floor'

const FLOORS = ['m1_rooms5', 'm2_rooms12_collinear', 'm3_rooms24_rotated', 'm4_rooms60_furniture', 'm5_rooms110_courtyards', 'm6_rooms200_wing']

type Query = { readonly id: number; readonly status: string; readonly length: number | null; readonly start: [number, number] }

describe('open floors, 200 queries each with exact lengths (engine.md, Routing)', () => {
  it.each(FLOORS)('%s: every status and length', (name) => {
    const json = JSON.parse(readFileSync(new URL(`../fixtures/floors/${name}.json`, import.meta.url), 'utf8')) as { queries: Query[] }
    const floor = bareFloor(json)
    const pairs = pairsOf(json.queries)
    if (!floor.ok || !pairs.ok) throw new Error('unreadable')
    const answers = answerPairs(floor.value, 0, pairs.value)
    const wrong = answers.filter((answer, i) => {
      const query = json.queries[i]!
      return answer.status !== query.status || Math.abs((answer.length ?? 0) - (query.length ?? 0)) > 1e-6
    })
    expect(wrong).toEqual([])
    expect(answers).toHaveLength(200)
    for (const answer of answers) if (answer.status === 'ok') expect(pathLength(answer.path)).toBeCloseTo(answer.length ?? 0, 6)
  })
})

function pathLength(path: readonly (readonly [number, number])[]): number {
  return path.reduce((sum, [x, y], i) => (i === 0 ? 0 : sum + Math.hypot(x - path[i - 1]![0], y - path[i - 1]![1])), 0)
}
