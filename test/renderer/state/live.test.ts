import { expect, it } from 'vitest'
import { workedExample } from '#test/support/worked-example'
import { createLive, type LivePort } from '../../../renderer/state/live'
import type { FromLiveWorker, Question, ToLiveWorker } from '../../../renderer/workers/messages'

/** A worker that answers when it is told to. */
function slowWorker() {
  const sent: ToLiveWorker[] = []
  let listener: (answer: FromLiveWorker) => void = () => undefined
  const port: LivePort = { post: (message) => sent.push(message), onAnswer: (hear) => (listener = hear) }
  const asked = () => sent.filter((message) => message.type === 'measure')
  function answer(value: number, isTodayToCome = false): void {
    const { ask, question } = asked().at(-1)!
    const { preview, ...rest } = question
    const load = {
      metric: 'patientTravel',
      subject: undefined,
      unit: 'metre',
      per: 'visit',
      better: 'less',
      result: { status: 'available', value },
    } as const
    listener({
      type: 'measured',
      ask,
      revision: 0,
      question: { ...rest, isPreview: preview !== undefined },
      values: [load],
      today: undefined,
      isTodayToCome,
      overloaded: [],
      findings: [],
      parts: [],
      points: new Float64Array(),
    })
  }
  function fail(reason: string): void {
    const last = sent.findLast((message) => 'ask' in message)
    listener({ type: 'failed', ask: last !== undefined && 'ask' in last ? last.ask : 0, revision: 0, reason })
  }
  return { port, sent, asked, answer, fail }
}

const question = (given: Partial<Question> = {}): Question => ({
  design: 'design_worked',
  reading: 'own',
  preview: undefined,
  open: undefined,
  ...given,
})
const preview = (count: number) => question({ preview: { added: [], updated: [], removed: [], ...{ count } } })

it('asks the same once more where today’s numbers are still to come, unless something newer is asked', () => {
  const worker = slowWorker()
  const live = createLive(worker.port)
  live.setDocument(workedExample(), 0)
  live.ask(preview(1))
  worker.answer(1, true)
  expect(live.store.getState()).toMatchObject({ isBusy: true, answer: { isTodayToCome: true } })
  expect(worker.asked().map(({ question }) => question.preview)).toMatchObject([{ count: 1 }, { count: 1 }])
  worker.answer(1)
  expect(live.store.getState()).toMatchObject({ isBusy: false, answer: { isTodayToCome: false } })

  live.ask(preview(2))
  live.ask(preview(3))
  worker.answer(2, true)
  worker.answer(3)
  expect(worker.asked().map(({ question }) => question.preview)).toMatchObject([{ count: 1 }, { count: 1 }, { count: 2 }, { count: 3 }])
  expect(live.store.getState().isBusy).toBe(false)
})

it('has one question in flight; of those asked meanwhile only the newest follows', () => {
  const worker = slowWorker()
  const live = createLive(worker.port)
  live.setDocument(workedExample(), 0)
  for (let count = 0; count < 10; count++) live.ask(preview(count))
  expect(worker.asked()).toHaveLength(1)
  worker.answer(1)
  expect(worker.asked().map(({ question }) => question.preview)).toMatchObject([{ count: 0 }, { count: 9 }])
  worker.answer(2)
  expect(worker.asked()).toHaveLength(2)
  expect(live.store.getState()).toMatchObject({ isBusy: false, answer: { isPreview: true, values: [{ result: { value: 2 } }] } })
})

it('sends the document once and then only changes', () => {
  const worker = slowWorker()
  const live = createLive(worker.port)
  live.setDocument(workedExample(), 0)
  live.addChange({ added: [], updated: [], removed: [] }, 1)
  live.ask(question())
  expect(worker.sent.map(({ type }) => type)).toEqual(['document', 'change', 'measure'])
})

it('drops an answer about a design that is no longer looked at', () => {
  const worker = slowWorker()
  const live = createLive(worker.port)
  live.setDocument(workedExample(), 0)
  live.ask(question())
  live.ask(question({ design: 'design_another' }))
  worker.answer(1)
  expect(live.store.getState().answer).toBeUndefined()
  worker.answer(2)
  expect(live.store.getState().answer).toMatchObject({ design: 'design_another' })
})

it('drops an answer about a file that was put away', () => {
  const worker = slowWorker()
  const live = createLive(worker.port)
  live.setDocument(workedExample(), 0)
  live.ask(question())
  live.setDocument(workedExample(), 0)
  worker.answer(1)
  expect(live.store.getState().answer).toBeUndefined()
})

it('says that measuring broke, and asks on', () => {
  const worker = slowWorker()
  const live = createLive(worker.port)
  live.setDocument(workedExample(), 0)
  live.ask(question())
  live.ask(preview(1))
  worker.fail('a wall without an end')
  expect(live.store.getState().failure).toBe('a wall without an end')
  worker.answer(1)
  expect(live.store.getState()).toMatchObject({ failure: undefined, answer: { isPreview: true } })
})

it('compares nothing, rather than for ever, when that breaks', async () => {
  const worker = slowWorker()
  const live = createLive(worker.port)
  live.setDocument(workedExample(), 0)
  const compared = live.measureAll()
  worker.fail('no')
  expect(await compared).toEqual(new Map())
})

it('answers about the design beside when nothing about the edited one waits, and keeps the two apart', () => {
  const worker = slowWorker()
  const live = createLive(worker.port)
  live.setDocument(workedExample(), 0)
  live.ask(preview(0))
  live.askBeside(question({ design: 'design_other' }))
  live.ask(preview(1))
  worker.answer(1)
  expect(worker.asked().at(-1)?.question.preview).toMatchObject({ count: 1 })
  worker.answer(2)
  expect(worker.asked().at(-1)?.question.design).toBe('design_other')
  expect(live.store.getState().beside).toBeUndefined()
  worker.answer(3)
  const { answer, beside, isBusy } = live.store.getState()
  expect([answer?.design, beside?.design, isBusy]).toEqual(['design_worked', 'design_other', false])
  expect([answer, beside].map((each) => each?.values[0]?.result)).toEqual([2, 3].map((value) => ({ status: 'available', value })))

  live.swap()
  expect(live.store.getState().answer?.design).toBe('design_other')
  live.askBeside(undefined)
  expect(live.store.getState().beside).toBeUndefined()
})
