import type { Id } from '#shared/base/ids'
import type { FreshId } from '#shared/commands/edit'
import type { Script } from '../script'
import { ENDOSCOPY_VISIT, type StepInput } from './pathways'
import { put } from './tables'

/** What a design changes about a step, and why; undefined fields leave the reference as it is. */
export type StepChange = { readonly reason: string; readonly fields: Partial<StepInput>; readonly without?: readonly (keyof StepInput)[] }

/** A design's own way through the visit: by step key what it changes, and the steps that another one does as well. */
export type VisitChanges = {
  readonly steps: Readonly<Record<string, StepChange>>
  readonly merged: readonly string[]
  readonly gateOut?: string
}

/** Puts a design's variant of the visit. */
export function putChangedVisit(script: Script, design: Id, { steps: changes, merged, gateOut }: VisitChanges, freshId: FreshId): void {
  const steps = ENDOSCOPY_VISIT.steps.filter(({ key }) => !merged.includes(key)).map((step) => changedStep(step, changes[step.key]))
  const reasons = Object.fromEntries(Object.entries(changes).map(([key, { reason }]) => [key, reason]))
  const leaving = gateOut === undefined ? {} : { gateOut }
  put(script, { ...ENDOSCOPY_VISIT, id: freshId('pathway'), kind: 'pathway', design, steps, reasons, ...leaving })
}

function changedStep(step: StepInput, change: StepChange | undefined): StepInput {
  if (change === undefined) return step
  const kept = Object.entries(step).filter(([field]) => !change.without?.includes(field as keyof StepInput))
  return { ...(Object.fromEntries(kept) as StepInput), ...change.fields }
}
