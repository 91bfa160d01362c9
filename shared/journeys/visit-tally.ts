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
  return variant.steps.map(({ step, index: at }, index): StepTally => {
    const minutes = share * meanMinutes(step)
    const done = { step: step.key, name: step.name, index: at, steps: share, minutes, addingMinutes: step.value === 'addsValue' ? minutes : 0 }
    // A parallel step does not hold the patient: nobody is handed over, nobody queues, nobody moves.
    if (step.parallelWith !== undefined) return { ...done, handoffs: 0, warmHandoffs: 0, queuePoints: 0, moves: 0 }
    const isHandoff = step.lead !== undefined && lastLead !== undefined && lastLead !== step.lead
    const isWarm = isHandoff && before.includes(step.lead)
    const roles = rolesOf(step)
    const lacksRole = roles.some((role) => !before.includes(role))
    const queueing: Chance[] = []
    const moving: Chance[] = []
    for (const state of layers[index]!) {
      for (const { p, wait, spot, kept } of outcomesOf(planning, course, index, state)) {
        const holds = kept || (wait === undefined && spot !== undefined && spot.key === state.pos?.key)
        const lacksPlace = !holds && (spot === undefined || Number.isFinite(spot.capacity))
        if (lacksPlace) queueing.push(p)
        // The way in is no move; from a waiting place on it is one.
        if (wait !== undefined && !isFirst && state.pos?.room !== wait.room) moving.push(p)
        const from = wait ?? (isFirst ? undefined : state.pos)
        if (spot !== undefined && from !== undefined && from.room !== spot.room) moving.push(p)
      }
    }
    lastLead = step.lead ?? lastLead
    before = roles
    isFirst = false
    return {
      ...done,
      handoffs: isHandoff ? share : 0,
      warmHandoffs: isWarm ? share : 0,
      queuePoints: lacksRole ? share : chances.scaled(chances.sum(queueing), 1 / weight),
      moves: chances.scaled(chances.sum(moving), 1 / weight),
    }
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
