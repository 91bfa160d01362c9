import { expect, it } from 'vitest'
import { reachFindings } from '#shared/building/reach-findings'
import { box, fixture, type Sketch, storeyOf } from '#test/support/plans'

const room = box('a', 0, 0, 6, 5)
/** Used from 0.5 m before its front, which looks down the page. */
const desk = (x: number, y: number, rotation = 0) =>
  fixture('desk', x, y, 1.4, 0.8, { fixtureType: 'desk', entry: 'wide-desk', name: '', rotation, usePoints: [{ x: 0, y: -0.9 }] })
const found = (...fixtures: NonNullable<Sketch['fixtures']>) => reachFindings(storeyOf({ rooms: [room], fixtures }), 0.25)

it('finds a desk that nobody can stand at, and says which', () => {
  expect(found(desk(3, 2.5))).toEqual([])
  // Walled in on all sides by shelves, 0.3 m before it.
  const shelf = (id: string, x: number, y: number, width: number, depth: number) =>
    fixture(id, x, y, width, depth, { fixtureType: 'shelf', entry: 'shelf' })
  const shelves = [shelf('s1', 3, 1.3, 4, 1.8), shelf('s2', 1.5, 2.5, 1, 3), shelf('s3', 4.5, 2.5, 1, 3)]
  const [finding, ...more] = found(desk(3, 2.8), ...shelves)
  expect(more).toEqual([])
  expect(finding).toMatchObject({ where: ['fixture_desk00'], message: { key: 'finding.usePointBlocked', values: { fixture: 'Desk' } } })
  expect(finding?.place?.at).toEqual({ x: 3, y: 1.9 })
})

it('lets somebody stand beside where they should', () => {
  const bin = fixture('bin', 3, 1.4, 0.4, 0.4, { fixtureType: 'bin', entry: 'bin' })
  expect(found(desk(3, 2.5), bin)).toEqual([])
})

it('is used from its own side of a wall', () => {
  // With its front at the wall to the south, whoever wanted to use it would stand outside.
  expect(found(desk(3, 0.6)).map(({ message }) => message.key)).toEqual(['finding.usePointBlocked'])
  expect(found(desk(3, 0.6, 180))).toEqual([])
})
