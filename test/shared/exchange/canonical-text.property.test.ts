import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { applyChange } from '#shared/document/change'
import { documentOf, recordsIn } from '#shared/document/document-of'
import { changeBack, keepChange } from '#shared/document/kept-change'
import { WardRecord } from '#shared/document/record'
import { canonicalText, recordText } from '#shared/exchange/canonical-text'
import { anyRecord } from '#test/support/arbitrary-records'
import { workedExample } from '#test/support/worked-example'
import { reordered } from '#test/support/worked-variations'

test.prop([anyRecord()], { numRuns: 400 })('a record reads back from its text as it was', (record) => {
  const text = recordText(record)
  expect(WardRecord.parse(JSON.parse(text))).toEqual(WardRecord.parse(record))
  expect(recordText(WardRecord.parse(JSON.parse(text)))).toBe(text)
})

test.prop([anyRecord()], { numRuns: 200 })('its text does not depend on the order of fields', (record) => {
  expect(recordText(turnedRound(record) as WardRecord)).toBe(recordText(record))
})

function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedRound)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, field]) => [name, turnedRound(field)]),
  )
}

const distinct = fc.uniqueArray(anyRecord(), { selector: ({ id }) => id, maxLength: 6 })

test.prop([distinct, distinct], { numRuns: 100 })('a change and its inverse leave the text as it was', (before, added) => {
  const ids = new Set(before.map(({ id }) => id))
  const document = documentOf(before)
  const change = { added: added.filter(({ id }) => !ids.has(id)), updated: [], removed: before.slice(0, 2) }
  const changed = applyChange(document, change)
  expect(recordsIn(changed)).toHaveLength(before.length - change.removed.length + change.added.length)
  expect(canonicalText(applyChange(changed, changeBack(changed, keepChange(change))))).toBe(canonicalText(document))
})

describe('the canonical text', () => {
  const text = canonicalText(workedExample())

  it('writes metres with three decimals, degrees with one, other numbers as short as they read back', () => {
    expect(text).toContain('"x":7.500,"y":4.200,"rotation":0.0')
    expect(text).toContain('"smallestDifference":0.05')
    expect(text).not.toMatch(/-0(\.0+)?[,}\]]/)
  })

  it('lists records by id, one a line', () => {
    const ids = text.split('\n').flatMap((line) => /^ {4}\{"id":"([^"]+)"/.exec(line)?.[1] ?? [])
    expect(ids).toEqual(recordsIn(workedExample()).map(({ id }) => id))
    expect(ids).toEqual([...ids].sort())
  })

  it('does not depend on the order in which records were made', () => {
    expect(canonicalText(reordered(workedExample()))).toBe(text)
  })

  it('refuses to write what no file may hold', () => {
    const [record] = recordsIn(workedExample()).filter(({ kind }) => kind === 'settings')
    expect(() => recordText({ ...record, daysPerYear: Number.NaN } as WardRecord)).toThrow('NaN')
  })
})
