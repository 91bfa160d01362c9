import { message } from '#shared/base/message'
import type { Bend } from '#shared/comparison/bend'
import { decimalText, percentText } from './figures'
import { figureText } from './metric-text'
import { say, type Words } from './say'
import { simulatedFigureText } from './simulated-figures'
import type { WorstFigure, WorstInput } from './worst-input'

/** The figures of which there is something on a usual day that worse days could add to. */
export function risingOf({ figures }: WorstInput): readonly WorstFigure[] {
  return figures.filter(({ bends }) => bends.some(({ rise }) => rise !== undefined))
}

/**
 * What worse days do to a figure on average: by how much, "32 min more", and as a share of the usual day's, "+12 %", where more is worse. Of
 * next to nothing on a usual day the share says little, so it never stands alone. Undefined where it cannot be said.
 */
export function riseTexts(
  { name }: WorstFigure,
  { cells, rise }: Bend,
  words: Words,
): { readonly amount: string; readonly share: string } | undefined {
  const usual = cells[0]?.interval?.mean
  if (rise === undefined || usual === undefined) return undefined
  const by = rise * Math.abs(usual) * (name.better === 'more' ? -1 : 1)
  const share = `${rise > 0 ? '+' : ''}${percentText(rise)}`
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
