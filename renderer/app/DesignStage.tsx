import { lazy, Suspense, useMemo, useState } from 'react'
import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { buildBuilding } from '#shared/building/build-building'
import { applyChange } from '#shared/document/change'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { Inspector } from '../panels/Inspector'
import { ObjectList } from '../panels/ObjectList'
import { Scoreboard } from '../panels/Scoreboard'
import { TripsPanel } from '../panels/TripsPanel'
import { PlanView } from '../plan/PlanView'
import { catalogue } from '../state/catalogue'
import type { OpenDocument } from '../state/document-store'
import { useDesk, useLive, useView } from '../state/react'
import { lawfulChange } from '../state/view-store'
import { say, words } from '../state/words'
import type { ShownPart } from '../workers/part-rows'
import { DesignBar } from './DesignBar'
import './design-stage.css'
import { PlanNote } from './PlanNote'

/** Three and what draws with it are fetched when the scene is first looked at. */
const SceneView = lazy(() => import('./SceneView'))

const NO_PARTS: readonly ShownPart[] = []
/** Below this width the object list starts closed, so that the plan has room. Pixels. */
const LIST_FITS_PX = 1500

/** The stage where a design is looked at and changed. */
export function DesignStage({ open, design, table }: { readonly open: OpenDocument; readonly design: Design; readonly table: RecordTable }) {
  const desk = useDesk()
  const selection = useView((view) => view.selection)
  const preview = useView((view) => view.preview)
  const show = useView((view) => view.show)
  const fitCount = useView((view) => view.fitCount)
  const measure = useView((view) => view.openMeasure)
  const picked = useView((view) => view.pickedTrip)
  const answer = useLive((live) => live.answer)
  const failure = useLive((live) => live.failure)
  const isBusy = useLive((live) => live.isBusy)
  const [isListOpen, setListOpen] = useState(() => window.innerWidth >= LIST_FITS_PX)
  const { document } = open

  const lawful = lawfulChange(preview)
  const shown = useMemo(() => (lawful === undefined ? document : applyChange(document, lawful)), [document, lawful])
  const storey = buildBuilding(shown.designs[design.id] ?? table, document.workshop).storeys[0]
  const current = answer !== undefined && answer.design === design.id ? answer : undefined
  const parts = measure === undefined || current?.open?.metric !== measure.metric ? NO_PARTS : current.parts
  const drawn = useMemo(() => (picked === undefined ? parts : parts.slice(picked, picked + 1)), [parts, picked])
  const settings = recordsOf(document.workshop, 'settings')[0]
  const hasToday = current?.today !== undefined

  if (storey === undefined) return <p className="stage-empty">{words('plan.no-storey')}</p>
  const select = (id: Id | undefined) => desk.select(id)
  return (
    <div className="design-stage">
      <DesignBar open={open} design={design} isListOpen={isListOpen} onToggleList={() => setListOpen(!isListOpen)} />
      <div className={`work ${isListOpen ? 'has-list' : ''}`}>
        {isListOpen && (
          <div className="side side-list">
            <ObjectList storey={storey} selection={selection} onSelect={select} />
          </div>
        )}
        <main className="canvas">
          {show === 'plan' ? (
            <PlanView
              document={document}
              table={table}
              storey={storey}
              catalogue={catalogue}
              isLocked={design.locked}
              parts={drawn}
              selection={selection}
              preview={preview}
              fitCount={fitCount}
              label={words('plan.label', { design: design.name, rooms: storey.rooms.length })}
              say={say}
              onSelect={select}
              onPreview={desk.setPreview}
              onCommit={desk.commit}
              onPickTrip={(key) => desk.pickTrip(indexOfTrip(parts, key))}
            />
          ) : (
            <Suspense fallback={<p className="stage-empty quiet">{words('scene.loading')}</p>}>
              <SceneView
                storey={storey}
                parts={drawn}
                fitCount={fitCount}
                label={say(message('scene.label', { design: design.name, rooms: storey.rooms.length }))}
              />
            </Suspense>
          )}
          <PlanNote preview={preview} />
          {storey.rooms.length === 0 && <p className="stage-empty">{words('plan.empty')}</p>}
        </main>
        <aside className="side side-inspector" aria-label={words('inspector.title')}>
          {measure === undefined ? (
            <Inspector
              document={document}
              table={table}
              design={design}
              storey={storey}
              selection={selection}
              findings={current?.findings ?? []}
              onCommit={desk.commit}
              onSelect={select}
              onCopyDesign={desk.copyDesign}
            />
          ) : (
            <TripsPanel
              measure={measure}
              answer={current}
              workshop={document.workshop}
              picked={picked}
              onPick={desk.pickTrip}
              onOpen={desk.openMeasure}
            />
          )}
        </aside>
      </div>
      <Scoreboard
        answer={current}
        designName={design.name}
        workshop={document.workshop}
        isToday={design.isCurrentState}
        hasToday={hasToday}
        isStale={preview?.edit.status === 'refused'}
        isBusy={isBusy}
        failure={failure}
        smallestDifference={settings?.smallestDifference ?? 0.05}
        open={measure}
        onOpen={desk.openMeasure}
      />
    </div>
  )
}

function indexOfTrip(parts: readonly ShownPart[], key: string): number | undefined {
  const index = parts.findIndex(({ trip }) => trip?.key === key)
  return index === -1 ? undefined : index
}
