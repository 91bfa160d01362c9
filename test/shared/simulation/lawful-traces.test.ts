import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { demandOf } from '#shared/demand/demand'
import { scenarioOf } from '#shared/journeys/pathways-in-force'
import { modelOfDesign } from '#shared/simulation/lay-design'
import { runModel } from '#shared/simulation/run-model'
import { DOING, type Trace } from '#shared/simulation/trace'
import { exponential, QUEUEING_DESIGN, type Queueing, queueingUnit, queueStep } from '#test/support/queueing-unit'

const DAY_S = 86_400
const people = { nurse: 2, porter: 1 }

const anyStep = fc.record({
  place: fc.constantFrom('bed', 'chair', undefined),
  minutes: fc.integer({ min: 0, max: 40 }),
  lead: fc.constantFrom('nurse', 'porter', undefined),
  // Who waits sitting holds nothing, so no ring closes.
  leave: fc.boolean(),
  priority: fc.integer({ min: 0, max: 2 }),
  turn: fc.constantFrom(0, 300),
})

/** Units of random steps, which nothing can bring to a stop: each visit waits at a seat. */
const anyUnit = fc
  .record({
    paths: fc.array(fc.array(anyStep, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
    beds: fc.integer({ min: 1, max: 3 }),
    breaks: fc.boolean(),
    perDay: fc.integer({ min: 5, max: 30 }),
  })
  .map(({ paths, beds, breaks, perDay }): Queueing => {
    const waits = { at: { roomType: 'hall', fixtureType: 'seat' }, when: 'ifBusy' as const }
    const pause = { breaks: [{ from: 40_000, to: 44_000, duration: 1800 }] }
    return {
      places: { bed: beds, chair: 1, seat: 1 },
      people,
      shifts: [
        { name: 'Day', from: 0, to: DAY_S / 2, people },
        { name: 'Night', from: DAY_S / 2, to: DAY_S, people, ...(breaks ? pause : {}) },
      ],
      pathways: paths.map((steps, i) => ({
        key: `visit${i}`,
        steps: steps.map(({ place, minutes, lead, leave, priority, turn }, at) =>
          queueStep(`step${at}`, place, exponential(60 * minutes + 1), {
            waits,
            priority,
            ...(lead === undefined ? {} : { lead }),
            ...(leave && at === 0 ? { whenFull: 'leave' as const } : {}),
            ...(turn === 0 ? {} : { turnaround: { duration: turn, role: 'porter' } }),
          }),
        ),
      })),
      volumes: paths.map((_, i) => ({ pathway: `visit${i}`, perDay, arrivals: { by: 'rate' as const } })),
    }
  })

/** Rows by who or where, in the order of beginnings. */
function spans(trace: Trace, of: Int32Array, doings: readonly number[]): ReadonlyMap<number, readonly (readonly [number, number])[]> {
  const found = new Map<number, [number, number][]>()
  for (let row = 0; row < trace.rows; row++) {
    if (!doings.includes(trace.doing[row]!)) continue
    const own = found.get(of[row]!) ?? []
    found.set(of[row]!, own)
    own.push([trace.from[row]!, trace.to[row]!])
  }
  for (const own of found.values()) own.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  return found
}

/** Spans that begin before the one before them has ended. */
function overlaps(spansOf: Iterable<readonly [number, readonly (readonly [number, number])[]]>) {
  return [...spansOf].flatMap(([of, own]) => own.flatMap(([from, to], i) => (i > 0 && from < own[i - 1]![1] ? [{ of, from, to }] : [])))
}

test.prop([anyUnit, fc.integer({ min: 0, max: 1e6 })], { numRuns: 50 })(
  'nobody does two things at once, no place holds two, nobody works off duty, and everybody leaves',
  (unit, seed) => {
    const document = queueingUnit(unit)
    const compiled = modelOfDesign(document, QUEUEING_DESIGN, 'own')
    if (compiled.status !== 'ok') throw new Error(compiled.reason.key)
    const { trace, status } = runModel(compiled.model, demandOf(scenarioOf(document.workshop)!, seed, 0, 1))
    expect(status).toBe('ok')
    const { wait, blocked, ready, walk, step, work, turnaround, occupied, turned, duty, overtime } = DOING
    const rest = DOING.break
    expect(overlaps(spans(trace, trace.who, [wait, blocked, ready, walk, step, work, turnaround, rest]))).toEqual([])
    // The hall is for any number; pieces of furniture are for one.
    const held = [...spans(trace, trace.where, [occupied, turned])].filter(([where]) => where >= 0 && compiled.model.spots[where]!.capacity === 1)
    expect(overlaps(held)).toEqual([])
    const there = spans(trace, trace.who, [duty, overtime])
    const offDuty = [...spans(trace, trace.who, [work, turnaround])].flatMap(([who, busy]) =>
      busy.filter(([from, to]) => {
        let at = from
        for (const [start, end] of there.get(who) ?? []) if (start <= at && end > at) at = end
        return at < to
      }),
    )
    expect(offDuty).toEqual([])
    expect(trace.agents.left.some((left, who) => trace.agents.kind[who] === 1 && Number.isNaN(left))).toBe(false)
  },
)
