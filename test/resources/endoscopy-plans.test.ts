import { describe, expect, it } from 'vitest'
import type { Id } from '#shared/base/ids'
import { buildBuilding } from '#shared/building/build-building'
import type { BuildingStorey, Side } from '#shared/building/building'
import { buildingFindings } from '#shared/building/findings'
import { designsOf, recordsOf } from '#shared/document/document'
import { validate } from '#shared/document/validate'
import { createRouter } from '#shared/routing/create-router'
import { floorOfStorey } from '#shared/walkable/floor-of-building'
import { shippedCatalogue } from '#test/support/catalogue'
import { endoscopyWorkshop } from '#test/support/endoscopy'

const sample = endoscopyWorkshop(shippedCatalogue())

/** Where people sit for long, and so want a window. Today's reception office and interview room have none: it grew that way. */
const DAYLIT = new Set(
  'waiting gowned-wait admission-room prep-room bays arrival-room recovery discharge-lounge discharge-room pod office seminar-room staff-rest'.split(
    ' ',
  ),
)

it('has no errors, and the one warning that only the pods have pods', () => {
  expect(validate(sample)).toEqual([])
  const warnings = designsOf(sample).flatMap((design) => {
    const table = sample.designs[design.id] ?? {}
    return buildingFindings(buildBuilding(table, sample.workshop), table, sample.workshop).map(({ message }) => [design.name, message])
  })
  const noPods = { key: 'finding.briefMissing', values: { type: 'Pod', missing: 11 } }
  expect(warnings).toEqual(['Today', 'Racetrack', 'One way'].map((name) => [name, noPods]))
})

it('has the gates of today at the same spots in every design; One way has an exit besides', () => {
  const gates = designsOf(sample).map(({ id }) =>
    storeyOf(id)
      .openings.filter(({ opening }) => opening.gate !== undefined)
      .map(({ opening, from, to }) => [opening.gate, (from.x + to.x) / 2, (from.y + to.y) / 2])
      .sort(),
  )
  expect(gates.map((each) => each.map(([gate]) => gate))).toEqual([
    ['goods', 'main', 'staff'],
    ['goods', 'main', 'staff'],
    ['goods', 'main', 'staff'],
    ['exit', 'goods', 'main', 'staff'],
  ])
  for (const each of gates) expect(each.filter(([gate]) => gate !== 'exit')).toEqual(gates[0])
})

it('has a reason for every step that a design changes', () => {
  for (const { id } of designsOf(sample).slice(1)) {
    const [variant] = recordsOf(sample.designs[id] ?? {}, 'pathway')
    const reference = recordsOf(sample.workshop, 'pathway').find(({ key }) => key === variant?.key)
    const kept = new Map(variant?.steps.map((step) => [step.key, step]))
    const changed = reference?.steps.filter((step) => JSON.stringify(kept.get(step.key)) !== JSON.stringify(step)).map(({ key }) => key)
    expect(Object.keys(variant?.reasons ?? {}).sort()).toEqual(changed?.sort())
  }
})

it('knows which room of today each room stands for: half of today’s live on in every design, none of them twice', () => {
  const [today, ...ideas] = designsOf(sample).map(({ id }) => storeyOf(id).rooms.map(({ room }) => room))
  const former = new Set(today?.map(({ id }) => id))
  for (const rooms of ideas) {
    const origins = rooms.flatMap(({ origin }) => (origin === undefined ? [] : [origin]))
    expect(origins.filter((origin) => !former.has(origin))).toEqual([])
    expect(new Set(origins).size).toBe(origins.length)
    expect(origins.length).toBeGreaterThanOrEqual(former.size / 2)
  }
})

/** Where the corridors end. The eastern end of Racetrack's loop is its north-eastern corner. */
const CORRIDOR_ENDS: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  Today: [
    [1.2, 14.6],
    [40.9, 14.6],
    [40.8, 6],
  ],
  Racetrack: [
    [1.2, 14.4],
    [33.4, 14.4],
    [40.8, 5.8],
  ],
}

describe.each(designsOf(sample).map(({ name, id }) => [name, id] as const))('%s', (name, id) => {
  const storey = storeyOf(id)

  it('has 25 to 35 rooms, each of at least the area of its type', () => {
    expect(storey.rooms.length).toBeGreaterThanOrEqual(25)
    expect(storey.rooms.length).toBeLessThanOrEqual(35)
    expect(storey.rooms.filter(({ netArea, type }) => netArea < (type?.minimumArea ?? 0)).map(({ room }) => room.name)).toEqual([])
  })

  it('lets a person walk into every room from the main entrance', () => {
    expect(roomsReached(storey)).toEqual(storey.rooms.map(({ room }) => room.id))
  })

  it('has a window to the outside wherever people sit for long', () => {
    const dark = storey.rooms.filter(({ room }) => DAYLIT.has(room.roomType) && !hasWindow(storey, room.id))
    expect(dark.map(({ room }) => room.name)).toEqual([])
  })

  it('has corridors that are 1.8 m wide between walls, from end to end', () => {
    const [settings] = recordsOf(sample.workshop, 'settings')
    const floor = floorOfStorey(storey, settings?.thresholds.gateDepth ?? 1)
    const stop = (x: number, y: number) => ({ x, y, region: -1 })
    const walker = { radius: 0.9, passes: 1.8, flows: [] }
    const answers = createRouter(floor).lengths(
      stop(11.4, 5.8),
      (CORRIDOR_ENDS[name] ?? CORRIDOR_ENDS.Today)!.map(([x, y]) => stop(x, y)),
      walker,
    )
    expect(answers.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok'])
  })
})

function storeyOf(design: Id): BuildingStorey {
  return buildBuilding(sample.designs[design] ?? {}, sample.workshop).storeys[0] as BuildingStorey
}

function hasWindow({ openings }: BuildingStorey, room: Id): boolean {
  return openings.some(
    ({ opening, left, right }) =>
      opening.opening === 'window' && [left, right].some((side) => isRoom(side, room)) && [left, right].some(({ kind }) => kind === 'outside'),
  )
}

function isRoom(side: Side, room: Id): boolean {
  return side.kind === 'room' && side.room === room
}

/** Rooms that doors, archways and open edges lead to from outside, in the order of ids. */
function roomsReached({ openings, openEdges }: BuildingStorey): readonly Id[] {
  const nameOf = (side: Side) => (side.kind === 'room' ? side.room : side.kind)
  const links = [
    ...openings
      .filter(({ opening }) => opening.opening === 'door' || opening.opening === 'archway')
      .map(({ left, right }) => [nameOf(left), nameOf(right)]),
    ...openEdges.map(({ left, right }) => [left ?? 'floor', right ?? 'floor']),
  ] as [string, string][]
  const reached = new Set(['outside'])
  for (let size = 0; size < reached.size; ) {
    size = reached.size
    for (const [a, b] of links) {
      if (reached.has(a)) reached.add(b)
      if (reached.has(b)) reached.add(a)
    }
  }
  return [...reached].filter((each) => each.startsWith('room_')).sort()
}
