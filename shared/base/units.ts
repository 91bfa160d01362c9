import { z } from 'zod'

/** No ward is larger: coordinates beyond this are a mistake, and routing relies on small integers. Metres. */
export const LARGEST_COORDINATE_M = 10_000

/** To whole millimetres, the grid of every stored position and length. Metres; never -0. */
export function roundToMillimetre(metres: number): number {
  return Math.round(metres * 1000) / 1000 + 0
}

/** To whole tenths of a degree in [0, 360). Degrees; never -0. */
export function roundToTenthDegree(degrees: number): number {
  const tenths = Math.round(degrees * 10) % 3600
  return (tenths < 0 ? tenths + 3600 : tenths) / 10 + 0
}

/** How many decimals a number has in a file; one that is not listed is the shortest decimal that reads back. */
export const STORED_DECIMALS = z.registry<{ readonly decimals: number }>()

/** What arithmetic leaves behind a decimal (0.1 + 0.2) is no reason to refuse a file; reading takes it off. */
const FLOAT_NOISE = 1e-9

/** A stored position or length: whole millimetres, in metres. */
export function metres() {
  return z
    .number()
    .min(-LARGEST_COORDINATE_M)
    .max(LARGEST_COORDINATE_M)
    .refine((value) => Math.abs(roundToMillimetre(value) - value) <= FLOAT_NOISE, { error: 'not-whole-millimetres' })
    .overwrite(roundToMillimetre)
    .register(STORED_DECIMALS, { decimals: 3 })
}

/** A stored length that cannot be negative, in metres. */
export function length() {
  return metres().nonnegative()
}

/** A stored rotation, counter-clockwise, in degrees: whole tenths in [0, 360). */
export function degrees() {
  return z
    .number()
    .min(0)
    .lt(360)
    .refine((value) => Math.abs(roundToTenthDegree(value) - value) <= FLOAT_NOISE, { error: 'not-whole-tenths-of-a-degree' })
    .overwrite(roundToTenthDegree)
    .register(STORED_DECIMALS, { decimals: 1 })
}

/** A duration in seconds. */
export function seconds() {
  return z.number().nonnegative().max(31_622_400)
}

/** A share of a whole, 0 to 1. */
export function share() {
  return z.number().min(0).max(1)
}

/** A text a person wrote: kept as it is, bounded so that a hostile file cannot fill the memory. */
export function text(longest = 400) {
  return z.string().max(longest)
}
