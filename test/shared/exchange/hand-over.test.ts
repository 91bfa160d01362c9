import { expect, it } from 'vitest'
import { compareDesigns } from '#shared/comparison/comparison'
import { measureDesigns } from '#shared/comparison/measure-designs'
import { recordsOf } from '#shared/document/document'
import type { Finding } from '#shared/document/finding'
import { handOver } from '#shared/exchange/hand-over'
import { shippedCatalogue } from '#test/support/catalogue'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import english from '../../../resources/locales/en.json'

it('asks what is wrong with the designs only for a report, and once for two', () => {
  const document = workedExample()
  const measured = measureDesigns(document)
  const found: Finding = { severity: 'warning', message: { key: 'finding.roomNoDoor', values: { room: 'Room X' } }, where: [] }
  let asked = 0
  const findings = () => {
    asked++
    return [found]
  }
  const comparison = compareDesigns(measured, recordsOf(document.workshop, 'settings')[0]!)
  const made = handOver({ document, measured, comparison, findings, words: english, catalogue: shippedCatalogue(), file: 'unit.ward' })
  expect(made.plan(WORKED_DESIGN, 'all')).toContain('<svg')
  expect(made.figures()).toContain('patientTravel')
  expect(made.spreadsheet().length).toBeGreaterThan(0)
  expect(asked).toBe(0)
  expect(made.report()).toContain('Room X')
  expect(made.report('')).toContain('Room X')
  expect(asked).toBe(1)
})
