import type { KeyboardEvent, ReactNode } from 'react'
import type { Building } from '#shared/building/building'
import type { RecordTable } from '#shared/document/document'
import { words } from '../state/words'
import { CataloguePanel } from './CataloguePanel'
import { RoomKit } from './RoomKit'

const TABS = ['list', 'rooms', 'furniture', 'notes'] as const
export type SideTab = (typeof TABS)[number]

/** At the left of the plan: what is drawn, the rooms that the brief wants, and what can stand in them. */
export function SidePanel({
  shown,
  onShow,
  building,
  workshop,
  list,
  notes,
}: {
  readonly shown: SideTab
  readonly onShow: (tab: SideTab) => void
  readonly building: Building
  readonly workshop: RecordTable
  /** What is drawn. */
  readonly list: ReactNode
  /** What is pinned to it. */
  readonly notes: ReactNode
}) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    const next = TABS[(TABS.indexOf(shown) + step + TABS.length) % TABS.length] ?? 'list'
    onShow(next)
    event.currentTarget.querySelector<HTMLElement>(`#side-tab-${next}`)?.focus()
  }
  return (
    <section className="side-panel" aria-label={words('side.title')}>
      <div className="side-tabs" role="tablist" aria-label={words('side.title')} onKeyDown={onKeyDown} tabIndex={-1}>
        {TABS.map((each) => (
          <button
            key={each}
            id={`side-tab-${each}`}
            type="button"
            role="tab"
            aria-selected={each === shown}
            aria-controls="side-shown"
            tabIndex={each === shown ? 0 : -1}
            onClick={() => onShow(each)}
          >
            {words(`side.${each}`)}
          </button>
        ))}
      </div>
      <div id="side-shown" role="tabpanel" aria-labelledby={`side-tab-${shown}`} className={`side-shown ${shown === 'list' ? '' : 'is-kit'}`}>
        {shown === 'list' && list}
        {shown === 'rooms' && <RoomKit building={building} workshop={workshop} />}
        {shown === 'furniture' && <CataloguePanel workshop={workshop} />}
        {shown === 'notes' && notes}
      </div>
    </section>
  )
}
