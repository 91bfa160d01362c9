import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { applyChange, isEmptyChange } from '#shared/document/change'
import { almostEmptied, changeBetween, versionDifferences } from '#shared/document/change-between'
import { recordsIn } from '#shared/document/document-of'
import type { WardRecord } from '#shared/document/record'
import { canonicalText } from '#shared/exchange/canonical-text'
import { workedExample } from '#test/support/worked-example'
import { reordered } from '#test/support/worked-variations'

const example = workedExample()
const fixtures = recordsIn(example).filter((record): record is Extract<WardRecord, { kind: 'fixture' }> => record.kind === 'fixture')
const rooms = recordsIn(example).filter((record): record is Extract<WardRecord, { kind: 'room' }> => record.kind === 'room')

const version = fc
  .record({ lost: fc.subarray(fixtures), renamed: fc.subarray(rooms), name: fc.constantFrom('Store', 'Bay', 'Ward') })
  .map(({ lost, renamed, name }) =>
    applyChange(example, { added: [], removed: lost, updated: renamed.map((room) => [room, { ...room, name }] as const) }),
  )

describe('the change between two versions of a file', () => {
  test.prop([version, version])('makes the one of the other', (from, to) => {
    expect(canonicalText(applyChange(from, changeBetween(from, to)))).toBe(canonicalText(to))
  })

  it('is empty where only the order of things differs', () => {
    expect(isEmptyChange(changeBetween(example, reordered(example)))).toBe(true)
    expect(versionDifferences(example, reordered(example))).toEqual([])
  })

  it('is told design by design, by kind and name', () => {
    const [room] = rooms
    if (room === undefined) throw new Error('the example has no room')
    const ours = applyChange(example, { added: [], removed: [], updated: [[room, { ...room, name: 'Quiet room' }]] })
    expect(versionDifferences(ours, example)).toEqual([
      { design: room.design, name: expect.any(String), only: undefined, kinds: [{ kind: 'room', count: 1, names: ['Quiet room'] }] },
    ])
    const without = { ...example, designs: Object.create(null) }
    expect(versionDifferences(example, without).every(({ only }) => only === 'ours')).toBe(true)
    expect(versionDifferences(without, example).every(({ only }) => only === 'theirs')).toBe(true)
  })
})

it('notices when nearly all of a full workshop is gone, and only then', () => {
  const drawn = recordsIn(example).filter((record) => 'design' in record || record.kind === 'design')
  const bare = { ...example, designs: Object.create(null) }
  expect(almostEmptied(example, bare)).toEqual({ before: drawn.length, now: 0 })
  expect(almostEmptied(example, example)).toBeUndefined()
  expect(almostEmptied(bare, bare)).toBeUndefined()
  expect(almostEmptied(example, applyChange(example, { added: [], updated: [], removed: fixtures }))).toBeUndefined()
})
