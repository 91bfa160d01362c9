import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { NewStep } from '#shared/commands/variant-steps'
import type { Refusal } from '../../controls/use-draft'
import { words } from '../../state/words'
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
  const [refusal, setRefusal] = useState<Refusal>(undefined)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const add = (event: FormEvent) => {
    event.preventDefault()
    const seconds = minutes.trim() === '' ? Number.NaN : Number(minutes.replace(',', '.')) * 60
    const problem = onAdd({ name, roomType, seconds, ...(lead === '' ? {} : { lead }) })
    setRefusal(problem)
    if (problem === undefined) onClose()
  }
  return (
    <tr className="reason-row">
      <td colSpan={7}>
        <form
          onSubmit={add}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            onClose()
          }}
        >
          <label>
            <span>{words('brief.new-step')}</span>
            <input
              ref={first}
              className="cell-field"
              data-draft
              maxLength={120}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          </label>
          <label>
            <span>{words('field.room-type')}</span>
            <select className="cell-field" value={roomType} onChange={(event) => setRoomType(event.currentTarget.value)}>
              {choices.rooms.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{words('brief.lead')}</span>
            <select className="cell-field" value={lead} onChange={(event) => setLead(event.currentTarget.value)}>
              <option value="">{words('brief.nobody')}</option>
              {choices.roles.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{words('brief.minutes')}</span>
            <input
              className="cell-field is-number"
              data-draft
              inputMode="decimal"
              value={minutes}
              onChange={(event) => setMinutes(event.currentTarget.value)}
            />
          </label>
          <button type="submit" className="sheet-keep">
            {words('brief.add-step')}
          </button>
          <button type="button" className="sheet-add" onClick={onClose}>
            {words('brief.drop')}
          </button>
          {refusal !== undefined && (
            <span className="cell-refusal" role="alert">
              {refusal}
            </span>
          )}
        </form>
      </td>
    </tr>
  )
}
