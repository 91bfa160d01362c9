import type { Duration } from '#shared/document/pathway'

/** A triangular duration from minutes. */
export function minutes(least: number, mode: number, most: number): Duration {
  return { shape: 'triangular', least: least * 60, mode: mode * 60, most: most * 60 }
}

export function fixedMinutes(value: number): Duration {
  return { shape: 'fixed', value: value * 60 }
}
