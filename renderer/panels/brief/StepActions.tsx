import { ArrowDown, ArrowUp, Merge, Plus, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Id, Key } from '#shared/base/ids'
import type { Edit } from '#shared/commands/edit'
import { mergeSteps, moveStep, removeStep } from '#shared/commands/variant-steps'
import type { WardDocument } from '#shared/document/document'
import type { Step } from '#shared/document/pathway'
import type { Refusal } from '../../controls/use-draft'
import { freshId } from '../../state/fresh-id'
import { words } from '../../state/words'

type ActionsProps = {
  readonly document: WardDocument
  readonly steps: readonly Step[]
  readonly step: Step
  readonly index: number
  readonly of: { readonly pathway: Key; readonly design: Id | undefined }
  readonly isDisabled: boolean
  readonly onChange: (under: Key, what: string, run: (reason: string) => Edit) => Refusal
  readonly onAdd: () => void
}

/** What may be done to a step as a whole: earlier, later, into the one before, another after it, away with it. */
export function StepActions({ document, steps, step, index, of, isDisabled, onChange, onAdd }: ActionsProps) {
  const [refusal, setRefusal] = useState<Refusal>(undefined)
  const { name, key } = step
  const previous = steps[index - 1]
  return (
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
