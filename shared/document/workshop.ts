import { z } from 'zod'
import { idOf, Key } from '#shared/base/ids'
import { length, seconds, share, text } from '#shared/base/units'
import { Place } from './pathway'
import { Flow, HygieneZone, RoomUse } from './vocabulary'

/** The event and its file. One a document. */
export const Workshop = z.strictObject({
  id: idOf('workshop'),
  kind: z.literal('workshop'),
  title: text(200),
  service: text(200).default(''),
  site: text(200).default(''),
  /** How the trust's strategy is served. */
  aims: z.array(text()).default([]),
  groundRules: z.array(text()).default([]),
  agenda: z.array(text()).default([]),
  /** ISO 4217, for every amount of money. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('GBP'),
})
export type Workshop = Readonly<z.infer<typeof Workshop>>

export const Body = z.strictObject({
  /** Radius of the disc that stands for it, in metres. */
  radius: length().max(2),
  /** m/s */
  speed: z.number().positive().max(10),
  /** Below this clear width there is no route, in metres. */
  passes: length().max(10),
  /** Below this clear width there is a finding, in metres. */
  wants: length().max(10),
})
export type Body = Readonly<z.infer<typeof Body>>

/** Who has to be able to pass whom in a corridor, and the clear widths that takes, in metres. */
export const Corridors = z.strictObject({
  /** Where beds go. */
  passing: z.enum(['twoBeds', 'bedAndPerson']),
  widths: z.strictObject({ twoBeds: length().max(20), bedAndPerson: length().max(20), people: length().max(20) }),
})
export type Corridors = Readonly<z.infer<typeof Corridors>>

/** Editable defaults (domain.md section 7): 2.15 m for beds, 1.5 m in general; a bed of 1.05 m and a person of 0.6 m with room between: 1.8 m. */
export const CORRIDORS: Corridors = { passing: 'twoBeds', widths: { twoBeds: 2.15, bedAndPerson: 1.8, people: 1.5 } }

/** Editable default: a quarter of an hour. */
export const MEETING_WINDOW_S = 900

/** Every figure the measures go by. One a workshop; printed in each report. */
export const Settings = z.strictObject({
  id: idOf('settings'),
  kind: z.literal('settings'),
  bodies: z.strictObject({ person: Body, wheelchair: Body, bed: Body, cart: Body }),
  /** The scenario every design faces. */
  scenario: idOf('scenario'),
  daysPerYear: z.number().positive().max(366),
  /** Added to walking time for each door passed, never to metres. */
  doorSeconds: seconds(),
  liftSeconds: seconds(),
  /** Money a square metre. */
  floorCost: z.number().nonnegative().max(1e7),
  /** The smallest relative difference that matters: below it, "about the same". */
  smallestDifference: share(),
  /** Sets of flows whose routes should be kept apart. */
  separations: z.array(z.strictObject({ key: Key, first: z.array(Flow).min(1), second: z.array(Flow).min(1) })).min(1),
  thresholds: z.strictObject({
    /** Two routes at most this far apart share a corridor. Metres. */
    sharedDistance: length(),
    /** ... when they run within this angle of one line. Degrees. */
    sharedAngle: z.number().positive().max(90),
    /** Shared pieces and crossings less than this apart are one conflict place. Metres. */
    conflictGap: length(),
    /** How far a public eye sees. Metres. */
    dignitySight: length(),
    /** How far a staff eye watches. Metres. */
    observationSight: length(),
    /** How far from a use point a body may have to stop. Metres. */
    useReach: length(),
    /** Radius of the disc that stands free at a room point. Metres. */
    roomPointRadius: length(),
    /** Floor that continues outside a gate. Metres. */
    gateDepth: length(),
    /** Designs whose shares of assumed places differ by more are compared at room level too. */
    assumedPlaces: share(),
  }),
  /** Passing through the other sex's area counts as a breach. */
  sameSexRule: z.boolean(),
  /** None given: `CORRIDORS`. */
  corridors: Corridors.optional(),
  /** Clean and used meet where one passes within so long of the other. None given: `MEETING_WINDOW_S`. */
  meetingWindow: seconds().optional(),
})
export type Settings = Readonly<z.infer<typeof Settings>>

export const Role = z.strictObject({
  id: idOf('role'),
  kind: z.literal('role'),
  key: Key,
  name: text(120),
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  /** Money an hour. */
  costPerHour: z.number().nonnegative().max(1e6),
  /** m/s */
  speed: z.number().positive().max(10),
  /** Where they are when nothing calls them. */
  base: Place.optional(),
})
export type Role = Readonly<z.infer<typeof Role>>

export const RoomType = z.strictObject({
  id: idOf('roomtype'),
  kind: z.literal('roomType'),
  key: Key,
  name: text(120),
  use: RoomUse,
  zone: HygieneZone,
  /** Square metres. */
  minimumArea: z.number().nonnegative().max(1e8).optional(),
  defaultSize: z.strictObject({ width: length(), depth: length() }).optional(),
  /** May others pass through it. */
  through: z.boolean(),
  /** Flows that may enter; none given: all. */
  admits: z.array(Flow).optional(),
  /** Keys of other types it can stand for: a pod as admission, changing and recovery. */
  servesAs: z.array(Key).default([]),
})
export type RoomType = Readonly<z.infer<typeof RoomType>>

export const FixtureType = z.strictObject({
  id: idOf('fixturetype'),
  kind: z.literal('fixtureType'),
  key: Key,
  name: text(120),
})
export type FixtureType = Readonly<z.infer<typeof FixtureType>>

/** How far from their time people come: normal, in seconds after it, so that early is negative. */
export const Punctuality = z.strictObject({ mean: z.number().min(-86_400).max(86_400), sd: seconds() })

/** More than the weight of any day of the week has to be. */
export const MOST_WEEKDAY = 1_000_000
export const DAYS_A_WEEK = 7
/** More who come at random in one group than any unit has. */
export const MOST_TOGETHER = 100

/**
 * When patients come. `list`: at set times (seconds after midnight), more or less punctually, but for those who do not come at
 * all. `rate`: at random, at rates that are in proportion over equal parts of the day (24 numbers: by the hour; none: alike over
 * the opening hours) and over the days of the week, `together` at a time. None given: evenly over the opening hours.
 */
export const Arrivals = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('list'),
    times: z.array(seconds()).min(1).max(10_000),
    punctuality: Punctuality.optional(),
    didNotAttend: share().optional(),
  }),
  z.strictObject({
    by: z.literal('rate'),
    overDay: z.array(z.number().nonnegative().max(1e6)).min(1).max(1440).optional(),
    /** Monday first. */
    overWeek: z.array(z.number().nonnegative().max(MOST_WEEKDAY)).length(DAYS_A_WEEK).optional(),
    together: z.int().min(1).max(MOST_TOGETHER).optional(),
  }),
])
export type Arrivals = Readonly<z.infer<typeof Arrivals>>

/** More rooms or machines that are closed at once than any unit has. */
export const MOST_CLOSED = 1000

/** How many patients come, of what mix, and who is on duty. It belongs to the workshop: every design faces the same one. */
export const Scenario = z.strictObject({
  id: idOf('scenario'),
  kind: z.literal('scenario'),
  name: text(120),
  /** Visits (or trips) a day of each pathway that has a volume of its own, the shares of its traits' values, and when they come. */
  volumes: z.array(
    z.strictObject({
      pathway: Key,
      perDay: z.number().nonnegative().max(100_000),
      traits: z.record(Key, z.record(Key, share())).default({}),
      arrivals: Arrivals.optional(),
    }),
  ),
  /** Seconds after midnight. */
  opening: z.strictObject({ from: seconds(), to: seconds() }),
  /** Shifts with the people of each role on them. Seconds after midnight; a shift over midnight ends later than 86,400. */
  shifts: z.array(
    z.strictObject({
      name: text(120),
      from: seconds(),
      to: seconds(),
      people: z.record(Key, z.number().nonnegative().max(1000)),
      /** Each takes a break so long, one after the other, between these times. */
      breaks: z.array(z.strictObject({ from: seconds(), to: seconds(), duration: seconds() })).optional(),
    }),
  ),
  /** How many there are of an item that goes round (scopes), by its clean pathway; none given: enough. */
  stock: z.record(Key, z.int().min(0).max(10_000)).optional(),
  /** Places that cannot be used: a room down, a washer failed. The last of them in the order of ids. */
  closed: z.array(z.strictObject({ roomType: Key, fixtureType: Key.optional(), count: z.int().min(1).max(MOST_CLOSED) })).optional(),
})
export type Scenario = Readonly<z.infer<typeof Scenario>>

/** One row of the functional content: how many rooms of a type, and how large at least. */
export const Requirement = z.strictObject({
  id: idOf('requirement'),
  kind: z.literal('requirement'),
  roomType: Key,
  count: z.int().min(0).max(10_000),
  /** Square metres each. */
  minimumArea: z.number().nonnegative().max(1e8).optional(),
  /** What the figure rests on. */
  basis: text().default(''),
})
export type Requirement = Readonly<z.infer<typeof Requirement>>
