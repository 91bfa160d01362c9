import { gammaShare } from './gamma-function'

/** The share of the standard normal distribution below z. */
export function normalShare(z: number): number {
  const tail = gammaShare(0.5, (z * z) / 2) / 2
  return z < 0 ? 0.5 - tail : 0.5 + tail
}

const ROOT_TWO_PI = 2.5066282746310002

/** The density of the standard normal distribution at z. */
export function normalDensity(z: number): number {
  return Math.exp(-(z * z) / 2) / ROOT_TWO_PI
}

/** Where the standard normal distribution has the share p below it; 0 < p < 1. Wichura 1988, algorithm AS 241: errors below 1e-15. */
export function normalQuantile(p: number): number {
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return q * ratio(r, CENTRE_TOP, CENTRE_BOTTOM)
  }
  const tail = Math.sqrt(-Math.log(q < 0 ? p : 1 - p))
  const z = tail <= 5 ? ratio(tail - 1.6, MIDDLE_TOP, MIDDLE_BOTTOM) : ratio(tail - 5, FAR_TOP, FAR_BOTTOM)
  return q < 0 ? -z : z
}

/** Two polynomials, highest power first, one over the other. */
function ratio(x: number, top: readonly number[], bottom: readonly number[]): number {
  let above = 0
  for (let i = 0; i < top.length; i++) above = above * x + top[i]!
  let below = 0
  for (let i = 0; i < bottom.length; i++) below = below * x + bottom[i]!
  return above / below
}

const CENTRE_TOP = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513, 133.14166789178438,
  3.3871328727963665,
]
const CENTRE_BOTTOM = [
  5226.495278852545, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579, 42.31333070160091, 1,
]
const MIDDLE_TOP = [
  7.745450142783414e-4, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045, 5.769497221460691, 4.630337846156546,
  1.4234371107496835,
]
const MIDDLE_BOTTOM = [
  1.0507500716444169e-9, 5.475938084995345e-4, 0.015198666563616457, 0.14810397642748008, 0.6897673349851, 1.6763848301838038, 2.053191626637759, 1,
]
const FAR_TOP = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487, 1.7848265399172913,
  5.463784911164114, 6.657904643501103,
]
const FAR_BOTTOM = [
  2.0442631033899397e-15, 1.4215117583164459e-7, 1.8463183175100548e-5, 7.868691311456133e-4, 0.014875361290850615, 0.1369298809227358,
  0.599832206555888, 1,
]
