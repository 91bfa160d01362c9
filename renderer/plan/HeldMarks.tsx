import { useMemo } from 'react'
import type { BuildingStorey } from '#shared/building/building'
import { footprintOf } from '#shared/commands/footprint'
import { isElement } from '#shared/commands/selection'
import type { RecordTable } from '#shared/document/document'
import type { DesignElement } from '#shared/document/record'
import type { Point } from '#shared/geometry/point'
import { boxOf } from '#shared/geometry/polygon'
import { words } from '../state/words'
import './held-marks.css'

/** A padlock of 12 by 14 pixels about 0, 0. */
const PADLOCK = 'M-3.5,-1V-3.5A3.5,3.5 0 0 1 3.5,-3.5V-1M-6,-1H6V7H-6Z'
/** What the mark keeps from the corner of what it marks. Pixels. */
const INSIDE_PX = 14

/** A padlock on everything that has to stay, and on the corner of a base plan that is locked. */
export function HeldMarks({ table, storey, scale }: { readonly table: RecordTable; readonly storey: BuildingStorey; readonly scale: number }) {
  const storeyId = storey.storey.id
  const held = useMemo(
    () =>
      Object.values(table).filter(
        (record): record is DesignElement =>
          isElement(record) && record.monument !== undefined && (!('storey' in record) || record.storey === storeyId),
      ),
    [table, storeyId],
  )
  const { outline, baseLock } = storey.storey
  const corner = baseLock === undefined || outline === undefined ? undefined : boxOf(outline)
  return (
    <g className="held-marks" aria-hidden>
      {corner !== undefined && baseLock !== undefined && (
        <Padlock at={{ x: corner.left, y: corner.top }} off={-INSIDE_PX} scale={scale} title={words('lock.because', { reason: baseLock })} />
      )}
      {held.map((element) => {
        const place = placeOf(element, storey)
        return place === undefined ? null : (
          <Padlock key={element.id} {...place} scale={scale} title={words('lock.because', { reason: element.monument ?? '' })} />
        )
      })}
    </g>
  )
}

function Padlock({ at, off, scale, title }: { readonly at: Point; readonly off: number; readonly scale: number; readonly title: string }) {
  return (
    <g className="held-mark" transform={`translate(${at.x} ${-at.y}) scale(${1 / scale}) translate(${off} ${off})`}>
      <title>{title}</title>
      <circle r="11" />
      <path d={PADLOCK} />
    </g>
  )
}

/** Inside the upper left corner of a room, in the middle of anything else. */
function placeOf(element: DesignElement, { openings }: BuildingStorey): { readonly at: Point; readonly off: number } | undefined {
  if (element.kind === 'opening') {
    const built = openings.find(({ opening }) => opening.id === element.id)
    return built && { at: { x: (built.from.x + built.to.x) / 2, y: (built.from.y + built.to.y) / 2 }, off: 0 }
  }
  if (element.kind === 'room') {
    const top = Math.max(...element.corners.map(({ y }) => y))
    const left = Math.min(...element.corners.filter(({ y }) => y === top).map(({ x }) => x))
    return { at: { x: left, y: top }, off: INSIDE_PX }
  }
  const { left, right, bottom, top } = boxOf(footprintOf(element))
  return { at: { x: (left + right) / 2, y: (bottom + top) / 2 }, off: 0 }
}
