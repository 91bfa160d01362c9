import type { StepFields } from '#shared/commands/variant-steps'
import type { Duration } from '#shared/document/duration'
import { meanSeconds } from '#shared/document/mean-duration'
import { numberTyped } from '../../controls/number-typed'

const MINUTE_S = 60
/** More than a step may take. Minutes. */
const MOST = 10_000

/** What was typed as the time of a step: minutes, or the shortest, usual and longest (20/34/50). Undefined where it is neither. */
export function minutesTyped(typed: string): Pick<StepFields, 'seconds' | 'range'> | undefined {
  const numbers = typed.split('/').map((part) => numberTyped(part.trim()))
  if (numbers.some((number) => !(number >= 0 && number <= MOST))) return undefined
  const [least, usual, most] = numbers.map((minutes) => minutes * MINUTE_S)
  if (numbers.length === 1) return { seconds: least! }
  return numbers.length === 3 && least! <= usual! && usual! <= most! ? { range: { least: least!, usual: usual!, most: most! } } : undefined
}

/** The time of a step as it may be typed: its mean in minutes, or the shortest, usual and longest. */
export function minutesText(duration: Duration): string {
  const minutes = (seconds: number) => String(Math.round((seconds / MINUTE_S) * 100) / 100)
  if (duration.shape !== 'triangular') return minutes(meanSeconds(duration))
  return [duration.least, duration.mode, duration.most].map(minutes).join('/')
}
