import type { Key } from '#shared/base/ids'
import { type Message, message } from '#shared/base/message'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { pathwaysInForce, scenarioOf } from '#shared/journeys/pathways-in-force'
import { knownProcedures, type Procedure } from './published-procedures'
import type { SimulatedRuns } from './simulate'
import type { SimulatedName } from './simulated-day'

const BANDS = ['stay', 'roomMinutes', 'walking'] as const
export type BandKey = (typeof BANDS)[number]

/** A simulated figure beside what was published of real units. Both in the figure's own unit. */
export type BandCheck = {
  readonly key: BandKey
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
const STAY: Partial<Readonly<Record<Procedure, readonly [low: number, high: number]>>> = { gastroscopy: [77, 101], colonoscopy: [100, 123] }
/** Mean minutes that a procedure room is occupied (Kingston time-and-motion study, 2016). */
const ROOM: Readonly<Record<Procedure, number>> = { gastroscopy: 31.5, colonoscopy: 52.9, 'flexible-sigmoidoscopy': 30.5, both: 66.9 }
/** Around a mean without a spread: editable default (E). */
const AROUND = 0.15
/** Metres that the middle half of nurses walk in a day shift of ten hours: 2.4 to 3.4 miles (Hendrich 2008, 36 US units). */
const WALKED: readonly [low: number, high: number] = [2.4 * 1609.344, 3.4 * 1609.344]
const WALKED_SHIFT_S = 36_000

const NURSES: ReadonlySet<string> = new Set(['nurse', 'nurses', 'sister', 'rn', 'rgn'])
const OTHERS: ReadonlySet<string> = new Set(['nursery', 'assistant', 'assistants', 'associate', 'associates', 'student', 'students'])

/** Why there is nothing to hold against what is published, of each kind that no design has. */
export function withoutBand(bands: readonly (readonly BandCheck[])[]): readonly Message[] {
  return BANDS.flatMap((key) => (bands.some((checks) => checks.some((check) => check.key === key)) ? [] : [message(`band.${key}.none`)]))
}

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
  const procedures = knownProcedures(pathwaysInForce(document, runs.design, runs.reading))
  const visitsOf = new Map(procedures.map(({ value, procedure }) => [`trait:${value}`, procedure]))
  const roomOf = new Map(procedures.map(({ value, procedure, place }) => [`place:${place}:${value}`, procedure]))
  for (const name of runs.names) {
    const { metric, subject = '' } = name
    const [visit, room] = [visitsOf.get(subject), roomOf.get(subject)]
    const stay = visit && STAY[visit]
    if (metric === 'leadTime' && stay !== undefined) {
      const [low, high] = stay
      const waiting = told('waiting')
      add('stay', name, low, high, { waiting: waiting * 60, rest: (means.get(name)! - waiting) * 60 })
    }
    if (metric === 'placeMinutes' && room !== undefined) {
      const published = ROOM[room]
      add('roomMinutes', name, published * (1 - AROUND), published * (1 + AROUND), { published: published * 60, blocked: told('blocked') * 60 })
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

/** What a role is, its name alone says: its key may be from before it was called so. Those who look after a nursery, or help nurses, are none. */
function isNurse({ workshop }: WardDocument, key: Key): boolean {
  const role = recordsOf(workshop, 'role').find((one) => one.key === key)
  const words = role?.name.toLowerCase().split(/[^a-z]+/) ?? []
  return words.some((word) => NURSES.has(word)) && !words.some((word) => OTHERS.has(word))
}

/** The longest shift of a role, in seconds. */
function shiftOf({ workshop }: WardDocument, role: Key): number {
  const { shifts = [] } = scenarioOf(workshop) ?? {}
  return shifts.reduce((most, { from, to, people }) => ((people[role] ?? 0) > 0 ? Math.max(most, to - from) : most), 0)
}
