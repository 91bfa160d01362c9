import { memo, useCallback, useMemo, useState } from 'react'
import type { Id } from '#shared/base/ids'
import { buildBuilding } from '#shared/building/build-building'
import { heedFinding, ignoreFinding } from '#shared/commands/ignore-finding'
import type { Difference } from '#shared/comparison/difference'
import { differenceMarks } from '#shared/comparison/difference-marks'
import { type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import type { Note } from '#shared/document/elements/note'
import type { Finding } from '#shared/document/finding'
import { extentOf } from '#shared/drawing/draw-design'
import type { Point } from '#shared/geometry/point'
import { boxOf } from '#shared/geometry/polygon'
import { DifferencesPanel } from '../panels/DifferencesPanel'
import { FindingsButton, ToComeButton } from '../panels/FindingsButton'
import { FindingsPanel } from '../panels/FindingsPanel'
import { Inspector } from '../panels/Inspector'
import { JourneyBar, JourneyButton, JourneyPanel } from '../panels/JourneyBar'
import { LayersPanel } from '../panels/LayersPanel'
import { NotesList } from '../panels/NotesList'
import { ObjectList } from '../panels/ObjectList'
import { PickedTrips } from '../panels/PickedTrips'
import { RoomKitNote } from '../panels/RoomKit'
import { SidePanel, type SideTab } from '../panels/SidePanel'
import { createPlanLens } from '../plan/plan-lens'
import { sidesOf } from '../state/beside'
import { useCalmPreview } from '../state/calm'
import type { OpenDocument } from '../state/document-store'
import { useDesk, useView } from '../state/react'
import { shownDocument } from '../state/shown-document'
import { shownStorey } from '../state/shown-storey'
import { useFindings } from '../state/use-findings'
import { lawfulChange } from '../state/view-store'
import { words } from '../state/words'
import { DesignBar } from './DesignBar'
import { DesignCanvas } from './DesignCanvas'
import './design-stage.css'
import { LiveBoard, LiveTrips } from './LivePanels'
import { LookButtons } from './LookButtons'
import { ToolBar, ToolHint } from './ToolBar'
import { extentOfMarks, useDifferences } from './use-differences'
import { usePlanLook } from './use-look'

/** Below this width the side panel starts closed, so that the plan has room; on a bare floor the rooms to put on it matter more. Pixels. */
const LIST_FITS_PX = 1500

/** So much of the plan is shown round a note. Metres. */
const NOTE_ROUND_M = 6

/** What stands about the plan is drawn again only when something of it has changed, and a moment after the plan: a pointer never waits for it. */
const Bar = memo(DesignBar)
const Beside = memo(SidePanel)
const Tools = memo(ToolBar)
const Looks = memo(LookButtons)
const Hint = memo(ToolHint)
const LayersButton = memo(LayersPanel)
const JourneyStrip = memo(JourneyBar)
const Details = memo(Inspector)
const KitNote = memo(RoomKitNote)
const Findings = memo(FindingsButton)
const ToCome = memo(ToComeButton)
const Journeys = memo(JourneyButton)

/** The stage where a design is looked at and changed. */
export function DesignStage({ open, design, table }: { readonly open: OpenDocument; readonly design: Design; readonly table: RecordTable }) {
  const desk = useDesk()
  const selection = useView((view) => view.selection)
  const selected = useView((view) => view.selected)
  const measure = useView((view) => view.openMeasure)
  const onlyTrips = useView((view) => view.layers.onlyTrips)
  const reading = useView((view) => view.reading)
  const journey = useView((view) => view.journey)
  const beside = useView((view) => view.beside)
  const hasRooms = recordsOf(table, 'room').length > 0
  const [isListOpen, setListOpen] = useState(() => window.innerWidth >= LIST_FITS_PX || !hasRooms)
  // On a bare floor the first thing to do is to put rooms on it.
  const [tab, setTab] = useState<SideTab>(hasRooms ? 'list' : 'rooms')
  const [lens] = useState(createPlanLens)
  const { document } = open

  const calm = useCalmPreview(document)
  const shown = shownDocument(document, lawfulChange(calm))
  const building = buildBuilding(shown.designs[design.id] ?? table, document.workshop)
  const wantedStorey = useView((view) => view.storey)
  const storey = shownStorey(building, shown, wantedStorey)
  usePlanLook(lens, storey, selected)
  const settings = recordsOf(document.workshop, 'settings')[0]
  const sides = useMemo(() => sidesOf({ design: design.id, beside }), [design.id, beside])
  const differences = useDifferences(document, sides, beside)
  const isFindingsOpen = useView((view) => view.isFindingsOpen)
  const pickedFinding = useView((view) => view.pickedFinding)
  const found = useFindings(design, table)

  const toggleList = useCallback(() => {
    setListOpen((isOpen) => !isOpen)
    setTab(hasRooms ? 'list' : 'rooms')
  }, [hasRooms])
  const showKit = useCallback(() => {
    setListOpen(true)
    setTab('rooms')
  }, [])
  const isKitShown = isListOpen && tab === 'rooms'
  const isStacked = building.storeys.length > 1
  const pickFinding = useCallback(
    (finding: Finding | undefined) => {
      desk.pickFinding(finding)
      const place = finding?.place
      if (place !== undefined && isStacked) desk.lookAtStorey(place.storey)
      if (place !== undefined) lens.setState({ wanted: extentAround(place.rings.flat()) })
    },
    [desk, lens, isStacked],
  )
  const showNote = useCallback(
    ({ id, x, y }: Note) => {
      desk.select(id)
      lens.setState({ wanted: { left: x - NOTE_ROUND_M, right: x + NOTE_ROUND_M, bottom: y - NOTE_ROUND_M, top: y + NOTE_ROUND_M } })
    },
    [desk, lens],
  )
  const select = useCallback((id: Id | undefined) => desk.select(id), [desk])
  const notes = useMemo(() => <NotesList document={document} table={table} onShow={showNote} />, [document, table, showNote])
  const storeyId = storey?.storey.id
  const partitions = useMemo(() => recordsOf(table, 'wall').filter((wall) => wall.storey === storeyId), [table, storeyId])
  const list = useMemo(
    () => (storey === undefined ? null : <ObjectList storey={storey} partitions={partitions} selected={selected} onSelect={desk.selectAlso} />),
    [storey, partitions, selected, desk],
  )
  const whole = useMemo(() => (storey === undefined ? undefined : { key: storey.storey.id, extent: extentOf(storey) }), [storey])

  if (storey === undefined || whole === undefined) return <p className="stage-empty">{words('plan.no-storey')}</p>
  // Two designs take the room of the inspector for as long as there is nothing to inspect.
  const isBare =
    sides !== undefined &&
    selection === undefined &&
    measure === undefined &&
    onlyTrips === undefined &&
    beside?.differences === undefined &&
    !isFindingsOpen
  const pickDifference = (difference: Difference | undefined) => {
    const shown = beside?.differences
    if (shown === undefined || differences === undefined) return
    desk.showDifferences({ ...shown, picked: difference?.key })
    const wanted = difference === undefined ? undefined : extentOfMarks(differenceMarks(difference, differences.layouts))
    if (wanted !== undefined) lens.setState({ wanted })
  }
  return (
    <div className="design-stage">
      <Bar open={open} design={design} building={building} storey={storey} isListOpen={isListOpen} onToggleList={toggleList} />
      <div className={`work ${isListOpen ? 'has-list' : ''} ${isBare ? 'is-bare' : ''}`}>
        {isListOpen && (
          <div className="side side-list">
            <Beside shown={tab} onShow={setTab} building={building} workshop={document.workshop} notes={notes} list={list} />
          </div>
        )}
        <main className={`canvas ${journey === undefined ? '' : 'has-journey'}`}>
          <div className="canvas-view">
            <Hint document={document} />
            <DesignCanvas
              document={document}
              design={design}
              table={table}
              sides={sides}
              beside={beside}
              differences={differences}
              lens={lens}
              whole={whole}
              found={found}
            />
            <Tools />
            <Looks />
            <KitNote building={building} workshop={document.workshop} preview={calm} />
            <div className="canvas-buttons">
              <LayersButton design={design.id} reading={reading} storey={storey} workshop={document.workshop} />
              <Journeys workshop={document.workshop} />
              <Findings count={found.heeded.length} isLooking={found.isFirstLook} isOpen={isFindingsOpen} onToggle={desk.toggleFindings} />
              {!isKitShown && <ToCome toCome={found.toCome} onKit={showKit} onList={desk.toggleFindings} />}
            </div>
          </div>
          <JourneyStrip design={design.id} reading={reading} workshop={document.workshop} />
        </main>
        {!isBare && (
          <aside className="side side-inspector" aria-label={words('inspector.title')}>
            {differences !== undefined && beside?.differences !== undefined && sides !== undefined ? (
              <DifferencesPanel
                differences={differences.all}
                from={nameOf(document, sides[0])}
                to={nameOf(document, sides[1])}
                shown={beside.differences}
                onShow={desk.showDifferences}
                onPick={pickDifference}
              />
            ) : isFindingsOpen ? (
              <FindingsPanel
                found={found}
                picked={pickedFinding}
                onPick={pickFinding}
                onIgnore={(finding, reason) => desk.commit(ignoreFinding(document, { design: design.id, finding, reason }))}
                onHeed={(finding) => desk.commit(heedFinding(document, { design: design.id, finding }))}
                onClose={() => desk.showFindings(false)}
              />
            ) : measure === undefined && onlyTrips !== undefined && selection === undefined ? (
              <PickedTrips design={design.id} reading={reading} workshop={document.workshop} keys={onlyTrips} storey={storey.storey.id} />
            ) : measure === undefined && journey !== undefined && selection === undefined ? (
              <JourneyPanel design={design.id} reading={reading} workshop={document.workshop} />
            ) : measure === undefined ? (
              <Details
                document={document}
                table={table}
                design={design}
                storey={storey}
                selection={selection}
                selected={selected}
                findings={found.heeded}
                onFinding={pickFinding}
                reading={reading}
                onCommit={desk.commit}
                onSelect={select}
                onCopyDesign={desk.copyDesign}
              />
            ) : (
              <LiveTrips measure={measure} design={design} workshop={document.workshop} />
            )}
          </aside>
        )}
      </div>
      <LiveBoard design={design} workshop={document.workshop} smallestDifference={settings?.smallestDifference ?? 0.05} />
    </div>
  )
}

function nameOf({ designs }: WardDocument, id: Id): string {
  const design = designs[id]?.[id]
  return design?.kind === 'design' ? design.name : ''
}

/** So much of the plan about a place shows where it is. Metres. */
const AROUND_PLACE_M = 3

function extentAround(points: readonly Point[]) {
  const { left, bottom, right, top } = boxOf(points)
  return { left: left - AROUND_PLACE_M, bottom: bottom - AROUND_PLACE_M, right: right + AROUND_PLACE_M, top: top + AROUND_PLACE_M }
}
