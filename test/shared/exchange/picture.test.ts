import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { putUnderlay } from '#shared/commands/underlay'
import { applyChange } from '#shared/document/change'
import { isPdf, pictureHeader } from '#shared/exchange/picture'
import { decodeWard, encodeWard } from '#shared/exchange/ward-file'
import { counterIds } from '#test/support/counter-ids'
import { pngOf } from '#test/support/foreign-files'
import { workedExample } from '#test/support/worked-example'

/** A frame header after an application segment, a scan of three bytes, an end. */
const JPEG = new Uint8Array([
  0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0x01, 0x2c, 0x02, 0x58, 1, 0, 0x11, 0, 0xff, 0xda, 0, 2, 7, 7, 7, 0xff, 0xd9,
])
const ascii = (text: string) => [...new TextEncoder().encode(text)]
const riff = (form: readonly number[]) => new Uint8Array([...ascii('RIFF'), form.length + 4, 0, 0, 0, ...ascii('WEBP'), ...form])

const keyOf = (bytes: Uint8Array) => {
  const header = pictureHeader(bytes, 'a.png')
  return header.status === 'refused' ? header.problem.key : header
}

describe('pictureHeader', () => {
  it('reads the size of each kind', () => {
    expect(keyOf(pngOf(7, 5))).toEqual({ status: 'ok', type: 'png', width: 7, height: 5 })
    expect(keyOf(JPEG)).toEqual({ status: 'ok', type: 'jpeg', width: 600, height: 300 })
    // Lossy: 640 x 480 after the start code. Lossless: (800 - 1) and (600 - 1) in 14 bits each. Extended: 24 bits each, less one.
    const lossy = [...ascii('VP8 '), 20, 0, 0, 0, 0, 0, 0, 0x9d, 0x01, 0x2a, 0x80, 0x02, 0xe0, 0x01, ...Array(10).fill(0)]
    expect(keyOf(riff(lossy))).toEqual({ status: 'ok', type: 'webp', width: 640, height: 480 })
    const bits = 799 | (599 << 14)
    const lossless = [
      ...ascii('VP8L'),
      20,
      0,
      0,
      0,
      0x2f,
      bits & 255,
      (bits >> 8) & 255,
      (bits >> 16) & 255,
      (bits >> 24) & 255,
      ...Array(15).fill(0),
    ]
    expect(keyOf(riff(lossless))).toEqual({ status: 'ok', type: 'webp', width: 800, height: 600 })
    const extended = [...ascii('VP8X'), 10, 0, 0, 0, 0, 0, 0, 0, 0xff, 0x0f, 0, 0xff, 0x07, 0]
    expect(keyOf(riff(extended))).toEqual({ status: 'ok', type: 'webp', width: 4096, height: 2048 })
  })

  it('refuses 200 megapixels by the header alone, with their number', () => {
    const huge = pngOf(20_000, 10_000, new Uint8Array(8))
    expect(pictureHeader(huge, 'site.png')).toEqual({
      status: 'refused',
      problem: { key: 'underlay.too-many-pixels', values: { name: 'site.png', megapixels: 200, limit: 100 } },
    })
    expect(keyOf(pngOf(10_000, 10_000, new Uint8Array(8)))).toMatchObject({ status: 'ok' })
    expect(keyOf(pngOf(0, 10, new Uint8Array(8)))).toBe('underlay.not-a-picture')
  })

  it('knows a file that is cut short, at whatever byte, from one that is no picture', () => {
    const whole = pngOf(7, 5)
    for (let length = 8; length < whole.length; length++) expect(keyOf(whole.subarray(0, length))).toBe('underlay.cut-short')
    for (let length = 3; length < JPEG.length; length++) expect(keyOf(JPEG.subarray(0, length))).toBe('underlay.cut-short')
    for (const other of [[], ascii('%PDF-1.7'), ascii('<svg/>'), ascii('GIF89a'), [0x89, 0x50]]) {
      expect(keyOf(new Uint8Array(other))).toBe('underlay.not-a-picture')
    }
  })

  test.prop([fc.uint8Array({ maxLength: 80 }), fc.constantFrom(...[pngOf(3, 3), JPEG].map((bytes) => [...bytes.subarray(0, 12)]), [])])(
    'never throws, whatever the bytes',
    (bytes, start) => {
      expect(['ok', 'refused']).toContain(pictureHeader(new Uint8Array([...start, ...bytes]), 'x').status)
    },
  )
})

it('knows a PDF by its mark, which may stand after some other bytes', () => {
  expect(isPdf(new Uint8Array(ascii('%PDF-1.4')))).toBe(true)
  expect(isPdf(new Uint8Array([...Array(1000).fill(32), ...ascii('%PDF-')]))).toBe(true)
  expect(isPdf(new Uint8Array([...Array(2000).fill(32), ...ascii('%PDF-')]))).toBe(false)
  expect(isPdf(new Uint8Array(ascii('%PD')))).toBe(false)
})

it('keeps the pictures that underlays show in the file, leaves others behind, and leaves foreign parts alone', () => {
  const [shown, forgotten] = ['ab', 'cd'].map((pair) => `underlays/${pair.repeat(16)}.png`) as [string, string]
  const example = workedExample()
  const picture = { name: 'level-2.png', part: shown, pixels: { width: 7, height: 5 } }
  const edit = putUnderlay(example, { design: Object.keys(example.designs)[0] ?? '', picture, at: { x: 0, y: 0 }, width: 7 }, counterIds())
  if (edit.status === 'refused') throw new Error(edit.reason.key)
  const document = applyChange(example, edit.change)
  const parts = new Map([shown, forgotten, 'notes.txt'].map((name) => [name, pngOf(7, 5)]))
  const decoded = decodeWard(encodeWard(document, parts))
  if (decoded.status === 'refused') throw new Error(decoded.problem.key)
  expect([...decoded.assets.keys()].sort()).toEqual(['notes.txt', shown])
  expect([...(decoded.assets.get(shown) ?? [])]).toEqual([...pngOf(7, 5)])
  expect(decoded.document).toEqual(document)
})
