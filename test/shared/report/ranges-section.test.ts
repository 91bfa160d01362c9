import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compareDesigns } from '#shared/comparison/comparison'
import { measureDesigns } from '#shared/comparison/measure-designs'
import { recordsOf } from '#shared/document/document'
import { rangeLines } from '#shared/report/ranges-section'
import { twoWaysUnit } from '#test/support/two-ways-unit'

const words = JSON.parse(readFileSync(new URL('../../../resources/locales/en.json', import.meta.url), 'utf8')) as Record<string, string>

it('says of a design with very many legs that other ways were not looked for, and between what the others lie', () => {
  const document = twoWaysUnit(0.2)
  const [one] = measureDesigns(document)
  const linesOf = (measured: readonly (typeof one & {})[]) =>
    rangeLines({ document, measured, comparison: compareDesigns(measured, recordsOf(document.workshop, 'settings')[0]!), words })
  expect(linesOf([one!]).some((line) => line.includes('0 m to 15.3 m'))).toBe(true)
  const clean = one!.own.trips.find(({ flow, role }) => flow === 'clean' && role === undefined)!
  const many = { ...one!, own: { ...one!.own, trips: Array.from({ length: 1302 }, () => clean) } }
  const lines = linesOf([many])
  expect(lines).toContain('Two ways: whether other ways round are nearly as short was not looked at; 1,302 trips would have to be tried.')
  expect(lines.some((line) => line.includes('15.3'))).toBe(false)
})
