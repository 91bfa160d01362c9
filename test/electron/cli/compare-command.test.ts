import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { duplicateDesign } from '#shared/commands/duplicate-design'
import { applyChange } from '#shared/document/change'
import { encodeWardJson } from '#shared/exchange/ward-file'
import { wardwright } from '#test/support/cli'
import { temporaryFiles } from '#test/support/temporary-files'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import { withRecords } from '#test/support/worked-variations'
import { openedWorkbook, rowsOf, type SheetRows } from '#test/support/xlsx-figures'

const { folder, file } = temporaryFiles()
const out = join(folder, 'taken home')
const HOSTILE = `=1+1 </td><script>alert(1)</script>`

type Measure = {
  readonly metric: string
  readonly subject: string | null
  readonly unit: string
  readonly value?: number
  readonly change: number | null
  readonly relative: number | null
  readonly verdict: string | null
}
type Json = {
  readonly designs: readonly {
    readonly name: string
    readonly measures: readonly Measure[]
    readonly trips: readonly { readonly metres: number; readonly perDay: number }[]
  }[]
}

/** Today, and a copy with a hostile name whose second bed stands elsewhere. */
function twoDesigns() {
  const example = workedExample()
  let count = 0
  const copied = duplicateDesign(example, { design: WORKED_DESIGN, name: HOSTILE }, (prefix) => `${prefix}_copy${String(count++).padStart(4, '0')}`)
  if (copied.status === 'refused') throw new Error(copied.reason.key)
  const design = copied.change.added.find(({ kind }) => kind === 'design')!.id
  return withRecords(applyChange(example, copied.change), (record) =>
    record.kind === 'fixture' && record.design === design && record.name === 'Bed 2' ? { ...record, x: 8.25, y: 4.2 } : record,
  )
}

describe('what compare writes', () => {
  let json: Json
  let html: string
  let sheets: ReturnType<typeof openedWorkbook>
  let measures: SheetRows
  const path = file('unit.ward.json', encodeWardJson(twoDesigns()))
  beforeAll(async () => {
    const { code, err } = await wardwright('compare', path, '--out', out)
    expect(err).toBe(`Wrote report.html, comparison.xlsx, comparison.json and the plans to ${out}.\n`)
    expect(code).toBe(0)
    json = JSON.parse(readFileSync(join(out, 'comparison.json'), 'utf8'))
    html = readFileSync(join(out, 'report.html'), 'utf8')
    sheets = openedWorkbook(readFileSync(join(out, 'comparison.xlsx')))
    measures = rowsOf(sheets, 'Measures')
  })

  it('is a page, a workbook, figures and a plan of each design', () => {
    expect(readdirSync(out).sort()).toEqual([
      'comparison.json',
      'comparison.xlsx',
      expect.stringMatching(/^plan-1-1-td-script.*-without-routes\.svg$/),
      expect.stringMatching(/^plan-1-1-td-script.*\.svg$/),
      'plan-worked-example-without-routes.svg',
      'plan-worked-example.svg',
      'report.html',
    ])
    expect(sheets.SheetNames).toEqual([
      'Summary',
      'Measures',
      'Layout and process',
      'Trips',
      'From-to',
      'What differs',
      'Rooms',
      'Settings and assumptions',
      'About',
    ])
  })

  it('has the same figures in the workbook as in the JSON: values, changes and their shares, to the last digit', () => {
    const [today, other] = json.designs
    expect(measures[0]?.slice(0, 5)).toEqual(['Measure', 'Part', 'Per', 'Unit', 'Worked example'])
    expect(measures.length - 1).toBe(today?.measures.length)
    let compared = 0
    measures.slice(1).forEach((row, index) => {
      const [then, now] = [today?.measures[index], other?.measures[index]]
      if (then?.unit === 'grade') return
      // An unavailable value is its reason, which is a text.
      expect(typeof row[4] === 'number' ? row[4] : undefined, then?.metric).toBe(then?.value)
      expect(typeof row[5] === 'number' ? row[5] : undefined, now?.metric).toBe(now?.value)
      expect(row[6] ?? null, now?.metric).toBe(now?.change)
      expect(row[7] ?? null, now?.metric).toBe(now?.relative)
      compared++
    })
    expect(compared).toBeGreaterThan(40)
  })

  it('has the same figures on the page: every value of the table of all measures, in its order', () => {
    const table = html.slice(html.indexOf('Every measure</h2>'), html.indexOf('<h2>Settings'))
    const onPage = [...table.matchAll(/<data value="([^"]+)">/g)].map(([, value]) => Number(value))
    const hasOneSeparation = json.designs[0]?.measures.some(({ subject }) => subject?.startsWith('separation:'))
    const shown = (json.designs[0]?.measures ?? []).flatMap((measure, index) => {
      if (hasOneSeparation && measure.subject?.startsWith('separation:')) return []
      return json.designs.flatMap(({ measures: list }) => list[index]?.value ?? [])
    })
    expect(onPage).toEqual(shown)
    expect(onPage.length).toBeGreaterThan(80)
  })

  it('has every trip with its metres in the workbook', () => {
    const rows = rowsOf(sheets, 'Trips').slice(1)
    const trips = json.designs.flatMap(({ trips: list }) => list)
    expect(rows.map((row) => [row[8], row[9]])).toEqual(trips.map(({ metres, perDay }) => [metres, perDay]))
    // Pairs of rooms sum up to the same metres a day.
    const sum = (list: SheetRows, column: number) => list.reduce((total, row) => total + Number(row[column]), 0)
    expect(sum(rowsOf(sheets, 'From-to').slice(1), 5)).toBeCloseTo(sum(rows, 10), 2)
  })

  it('names the moved bed as what differs, and no text as a formula or a script', () => {
    expect(rowsOf(sheets, 'What differs').slice(1)).toEqual([[HOSTILE, 'Furniture', 'Bed', '1 moved within the room']])
    for (const name of sheets.SheetNames)
      for (const [at, cell] of Object.entries(sheets.Sheets[name] ?? {})) if (!at.startsWith('!')) expect(cell.f, `${name} ${at}`).toBeUndefined()
    expect(html).not.toContain('<script')
    expect(html).not.toMatch(/(src|href)=|url\((?!#)/)
  })

  it('prints the same JSON with --json, and writes the same bytes again', async () => {
    const again = join(folder, 'again')
    const { out: printed } = await wardwright('compare', path, '--json', '--out', again)
    expect(printed).toBe(readFileSync(join(out, 'comparison.json'), 'utf8'))
    for (const name of readdirSync(out)) expect(readFileSync(join(again, name)).equals(readFileSync(join(out, name))), name).toBe(true)
  })

  it('says when the disk is full', async ({ skip }) => {
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', disk], { stdio: 'ignore' })
    } catch {
      return skip('No disk can be mounted here')
    }
    try {
      const { code, err } = await wardwright('compare', path, '--out', disk)
      expect(code).toBe(1)
      expect(err).toMatch(/^wardwright: .*(full|space)/i)
      expect(readdirSync(disk).filter((name) => name.startsWith('.'))).toEqual([])
    } finally {
      execFileSync('umount', [disk])
    }
  })
})
