import { z } from 'zod'
import { seconds } from '#shared/base/units'

/**
 * How long something takes, in seconds. Static measures use the mean; a simulation draws from it by inversion,
 * one number a value.
 */
export const Duration = z.discriminatedUnion('shape', [
  z.strictObject({ shape: z.literal('fixed'), value: seconds() }),
  z.strictObject({ shape: z.literal('uniform'), least: seconds(), most: seconds() }),
  z.strictObject({ shape: z.literal('triangular'), least: seconds(), mode: seconds(), most: seconds() }),
  /** Cut at both ends: `mean` and `sd` are those before cutting. */
  z.strictObject({ shape: z.literal('normal'), mean: seconds(), sd: seconds(), least: seconds(), most: seconds() }),
  z.strictObject({ shape: z.literal('lognormal'), mean: seconds(), sd: seconds() }),
  z.strictObject({ shape: z.literal('gamma'), mean: seconds(), sd: seconds() }),
  /** `slope` below 1: the longer it has lasted, the longer it still will. */
  z.strictObject({ shape: z.literal('weibull'), scale: seconds(), slope: z.number().min(0.1).max(100) }),
  z.strictObject({ shape: z.literal('exponential'), mean: seconds() }),
  z.strictObject({ shape: z.literal('erlang'), mean: seconds(), phases: z.int().min(1).max(1000) }),
  /** Observed times, each as likely as the others. */
  z.strictObject({ shape: z.literal('empirical'), values: z.array(seconds()).min(1).max(10_000) }),
])
export type Duration = Readonly<z.infer<typeof Duration>>
