import type { Id } from '#shared/base/ids'
import type { LineModel } from './model'
import type { Gear, Job, SpotState, Visit } from './run-state'

export const STOP = { patient: 0, store: 1, place: 2, disposal: 3, home: 4, pass: 5 } as const

/** A place on somebody's way, what they do there, and how they walk to it. */
export type Stop = {
  code: number
  /** -1: not known yet, or nowhere. */
  end: number
  gait: number
  via: readonly Id[]
  job: Job | undefined
  line: LineModel | undefined
  spot: SpotState | undefined
  visit: Visit | undefined
}

/** The stops of one person, one after the other. They are used again for the next errand: a day has more of them than of anything else. */
export class Stops {
  private readonly list: Stop[] = []
  private count = 0
  private at = 0

  /** The next stop; undefined where none is left. */
  get next(): Stop | undefined {
    return this.at < this.count ? this.list[this.at] : undefined
  }

  get isDone(): boolean {
    return this.at >= this.count
  }

  clear(): void {
    this.count = 0
    this.at = 0
  }

  /** On to the one after the next. */
  pass(): void {
    this.at += 1
  }

  add(
    code: number,
    end: number,
    { gait, via }: Gear,
    job: Job | undefined,
    line: LineModel | undefined,
    spot: SpotState | undefined,
    visit: Visit | undefined,
  ): void {
    const used = this.list[this.count++]
    if (used === undefined) {
      this.list.push({ code, end, gait, via, job, line, spot, visit })
      return
    }
    used.code = code
    used.end = end
    used.gait = gait
    used.via = via
    used.job = job
    used.line = line
    used.spot = spot
    used.visit = visit
  }
}
