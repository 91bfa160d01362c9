import { read, utils, type WorkBook } from '@e965/xlsx'

/** A sheet as rows of what its cells hold: texts, numbers, or nothing. */
export type SheetRows = readonly (readonly (string | number | undefined)[])[]

/** The workbook as another program reads it. */
export function openedWorkbook(bytes: Uint8Array): WorkBook {
  return read(bytes, { type: 'array', cellNF: true, cellFormula: true })
}

export function rowsOf(workbook: WorkBook, sheet: string): SheetRows {
  const found = workbook.Sheets[sheet]
  if (found === undefined) throw new Error(`There is no sheet “${sheet}”`)
  return utils.sheet_to_json<(string | number | undefined)[]>(found, { header: 1, blankrows: true })
}
