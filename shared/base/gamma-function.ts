/** Lanczos' coefficients for g = 7 (Godfrey 2001): errors below 1e-14. */
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905, -0.13857109526572012,
  9.984369578019572e-6, 1.5056327351493116e-7,
]
const HALF_LOG_TWO_PI = 0.9189385332046727

/** The natural logarithm of the gamma function of a positive number. */
export function logGamma(x: number): number {
  // Below a half by Euler's recurrence: no reflection, so no sine is needed.
  if (x < 0.5) return logGamma(x + 1) - Math.log(x)
  let sum = LANCZOS[0]!
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (x - 1 + i)
  const t = x + 6.5
  return HALF_LOG_TWO_PI + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

const MOST_TERMS = 2000
const ENOUGH = 1e-16

/** The share of a gamma distribution of this shape and scale 1 that lies below x: the regularised lower incomplete gamma function. */
export function gammaShare(shape: number, x: number): number {
  if (x <= 0) return 0
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape))
  if (x < shape + 1) {
    let term = 1 / shape
    let sum = term
    for (let n = 1; n < MOST_TERMS && term > sum * ENOUGH; n++) {
      term *= x / (shape + n)
      sum += term
    }
    return front * sum
  }
  // Lentz's continued fraction for the upper tail (Press et al. 2007, section 6.2).
  let b = x + 1 - shape
  let c = 1e300
  let d = 1 / b
  let h = d
  for (let n = 1; n < MOST_TERMS; n++) {
    const a = -n * (n - shape)
    b += 2
    d = 1 / (a * d + b)
    c = b + a / c
    const factor = d * c
    h *= factor
    if (Math.abs(factor - 1) < ENOUGH) break
  }
  return 1 - front * h
}

/** Where a gamma distribution of this shape and scale 1 has the share p below it; 0 < p < 1. Newton's steps, kept between bounds by halving. */
export function gammaQuantile(shape: number, p: number): number {
  const logFront = -logGamma(shape)
  let low = 0
  let high = Number.POSITIVE_INFINITY
  let x = shape > 1 ? firstGuess(shape, p) : Math.exp((Math.log(p) + logGamma(shape + 1)) / shape)
  if (!(x > 0)) x = Number.MIN_VALUE
  if (x > shape + 40) x = shape
  for (let n = 0; n < 100; n++) {
    const error = gammaShare(shape, x) - p
    if (error > 0) high = x
    else low = x
    const density = Math.exp((shape - 1) * Math.log(x) - x + logFront)
    let next = x - error / density
    if (!(next > low && next < high)) next = high === Number.POSITIVE_INFINITY ? x * 2 : (low + high) / 2
    if (Math.abs(next - x) <= 1e-13 * next) return next
    x = next
  }
  return x
}

/** Wilson and Hilferty (1931): the cube root of a gamma variable is nearly normal. */
function firstGuess(shape: number, p: number): number {
  const t = Math.sqrt(-2 * Math.log(p < 0.5 ? p : 1 - p))
  const z = (t - (2.30753 + t * 0.27061) / (1 + t * (0.99229 + t * 0.04481))) * (p < 0.5 ? -1 : 1)
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))
  return shape * Math.max(1e-3, root * root * root)
}
