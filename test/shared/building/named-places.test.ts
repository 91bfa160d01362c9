import { expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import { namedPlaces } from '#shared/building/named-places'
import { nameOfFixture } from '#shared/building/names'
import { say } from '#shared/report/say'
import { box, fixture, plan } from '#test/support/plans'
import english from '../../../resources/locales/en.json'

const rooms = [box('ten', 0, 0, 5, 5, {}, { name: 'Bay 10' }), box('two', 5, 0, 5, 5, {}, { name: 'Bay 2' })]
const bed = (id: string, x: number, y: number, name = '') => fixture(id, x, y, 1, 2, { name })

function named(...fixtures: ReturnType<typeof bed>[]) {
  const { design, workshop } = plan({ rooms, fixtures })
  const places = namedPlaces(buildBuilding(design, workshop), { roomType: 'ward', fixtureType: 'bed' }, nameOfFixture)
  return places.map(({ name, element }) => [say(name, english), element])
}

it('names places by their rooms, in the order in which people count', () => {
  expect(named()).toEqual([
    ['Bay 2', 'room_two000'],
    ['Bay 10', 'room_ten000'],
  ])
  expect(named(bed('a', 1, 2), bed('b', 7, 2))).toEqual([
    ['Bay 2', 'fixture_b00000'],
    ['Bay 10', 'fixture_a00000'],
  ])
})

it('tells apart what stands in one room: by its own name, or numbered from the top of the plan down and from left to right', () => {
  expect(named(bed('a', 6, 1.5), bed('b', 8, 3.5), bed('c', 6, 3.5), bed('d', 8, 1.5, 'Window bed'), bed('e', 1, 2, 'Isolation'))).toEqual([
    ['Bay 2, Bed 1', 'fixture_c00000'],
    ['Bay 2, Bed 2', 'fixture_b00000'],
    ['Bay 2, Bed 3', 'fixture_a00000'],
    ['Bay 2, Window bed', 'fixture_d00000'],
    ['Bay 10, Isolation', 'fixture_e00000'],
  ])
})
