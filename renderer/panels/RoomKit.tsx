import type { PointerEvent } from 'react'
import { useMemo } from 'react'
import { compareWithBrief } from '#shared/building/brief'
import type { Building } from '#shared/building/building'
import { kitSize } from '#shared/building/kit-size'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { RoomType } from '#shared/document/workshop'
import { beginCarry } from '../state/carry'
import { useDesk, useView } from '../state/react'
import type { Preview } from '../state/view-store'
import { words } from '../state/words'
import { SELECT } from '../tools/tool-choice'
import './room-kit.css'

type Line = {
  readonly type: RoomType
  readonly wanted: number
  readonly placed: number
  readonly below: number
  readonly minimum: number | undefined
}

/** Every type of room with how many the brief still wants: one is taken in the hand by a click, or dragged onto the plan. */
export function RoomKit({ building, workshop }: { readonly building: Building; readonly workshop: RecordTable }) {
  const lines = useMemo(() => linesOf(building, workshop), [building, workshop])
  const isWithinOutline = building.storeys.some(({ storey }) => storey.outline !== undefined)
  const wanted = lines.filter((line) => line.wanted > 0)
  const others = lines.filter((line) => line.wanted === 0)
  const left = wanted.reduce((sum, line) => sum + Math.max(0, line.wanted - line.placed), 0)
  return (
    <section className="kit" aria-label={words('kit.rooms')}>
      <p className="kit-sum" role="status">
        {words(wanted.length === 0 ? 'kit.no-brief' : left === 0 ? 'kit.all-placed' : 'kit.left', { count: left })}
      </p>
      <ul>
        {wanted.map((line) => (
          <KitRow key={line.type.id} line={line} isWithinOutline={isWithinOutline} />
        ))}
      </ul>
      {others.length > 0 && <h2>{words('kit.others')}</h2>}
      <ul>
        {others.map((line) => (
          <KitRow key={line.type.id} line={line} isWithinOutline={isWithinOutline} />
        ))}
      </ul>
    </section>
  )
}

function KitRow({
  line: { type, wanted, placed, below, minimum },
  isWithinOutline,
}: {
  readonly line: Line
  /** A building is drawn for it to stand in. */
  readonly isWithinOutline: boolean
}) {
  const desk = useDesk()
  const inHand = useView(({ tool }) => tool.tool === 'put' && tool.room.roomType === type.key)
  const { width, depth } = kitSize(type, minimum, isWithinOutline)
  const take = () => desk.setTool({ tool: 'put', room: { roomType: type.key, name: type.name, width, depth } })
  const area = width * depth
  const count = wanted === 0 ? words('kit.placed', { placed }) : words('kit.count', { placed, wanted })
  return (
    <li>
      <button
        type="button"
        className={`kit-room ${wanted > 0 && placed >= wanted ? 'is-done' : ''}`}
        aria-pressed={inHand}
        onClick={take}
        onPointerDown={(event) => draggedOut(event, take, () => desk.setTool(SELECT))}
      >
        <span className="kit-swatch" style={{ background: `var(--zone-${type.zone})`, aspectRatio: `${width} / ${depth}` }} aria-hidden />
        <span className="kit-name">
          {type.name}
          <span className="quiet small">
            {words('kit.size', { width, depth })}
            {minimum !== undefined && minimum > area && ` · ${words('kit.least', { minimum })}`}
            {below > 0 && ` · ${words('kit.below', { below })}`}
          </span>
        </span>
        <span className="kit-count">{count}</span>
      </button>
    </li>
  )
}

/**
 * A press that leaves the button takes it along: the plan gets the moves, and letting go there puts it down. Then the hand is empty
 * again, unless Shift is held: the next one is in it.
 */
export function draggedOut(event: PointerEvent<HTMLElement>, take: () => void, putAway: () => void): void {
  if (event.button !== 0) return
  const element = event.currentTarget
  const { pointerId } = event
  if (element.hasPointerCapture(pointerId)) element.releasePointerCapture(pointerId)
  const leave = () => {
    stop()
    take()
    beginCarry()
    // The window hears of it last: what it was let go over has put it down by then.
    window.addEventListener('pointerup', ({ shiftKey }) => shiftKey || putAway(), { once: true })
  }
  const stop = () => {
    element.removeEventListener('pointerleave', leave)
    window.removeEventListener('pointerup', stop)
  }
  element.addEventListener('pointerleave', leave)
  window.addEventListener('pointerup', stop)
}

/** While a room is put down, moved or resized: how many of its type there are then, and its floor against what is wanted. */
export function RoomKitNote({
  building,
  workshop,
  preview,
}: {
  /** With the preview, if it is lawful. */
  readonly building: Building
  readonly workshop: RecordTable
  readonly preview: Preview | undefined
}) {
  const carried = useView(({ tool }) => (tool.tool === 'put' || tool.tool === 'room' ? (tool.tool === 'put' ? tool.room : tool).roomType : undefined))
  const change = preview?.edit.status === 'done' ? preview.edit.change : undefined
  const rooms = change === undefined ? [] : [...change.added, ...change.updated.map(([, to]) => to)].filter((record) => record.kind === 'room')
  const [room] = rooms
  // Over a neighbour nothing is put down, and what is still to place stays in sight.
  const roomType = rooms.length === 1 ? room?.roomType : preview?.edit.status === 'refused' ? carried : undefined
  const line = roomType === undefined ? undefined : linesOf(building, workshop).find(({ type }) => type.key === roomType)
  if (line === undefined) return null
  const built = rooms.length === 1 ? building.storeys.flatMap((storey) => storey.rooms).find((each) => each.room.id === room?.id) : undefined
  const isBelow = built !== undefined && line.minimum !== undefined && built.netArea < line.minimum - 1e-6
  return (
    <p className={`kit-note ${isBelow ? 'is-below' : ''}`} role="status">
      <strong>{line.type.name}</strong>
      {line.wanted > 0 && <span>{words('kit.count', { placed: line.placed, wanted: line.wanted })}</span>}
      {built !== undefined && (
        <span>
          {line.minimum === undefined
            ? words('kit.area', { area: built.netArea })
            : words(isBelow ? 'kit.area-below' : 'kit.area-of', { area: built.netArea, minimum: line.minimum })}
        </span>
      )}
    </p>
  )
}

function linesOf(building: Building, workshop: RecordTable): readonly Line[] {
  const compared = new Map((compareWithBrief(building, workshop)?.lines ?? []).map((line) => [line.roomType, line]))
  const requirements = recordsOf(workshop, 'requirement')
  const drawn = building.storeys.flatMap(({ rooms }) => rooms)
  const lines = recordsOf(workshop, 'roomType').map((type): Line => {
    const line = compared.get(type.key)
    const minimums = requirements.flatMap((row) => (row.roomType === type.key && row.minimumArea !== undefined ? [row.minimumArea] : []))
    const wanted = line?.wanted ?? 0
    return {
      type,
      wanted,
      // What serves as it counts too; what is beyond the brief is said as well.
      placed: wanted === 0 ? drawn.filter(({ room }) => room.roomType === type.key).length : (line?.rooms.length ?? 0) + (line?.extra.length ?? 0),
      below: line?.below.length ?? 0,
      minimum: minimums.length > 0 ? Math.min(...minimums) : type.minimumArea,
    }
  })
  const order = new Map(requirements.map(({ roomType }, index) => [roomType, index]))
  return [...lines].sort((a, b) => (order.get(a.type.key) ?? 1e6) - (order.get(b.type.key) ?? 1e6))
}
