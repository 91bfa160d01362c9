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

/** Of as many equations as unknowns, by elimination; of sums of squares and products, so that no pivot is 0. */
function solved(rows: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const [first, ...others] = rows
  if (first === undefined) return []
  const below = others.map((row) => {
    const share = row[0]! / first[0]!
    return row.slice(1).map((value, i) => value - share * first[i + 1]!)
  })
  const rest = solved(
    below,
    others.map((row, i) => right[i + 1]! - (row[0]! / first[0]!) * right[0]!),
  )
  const known = rest.reduce((sum, value, i) => sum + value * first[i + 1]!, 0)
  return [(right[0]! - known) / first[0]!, ...rest]
}
