import { dragRoom } from '#shared/commands/drag-room'
import type { Edit } from '#shared/commands/edit'
import { moveFixture } from '#shared/commands/move-fixture'
import { moveFreeWall } from '#shared/commands/move-free-wall'
import { moveOpening } from '#shared/commands/move-opening'
import { moveWall } from '#shared/commands/move-wall'
import { moveNote } from '#shared/commands/notes'
import { hostLength, meantAlong } from '#shared/commands/opening-fit'
import { moveRoomCorner } from '#shared/commands/room-corners'
import type { RecordTable, WardDocument } from '#shared/document/document'
import type { Point } from '#shared/geometry/point'
import { cornerOf, lineOfEdge, lineOfOpening } from './edge-line'
import type { Target } from './target'

/**
 * The edit that takes a target along by (x, y) metres: an opening slides in its wall, a wall moves across itself, and a right-angled
 * corner stays one (`isSquare`).
 */
export function editBy(document: WardDocument, table: RecordTable, target: Target, by: Point, isSquare = true): Edit | undefined {
  switch (target.kind) {
    case 'room':
      return dragRoom(document, { room: target.id, dx: by.x, dy: by.y })
    case 'fixture':
      return moveFixture(document, { fixture: target.id, dx: by.x, dy: by.y })
    case 'wall':
      return moveFreeWall(document, { wall: target.id, dx: by.x, dy: by.y })
    case 'note':
      return moveNote(document, { note: target.id, dx: by.x, dy: by.y })
    case 'opening': {
      const opening = table[target.id]
      if (opening?.kind !== 'opening') return undefined
      const line = lineOfOpening(table, opening)
      if (line === undefined) return undefined
      const along = opening.along + by.x * line.along.x + by.y * line.along.y
      const host = hostLength(table, opening.on) ?? 0
      // One that stands in a corner already may stay there.
      const meant = meantAlong(along, opening.width, host)
      const isOut = Math.abs(meant - opening.along) > Math.abs(along - opening.along)
      return moveOpening(document, { opening: target.id, along: isOut ? along : meant })
    }
    case 'corner': {
      const corner = cornerOf(table, target.id, target.corner)
      return corner && moveRoomCorner(document, { room: target.id, corner: target.corner, to: { x: corner.x + by.x, y: corner.y + by.y }, isSquare })
    }
    case 'edge': {
      const line = lineOfEdge(table, target.id, target.corner)
      if (line === undefined) return undefined
      // Corners run counter-clockwise, so the outside lies on the right of the edge.
      return moveWall(document, { room: target.id, corner: target.corner, outwards: by.x * line.along.y - by.y * line.along.x })
    }
  }
}
