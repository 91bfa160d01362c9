import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { bundleLines } from '#shared/drawing/bundle'

const point = fc.record({ x: fc.integer({ min: 0, max: 240 }), y: fc.integer({ min: 0, max: 120 }) }).map(({ x, y }) => ({ x: x / 10, y: y / 10 }))
const looseLine = fc.record({ points: fc.array(point, { minLength: 2, maxLength: 5 }), weight: fc.integer({ min: 1, max: 9 }) })
const roomAt = ({ x }: { readonly x: number }) => (x < 12 ? 'left' : 'right')
const door = { from: { x: 12, y: 5 }, to: { x: 12, y: 6.2 }, width: 1.2 }

test.prop([fc.array(looseLine, { minLength: 1, maxLength: 8 })])(
  'a line starts and ends within half a metre of where it did, and goes on from node to node',
  (lines) => {
    const { nodes, paths } = bundleLines(lines, [door], roomAt)
    lines.forEach(({ points }, index) => {
      const path = paths[index]!
      const away = (node: number | undefined, at: { x: number; y: number }) => Math.hypot(nodes[node!]!.x - at.x, nodes[node!]!.y - at.y)
      expect(path.length).toBeGreaterThan(0)
      // There and back again is nothing; what is left still ends where the line does.
      if (path.length > 1) {
        expect(away(path[0], points[0]!)).toBeLessThanOrEqual(0.71)
        expect(away(path.at(-1), points.at(-1)!)).toBeLessThanOrEqual(0.71)
      }
      for (let i = 0; i + 1 < path.length; i++) expect(path[i]).not.toBe(path[i + 1])
    })
  },
)

test.prop([fc.array(looseLine, { minLength: 2, maxLength: 6 })])('the order in which lines come changes nothing', (lines) => {
  const laid = (of: typeof lines) => {
    const { nodes, paths } = bundleLines(of, [door], roomAt)
    return new Map(of.map((line, index) => [JSON.stringify(line), paths[index]!.map((node) => nodes[node])]))
  }
  const [there, back] = [laid(lines), laid([...lines].reverse())]
  for (const [line, path] of there) expect(back.get(line)).toEqual(path)
})
