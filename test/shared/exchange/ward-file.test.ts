import { fc, test } from '@fast-check/vitest'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { recordsIn } from '#shared/document/document-of'
import { canonicalText } from '#shared/exchange/canonical-text'
import { decodeWard, encodeWard, encodeWardJson, WARD_LIMITS } from '#shared/exchange/ward-file'
import { zipped } from '#shared/exchange/zip'
import { workedExample } from '#test/support/worked-example'
import { reordered } from '#test/support/worked-variations'

const example = workedExample()
const text = canonicalText(example)

/** The problem of a file whose text is the example's with one piece replaced. */
function problemWith(piece: string | RegExp, replacement: string) {
  const edited = text.replace(piece, replacement)
  expect(edited).not.toBe(text)
  return problemOf(edited)
}

function problemOf(file: string) {
  const decoded = decodeWard(strToU8(file))
  return decoded.status === 'refused' ? decoded.problem : undefined
}

describe('a .ward file', () => {
  it('reads back as the document that was written, byte by byte the same', () => {
    const bytes = encodeWard(example)
    const decoded = decodeWard(bytes)
    expect(decoded).toMatchObject({ status: 'ok' })
    if (decoded.status === 'ok') expect(encodeWard(decoded.document)).toEqual(bytes)
    expect(encodeWard(reordered(example))).toEqual(bytes)
  })

  it('opens as plain text too, with or without a byte order mark', () => {
    for (const bytes of [encodeWardJson(example), strToU8(`\ufeff${text}`)]) {
      const decoded = decodeWard(bytes)
      expect(decoded.status === 'ok' && canonicalText(decoded.document)).toBe(text)
    }
  })

  it('opens when another program zipped it, and keeps the other parts', () => {
    const decoded = decodeWard(zipSync({ 'workshop.json': strToU8(text), 'assets/plan.png': Uint8Array.of(1, 2, 3) }))
    expect(decoded.status === 'ok' && decoded.assets.get('assets/plan.png')).toEqual(Uint8Array.of(1, 2, 3))
  })

  it.each([
    ['nothing', new Uint8Array(), 'file.empty'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), 'file.notWard'],
    ['a zip that is cut short', encodeWard(example).subarray(0, 700), 'file.cutShort'],
    ['a zip without workshop.json', zipped(new Map([['other.txt', strToU8('x')]])), 'file.noWorkshopPart'],
    ['a part that climbs out', zipped(new Map([['../evil', strToU8('x')]])), 'file.partName'],
    ['text that is cut short', strToU8(text.slice(0, -20)), 'file.textEnds'],
    ['a list', strToU8('{"a":[1,}'), 'file.syntax'],
    ['nesting without end', strToU8(`{"a":${'['.repeat(200_000)}`), 'file.textEnds'],
  ])('refuses %s', (_, bytes, key) => {
    expect(decodeWard(bytes)).toMatchObject({ status: 'refused', problem: { key } })
  })

  it('notices a changed byte', () => {
    const bytes = encodeWard(example)
    bytes[500] = bytes[500]! ^ 1
    expect(decodeWard(bytes)).toMatchObject({ status: 'refused', problem: { key: 'file.damaged', values: { part: 'workshop.json' } } })
  })
})

describe('limits are held while inflating, whatever the header says', () => {
  const bomb = zipped(new Map([['workshop.json', new Uint8Array(3 * 1_048_576)]]))
  const two = { ...WARD_LIMITS, partBytes: new Map([['workshop.json', 2 * 1_048_576]]) }

  it('refuses 3 MB in a file of 3 kB by name and size', () => {
    expect(bomb.length).toBeLessThan(5000)
    expect(decodeWard(bomb, two)).toMatchObject({ problem: { key: 'file.partTooLarge', values: { part: 'workshop.json', limit: 2 } } })
  })

  it('is not fooled by a header that claims one byte', () => {
    const lying = bomb.slice()
    const view = new DataView(lying.buffer)
    const directory = view.getUint32(lying.length - 6, true)
    view.setUint32(22, 1, true)
    view.setUint32(directory + 24, 1, true)
    expect(decodeWard(lying, two)).toMatchObject({ problem: { key: 'file.partTooLarge' } })
  })

  it('are 64 MB, 512 MB and 2,000 parts', () => {
    expect(WARD_LIMITS).toEqual({ partBytes: new Map([['workshop.json', 64 * 2 ** 20]]), allBytes: 512 * 2 ** 20, parts: 2000 })
  })

  it('adds all parts up and counts them', () => {
    const parts = new Map([...'abcdef'].map((name) => [name, new Uint8Array(1000)] as const))
    const limits = { ...WARD_LIMITS, allBytes: 5500 }
    expect(decodeWard(zipped(parts), limits)).toMatchObject({ problem: { key: 'file.allTooLarge', values: { part: 'f' } } })
    expect(decodeWard(zipped(parts), { ...limits, parts: 5 })).toMatchObject({
      problem: { key: 'file.tooManyParts', values: { count: 6, limit: 5 } },
    })
  })
})

describe('a wrong record is refused with what and where', () => {
  it.each<[string, string | RegExp, string, object]>([
    ['a newer version', '"formatVersion": 4', '"formatVersion": 5', { key: 'file.newerVersion', values: { found: 5, known: 4 } }],
    ['no version', '"formatVersion": 4', '"formatVersion": "one"', { key: 'file.noFormatVersion' }],
    ['a field beside the records', '"formatVersion": 4', '"formatVersion": 4, "x": 2', { key: 'file.topField', values: { field: 'x' } }],
    ['a wrong field', '"elevation":0.000', '"elevation":"low"', { key: 'file.field.type', values: { field: 'elevation', expected: 'number' } }],
    ['a missing field', '"elevation":0.000', '"x":1', { key: 'file.field.missing', values: { record: 'storey_ground' } }],
    ['an unknown field', '"elevation":0.000', '"elevation":0,"height":3', { key: 'file.field.unknown', values: { field: 'height' } }],
    ['NaN', '"elevation":0.000', '"elevation":NaN', { key: 'file.syntax' }],
    ['an endless number', '"elevation":0.000', '"elevation":1e999', { key: 'file.field.type' }],
    ['a huge number', '"elevation":0.000', '"elevation":1e15', { key: 'file.field.tooBig' }],
    ['half a millimetre', '"elevation":0.000', '"elevation":0.0005', { key: 'file.field.millimetres' }],
    ['an unknown kind', '"kind":"storey"', '"kind":"floor"', { key: 'file.unknownKind', values: { record: 'storey_ground', kind: 'floor' } }],
    ['an unknown word', '"opening":"window"', '"opening":"hatch"', { key: 'file.field.value', values: { field: 'opening' } }],
    ['a hostile id', '"id":"fixture_seatone"', '"id":"__proto__"', { key: 'file.field.id', values: { record: '__proto__' } }],
    ['another', '"id":"fixture_seatone"', '"id":"constructor"', { key: 'file.field.id', values: { record: 'constructor' } }],
    ['a hostile key', '"key":"seat"', '"key":"constructor"', { key: 'file.field.form', values: { field: 'key' } }],
    ['a hostile name', '"people":{', '"people":{"constructor":1,', { key: 'file.field.key' }],
    ['another name', '"people":{', '"people":{"__proto__":1,', { key: 'file.field.key', values: { field: 'shifts[0].people.__proto__' } }],
    ['a word behind its end', /\s*$/, '\nmore', { key: 'file.syntax' }],
    ['a hostile field', '"elevation":0.000', '"elevation":0,"__proto__":{"x":1}', { key: 'file.field.unknown', values: { field: '__proto__' } }],
    ['an id twice', '"id":"fixture_seatone"', '"id":"fixture_bedone"', { key: 'file.duplicateId', values: { record: 'fixture_bedone' } }],
    ['an id of another kind', '"id":"fixture_seatone"', '"id":"room_seatone"', { key: 'file.field.id' }],
    [
      'a reference to nothing',
      '"storey":"storey_ground"',
      '"storey":"storey_attic0"',
      { key: 'file.reference', values: { target: 'storey_attic0' } },
    ],
    ['an edge of nothing', '"corner":"d"', '"corner":"e"', { key: 'file.corner', values: { room: 'room_corridor', corner: 'e' } }],
    ['two corners with one key', '"key":"b","x":20', '"key":"a","x":20', { key: 'file.duplicateCorner', values: { corner: 'a' } }],
    [
      'a room of zero area',
      /("name":"Corridor".*)"y":3.000(.*)"y":3.000/,
      '$1"y":0.000$2"y":0.000',
      { key: 'file.zeroArea', values: { record: 'room_corridor' } },
    ],
    ['a room that crosses itself', /("name":"Corridor".*"x":)20(.*"x":)20/, '$10$220', {}],
  ])('%s', (_, piece, replacement, problem) => {
    expect(problemWith(piece, replacement)).toMatchObject(problem)
  })

  it('names the line of the record', () => {
    const line = text.split('\n').findIndex((row) => row.includes('"kind":"storey"')) + 1
    expect(problemWith('"elevation":0.000', '"elevation":"low"')).toMatchObject({ values: { line } })
    expect(problemOf(JSON.stringify(JSON.parse(text.replace('"elevation":0.000', '"elevation":"low"')), null, 2))?.values).not.toMatchObject({ line })
  })
})

describe('what arithmetic leaves is taken off', () => {
  it('accepts -0 and 0.1 + 0.2', () => {
    const decoded = decodeWard(strToU8(text.replace('"elevation":0.000', '"elevation":-0.0').replace('"x":9.250', '"x":9.250000000000002')))
    expect(decoded.status === 'ok' && canonicalText(decoded.document)).toBe(text)
  })
})

describe('rooms drawn clockwise', () => {
  it('are turned round, and their doors stay where they are', () => {
    const records = recordsIn(example).map((record) => {
      if (record.kind === 'room' && record.id === 'room_treatment') {
        const [a, b, c, d] = record.corners
        return {
          ...record,
          corners: [
            { ...a!, x: b!.x },
            { ...d!, x: a!.x, y: a!.y },
            { ...c!, x: d!.x },
            { ...b!, x: c!.x, y: c!.y },
          ],
        }
      }
      if (record.kind === 'opening' && 'room' in record.on && record.on.room === 'room_treatment') {
        return { ...record, along: 10 - record.along - record.width, hinge: 'end' as const }
      }
      return record
    })
    const decoded = decodeWard(strToU8(JSON.stringify({ formatVersion: 1, records })))
    expect(decoded.status).toBe('ok')
    if (decoded.status !== 'ok') return
    const openings = recordsIn(decoded.document).filter(({ kind }) => kind === 'opening')
    expect(openings).toEqual(recordsIn(example).filter(({ kind }) => kind === 'opening'))
  })
})

const bytesOfExample = [encodeWard(example), strToU8(text)] as const

test.prop([fc.constantFrom(0, 1), fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 }), fc.nat()], {
  numRuns: 300,
})('never throws on a mutated file', (which, edits, cut) => {
  const bytes = bytesOfExample[which as 0 | 1].slice()
  for (const [at, value] of edits) bytes[at % bytes.length] = value
  const decoded = decodeWard(cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes)
  expect(['ok', 'refused']).toContain(decoded.status)
})

test.prop([fc.json({ maxDepth: 4 })], { numRuns: 200 })('never throws on any value in the place of a field', (value) => {
  const row = recordsIn(example).length * value.length
  let count = 0
  const edited = text.replaceAll(/:("[^"]*"|true|false|-?\d+\.?\d*)(?=[,}])/g, (found) => (count++ === row % 400 ? `:${value}` : found))
  expect(['ok', 'refused']).toContain(decodeWard(strToU8(edited)).status)
})
