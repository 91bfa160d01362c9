import { strToU8 } from 'fflate'
import type { Sheet, SheetCell, SheetNumber, SheetUnit, Workbook } from '#shared/report/workbook'
import { roundedFigure } from './canonical-json'
import { escaped } from './escape'
import { zipped } from './zip'

/**
 * A workbook as an Office Open XML file (ECMA-376, part 1). Texts are inline strings, so that none of them
 * can be read as a formula; there is no formula, no link and no macro in it. The same workbook gives the same bytes.
 */
export function xlsxBytes(workbook: Workbook): Uint8Array {
  const names = sheetNames(workbook.sheets)
  const styles = stylesOf(workbook)
  const sheets = workbook.sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, styles.of)] as const)
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes(names)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(workbook, names)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([...names.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const), ['styles', 'styles.xml']]),
    ],
    ['xl/styles.xml', styles.xml],
    ...sheets,
  ]
  return zipped(new Map(parts.map(([name, xml]) => [name, strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`)])))
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** What a cell may hold, of the format; longer texts are cut rather than the file be refused. Characters. */
const LONGEST_TEXT = 32_767
const LONGEST_NAME = 31

/** Names that every reader takes: no character that means something in a reference, none twice. */
function sheetNames(sheets: readonly Sheet[]): readonly string[] {
  const taken = new Set<string>()
  return sheets.map(({ name }) => {
    const plain =
      name
        .replaceAll(/[\\/?*:[\]]/g, ' ')
        .replaceAll(/^'+|'+$/g, '')
        .trim()
        .slice(0, LONGEST_NAME) || 'Sheet'
    let free = plain
    for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${plain.slice(0, LONGEST_NAME - 4)} ${count}`
    taken.add(free.toLowerCase())
    return free
  })
}

function contentTypes(names: readonly string[]): string {
  const part = (path: string, type: string) => `<Override PartName="${path}" ContentType="${CONTENT}.${type}+xml"/>`
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/styles.xml', 'styles')}` +
    `${names.map((_, index) => part(`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet')).join('')}</Types>`
  )
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const lines = targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
  return `<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`
}

/** The row of headings is the filter's, and stands on every printed page. */
function workbookXml({ sheets }: Workbook, names: readonly string[]): string {
  const list = names.map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
  const quoted = (index: number) => `'${escaped((names[index] ?? '').replaceAll("'", "''"))}'`
  const filters = sheets.map(
    ({ columns, rows }, index) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted(index)}!$A$1:$${columnName(columns.length - 1)}$${rows.length + 1}</definedName>`,
  )
  const titles = sheets.map((_, index) => `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted(index)}!$1:$1</definedName>`)
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets><definedNames>${filters.join('')}${titles.join('')}</definedNames></workbook>`
}

type StyleOf = (cell: SheetCell | 'heading') => number

/** The two styles of texts come first. */
const TEXT_STYLE = 0
const HEADING_STYLE = 1

function stylesOf(workbook: Workbook): { readonly xml: string; readonly of: StyleOf } {
  const formats = Object.entries(FORMATS(workbook.currency)) as readonly (readonly [SheetUnit, string])[]
  const tones = [undefined, 'better', 'worse'] as const
  const numFmts = formats.map(([, code], index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(code)}"/>`)
  const numbers = formats.flatMap((_, index) =>
    tones.map(
      (_tone, tone) =>
        `<xf numFmtId="${164 + index}" fontId="${tone === 0 ? 0 : tone + 1}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf>`,
    ),
  )
  const font = (inner: string) => `<font>${inner}<sz val="11"/><color rgb="FF1B2733"/><name val="Calibri"/><family val="2"/></font>`
  const coloured = (rgb: string) => `<font><sz val="11"/><color rgb="${rgb}"/><name val="Calibri"/><family val="2"/></font>`
  const xml =
    `<styleSheet xmlns="${MAIN}"><numFmts count="${numFmts.length}">${numFmts.join('')}</numFmts>` +
    `<fonts count="4">${font('')}${font('<b/>')}${coloured('FF0B6E99')}${coloured('FFB3541E')}</fonts>` +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEFF1F3"/></patternFill></fill></fills>' +
    '<borders count="2"><border/><border><left/><right/><top/><bottom style="thin"><color rgb="FF1B2733"/></bottom></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${numbers.length + 2}">` +
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
    '<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
    `${numbers.join('')}</cellXfs></styleSheet>`
  const units = formats.map(([unit]) => unit)
  return {
    xml,
    of: (cell) => {
      if (cell === 'heading') return HEADING_STYLE
      if (typeof cell !== 'object') return TEXT_STYLE
      return 2 + units.indexOf(cell.unit) * tones.length + tones.indexOf(cell.tone)
    },
  }
}

const SYMBOLS: Readonly<Record<string, string>> = { GBP: '£', EUR: '€', USD: '$' }

/** How a number of each unit is shown; what it is stays untouched. */
function FORMATS(currency: string): Readonly<Record<SheetUnit, string>> {
  return {
    metre: '#,##0.00" m"',
    squareMetre: '#,##0.0" m²"',
    count: '#,##0.##',
    share: '0.0%',
    minute: '#,##0.0" min"',
    hour: '#,##0.0" h"',
    money: `"${SYMBOLS[currency] ?? `${currency} `}"#,##0.00`,
    metrePerSecond: '0.00" m/s"',
    second: '#,##0" s"',
    degree: '0.#"°"',
  }
}

/** Landscape A4, as wide as the page, the headings staying in sight. */
function sheetXml({ columns, rows }: Sheet, styleOf: StyleOf): string {
  const widths = columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
  const lines = [columns.map(({ text }) => textCell(text, HEADING_STYLE)), ...rows.map((row) => row.map((cell) => cellXml(cell, styleOf)))]
  const body = lines.map(
    (cells, row) => `<row r="${row + 1}">${cells.map((cell, column) => cell.replace('<c', `<c r="${columnName(column)}${row + 1}"`)).join('')}</row>`,
  )
  return (
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>${body.join('\n')}</sheetData>` +
    `<autoFilter ref="A1:${columnName(columns.length - 1)}${rows.length + 1}"/>` +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
  )
}

/** An empty cell is none at all. */
function cellXml(cell: SheetCell, styleOf: StyleOf): string {
  if (cell === undefined || cell === '') return ''
  return typeof cell === 'string' ? textCell(cell, styleOf(cell)) : numberCell(cell, styleOf(cell))
}

function textCell(text: string, style: number): string {
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, LONGEST_TEXT))}</t></is></c>`
}

/** What is no number cannot be written as one. */
function numberCell({ value }: SheetNumber, style: number): string {
  return Number.isFinite(value) ? `<c s="${style}"><v>${roundedFigure(value)}</v></c>` : ''
}

/** 0 is A, 25 is Z, 26 is AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}
