import { expect, it } from 'vitest'
import { compareDesigns } from '#shared/comparison/comparison'
import { measureDesigns } from '#shared/comparison/measure-designs'
import { recordsOf } from '#shared/document/document'
import type { Finding } from '#shared/document/finding'
import { type HandOverInput, handOver } from '#shared/exchange/hand-over'
import { shippedCatalogue } from '#test/support/catalogue'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import { withRecords } from '#test/support/worked-variations'
import english from '../../../resources/locales/en.json'

/** The worked example as it is handed over. */
function workedHandOver(given: Partial<HandOverInput> = {}) {
  const { document = workedExample() } = given
  const measured = measureDesigns(document)
  const comparison = compareDesigns(measured, recordsOf(document.workshop, 'settings')[0]!)
  return handOver({
    document,
    measured,
    comparison,
    findings: () => [],
    words: english,
    catalogue: shippedCatalogue(),
    file: 'unit.ward',
    ...given,
  })
}

/** The cells of the rows of a table of the page, without their marks. */
function rowsOf(html: string, caption: string): readonly (readonly string[])[] {
  const table = html.match(new RegExp(`<table[^>]*><caption[^>]*>${caption}</caption>.*?</table>`, 's'))?.[0] ?? ''
  return [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
      cell
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    ),
  )
}

it('holds what is drawn against what the brief asks for, kind by kind', () => {
  // worked-example.md: waiting 40 of 30, treatment 50 of 55, staff base 40 of 20 m², and no clean utility; walls take no floor.
  const rows = rowsOf(workedHandOver().report(), 'What the brief asks for, and what is drawn')
  expect(rows.slice(1).sort()).toEqual([
    ['Clean utility Worked example', '1', '14 m²', '0 1 missing'],
    ['Staff base Worked example', '1', '20 m²', '1 × 40 m²'],
    ['Treatment room Worked example', '1', '55 m²', '1 × 50 m² 1 too small'],
    ['Waiting and reception Worked example', '1', '30 m²', '1 × 40 m²'],
  ])
})

it('lists the rooms that the brief does not ask for', () => {
  const document = withRecords(workedExample(), (record) => (record.kind === 'requirement' && record.roomType === 'staff-base' ? undefined : record))
  const page = workedHandOver({ document }).report()
  expect(rowsOf(page, 'Rooms beyond the brief').slice(1)).toEqual([['Worked example', 'Nurse room']])
  expect(rowsOf(workedHandOver().report(), 'Rooms beyond the brief')).toEqual([])
})

it('says of which design something is worth a look, and why another is left', () => {
  const message = { key: 'finding.roomNoDoor', values: { room: 'Room X' } }
  const findings = () => [
    { severity: 'warning' as const, message, where: [], design: { name: 'Near' } },
    { severity: 'warning' as const, message, where: [] },
    { severity: 'warning' as const, message, where: [], design: { name: 'Far' }, ignored: 'It stays' },
  ]
  const page = workedHandOver({ findings }).report()
  const said = 'Room X has no door that anybody can come in by.'
  expect(rowsOf(page, 'Worth a look').slice(1)).toEqual([
    ['Near', said],
    ['–', said],
  ])
  expect(rowsOf(page, 'What was looked at and left as it is').slice(1)).toEqual([['Far', `${said} Ignored, because: It stays`]])
})

it('asks what is wrong with the designs only for a report, and once for two', () => {
  const found: Finding = { severity: 'warning', message: { key: 'finding.roomNoDoor', values: { room: 'Room X' } }, where: [] }
  let asked = 0
  const findings = () => {
    asked++
    return [found]
  }
  const made = workedHandOver({ findings })
  expect(made.plan(WORKED_DESIGN, 'all')).toContain('<svg')
  expect(made.figures()).toContain('patientTravel')
  expect(made.spreadsheet().length).toBeGreaterThan(0)
  expect(asked).toBe(0)
  expect(made.report()).toContain('Room X')
  expect(made.report('')).toContain('Room X')
  expect(asked).toBe(1)
})
