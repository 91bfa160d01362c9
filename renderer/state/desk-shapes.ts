import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { Edit } from '#shared/commands/edit'
import { groupElements, ungroupElements } from '#shared/commands/group-elements'
import { mergeRooms } from '#shared/commands/merge-rooms'
import { mirrorElements, turnElements } from '#shared/commands/move-elements'
import { removeRecord } from '#shared/commands/remove-record'
import { saveArrangement } from '#shared/commands/save-arrangement'
import { setWallKind } from '#shared/commands/set-wall-kind'
import { swapRooms } from '#shared/commands/swap-rooms'
import type { RecordTable, WardDocument } from '#shared/document/document'
import { EdgeKind } from '#shared/document/vocabulary'
import type { RoomPart } from '../tools/tool'
import type { DeskCore } from './desk-core'
import { freshId } from './fresh-id'
import { selecting } from './view-store'

/** What is done to what is selected: turned, mirrored, swapped, joined, grouped, kept as an arrangement. */
export function createDeskShapes({ view, openDocument, commit, notify }: DeskCore) {
  function edited(editOf: (document: WardDocument, selected: readonly Id[]) => Edit): boolean {
    const open = openDocument()
    const { selected } = view.getState()
    return open !== undefined && selected.length > 0 && commit(editOf(open.document, selected))
  }

  /** The two rooms that are selected; else it says that two are wanted. */
  function ofTwoRooms(editOf: (document: WardDocument, room: Id, other: Id) => Edit): boolean {
    const { selected, design } = view.getState()
    const table = openDocument()?.document.designs[design ?? ''] ?? {}
    const [room, other, third] = selected.filter((id) => table[id]?.kind === 'room')
    if (room !== undefined && other !== undefined && third === undefined) return edited((document) => editOf(document, room, other))
    notify(message('refused.two-rooms'))
    return false
  }

  return {
    /** Counter-clockwise, degrees. */
    turnSelected: (turn: number) => edited((document, elements) => turnElements(document, { elements, turn })),
    mirrorSelected: (across: 'x' | 'y') => edited((document, elements) => mirrorElements(document, { elements, across })),
    swapSelected: () => ofTwoRooms((document, room, other) => swapRooms(document, { room, other })),
    mergeSelected(): void {
      ofTwoRooms((document, room, other) => mergeRooms(document, { room, other }))
    },
    groupSelected: () => edited((document, elements) => groupElements(document, { elements }, freshId)),
    ungroupSelected: () => edited((document, elements) => ungroupElements(document, { elements })),
    /** Picks an edge of a room, as a press on its wall does. */
    pickEdge: (part: RoomPart | undefined) => view.setState(({ selected }) => selecting(part === undefined ? selected : [part.room], part)),
    /** Wall, glazing, open, and round again: the edge that is picked. */
    turnOverEdge(): void {
      const { part, design } = view.getState()
      const room = part && openDocument()?.document.designs[design ?? '']?.[part.room]
      const corner = room?.kind === 'room' ? room.corners.find(({ key }) => key === part?.corner) : undefined
      if (part === undefined || corner === undefined) {
        notify(message('refused.no-edge'))
        return
      }
      const kinds = EdgeKind.options
      const edge = kinds[(kinds.indexOf(corner.edge) + 1) % kinds.length] ?? 'wall'
      edited((document) => setWallKind(document, { ...part, edge }))
    },
    /** Keeps what is selected in the catalogue of the workshop. */
    keepArrangement: (name: string) => edited((document, elements) => saveArrangement(document, { id: freshId('arrangement'), name, elements })),
    removeArrangement(id: Id): void {
      const open = openDocument()
      if (open !== undefined) commit(removeRecord(open.document, { id }))
    },
  }
}

/** The edge that was picked, as long as it is there. */
export function partStanding(part: RoomPart | undefined, table: RecordTable | undefined): RoomPart | undefined {
  const room = part && table?.[part.room]
  return room?.kind === 'room' && room.corners.some(({ key }) => key === part?.corner) ? part : undefined
}
