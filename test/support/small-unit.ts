import type { Id } from '#shared/base/ids'
import { addDesign } from '#shared/commands/add-design'
import { addOpening } from '#shared/commands/add-opening'
import { placeFixture } from '#shared/commands/place-fixture'
import { placeRoom } from '#shared/commands/place-room'
import type { WardDocument } from '#shared/document/document'
import type { WardRecord } from '#shared/document/record'
import { catalogueEntry } from './catalogue'
import { counterIds } from './counter-ids'
import { type Script, scriptFrom } from './script'

export type SmallUnit = { readonly script: Script; readonly freshId: ReturnType<typeof counterIds>; readonly ids: Readonly<Record<string, Id>> }

/**
 * Two rooms of 4 m x 3 m side by side, Store at 0, 0 and Office at 4, 0, and a larger Ward of 8 m x 4 m
 * above them, in a building of 12 m x 8 m: free floor at the right. A door from Store to Office, one from
 * Office to Ward, a bed in Ward and a desk in Store.
 */
export function smallUnit(): SmallUnit {
  const freshId = counterIds()
  const script = scriptFrom()
  const outline = [
    { x: -0.15, y: -0.15 },
    { x: 12.15, y: -0.15 },
    { x: 12.15, y: 8.15 },
    { x: -0.15, y: 8.15 },
  ]
  const design = script.run((document) => addDesign(document, { name: 'A', outline }, freshId))
  const place = (name: string, x: number, y: number, width: number, depth: number) =>
    script.run((document) => placeRoom(document, { design, roomType: name.toLowerCase(), name, x, y, width, depth }, freshId))
  const door = (name: string, room: Id, corner: string, along: number) =>
    script.run((document) => addOpening(document, { opening: 'door', name, on: { room, corner }, along, width: 1 }, freshId))
  const furnish = (file: string, x: number, y: number) =>
    script.run((document) => placeFixture(document, { design, entry: catalogueEntry(file), x, y }, freshId))
  const [store, office, ward] = [place('Store', 0, 0, 4, 3), place('Office', 4, 0, 4, 3), place('Ward', 0, 3, 8, 4)] as const
  return {
    script,
    freshId,
    ids: {
      design,
      store,
      office,
      ward,
      storeDoor: door('Store door', store, 'east', 1),
      officeDoor: door('Office door', office, 'north', 1.5),
      bed: furnish('bed.json', 2, 5.5),
      desk: furnish('desk.json', 1, 1),
    },
  }
}

/** A record of any design of a document, by id; fails where there is none. */
export function recordOf<K extends WardRecord['kind']>(document: WardDocument, id: Id | undefined, kind: K): Extract<WardRecord, { kind: K }> {
  for (const table of Object.values(document.designs)) {
    const record = table[id ?? '']
    if (record?.kind === kind) return record as Extract<WardRecord, { kind: K }>
  }
  throw new Error(`No ${kind} ${id}`)
}
