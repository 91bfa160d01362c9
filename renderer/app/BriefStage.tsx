import { type KeyboardEvent, useState } from 'react'
import { BriefBoard } from '../panels/brief/BriefBoard'
import { PathwayTable } from '../panels/brief/PathwayTable'
import { RoleTable } from '../panels/brief/RoleTable'
import { RequirementTable, RoomTypeTable } from '../panels/brief/RoomTables'
import { ScenarioTables } from '../panels/brief/ScenarioTables'
import { SettingsTable } from '../panels/brief/SettingsTable'
import type { OpenDocument } from '../state/document-store'
import { useDesk, useView } from '../state/react'
import { words } from '../state/words'
import './brief-stage.css'

const TABLES = ['rooms', 'types', 'roles', 'scenario', 'pathways', 'settings'] as const

/** What every design has to answer to: the brief, the day, the people, the pathways and the figures, as plain tables. */
export function BriefStage({ open }: { readonly open: OpenDocument }) {
  const desk = useDesk()
  const design = useView((view) => view.design)
  const [shown, setShown] = useState<(typeof TABLES)[number]>('rooms')
  const { document } = open

  /** The pathways begin with today's steps, and the board with them. */
  function show(table: (typeof TABLES)[number]): void {
    setShown(table)
    readOwn(table !== 'pathways')
  }

  function readOwn(isOwn: boolean): void {
    desk.setBriefReading(isOwn ? 'own' : 'reference')
  }

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
        {TABLES.map((each) => (
          <button key={each} type="button" aria-current={each === shown ? 'page' : undefined} onClick={() => show(each)}>
            {words(`brief.${each}`)}
          </button>
        ))}
      </nav>
      <div className="brief-page" key={shown}>
        {shown === 'rooms' && <RequirementTable document={document} />}
        {shown === 'types' && <RoomTypeTable document={document} />}
        {shown === 'roles' && <RoleTable document={document} />}
        {shown === 'scenario' && <ScenarioTables document={document} />}
        {shown === 'pathways' && <PathwayTable document={document} design={design} onDesign={desk.showDesign} onWhose={readOwn} />}
        {shown === 'settings' && <SettingsTable document={document} />}
      </div>
      <BriefBoard open={open} design={design} />
    </main>
  )
}
