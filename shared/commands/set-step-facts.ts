import type { Key } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import type { Step } from '#shared/document/pathway'
import { type Edit, type FreshId, refused } from './edit'
import { editedSteps, pathwayFollowed, type StepsOf } from './edited-steps'
import { withFields } from './fields'
import { type StepFacts, stepFactsRefusal } from './step-facts'

/** Sets who helps at a step and who walks there with the patient, how they wait and leave it, what is carried, for whom it is and how often. */
export function setStepFacts(document: WardDocument, of: StepsOf & { readonly step: Key; readonly facts: StepFacts }, freshId: FreshId): Edit {
  const { facts } = of
  const before = pathwayFollowed(document, of)?.steps.find(({ key }) => key === of.step)
  if (before === undefined) return refused(message('refused.unknown', { id: of.step }))
  const [fact, ...others] = Object.keys(facts)
  const name = message(fact === undefined || others.length > 0 ? 'edit.changed' : `edit.step-${fact}`, { name: before.name })
  const step: Step = withFields<Step, never>(before, facts)
  return editedSteps(
    of,
    document,
    freshId,
    (steps, pathway) => {
      const after = steps.map((each) => (each.key === of.step ? step : each))
      return stepFactsRefusal(document, { pathway: { ...pathway, steps: after }, before, step, facts }) ?? after
    },
    name,
  )
}
