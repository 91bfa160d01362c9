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

/** How many patients come, of what mix, and who is on duty. It belongs to the workshop: every design faces the same one. */
export const Scenario = z.strictObject({
  id: idOf('scenario'),
  kind: z.literal('scenario'),
  name: text(120),
  /** Visits (or trips) a day of each pathway that has a volume of its own, and the shares of its traits' values. */
  volumes: z.array(
    z.strictObject({ pathway: Key, perDay: z.number().nonnegative().max(100_000), traits: z.record(Key, z.record(Key, share())).default({}) }),
  ),
  /** Seconds after midnight. */
  opening: z.strictObject({ from: seconds(), to: seconds() }),
  /** Shifts with the people of each role on them. Seconds after midnight; a shift over midnight ends later than 86,400. */
  shifts: z.array(z.strictObject({ name: text(120), from: seconds(), to: seconds(), people: z.record(Key, z.number().nonnegative().max(1000)) })),
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
