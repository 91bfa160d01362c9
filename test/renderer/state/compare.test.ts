import { expect, it } from 'vitest'
import { compareDesigns } from '#shared/comparison/comparison'
import { measureDesigns } from '#shared/comparison/measure-designs'
import { recordsOf } from '#shared/document/document'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import { createCompare } from '../../../renderer/state/compare'
import { createLiveDesk } from '../../../renderer/workers/live-desk'
import type { FromLiveWorker, ToLiveWorker } from '../../../renderer/workers/messages'

/** The real worker, which answers one question at a time and only when it is told to. */
function workerInHand() {
  const desk = createLiveDesk()
  const document = workedExample()
  desk({ type: 'document', revision: 4, document })
  const waiting: { readonly asked: string; readonly answer: () => void }[] = []
  const request = (message: { readonly type: string }) =>
    new Promise<FromLiveWorker>((resolve) => {
      waiting.push({ asked: message.type, answer: () => resolve(desk({ ...message, ask: 1 } as ToLiveWorker) as FromLiveWorker) })
    })
  /** Answers the question that waits; its type. */
  const answer = async () => {
    const next = waiting.shift()
    next?.answer()
    for (let turn = 0; turn < 8; turn++) await Promise.resolve() // until whoever asked has asked on
    return next?.asked
  }
  return { document, compare: createCompare(request as Parameters<typeof createCompare>[0]), waiting, answer }
}

it('measures design by design, says how far it is, and comes to what comparing at once comes to', async () => {
  const { document, compare, answer } = workerInHand()
  const run = compare.run([WORKED_DESIGN], 4)
  expect(compare.store.getState().progress).toEqual({ design: WORKED_DESIGN, index: 0, of: 1 })
  expect(await answer()).toBe('prepare')
  expect(await answer()).toBe('compare')
  await run
  const { answer: compared, progress } = compare.store.getState()
  expect(progress).toBeUndefined()
  expect(compared?.revision).toBe(4)
  expect(compared?.comparison).toEqual(compareDesigns(measureDesigns(document), recordsOf(document.workshop, 'settings')[0]!))
})

it('asks nothing more once it is stopped, and keeps what it knew', async () => {
  const { compare, waiting, answer } = workerInHand()
  const run = compare.run([WORKED_DESIGN], 4)
  compare.stop()
  await answer()
  await run
  expect(waiting).toEqual([])
  expect(compare.store.getState()).toMatchObject({ answer: undefined, progress: undefined, isStopped: true })
})

it('does not work out again what it knows of a revision', async () => {
  const { compare, waiting, answer } = workerInHand()
  const run = compare.run([WORKED_DESIGN], 4)
  await answer()
  await answer()
  await run
  await compare.run([WORKED_DESIGN], 4)
  expect(waiting).toEqual([])
})

it('says why where measuring breaks', async () => {
  const { compare, answer } = workerInHand()
  const run = compare.run(['design_nowhere'], 4)
  await answer()
  await run
  expect(compare.store.getState().failure).toContain('design_nowhere')
})

it('opens a measure and trips alike to parts, largest first, that come to their figure', async () => {
  const { compare, answer } = workerInHand()
  const asking = compare.parts(WORKED_DESIGN, { metric: 'patientTravel', subject: undefined })
  await answer()
  const parts = (await asking) ?? []
  expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(37.05, 6)
  const keys = parts.flatMap(({ trip }) => trip?.key ?? [])
  const askingTrips = compare.parts(WORKED_DESIGN, { trips: keys })
  await answer()
  const daily = (await askingTrips) ?? []
  expect(daily.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(741, 6) // metres a day of 20 visits
  const amounts = daily.map(({ amount }) => amount)
  expect(amounts).toEqual([...amounts].sort((a, b) => b - a))
})
