import type { Chance } from './chance'
import { type Course, outcomesOf, type Planning, type State } from './course'
import type { Counts, StepTally } from './plan'
import { meanMinutes, rolesOf } from './visit-variants'

/** Steps, handoffs, queue points, moves and minutes of a kind of visit: what each step adds to the expected counts of one visit. */
export function tallyOf(planning: Planning, course: Course, layers: readonly (readonly State[])[], weight: number): StepTally[] {
  const { variant } = course
  const { chances } = planning.book
  const share = variant.probability
  let lastLead: string | undefined
  let before: readonly string[] = []
  let isFirst = true
  let hasWaited = false
  return variant.steps.flatMap(({ step, isWait, turns }, index): readonly StepTally[] => {
    // A parallel step does not hold the patient: nobody is handed over, nobody queues, nobody moves.
    const holdsPatient = step.parallelWith === undefined
    const isHandoff = !isWait && holdsPatient && step.lead !== undefined && lastLead !== undefined && lastLead !== step.lead
    const isWarm = isHandoff && before.includes(step.lead!)
    const roles = rolesOf(step)
    const lacksRole = roles.some((role) => !before.includes(role))
    const queueing: Chance[] = []
    const moving: Chance[] = []
    for (const state of holdsPatient ? layers[index]! : []) {
      for (const { p, spot, kept } of outcomesOf(planning, course, index, state)) {
        const holds = kept || (!hasWaited && spot !== undefined && spot.key === state.pos?.key)
        if (!isWait && !holds && (spot === undefined || Number.isFinite(spot.capacity))) queueing.push(p)
        // The way in is no move; from a waiting place on it is one.
        if (!isFirst && spot !== undefined && state.pos !== undefined && state.pos.room !== spot.room) moving.push(p)
      }
    }
    const queuePoints = isWait || !holdsPatient ? 0 : lacksRole ? share : chances.scaled(chances.sum(queueing), 1 / weight)
    const moves = chances.scaled(chances.sum(moving), 1 / weight)
    hasWaited = isWait
    if (holdsPatient) {
      isFirst = false
      if (!isWait) {
        lastLead = step.lead ?? lastLead
        before = roles
      }
    }
    // Which of several takes its turn makes no difference but for its name, minutes and value.
    return turns.map((turn): StepTally => {
      const part = share * turn.share
      const minutes = isWait ? 0 : part * meanMinutes(turn.step)
      return {
        step: turn.step.key,
        name: turn.step.name,
        index: turn.index,
        steps: isWait ? 0 : part,
        minutes,
        addingMinutes: turn.step.value === 'addsValue' ? minutes : 0,
        handoffs: isHandoff ? part : 0,
        warmHandoffs: isWarm ? part : 0,
        queuePoints: chances.scaled(queuePoints, turn.share),
        moves: chances.scaled(moves, turn.share),
      }
    })
  })
}

/** All kinds of visit together, step by step in walking order. */
export function tallied({ book }: Planning, tallies: readonly StepTally[]): readonly StepTally[] {
  const byStep = new Map<string, StepTally[]>()
  for (const tally of tallies) {
    const same = byStep.get(tally.step)
    if (same === undefined) byStep.set(tally.step, [tally])
    else same.push(tally)
  }
  return [...byStep.values()]
    .map((same): StepTally => {
      const total = (of: (counts: Counts) => Chance) => book.chances.sum(same.map(of))
      const { step, name, index } = same[0]!
      return {
        step,
        name,
        index,
        steps: total((counts) => counts.steps),
        handoffs: total((counts) => counts.handoffs),
        warmHandoffs: total((counts) => counts.warmHandoffs),
        queuePoints: total((counts) => counts.queuePoints),
        moves: total((counts) => counts.moves),
        minutes: total((counts) => counts.minutes),
        addingMinutes: total((counts) => counts.addingMinutes),
      }
    })
    .sort((a, b) => a.index - b.index)
}
