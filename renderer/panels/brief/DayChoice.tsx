import { Copy, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { addScenario, chooseScenario, removeScenario } from '#shared/commands/scenarios'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Scenario } from '#shared/document/workshop'
import { ChoiceCell, TextCell } from '../../controls/Cells'
import type { Refusal } from '../../controls/use-draft'
import { freshId } from '../../state/fresh-id'
import { words } from '../../state/words'
import { LONGEST_NAME } from './AddForm'
import { useEdits } from './edits'

/** Which day every design faces, what it is called, and others to face instead. The tables below are of the day that is faced. */
export function DayChoice({ document, scenario }: { readonly document: WardDocument; readonly scenario: Scenario }) {
  const edits = useEdits(document)
  const [refusal, setRefusal] = useState<Refusal>(undefined)
  const days = recordsOf(document.workshop, 'scenario')
  const add = (name: string, like: Scenario | undefined) =>
    setRefusal(edits.commit(addScenario(document, { name: name.slice(0, LONGEST_NAME), like: like?.id }, freshId)))
  return (
    <>
      <div className="sheet-choices">
        <div className="sheet-choice is-broad">
          <span aria-hidden>{words('brief.day-faced')}</span>
          <ChoiceCell
            label={words('brief.day-faced')}
            value={scenario.id}
            choices={days.map(({ id, name }) => ({ value: id, label: name }))}
            onCommit={(id) => edits.commit(chooseScenario(document, { scenario: id }))}
          />
        </div>
        <button type="button" className="sheet-add" onClick={() => add(words('brief.copy-of', { name: scenario.name }), scenario)}>
          <Copy size={18} aria-hidden /> {words('brief.copy-day')}
        </button>
        <button type="button" className="sheet-add" onClick={() => add(words('brief.new-day'), undefined)}>
          <Plus size={18} aria-hidden /> {words('brief.add-day')}
        </button>
        {days.length > 1 && (
          <button type="button" className="sheet-add" onClick={() => setRefusal(edits.commit(removeScenario(document, { scenario: scenario.id })))}>
            <X size={18} aria-hidden /> {words('brief.remove-day')}
          </button>
        )}
        <div className="sheet-choice is-broad">
          <span aria-hidden>{words('brief.day-name')}</span>
          <TextCell
            label={words('brief.day-name')}
            value={scenario.name}
            longest={LONGEST_NAME}
            onCommit={(name) => (name === '' ? words('refused.no-name') : edits.put({ ...scenario, name }))}
          />
        </div>
      </div>
      {refusal !== undefined && (
        <p className="cell-refusal" role="alert">
          {refusal}
        </p>
      )}
    </>
  )
}
