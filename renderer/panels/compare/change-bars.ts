import { type MetricChange, nameOf } from '#shared/comparison/change-of'
import type { DesignComparison } from '#shared/comparison/comparison'
import { HEADLINES } from '#shared/report/score-section'

/** One design's change of a measure. */
export type ChangeBar = {
  readonly compared: DesignComparison
  /** Its place among all designs, today being the first. */
  readonly index: number
  readonly change: MetricChange
  /** The change as a share of today's value, positive where it is for the better; undefined where there is no such share. */
  readonly gain: number | undefined
}

export type ChangeGroup = { readonly first: MetricChange; readonly bars: readonly ChangeBar[] }

/** Headline measures that some design changes by enough to matter, a bar a design; and those that none does. */
export function changeGroups(designs: readonly DesignComparison[]): {
  readonly groups: readonly ChangeGroup[]
  readonly same: readonly MetricChange[]
} {
  const all = HEADLINES.flatMap((metric): ChangeGroup[] => {
    const bars = designs.flatMap((compared, index): ChangeBar[] => {
      const change = compared.whole.find((one) => nameOf(one) === metric)
      if (change === undefined || compared.isDatum || change.better === 'neither') return []
      return [{ compared, index, change, gain: gainOf(change) }]
    })
    return bars[0] === undefined ? [] : [{ first: bars[0].change, bars }]
  })
  const matters = ({ bars }: ChangeGroup) => bars.some(({ change }) => change.verdict !== 'same' && change.verdict !== undefined)
  return { groups: all.filter(matters), same: all.filter((group) => !matters(group) && group.first.change !== undefined).map(({ first }) => first) }
}

function gainOf({ relative, better }: MetricChange): number | undefined {
  if (relative === undefined) return undefined
  return better === 'less' ? 0 - relative : relative
}
