/** Results are rounded once, here: metres and everything else to the millionth. */
const DECIMALS = 1e6

/**
 * A value as JSON text with figures rounded to 1e-6, no -0, null for what is no number, fields in the
 * order in which they were made. The same value gives the same bytes.
 */
export function canonicalJson(value: unknown): string {
  return `${JSON.stringify(value, (_, field: unknown) => (typeof field === 'number' ? roundedFigure(field) : field), 2)}\n`
}

/** To the millionth; never -0. Beyond 9e9 a double has no millionths left, and the figure stays as it is. */
export function roundedFigure(value: number): number {
  if (Math.abs(value) > 9e9) return value
  return Math.round(value * DECIMALS) / DECIMALS + 0
}
