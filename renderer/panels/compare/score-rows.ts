import type { Id } from '#shared/base/ids'
import { bestOf } from '#shared/comparison/best-of'
import { type MetricChange, nameOf } from '#shared/comparison/change-of'
import type { Comparison, DesignComparison } from '#shared/comparison/comparison'
import { MEASURE_GROUPS, type MeasureGroupKey } from '#shared/comparison/measure-groups'
import type { MetricKey } from '#shared/metrics/measurement'
import { HEADLINES } from '#shared/report/score-section'

/** One design's figure in a row, with what its layout and its process have of the change. */
export type ScoreCell = {
  readonly design: DesignComparison
  readonly whole: MetricChange
  readonly layout: MetricChange | undefined
  readonly process: MetricChange | undefined
  readonly isBest: boolean
}

/** A measure, or a part of one: a cell a design, undefined where the design has no such part. */
export type ScoreRow = { readonly name: string; readonly first: MetricChange; readonly cells: readonly (ScoreCell | undefined)[] }

/** A measure as a whole with its parts folded behind it. */
export type Score = ScoreRow & { readonly parts: readonly ScoreRow[] }

export type ScoreGroup = { readonly key: MeasureGroupKey; readonly scores: readonly Score[] }

/** The measures of all designs by group, `designs` in the order of the columns. */
export function scoreGroups(
  { datum, rankings }: Comparison,
  designs: readonly DesignComparison[],
  { isAll, smallest }: { readonly isAll: boolean; readonly smallest: number },
): readonly ScoreGroup[] {
  const changes = new Map(
    designs.map((design) => {
      const [whole, layout, process] = [design.whole, design.layout, design.process].map((list) => new Map(list.map((one) => [nameOf(one), one])))
      return [design, { whole: whole!, layout: layout!, process: process! }] as const
    }),
  )
  const best = new Map<string, readonly Id[]>(
    rankings.map((ranking) => {
      const name = nameOf(ranking)
      const told = new Map([...changes].flatMap(([{ design, isDatum }, { whole }]) => (isDatum ? [] : [[design.id, whole.get(name)?.verdict]])))
      return [name, bestOf(ranking, smallest, { datum, told })]
    }),
  )
  const firsts = new Map<string, MetricChange>()
  for (const { whole } of designs) for (const change of whole) if (!firsts.has(nameOf(change))) firsts.set(nameOf(change), change)

  const rowOf = (first: MetricChange): ScoreRow => {
    const name = nameOf(first)
    const cells = designs.map((design): ScoreCell | undefined => {
      const of = changes.get(design)!
      const whole = of.whole.get(name)
      if (whole === undefined) return undefined
      const isBest = best.get(name)?.includes(design.design.id) ?? false
      return { design, whole, layout: of.layout.get(name), process: of.process.get(name), isBest }
    })
    return { name, first, cells }
  }
  const scoresOf = (metric: MetricKey): readonly Score[] => {
    const all = [...firsts.values()].filter((change) => change.metric === metric)
    const whole = all.find(({ subject }) => subject === undefined) ?? all[0]
    if (whole === undefined) return []
    const parts = all.filter((change) => change !== whole)
    // The only part there is would say the whole again.
    return [{ ...rowOf(whole), parts: parts.length === 1 ? [] : parts.map(rowOf) }]
  }
  return MEASURE_GROUPS.flatMap(({ key, metrics }) => {
    const scores = metrics.filter((metric) => isAll || HEADLINES.includes(metric)).flatMap(scoresOf)
    return scores.length === 0 ? [] : [{ key, scores }]
  })
}

/** Why a row has no value in any design, where all say the same. */
export function commonReason({ cells }: ScoreRow): ScoreCell['whole']['value'] | undefined {
  const [first] = cells
  if (first?.whole.value.status !== 'unavailable') return undefined
  const { reason } = first.whole.value
  const isSame = cells.every((cell) => cell?.whole.value.status === 'unavailable' && cell.whole.value.reason.key === reason.key)
  return isSame ? first.whole.value : undefined
}
