import { expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import type { Building } from '#shared/building/building'
import { roomsThatLeadOn, throughOpenings, throughRooms } from '#shared/building/through-rooms'
import { TWO_WAYS_DESIGN, twoWaysUnit } from '#test/support/two-ways-unit'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'

it('knows the worked example’s corridor, with three doors, from its rooms with one, whose doors lead nowhere else', () => {
  const document = workedExample()
  const [storey] = buildBuilding(document.designs[WORKED_DESIGN]!, document.workshop).storeys
  expect([...throughRooms(storey!)]).toEqual(['room_corridor'])
  // A window is no way, and a gate leads outside.
  expect(throughOpenings(storey!)).toEqual([])
})

it('takes a room without a wall on one side for one that is walked through, and a shut one not', () => {
  const document = twoWaysUnit(0)
  const [storey] = buildBuilding(document.designs[TWO_WAYS_DESIGN]!, document.workshop).storeys
  expect([...throughRooms(storey!)].sort()).toEqual(['room_left00', 'room_lower0', 'room_right0', 'room_upper0'])
  expect(throughOpenings({ ...storey!, rooms: storey!.rooms.map((built) => open(built)) }).map(({ opening }) => opening.id)).toEqual([
    'opening_door00',
  ])
})

it('counts a room with one door and a lift among those that lead on, and its door with it', () => {
  const document = workedExample()
  const building = buildBuilding(document.designs[WORKED_DESIGN]!, document.workshop)
  const [storey] = building.storeys
  const store = storey!.rooms.find(({ room }) => room.id !== 'room_corridor')!.room.id
  const landing = { built: { room: store } } as Building['connectors'][number]['landings'][number]
  const lift = { landings: [landing] } as unknown as Building['connectors'][number]
  expect(roomsThatLeadOn(building)).toEqual(new Set(['room_corridor']))
  const through = roomsThatLeadOn({ ...building, connectors: [lift] })
  expect(through).toEqual(new Set(['room_corridor', store]))
  const doors = throughOpenings(storey!, through)
  expect(doors.length).toBeGreaterThan(0)
  for (const { left, right } of doors) expect([left, right]).toContainEqual({ kind: 'room', room: store })
})

/** The room with its first edge open. */
function open<T extends { readonly room: { readonly corners: readonly object[] } }>(built: T): T {
  const [first, ...others] = built.room.corners
  return { ...built, room: { ...built.room, corners: [{ ...first, edge: 'open' }, ...others] } }
}
