/**
 * The mean of what several runs came to, and its standard error, with control variates (Lavenberg and Welch 1981): what is known to
 * be 0 on average is taken out by least squares, and with it what it explains of the scatter.
 */
export function controlledMean(
  values: readonly number[],
  controls: readonly (readonly number[])[],
): { readonly mean: number; readonly error: number } {
  const count = values.length
  // A control that never varies explains nothing.
  const used = controls.filter((control) => control.some((value) => Math.abs(value - control[0]!) > 1e-12))
  const columns = [values, ...used]
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / count)
  const centred = columns.map((column, i) => column.map((value) => value - means[i]!))
  const product = (i: number, j: number) => centred[i]!.reduce((sum, value, at) => sum + value * centred[j]![at]!, 0)
  const slopes = solved(
    used.map((_, i) => used.map((__, j) => product(i + 1, j + 1))),
    used.map((_, i) => product(i + 1, 0)),
  )
  const mean = slopes.reduce((rest, slope, i) => rest - slope * means[i + 1]!, means[0]!)
  const squares = centred[0]!.reduce((sum, value, at) => {
    const rest = slopes.reduce((left, slope, i) => left - slope * centred[i + 1]![at]!, value)
    return sum + rest * rest
  }, 0)
  return { mean, error: Math.sqrt(squares / (count - 1 - used.length) / count) }
}

/** Of at most two equations. */
function solved(rows: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  if (rows.length === 0) return []
  if (rows.length === 1) return [right[0]! / rows[0]![0]!]
  const [[a, b], [c, d]] = rows as [[number, number], [number, number]]
  const scale = a * d - b * c
  return [(right[0]! * d - b * right[1]!) / scale, (a * right[1]! - c * right[0]!) / scale]
}
