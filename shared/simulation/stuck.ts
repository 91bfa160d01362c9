import { type Message, message } from '#shared/base/message'
import type { RoleNeed } from './model'
import type { Run } from './run'
import { JOB, type Job, type SpotState, type Visit } from './run-state'

/** A request that is not met: the people that it asks for, and the places where none is free. */
type Waiting = { readonly job: Job; readonly needs: readonly RoleNeed[]; readonly spots: readonly SpotState[] }

/**
 * Why a day cannot go on: a role that nobody is ever on duty in, a ring of visits each of which holds the place that the next
 * one waits for, or, failing these, what the first of them waits for.
 */
export function stuckReason(run: Run): Message {
  const waiting: Waiting[] = []
  for (const made of run.classes) {
    for (const job of made.waiting())
      waiting.push({ job, needs: made.needs, spots: made.set !== undefined && made.set.free <= 0 ? made.set.spots : [] })
  }
  for (const { job, needs } of waiting) {
    for (const { role, people } of needs) {
      const of = run.roles[role]!
      if (of.people.length < people) {
        return message(of.people.length === 0 ? 'simulation.nobodyEver' : 'simulation.tooFewEver', {
          ...names(run, job),
          role: of.model.name,
          people,
          there: of.people.length,
        })
      }
    }
  }
  const ring = ringOf(waiting, run)
  if (ring.length > 1) {
    return message('simulation.ring', {
      count: ring.length,
      waits: ring.map((job) => `${place(job.visit.spot)} → ${job.op.step.step.name}`),
      ...names(run, ring[0]!),
    })
  }
  const [first] = waiting
  if (first === undefined) return message('simulation.item', { pathway: firstInside(run)?.flow.pathway.name ?? '' })
  return message(first.spots.length > 0 ? 'simulation.placeTaken' : 'simulation.peopleBusy', {
    ...names(run, first.job),
    holders: [...new Set(holdersOf(first.spots, run).map((visit) => visit.flow.pathway.name))],
  })
}

function names(run: Run, job: Job) {
  const { visit, op } = job
  const set = run.model.sets[op.step.set]
  return {
    pathway: visit.flow.pathway.name,
    step: op.step.step.name,
    place: set?.spots[0]?.name ?? '',
    at: place(visit.spot),
    minutes: Math.round((run.now - job.since) / 60),
  }
}

function place(spot: SpotState | undefined): string {
  return spot?.model.name ?? ''
}

function firstInside(run: Run): Visit | undefined {
  return run.inside.all()[0]
}

function holdersOf(spots: readonly SpotState[], run: Run): readonly Visit[] {
  return run.inside.all().filter((visit) => visit.stays.some((stay) => stay !== undefined && spots.includes(stay.spot)))
}

/** Visits each of which holds a place that the one before it waits for. */
function ringOf(waiting: readonly Waiting[], run: Run): readonly Job[] {
  const jobOf = new Map(
    waiting.filter(({ job, spots }) => job.kind === JOB.step && spots.length > 0).map((request) => [request.job.visit, request] as const),
  )
  for (const start of jobOf.keys()) {
    const path: Visit[] = []
    let at: Visit | undefined = start
    while (at !== undefined && !path.includes(at)) {
      path.push(at)
      const held = jobOf.get(at)
      at = held === undefined ? undefined : holdersOf(held.spots, run).find((visit) => jobOf.has(visit))
    }
    if (at !== undefined) return path.slice(path.indexOf(at)).flatMap((visit) => jobOf.get(visit)?.job ?? [])
  }
  return []
}
