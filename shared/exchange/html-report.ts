import { pageNumber } from '#shared/drawing/svg-path'
import { figuresWhole } from '#shared/report/figures-whole'
import type { Block, Cell, Column, LegendEntry, Report, Row, TableBlock } from '#shared/report/report'
import { roundedFigure } from './canonical-json'
import { escaped } from './escape'
import { FLOW_LINES, fontFace, PLAN_STYLE } from './plan-style'
import { PAPERS, printScale } from './print-scale'
import { REPORT_STYLE } from './report-style'
import { sizeOf, svgOf } from './svg'

export type HtmlOptions = {
  /** IETF tag of the language of the words. */
  readonly language: string
  /** What stands at the foot of the last page. */
  readonly foot: string
  /** An Inter as WOFF2 in base64, for a page that is printed here and now. None given: the page has no font of its own. */
  readonly typeface?: string | undefined
}

/**
 * A report as one HTML file that needs nothing else: no script, no font and no picture from anywhere,
 * and a policy of its own that would refuse them. The same report gives the same bytes.
 */
export function htmlReport(report: Report, { language, foot, typeface }: HtmlOptions): string {
  let figures = 0
  let heading = ''
  const blocks = report.blocks.map((block) => {
    if (block.type === 'heading') heading = block.text
    return blockHtml(block, () => `figure-${++figures}`, heading)
  })
  const title = escaped(report.title)
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline';${typeface === undefined ? '' : ' font-src data:;'} base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${typeface === undefined ? '' : fontFace(typeface)}${REPORT_STYLE}${PLAN_STYLE}</style>
</head>
<body>
<header><h1>${title}</h1>${report.subtitle === '' ? '' : `<p>${escaped(report.subtitle)}</p>`}</header>
<main>
${blocks.join('\n')}
</main>
<footer>${escaped(foot)}</footer>
</body>
</html>
`
}

function blockHtml(block: Block, nextFigure: () => string, heading: string): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`
    case 'paragraph':
      return `<p${block.tone === undefined ? '' : ` class="${block.tone}"`}>${escaped(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`
    case 'terms':
      return `<dl>${block.terms.map(({ term, text }) => `<div><dt>${escaped(term)}</dt><dd>${escaped(text)}</dd></div>`).join('')}</dl>`
    case 'pageBreak':
      return '<div class="page-break"></div>'
    case 'cards':
      return `<div class="cards">${block.cards
        .map(({ title, text, lines }) => {
          const items = lines.map((line) => `<li${classOf([line.verdict, line.direction])}>${escaped(line.text)}</li>`).join('')
          return `<section class="card"><h3>${escaped(title)}</h3><p>${escaped(text)}</p><ul>${items}</ul></section>`
        })
        .join('')}</div>`
    case 'table':
      return tableHtml(block, heading)
    case 'figure': {
      const drawing = svgOf(block.shapes, { title: block.caption, id: nextFigure(), alone: false })
      const legend = block.legend.map(legendHtml).join('')
      const size = sizeOf(block.shapes)
      const scales = PAPERS.map((paper) => [paper, printScale(size, paper)] as const)
      const said = scales.map(([paper, scale]) => `<span class="on-${paper}">${escaped(block.scaleText.replace('{scale}', String(scale)))}</span>`)
      const style = `--metres:${pageNumber(size.width)};${scales.map(([paper, scale]) => `--${paper}:${scale}`).join(';')}`
      return `<figure style="${style}"><figcaption>${escaped(block.caption)} ${said.join('')}</figcaption>\n${drawing}<div class="legend">${legend}</div></figure>`
    }
  }
}

/** Columns of figures are as wide as each other, the first of many narrower, if it has figures alone, without a word about them; a list beside another list has as much room as that. */
function layoutOf(columns: readonly Column[], rows: readonly Row[]): string | false {
  const isFigures = rows.every(({ cells }) => (cells[1]?.text ?? '').length <= LONGEST_FIGURE && cells[1]?.note === undefined)
  const aligned = columns.map(({ align }) => align).join(' ')
  return aligned === 'left right left right'
    ? 'pairs'
    : /^left( right){3}$/.test(aligned)
      ? 'even'
      : /^left( right){4,}$/.test(aligned) && (isFigures ? 'even many' : 'even')
}

/** A table of no more rows is not broken over pages. */
const WHOLE_ROWS = 24

/** A caption that only repeats the heading above it is kept for those who hear the page. */
function tableHtml({ caption, columns, rows, isDense }: TableBlock, heading: string): string {
  const head = columns.map(({ text, align }) => `<th scope="col"${classOf([align === 'right' && 'right'])}>${escaped(text)}</th>`).join('')
  const body = rows.map((row) => {
    const cells = row.cells.map((cell, index) => cellHtml(cell, columns[index]?.align ?? 'left', index === 0))
    return `<tr${classOf([row.isGroup === true && 'group'])}>${cells.join('')}</tr>`
  })
  return `<table${classOf([rows.length <= WHOLE_ROWS && 'whole', layoutOf(columns, rows), isDense === true && 'dense'])}><caption${classOf([caption === heading && 'heard'])}>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`
}

/** A figure with its unit stays on one line; a reason why there is none does not. Characters. */
const LONGEST_FIGURE = 16

function cellHtml({ text, value, range, note, verdict, direction }: Cell, align: Column['align'], isFirst: boolean): string {
  const isLong = text.length > LONGEST_FIGURE
  const said = escaped(isLong ? figuresWhole(text) : text)
  const side = align === 'right' && (isLong ? 'right' : 'right tight')
  const below = `${range === undefined ? '' : noteHtml(range)}${note === undefined ? '' : noteHtml(note, verdict, direction)}`
  if (isFirst) return `<th scope="row"${classOf([side])}>${escaped(text)}${below}</th>`
  if (note !== undefined || value !== undefined) {
    const figure = value === undefined ? said : `<data value="${roundedFigure(value)}">${said}</data>`
    return `<td${classOf([side])}>${figure}${below}</td>`
  }
  return plainHtml(said, verdict, direction, side)
}

function noteHtml(note: string, verdict?: Cell['verdict'], direction?: Cell['direction']): string {
  return `<small${classOf([verdict, direction])}>${escaped(figuresWhole(note))}</small>`
}

/** `said`: escaped. */
function plainHtml(said: string, verdict: Cell['verdict'], direction: Cell['direction'], side: string | false): string {
  return verdict === undefined
    ? `<td${classOf([side])}>${said}</td>`
    : `<td${classOf([side])}><span${classOf([verdict, direction])}>${said}</span></td>`
}

function legendHtml({ text, flow, mark }: LegendEntry): string {
  const line = flow === undefined ? MARK_SAMPLES[mark ?? 'shared'] : flowSample(FLOW_LINES[flow])
  return `<span><svg viewBox="0 0 44 10" aria-hidden="true">${line}</svg>${escaped(text)}</span>`
}

/** Dashes are metres on the plan; 16 units of the sample are one. */
const SAMPLE_SCALE = 16

function flowSample({ colour, dashes }: { readonly colour: string; readonly dashes: string }): string {
  const scaled = dashes
    .split(' ')
    .filter((dash) => dash !== '')
    .map((dash) => Number(dash) * SAMPLE_SCALE)
  const pattern = scaled.length === 0 ? '' : ` stroke-dasharray="${scaled.join(' ')}"`
  return `<path d="M2,5H42" fill="none" stroke="${colour}" stroke-width="4" stroke-linecap="round"${pattern}/>`
}

const MARK_SAMPLES: Readonly<Record<NonNullable<LegendEntry['mark']>, string>> = {
  shared:
    '<rect x="0" y="0" width="44" height="10" fill="#b00020" fill-opacity="0.25"/><path d="M6,10L16,0M18,10L28,0M30,10L40,0" stroke="#b00020" stroke-opacity="0.6" stroke-width="2"/>',
  crossing: '<circle cx="22" cy="5" r="4" fill="#b00020" fill-opacity="0.14" stroke="#b00020" stroke-width="1.5"/>',
  exposed: '<path d="M4,5H40" fill="none" stroke="#d9820a" stroke-opacity="0.5" stroke-width="8" stroke-linecap="round"/>',
}

function classOf(names: readonly (string | false | undefined)[]): string {
  const given = names.filter((name) => name !== undefined && name !== false && name !== 'same' && name !== 'different' && name !== 'none')
  return given.length === 0 ? '' : ` class="${given.join(' ')}"`
}
