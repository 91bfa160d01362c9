import { z } from 'zod'
import { idOf, Key } from '#shared/base/ids'
import { seconds, text } from '#shared/base/units'
import { Duration } from './duration'
import { Dress, Flow, Mobility, PlaceChoice, StepValue } from './vocabulary'

export { Duration }

/** What a step seizes: one of the fixtures of a type in rooms of a type, or one of the rooms' own places. */
export const PlaceOfType = z.strictObject({
  roomType: Key,
  fixtureType: Key.optional(),
  /** None given: `balanced` where patients queue for it, `nearest` for stores, disposal, waiting places, WCs and bases. */
  choice: PlaceChoice.optional(),
})
export type PlaceOfType = Readonly<z.infer<typeof PlaceOfType>>

/** The same realised place as an earlier step: never a second draw. */
export const PlaceOfStep = z.strictObject({ step: Key })

export const Place = z.union([PlaceOfType, PlaceOfStep])
export type Place = Readonly<z.infer<typeof Place>>

/** An item that a step needs brought, or leaves to be taken away: its pathway is hung here. */
export const ItemLine = z.strictObject({
  pathway: Key,
  direction: z.enum(['needed', 'left']),
  /** Who walks with it. */
  carrier: Key,
  /** How many steps one trip serves. */
  usesPerTrip: z.number().positive().max(10_000).default(1),
  by: z.enum(['hand', 'cart']).default('hand'),
})
export type ItemLine = Readonly<z.infer<typeof ItemLine>>

export const Step = z.strictObject({
  key: Key,
  /** The reference steps that this one stands for as well, after a merge. */
  merges: z.array(Key).default([]),
  name: text(120),
  place: Place,
  lead: Key.optional(),
  assisting: z.array(z.strictObject({ role: Key, people: z.int().min(1).max(20).default(1) })).default([]),
  /** Roles that walk the patient's leg to this step with the patient. */
  escorts: z.array(Key).default([]),
  duration: Duration,
  value: StepValue,
  /** What the patient is from the end of this step on; holds until a step changes it. */
  leaves: z.strictObject({ dress: Dress.optional(), mobility: Mobility.optional() }).default({}),
  /** Where the patient waits for this step: in the place before (`inPlace`), or at a waiting place. */
  waits: z.union([z.strictObject({ at: z.literal('inPlace') }), z.strictObject({ at: PlaceOfType, when: z.enum(['always', 'ifBusy']) })]).optional(),
  /** What comes first where several ask for the same people or place: the higher. None given: 0. */
  priority: z.int().min(0).max(9).optional(),
  /** What a patient does who finds the place taken, and no place to wait where there are only so many: none given, they queue. */
  whenFull: z.enum(['queue', 'leave']).optional(),
  items: z.array(ItemLine).default([]),
  turnaround: z.strictObject({ duration: seconds(), role: Key.optional() }).optional(),
  /** Done only for visits whose trait has one of these values. */
  onlyFor: z.array(z.strictObject({ trait: Key, values: z.array(Key).min(1) })).default([]),
  repeat: z.int().min(1).max(100).default(1),
  /** Runs while step k does, and does not hold the patient. */
  parallelWith: Key.optional(),
})
export type Step = Readonly<z.infer<typeof Step>>

/** Something in which those who come differ. */
export const Trait = z.strictObject({
  key: Key,
  name: text(120),
  /** What they may be. A key stays what it is, whatever it is called. */
  values: z.array(Key).min(1),
  /** What values are called; one that has no name here is called as its key reads. */
  names: z.record(Key, text(60).min(1)).optional(),
})
export type Trait = Readonly<z.infer<typeof Trait>>

/** An ordered list of steps that a patient, a member of staff, an item or information goes through. */
export const Pathway = z.strictObject({
  id: idOf('pathway'),
  kind: z.literal('pathway'),
  key: Key,
  /** Set on a design's variant of the workshop's reference pathway of the same key. */
  design: idOf('design').optional(),
  name: text(120),
  flow: Flow,
  gateIn: Key.optional(),
  gateOut: Key.optional(),
  /** Drawn once a visit; the scenario has the shares. */
  traits: z.array(Trait).default([]),
  steps: z.array(Step).max(200),
  /** The clean pathway that this used one turns into. */
  becomes: Key.optional(),
  /** Why this variant differs from the reference: step key to reason. */
  reasons: z.record(Key, text()).default({}),
})
export type Pathway = Readonly<z.infer<typeof Pathway>>
