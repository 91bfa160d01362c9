import { memo, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { BuildingStorey } from '#shared/building/building'
import type { Edit } from '#shared/commands/edit'
import type { RecordTable, WardDocument } from '#shared/document/document'
import { drawOpening } from '#shared/drawing/draw-openings'
import type { Point } from '#shared/geometry/point'
import { boxesMeet, boxOf } from '#shared/geometry/polygon'
import { say, words } from '../state/words'
import { type Clearance, type ClearSide, clearancesOf, clearBy } from '../tools/clearances'
import { typedLength } from '../tools/typed-length'
import { badgeSpot } from './badge-spot'
import './dimensions.css'

/** Lines that are shorter have no room for their length, unless it was asked for by its key. Pixels. */
const SHORTEST_PX = { across: 52, up: 18 }

/** The distances beside what is selected: read while it is dragged, and typed over one by one. They are gone with the selection. */
export function Dimensions({ storey, ...rest }: DimensionsProps) {
  // Null, since React takes undefined for no first value at all, and would draw them at once.
  const settled = useDeferredValue<BuildingStorey | null>(storey, null)
  return settled === null ? null : <SettledDimensions storey={settled} {...rest} />
}

type DimensionsProps = {
  readonly document: WardDocument
  /** As committed; the storey is as shown. */
  readonly table: RecordTable
  readonly storey: BuildingStorey
  readonly id: Id
  /** It is being dragged: distances are only read. */
  readonly isHeld: boolean
  /** Counts the times that they were asked for by their key: then all are there, and the first has the focus. */
  readonly askedCount: number
  readonly toView: (at: Point) => Point
  readonly onCommit: (edit: Edit) => boolean
}

/** Figures are read a moment after the plan: a move of a drag passes them by. */
const SettledDimensions = memo(function SettledDimensions({ document, table, storey, id, isHeld, askedCount, toView, onCommit }: DimensionsProps) {
  const clearances = useMemo(() => clearancesOf(storey, table, id), [storey, table, id])
  const [typing, setTyping] = useState<ClearSide | undefined>()
  const [isAsked, setAsked] = useState(false)
  const [seen, setSeen] = useState(askedCount)
  const box = useRef<HTMLDivElement>(null)
  const focused = useRef<ClearSide | undefined>(undefined)
  if (seen !== askedCount) {
    setSeen(askedCount)
    setAsked(true)
  }
  useEffect(() => {
    if (isAsked && askedCount > 0) box.current?.querySelector('button')?.focus()
  }, [isAsked, askedCount])
  useEffect(() => {
    if (typing !== undefined || focused.current === undefined) return
    box.current?.querySelector<HTMLElement>(`[data-side="${focused.current}"]`)?.focus()
    focused.current = undefined
  }, [typing])

  const commit = (clearance: Clearance, text: string) => {
    const wanted = typedLength(text)
    focused.current = clearance.side
    setTyping(undefined)
    if (wanted === undefined || Math.abs(wanted - clearance.length) < 0.0005) return
    const edit = clearBy(document, table, id, clearance, wanted)
    if (edit !== undefined) onCommit(edit)
  }
  const shown = clearances.map((clearance) => ({ clearance, a: toView(clearance.from), b: toView(clearance.to) }))
  const doors = useMemo(() => doorsBeside(storey, clearances), [storey, clearances]).map((points) => boxOf(points.map(toView)))
  return (
    <div className={`dimensions ${isHeld ? 'is-held' : ''}`} ref={box}>
      <svg aria-hidden="true">
        {shown.map(({ clearance: { side }, a, b }) => (
          <path key={side} d={`M${a.x},${a.y}L${b.x},${b.y}`} />
        ))}
      </svg>
      {shown.map(({ clearance, a, b }) => {
        const { side, length } = clearance
        const said = say(message('plan.length', { length }))
        const spot = badgeSpot(a, b, { width: said.length * LETTER_PX + FRAME_PX, height: BADGE_PX }, doors)
        const style = { transform: `translate(-50%, -50%) translate(${spot.x}px, ${spot.y}px)` }
        if (typing === side) {
          return (
            <LengthField
              key={side}
              style={style}
              length={length}
              label={words(`dimension.${side}`)}
              onCommit={(text) => commit(clearance, text)}
              onLeave={() => {
                focused.current = side
                setTyping(undefined)
              }}
            />
          )
        }
        if (!isAsked && Math.abs(b.x - a.x) < SHORTEST_PX.across && Math.abs(b.y - a.y) < SHORTEST_PX.up) return null
        return (
          <button
            key={side}
            type="button"
            data-side={side}
            style={style}
            aria-label={words('dimension.change', { what: words(`dimension.${side}`), length: said })}
            onClick={() => {
              setTyping(side)
              setAsked(true) // whatever is typed, it can be typed again
            }}
          >
            {said}
          </button>
        )
      })}
    </div>
  )
})

/** A badge as it is drawn: its letters, about them, and its height. Pixels. */
const LETTER_PX = 8
const FRAME_PX = 14
const BADGE_PX = 24
/** A badge reaches no further from its line, however far the plan is zoomed out within reason. Metres. */
const NEAR_M = 4

/** The doors near the lines, each by the points that it is drawn through, its leaf included. */
function doorsBeside(storey: BuildingStorey, lines: readonly Clearance[]): readonly (readonly Point[])[] {
  const near = lines.map(({ from, to }) => boxOf([from, to]))
  return storey.openings.flatMap((built) => {
    const box = boxOf([built.from, built.to])
    if (!near.some((line) => boxesMeet(line, box, NEAR_M))) return []
    const points = drawOpening(built).flatMap(({ role, form }) => {
      if (role !== 'doorGap' && role !== 'doorLeaf') return []
      return form.type === 'polygon' ? form.rings.flat() : form.type === 'polyline' ? form.points : []
    })
    return points.length === 0 ? [] : [points]
  })
}

function LengthField({
  style,
  length,
  label,
  onCommit,
  onLeave,
}: {
  readonly style: { readonly transform: string }
  readonly length: number
  readonly label: string
  readonly onCommit: (text: string) => void
  readonly onLeave: () => void
}) {
  const [text, setText] = useState(String(Number(length.toFixed(3))))
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  return (
    <input
      ref={field}
      style={style}
      aria-label={label}
      value={text}
      inputMode="decimal"
      autoComplete="off"
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={onLeave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onCommit(text)
        else if (event.key === 'Escape') onLeave()
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}
