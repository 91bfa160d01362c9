import { describe, expect, it } from 'vitest'
import type { Part } from '#shared/document/catalogue'
import { signedArea } from '#shared/geometry/polygon'
import { catalogueEntry, catalogueFiles } from '#test/support/catalogue'

/** What belongs to the building stands from floor to ceiling. */
const STRUCTURE = ['column', 'shaft']

describe.each(catalogueFiles())('%s', (file) => {
  const entry = catalogueEntry(file)
  const [xs, ys] = [entry.footprint.map(({ x }) => x), entry.footprint.map(({ y }) => y)]
  const box = { left: Math.min(...xs), right: Math.max(...xs), front: Math.min(...ys), back: Math.max(...ys) }

  it('is an entry under the key of its file, its footprint counter-clockwise about its origin', () => {
    expect(`${entry.key}.json`).toBe(file)
    expect(signedArea(entry.footprint)).toBeGreaterThan(0)
    // All but what is round are boxes.
    if (!entry.key.endsWith('-round')) expect(signedArea(entry.footprint)).toBeCloseTo((box.right - box.left) * (box.back - box.front), 9)
    expect([box.left + box.right, box.front + box.back]).toEqual([0, 0])
  })

  it('is drawn by parts that stay within its footprint and reach at most 2.2 m high, or the ceiling where they hold it', () => {
    const outside = entry.parts.flatMap(corners).filter(({ x, y }) => Math.abs(x) > box.right + 1e-9 || Math.abs(y) > box.back + 1e-9)
    expect(outside).toEqual([])
    expect(Math.max(...entry.parts.map(top))).toBeLessThanOrEqual(STRUCTURE.includes(entry.fixtureType) ? 2.6 : 2.2)
  })

  it('is used from outside its footprint, at most 1.5 m away', () => {
    for (const { x, y } of entry.usePoints) {
      const away = Math.max(Math.abs(x) - box.right, Math.abs(y) - box.back)
      expect(away, `${x}, ${y}`).toBeGreaterThanOrEqual(0.25)
      expect(away).toBeLessThan(1.5)
    }
  })
})

it('has what an endoscopy unit is furnished with', () => {
  expect(catalogueFiles().length).toBeGreaterThanOrEqual(24)
})

function corners(part: Part): readonly { x: number; y: number }[] {
  if (part.shape === 'extrusion') return part.outline
  if (part.shape === 'profile') return part.outline.flatMap(({ y }) => [-1, 1].map((side) => ({ x: part.x + (side * part.width) / 2, y })))
  const [half, depth] = part.shape === 'box' ? [part.size.x / 2, part.size.y / 2] : [part.radius, part.radius]
  return [-1, 1].flatMap((a) => [-1, 1].map((b) => ({ x: part.at.x + a * half, y: part.at.y + b * depth })))
}

function top(part: Part): number {
  if (part.shape === 'extrusion') return part.base + part.height
  if (part.shape === 'profile') return Math.max(...part.outline.map(({ z }) => z))
  return part.at.z + (part.shape === 'box' ? part.size.z : part.height)
}
