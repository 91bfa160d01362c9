import { lazy, Suspense, useMemo } from 'react'
import { useStore } from 'zustand'
import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { Building, BuildingStorey } from '#shared/building/building'
import { underlayOf } from '#shared/commands/underlay'
import { type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import type { DrawnDifference } from '#shared/drawing/draw-differences'
import type { Point } from '#shared/geometry/point'
import { DifferenceMarks } from '../plan/DifferenceMarks'
import { Dimensions } from '../plan/Dimensions'
import { PlanView } from '../plan/PlanView'
import type { PlanLens } from '../plan/plan-lens'
import type { Whole } from '../plan/use-whole-view'
import { catalogue } from '../state/catalogue'
import { tripsOfRibbon, useFlowing } from '../state/flowing'
import type { LiveAnswer, LiveState } from '../state/live'
import { foundIn, partOfTrip, partsDrawn, rangeOfOpen } from '../state/range-drawn'
import { useDesk, useLive, useView } from '../state/react'
import type { Findings } from '../state/use-findings'
import { say, words } from '../state/words'
import { SELECT } from '../tools/tool-choice'
import type { TripRow } from '../workers/messages'
import type { ShownPart } from '../workers/part-rows'
import { EmptyPlan } from './EmptyPlan'
import { FoundOnPlan } from './FoundOnPlan'
import { PlanNote } from './PlanNote'

/** Three and what draws with it are fetched when the scene is first looked at. */
const SceneView = lazy(() => import('./SceneView'))

const NO_PARTS: readonly ShownPart[] = []
const NOTHING: readonly Id[] = []

/** One design as a plan or in 3D, with all that is drawn over it. Two of them stand side by side. */
export function Canvas({
  document,
  design,
  table,
  storey,
  building,
  lens,
  whole,
  marks,
  found,
  hasBar,
}: {
  readonly document: WardDocument
  readonly design: Design
  readonly table: RecordTable
  /** The storey as shown: with the edit under way, if there is one. */
  readonly storey: BuildingStorey
  /** All its storeys. */
  readonly building: Building
  readonly lens: PlanLens
  readonly whole: Whole
  /** What differs from the design beside it, as far as it is drawn. */
  readonly marks?: readonly DrawnDifference[] | undefined
  /** What is wrong with it, as far as it is drawn here. */
  readonly found?: Findings | undefined
  /** Whether the buttons that move a scene are here. */
  readonly hasBar?: boolean | undefined
}) {
  const desk = useDesk()
  const isActive = useView((view) => view.design === design.id)
  const selected = useView((view) => (view.design === design.id ? view.selected : NOTHING))
  const tool = useView((view) => view.tool)
  const preview = useView((view) => (view.design === design.id ? view.preview : undefined))
  const show = useView((view) => view.show)
  const fitCount = useView((view) => view.fitCount)
  const dimensionCount = useView((view) => view.dimensionCount)
  const measure = useView((view) => view.openMeasure)
  const picked = useView((view) => view.pickedTrip)
  const reading = useLive((live) => answerAbout(live, design.id)?.reading ?? 'own')
  const flowing = useFlowing(design.id, reading, storey.storey.id)
  const parts = useLive((live) => {
    const answer = measure === undefined ? undefined : answerAbout(live, design.id)
    return answer?.open?.metric === measure?.metric ? (answer?.parts ?? NO_PARTS) : NO_PARTS
  })
  const pickedTrip = useLive((live) => (picked !== undefined && 'part' in picked ? live.answer?.parts[picked.part]?.trip : undefined))
  const asked = useStore(desk.inquiries.store, foundIn)
  const range = useLive(({ answer }) => rangeOfOpen(asked, design.id, answer))
  const drawn = useMemo(() => {
    if (isActive || picked === undefined) return partsDrawn(parts, picked, range)
    return parts.filter(({ trip }) => isSameWalk(trip, pickedTrip))
  }, [parts, picked, pickedTrip, isActive, range])
  const storeys = useView((view) => view.storeys)
  const below = storeys === 'solo' ? undefined : building.storeys[building.storeys.indexOf(storey) - 1]
  const [only] = selected
  const isMeasured = only !== undefined && selected.length === 1 && tool.tool === 'select' && !design.locked && preview?.edit.status !== 'refused'
  const fields = !isMeasured
    ? undefined
    : (toView: (at: Point) => Point) => (
        <Dimensions
          key={only}
          document={document}
          table={table}
          storey={storey}
          id={only}
          isHeld={preview !== undefined}
          askedCount={dimensionCount}
          toView={toView}
          onCommit={desk.commit}
        />
      )
  return (
    <>
      {show === 'plan' ? (
        <PlanView
          design={design.id}
          table={table}
          storey={storey}
          below={below}
          catalogue={catalogue}
          isLocked={design.locked}
          parts={drawn}
          flowing={flowing}
          selected={selected}
          tool={tool}
          hand={desk.hand}
          preview={preview}
          lens={lens}
          whole={whole}
          fields={fields}
          over={(scale) => (
            <>
              {marks !== undefined && marks.length > 0 && <DifferenceMarks marks={marks} scale={scale} />}
              {found !== undefined && <FoundOnPlan found={found} design={design.id} storey={storey.storey.id} scale={scale} />}
            </>
          )}
          fitCount={fitCount}
          label={words('plan.label', { design: design.name, rooms: storey.rooms.length })}
          say={say}
          onLeaveTool={() => desk.setTool(SELECT)}
          onPickTrip={(key) => desk.pickTrip(partOfTrip(key, parts))}
          onPickRibbon={(key) => desk.pickTrips(tripsOfRibbon(flowing, key))}
        />
      ) : (
        <Suspense fallback={<p className="stage-empty quiet">{words('scene.loading')}</p>}>
          <SceneView
            fields={fields}
            marks={marks}
            hasBar={hasBar}
            planLens={lens}
            document={document}
            workshop={recordsOf(document.workshop, 'workshop')[0]?.id ?? ''}
            table={table}
            design={design.id}
            isLocked={design.locked}
            selected={selected}
            preview={preview}
            storey={storey}
            building={building}
            parts={drawn}
            flowing={flowing}
            fitCount={fitCount}
            label={say(message('scene.label', { design: design.name, rooms: storey.rooms.length }))}
          />
        </Suspense>
      )}
      <PlanNote preview={preview} />
      {storey.rooms.length + storey.fixtures.length === 0 && (
        <EmptyPlan isLocked={design.locked} hasUnderlay={underlayOf(table, storey.storey.id) !== undefined} />
      )}
    </>
  )
}

/** What the worker last said about a design. */
function answerAbout({ answer, beside }: LiveState, design: Id): LiveAnswer | undefined {
  return answer?.design === design ? answer : beside?.design === design ? beside : undefined
}

/** Whether two designs' trips are the same walk of a pathway, whatever places it joins. */
function isSameWalk(a: TripRow | undefined, b: TripRow | undefined): boolean {
  return a !== undefined && b !== undefined && walkOf(a) === walkOf(b)
}

function walkOf({ pathway, flow, purpose, role, steps }: TripRow): string {
  return [pathway, flow, purpose, role ?? '', ...steps].join(' ')
}
