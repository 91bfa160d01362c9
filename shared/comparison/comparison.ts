import type { Id } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import type { Design } from '#shared/document/elements/design'
import type { Settings } from '#shared/document/workshop'
import type { Measurement, MetricKey, MetricValue } from '#shared/metrics/measurement'
import { changesOf, type MetricChange, nameOf } from './change-of'

/** One design with both readings of its pathways. Without variants they are one and the same measurement. */
export type MeasuredDesign = {
  readonly design: Design
  /** With the design's own variants. */
  readonly own: Measurement
  /** With the workshop's pathways, as today runs them. */
  readonly reference: Measurement
  /** Room points only, no furniture: where designs differ in how much of it is drawn. */
  readonly roomLevel?: Measurement | undefined
}

export type DesignComparison = {
  readonly design: Design
  readonly isDatum: boolean
  /** The whole change against today: this layout with its own pathways. */
  readonly whole: readonly MetricChange[]
  /** The layout's share: this layout with today's pathways, against today. */
  readonly layout: readonly MetricChange[]
  /** The process's share: the same layout, its own pathways against today's. */
  readonly process: readonly MetricChange[]
  /** Against today at room level; empty where furniture can be compared. */
  readonly roomLevel: readonly MetricChange[]
  readonly hasVariants: boolean
  /** Why its measures are shown and not ranked: the places and roles that cannot carry the demand. */
  readonly overloaded: readonly Message[]
}

/** Designs from best to worst by one metric. Designs that are as good share a rank. */
export type Ranking = {
  readonly metric: MetricKey
  readonly subject: string | undefined
  readonly ranked: readonly { readonly design: Id; readonly rank: number; readonly value: number }[]
  readonly unranked: readonly { readonly design: Id; readonly why: 'overloaded' | 'unavailable' }[]
}

export type Comparison = {
  /** The design that the others are compared with; undefined where none is marked as today. */
  readonly datum: Id | undefined
  /** Today first, then in the order of ids. */
  readonly designs: readonly DesignComparison[]
  readonly rankings: readonly Ranking[]
}

/** Compares designs with today's unit, which runs the workshop's pathways, and with each other. */
export function compareDesigns(measured: readonly MeasuredDesign[], settings: Settings): Comparison {
  const datum = measured.find(({ design }) => design.isCurrentState)
  const smallest = settings.smallestDifference
  const todayFirst = datum === undefined ? measured : [datum, ...measured.filter((one) => one !== datum)]
  const designs = todayFirst.map((one): DesignComparison => {
    const { design, own, reference } = one
    const roomLevel =
      one.roomLevel !== undefined && datum?.roomLevel !== undefined ? changesOf(one.roomLevel.values, datum.roomLevel.values, smallest) : []
    return {
      design,
      isDatum: one === datum,
      whole: changesOf(own.values, datum?.reference.values ?? [], smallest),
      layout: changesOf(reference.values, datum?.reference.values ?? [], smallest),
      process: changesOf(own.values, reference.values, smallest),
      roomLevel,
      hasVariants: own !== reference,
      overloaded: own.overloaded,
    }
  })
  return { datum: datum?.design.id, designs, rankings: rankingsOf(measured) }
}

function rankingsOf(measured: readonly MeasuredDesign[]): readonly Ranking[] {
  const names = new Map<string, MetricValue>()
  for (const { own } of measured)
    for (const value of own.values) if (value.better !== 'neither' && !names.has(nameOf(value))) names.set(nameOf(value), value)
  return [...names].map(([name, { metric, subject, better }]) => {
    const ranked: { design: Id; value: number }[] = []
    const unranked: { design: Id; why: 'overloaded' | 'unavailable' }[] = []
    for (const { design, own } of measured) {
      const value = own.values.find((value) => nameOf(value) === name)
      if (value?.result.status !== 'available') unranked.push({ design: design.id, why: 'unavailable' })
      // The load itself is what a design is ranked out by, so by it every design can be told apart.
      else if (own.overloaded.length > 0 && metric !== 'load') unranked.push({ design: design.id, why: 'overloaded' })
      else ranked.push({ design: design.id, value: value.result.value })
    }
    const sign = better === 'less' ? 1 : -1
    ranked.sort((a, b) => sign * (a.value - b.value) || (a.design < b.design ? -1 : 1))
    return {
      metric,
      subject,
      ranked: ranked.map((one) => ({ ...one, rank: 1 + ranked.filter((other) => sign * (other.value - one.value) < -1e-9).length })),
      unranked,
    }
  })
}
