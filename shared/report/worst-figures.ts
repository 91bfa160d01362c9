import { message } from '#shared/base/message'
import type { Bend } from '#shared/comparison/bend'
import { decimalText, percentText } from './figures'
import { figureText } from './metric-text'
import { say, type Words } from './say'
import { simulatedFigureText } from './simulated-figures'
import type { WorstFigure, WorstInput } from './worst-input'

/** The figures of which there is something, on a usual day or on a worse one. */
export function risingOf({ figures }: WorstInput): readonly WorstFigure[] {
  return figures.filter(({ bends }) => bends.some(({ rise, riseShare }) => rise !== undefined && (rise !== 0 || riseShare !== undefined)))
}

/**
 * What worse days do to a figure on average: by how much, "32 min more", and as a share of the usual day's, "+12 %", where more is worse. Of
 * next to nothing on a usual day the share says little, so it never stands alone; of nothing there is none. Undefined where it cannot be said.
 */
export function riseTexts(
  { name }: WorstFigure,
  { rise, riseShare }: Pick<Bend, 'rise' | 'riseShare'>,
  words: Words,
): { readonly amount: string; readonly share: string | undefined } | undefined {
  if (rise === undefined) return undefined
  const by = name.better === 'more' ? -rise : rise
  const share = riseShare === undefined ? undefined : `${riseShare > 0 ? '+' : ''}${percentText(riseShare)}`
  const size = Math.abs(by)
  const figure =
    name.unit === 'share'
      ? say(message('change.points', { points: decimalText(size * 100, 1) }), words)
      : name.unit === 'hour'
        ? figureText('minute', size * 60, words)
        : simulatedFigureText(name, size, words)
  const kind = by > 0 ? 'change.more' : name.unit === 'count' ? 'change.fewer' : 'change.less'
  return { amount: by === 0 ? say(message('change.none'), words) : say(message(kind, { figure }), words), share }
}
