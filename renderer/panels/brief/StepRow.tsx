import { ChevronDown, ChevronRight } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import type { Id, Key } from '#shared/base/ids'
import { keyText } from '#shared/base/key-text'
import type { Edit } from '#shared/commands/edit'
import { setStepFacts } from '#shared/commands/set-step-facts'
import { type StepFields, setStep } from '#shared/commands/variant-steps'
import type { WardDocument } from '#shared/document/document'
import { meanSeconds } from '#shared/document/mean-duration'
import type { Pathway, Place, PlaceOfType, Step } from '#shared/document/pathway'
import { StepValue } from '#shared/document/vocabulary'
import { ChoiceCell, TextCell, WrappingCell } from '../../controls/Cells'
import type { Refusal } from '../../controls/use-draft'
import { freshId } from '../../state/fresh-id'
import { words } from '../../state/words'
import { LONGEST_NAME } from './AddForm'
import { StepDetails } from './details/StepDetails'
import { minutesText, minutesTyped } from './minutes-typed'
import { StepActions } from './StepActions'
import { type Choice, fixturesIn, type StepChoices } from './step-choices'

type StepRowProps = {
  readonly document: WardDocument
  /** The design that is measured. */
  readonly design: Id | undefined
  readonly pathway: Pathway
  readonly step: Step
  readonly index: number
  /** The step as today has it, where these are a design's own. */
  readonly before: Step | undefined
  readonly isOwn: boolean
  readonly choices: StepChoices
  readonly of: { readonly pathway: Key; readonly design: Id | undefined }
  readonly isDisabled: boolean
  /** Whether all that the step says is shown under it. */
  readonly isUnfolded: boolean
  /** Somebody was led here from elsewhere. */
  readonly isLedTo: boolean
  readonly onArrived: () => void
  readonly onUnfold: () => void
  readonly onChange: (under: Key, what: string, run: (reason: string) => Edit) => Refusal
  readonly onAdd: () => void
  readonly children: ReactNode
}

/** Marks the place of an earlier step among the types of room. */
const AS_IN = '@'
const ONE_MINUTE_S = 60

/** One step: where, who, how long, what it is worth; and what may be done to it. */
export function StepRow(props: StepRowProps) {
  const {
    document,
    design,
    pathway,
    step,
    index,
    before,
    isOwn,
    choices,
    of,
    isDisabled,
    isUnfolded,
    isLedTo,
    onArrived,
    onUnfold,
    onChange,
    onAdd,
    children,
  } = props
  const details = useId()
  const more = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isLedTo || more.current === null) return
    more.current.focus({ preventScroll: true })
    more.current.closest('tr')?.scrollIntoView({ block: 'start' })
    // Where the window is too low for both, what one came for rather than its heading.
    globalThis.document.getElementById(details)?.querySelector('.place-shares')?.scrollIntoView({ block: 'nearest' })
    onArrived()
  }, [isLedTo, onArrived, details])
  const { steps } = pathway
  const { name, key } = step
  const minutes = meanSeconds(step.duration) / ONE_MINUTE_S
  const set = (what: string, fields: StepFields) => onChange(key, what, (reason) => setStep(document, { ...of, reason, step: key, fields }, freshId))
  const labelOf = (list: readonly Choice[], value: string | undefined) =>
    list.find((choice) => choice.value === value)?.label ?? words('brief.nobody')
  const place = 'roomType' in step.place ? step.place : undefined
  const isNew = isOwn && before === undefined
  const isAssumed = before !== undefined && Math.abs(meanSeconds(before.duration) / ONE_MINUTE_S - minutes) > 0.01
  const rooms = [
    ...steps
      .slice(0, index)
      .flatMap((each): readonly Choice[] =>
        'step' in each.place ? [] : [{ value: `${AS_IN}${each.key}`, label: words('brief.where-was', { step: each.name }) }],
      ),
  ]
  return (
    <>
      <tr className={isNew ? 'is-changed' : undefined}>
        <td>
          <div className="step-name">
            <button
              ref={more}
              type="button"
              className="step-more"
              aria-label={words('brief.more-of', { name })}
              title={words('brief.more-of', { name })}
              aria-expanded={isUnfolded}
              aria-controls={isUnfolded ? details : undefined}
              onClick={onUnfold}
            >
              {isUnfolded ? <ChevronDown size={18} aria-hidden /> : <ChevronRight size={18} aria-hidden />}
            </button>
            <WrappingCell
              label={words('brief.name-of', { name })}
              value={name}
              longest={LONGEST_NAME}
              isDisabled={isDisabled}
              onCommit={(typed) => set(words('brief.renaming', { name: typed }), { name: typed })}
            />
            {step.merges.length > 0 && <span className="step-note">{words('brief.merged-from', { steps: step.merges.map(keyText) })}</span>}
            {pathway.reasons[key] !== undefined && pathway.design !== undefined && (
              <span className="step-note">{words('brief.because', { reason: pathway.reasons[key] })}</span>
            )}
          </div>
        </td>
        <td className={before !== undefined && JSON.stringify(before.place) !== JSON.stringify(step.place) ? 'is-changed' : undefined}>
          <ChoiceCell
            label={words('brief.room-of', { name })}
            value={'step' in step.place ? `${AS_IN}${step.place.step}` : step.place.roomType}
            choices={[...choices.rooms, ...rooms]}
            isDisabled={isDisabled}
            onCommit={(value) => {
              const to: Place = value.startsWith(AS_IN) ? { step: value.slice(1) } : placeIn(value, place, choices)
              return set(words('brief.moving-to', { room: labelOf([...choices.rooms, ...rooms], value) }), { place: to })
            }}
          />
        </td>
        <td>
          {place !== undefined && (
            <ChoiceCell
              label={words('brief.at-of', { name })}
              value={place.fixtureType ?? ''}
              isDisabled={isDisabled}
              choices={fixturesIn(place.roomType, place.fixtureType, choices, words('brief.the-room'))}
              onCommit={(value) => {
                const { fixtureType: _before, ...rest } = place
                return set(words('brief.moving-to', { room: value === '' ? words('brief.the-room') : labelOf(choices.fixtures, value) }), {
                  place: value === '' ? rest : { ...rest, fixtureType: value },
                })
              }}
            />
          )}
        </td>
        <td className={before !== undefined && before.lead !== step.lead ? 'is-changed' : undefined}>
          <ChoiceCell
            label={words('brief.lead-of', { name })}
            value={step.lead ?? ''}
            choices={[{ value: '', label: words('brief.nobody') }, ...choices.roles]}
            isDisabled={isDisabled}
            onCommit={(value) => set(words('brief.leading', { role: labelOf(choices.roles, value) }), { lead: value === '' ? null : value })}
          />
        </td>
        <td className={`is-number ${isAssumed ? 'is-changed' : ''}`}>
          <TextCell
            label={words('brief.minutes-of', { name })}
            value={minutesText(step.duration)}
            isNumber
            isDisabled={isDisabled}
            onCommit={(typed) => {
              const read = minutesTyped(typed)
              return read === undefined
                ? words('brief.no-minutes')
                : set(words('brief.taking', { seconds: read.range?.usual ?? read.seconds ?? 0 }), read)
            }}
          />
          {isAssumed && <span className="step-note">{words('brief.assumed')}</span>}
        </td>
        <td>
          <ChoiceCell
            label={words('brief.value-of', { name })}
            value={step.value}
            choices={StepValue.options.map((value) => ({ value, label: words(`value.${value}`) }))}
            isDisabled={isDisabled}
            onCommit={(value) => set(words('brief.worth', { value: words(`value.${StepValue.parse(value)}`) }), { value: StepValue.parse(value) })}
          />
        </td>
        <StepActions document={document} steps={steps} step={step} index={index} of={of} isDisabled={isDisabled} onChange={onChange} onAdd={onAdd} />
      </tr>
      {isUnfolded && (
        <StepDetails
          id={details}
          document={document}
          design={design}
          pathway={pathway}
          step={step}
          choices={choices}
          isDisabled={isDisabled}
          onSet={(what, facts) => onChange(key, what, (reason) => setStepFacts(document, { ...of, reason, step: key, facts }, freshId))}
          onPlace={(what, to) => set(what, { place: to })}
        />
      )}
      {children}
    </>
  )
}

/** The same furniture in the other room, if it has any; else the room itself. Which of several places is taken is said as before. */
function placeIn(roomType: Key, before: PlaceOfType | undefined, { inside }: StepChoices): Place {
  const { fixtureType, ...said } = before ?? {}
  const isThere = fixtureType !== undefined && inside.get(roomType)?.has(fixtureType) === true
  return { ...said, roomType, ...(isThere ? { fixtureType } : {}) }
}
