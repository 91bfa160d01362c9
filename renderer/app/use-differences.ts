import { useMemo } from 'react'
import type { Id } from '#shared/base/ids'
import type { Both, Difference } from '#shared/comparison/difference'
import { type DifferenceMark, differenceMarks } from '#shared/comparison/difference-marks'
import { designDifferences } from '#shared/comparison/differences'
import type { WardDocument } from '#shared/document/document'
import { type LayoutFacts, layoutOf } from '#shared/metrics/layout-facts'
import type { Extent } from '../plan/camera'
import type { Beside } from '../state/view-store'

export type ShownDifferences = {
  readonly all: readonly Difference[]
  readonly marks: Both<readonly DifferenceMark[]>
  readonly layouts: Both<LayoutFacts>
}

const NONE: Both<readonly DifferenceMark[]> = { from: [], to: [] }

/** What differs between two designs as committed, and what of it is drawn. Undefined where only one is shown. */
export function useDifferences(
  document: WardDocument,
  sides: readonly [Id, Id] | undefined,
  beside: Beside | undefined,
): ShownDifferences | undefined {
  const [left, right] = sides ?? []
  const found = useMemo(() => {
    if (left === undefined || right === undefined) return undefined
    return { all: designDifferences(document, left, right), layouts: { from: layoutOf(document, left), to: layoutOf(document, right) } }
  }, [document, left, right])
  const shown = beside?.differences
  const marks = useMemo(() => {
    if (found === undefined || shown === undefined) return NONE
    const picked = found.all.find(({ key }) => key === shown.picked)
    if (picked !== undefined) {
      const both = differenceMarks(picked, found.layouts)
      return { from: both, to: both }
    }
    if (!shown.isAllDrawn) return NONE
    // All at once would be a thicket: each design shows what of its own is otherwise in the other, and nothing its way.
    const marks = found.all.filter(({ kind }) => kind === 'room' || kind === 'opening').flatMap((each) => differenceMarks(each, found.layouts))
    return { from: marks.filter(({ look }) => look === 'gone' || look === 'old'), to: marks.filter(({ look }) => look === 'new' || look === 'now') }
  }, [found, shown])
  return found === undefined ? undefined : { ...found, marks }
}

/** Room about what is looked at, in metres. */
const MARGIN_M = 2

/** Everything that a difference draws, with some floor about it. */
export function extentOfMarks(marks: readonly DifferenceMark[]): Extent | undefined {
  const points = marks.flatMap((mark) => (mark.look === 'way' ? [mark.from, mark.to] : mark.ring))
  if (points.length === 0) return undefined
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return {
    left: Math.min(...xs) - MARGIN_M,
    bottom: Math.min(...ys) - MARGIN_M,
    right: Math.max(...xs) + MARGIN_M,
    top: Math.max(...ys) + MARGIN_M,
  }
}
