import type { KeyboardEvent } from 'react'
import { BriefBoard } from '../panels/brief/BriefBoard'
import { PathwayTable } from '../panels/brief/PathwayTable'
import { RoleTable } from '../panels/brief/RoleTable'
import { RequirementTable, RoomTypeTable } from '../panels/brief/RoomTables'
import { ScenarioTables } from '../panels/brief/ScenarioTables'
import { SettingsTable } from '../panels/brief/SettingsTable'
import type { OpenDocument } from '../state/document-store'
import { useDesk, useView } from '../state/react'
import { BRIEF_TABLES } from '../state/view-store'
import { words } from '../state/words'
import './brief-stage.css'

/** What every design has to answer to: the brief, the day, the people, the pathways and the figures, as plain tables. */
export function BriefStage({ open }: { readonly open: OpenDocument }) {
  const desk = useDesk()
  const design = useView((view) => view.design)
  const shown = useView((view) => view.briefTable)
  const { document } = open

  /** A cell that nothing is half typed in has nothing of its own to take back. */
  function undoFromCell(event: KeyboardEvent): void {
    const { target } = event
    const isCell = target instanceof HTMLInputElement || target instanceof HTMLSelectElement
    if (!isCell || 'draft' in target.dataset || !(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    if (key === 'y' || event.shiftKey) desk.redo()
    else desk.undo()
  }

  return (
    <main className="brief" onKeyDown={undoFromCell}>
      <nav className="brief-tables" aria-label={words('brief.tables')}>
        {BRIEF_TABLES.map((each) => (
          <button key={each} type="button" aria-current={each === shown ? 'page' : undefined} onClick={() => desk.showBriefTable(each)}>
            {words(`brief.${each}`)}
          </button>
        ))}
      </nav>
      <div className="brief-page" key={shown}>
        {shown === 'rooms' && <RequirementTable document={document} />}
        {shown === 'types' && <RoomTypeTable document={document} />}
        {shown === 'roles' && <RoleTable document={document} />}
        {shown === 'scenario' && <ScenarioTables document={document} />}
        {shown === 'pathways' && (
          <PathwayTable
            document={document}
            design={design}
            onDesign={desk.showDesign}
            onWhose={(isOwn) => desk.setBriefReading(isOwn ? 'own' : 'reference')}
          />
        )}
        {shown === 'settings' && <SettingsTable document={document} />}
      </div>
      <BriefBoard open={open} design={design} />
    </main>
  )
}
