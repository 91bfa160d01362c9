import type { Id } from '#shared/base/ids'
import { dragRoom } from '#shared/commands/drag-room'
import type { Edit } from '#shared/commands/edit'
import { moveFixture } from '#shared/commands/move-fixture'
import { moveOpening } from '#shared/commands/move-opening'
import { moveWall } from '#shared/commands/move-wall'
import { swapRooms } from '#shared/commands/swap-rooms'
import type { Change } from '#shared/document/change'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { seededRandom } from './seeded-random'

/** What somebody might do next to a design. */
export type Preview = { readonly what: 'move' | 'swap' | 'wall' | 'opening' | 'fixture'; readonly change: Change }

/**
 * Lawful edits of a design, one after the other from the same document, as a pointer would try them: a
 * random room moved by 0.1 to 4 m or swapped with another, or a wall, an opening or a fixture moved.
 * Refused ones are drawn again. The same seed gives the same edits.
 */
export function lawfulPreviews(document: WardDocument, design: Id, count: number, seed: number): readonly Preview[] {
  const random = seededRandom(seed)
  const table = document.designs[design]!
  const rooms = recordsOf(table, 'room')
  const openings = recordsOf(table, 'opening')
  const fixtures = recordsOf(table, 'fixture')
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const draws: Readonly<Record<Preview['what'], () => Edit>> = {
    move: () => {
      const far = 0.1 + random() * 3.9
      const turn = random() * 2 * Math.PI
      return dragRoom(document, { room: pick(rooms).id, dx: far * Math.cos(turn), dy: far * Math.sin(turn) })
    },
    swap: () => swapRooms(document, { room: pick(rooms).id, other: pick(rooms).id }),
    wall: () => {
      const room = pick(rooms)
      return moveWall(document, { room: room.id, corner: pick(room.corners).key, outwards: (random() - 0.5) * 2 })
    },
    opening: () => {
      const opening = pick(openings)
      return moveOpening(document, { opening: opening.id, along: Math.max(0, opening.along + (random() - 0.5) * 2) })
    },
    fixture: () => moveFixture(document, { fixture: pick(fixtures).id, dx: (random() - 0.5) * 2, dy: (random() - 0.5) * 2 }),
  }
  const kinds: readonly Preview['what'][] = ['move', 'swap', 'wall', 'opening', 'fixture']
  const previews: Preview[] = []
  // The kinds take turns; one that nothing lawful can be found of is passed over.
  for (let turn = 0; previews.length < count && turn < 20 * count; turn++) {
    const what = kinds[turn % kinds.length]!
    for (let tries = 0; tries < 100; tries++) {
      const edit = draws[what]()
      if (edit.status !== 'done') continue
      const { added, updated, removed } = edit.change
      if (added.length + updated.length + removed.length === 0) continue
      previews.push({ what, change: edit.change })
      break
    }
  }
  if (previews.length < count) throw new Error(`Only ${previews.length} of ${count} lawful edits found`)
  return previews
}
