import type { Writer } from './report-input'
import { changedSteps } from './share-section'
import type { Sheet, SheetCell } from './workbook'

/** What differs between today and each design: a row a difference. */
export function differencesSheet(writer: Writer): Sheet {
  const { comparison, text } = writer
  const column = (key: string, width: number) => ({ text: text(`sheet.difference.${key}`), width })
  const rows = comparison.designs
    .filter(({ isDatum }) => !isDatum)
    .flatMap(({ design }) =>
      changedSteps(design, writer).map(({ pathway, step, what, reason }): SheetCell[] => [
        design.name,
        text('sheet.difference.step'),
        `${pathway}: ${step}`,
        what,
        reason,
      ]),
    )
  return {
    name: text('sheet.differences'),
    columns: [column('design', 22), column('kind', 14), column('what', 44), column('change', 44), column('reason', 60)],
    rows,
  }
}
