import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import { smallUnit } from '#test/support/small-unit'
import { afterGoing, hasRoom, roomAround, standAt, standingNear, walked, walkGround, walkStart } from '../../../renderer/tools/walking'

// Store 0..4 x 0..3, Office 4..8 x 0..3, Ward 0..8 x 3..7; a door of 1 m from Store to Office and one from Office to Ward.
const unit = smallUnit()
const document = unit.script.document()
const { design = '', office, storeDoor } = unit.ids as Record<string, string>
const table = document.designs[design] ?? {}
const storey = buildBuilding(table, document.workshop).storeys[0]!
const ground = walkGround(storey)
const door = storey.openings.find(({ opening }) => opening.id === storeDoor)!
const doorAt = { x: (door.from.x + door.to.x) / 2, y: (door.from.y + door.to.y) / 2 }

describe('walking', () => {
  it('goes as far as it wants to where nothing stands', () => {
    expect(walked(ground, { x: 4, y: 4.5 }, { x: 1, y: 0.5 }, 0.25)).toEqual({ x: expect.closeTo(5, 6), y: expect.closeTo(5, 6) })
  })

  it('stops a radius from the face of the wall', () => {
    const wall = storey.walls.find(({ from, to }) => from.x === to.x && from.x === 4 && Math.min(from.y, to.y) < 3)!
    const { x } = walked(ground, { x: 5, y: 0.5 }, { x: -3, y: 0 }, 0.25)
    expect(x).toBeCloseTo(4 + wall.thickness / 2 + 0.25, 2)
  })

  it('slides along a wall that it meets aslant', () => {
    const { x, y } = walked(ground, { x: 5, y: 0.6 }, { x: -2, y: 0.3 }, 0.25)
    expect(x).toBeCloseTo(4.31, 2)
    expect(y).toBeCloseTo(0.9, 1)
  })

  it('passes a door of 1 m as a person does, and not as a bed of 0.55 m radius', () => {
    const [before, by] = [
      { x: doorAt.x - 0.8, y: doorAt.y },
      { x: 1.6, y: 0 },
    ]
    expect(walked(ground, before, by, 0.25).x).toBeCloseTo(doorAt.x + 0.8, 2)
    expect(walked(ground, before, by, 0.55).x).toBeLessThan(doorAt.x)
  })

  it('goes as fast as it is told, turns while it goes, and no faster aslant', () => {
    const body = { radius: 0.25, speed: 1.2, seconds: 0.5 }
    const ahead = afterGoing(ground, { at: { x: 4, y: 5 }, heading: 0 }, { ahead: 1, aside: 0, turn: 0 }, body)
    expect(ahead.at.x).toBeCloseTo(4.6, 6)
    const aslant = afterGoing(ground, { at: { x: 4, y: 5 }, heading: 90 }, { ahead: 1, aside: 1, turn: 0 }, body)
    expect(Math.hypot(aslant.at.x - 4, aslant.at.y - 5)).toBeCloseTo(0.6, 6)
    expect(aslant.at.x).toBeGreaterThan(4) // to the right of somebody who looks up the page
    expect(afterGoing(ground, { at: { x: 4, y: 5 }, heading: 0 }, { ahead: 0, aside: 0, turn: 1 }, body).heading).toBe(50)
  })
})

describe('where a walk begins', () => {
  it('is the doorway of the room that is selected, looking in', () => {
    const start = walkStart(storey, office)
    const middle = { x: 6, y: 1.5 }
    const [dx, dy] = [middle.x - start.at.x, middle.y - start.at.y]
    const angle = (start.heading * Math.PI) / 180
    expect(dx * Math.cos(angle) + dy * Math.sin(angle)).toBeGreaterThan(0)
  })

  it('is near where somebody points, off the walls and the furniture', () => {
    const spot = standingNear(ground, { x: 4, y: 0.4 }, 0.25)!
    expect(hasRoom(ground, spot, 0.25)).toBe(true)
    expect(Math.hypot(spot.x - 4, spot.y - 0.4)).toBeLessThan(0.5)
    expect(standingNear(ground, { x: 400, y: 0 }, 0.25)).toBeUndefined()
  })

  it('looks from there to the middle of the room, and says which room that is', () => {
    expect(standAt(storey, { x: 0.5, y: 5 }).heading).toBeCloseTo(0, 6)
    expect(standAt(storey, { x: 4, y: 5 }).heading).toBe(90)
    expect([roomAround(storey, { x: 1, y: 1 }), roomAround(storey, { x: 11, y: 1 })]).toEqual(['Store', undefined])
  })
})

const share = fc.integer({ min: -10, max: 10 }).map((tenths) => tenths / 10)
const goings = fc.array(fc.record({ ahead: share, aside: share, turn: share }), { minLength: 5, maxLength: 40 })

test.prop([goings, fc.constantFrom(0.25, 0.4, 0.5)])('never comes to stand in a wall, in furniture or off the floor', (steps, radius) => {
  let stand = { at: standingNear(ground, { x: 3, y: 5 }, radius)!, heading: 0 }
  for (const going of steps) {
    stand = afterGoing(ground, stand, going, { radius, speed: 1.2, seconds: 0.6 })
    expect(hasRoom(ground, stand.at, radius)).toBe(true)
  }
})
