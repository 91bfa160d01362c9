import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { duplicateDesign } from '#shared/commands/duplicate-design'
import { compareDesigns } from '#shared/comparison/comparison'
import { measureDesigns } from '#shared/comparison/measure-designs'
import { applyChange } from '#shared/document/change'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { documentOf, recordsIn } from '#shared/document/document-of'
import { composeReport } from '#shared/report/compose-report'
import type { Block, Report } from '#shared/report/report'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import { withRecords } from '#test/support/worked-variations'

const words = JSON.parse(readFileSync(new URL('../../../resources/locales/en.json', import.meta.url), 'utf8')) as Record<string, string>

/** Today, and a copy with bed 2 next to its door and nobody booked out any more. */
function twoDesigns(): WardDocument {
  const example = workedExample()
  let count = 0
  const copied = duplicateDesign(
    example,
    { design: WORKED_DESIGN, name: 'Near <bed>' },
    (prefix) => `${prefix}_copy${String(count++).padStart(4, '0')}`,
  )
  if (copied.status === 'refused') throw new Error(copied.reason.key)
  const design = copied.change.added.find(({ kind }) => kind === 'design')!.id
  const both = applyChange(example, copied.change)
  const moved = withRecords(both, (record) =>
    record.kind === 'fixture' && record.design === design && record.name === 'Bed 2' ? { ...record, x: 8.25, y: 4.2 } : record,
  )
  const visit = recordsOf(moved.workshop, 'pathway').find(({ flow }) => flow === 'patient')!
  const variant = {
    ...visit,
    id: 'pathway_variant',
    design,
    steps: visit.steps.filter(({ key }) => key !== 'book-out'),
    reasons: { 'book-out': 'Letters are sent' },
  }
  return documentOf([...recordsIn(moved), variant])
}

describe('the report of two designs', () => {
  let report: Report
  let texts: readonly string[] = []
  beforeAll(() => {
    const document = twoDesigns()
    const measured = measureDesigns(document)
    const comparison = compareDesigns(measured, recordsOf(document.workshop, 'settings')[0]!)
    const plans = measured.map(({ design }) => ({ design: design.id, people: [], supplies: [] }))
    report = composeReport({ document, measured, comparison, plans, rooms: [], findings: () => [], words })
    texts = report.blocks.flatMap(textsOf)
  })

  it('says everything in words', () => {
    for (const text of texts) expect(text).not.toMatch(/undefined|NaN|\{\w+|\b(report|metric|settings|change|flow|per)\.[a-z]/)
    expect(texts.length).toBeGreaterThan(200)
  })

  it('shows patient travel with its change against today, said as better', () => {
    const board = tableNamed('Scoreboard')
    const row = board.rows.find(({ cells }) => cells[0]?.text === 'Patient travel a visit')
    expect(row?.cells.map(({ text }) => text)).toEqual(['Patient travel a visit', '37 m', expect.stringMatching(/ m$/)])
    expect(row?.cells[2]).toMatchObject({ verdict: 'better', direction: 'down', note: expect.stringMatching(/ m less \(-\d+(\.\d)? %\), better$/) })
  })

  it('tells the share of the layout from that of the process', () => {
    const shares = tableNamed('Near <bed>: shares of layout and process')
    expect(shares.rows.find(({ cells }) => cells[0]?.text === 'Steps a visit')?.cells.map(({ text }) => text)).toEqual([
      'Steps a visit',
      'no change',
      '1 fewer (-25 %), better',
      '1 fewer (-25 %), better',
    ])
  })

  it('lists what the pathway changes, with the reason', () => {
    expect(tableNamed('Near <bed>: what it changes in the pathways').rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['Treatment visit', 'Book out', 'left out', 'Letters are sent'],
    ])
  })

  it('shows the trips behind the largest changes of both', () => {
    const table = report.blocks.find((block) => block.type === 'table' && block.caption.startsWith('Patient travel a visit, Near <bed>: '))
    expect(table).toMatchObject({ columns: [{ text: 'Today' }, {}, { text: 'Near <bed>' }, {}] })
  })

  it('has two plans a design and prints the settings', () => {
    expect(report.blocks.filter(({ type }) => type === 'figure')).toHaveLength(4)
    expect(texts).toContain('What the figures rest on')
    expect(texts).toContain('People do not push each other: crowding is not modelled.')
  })

  function tableNamed(caption: string) {
    const table = report.blocks.find((block) => block.type === 'table' && block.caption === caption)
    if (table?.type !== 'table') throw new Error(`There is no table “${caption}”`)
    return table
  }
})

function textsOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [block.text]
    case 'list':
      return block.items
    case 'cards':
      return block.cards.flatMap(({ title, text, lines }) => [title, text, ...lines.map((line) => line.text)])
    case 'terms':
      return block.terms.flatMap(({ term, text }) => [term, text])
    case 'table':
      return [
        block.caption,
        ...block.columns.map(({ text }) => text),
        ...block.rows.flatMap(({ cells }) => cells.flatMap(({ text, note }) => [text, note ?? ''])),
      ]
    case 'figure':
      return [block.caption, block.scaleText.replace('{scale}', '200'), ...block.legend.map(({ text }) => text)]
    case 'pageBreak':
      return []
  }
}
