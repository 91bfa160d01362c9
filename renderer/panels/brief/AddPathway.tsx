import { useState } from 'react'
import type { NewPathway } from '#shared/commands/add-pathway'
import { isOnFoot } from '#shared/commands/hanging'
import type { WardDocument } from '#shared/document/document'
import { FLOWS, Flow } from '#shared/document/vocabulary'
import { numberTyped } from '../../controls/number-typed'
import type { Refusal } from '../../controls/use-draft'
import { words } from '../../state/words'
import { gateChoices } from '../gate-choices'
import { AddForm, Picked, Typed } from './AddForm'
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
  const choose = (to: Flow) => {
    const isWalked = isOnFoot(to)
    const gate = !isWalked ? '' : to === 'staff' ? 'staff' : 'main'
    setFlow(to)
    setGates({ in: gate, out: gate })
    setStep(words(isWalked ? 'brief.begins-name' : 'brief.kept-name'))
    setPerDay(isWalked ? '1' : '')
  }
  const add = () =>
    onAdd({
      name,
      flow,
      gateIn: gates.in === '' ? undefined : gates.in,
      gateOut: gates.out === '' ? undefined : gates.out,
      step: { name: step, roomType },
      perDay: perDay.trim() === '' ? undefined : numberTyped(perDay),
    })
  const flows = FLOWS.map((value) => ({ value, label: words(`flow.${value}`) }))
  const entrances = gateChoices(document, undefined)
  return (
    <section className="sheet" aria-label={words('brief.new-pathway')}>
      <AddForm className="new-pathway" add={words('brief.add-it')} onAdd={add} onClose={onClose}>
        <Typed name={words('brief.new-pathway')} value={name} onType={setName} />
        <Picked name={words('brief.flow')} value={flow} choices={flows} onPick={(to) => choose(Flow.parse(to))} />
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
        <Typed name={words('brief.first-step')} value={step} onType={setStep} />
        <Picked name={words('brief.first-room')} value={roomType} choices={rooms} onPick={setRoomType} />
        <Typed name={words('brief.if-own')} value={perDay} isNumber placeholder={words('brief.if-none')} onType={setPerDay} />
      </AddForm>
    </section>
  )
}
