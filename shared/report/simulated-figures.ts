import { type Message, message } from '#shared/base/message'
import type { SimulatedDifference, SimulatedFigure } from '#shared/comparison/simulated'
import type { SimulatedName } from '#shared/metrics/simulated-day'
import { clockText, decimalText } from './figures'
import { figureText } from './metric-text'
import { say, type Words } from './say'

/** A value of a simulated figure as it is read. */
export function simulatedFigureText({ metric, unit }: Pick<SimulatedName, 'metric' | 'unit'>, value: number, words: Words): string {
  if (metric === 'dayEnds') return clockText(value * 3600)
  // Fractions of people and of things are what a mean is.
  if (unit === 'count') return decimalText(value, Math.abs(value) < 9.95 ? 2 : 1)
  // A tenth of a kilometre is more than an interval is wide.
  if (unit === 'metre' && Math.abs(value) >= 999.5 && Math.abs(value) < 20_000) return `${decimalText(value, 0)} m`
  return figureText(unit, value, words)
}

/**
 * The mean, and the interval that it lies in: none where every day was the same, or where there was one. Nothing simulated is less
 * than 0, and of all days there are no more than all.
 */
export function intervalTexts({ name, interval }: Pick<SimulatedFigure, 'name' | 'interval'>, words: Words) {
  if (interval.count === 0 || Number.isNaN(interval.mean)) return { mean: say(message('report.none'), words), range: undefined }
  const figure = (value: number) => simulatedFigureText(name, value, words)
  const { mean, low, high, count, half } = interval
  if (count < 2 || half === 0) return { mean: figure(mean), range: undefined }
  const most = name.metric === 'meetingDays' ? Math.min(high, 1) : high
  const [largest, middle] = [figure(most), figure(mean)]
  // Nothing is told in the unit of what it goes up to: "0 s to 5 s".
  const least = low <= 0 && name.unit === 'minute' && most * 60 < 59.5 ? '0 s' : figure(Math.max(low, 0))
  // Narrower than it can be written, it says the mean once more, twice.
  return { mean: middle, range: least === largest ? undefined : say(message('simulated.range', { low: least, high: largest }), words) }
}

/** From the least to the most of a figure in words; once, where both read the same. */
export function rangeText(name: Pick<SimulatedName, 'metric' | 'unit'>, low: number, high: number, words: Words): string {
  const [least, most] = [simulatedFigureText(name, low, words), simulatedFigureText(name, high, words)]
  return least === most ? least : say(message('simulated.range', { low: least, high: most }), words)
}

/** The difference and whether it is better: "about 12 min less (8 min to 15 min, 40 runs), better". */
export function differenceText({ verdict, sentence }: SimulatedDifference, words: Words): string {
  if (verdict === 'same' || verdict === 'unclear') return say(sentence, words)
  return say(message('simulated.judged', { difference: say(sentence, words), verdict: say(message(`change.${verdict}`), words) }), words)
}

/** Which way an arrow beside it points; undefined where nobody knows. */
export function differenceDirection({ verdict, interval }: SimulatedDifference): 'up' | 'down' | 'none' | undefined {
  if (verdict === 'unclear') return undefined
  return verdict === 'same' ? 'none' : interval.mean > 0 ? 'up' : 'down'
}

/** How many runs would tell, where so far they do not; undefined where they do. */
export function neededMessage({ verdict, runsNeeded, interval }: SimulatedDifference): Message | undefined {
  if (verdict !== 'unclear') return undefined
  if (runsNeeded === undefined) return message('simulated.neededNone')
  return runsNeeded > interval.count ? message('simulated.needed', { runs: runsNeeded }) : undefined
}
