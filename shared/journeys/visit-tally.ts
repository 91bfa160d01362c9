import { type Course, outcomesOf, type Planning, type State } from './course'
import { type Counts, steadySum, type Tally } from './plan'
import { meanMinutes, rolesOf } from './visit-variants'

/** What one step of a kind of visit adds to the expected counts of one visit. */
export type StepTally = Tally['steps'][number]

/** Steps, handoffs, queue points, moves and minutes of a kind of visit, step by step. */
export function tallyOf(planning: Planning, course: Course, layers: readonly (readonly State[])[], weight: number): StepTally[] {
  const { variant } = course
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
    const queueing: number[] = []
    const moving: number[] = []
    for (const state of layers[index]!) {
      for (const { p, wait, spot, kept } of outcomesOf(planning, course, index, state)) {
        const holds = kept || (wait === undefined && spot !== undefined && spot.key === state.pos?.key)
        const lacksPlace = !holds && (spot === undefined || Number.isFinite(spot.capacity))
        if (lacksRole || lacksPlace) queueing.push(p)
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
      queuePoints: steadySum(queueing) / weight,
      moves: steadySum(moving) / weight,
    }
  })
}

/** All kinds of visit together. */
export function tallied(tallies: readonly StepTally[]): Tally {
  const byStep = new Map<string, StepTally[]>()
  for (const tally of tallies) {
    const same = byStep.get(tally.step)
    if (same === undefined) byStep.set(tally.step, [tally])
    else same.push(tally)
  }
  const steps = [...byStep.values()]
    .map((same) => ({ ...countsOf(same), step: same[0]!.step, name: same[0]!.name, index: same[0]!.index }))
    .sort((a, b) => a.index - b.index)
  return { total: countsOf(tallies), steps }
}

function countsOf(counted: readonly Counts[]): Counts {
  const total = (of: (counts: Counts) => number) => steadySum(counted.map(of))
  return {
    steps: total(({ steps }) => steps),
    handoffs: total(({ handoffs }) => handoffs),
    warmHandoffs: total(({ warmHandoffs }) => warmHandoffs),
    queuePoints: total(({ queuePoints }) => queuePoints),
    moves: total(({ moves }) => moves),
    minutes: total(({ minutes }) => minutes),
    addingMinutes: total(({ addingMinutes }) => addingMinutes),
  }
}
