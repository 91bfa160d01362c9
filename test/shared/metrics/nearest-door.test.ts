import { expect, it } from 'vitest'
import { layoutOf } from '#shared/metrics/layout-facts'
import { nearestDoor } from '#shared/metrics/nearest-door'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'

const layout = layoutOf(workedExample(), WORKED_DESIGN)
const doors = layout.openings.filter(({ opening }) => opening.opening === 'door')

it('names the room of the door that most of the lines lie beside, by their metres and by how much each counts', () => {
  const [one, other] = doors.filter(({ joins }) => joins.some((side) => side.startsWith('room_')))
  const beside = (door: typeof one, length: number, weight: number) => {
    const { x, y } = door!.centre
    return {
      points: [
        { x: x - length / 2, y },
        { x: x + length / 2, y },
      ],
      weight,
    }
  }
  const long = nearestDoor(layout, [beside(one, 0.4, 1), beside(other, 0.2, 1)])
  const heavy = nearestDoor(layout, [beside(one, 0.4, 1), beside(other, 0.2, 3)])
  expect(long).toBeDefined()
  expect(heavy).toBeDefined()
  expect(long).not.toEqual(heavy)
})

it('knows no door where there are no lines, and none in a plan without doors', () => {
  expect(nearestDoor(layout, [])).toBeUndefined()
  expect(nearestDoor({ ...layout, openings: [] }, [{ points: [{ x: 0, y: 0 }], weight: 1 }])).toBeUndefined()
})
