import { ActionIcon, Button, SegmentedControl } from '@mantine/core'
import { GitCompareArrows, Lock, X } from 'lucide-react'
import type { CSSProperties } from 'react'
import type { Id } from '#shared/base/ids'
import { buildBuilding } from '#shared/building/build-building'
import type { Building, BuildingStorey } from '#shared/building/building'
import type { DifferenceMark } from '#shared/comparison/difference-marks'
import type { RecordTable, WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { extentOf } from '#shared/drawing/draw-design'
import type { Extent } from '../plan/camera'
import type { PlanLens } from '../plan/plan-lens'
import type { Whole } from '../plan/use-whole-view'
import { useDesk, useView } from '../state/react'
import { shownStorey } from '../state/shown-storey'
import type { Beside } from '../state/view-store'
import { words } from '../state/words'
import { Canvas } from './Canvas'
import { SwipeDivider } from './SwipeDivider'
import './two-designs.css'
import type { ShownDifferences } from './use-differences'

export type TwoDesignsProps = {
  readonly document: WardDocument
  /** With the edit under way. */
  readonly shown: WardDocument
  readonly sides: readonly [left: Id, right: Id]
  readonly beside: Beside
  readonly lens: PlanLens
  readonly differences: ShownDifferences
}

/** Two designs side by side, or one over the other with a divider between them; what is pressed in one is worked on. */
export function TwoDesigns({ document, shown, sides, beside, lens, differences }: TwoDesignsProps) {
  const desk = useDesk()
  const wanted = useView((view) => view.storey)
  const [left, right] = [sideOf(document, shown, sides[0], wanted), sideOf(document, shown, sides[1], wanted)]
  const isSwipe = beside.arrangement === 'swipe'
  if (left === undefined || right === undefined) return <p className="stage-empty">{words('plan.no-storey')}</p>
  const extents = [left, right].flatMap(({ storey }) => extentOf(storey) ?? [])
  const whole = { key: `${left.storey.storey.id} ${right.storey.storey.id}`, extent: extents.length === 0 ? undefined : around(extents) }
  const isOpen = beside.differences !== undefined
  return (
    <section
      className={`two ${isSwipe ? 'is-swipe' : 'is-side'}`}
      aria-label={words('beside.title', { left: left.design.name, right: right.design.name })}
    >
      <div className="two-bar">
        <SideName design={left.design} />
        <div className="two-choices">
          <SegmentedControl
            aria-label={words('beside.arrangement')}
            value={beside.arrangement}
            onChange={(value) => desk.arrange(value === 'swipe' ? 'swipe' : 'side')}
            data={[
              { value: 'side', label: words('beside.side') },
              { value: 'swipe', label: words('beside.swipe') },
            ]}
          />
          <Button
            variant={isOpen ? 'light' : 'subtle'}
            color={isOpen ? 'accent' : 'dark'}
            aria-pressed={isOpen}
            leftSection={<GitCompareArrows size={16} aria-hidden />}
            onClick={() => desk.showDifferences(isOpen ? undefined : { isAllDrawn: true, picked: undefined })}
          >
            {words('differs.open', { count: differences.all.length })}
          </Button>
          <ActionIcon aria-label={words('beside.close')} onClick={() => desk.showBeside(undefined)}>
            <X size={20} />
          </ActionIcon>
        </div>
        <SideName design={right.design} />
      </div>
      <div className="two-panes" style={{ '--divider': `${beside.divider * 100}%` } as CSSProperties}>
        <Pane document={document} side={left} lens={lens} whole={whole} marks={differences.marks.from} place="left" hasBar={isSwipe} />
        <Pane document={document} side={right} lens={lens} whole={whole} marks={differences.marks.to} place="right" hasBar />
        {isSwipe && <SwipeDivider left={left.design.name} right={right.design.name} at={beside.divider} onMove={desk.moveDivider} />}
      </div>
    </section>
  )
}

type Side = { readonly design: Design; readonly table: RecordTable; readonly building: Building; readonly storey: BuildingStorey }

function sideOf(document: WardDocument, shown: WardDocument, id: Id, wanted: Id | undefined): Side | undefined {
  const table = document.designs[id]
  const design = table?.[id]
  if (table === undefined || design?.kind !== 'design') return undefined
  const building = buildBuilding(shown.designs[id] ?? table, document.workshop)
  const storey = shownStorey(building, shown, wanted)
  return storey === undefined ? undefined : { design, table, building, storey }
}

/** Whose side it is, and whether it is the one that is worked on. */
function SideName({ design }: { readonly design: Design }) {
  const desk = useDesk()
  const isActive = useView((view) => view.design === design.id)
  return (
    <h2 className="two-name">
      <button
        type="button"
        aria-pressed={isActive}
        title={isActive ? words('beside.active') : words('beside.activate')}
        onClick={() => desk.showDesign(design.id)}
      >
        {design.locked && <Lock size={14} aria-hidden />}
        <span>{design.name}</span>
      </button>
    </h2>
  )
}

type PaneProps = {
  readonly document: WardDocument
  readonly side: Side
  readonly lens: PlanLens
  readonly whole: Whole
  readonly marks: readonly DifferenceMark[]
  readonly place: 'left' | 'right'
  readonly hasBar: boolean
}

function Pane({ document, side: { design, table, building, storey }, lens, whole, marks, place, hasBar }: PaneProps) {
  const desk = useDesk()
  const isActive = useView((view) => view.design === design.id)
  const isPlan = useView((view) => view.show === 'plan')
  return (
    <div
      className={`pane is-${place} ${isActive ? 'is-active' : ''}`}
      data-testid={`pane-${place}`}
      onPointerDownCapture={(event) => {
        // Panning looks at both; only a press that picks or drags something is work on this one.
        if (isPlan && event.button === 0) desk.showDesign(design.id)
      }}
    >
      <Canvas
        document={document}
        design={design}
        table={table}
        storey={storey}
        building={building}
        lens={lens}
        whole={whole}
        marks={marks}
        hasBar={hasBar}
      />
    </div>
  )
}

function around(extents: readonly Extent[]): Extent {
  return {
    left: Math.min(...extents.map(({ left }) => left)),
    bottom: Math.min(...extents.map(({ bottom }) => bottom)),
    right: Math.max(...extents.map(({ right }) => right)),
    top: Math.max(...extents.map(({ top }) => top)),
  }
}
