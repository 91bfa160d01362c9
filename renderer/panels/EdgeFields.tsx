import { Button, Select } from '@mantine/core'
import type { Edit } from '#shared/commands/edit'
import { addRoomCorner, removeRoomCorner } from '#shared/commands/room-corners'
import { setRoomEdge } from '#shared/commands/set-room-edge'
import { setWallKind } from '#shared/commands/set-wall-kind'
import type { WardDocument } from '#shared/document/document'
import type { Corner, Room } from '#shared/document/elements/room'
import { EdgeKind } from '#shared/document/vocabulary'
import { NumberField } from '../controls/NumberField'
import { useDesk, useView } from '../state/react'
import { words } from '../state/words'

/** The walls of a room one by one: what each is made of, and where it bends. The one that was pressed on the plan is picked. */
export function EdgeFields({
  document,
  room,
  isLocked,
  onCommit,
}: {
  readonly document: WardDocument
  readonly room: Room
  readonly isLocked: boolean
  readonly onCommit: (edit: Edit) => void
}) {
  const desk = useDesk()
  const part = useView((view) => view.part)
  const picked = part?.room === room.id ? part.corner : undefined
  const kinds = EdgeKind.options.map((value) => ({ value, label: words(`edge.${value}`) }))
  return (
    <details className="more" open={picked === undefined ? undefined : true}>
      <summary>{words('edges.title', { count: room.corners.length })}</summary>
      <ul className="edges">
        {room.corners.map((corner, index) => {
          const to = room.corners[(index + 1) % room.corners.length] as Corner
          const length = Math.hypot(to.x - corner.x, to.y - corner.y)
          const edge = { room: room.id, corner: corner.key }
          const isPicked = corner.key === picked
          const name = words(`edges.${sideOf(corner, to)}`, { length })
          return (
            <li key={corner.key} className={isPicked ? 'is-picked' : ''}>
              <button type="button" className="edge-name" aria-pressed={isPicked} onClick={() => desk.pickEdge(isPicked ? undefined : edge)}>
                {name}
              </button>
              <Select
                aria-label={words('edges.kind', { edge: name })}
                data={kinds}
                value={corner.edge}
                allowDeselect={false}
                disabled={isLocked}
                onChange={(value) => value !== null && onCommit(setWallKind(document, { ...edge, edge: EdgeKind.parse(value) }))}
              />
              {isPicked && !isLocked && (
                <div className="edge-more">
                  <NumberField
                    label={words('edges.thickness')}
                    value={corner.thickness ?? 0.12}
                    unit="m"
                    step={0.01}
                    onCommit={(thickness) => onCommit(setRoomEdge(document, { ...edge, fields: { thickness: Math.max(0, thickness) } }))}
                  />
                  <Button variant="default" onClick={() => onCommit(addRoomCorner(document, { ...edge, along: length / 2 }))}>
                    {words('edges.add-corner')}
                  </Button>
                  <Button variant="default" disabled={room.corners.length === 3} onClick={() => onCommit(removeRoomCorner(document, edge))}>
                    {words('edges.remove-corner')}
                  </Button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </details>
  )
}

/** Which way an edge of a room looks, most of all. Corners run counter-clockwise, so its outside is on its right. */
function sideOf(from: Corner, to: Corner): 'right' | 'left' | 'above' | 'below' {
  const [x, y] = [to.y - from.y, from.x - to.x]
  if (Math.abs(x) >= Math.abs(y)) return x > 0 ? 'right' : 'left'
  return y > 0 ? 'above' : 'below'
}
