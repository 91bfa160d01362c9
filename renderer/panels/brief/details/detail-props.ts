import type { Id } from '#shared/base/ids'
import type { StepFacts } from '#shared/commands/step-facts'
import type { WardDocument } from '#shared/document/document'
import type { Pathway, Place, Step } from '#shared/document/pathway'
import type { Refusal } from '../../../controls/use-draft'
import type { Choice, StepChoices } from '../step-choices'

/** What the parts of a step's details are told, each of which shows and sets some of its facts. */
export type DetailProps = {
  readonly document: WardDocument
  /** The design that is measured: what a step leaves to each design is said of it. */
  readonly design: Id | undefined
  readonly pathway: Pathway
  readonly step: Step
  readonly choices: StepChoices
  readonly isDisabled: boolean
  /** `what` names the fact to who is asked for a reason. */
  readonly onSet: (what: string, facts: StepFacts) => Refusal
  readonly onPlace: (what: string, place: Place) => Refusal
}

/** What something with this value is called among the choices; itself where it is none of them. */
export function labelOf(choices: readonly Choice[], value: string): string {
  return choices.find((choice) => choice.value === value)?.label ?? value
}
