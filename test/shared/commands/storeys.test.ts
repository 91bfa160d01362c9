import { describe, expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import { buildingFindings } from '#shared/building/findings'
import { addStorey } from '#shared/commands/add-storey'
import { arrayFixture } from '#shared/commands/array-fixture'
import { copyElements } from '#shared/commands/copy-elements'
import { duplicateDesign } from '#shared/commands/duplicate-design'
import { moveElements } from '#shared/commands/move-elements'
import { moveFixture } from '#shared/commands/move-fixture'
import { moveRoom } from '#shared/commands/move-room'
import { placeFixture } from '#shared/commands/place-fixture'
import { removeElements } from '#shared/commands/remove-elements'
import { selectionOf } from '#shared/commands/selection'
import { removeConnector, serveStorey, setConnector } from '#shared/commands/set-connector'
import { contentsOf, moveStorey, removeStorey, setStorey } from '#shared/commands/set-storey'
import { turnFixture } from '#shared/commands/turn-fixture'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { catalogueEntry } from '#test/support/catalogue'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { recordOf, smallUnit } from '#test/support/small-unit'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'

const { script, ids, freshId } = smallUnit()
const plain = script.document()
const [design, store, ward] = [ids.design, ids.store, ids.ward].map((id) => id ?? '') as [string, string, string]
const ground = recordsOf(plain.designs[design] ?? {}, 'storey')[0]!.id

const tableOf = (document: WardDocument) => document.designs[design] ?? {}
const storeysOf = (document: WardDocument) => buildBuilding(tableOf(document), document.workshop).storeys.map(({ storey }) => storey)

/** The small unit with a bare first floor, and a lift in the corner of its ward. */
const twoFloors = doUndoRedo(plain, addStorey(plain, { design, name: 'First', where: 'above', like: { storey: ground, what: 'outline' } }, freshId))
const [, first] = storeysOf(twoFloors) as [unknown, { id: string }]
const lifted = doUndoRedo(
  twoFloors,
  placeFixture(twoFloors, { design, storey: first.id, entry: catalogueEntry('lift.json'), x: 6.5, y: 5.5 }, freshId),
)
const [lift] = recordsOf(tableOf(lifted), 'connector')
const landings = lift!.landings.map((id) => recordOf(lifted, id, 'fixture'))

describe('a storey', () => {
  it('is added above or below, as high as others are apart, with the outline of another', () => {
    expect(storeysOf(twoFloors).map(({ name, elevation, outline }) => [name, elevation, outline?.length])).toEqual([
      ['', 0, 4],
      ['First', 4, 4],
    ])
    const third = doUndoRedo(twoFloors, setStorey(twoFloors, { storey: first.id, fields: { elevation: 3.6 } }))
    const cellar = doUndoRedo(third, addStorey(third, { design, name: 'Cellar', where: 'below' }, freshId))
    expect(storeysOf(cellar).map(({ name, elevation, outline }) => [name, elevation, outline?.length])).toEqual([
      ['Cellar', -3.6, undefined],
      ['', 0, 4],
      ['First', 3.6, 4],
    ])
  })

  it('takes over the shell with its lifts, or everything but its gates', () => {
    const shell = doUndoRedo(lifted, addStorey(lifted, { design, name: 'Second', where: 'above', like: { storey: ground, what: 'shell' } }, freshId))
    const second = storeysOf(shell)[2]!
    expect(second.elevation).toBe(8)
    expect(contentsOf(tableOf(shell), second.id)).toMatchObject([{ kind: 'fixture', fixtureType: 'lift', x: 6.5, y: 5.5 }])
    expect(recordsOf(tableOf(shell), 'connector')[0]?.landings).toHaveLength(3)
    const whole = doUndoRedo(
      lifted,
      addStorey(lifted, { design, name: 'Second', where: 'above', like: { storey: ground, what: 'everything' } }, freshId),
    )
    const kinds = contentsOf(tableOf(whole), storeysOf(whole)[2]!.id).map(({ kind }) => kind)
    expect([kinds.filter((kind) => kind === 'room').length, kinds.filter((kind) => kind === 'opening').length]).toEqual([3, 2])
    expect(
      buildingFindings(buildBuilding(tableOf(whole), whole.workshop), tableOf(whole), whole.workshop).filter(({ severity }) => severity === 'error'),
    ).toEqual(
      buildingFindings(buildBuilding(tableOf(lifted), lifted.workshop), tableOf(lifted), lifted.workshop)
        .filter(({ severity }) => severity === 'error')
        .flatMap((finding) => [finding, expect.anything()]),
    )
  })

  it('has no way in or out of its own where it is like the ground floor', () => {
    const example = workedExample()
    const table = example.designs[WORKED_DESIGN]!
    const [storey] = recordsOf(table, 'storey')
    const openings = recordsOf(table, 'opening')
    const gates = openings.filter(({ gate }) => gate !== undefined)
    expect(gates.length).toBeGreaterThan(0)
    const like = { storey: storey!.id, what: 'everything' } as const
    const two = doUndoRedo(example, addStorey(example, { design: WORKED_DESIGN, name: 'First', where: 'above', like }, freshId))
    expect(recordsOf(two.designs[WORKED_DESIGN]!, 'opening').length).toBe(2 * openings.length - gates.length)
    const keys = (document: WardDocument) =>
      buildingFindings(buildBuilding(document.designs[WORKED_DESIGN]!, document.workshop), document.designs[WORKED_DESIGN]!, document.workshop).map(
        ({ message }) => message.key,
      )
    expect(keys(two)).not.toContain('finding.openingNowhere')
  })

  it('is named, lifted and exchanged with its neighbour, never onto another', () => {
    expect(refusalOf(setStorey(twoFloors, { storey: first.id, fields: { elevation: 0 } })).reason.key).toBe('refused.storey-height')
    const turned = doUndoRedo(twoFloors, moveStorey(twoFloors, { storey: first.id, way: 'down' }))
    expect(storeysOf(turned).map(({ name, elevation }) => [name, elevation])).toEqual([
      ['First', 0],
      ['', 4],
    ])
    expect(refusalOf(moveStorey(twoFloors, { storey: first.id, way: 'up' })).reason.key).toBe('refused.storey-up')
  })

  it('goes with all that stands on it, said beforehand', () => {
    expect(refusalOf(removeStorey(plain, { storey: ground, isWhole: true })).reason.key).toBe('refused.last-storey')
    expect(refusalOf(removeStorey(lifted, { storey: ground, isWhole: false })).reason).toEqual({
      key: 'refused.storey-not-empty',
      values: { storey: '', rooms: 3, others: 5 },
    })
    const without = removeStorey(lifted, { storey: ground, isWhole: true })
    const upstairs = doUndoRedo(lifted, without)
    expect(
      Object.values(tableOf(upstairs))
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['connector', 'design', 'fixture', 'storey'])
    expect(recordsOf(tableOf(upstairs), 'connector')[0]?.landings).toEqual([landings.find(({ storey }) => storey === first.id)!.id])
    doUndoRedo(twoFloors, removeStorey(twoFloors, { storey: first.id, isWhole: false }))
  })
})

describe('a lift', () => {
  it('stands at one place on every storey, the one it is put down on first, with its figures', () => {
    expect(landings.map(({ storey, x, y, name }) => [storey, x, y, name])).toEqual([
      [first.id, 6.5, 5.5, 'L1'],
      [ground, 6.5, 5.5, 'L1'],
    ])
    expect(lift).toMatchObject({ connector: 'lift', name: 'L1', car: { width: 1.1, depth: 1.4 }, door: 0.9 })
    const another = doUndoRedo(lifted, placeFixture(lifted, { design, entry: catalogueEntry('stairs.json'), x: 10, y: 4 }, freshId))
    expect(recordsOf(tableOf(another), 'connector').map(({ name, landings }) => [name, landings.length])).toEqual([
      ['L1', 2],
      ['S1', 2],
    ])
  })

  it('moves, turns and goes as one, with its room too', () => {
    const [here] = landings
    const at = (document: WardDocument) => lift!.landings.map((id) => recordOf(document, id, 'fixture')).map(({ x, y, rotation }) => [x, y, rotation])
    const id = here!.id
    expect(at(doUndoRedo(lifted, moveFixture(lifted, { fixture: id, dx: -1, dy: 0.25 })))).toEqual([
      [5.5, 5.75, 0],
      [5.5, 5.75, 0],
    ])
    expect(at(doUndoRedo(lifted, moveElements(lifted, { elements: [id], dx: 0.5, dy: 0 })))).toEqual([
      [7, 5.5, 0],
      [7, 5.5, 0],
    ])
    expect(at(doUndoRedo(lifted, turnFixture(lifted, { fixture: id, rotation: 90 })))).toEqual([
      [6.5, 5.5, 90],
      [6.5, 5.5, 90],
    ])
    expect(at(doUndoRedo(lifted, moveRoom(lifted, { room: ward, dx: 2, dy: 0 })))).toEqual([
      [8.5, 5.5, 0],
      [8.5, 5.5, 0],
    ])
    for (const edit of [removeElements(lifted, { elements: [id] }), removeConnector(lifted, { connector: lift!.id })]) {
      const without = doUndoRedo(lifted, edit)
      expect([recordsOf(tableOf(without), 'connector'), lift!.landings.filter((each) => tableOf(without)[each] !== undefined)]).toEqual([[], []])
    }
  })

  it('is renamed with its fixtures, and serves the storeys that it should', () => {
    const named = doUndoRedo(lifted, setConnector(lifted, { connector: lift!.id, fields: { name: 'Bed lift', wait: 60 } }))
    expect(lift!.landings.map((id) => recordOf(named, id, 'fixture').name)).toEqual(['Bed lift', 'Bed lift'])
    const alone = doUndoRedo(lifted, serveStorey(lifted, { connector: lift!.id, storey: ground, isServed: false }, freshId))
    expect(recordsOf(tableOf(alone), 'fixture').filter(({ fixtureType }) => fixtureType === 'lift')).toHaveLength(1)
    expect(refusalOf(serveStorey(alone, { connector: lift!.id, storey: first.id, isServed: false }, freshId)).reason.key).toBe('refused.last-landing')
    const again = doUndoRedo(alone, serveStorey(alone, { connector: lift!.id, storey: ground, isServed: true }, freshId))
    expect(buildBuilding(tableOf(again), again.workshop).connectors[0]?.landings).toHaveLength(2)
  })

  it('is never copied: there is one of it', () => {
    const from = selectionOf(lifted, [landings[0]!.id])
    if (from.status === 'refused') throw new Error('refused')
    expect(refusalOf(copyElements(lifted, { from, design, storey: first.id, dx: 1, dy: 0 }, freshId)).reason.key).toBe('refused.copy-connector')
    const array = { fixture: landings[0]!.id, columns: 2, rows: 1, stepX: 2, stepY: 0, along: 'plan' as const }
    expect(refusalOf(arrayFixture(lifted, array, freshId)).reason.key).toBe('refused.copy-connector')
    // A room is copied upstairs without the lift that stands in it.
    const room = selectionOf(lifted, [ward])
    if (room.status === 'refused') throw new Error('refused')
    const copied = copyElements(lifted, { from: room, design, storey: first.id, dx: 0, dy: 0 }, freshId)
    expect(copied.status === 'done' && copied.change.added.map(({ kind }) => kind).sort()).toEqual(['fixture', 'room'])
  })

  it('comes along with a duplicated design', () => {
    const twin = doUndoRedo(lifted, duplicateDesign(lifted, { design, name: 'B' }, freshId))
    const copy = Object.keys(twin.designs).find((id) => id !== design)!
    expect(buildBuilding(twin.designs[copy] ?? {}, twin.workshop).connectors[0]?.landings).toHaveLength(2)
  })

  it('is found where it leads nowhere, or leaves its shaft', () => {
    const keys = (document: WardDocument) =>
      buildingFindings(buildBuilding(tableOf(document), document.workshop), tableOf(document), document.workshop).map(({ message }) => message.key)
    expect(keys(lifted)).not.toContain('finding.liftNowhere')
    expect(keys(doUndoRedo(lifted, serveStorey(lifted, { connector: lift!.id, storey: ground, isServed: false }, freshId)))).toContain(
      'finding.liftNowhere',
    )
    const off = { ...landings[1]!, x: 6.9 }
    expect(
      keys(
        doUndoRedo(lifted, { status: 'done', name: { key: 'x', values: {} }, change: { added: [], removed: [], updated: [[landings[1]!, off]] } }),
      ),
    ).toContain('finding.shaftOff')
  })
})

it('rooms on other storeys are no obstacle', () => {
  const room = selectionOf(twoFloors, [store])
  if (room.status === 'refused') throw new Error('refused')
  doUndoRedo(twoFloors, copyElements(twoFloors, { from: room, design, storey: first.id, dx: 0, dy: 0 }, freshId))
})

it('an opening is not pasted where its wall is not', () => {
  const door = selectionOf(twoFloors, [ids.storeDoor ?? ''])
  if (door.status === 'refused') throw new Error('refused')
  expect(refusalOf(copyElements(twoFloors, { from: door, design, storey: first.id, dx: 0, dy: 0 }, freshId)).reason.key).toBe('refused.copy-opening')
})
