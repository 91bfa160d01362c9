/**
 * The only sine and cosine of `shared/`. Built from products and sums alone, which IEEE 754 fixes to
 * the last bit, so that every machine gets the same number; `Math.sin` and `Math.cos` are not fixed so.
 */

const QUARTER = 900
const FULL_TURN = 3600
const RADIANS_A_TENTH = Math.PI / 1800

/** The sine of an angle in tenths of a degree; exact at quarter turns and at 30 and 150 degrees. Error below 2e-16. */
export function sine(tenths: number): number {
  const turned = tenths % FULL_TURN
  const angle = turned < 0 ? turned + FULL_TURN : turned
  const quarter = Math.floor(angle / QUARTER)
  const rest = angle - quarter * QUARTER
  const size = quarter % 2 === 0 ? sineInFirstQuarter(rest) : sineInFirstQuarter(QUARTER - rest)
  return quarter < 2 || size === 0 ? size : -size
}

/** The cosine of an angle in tenths of a degree; exact at quarter turns and at 60 and 120 degrees. Error below 2e-16. */
export function cosine(tenths: number): number {
  return sine((tenths % FULL_TURN) + QUARTER)
}

/** The sine of a stored rotation, which is in degrees and whole tenths. */
export function sinDegrees(degrees: number): number {
  return sine(Math.round(degrees * 10))
}

/** The cosine of a stored rotation, which is in degrees and whole tenths. */
export function cosDegrees(degrees: number): number {
  return cosine(Math.round(degrees * 10))
}

function sineInFirstQuarter(tenths: number): number {
  if (tenths === 0) return 0
  if (tenths === 300) return 0.5
  if (tenths === QUARTER) return 1
  return tenths <= QUARTER / 2 ? sineSeries(tenths * RADIANS_A_TENTH) : cosineSeries((QUARTER - tenths) * RADIANS_A_TENTH)
}

/** Taylor's series up to x^17, good to the last bit for 0 <= x <= pi / 4. */
function sineSeries(x: number): number {
  const s = x * x
  let sum = 1 / 355_687_428_096_000
  sum = sum * s - 1 / 1_307_674_368_000
  sum = sum * s + 1 / 6_227_020_800
  sum = sum * s - 1 / 39_916_800
  sum = sum * s + 1 / 362_880
  sum = sum * s - 1 / 5_040
  sum = sum * s + 1 / 120
  sum = sum * s - 1 / 6
  return x + x * s * sum
}

/** Taylor's series up to x^18, good to the last bit for 0 <= x <= pi / 4. */
function cosineSeries(x: number): number {
  const s = x * x
  let sum = -1 / 6_402_373_705_728_000
  sum = sum * s + 1 / 20_922_789_888_000
  sum = sum * s - 1 / 87_178_291_200
  sum = sum * s + 1 / 479_001_600
  sum = sum * s - 1 / 3_628_800
  sum = sum * s + 1 / 40_320
  sum = sum * s - 1 / 720
  sum = sum * s + 1 / 24
  return 1 - (s / 2 - s * s * sum)
}
