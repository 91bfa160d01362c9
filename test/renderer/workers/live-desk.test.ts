import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { duplicateDesign } from '#shared/commands/duplicate-design'
import { moveFixture } from '#shared/commands/move-fixture'
import { moveOpening } from '#shared/commands/move-opening'
import { applyChange, type Change } from '#shared/document/change'
import { designsOf } from '#shared/document/document'
import { measureDesign } from '#shared/metrics/measure'
import { counterIds } from '#test/support/counter-ids'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import type { FoundOf, Inquiry } from '../../../renderer/workers/inquiries'
import { createLiveDesk } from '../../../renderer/workers/live-desk'
import type { Question } from '../../../renderer/workers/messages'

const question: Question = { design: WORKED_DESIGN, reading: 'own', preview: undefined, open: undefined }

function openDesk() {
  const desk = createLiveDesk()
  const document = workedExample()
  desk({ type: 'document', revision: 0, document })
  return { desk, document }
}

function changeOf(edit: ReturnType<typeof moveFixture>): Change {
  if (edit.status === 'refused') throw new Error(edit.reason.key)
  return edit.change
}

it('measures the worked example, and names its revision', () => {
  const { desk } = openDesk()
  const answer = desk({ type: 'measure', ask: 7, question: { ...question, open: { metric: 'patientTravel', subject: undefined } } })
  expect(answer).toMatchObject({ type: 'measured', ask: 7, revision: 0 })
  if (answer?.type !== 'measured') return
  const travel = answer.values.find(({ metric, subject }) => metric === 'patientTravel' && subject === undefined)
  expect(travel?.result).toMatchObject({ status: 'available', value: expect.closeTo(37.05, 6) })
  expect(answer.today).toBe(answer.values) // the only design is today's
  const amounts = answer.parts.map(({ amount }) => amount)
  expect(amounts).toEqual([...amounts].sort((a, b) => b - a))
  expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(37.05, 6)
})

it('says the numbers of a design that was just opened before those of today, and both when asked again', () => {
  const original = workedExample()
  const copied = duplicateDesign(original, { design: WORKED_DESIGN, name: 'Copy' }, counterIds())
  if (copied.status === 'refused') throw new Error(copied.reason.key)
  const document = applyChange(original, copied.change)
  const copy = designsOf(document).find(({ id }) => id !== WORKED_DESIGN)!.id
  const desk = createLiveDesk()
  desk({ type: 'document', revision: 0, document })
  const ask = () => desk({ type: 'measure', ask: 1, question: { ...question, design: copy } })
  const values = measureDesign(document, copy, 'own').values
  expect(ask()).toMatchObject({ isTodayToCome: true, today: undefined, values })
  const again = ask()
  expect(again).toMatchObject({ isTodayToCome: false, values, today: measureDesign(document, WORKED_DESIGN, 'own').values })
  // What an edit changes is told together.
  const change = changeOf(moveFixture(document, { fixture: 'fixture_deskstaff', dx: 0.5, dy: 0 }))
  desk({ type: 'change', revision: 1, change })
  expect(ask()).toMatchObject({ isTodayToCome: false, today: measureDesign(applyChange(document, change), WORKED_DESIGN, 'own').values })
})

it('never keeps a preview', () => {
  const { desk, document } = openDesk()
  const before = desk({ type: 'measure', ask: 1, question })
  const preview = changeOf(moveOpening(document, { opening: 'opening_doordt', along: 4 }))
  const during = desk({ type: 'measure', ask: 2, question: { ...question, preview } })
  const after = desk({ type: 'measure', ask: 3, question })
  const valuesOf = (answer: typeof before) => (answer?.type === 'measured' ? answer.values : undefined)
  expect(valuesOf(during)).not.toEqual(valuesOf(before))
  expect(valuesOf(after)).toEqual(valuesOf(before))
})

it('answers with the reason, never with silence, when measuring breaks', () => {
  const { desk } = openDesk()
  expect(desk({ type: 'measure', ask: 1, question: { ...question, design: 'design_nowhere' } })).toMatchObject({ type: 'failed', ask: 1 })
})

const step = fc.record({ isPreview: fc.boolean(), fixture: fc.boolean(), by: fc.integer({ min: -8, max: 8 }) })

test.prop([fc.array(step, { minLength: 1, maxLength: 5 })], { numRuns: 8 })(
  'after any edits and previews the values are those of measuring afresh',
  (steps) => {
    const opened = openDesk()
    let { document } = opened
    let revision = 0
    for (const { isPreview, fixture, by } of steps) {
      const change = changeOf(
        fixture
          ? moveFixture(document, { fixture: 'fixture_deskstaff', dx: by / 10, dy: 0 })
          : moveOpening(document, { opening: 'opening_doordt', along: 1 + Math.abs(by) / 2 }),
      )
      if (!isPreview) {
        document = applyChange(document, change)
        opened.desk({ type: 'change', revision: ++revision, change })
      }
      const answer = opened.desk({ type: 'measure', ask: revision, question: { ...question, preview: isPreview ? change : undefined } })
      const shown = isPreview ? applyChange(document, change) : document
      expect(answer).toMatchObject({ type: 'measured', revision, values: measureDesign(structuredClone(shown), WORKED_DESIGN, 'own').values })
    }
  },
)

it('says of one door what all flows say of it', () => {
  const { desk } = openDesk()
  const about = { design: WORKED_DESIGN, reading: 'own', isLatest: false } as const
  const answer = desk({ type: 'inquire', ask: 1, inquiry: { ...about, about: 'flows' } })
  const flows = answer?.type === 'inquired' ? (answer.found as FoundOf<Extract<Inquiry, { about: 'flows' }>>) : undefined
  expect(flows?.doors.length).toBeGreaterThan(2)
  for (const { opening, isShared, trips, flows: kinds } of flows?.doors ?? []) {
    const found = desk({ type: 'inquire', ask: 2, inquiry: { ...about, about: 'door', opening } })
    const door = found?.type === 'inquired' ? (found.found as FoundOf<Extract<Inquiry, { about: 'door' }>>) : undefined
    expect(door).toMatchObject({ isShared, flows: kinds })
    expect(door?.flows.flatMap((each) => each.trips).sort()).toEqual([...new Set(trips)].sort())
  }
  const none = desk({ type: 'inquire', ask: 3, inquiry: { ...about, about: 'door', opening: 'opening_nowhere' } })
  expect(none).toMatchObject({ found: { isShared: false, flows: [] } })
})
