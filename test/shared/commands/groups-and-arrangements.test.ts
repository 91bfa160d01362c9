import { readdirSync, readFileSync } from 'node:fs'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { Id } from '#shared/base/ids'
import { buildBuilding } from '#shared/building/build-building'
import { isLawful } from '#shared/building/lawful'
import { addConnector } from '#shared/commands/add-connector'
import { addStorey } from '#shared/commands/add-storey'
import { arrayFixture } from '#shared/commands/array-fixture'
import { copyElements } from '#shared/commands/copy-elements'
import { groupElements, ungroupElements, withItsGroup } from '#shared/commands/group-elements'
import { moveElements } from '#shared/commands/move-elements'
import { placeArrangement, sizeOfPieces } from '#shared/commands/place-arrangement'
import { readyPieces } from '#shared/commands/ready-pieces'
import { saveArrangement } from '#shared/commands/save-arrangement'
import { selectionOf } from '#shared/commands/selection'
import { recordsOf } from '#shared/document/document'
import { ReadyArrangement } from '#shared/document/ready-arrangement'
import { WardRecord } from '#shared/document/record'
import { canonicalText } from '#shared/exchange/canonical-text'
import { documentFromText } from '#shared/exchange/document-text'
import { catalogueEntry, shippedCatalogue } from '#test/support/catalogue'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { recordOf, smallUnit } from '#test/support/small-unit'
import { workedExample } from '#test/support/worked-example'

const { script, ids, freshId } = smallUnit()
const document = script.document()
const { design, store, office, ward, bed, desk, storeDoor } = ids as Record<'design' | 'store' | 'office' | 'ward' | 'bed' | 'desk' | 'storeDoor', Id>
const table = (after = document) => after.designs[design] ?? {}

describe('groups', () => {
  const grouped = doUndoRedo(document, groupElements(document, { elements: [store, bed, storeDoor] }, freshId))

  it('hold what was selected together, but for openings, which go with their room', () => {
    expect(withItsGroup(table(grouped), bed)).toEqual([bed, store].sort())
    expect(withItsGroup(table(grouped), desk)).toEqual([desk])
    expect(withItsGroup(table(grouped), storeDoor)).toEqual([storeDoor])
  })

  it('are taken apart by any one of theirs', () => {
    const apart = doUndoRedo(grouped, ungroupElements(grouped, { elements: [bed] }))
    expect(canonicalText(apart)).toBe(canonicalText(document))
    expect(refusalOf(ungroupElements(document, { elements: [bed] })).reason.key).toBe('refused.no-group')
    expect(refusalOf(groupElements(document, { elements: [bed] }, freshId)).reason.key).toBe('refused.too-few')
  })

  it('take in the rest of a group that one of theirs was of', () => {
    const larger = doUndoRedo(grouped, groupElements(grouped, { elements: [bed, desk] }, freshId))
    expect(withItsGroup(table(larger), desk)).toEqual([bed, desk, store].sort())
  })

  it('are copied as groups of their own', () => {
    const from = selectionOf(grouped, [bed, store])
    if (from.status === 'refused') throw new Error(from.reason.key)
    const copied = doUndoRedo(grouped, copyElements(grouped, { from, design, dx: 8, dy: 0 }, freshId))
    const members = recordsOf(table(copied), 'fixture').filter(({ group, id }) => group !== undefined && id !== bed)
    expect(members.map(({ entry }) => entry)).toEqual(['bed'])
    const copy = withItsGroup(table(copied), members[0]?.id ?? '')
    expect(copy).toHaveLength(2)
    expect(copy).not.toContain(bed)
    expect(withItsGroup(table(copied), bed)).toEqual([bed, store].sort())
  })
})

describe('arrangements', () => {
  const saved = doUndoRedo(document, saveArrangement(document, { id: 'arrangement_000001', name: ' My store ', elements: [store] }))
  const [mine] = recordsOf(saved.workshop, 'arrangement')

  it('keep a room with its door and its desk about the middle of it', () => {
    // Store is 4 m x 3 m at 0, 0: its middle is 2, 1.5; the desk at 1, 1 stands 1 m left of it and half a metre below.
    expect(mine?.name).toBe('My store')
    expect(mine?.pieces.map(({ kind }) => kind).sort()).toEqual(['fixture', 'opening', 'room'])
    const room = mine?.pieces.find(({ kind }) => kind === 'room')
    expect(room?.kind === 'room' && room.corners.map(({ x, y }) => [x, y])).toEqual([
      [-2, -1.5],
      [2, -1.5],
      [2, 1.5],
      [-2, 1.5],
    ])
    expect(mine?.pieces.find(({ kind }) => kind === 'fixture')).toMatchObject({ x: -1, y: -0.5, entry: 'desk' })
    expect(mine && sizeOfPieces(mine.pieces)).toEqual({ width: 4, depth: 3 })
  })

  it('are in the file, and an opening without its room is no file', () => {
    const unit = workedExample()
    const room = Object.values(unit.designs).flatMap((each) => recordsOf(each, 'opening').flatMap(({ on }) => ('room' in on ? [on.room] : [])))[0]
    const kept = doUndoRedo(unit, saveArrangement(unit, { id: 'arrangement_000001', name: 'Corner', elements: [room ?? ''] }))
    const text = canonicalText(kept)
    const read = documentFromText(text)
    expect(read.status === 'ok' && canonicalText(read.document)).toBe(text)
    const orphan = text.replace(/("id":"arrangement_000001".*)"on":\{"room":"room_\w+"/, '$1"on":{"room":"room_zzzzzz"')
    expect(documentFromText(orphan)).toMatchObject({ status: 'refused', problem: { key: 'file.reference' } })
  })

  it('under a name that there is take its place, and want a name and something to keep', () => {
    const again = doUndoRedo(saved, saveArrangement(saved, { id: 'arrangement_000002', name: 'My store', elements: [desk] }))
    expect(recordsOf(again.workshop, 'arrangement').map(({ id, pieces }) => [id, pieces.length])).toEqual([['arrangement_000001', 1]])
    expect(refusalOf(saveArrangement(saved, { id: 'arrangement_000002', name: ' ', elements: [desk] })).reason.key).toBe('refused.no-name')
    const door = saveArrangement(saved, { id: 'arrangement_000002', name: 'Door', elements: [storeDoor] })
    expect(refusalOf(door).reason.key).toBe('refused.nothing-selected')
  })

  it('are put down turned by a quarter and mirrored, under free names, with the door still in its wall', () => {
    if (mine === undefined) throw new Error('nothing saved')
    // Turned by 90 degrees 3 m wide and 4 m deep: free floor from 8 to 12.
    const placed = doUndoRedo(saved, placeArrangement(saved, mine, { design, at: { x: 10, y: 3 }, turn: 90, isMirrored: true }, freshId))
    const room = recordsOf(table(placed), 'room').find(({ name }) => name === 'Store 2')
    expect(room?.corners.map(({ x, y }) => [x, y]).sort()).toEqual([
      [11.5, 1],
      [11.5, 5],
      [8.5, 1],
      [8.5, 5],
    ])
    expect(room?.group, 'a room with what is in it goes together by itself').toBeUndefined()
    // Mirrored the desk stands 1 m right of the middle; a quarter to the left then takes (1, -0.5) to (0.5, 1).
    expect(recordsOf(table(placed), 'fixture').find(({ id, entry }) => entry === 'desk' && id !== desk)).toMatchObject({
      x: 10.5,
      y: 4,
      rotation: 90,
    })
    expect(recordsOf(table(placed), 'opening').find(({ on }) => 'room' in on && on.room === room?.id)).toMatchObject({ width: 1 })
    const over = refusalOf(placeArrangement(saved, mine, { design, at: { x: 3, y: 3 } }, freshId))
    expect(over.reason.key).toBe('refused.overlaps')
    expect(over.ghost?.added.length).toBeGreaterThan(2)
  })

  it('of loose furniture are put down as one group', () => {
    const two = doUndoRedo(document, saveArrangement(document, { id: 'arrangement_000003', name: 'Two', elements: [bed, desk] }))
    const [arrangement] = recordsOf(two.workshop, 'arrangement')
    if (arrangement === undefined) throw new Error('nothing saved')
    const placed = doUndoRedo(two, placeArrangement(two, arrangement, { design, at: { x: 10, y: 4 } }, freshId))
    const added = recordsOf(table(placed), 'fixture').filter(({ id }) => id !== bed && id !== desk)
    expect(added).toHaveLength(2)
    expect(new Set(added.map(({ group }) => group)).size).toBe(1)
    const moved = doUndoRedo(placed, moveElements(placed, { elements: withItsGroup(table(placed), added[0]?.id ?? ''), dx: 0.5, dy: 0 }))
    for (const { id, x } of added) expect(recordOf(moved, id, 'fixture').x).toBeCloseTo(x + 0.5, 9)
  })
})

it('a lift is no piece of an arrangement and is set out in no rows: there is one of it', () => {
  const upstairs = doUndoRedo(document, addStorey(document, { design, name: 'First', where: 'above' }, freshId))
  const [ground] = recordsOf(table(upstairs), 'storey')
  const lift = addConnector(upstairs, { design, entry: catalogueEntry('lift.json'), storey: ground?.id ?? '', x: 10, y: 5 }, freshId)
  const lifted = doUndoRedo(upstairs, lift)
  const landing = recordsOf(table(lifted), 'connector')[0]?.landings[0] ?? ''
  const kept = saveArrangement(lifted, { id: 'arrangement_000009', name: 'Lobby', elements: [landing, desk] })
  expect(kept).toMatchObject({ status: 'done', change: { added: [{ pieces: [{ entry: 'desk' }] }] } })
  const rows = arrayFixture(lifted, { fixture: landing, columns: 2, rows: 1, stepX: 3, stepY: 0 }, freshId)
  expect(refusalOf(rows).reason.key).toBe('refused.copy-connector')
})

const FOLDER = new URL('../../../resources/arrangements/', import.meta.url)
const catalogue = shippedCatalogue()
const ready = readdirSync(FOLDER).map((file) => ReadyArrangement.parse(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))))

describe('the shipped arrangements', () => {
  it('are a bay for a bed and for recovery, a pod, a bedroom and two utilities', () => {
    expect(ready.map(({ key }) => key)).toEqual(['bed-bay', 'clean-utility', 'dirty-utility', 'pod', 'recovery-bay', 'single-bedroom'])
  })

  for (const each of ready) {
    it(`${each.key}: put down, its rooms meet the areas of its types, and its furniture stands in them`, () => {
      const empty = smallUnit()
      for (const id of ['store', 'office', 'ward']) {
        const gone = empty.ids[id] as Id
        empty.script.run((before) => ({
          status: 'done',
          name: { key: '', values: {} },
          change: {
            added: [],
            updated: [],
            removed: Object.values(before.designs[empty.ids.design as Id] ?? {}).filter(
              (record) =>
                record.id === gone || (record.kind === 'opening' && 'room' in record.on && record.on.room === gone) || record.kind === 'fixture',
            ),
          },
        }))
      }
      const before = empty.script.document()
      const pieces = readyPieces(each, catalogue)
      const after = doUndoRedo(before, placeArrangement(before, pieces, { design: empty.ids.design as Id, at: { x: 6, y: 4 } }, empty.freshId))
      const { storeys } = buildBuilding(after.designs[empty.ids.design as Id] ?? {}, after.workshop)
      expect(storeys[0]?.fixtures).toHaveLength(each.fixtures.length)
      expect(storeys[0]?.rooms).toHaveLength(each.rooms.length)
      for (const { netArea, type } of storeys[0]?.rooms ?? []) expect(netArea).toBeGreaterThanOrEqual(type?.minimumArea ?? 0)
      if (each.rooms.length > 0) for (const { room } of storeys[0]?.fixtures ?? []) expect(room).toBeDefined()
      expect(storeys[0]?.openings).toHaveLength(each.openings.length)
    })
  }
})

const place = fc.record({
  which: fc.nat(ready.length - 1),
  x: fc.integer({ min: -30_000, max: 30_000 }),
  y: fc.integer({ min: -30_000, max: 30_000 }),
  turn: fc.integer({ min: 0, max: 3599 }),
  isMirrored: fc.boolean(),
})

test.prop([fc.array(place, { maxLength: 4 })], { numRuns: 30 })(
  'whatever is put down wherever, the design stays lawful and every record can be kept',
  (places) => {
    let now = document
    for (const { which, x, y, turn, isMirrored } of places) {
      const pieces = readyPieces(ready[which] as ReadyArrangement, catalogue)
      const edit = placeArrangement(now, pieces, { design, at: { x: x / 1000, y: y / 1000 }, turn: turn / 10, isMirrored }, freshId)
      if (edit.status === 'refused') continue
      now = doUndoRedo(now, edit)
      for (const record of edit.change.added) expect(WardRecord.safeParse(record).error, record.id).toBeUndefined()
      expect(isLawful(buildBuilding(table(now), now.workshop))).toBe(true)
    }
    expect(recordOf(now, office, 'room')).toEqual(recordOf(document, office, 'room'))
    expect(recordOf(now, ward, 'room')).toEqual(recordOf(document, ward, 'room'))
  },
)
