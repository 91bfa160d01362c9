import { message } from '#shared/base/message'
import type { DrawOptions } from './options'
import type { Box } from './plane'
import type { Shape } from './shape'

/** A bar of about a fifth of the plan's width, in round metres, below its left corner: two halves, one filled. */
export function drawScaleBar(box: Box, options: DrawOptions): Shape[] {
  const length = roundLength((box.right - box.left) / 5)
  const size = options.labelSize ?? 0.5
  const height = size * 0.35
  const [x, y] = [box.left, box.bottom - size * 2.6]
  const half = (from: number, to: number): Shape['form'] => ({
    type: 'polygon',
    rings: [
      [
        { x: from, y },
        { x: to, y },
        { x: to, y: y + height },
        { x: from, y: y + height },
      ],
    ],
  })
  const label = (at: number): Shape => {
    const text = options.say?.(message('drawing.scale', { length: at })) ?? `${at} m`
    return {
      role: 'scaleLabel',
      element: undefined,
      form: { type: 'text', at: { x: x + at, y: y + height + size * 0.75 }, text, size, fits: length },
    }
  }
  return [
    { role: 'scaleBar', element: undefined, part: 'filled', form: half(x, x + length / 2) },
    { role: 'scaleBar', element: undefined, part: 'open', form: half(x + length / 2, x + length) },
    label(0),
    label(length / 2),
    label(length),
  ]
}

/** The largest of 1, 2, 5, 10, 20, 50 ... metres that is not longer, at least 1. */
export function roundLength(longest: number): number {
  let length = 1
  for (let decade = 1; decade <= 10_000; decade *= 10) {
    for (const step of [1, 2, 5]) if (step * decade <= longest) length = step * decade
  }
  return length
}
