import { memo } from 'react'
import type { Id } from '#shared/base/ids'
import { buildBuilding } from '#shared/building/build-building'
import type { RecordTable, WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import type { PlanLens } from '../plan/plan-lens'
import type { Whole } from '../plan/use-whole-view'
import { useView } from '../state/react'
import { shownDocument } from '../state/shown-document'
import { shownStorey } from '../state/shown-storey'
import type { Findings } from '../state/use-findings'
import { type Beside, lawfulChange } from '../state/view-store'
import { Canvas } from './Canvas'
import { TwoDesigns } from './TwoDesigns'
import type { ShownDifferences } from './use-differences'

type DesignCanvasProps = {
  readonly document: WardDocument
  readonly design: Design
  readonly table: RecordTable
  readonly sides: readonly [left: Id, right: Id] | undefined
  readonly beside: Beside | undefined
  readonly differences: ShownDifferences | undefined
  readonly lens: PlanLens
  readonly whole: Whole
  readonly found: Findings
}

/** The drawing in the middle of the stage. Nothing but this is drawn at every move of a gesture. */
export const DesignCanvas = memo(function DesignCanvas({
  document,
  design,
  table,
  sides,
  beside,
  differences,
  lens,
  whole,
  found,
}: DesignCanvasProps) {
  const lawful = useView((view) => lawfulChange(view.preview))
  const wanted = useView((view) => view.storey)
  const shown = shownDocument(document, lawful)
  if (sides !== undefined && beside !== undefined && differences !== undefined) {
    return <TwoDesigns document={document} shown={shown} sides={sides} beside={beside} lens={lens} differences={differences} />
  }
  const building = buildBuilding(shown.designs[design.id] ?? table, document.workshop)
  const storey = shownStorey(building, shown, wanted)
  if (storey === undefined) return null
  return <Canvas document={document} design={design} table={table} storey={storey} building={building} lens={lens} whole={whole} found={found} />
})
