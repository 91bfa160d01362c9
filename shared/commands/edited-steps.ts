import type { Id, Key } from '#shared/base/ids'
import { type Message, message } from '#shared/base/message'
import { designsOf, recordsOf, type WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import type { Pathway, Step } from '#shared/document/pathway'
import { withoutWaysTo } from './design-says'
import { type Edit, type FreshId, type Refused, refused } from './edit'
import { putRecord } from './put-record'
import { displacedStep } from './step-list'
import { editableDesign } from './target'

/**
 * Whose steps are changed: the workshop's reference of a pathway, or a design's own variant of it, which is made of the reference
 * when it is changed for the first time. A change of a variant needs a reason.
 */
export type StepsOf = { readonly pathway: Key; readonly design?: Id | undefined; readonly reason?: string | undefined }

type About = StepsOf & {
  readonly step?: unknown
  /** The step that the reason is kept with; none given: `step`. */
  readonly reasonOf?: Key
}

/** What becomes of a pathway's steps, and of the pathway around them. */
type PathwayEdit = (steps: readonly Step[], pathway: Pathway) => readonly Step[] | Pathway | Refused

/** The edit of a pathway's steps that `edited` makes, in the reference or in a design's variant. `name`: its line in the undo log, where it has one of its own. */
export function editedSteps(of: About, document: WardDocument, freshId: FreshId, edited: PathwayEdit, name?: Message): Edit {
  const reference = recordsOf(document.workshop, 'pathway').find(({ key }) => key === of.pathway)
  if (reference === undefined) return refused(message('refused.unknown', { id: of.pathway }))
  const { design } = of
  const reason = of.reason?.trim() ?? ''
  const pathway = design === undefined ? reference : (ownPathway(document, of) ?? { ...reference, id: freshId('pathway'), design, reasons: {} })
  const owner = design === undefined ? undefined : editableDesign(document, design)
  if (owner?.status === 'refused') return owner
  const changed = edited(pathway.steps, pathway)
  if ('status' in changed) return changed
  // Reasons come after what cannot be done at all: nobody should have to think of one for nothing.
  if (design !== undefined && reason === '') return refused(message('refused.no-reason', { pathway: reference.name }))
  const whole = 'kind' in changed ? changed : { ...pathway, steps: [...changed] }
  const wrong = displacedStep(whole.steps)
  if (wrong !== undefined) {
    const of = whole.steps.find(({ key }) => key === wrong.of)
    return refused(message('refused.step-before-its-place', { step: wrong.step.name, other: of?.name ?? wrong.of }))
  }
  const about = of.reasonOf ?? (typeof of.step === 'string' ? of.step : undefined)
  const reasons = design === undefined || about === undefined ? pathway.reasons : { ...pathway.reasons, [about]: reason }
  const edit = putRecord(document, { ...whole, reasons })
  if (edit.status === 'refused') return edit
  const gone = pathway.steps.filter(({ key }) => whole.steps.every((step) => step.key !== key)).map(({ key }) => key)
  const change = { ...edit.change, updated: [...edit.change.updated, ...freedWays(document, of, gone)] }
  return { ...edit, change, name: name ?? message('edit.changed', { name: pathway.name }) }
}

/** The designs that go by these steps and sent a way to one that is gone, without it. */
function freedWays(document: WardDocument, { pathway, design }: StepsOf, gone: readonly Key[]): readonly (readonly [Design, Design])[] {
  if (gone.length === 0) return []
  const going = designsOf(document).filter(({ id }) =>
    design === undefined ? ownPathway(document, { pathway, design: id }) === undefined : id === design,
  )
  return going.flatMap((each) => {
    const freed = withoutWaysTo(each, pathway, gone)
    return freed === each ? [] : [[each, freed] as const]
  })
}

/** The pathway that a design has of its own, or without one the workshop's. */
export function ownPathway(document: WardDocument, { pathway, design }: StepsOf): Pathway | undefined {
  const table = design === undefined ? document.workshop : (document.designs[design] ?? {})
  return recordsOf(table, 'pathway').find(({ key }) => key === pathway)
}

/** The pathway that a design follows: its own, or else the workshop's. */
export function pathwayFollowed(document: WardDocument, of: StepsOf): Pathway | undefined {
  return ownPathway(document, of) ?? ownPathway(document, { pathway: of.pathway })
}
