import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { WardDocument } from '#shared/document/document'
import { decodeWard, encodeWard } from '#shared/exchange/ward-file'
import { measureDesign } from '#shared/metrics/measure'
import { mirrored, reordered, shifted, turned } from '#test/support/worked-variations'

const path = new URL('../../../resources/samples/endoscopy.ward', import.meta.url)

function opened(bytes: Uint8Array): WardDocument {
  const decoded = decodeWard(bytes)
  if (decoded.status === 'refused') throw new Error(decoded.problem.key)
  return decoded.document
}

const sample = opened(readFileSync(path))

/** Every value of every design by its own pathways; a reason by its key. */
function valuesOf(document: WardDocument): Readonly<Record<string, number | string>> {
  const designs = Object.keys(document.designs).sort()
  return Object.fromEntries(
    designs.flatMap((design) =>
      measureDesign(document, design, 'own').values.map(({ metric, subject, result }) => [
        `${design} ${metric} ${subject ?? ''}`,
        result.status === 'available' ? result.value : result.reason.key,
      ]),
    ),
  )
}

const plain = valuesOf(sample)

/** Where a wheelchair stops beside what it cannot reach, the line to it passes a corner by a hair of 1 micrometre, on either side of it. */
function tolerance(name: string, value: number): number {
  return name.includes('wheelchair') ? 2e-6 : 1e-9 * Math.max(1, Math.abs(value))
}

function differences(document: WardDocument): readonly string[] {
  const found = valuesOf(document)
  expect(Object.keys(found)).toEqual(Object.keys(plain))
  return Object.entries(plain).flatMap(([name, value]) => {
    const other = found[name]
    if (typeof value === 'number' && typeof other === 'number') {
      return Math.abs(value - other) <= tolerance(name, value) ? [] : [`${name}: ${value} is ${other}`]
    }
    return value === other ? [] : [`${name}: ${value} is ${other}`]
  })
}

describe('the sample has the same values', () => {
  it.each<[string, () => WardDocument]>([
    ['saved and opened again', () => opened(encodeWard(sample))],
    ['with its records in another order', () => reordered(sample)],
    ['moved by millimetres', () => shifted(sample, 3.217, -11.048)],
    ['turned by a quarter', () => turned(sample, 1)],
    ['turned by a half', () => turned(sample, 2)],
    ['turned by three quarters', () => turned(sample, 3)],
    ['mirrored', () => mirrored(sample)],
  ])('%s', (_, make) => {
    expect(differences(make())).toEqual([])
  })
})
