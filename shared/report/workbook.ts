import type { MetricUnit } from '#shared/metrics/measurement'

/** A comparison as tables of typed values, one subject a sheet; who writes the file decides about bytes and looks. */
export type Workbook = {
  /** ISO 4217, of every amount of money in it. */
  readonly currency: string
  readonly sheets: readonly Sheet[]
}

/** A plain table under one row of headings, so that it can be sorted, filtered and pivoted. */
export type Sheet = { readonly name: string; readonly columns: readonly SheetColumn[]; readonly rows: readonly (readonly SheetCell[])[] }

/** `width` in characters. */
export type SheetColumn = { readonly text: string; readonly width: number }

/** A text is never anything but a text, whatever it begins with; a number brings its unit. Undefined: an empty cell. */
export type SheetCell = string | SheetNumber | undefined

export type SheetNumber = { readonly value: number; readonly unit: SheetUnit; readonly tone?: 'better' | 'worse' | undefined }

/** The units of measures, and those that only settings have. */
export type SheetUnit = Exclude<MetricUnit, 'grade'> | 'metrePerSecond' | 'second' | 'degree'
