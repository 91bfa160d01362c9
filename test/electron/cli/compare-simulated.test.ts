import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { duplicateDesign } from '#shared/commands/duplicate-design'
import { applyChange } from '#shared/document/change'
import { encodeWardJson } from '#shared/exchange/ward-file'
import { wardwright } from '#test/support/cli'
import { temporaryFiles } from '#test/support/temporary-files'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import { withRecords } from '#test/support/worked-variations'
import { openedWorkbook, rowsOf, type SheetRows } from '#test/support/xlsx-figures'

const { folder, file } = temporaryFiles()
const out = join(folder, 'simulated')

/** Today, and a copy whose second bed stands elsewhere. */
function twoDesigns() {
  const example = workedExample()
  let count = 0
  const copied = duplicateDesign(example, { design: WORKED_DESIGN, name: 'Another' }, (prefix) => `${prefix}_copy${String(count++).padStart(4, '0')}`)
  if (copied.status === 'refused') throw new Error(copied.reason.key)
  const design = copied.change.added.find(({ kind }) => kind === 'design')!.id
  return withRecords(applyChange(example, copied.change), (record) =>
    record.kind === 'fixture' && record.design === design && record.name === 'Bed 2' ? { ...record, x: 8.25, y: 4.2 } : record,
  )
}

type Interval = { readonly mean: number; readonly low: number; readonly high: number }
type Figure = Interval & { readonly metric: string; readonly subject: string | null; readonly unit: string; readonly difference?: Interval }

type WorstDays = {
  readonly scenarios: readonly { readonly key: string | null }[]
  readonly figures: readonly {
    readonly metric: string
    readonly designs: readonly {
      readonly rise: number | null
      readonly scenarios: readonly (Interval & { readonly status: string; readonly difference?: Interval })[]
    }[]
  }[]
}

const path = file('unit.ward.json', encodeWardJson(twoDesigns()))
const TERMS = ['--replications', '5', '--seed', '7', '--threads', '1'] as const
let figures: readonly (readonly Figure[])[]
let html: string
let sheet: SheetRows
let worstSheet: SheetRows
let worst: WorstDays

beforeAll(async () => {
  const { code, err } = await wardwright('compare', path, ...TERMS, '--worst', '--out', out)
  expect({ code, err }).toEqual({ code: 0, err: `Wrote report.html, comparison.xlsx, comparison.json and the plans to ${out}.\n` })
  const { simulated, worstDays } = JSON.parse(readFileSync(join(out, 'comparison.json'), 'utf8'))
  expect(simulated).toMatchObject({ replications: 5, seed: 7, days: 1, warmUpDays: 0, scenario: { key: null, text: 'A usual day' } })
  figures = simulated.designs.map((design: { readonly figures: readonly Figure[] }) => design.figures)
  html = readFileSync(join(out, 'report.html'), 'utf8')
  const workbook = openedWorkbook(readFileSync(join(out, 'comparison.xlsx')))
  sheet = rowsOf(workbook, 'Simulated days')
  worstSheet = rowsOf(workbook, 'Worst days')
  worst = worstDays
})

it('writes the figures that simulating alone gives', async () => {
  const alone = JSON.parse((await wardwright('simulate', path, ...TERMS, '--json')).out)
  expect(alone.designs.map((design: { readonly figures: readonly Figure[] }) => design.figures)).toEqual(figures)
})

it('has the same figures in the workbook, with their intervals and those of the differences', () => {
  const lead = figures.map((own) => own.find(({ metric, subject }) => metric === 'leadTime' && subject === null)!)
  const row = sheet.find(([name]) => name === 'Time in the unit, a visit')!
  // In the order of ids: the copy, then today's.
  const [other, today] = [lead[0]!, lead[1]!]
  const { mean, low, high } = other.difference!
  const expected = [other.mean, other.low, other.high, mean, low, high, today.mean, today.low, today.high]
  expect([...row.slice(2, 8), ...row.slice(9, 12)].map((value) => Number(value).toFixed(6))).toEqual(expected.map((value) => value.toFixed(6)))
  expect(sheet.length).toBeGreaterThan(10)
})

it('has them on the page, with the terms that they were run on', () => {
  const values = new Set([...html.matchAll(/<data value="([^"]+)">/g)].map(([, value]) => Number(value).toFixed(5)))
  for (const own of figures) {
    const lead = own.find(({ metric, subject }) => metric === 'leadTime' && subject === null)!
    expect(values).toContain(lead.mean.toFixed(5))
  }
  expect(html).toContain('A usual day. 5 runs of 1 day, seed 7.')
  expect(html).toContain('crowding is not modelled')
  expect(html).toContain('How long patients stay is not held against anything published')
  expect(html).not.toContain('are not in this report')
})

it('writes worst days beside the usual one wherever figures go, with what running each alone gives', async () => {
  expect(worst.scenarios.map(({ key }) => key)).toEqual([null, 'surge', 'fewStaff', 'roomDown'])
  const ofLead = worst.figures.find(({ metric }) => metric === 'leadTime')!
  const leadOf = (own: readonly Figure[]) => own.find(({ metric, subject }) => metric === 'leadTime' && subject === null)!
  expect(ofLead.designs.map(({ scenarios: [usual] }) => usual?.mean)).toEqual(figures.map((own) => leadOf(own).mean))
  const surge = JSON.parse((await wardwright('simulate', path, ...TERMS, '--scenario', 'surge', '--json')).out)
  const surged = surge.designs.map((design: { readonly figures: readonly Figure[] }) => leadOf(design.figures).mean)
  expect(ofLead.designs.map(({ scenarios }) => scenarios[1]?.mean)).toEqual(surged)
  // Its one treatment room is closed on the last of these days: it cannot be run, and nobody can say how much the designs give.
  expect(ofLead.designs.map(({ rise, scenarios }) => [rise, scenarios[3]?.status])).toEqual([
    [null, 'stopped'],
    [null, 'stopped'],
  ])
  const row = worstSheet.find(([name, , day]) => name === 'Time in the unit, a visit' && String(day).startsWith('Surge'))!
  const [first] = ofLead.designs
  expect(row.slice(3, 9).map((value) => Number(value).toFixed(6))).toEqual(
    [first!.scenarios[1]!, first!.scenarios[1]!.difference!].flatMap(({ mean, low, high }) => [mean, low, high]).map((value) => value.toFixed(6)),
  )
  const values = new Set([...html.matchAll(/<data value="([^"]+)">/g)].map(([, value]) => Number(value).toFixed(5)))
  for (const mean of surged) expect(values).toContain(mean.toFixed(5))
  expect(html).toMatch(/<h2[^>]*>Worst days<\/h2>/)

  const { out: text } = await wardwright('simulate', path, ...TERMS, '--worst')
  expect(text).toContain('Worst days: Time in the unit, a visit')
  expect(text).toMatch(/^ {2}Surge: a fifth more patients .+ \(\+.+\)/m)
  expect(text).toMatch(/^Another, One room down: Treatment room: Treatment visit needs Treatment room, Bed for the step Prepare/m)
  expect(text).toContain('Which bends least cannot be said: no design could be run on all of these days.')
})

it('runs a worse day and a warm-up where they are asked for, and names the scenarios there are', async () => {
  const words = ['--replications', '2', '--threads', '1', '--design', 'Another', '--json']
  const surge = JSON.parse((await wardwright('simulate', path, ...words, '--scenario', 'surge')).out)
  expect(surge.scenario.key).toBe('surge')
  expect(surge.designs[0].figures.find(({ metric }: Figure) => metric === 'visits').mean).toBe(24)
  const warm = JSON.parse((await wardwright('simulate', path, ...words, '--days', '2', '--warm-up', '1')).out)
  expect(warm.designs[0].figures.find(({ metric }: Figure) => metric === 'visits').mean).toBe(20)
  expect(JSON.parse((await wardwright('simulate', path, ...words, '--warm-up', 'auto')).out).warmUpDays).toBe(0)
  const wrong = await wardwright('simulate', path, '--scenario', 'flood')
  expect(wrong).toMatchObject({ code: 1, out: '' })
  expect(wrong.err).toContain('There is no scenario “flood”; there are: surge, fewStaff, roomDown, One day.')
  expect(await wardwright('simulate', path, '--warm-up', 'long')).toMatchObject({ code: 2 })
})
