import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { message } from '#shared/base/message'
import { areaText, durationText, metresText, moneyText, percentText } from '#shared/report/figures'
import { say } from '#shared/report/say'

const words = JSON.parse(readFileSync(new URL('../../../resources/locales/en.json', import.meta.url), 'utf8')) as Record<string, string>

const FORMATS = ['metres', 'metres1', 'metres2', 'area', 'percent', 'minutes', 'clock', 'count', 'count1', 'degrees', 'plural', 'named']

describe('every sentence of the table', () => {
  it('says its longest values with nothing left to fill in', () => {
    const longest = { name: 'W'.repeat(120), number: -9_999.999 }
    for (const [key, sentence] of Object.entries(words)) {
      const placeholders = [...sentence.matchAll(/\{(\w+)(?::(\w+))?/g)]
      const values = Object.fromEntries(
        placeholders.map(([, name, format]) => [name!, format === undefined || format === 'named' ? longest.name : longest.number]),
      )
      const said = say(message(key, values), words)
      expect(said, key).not.toMatch(/[{}]|undefined|NaN/)
      expect(said.length, key).toBeLessThan(sentence.length + 130 * placeholders.length + 1)
      for (const [, , format] of placeholders) expect([undefined, ...FORMATS], key).toContain(format)
    }
    expect(Object.keys(words).length).toBeGreaterThan(60)
  })

  it('is written in sentence case, without spaces to trim or capitals that shout', () => {
    for (const [key, sentence] of Object.entries(words)) {
      expect(sentence.trim(), key).toBe(sentence)
      expect(sentence, key).not.toBe('')
      // What is typed on the command line stands in capitals there, as everywhere.
      if (!key.startsWith('cli.')) expect(sentence.replaceAll(/\{[^}]*\}/g, ''), key).not.toMatch(/\b[A-Z]{6,}\b/)
    }
  })
})

describe('say', () => {
  const table = {
    a: 'no route from {from} to {to}: door {door} is {width:metres}, a {body} needs {needs:metres}',
    n: '{n:plural(room,rooms)} of {all}',
    s: 'about {size:minutes} less ([{low:minutes} to {high:minutes}, ]{runs:plural(run,runs)}) at [x, y]',
  }

  it('fills in names, lengths and lists', () => {
    const values = { from: 'Waiting', to: 'Bay 3', door: 'D7', width: 0.8, body: 'bed', needs: 1.1 }
    expect(say(message('a', values), table)).toBe('no route from Waiting to Bay 3: door D7 is 0.8 m, a bed needs 1.1 m')
    expect(say(message('n', { n: 1, all: ['A', 'B'] }), table)).toBe('1 room of A, B')
    expect(say(message('n', { n: 3, all: '{n}' }), table)).toBe('3 rooms of {n}')
  })

  it('says a moment as a clock shows it', () => {
    expect(say(message('c', { at: 28_800, end: 93_600 }), { c: '{at:clock} to {end:clock}' })).toBe('08:00 to 02:00 +1')
  })

  it('leaves the two ends of a span out where they are said alike, be they the same or only as good as', () => {
    const said = (low: number, high: number) => say(message('s', { size: 600, low, high, runs: 40 }), table)
    expect(said(480, 900)).toBe('about 10 min less (8 min to 15 min, 40 runs) at [x, y]')
    expect(said(600, 600)).toBe('about 10 min less (40 runs) at [x, y]')
    expect(said(599, 601)).toBe('about 10 min less (40 runs) at [x, y]')
  })

  it('says what has no name of its own by words of its own, and a key by its words where there are any', () => {
    const named = { ...table, of: '{kind} of {room}', 'opening.door': 'Door', 'gate.main': 'Main entrance', g: 'the {gate:named(gate)}' }
    const door = message('of', { kind: message('opening.door'), room: 'Bay 3' })
    expect(say(message('n', { n: 2, all: [door, 'A'] }), named)).toBe('2 rooms of Door of Bay 3, A')
    expect(say(message('n', { n: 1, all: door }), named)).toBe('1 room of Door of Bay 3')
    expect(say(message('g', { gate: 'main' }), named)).toBe('the Main entrance')
    expect(say(message('g', { gate: 'Way home' }), named)).toBe('the Way home')
  })

  it('says of a difference that is next to nothing how little it is, never that it is nothing', () => {
    const count = { fewer: 'about {n:count1} fewer', points: '{n:plural(point,points)}' }
    const said = (n: number) => Object.keys(count).map((key) => say(message(key, { n }), count))
    expect(said(12.34)).toEqual(['about 12.3 fewer', '12.3 points'])
    expect(said(0.59)).toEqual(['about 0.59 fewer', '0.59 points'])
    expect(said(0.0034)).toEqual(['about 0.003 fewer', '0.003 points'])
    expect(said(0)).toEqual(['about 0 fewer', '0 points'])
  })

  it('keeps what a value has in brackets', () => {
    expect(say(message('n', { n: 2, all: '[A, B]' }), table)).toBe('2 rooms of [A, B]')
  })

  it('shows the key where there is no sentence, whatever its name', () => {
    expect(say(message('constructor'), table)).toBe('constructor')
  })
})

describe('figures', () => {
  it.each([
    [metresText(0.8), '0.8 m'],
    [metresText(9.55), '9.55 m'],
    [metresText(37.06), '37.1 m'],
    [metresText(128.4), '128 m'],
    [metresText(999.6), '1.0 km'],
    [metresText(1410), '1.4 km'],
    [metresText(-0.001), '0 m'],
    [areaText(190), '190 m²'],
    [areaText(31.25), '31.3 m²'],
    [percentText(0.24), '24 %'],
    [percentText(0.0833), '8.3 %'],
    [percentText(-0.5), '-50 %'],
    [durationText(5700), '1 h 35 min'],
    [durationText(300), '5 min'],
    [durationText(45), '45 s'],
    [durationText(0.25), '0.3 s'],
    [durationText(0.004), '0.004 s'],
    [durationText(3600), '1 h'],
    [moneyText(1326.92, 'GBP'), '£1,327'],
    [moneyText(0.2654, 'GBP'), '£0.27'],
    [moneyText(760_000, 'CHF'), 'CHF 760,000'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected)
  })
})
