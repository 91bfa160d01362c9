import type { Id, Key } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import type { Dress, Flow, Mobility, Traveller } from '#shared/document/vocabulary'
import type { Chance, Variable } from './chance'
import type { Asked } from './premises'
import type { Trip } from './trip'

/** A body and the flows it walks as: with the settings it is a router's Walker. */
export type Gait = { readonly traveller: Traveller; readonly flows: readonly Flow[] }

/** One way to walk: between two ends (indices into the plan's), in a gait, by forced places if `via` is not empty. */
export type Pair = { readonly from: number; readonly to: number; readonly gait: number; readonly via: readonly Id[] }

/** A leg but for how often and between which ends it is walked. */
export type LegOf = Pick<Trip, 'pathway' | 'flow' | 'purpose' | 'role' | 'carries' | 'steps' | 'dress' | 'mobility'> & {
  /** Which end lies in the room of use: where a clean item goes, where a used one comes from. */
  readonly use: 'from' | 'to' | undefined
  /** Walking order within the stream, for naming the first leg that fails. */
  readonly order: number
}

/** A trip but for where its ends are, how long it is, and which decisions are taken. */
export type PlannedTrip = {
  /** Put together when it is asked for: most plans have more trips than are walked. */
  readonly key: string
  /** One of the legs that came as this trip: they differ in steps and order alone. */
  readonly leg: LegOf
  readonly pair: number
  /** Keys of all its steps, in order. */
  readonly steps: readonly Key[]
  /** Expected number a visit of the stream's host, but for what homecomings add. */
  readonly perVisit: Chance
  /** The first of its legs in walking order. */
  readonly order: number
}

/** A step done at a place: expected times a visit, and what it takes. */
export type Stay = {
  readonly pathway: Key
  readonly flow: Flow
  readonly step: Key
  /** The kind of place it asks for, `roomType/fixtureType` or `roomType`. */
  readonly placeType: string
  /** Key of the spot, its element and its capacity; undefined where the design has none. */
  readonly spot: { readonly key: string; readonly element: Id; readonly capacity: number; readonly assumed: boolean } | undefined
  /** Key of the end at which the patient is; undefined where there is no place, or beside a step that holds them elsewhere. */
  readonly end: string | undefined
  readonly perVisit: Chance
  /** Minutes each time. */
  readonly minutes: number
  readonly turnaround: number
  readonly people: readonly { readonly role: Key; readonly people: number; readonly minutes: number }[]
  readonly dress: Dress
  readonly mobility: Mobility
}

/**
 * A choice by length: of the options those are taken whose pairs sum to the least, within 1 mm, equally.
 * An option with guards is one only while each of these is the first that its own decision takes.
 */
export type Decision = {
  readonly options: readonly Option[]
  /** One more pair of each option, where several decisions share all but these; -1: none. */
  readonly lastPairs: Int32Array | undefined
}
export type Option = { readonly pairs: readonly number[]; readonly guards: readonly Guard[] }
export type Guard = { readonly decision: number; readonly option: number }

/**
 * Chains that went alike but for where they began, and end at one place: which beginning, is decided together with the way home. Whichever
 * it is, all its legs are walked. A large unit has 110,000 beginnings for 5,000 of these, of which one or two are ever taken.
 */
export type Homecoming<Walked = readonly number[]> = {
  readonly decision: number
  readonly chance: Chance
  /** Of each option of the decision: the trips that its legs before the way home are. Shared by chains that began alike. */
  readonly begun: readonly Walked[]
  /** Of each option: the trip home, -1 where there is none. */
  readonly home: Walked
}

/** Something asked for that the design does not have: it makes the same measures unavailable as a leg that fails. */
export type Problem = Pick<LegOf, 'pathway' | 'flow' | 'purpose' | 'role' | 'order'> & { readonly reason: Message }

/** Expected counts of one visit. */
export type Counts<Count = Chance> = {
  readonly steps: Count
  readonly handoffs: Count
  readonly warmHandoffs: Count
  readonly queuePoints: Count
  readonly moves: Count
  readonly minutes: Count
  readonly addingMinutes: Count
}

/** Expected counts of one visit: what each step, in walking order, adds to them. */
export type StepTally = Counts & { readonly step: Key; readonly name: string; readonly index: number }

/** All visits of a kind: their share, that share together with each trait value, and the patient's metres as expected counts of pairs. */
export type PlannedVariant = {
  readonly probability: number
  readonly traits: ReadonlyMap<string, number>
  readonly pairs: readonly { readonly pair: number; readonly count: Chance }[]
}

/**
 * What a stream's visits do in a design, but for what lengths decide. It names places, not where they
 * are: while the same rooms hold the same things it stands, wherever they are moved.
 */
export type Plan = {
  readonly ends: readonly string[]
  readonly gaits: readonly Gait[]
  readonly pairs: readonly Pair[]
  readonly variables: readonly Variable[]
  readonly decisions: readonly Decision[]
  readonly trips: readonly PlannedTrip[]
  readonly homecomings: readonly Homecoming[]
  readonly stays: readonly Stay[]
  readonly problems: readonly Problem[]
  readonly variants: readonly PlannedVariant[]
  /** All that it asked of the premises it was made for. */
  readonly asked: readonly Asked[]
  /** Places that steps, waits, bases and stores ask for, each once. */
  readonly places: readonly { readonly key: string; readonly element: Id; readonly capacity: number; readonly assumed: boolean }[]
  /** Per pathway of the stream, host and hung: trips a visit of the host, and counts for each of its own. */
  readonly tallies: ReadonlyMap<Key, { readonly perVisit: number; readonly steps: readonly StepTally[] }>
}

/** Options within this of the shortest are equally short. Metres. */
export const EQUAL_LENGTH_M = 0.001
