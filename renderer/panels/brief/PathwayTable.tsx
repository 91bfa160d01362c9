import { ChevronDown, ChevronRight, Plus, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { Id, Key } from '#shared/base/ids'
import { addPathway } from '#shared/commands/add-pathway'
import type { Edit } from '#shared/commands/edit'
import { setGates } from '#shared/commands/set-pathway'
import { addStep } from '#shared/commands/variant-steps'
import { designsOf, recordsOf, type WardDocument } from '#shared/document/document'
import type { Pathway } from '#shared/document/pathway'
import { ChoiceCell } from '../../controls/Cells'
import type { Refusal } from '../../controls/use-draft'
import { freshId } from '../../state/fresh-id'
import { useDesk, useView } from '../../state/react'
import { words } from '../../state/words'
import { AboutPathway } from './AboutPathway'
import { AddPathway } from './AddPathway'
import { AddStepRow } from './AddStepRow'
import { ForcedWay } from './details/ForcedWay'
import { useEdits } from './edits'
import { LeftOut } from './LeftOut'
import { type Waiting, Why } from './ReasonRow'
import { Sheet } from './Sheet'
import { StepRow } from './StepRow'
import { useStepChoices } from './step-choices'
import { TraitTable } from './TraitTable'

/** No step has this key: what waits under it is about the pathway as a whole. */
const ABOUT = '@'

/** The steps of one pathway, as today does them or as one design does. */
export function PathwayTable({
  document,
  design,
  onDesign,
  onWhose,
}: {
  readonly document: WardDocument
  /** The design on the screen. */
  readonly design: Id | undefined
  readonly onDesign: (design: Id) => void
  /** Told whose steps are looked at from now on: a design's own, or today's. */
  readonly onWhose: (isOwn: boolean) => void
}) {
  const edits = useEdits(document)
  const references = recordsOf(document.workshop, 'pathway')
  const desk = useDesk()
  const ledTo = useView((view) => view.briefStep)
  const [key, setKey] = useState<Key | undefined>(ledTo?.pathway ?? references[0]?.key)
  const [isOwn, setOwn] = useState(ledTo?.isOwn ?? false)
  const [waiting, setWaiting] = useState<Waiting | undefined>(undefined)
  const [adding, setAdding] = useState<Key | undefined>(undefined)
  const [isAbout, setAbout] = useState(false)
  const [isNew, setNew] = useState(false)
  const [unfolded, setUnfolded] = useState<Key | undefined>(ledTo?.step)
  const choices = useStepChoices(document)
  const look = (next: { readonly key?: Key; readonly isOwn?: boolean }) => {
    setWaiting(undefined)
    setAdding(undefined)
    if (next.key !== undefined) setKey(next.key)
    if (next.isOwn === undefined) return
    setOwn(next.isOwn)
    onWhose(next.isOwn)
  }
  const ideas = designsOf(document).filter(({ isCurrentState }) => !isCurrentState)
  const shown = isOwn ? ideas.find(({ id }) => id === design) : undefined
  const reference = references.find((pathway) => pathway.key === key) ?? references[0]
  const added = isNew && (
    <AddPathway
      document={document}
      rooms={choices.rooms}
      onAdd={(given) => {
        const edit = addPathway(document, given, freshId)
        const refusal = edits.commit(edit)
        const pathway = edit.status === 'done' ? edit.change.added.find((record) => record.kind === 'pathway') : undefined
        if (refusal === undefined && pathway !== undefined) look({ key: pathway.key, isOwn: false })
        return refusal
      }}
      onClose={() => setNew(false)}
    />
  )
  const adder = (
    <button type="button" className="sheet-add" aria-expanded={isNew} onClick={() => setNew(!isNew)}>
      <Plus size={18} aria-hidden /> {words('brief.add-pathway')}
    </button>
  )
  if (reference === undefined)
    return (
      <>
        <p className="quiet">{words('brief.no-pathway')}</p>
        {adder}
        {added}
      </>
    )

  const own = shown === undefined ? undefined : recordsOf(document.designs[shown.id] ?? {}, 'pathway').find((each) => each.key === reference.key)
  const pathway: Pathway = own ?? reference
  const before = new Map(reference.steps.map((step) => [step.key, step]))

  /** Does it at once for the reference; for a design's own steps it first asks for the reason, and says at once what cannot be. */
  function change(under: Key, what: string, run: (reason: string) => Edit): Refusal {
    if (shown === undefined) return edits.commit(run(''))
    const tried = run('-')
    if (tried.status === 'refused') return edits.commit(tried)
    setWaiting({ under, what, reason: pathway.reasons[under] ?? '', run })
    return undefined
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
        <button type="button" className="sheet-add" aria-expanded={isAbout} onClick={() => setAbout(!isAbout)}>
          {isAbout ? <ChevronDown size={18} aria-hidden /> : <ChevronRight size={18} aria-hidden />} {words('brief.about-pathway')}
        </button>
        {adder}
        {own !== undefined && (
          <button type="button" className="sheet-add" onClick={() => edits.remove(own.id)}>
            <Undo2 size={18} aria-hidden /> {words('brief.back-to-reference')}
          </button>
        )}
      </div>
      {added}
      {isAbout && (
        <>
          <AboutPathway
            key={`${reference.key} ${shown?.id}`}
            document={document}
            pathway={pathway}
            isOwn={shown !== undefined}
            isDisabled={shown?.locked === true}
            onGates={(what, gates) => change(ABOUT, what, (reason) => setGates(document, { ...of, reason, gates }, freshId))}
          >
            {waiting?.under === ABOUT && <Why waiting={waiting} onDone={() => setWaiting(undefined)} onKeep={edits.commit} />}
          </AboutPathway>
          <TraitTable document={document} pathway={pathway} isDisabled={shown !== undefined} />
          {design !== undefined && (
            <section className="sheet" aria-label={words('brief.last-way')}>
              <h2>{words('brief.last-way')}</h2>
              <ForcedWay document={document} design={design} pathway={pathway} />
            </section>
          )}
        </>
      )}
      <Sheet
        title={
          shown === undefined
            ? words('brief.steps', { pathway: reference.name })
            : words('brief.steps-of', { pathway: reference.name, design: shown.name })
        }
        hint={words(shown === undefined ? 'brief.steps-hint' : 'brief.own-steps-hint')}
        columns={[
          { name: words('report.step'), width: 196 },
          { name: words('field.room-type'), width: 196 },
          { name: words('brief.at'), width: 152 },
          { name: words('brief.lead'), width: 166 },
          { name: words('brief.minutes'), isNumber: true, width: 104 },
          { name: words('brief.value'), width: 142 },
          { name: words('brief.change'), width: 188 },
        ]}
      >
        {pathway.steps.map((step, index) => (
          <StepRow
            key={step.key}
            document={document}
            design={design}
            pathway={pathway}
            step={step}
            index={index}
            before={own === undefined ? undefined : before.get(step.key)}
            isOwn={own !== undefined}
            choices={choices}
            of={of}
            isDisabled={shown?.locked === true}
            isUnfolded={unfolded === step.key}
            isLedTo={ledTo?.pathway === reference.key && ledTo.step === step.key}
            onArrived={() => desk.leadToStep(undefined)}
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
            {waiting?.under === step.key && <Why waiting={waiting} onDone={() => setWaiting(undefined)} onKeep={edits.commit} />}
          </StepRow>
        ))}
      </Sheet>
      {own !== undefined && <LeftOut reference={reference} own={own} />}
    </>
  )
}
