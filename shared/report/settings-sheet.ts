import { PUBLISHED } from './published'
import type { Writer } from './report-input'
import { settingFacts } from './settings-facts'
import { assumptionsOf } from './settings-section'
import type { Sheet, SheetCell } from './workbook'

/** Every figure that the measures go by with where it is from, then what they rest on in words. */
export function settingsSheet(writer: Writer): Sheet {
  const { text } = writer
  const facts = settingFacts(writer).map(({ group, name, value, unit, source }): SheetCell[] => [
    group,
    name,
    typeof value === 'string' || unit === undefined ? String(value) : { value, unit },
    unit === undefined ? undefined : text(`unit.${unit}`),
    text(`source.${source}`),
  ])
  const assumptions = assumptionsOf(writer.simulated !== undefined, writer.scenario).map((key): SheetCell[] => [
    text('report.assumptions'),
    text(`report.assumption.${key}`),
  ])
  const published = PUBLISHED.map((key): SheetCell[] => [
    text('report.published'),
    text(`published.${key}`),
    undefined,
    undefined,
    text(`published.${key}.source`),
  ])
  return {
    name: text('sheet.settings'),
    columns: [
      { text: text('sheet.group'), width: 30 },
      { text: text('report.setting'), width: 60 },
      { text: text('report.value'), width: 22 },
      { text: text('sheet.unit'), width: 8 },
      { text: text('report.source'), width: 44 },
    ],
    rows: [...facts, ...assumptions, ...published],
  }
}
