import { type Course, outcomesOf, type Planning, type State } from './course'
import { steadySum, type Tally } from './plan'
import { meanMinutes, rolesOf } from './visit-variants'

/** Steps, handoffs, queue points, moves and minutes that a kind of visit adds to the expected counts of one. */
export function tallyOf(planning: Planning, course: Course, layers: readonly (readonly State[])[], weight: number): Tally {
  const { variant } = course
  const share = variant.probability
  let handoffs = 0
  let warmHandoffs = 0
  let minutes = 0
  let addingMinutes = 0
  let lastLead: string | undefined
  let before: readonly string[] = []
  let isFirst = true
  const queueing: number[] = []
  const moving: number[] = []
  variant.steps.forEach((visitStep, index) => {
    const { step } = visitStep
    const mean = meanMinutes(step)
    minutes += mean
    if (step.value === 'addsValue') addingMinutes += mean
    // A parallel step does not hold the patient: nobody is handed over, nobody queues, nobody moves.
    if (step.parallelWith !== undefined) return
    if (step.lead !== undefined) {
      if (lastLead !== undefined && lastLead !== step.lead) {
        handoffs += 1
        if (before.includes(step.lead)) warmHandoffs += 1
      }
      lastLead = step.lead
    }
    const roles = rolesOf(step)
    const lacksRole = roles.some((role) => !before.includes(role))
    for (const state of layers[index]!) {
      for (const { p, wait, spot, kept } of outcomesOf(planning, course, index, state)) {
        const holds = kept || (wait === undefined && spot !== undefined && spot.key === state.pos?.key)
        const lacksPlace = !holds && (spot === undefined || Number.isFinite(spot.capacity))
        if (lacksRole || lacksPlace) queueing.push(p)
        if (wait !== undefined && !isFirst && state.pos?.room !== wait.room) moving.push(p)
        const from = wait ?? state.pos
        if ((wait !== undefined || !isFirst) && spot !== undefined && from !== undefined && from.room !== spot.room) moving.push(p)
      }
    }
    before = roles
    isFirst = false
  })
  return {
    steps: share * variant.steps.length,
    handoffs: share * handoffs,
    warmHandoffs: share * warmHandoffs,
    queuePoints: steadySum(queueing) / weight,
    moves: steadySum(moving) / weight,
    minutes: share * minutes,
    addingMinutes: share * addingMinutes,
  }
}
