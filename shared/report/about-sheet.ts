import type { Writer } from './report-input'
import type { Sheet, SheetCell } from './workbook'

/** What the workbook is of: enough to tell which file, in which state, and on what terms. */
export function aboutSheet(writer: Writer): Sheet {
  const { text, workshop, comparison, about, scenario } = writer
  const row = (key: string, value: SheetCell): readonly SheetCell[] => [text(`sheet.about.${key}`), value]
  return {
    name: text('sheet.about'),
    columns: [
      { text: text('sheet.what'), width: 28 },
      { text: text('report.value'), width: 90 },
    ],
    rows: [
      row('workshop', workshop?.title ?? ''),
      row('service', [workshop?.service, workshop?.site].filter((part) => part !== undefined && part !== '').join(', ')),
      row('file', about?.file ?? ''),
      row('fingerprint', about?.fingerprint ?? ''),
      row('scenario', scenario?.name ?? ''),
      row('today', comparison.designs.find(({ isDatum }) => isDatum)?.design.name ?? text('report.none')),
      ...comparison.designs.map(({ design }) => [text('sheet.design'), design.idea === '' ? design.name : `${design.name}: ${design.idea}`] as const),
      ...comparison.designs.flatMap(({ design, overloaded }) =>
        overloaded.map((why) => [text('sheet.about.notRanked', { design: design.name }), text(why)] as const),
      ),
      row('verdicts', text('report.scoreboardNote', { smallest: writer.settings?.smallestDifference ?? 0 })),
      row('made', text('report.madeBy')),
    ],
  }
}
