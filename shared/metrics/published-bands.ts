import type { Key } from '#shared/base/ids'
import { type Message, message } from '#shared/base/message'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { scenarioOf } from '#shared/journeys/pathways-in-force'
import type { SimulatedRuns } from './simulate'
import type { SimulatedName } from './simulated-day'

/** A simulated figure beside what was published of real units. Both in the figure's own unit. */
export type BandCheck = {
  readonly key: 'stay' | 'roomMinutes' | 'walking'
  readonly name: SimulatedName
  readonly mean: number
  readonly low: number
  readonly high: number
  readonly verdict: 'inside' | 'below' | 'above'
  /** Who found it, and of whom. */
  readonly source: Message
  /** What to make of it: that it is inside, or what may be behind its being outside. */
  readonly why: Message
}

/** Minutes in the unit by procedure (Örebro, n = 376). */
const STAY: Readonly<Record<Key, readonly [low: number, high: number]>> = { gastroscopy: [77, 101], colonoscopy: [100, 123] }
/** Mean minutes that a procedure room is occupied (Kingston time-and-motion study, 2016). */
const ROOM: Readonly<Record<Key, number>> = { gastroscopy: 31.5, colonoscopy: 52.9, 'flexible-sigmoidoscopy': 30.5, both: 66.9 }
/** Around a mean without a spread: editable default (E). */
const AROUND = 0.15
/** Metres that the middle half of nurses walk in a day shift of ten hours: 2.4 to 3.4 miles (Hendrich 2008, 36 US units). */
const WALKED: readonly [low: number, high: number] = [2.4 * 1609.344, 3.4 * 1609.344]
const WALKED_SHIFT_S = 36_000

/** The figures of some runs of a design that something is published about; none where nobody counts the like. */
export function heldAgainstPublished(runs: SimulatedRuns, document: WardDocument): readonly BandCheck[] {
  const means = new Map(runs.names.map((name, at) => [name, meanOf(runs, at)] as const))
  const find = (metric: SimulatedName['metric'], subject: string | undefined) =>
    runs.names.find((name) => name.metric === metric && name.subject === subject)
  const told = (metric: SimulatedName['metric']) => {
    const name = find(metric, undefined)
    return name === undefined ? Number.NaN : means.get(name)!
  }
  const checks: BandCheck[] = []
  const add = (key: BandCheck['key'], name: SimulatedName, low: number, high: number, values: Message['values']) => {
    const mean = means.get(name)!
    if (Number.isNaN(mean)) return
    const verdict = mean < low ? 'below' : mean > high ? 'above' : 'inside'
    const why = message(`band.${key}.${verdict}`, values)
    checks.push({ key, name, mean, low, high, verdict, source: message(`band.${key}.source`), why })
  }
  for (const name of runs.names) {
    const { metric, subject = '' } = name
    const value = subject.slice(subject.lastIndexOf('/') + 1)
    const isProcedure = subject.endsWith(`procedure/${value}`)
    if (metric === 'leadTime' && isProcedure && subject.startsWith('trait:') && STAY[value] !== undefined) {
      const [low, high] = STAY[value]
      const waiting = told('waiting')
      add('stay', name, low, high, { waiting: waiting * 60, rest: (means.get(name)! - waiting) * 60 })
    }
    if (metric === 'placeMinutes' && isProcedure && subject.startsWith('place:procedure-room') && ROOM[value] !== undefined) {
      add('roomMinutes', name, ROOM[value] * (1 - AROUND), ROOM[value] * (1 + AROUND), { published: ROOM[value] * 60, blocked: told('blocked') * 60 })
    }
    if (metric === 'staffTravelPerPerson') {
      const role = subject.slice('role:'.length)
      const hours = shiftOf(document, role) / WALKED_SHIFT_S
      if (isNurse(document, role) && hours > 0) add('walking', name, WALKED[0] * hours, WALKED[1] * hours, { hours: hours * WALKED_SHIFT_S })
    }
  }
  return checks
}

function meanOf({ rows }: SimulatedRuns, at: number): number {
  const known = rows.map((row) => row[at]!).filter((value) => !Number.isNaN(value))
  return known.length === 0 ? Number.NaN : known.reduce((sum, value) => sum + value, 0) / known.length
}

function isNurse({ workshop }: WardDocument, key: Key): boolean {
  const role = recordsOf(workshop, 'role').find((one) => one.key === key)
  return role !== undefined && `${role.key} ${role.name}`.toLowerCase().includes('nurse')
}

/** The longest shift of a role, in seconds. */
function shiftOf({ workshop }: WardDocument, role: Key): number {
  const { shifts = [] } = scenarioOf(workshop) ?? {}
  return shifts.reduce((most, { from, to, people }) => ((people[role] ?? 0) > 0 ? Math.max(most, to - from) : most), 0)
}
