import { expect, it } from 'vitest'
import { duplicateDesign } from '#shared/commands/duplicate-design'
import { setPlaceShares } from '#shared/commands/set-place-shares'
import { setVia } from '#shared/commands/set-via'
import { compareDesigns } from '#shared/comparison/comparison'
import { measureDesigns } from '#shared/comparison/measure-designs'
import { recordsOf } from '#shared/document/document'
import { differencesSection, differencesSheet } from '#shared/report/differences-section'
import { writerOf } from '#shared/report/report-input'
import { counterIds } from '#test/support/counter-ids'
import { scriptFrom } from '#test/support/script'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import { withStep } from '#test/support/worked-variations'
import english from '../../../resources/locales/en.json'

const COPY = 'design_000001'
const beds = { roomType: 'treatment-room', fixtureType: 'bed' }

/** Today, and a copy that sends the patient past a door and three of four to the second bed. */
function sayingMore() {
  const script = scriptFrom(withStep(workedExample(), 'prepare', (step) => ({ ...step, place: { ...beds, choice: 'assigned' } })))
  script.run((now) => duplicateDesign(now, { design: WORKED_DESIGN, name: 'Idea' }, counterIds()))
  const copies = Object.values(script.document().designs[COPY] ?? {})
  const own = (origin: string) => copies.find((record) => 'origin' in record && record.origin === origin)?.id ?? ''
  script.run((now) => setVia(now, { design: COPY, pathway: 'treatment-visit', step: 'prepare', through: [own('opening_doordt')] }))
  const weights = { [own('fixture_bedone')]: 1, [own('fixture_bedtwo')]: 3 }
  script.run((now) => setPlaceShares(now, { design: COPY, place: beds, weights }))
  return script.document()
}

it('says on the page and in the workbook what a way is sent past and how visits are shared', () => {
  const document = sayingMore()
  const measured = measureDesigns(document)
  const comparison = compareDesigns(measured, recordsOf(document.workshop, 'settings')[0]!)
  const writer = writerOf({ document, measured, comparison, plans: [], rooms: [], findings: () => [], words: english })
  const way = 'sent past DT; was the shortest'
  const shares = 'Treatment, Bed 1: 25 %, was 50 %; Treatment, Bed 2: 75 %, was 50 %'
  expect(differencesSheet(writer).rows.map((row) => row.slice(0, 4))).toEqual([
    ['Idea', 'Ways', 'Way to Prepare', way],
    ['Idea', 'Shares of visits', 'Treatment room, Bed', shares],
  ])
  const [table] = differencesSection(writer).filter((block) => block.type === 'table')
  expect(table?.caption).toBe('Idea: what of its layout, ways and shares is not as it is today')
  expect(table?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    ['Ways sent past other rooms or doors: 1', `Way to Prepare (${way})`],
    ['Places with other shares of visits: 1', `Treatment room, Bed (${shares})`],
  ])
})
