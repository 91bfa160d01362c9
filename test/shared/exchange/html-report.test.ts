import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import { drawDesign } from '#shared/drawing/draw-design'
import { canonicalJson } from '#shared/exchange/canonical-json'
import { escaped } from '#shared/exchange/escape'
import { htmlReport } from '#shared/exchange/html-report'
import { svgOf } from '#shared/exchange/svg'
import type { Report } from '#shared/report/report'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'

const HOSTILE = `</title><script>alert(1)</script><img src=x onerror="alert(2)">'"&`
const example = workedExample()
const shapes = drawDesign(buildBuilding(example.designs[WORKED_DESIGN]!, example.workshop), {
  routes: [
    {
      key: 'a',
      flow: 'clean',
      perDay: 20,
      points: [
        { x: 13.1, y: -2.8 },
        { x: 15.2, y: 0 },
        { x: 8, y: 3 },
      ],
    },
  ],
})

const hostileReport: Report = {
  title: HOSTILE,
  subtitle: HOSTILE,
  blocks: [
    { type: 'heading', level: 2, text: HOSTILE },
    { type: 'paragraph', text: HOSTILE, tone: 'note' },
    { type: 'list', items: [HOSTILE] },
    { type: 'terms', terms: [{ term: HOSTILE, text: HOSTILE }] },
    { type: 'cards', cards: [{ title: HOSTILE, text: HOSTILE, lines: [{ text: HOSTILE, verdict: 'better', direction: 'down' }] }] },
    {
      type: 'table',
      caption: HOSTILE,
      columns: [{ text: HOSTILE, align: 'left' }],
      rows: [{ cells: [{ text: HOSTILE, note: HOSTILE, verdict: 'worse' }, { text: HOSTILE }] }],
    },
    {
      type: 'figure',
      caption: HOSTILE,
      scaleText: HOSTILE,
      shapes: shapes.map((shape) => (shape.form.type === 'text' ? { ...shape, form: { ...shape.form, text: HOSTILE } } : shape)),
      legend: [
        { text: HOSTILE, flow: 'used' },
        { text: HOSTILE, mark: 'shared' },
      ],
    },
    { type: 'pageBreak' },
  ],
}

describe('a table of figures', () => {
  const tableOf = (today: string, note?: string): string => {
    const columns = ['Measure', 'Today', 'A', 'B', 'C'].map((text, index) => ({ text, align: index === 0 ? ('left' as const) : ('right' as const) }))
    const rows = [{ cells: [{ text: 'Waiting' }, { text: today, value: 60 }, { text: '1 m', note }, { text: '1 m' }, { text: '1 m' }] }]
    const html = htmlReport({ title: '', subtitle: '', blocks: [{ type: 'table', caption: 'T', columns, rows }] }, { language: 'en-GB', foot: '' })
    return html.slice(html.indexOf('<table'), html.indexOf('</table>'))
  }

  it('makes the column of today narrow only where it holds figures and nothing longer', () => {
    expect(tableOf('224 m')).toMatch(/^<table class="whole even many">/)
    expect(tableOf('1 h 11 min (1 h 4 min to 1 h 19 min)')).toMatch(/^<table class="whole even">/)
  })

  it('parts no figure from its unit at the end of a line, and no words', () => {
    expect(tableOf('1 h 4 min (58 min to 1 h 19 min)').replaceAll('\u00a0', '_')).toContain('1_h_4_min (58_min to 1_h_19_min)')
    const note = tableOf('1 m', '3.7 points more (2 to 4.8 %, 20 runs), 71.1 m² on 2 sides of 3 squares').replaceAll('\u00a0', '_')
    expect(note).toContain('3.7_points more (2 to 4.8_%, 20_runs), 71.1_m² on 2 sides of 3 squares')
  })
})

describe('the report as a page', () => {
  const html = htmlReport(hostileReport, { language: 'en-GB', foot: HOSTILE })

  it('runs nothing and loads nothing', () => {
    expect(html).toContain(`http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'`)
    expect(html).not.toMatch(/<script|<img|<link|<iframe|<object|javascript:|@import|src=(?!x)/i)
    expect(html).not.toMatch(/url\((?!#)/)
    expect([...html.matchAll(/<[a-z][^>]*\son\w+=/gi)]).toEqual([])
  })

  it('shows every text as it was written', () => {
    // 1 title in the head, 1 heading, and each text of the blocks.
    expect(html.split(escaped(HOSTILE)).length - 1).toBeGreaterThan(18)
  })

  it('is well formed: every element that opens closes', () => {
    expect(balance(html.replace(/<!DOCTYPE html>/, '').replace(/<meta[^>]*>/g, ''))).toEqual([])
  })

  it('has the same bytes each time', () => {
    expect(htmlReport(hostileReport, { language: 'en-GB', foot: HOSTILE })).toBe(html)
  })
})

describe('a plan as a file', () => {
  const svg = svgOf(shapes, { title: HOSTILE, id: 'plan', alone: true })

  it('is well formed and has no foreign part', () => {
    expect(balance(svg)).toEqual([])
    expect(svg).not.toMatch(/<script|href|url\((?!#)|NaN|undefined/)
  })

  it('is as large as the unit, at 1 to 100, y down the page', () => {
    // The unit is 20 m wide and 13 m high; the scale bar and half a metre of white lie about it.
    const [, left, top, width, height] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg)!.map(Number)
    expect(left).toBeLessThanOrEqual(-0.5)
    expect(top).toBeCloseTo(-8.5, 0)
    expect(width).toBeGreaterThanOrEqual(21)
    expect(height).toBeGreaterThan(14)
    expect(svg).toContain(`width="${width! * 10}mm"`)
  })

  it('draws the routes in the colour and dashes of their flow', () => {
    expect(svg).toMatch(/class="s-route f-clean"/)
    expect(svg).toMatch(/\.s-route\.f-clean\{stroke-dasharray/)
  })

  it('of nothing is an empty sheet', () => {
    expect(svgOf([], { title: 'Empty', id: 'none', alone: true })).toContain('viewBox="0 -1 1 1"')
  })
})

/** The elements that are opened and not closed, or closed and not open. */
function balance(markup: string): readonly string[] {
  const open: string[] = []
  for (const [, isEnd, name = '', isEmpty] of markup
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .matchAll(/<(\/?)([a-z][\w-]*)(?:"[^"]*"|[^>"])*?(\/?)>/gi)) {
    if (isEnd === '/') {
      if (open.pop() !== name) return [`</${name}>`]
    } else if (isEmpty !== '/') open.push(name)
  }
  return open
}

test.prop([fc.string({ unit: 'binary' })])('an escaped text has no character with a meaning left, and loses no letter', (text) => {
  expect(escaped(text)).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/)
  const lawful = [...text].filter((letter) => isWrittenInXml(letter.codePointAt(0) ?? 0)).join('')
  const back = escaped(text)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
  expect(back).toBe(lawful)
})

it('results are rounded once, to the millionth, and the same bytes come out', () => {
  expect(canonicalJson({ a: 0.1 + 0.2, b: -0, c: 1e-9, d: [37.0500000001], e: Number.NaN, f: undefined })).toBe(
    '{\n  "a": 0.3,\n  "b": 0,\n  "c": 0,\n  "d": [\n    37.05\n  ],\n  "e": null\n}\n',
  )
})

/** Char of XML 1.0 (W3C Recommendation, production 2), less the delete character. */
function isWrittenInXml(code: number): boolean {
  if (code < 0x20) return [9, 10, 13].includes(code)
  return code !== 0x7f && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
}
