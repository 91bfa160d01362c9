import { type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import { meanSeconds } from '#shared/document/mean-duration'
import type { Pathway } from '#shared/document/pathway'

/** How long a step is taken to last, and who says so: the workshop's pathway, or a design's own, which nobody has measured. */
export type StepTime = {
  readonly pathway: string
  readonly step: string
  /** The design whose own pathway says so; undefined for the workshop's. */
  readonly design: string | undefined
  /** The mean that the measures use. Seconds. */
  readonly seconds: number
  /** What the workshop's pathway says of the same step, where a design says otherwise. Seconds. */
  readonly instead: number | undefined
}

/** The time of every step that takes some, then what designs' own pathways assume to be different. */
export function stepTimes({ workshop, designs }: WardDocument): readonly StepTime[] {
  const references = recordsOf(workshop, 'pathway')
  const own = Object.keys(designs).sort()
  return [
    ...references.flatMap((pathway) =>
      pathway.steps.flatMap(({ name, duration }): StepTime[] => {
        const seconds = meanSeconds(duration)
        return seconds === 0 ? [] : [{ pathway: pathway.name, step: name, design: undefined, seconds, instead: undefined }]
      }),
    ),
    ...own.flatMap((id) => changedTimes(id, designs[id] ?? {}, references)),
  ]
}

function changedTimes(id: string, table: RecordTable, references: readonly Pathway[]): readonly StepTime[] {
  const design = recordsOf(table, 'design').find((one) => one.id === id)?.name ?? ''
  return recordsOf(table, 'pathway').flatMap((variant) => {
    const before = new Map(references.find(({ key }) => key === variant.key)?.steps.map((step) => [step.key, meanSeconds(step.duration)]))
    return variant.steps.flatMap(({ key, merges, name, duration }): StepTime[] => {
      const seconds = meanSeconds(duration)
      // A step that stands for several takes their times' place.
      const merged = [key, ...merges].flatMap((one) => before.get(one) ?? [])
      const instead = merged.length === 0 ? undefined : merged.reduce((sum, one) => sum + one, 0)
      return seconds === instead ? [] : [{ pathway: variant.name, step: name, design, seconds, instead }]
    })
  })
}
