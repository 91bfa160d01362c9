import { expect, it } from 'vitest'
import { duplicateDesign } from '#shared/commands/duplicate-design'
import { setDesign } from '#shared/commands/set-design'
import { applyChange } from '#shared/document/change'
import { designsOf, type WardDocument } from '#shared/document/document'
import { openSimulator } from '#shared/metrics/simulate'
import { QUEUEING_DESIGN, queueingUnit, queueStep } from '#test/support/queueing-unit'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import { withRecords } from '#test/support/worked-variations'
import type { SimulatePort } from '../../../renderer/state/day-desk'
import { createDayDesk } from '../../../renderer/state/day-desk'
import { createSimulation, isFresh } from '../../../renderer/state/simulation'
import { createSimulateDesk } from '../../../renderer/workers/simulate-desk'
import type { ToSimulateWorker } from '../../../renderer/workers/simulate-messages'

/** The real worker without its thread: it answers when everybody else is done. */
function threads() {
  const asked: ToSimulateWorker['type'][] = []
  let ended = 0
  const open = (): SimulatePort => {
    const desk = createSimulateDesk()
    let hear: Parameters<SimulatePort['onAnswer']>[0] = () => undefined
    let isEnded = false
    return {
      post: (message) => {
        asked.push(message.type)
        const answer = desk(message)
        if (answer !== undefined) setImmediate(() => isEnded || hear(answer))
      },
      onAnswer: (listener) => {
        hear = listener
      },
      end: () => {
        isEnded = true
        ended += 1
      },
    }
  }
  return { open, asked, ended: () => ended }
}

/** Today, and a copy of it with its second bed elsewhere. */
function twoDesigns(): WardDocument {
  const example = workedExample()
  let count = 0
  const copied = duplicateDesign(example, { design: WORKED_DESIGN, name: 'Copy' }, (prefix) => `${prefix}_copy${String(count++).padStart(4, '0')}`)
  if (copied.status === 'refused') throw new Error(copied.reason.key)
  const design = copied.change.added.find(({ kind }) => kind === 'design')!.id
  return withRecords(applyChange(example, copied.change), (record) =>
    record.kind === 'fixture' && record.design === design && record.name === 'Bed 2' ? { ...record, x: 8.25, y: 4.2 } : record,
  )
}

function simulation(count: number) {
  const all = threads()
  const made = createSimulation({ open: all.open, count, now: () => 0 })
  made.setTerms({ replications: 12 })
  return { ...made, ...all }
}

it.each([1, 2, 8])('comes to the same on %i threads as one replication after the other', async (count) => {
  const document = twoDesigns()
  const { run, store, ended } = simulation(count)
  await run(document)
  const { found, running } = store.getState()
  expect(running).toBeUndefined()
  // Twelve replications of each design are three tasks.
  expect(ended()).toBe(Math.min(count, 6))
  const designs = designsOf(document).map(({ id }) => id)
  expect(found?.runs.map(({ design }) => design)).toEqual(designs)
  for (const runs of found?.runs ?? []) {
    const alone = openSimulator(document, runs.design, 'own', { seed: 1, days: 1 }).run(0, 12)
    expect(runs.names).toEqual(alone.names)
    expect(runs.rows).toEqual(alone.rows)
  }
})

it('works out the days that fill a unit, asks for as many, and runs them', async () => {
  // Four a day, who all stay three days.
  const document = queueingUnit({
    places: {},
    pathways: [{ key: 'visit0', steps: [queueStep('stay', undefined, { shape: 'fixed', value: 3 * 86_400 })] }],
    volumes: [{ pathway: 'visit0', perDay: 4 }],
  })
  const { fillUp, store, asked } = simulation(2)
  await fillUp(document)
  const { terms, fill, found, running } = store.getState()
  expect({ running, warmUp: terms.warmUp, fill }).toEqual({
    running: undefined,
    warmUp: 3,
    fill: { document, needed: { days: 3, slowest: QUEUEING_DESIGN, isSettled: true } },
  })
  expect(found?.terms.warmUp).toBe(3)
  expect(asked.filter((type) => type === 'warmUp').length).toBe(1)
  expect(found?.runs[0]?.rows.length).toBe(12)
})

it('runs nothing again that it has run, and goes on from it where more is asked for', async () => {
  const { run, setTerms, leaveOut, store, asked } = simulation(1)
  const document = twoDesigns()
  await run(document)
  const before = asked.filter((type) => type === 'run').length
  await run(document)
  leaveOut(WORKED_DESIGN, true)
  await run(document)
  expect(asked.filter((type) => type === 'run').length).toBe(before)
  setTerms({ replications: 15 })
  await run(document)
  expect(asked.filter((type) => type === 'run').length).toBe(before + 1)
  expect(store.getState().found?.runs.map(({ rows }) => rows.length)).toEqual([15])
})

it('is stale after an edit that a run could tell, and fresh again once that is taken back', async () => {
  const { run, store } = simulation(2)
  const document = twoDesigns()
  await run(document)
  const found = store.getState().found!
  const moved = withRecords(document, (record) => (record.kind === 'fixture' && record.name === 'Bed 1' ? { ...record, y: record.y + 0.1 } : record))
  expect(isFresh(found, document)).toBe(true)
  expect(isFresh(found, moved)).toBe(false)
  // The same records in another table.
  expect(
    isFresh(
      found,
      withRecords(moved, (record) => document.designs['design' in record ? record.design! : '']?.[record.id] ?? record),
    ),
  ).toBe(true)
  const renamed = setDesign(document, { design: WORKED_DESIGN, fields: { name: 'A name' } })
  if (renamed.status === 'refused') throw new Error(renamed.reason.key)
  expect(isFresh(found, applyChange(document, renamed.change))).toBe(true)
})

it('stops at once and keeps what was there before', async () => {
  const { run, stop, setTerms, store } = simulation(2)
  const document = twoDesigns()
  await run(document)
  const { found } = store.getState()
  setTerms({ seed: 9 })
  void run(document)
  expect(store.getState().running).toMatchObject({ what: 'designs' })
  stop()
  await new Promise((resolve) => setImmediate(resolve))
  expect(store.getState()).toMatchObject({ running: undefined, isStopped: true, found })
})

it('says what broke', async () => {
  const { run, store } = simulation(2)
  await run({ workshop: twoDesigns().workshop, designs: { design_gone: {} } })
  expect(store.getState().running).toBeUndefined()
  const document = twoDesigns()
  const broken = createSimulation({
    open: () => {
      let hear: Parameters<SimulatePort['onAnswer']>[0] = () => undefined
      return {
        post: ({ type }) => type === 'run' && hear({ type: 'failed', ask: 1, reason: 'out of memory' }),
        onAnswer: (listener) => {
          hear = listener
        },
        end: () => undefined,
      }
    },
    count: 1,
    now: () => 0,
  })
  await broken.run(document)
  expect(broken.store.getState()).toMatchObject({ failure: 'out of memory', running: undefined })
})

it('runs until two designs are told apart', async () => {
  const { runUntilApart, run, store } = simulation(2)
  const document = twoDesigns()
  await run(document)
  const name = store.getState().found!.runs[0]!.names.find(({ metric }) => metric === 'simulatedPatientTravel')!
  const [a, b] = designsOf(document).map(({ id }) => id) as [string, string]
  await runUntilApart(document, { name, designs: [a, b] })
  expect(store.getState()).toMatchObject({ running: undefined, terms: { replications: 20 } })
  expect(store.getState().found?.runs.map(({ rows }) => rows.length)).toEqual([20, 20])
})

it('runs the worst days of every design beside the usual one', async () => {
  const { runWorst, store } = simulation(2)
  await runWorst(twoDesigns())
  const { worst, found } = store.getState()
  expect(worst?.map(({ terms: { scenario }, runs }) => [scenario, runs.length])).toEqual([
    [undefined, 2],
    ['surge', 2],
    ['fewStaff', 2],
    ['roomDown', 2],
  ])
  expect(found).toBe(worst?.[0])
})

it('hands over one day, and what a figure is made of', async () => {
  const { open } = threads()
  const days = createDayDesk(open)
  const document = twoDesigns()
  const day = { design: WORKED_DESIGN, plan: { seed: 1, days: 1 }, replication: 2 }
  const traced = await days.trace(document, day)
  const alone = openSimulator(document, WORKED_DESIGN, 'own', day.plan)
  expect(traced.type === 'traced' && traced.reason === undefined && traced.day !== undefined).toBe(true)
  const behind = await days.behind(document, day, { metric: 'leadTime', subject: undefined, unit: 'minute', better: 'less' })
  expect(behind).toMatchObject({ of: 40, replications: 2 })
  expect(alone.model?.flows.length).toBeGreaterThan(0)
})
