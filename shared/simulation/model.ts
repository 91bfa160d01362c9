import type { Id, Key } from '#shared/base/ids'
import type { Pathway, Step } from '#shared/document/pathway'
import type { PlaceChoice } from '#shared/document/vocabulary'
import type { Scenario } from '#shared/document/workshop'
import type { Ground } from '#shared/journeys/ground'
import type { Router } from '#shared/routing/router'
import type { LegTable } from './leg-table'

/** A place of the design, its ends as indices into the leg table's. */
export type SpotModel = {
  readonly index: number
  readonly key: string
  readonly element: Id
  readonly name: string
  readonly capacity: number
  /** How many can wait there: seats of one piece of furniture. */
  readonly seats: number
  readonly patientIn: number
  readonly patientOut: number
  readonly staffIn: number
  readonly staffOut: number
  readonly itemIn: number
  readonly itemOut: number
}

/** The places that a step may take, or somebody may wait at. */
export type SetModel = {
  readonly index: number
  readonly spots: readonly SpotModel[]
  readonly choice: PlaceChoice
  readonly shares: readonly number[]
}

export type RoleNeed = { readonly role: number; readonly people: number }

/** An item that a step needs or leaves. */
export type LineModel = {
  readonly index: number
  readonly flow: number
  readonly isNeeded: boolean
  readonly carrier: number
  readonly perTrip: number
  readonly by: 'hand' | 'cart'
}

/** What somebody of a role fetches for every single step, and takes away after it; and the gaits of taking it away, from all of it in hand on. */
export type RoleLines = { readonly needed: readonly LineModel[]; readonly left: readonly LineModel[]; readonly leftGaits: readonly number[] }

export type StepModel = {
  /** Its number in the model, which a trace names. */
  readonly index: number
  readonly flow: number
  readonly step: Step
  /** -1: where an earlier step was. */
  readonly set: number
  /** People by role in the order of keys, escorts included. */
  readonly needs: readonly RoleNeed[]
  readonly escorts: readonly number[]
  /** Of needs, which stay for the step: not those who only escort. */
  readonly works: readonly boolean[]
  readonly waitSet: number
  readonly waitsAlways: boolean
  readonly leavesWhenFull: boolean
  readonly priority: number
  readonly lines: readonly LineModel[]
  /** Seconds, and by whom; -1: nobody. */
  readonly turnSeconds: number
  readonly turnRole: number
  readonly via: readonly Id[]
}

/** One thing that a visit does: a step, once. */
export type Op = {
  readonly step: StepModel
  /** Which repeat it is, from 0. */
  readonly copy: number
  readonly isParallel: boolean
  readonly waitsAlways: boolean
  /** The op whose place it uses; itself where it takes one. */
  readonly root: number
  /** On the root: the last op that is held there. */
  readonly last: number
  /** Gait and speed (m/s) of the way to it. */
  readonly gait: number
  readonly escortedGait: number
  readonly speed: number
}

export type FlowModel = {
  readonly index: number
  readonly pathway: Pathway
  readonly whom: 'patient' | 'staff' | 'item'
  readonly by: 'hand' | 'cart'
  /** Information goes by itself, and an item's own legs have metres. */
  readonly walks: boolean
  readonly gateIn: readonly SpotModel[] | undefined
  readonly gateOut: readonly SpotModel[] | undefined
  readonly steps: readonly StepModel[]
  /** Of an item: it waits in a store that never runs out, goes round in a loop, or is made ready when it is needed. */
  readonly source: 'store' | 'loop' | 'made'
  /** How many there are of an item that goes round; undefined: enough. */
  readonly stock: number | undefined
  readonly becomes: number
  readonly viaOut: readonly Id[]
  /** The ops of visits with these trait values, made when first asked for. */
  opsFor(traits: number): { readonly ops: readonly Op[]; readonly gaitOut: number; readonly speedOut: number }
}

export type RoleModel = {
  readonly index: number
  readonly key: Key
  readonly name: string
  readonly speed: number
  /** Ends; empty: no base is drawn or none is given, and they are where their work is. */
  readonly bases: readonly number[]
}

/**
 * A measured design under one reading and one scenario, made ready to be run: all that a run reads, by numbers. The same model
 * serves any number of runs; what it looks up, it keeps.
 */
export type Model = {
  readonly design: Id
  readonly scenario: Scenario
  readonly ground: Ground
  /** One a storey: what the crossings of routes mean. */
  readonly floors: readonly Router['floor'][]
  readonly legs: LegTable
  readonly spots: readonly SpotModel[]
  readonly sets: readonly SetModel[]
  readonly roles: readonly RoleModel[]
  readonly flows: readonly FlowModel[]
  /** Of flows, those with a volume of their own. */
  readonly hosts: readonly number[]
  readonly steps: readonly StepModel[]
  /** On foot with nothing in hand, of staff. */
  readonly onFoot: number
  gearFor(lines: readonly LineModel[]): { readonly gait: number; readonly via: readonly Id[] }
  linesOf(step: StepModel, role: number): RoleLines
}
