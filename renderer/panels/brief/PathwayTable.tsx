import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { Id, Key } from '#shared/base/ids'
import type { Edit } from '#shared/commands/edit'
import { addStep } from '#shared/commands/variant-steps'
import { designsOf, recordsOf, type WardDocument } from '#shared/document/document'
import type { Pathway } from '#shared/document/pathway'
import { ChoiceCell } from '../../controls/Cells'
import type { Refusal } from '../../controls/use-draft'
import { freshId } from '../../state/fresh-id'
import { words } from '../../state/words'
import { AddStepRow } from './AddStepRow'
import { useEdits } from './edits'
import { ReasonRow } from './ReasonRow'
import { Sheet } from './Sheet'
import { StepRow } from './StepRow'
import { useStepChoices } from './step-choices'

/** A change that waits for its reason, under the step it is about. */
export type Waiting = { readonly under: Key; readonly what: string; readonly reason: string; readonly run: (reason: string) => Edit }

/** The steps of one pathway, as today does them or as one design does. */
export function PathwayTable({
  document,
  design,
  onDesign,
}: {
  readonly document: WardDocument
  /** The design on the screen. */
  readonly design: Id | undefined
  readonly onDesign: (design: Id) => void
}) {
  const edits = useEdits(document)
  const references = recordsOf(document.workshop, 'pathway')
  const [key, setKey] = useState<Key | undefined>(references[0]?.key)
  const [isOwn, setOwn] = useState(false)
  const [waiting, setWaiting] = useState<Waiting | undefined>(undefined)
  const [adding, setAdding] = useState<Key | undefined>(undefined)
  const [unfolded, setUnfolded] = useState<Key | undefined>(undefined)
  const choices = useStepChoices(document)
  const ideas = designsOf(document).filter(({ isCurrentState }) => !isCurrentState)
  const shown = isOwn ? ideas.find(({ id }) => id === design) : undefined
  const reference = references.find((pathway) => pathway.key === key) ?? references[0]
  if (reference === undefined) return <p className="quiet">{words('brief.no-pathway')}</p>

  const own = shown === undefined ? undefined : recordsOf(document.designs[shown.id] ?? {}, 'pathway').find((each) => each.key === reference.key)
  const pathway: Pathway = own ?? reference
  const before = new Map(reference.steps.map((step) => [step.key, step]))
  const removed = own === undefined ? [] : reference.steps.filter((step) => !kept(own).has(step.key))

  /** Does it at once for the reference; for a design's own steps it first asks for the reason, and says at once what cannot be. */
  function change(under: Key, what: string, run: (reason: string) => Edit): Refusal {
    if (shown === undefined) return edits.commit(run(''))
    const tried = run('-')
    if (tried.status === 'refused') return edits.commit(tried)
    setWaiting({ under, what, reason: pathway.reasons[under] ?? '', run })
    return undefined
  }
  const look = (next: { readonly key?: Key; readonly isOwn?: boolean }) => {
    setWaiting(undefined)
    setAdding(undefined)
    if (next.key !== undefined) setKey(next.key)
    if (next.isOwn !== undefined) setOwn(next.isOwn)
  }
  const of = { pathway: reference.key, design: shown?.id }
  return (
    <>
      <div className="sheet-choices">
        <div className="sheet-choice">
          <span aria-hidden>{words('report.pathway')}</span>
          <ChoiceCell
            label={words('report.pathway')}
            value={reference.key}
            choices={references.map((each) => ({ value: each.key, label: each.name }))}
            onCommit={(value) => {
              look({ key: value })
              return undefined
            }}
          />
        </div>
        <div className="sheet-choice">
          <span aria-hidden>{words('brief.whose')}</span>
          <ChoiceCell
            label={words('brief.whose')}
            value={shown?.id ?? ''}
            choices={[
              { value: '', label: words('brief.reference') },
              ...ideas.map(({ id, name }) => ({ value: id, label: words('brief.own-of', { design: name }) })),
            ]}
            onCommit={(value) => {
              look({ isOwn: value !== '' })
              if (value !== '') onDesign(value)
              return undefined
            }}
          />
        </div>
        {own !== undefined && (
          <button type="button" className="sheet-add" onClick={() => edits.remove(own.id)}>
            <Undo2 size={18} aria-hidden /> {words('brief.back-to-reference')}
          </button>
        )}
      </div>
      <Sheet
        title={
          shown === undefined
            ? words('brief.steps', { pathway: reference.name })
            : words('brief.steps-of', { pathway: reference.name, design: shown.name })
        }
        hint={words(shown === undefined ? 'brief.steps-hint' : 'brief.own-steps-hint')}
        columns={[
          { name: words('report.step'), width: 236 },
          { name: words('field.room-type'), width: 172 },
          { name: words('brief.at'), width: 144 },
          { name: words('brief.lead'), width: 160 },
          { name: words('brief.minutes'), isNumber: true, width: 104 },
          { name: words('brief.value'), width: 126 },
          { name: words('brief.change'), width: 212 },
        ]}
      >
        {pathway.steps.map((step, index) => (
          <StepRow
            key={step.key}
            document={document}
            pathway={pathway}
            step={step}
            index={index}
            before={own === undefined ? undefined : before.get(step.key)}
            isOwn={own !== undefined}
            choices={choices}
            of={of}
            isDisabled={shown?.locked === true}
            isUnfolded={unfolded === step.key}
            onUnfold={() => setUnfolded(unfolded === step.key ? undefined : step.key)}
            onChange={change}
            onAdd={() => setAdding(step.key)}
          >
            {adding === step.key && (
              <AddStepRow
                choices={choices}
                onAdd={(typed) => {
                  const refusal = change(step.key, words('brief.adding', { step: typed.name }), (reason) =>
                    addStep(document, { ...of, reason, step: { ...typed, at: index + 1 } }, freshId),
                  )
                  return refusal
                }}
                onClose={() => setAdding(undefined)}
              />
            )}
            {waiting?.under === step.key && (
              <ReasonRow
                what={waiting.what}
                reason={waiting.reason}
                onKeep={(reason) => {
                  const refusal = edits.commit(waiting.run(reason))
                  if (refusal === undefined) setWaiting(undefined)
                  return refusal
                }}
                onDrop={() => setWaiting(undefined)}
              />
            )}
          </StepRow>
        ))}
      </Sheet>
      {removed.length > 0 && (
        <section className="sheet">
          <h3>{words('brief.left-out')}</h3>
          <ul className="sheet-left-out">
            {removed.map((step) => (
              <li key={step.key}>
                <strong>{step.name}</strong> {own?.reasons[step.key]}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function kept(pathway: Pathway): ReadonlySet<Key> {
  return new Set(pathway.steps.flatMap(({ key, merges }) => [key, ...merges]))
}
