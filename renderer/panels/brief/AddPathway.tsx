import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { NewPathway } from '#shared/commands/add-pathway'
import { isOnFoot } from '#shared/commands/hanging'
import type { WardDocument } from '#shared/document/document'
import { FLOWS, Flow } from '#shared/document/vocabulary'
import { numberTyped } from '../../controls/number-typed'
import type { Refusal } from '../../controls/use-draft'
import { words } from '../../state/words'
import { gateChoices } from '../gate-choices'
import type { Choice } from './step-choices'

type AddProps = {
  readonly document: WardDocument
  readonly rooms: readonly Choice[]
  readonly onAdd: (pathway: NewPathway) => Refusal
  readonly onClose: () => void
}

/** What a new pathway needs: a name, what moves, where it comes in and leaves, a first step, and how many a day if it has its own number. */
export function AddPathway({ document, rooms, onAdd, onClose }: AddProps) {
  const [name, setName] = useState('')
  const [flow, setFlow] = useState<Flow>('patient')
  const [gates, setGates] = useState({ in: 'main', out: 'main' })
  const [step, setStep] = useState(words('brief.begins-name'))
  const [roomType, setRoomType] = useState(rooms[0]?.value ?? '')
  const [perDay, setPerDay] = useState('1')
  const [refusal, setRefusal] = useState<Refusal>(undefined)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const choose = (to: Flow) => {
    const isWalked = isOnFoot(to)
    setFlow(to)
    setGates(isWalked ? { in: to === 'staff' ? 'staff' : 'main', out: to === 'staff' ? 'staff' : 'main' } : { in: '', out: '' })
    setStep(words(isWalked ? 'brief.begins-name' : 'brief.kept-name'))
    setPerDay(isWalked ? '1' : '')
  }
  const add = (event: FormEvent) => {
    event.preventDefault()
    const count = perDay.trim() === '' ? undefined : numberTyped(perDay)
    if (count !== undefined && !(count >= 0 && count <= 100_000)) return setRefusal(words('brief.between', { least: 0, most: 100_000 }))
    const problem = onAdd({
      name,
      flow,
      gateIn: gates.in === '' ? undefined : gates.in,
      gateOut: gates.out === '' ? undefined : gates.out,
      step: { name: step, roomType },
      perDay: count,
    })
    setRefusal(problem)
    if (problem === undefined) onClose()
  }
  const entrances = gateChoices(document, undefined)
  return (
    <section className="sheet" aria-label={words('brief.new-pathway')}>
      <form
        className="new-pathway"
        onSubmit={add}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onClose()
        }}
      >
        <label>
          <span>{words('brief.new-pathway')}</span>
          <input
            ref={first}
            className="cell-field"
            data-draft
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <Picked
          name={words('brief.flow')}
          value={flow}
          choices={FLOWS.map((value) => ({ value, label: words(`flow.${value}`) }))}
          onPick={(to) => choose(Flow.parse(to))}
        />
        <Picked
          name={words('brief.gate-in')}
          value={gates.in}
          choices={[{ value: '', label: words('brief.no-gate') }, ...entrances]}
          onPick={(to) => setGates({ ...gates, in: to })}
        />
        <Picked
          name={words('brief.gate-out')}
          value={gates.out}
          choices={[{ value: '', label: words('brief.no-gate-out') }, ...entrances]}
          onPick={(to) => setGates({ ...gates, out: to })}
        />
        <label>
          <span>{words('brief.first-step')}</span>
          <input className="cell-field" data-draft maxLength={120} value={step} onChange={(event) => setStep(event.currentTarget.value)} />
        </label>
        <Picked name={words('brief.first-room')} value={roomType} choices={rooms} onPick={setRoomType} />
        <label>
          <span>{words('brief.if-own')}</span>
          <input
            className="cell-field is-number"
            data-draft
            inputMode="decimal"
            placeholder={words('brief.if-none')}
            value={perDay}
            onChange={(event) => setPerDay(event.currentTarget.value)}
          />
        </label>
        <span className="new-pathway-buttons">
          <button type="submit" className="sheet-keep">
            {words('brief.add-it')}
          </button>
          <button type="button" className="sheet-add" onClick={onClose}>
            {words('brief.drop')}
          </button>
        </span>
        {refusal !== undefined && (
          <span className="cell-refusal" role="alert">
            {refusal}
          </span>
        )}
      </form>
    </section>
  )
}

type PickedProps = {
  readonly name: string
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onPick: (value: string) => void
}

function Picked({ name, value, choices, onPick }: PickedProps) {
  return (
    <label>
      <span>{name}</span>
      <select className="cell-field" value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  )
}
