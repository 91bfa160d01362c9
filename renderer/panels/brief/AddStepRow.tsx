import { useState } from 'react'
import type { NewStep } from '#shared/commands/variant-steps'
import { numberTyped } from '../../controls/number-typed'
import type { Refusal } from '../../controls/use-draft'
import { words } from '../../state/words'
import { AddForm, Picked, Typed } from './AddForm'
import type { StepChoices } from './step-choices'

/** A new step is likely to take so long, in minutes. */
const USUAL_MIN = 5

/** What a new step needs: a name, a room, who leads it and how long it takes. */
export function AddStepRow({
  choices,
  onAdd,
  onClose,
}: {
  readonly choices: StepChoices
  readonly onAdd: (step: NewStep) => Refusal
  readonly onClose: () => void
}) {
  const [name, setName] = useState('')
  const [roomType, setRoomType] = useState(choices.rooms[0]?.value ?? '')
  const [lead, setLead] = useState('')
  const [minutes, setMinutes] = useState(String(USUAL_MIN))
  const add = () => onAdd({ name, roomType, seconds: numberTyped(minutes) * 60, ...(lead === '' ? {} : { lead }) })
  return (
    <tr className="reason-row">
      <td colSpan={7}>
        <AddForm add={words('brief.add-step')} onAdd={add} onClose={onClose}>
          <Typed name={words('brief.new-step')} value={name} onType={setName} />
          <Picked name={words('field.room-type')} value={roomType} choices={choices.rooms} onPick={setRoomType} />
          <Picked
            name={words('brief.lead')}
            value={lead}
            choices={[{ value: '', label: words('brief.nobody') }, ...choices.roles]}
            onPick={setLead}
          />
          <Typed name={words('brief.minutes')} value={minutes} isNumber onType={setMinutes} />
        </AddForm>
      </td>
    </tr>
  )
}
