import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { columnName, xlsxBytes } from '#shared/exchange/xlsx'
import type { SheetCell, SheetUnit, Workbook } from '#shared/report/workbook'
import { openedWorkbook, rowsOf } from '#test/support/xlsx-figures'

function workbookOf(rows: readonly (readonly SheetCell[])[], name = 'Sheet'): Workbook {
  const width = Math.max(1, ...rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, index) => ({ text: `column ${index}`, width: 12 }))
  return { currency: 'GBP', sheets: [{ name, columns, rows }] }
}

const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x","y")', '\t=1', '=cmd|/c calc!A1']

describe('a workbook', () => {
  it('keeps every text a text, whatever it begins with', () => {
    const sheet = openedWorkbook(xlsxBytes(workbookOf(FORMULAS.map((text) => [text])))).Sheets.Sheet
    FORMULAS.forEach((text, index) => {
      const cell = sheet?.[`A${index + 2}`]
      expect(cell).toMatchObject({ t: 's', v: text })
      expect(cell.f).toBeUndefined()
    })
  })

  // Words that a dictionary made the ordinary way already knows; a writer on one of these wrote "function Object()" into the cell.
  it('keeps words that the language knows', () => {
    const words = ['constructor', 'toString', '__proto__', 'hasOwnProperty', '<b>&amp;"\'', ' two  blanks ', 'Ward 7 – Süd ✓']
    expect(rowsOf(openedWorkbook(xlsxBytes(workbookOf(words.map((word) => [word])))), 'Sheet').slice(1)).toEqual(words.map((word) => [word]))
  })

  it('shows a number with its unit and keeps it a number', () => {
    const units: readonly (readonly [SheetUnit, number, string])[] = [
      ['metre', 1234.5, '1,234.50 m'],
      ['squareMetre', 12.34, '12.3 m²'],
      ['share', 0.245, '24.5%'],
      ['minute', 35, '35.0 min'],
      ['money', 1327, '£1,327.00'],
      ['metrePerSecond', 1.3, '1.30 m/s'],
      ['second', 3, '3 s'],
    ]
    const sheet = openedWorkbook(xlsxBytes(workbookOf([units.map(([unit, value]) => ({ unit, value }))]))).Sheets.Sheet
    units.forEach(([, value, shown], index) => {
      expect(sheet?.[`${columnName(index)}2`]).toMatchObject({ t: 'n', v: value, w: shown })
    })
  })

  it('names sheets as every reader takes them, none twice', () => {
    const one = workbookOf([['x']]).sheets[0]!
    const names = ['Trips [a/b]:*?', 'trips  a b', "'quoted'", 'x'.repeat(40), 'x'.repeat(40), '']
    const { SheetNames } = openedWorkbook(xlsxBytes({ currency: 'GBP', sheets: names.map((name) => ({ ...one, name })) }))
    expect(SheetNames).toEqual(['Trips  a b', 'trips  a b 2', 'quoted', 'x'.repeat(31), `${'x'.repeat(27)} 2`, 'Sheet'])
  })

  it('writes what is no number as nothing', () => {
    const rows = rowsOf(
      openedWorkbook(xlsxBytes(workbookOf([[{ value: Number.NaN, unit: 'metre' }, { value: Number.POSITIVE_INFINITY, unit: 'metre' }, 'x']]))),
      'Sheet',
    )
    expect(rows[1]?.[0]).toBeUndefined()
    expect(rows[1]?.[2]).toBe('x')
  })
})

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }).filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text) && text !== ''),
  // Above this, doubles lie so far apart that half a millionth is none of them.
  fc.double({ noNaN: true, min: -1e8, max: 1e8 }).map((value): SheetCell => ({ value, unit: 'metre' })),
)

test.prop([fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 })])(
  'another reader reads what was written, to the millionth, and the same rows give the same bytes',
  (rows) => {
    const workbook = workbookOf(rows)
    const bytes = xlsxBytes(workbook)
    expect(xlsxBytes(structuredClone(workbook))).toEqual(bytes)
    const back = rowsOf(openedWorkbook(bytes), 'Sheet').slice(1)
    rows.forEach((row, index) => {
      row.forEach((written, column) => {
        const found = back[index]?.[column]
        if (typeof written === 'object')
          expect(Math.abs(Number(found) - written.value)).toBeLessThan(5.2e-7) // half a millionth, and what a double is off
        else expect(found).toBe(written)
      })
    })
  },
)
