import { ArrowDown, ArrowUp, Merge, Plus, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Id, Key } from '#shared/base/ids'
import type { Edit } from '#shared/commands/edit'
import { mergeSteps, moveStep, removeStep, type StepFields, setStep } from '#shared/commands/variant-steps'
import type { WardDocument } from '#shared/document/document'
import { meanSeconds } from '#shared/document/mean-duration'
import type { Pathway, Place, Step } from '#shared/document/pathway'
import { StepValue } from '#shared/document/vocabulary'
import { ChoiceCell, TextCell } from '../../controls/Cells'
import type { Refusal } from '../../controls/use-draft'
import { freshId } from '../../state/fresh-id'
import { words } from '../../state/words'
import { minutesText, minutesTyped } from './minutes-typed'

type Choice = { readonly value: string; readonly label: string }
export type StepChoices = {
  readonly rooms: readonly Choice[]
  readonly fixtures: readonly Choice[]
  readonly roles: readonly Choice[]
  /** Kinds of furniture that stand in rooms of a type, in whichever design. */
  readonly inside: ReadonlyMap<Key, ReadonlySet<Key>>
}

type StepRowProps = {
  readonly document: WardDocument
  readonly pathway: Pathway
  readonly step: Step
  readonly index: number
  /** The step as today has it, where these are a design's own. */
  readonly before: Step | undefined
  readonly isOwn: boolean
  readonly choices: StepChoices
  readonly of: { readonly pathway: Key; readonly design: Id | undefined }
  readonly isDisabled: boolean
  readonly onChange: (under: Key, what: string, run: (reason: string) => Edit) => Refusal
  readonly onAdd: () => void
  readonly children: ReactNode
}

/** Marks the place of an earlier step among the types of room. */
const AS_IN = '@'
const ONE_MINUTE_S = 60

/** One step: where, who, how long, what it is worth; and what may be done to it. */
export function StepRow({ document, pathway, step, index, before, isOwn, choices, of, isDisabled, onChange, onAdd, children }: StepRowProps) {
  const [refusal, setRefusal] = useState<Refusal>(undefined)
  const { steps } = pathway
  const { name, key } = step
  const previous = steps[index - 1]
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
  const standing = place === undefined ? [] : [...(choices.inside.get(place.roomType) ?? [])]
  return (
    <>
      <tr className={isNew ? 'is-changed' : undefined}>
        <td>
          <TextCell
            label={words('brief.name-of', { name })}
            value={name}
            isDisabled={isDisabled}
            onCommit={(typed) => set(words('brief.renaming', { name: typed }), { name: typed.slice(0, 120) })}
          />
          {step.merges.length > 0 && (
            <span className="step-note">{words('brief.merged-from', { steps: step.merges.map((each) => each.replaceAll('-', ' ')) })}</span>
          )}
          {pathway.reasons[key] !== undefined && pathway.design !== undefined && (
            <span className="step-note">{words('brief.because', { reason: pathway.reasons[key] })}</span>
          )}
        </td>
        <td className={before !== undefined && JSON.stringify(before.place) !== JSON.stringify(step.place) ? 'is-changed' : undefined}>
          <ChoiceCell
            label={words('brief.room-of', { name })}
            value={'step' in step.place ? `${AS_IN}${step.place.step}` : step.place.roomType}
            choices={[...choices.rooms, ...rooms]}
            isDisabled={isDisabled}
            onCommit={(value) => {
              const to: Place = value.startsWith(AS_IN) ? { step: value.slice(1) } : placeIn(value, place?.fixtureType, choices)
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
              choices={[
                { value: '', label: words('brief.the-room') },
                ...choices.fixtures.filter(({ value }) => standing.includes(value) || value === place.fixtureType),
              ]}
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
        <td className="step-actions">
          <Action
            label={words('brief.earlier', { name })}
            isDisabled={isDisabled || index === 0}
            onDo={() =>
              setRefusal(
                onChange(key, words('brief.earlier', { name }), (reason) => moveStep(document, { ...of, reason, step: key, to: index - 1 }, freshId)),
              )
            }
          >
            <ArrowUp size={18} />
          </Action>
          <Action
            label={words('brief.later', { name })}
            isDisabled={isDisabled || index === steps.length - 1}
            onDo={() =>
              setRefusal(
                onChange(key, words('brief.later', { name }), (reason) => moveStep(document, { ...of, reason, step: key, to: index + 1 }, freshId)),
              )
            }
          >
            <ArrowDown size={18} />
          </Action>
          <Action
            label={words('brief.merge', { name, previous: previous?.name ?? '' })}
            isDisabled={isDisabled || previous === undefined}
            onDo={() =>
              previous !== undefined &&
              setRefusal(
                onChange(previous.key, words('brief.merge', { name, previous: previous.name }), (reason) =>
                  mergeSteps(document, { ...of, reason, step: key, into: previous.key }, freshId),
                ),
              )
            }
          >
            <Merge size={18} />
          </Action>
          <Action label={words('brief.add-after', { name })} isDisabled={isDisabled} onDo={onAdd}>
            <Plus size={18} />
          </Action>
          <Action
            label={words('brief.remove', { name })}
            isDisabled={isDisabled}
            onDo={() =>
              setRefusal(onChange(key, words('brief.remove', { name }), (reason) => removeStep(document, { ...of, reason, step: key }, freshId)))
            }
          >
            <X size={18} />
          </Action>
          {refusal !== undefined && (
            <span className="cell-refusal" role="alert">
              {refusal}
            </span>
          )}
        </td>
      </tr>
      {children}
    </>
  )
}

type ActionProps = { readonly label: string; readonly isDisabled: boolean; readonly onDo: () => void; readonly children: ReactNode }

function Action({ label, isDisabled, onDo, children }: ActionProps) {
  return (
    <button type="button" aria-label={label} title={label} disabled={isDisabled} onClick={onDo}>
      {children}
    </button>
  )
}

/** The same furniture in the other room, if it has any; else the room itself. */
function placeIn(roomType: Key, fixtureType: Key | undefined, { inside }: StepChoices): Place {
  return fixtureType !== undefined && inside.get(roomType)?.has(fixtureType) === true ? { roomType, fixtureType } : { roomType }
}
