import type { Key } from '#shared/base/ids'
import { type Message, message } from '#shared/base/message'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { forcedWay } from '#shared/document/forced-way'
import type { ItemLine, Pathway, PlaceOfType, Step } from '#shared/document/pathway'
import { placeOfStep, stepNamed } from '#shared/document/place-of-step'
import { roomTypeName, typeNames } from '#shared/document/place-type'
import type { Mobility } from '#shared/document/vocabulary'
import type { Scenario, Settings } from '#shared/document/workshop'
import { escortedGait, gaitAs, gaitOf, isPatientFlow, itemGait } from '#shared/journeys/course'
import type { Ground } from '#shared/journeys/ground'
import type { Stream } from '#shared/journeys/pathways-in-force'
import { isQueuedFor, placeSet } from '#shared/journeys/place-choice'
import { peopleOf, rolesOf } from '#shared/journeys/visit-variants'
import type { Router } from '#shared/routing/router'
import { openGears, openRoleLines } from './carried-lines'
import { openSpots } from './compile-spots'
import { delayOfLegs } from './leg-delay'
import { LegTable } from './leg-table'
import type { FlowModel, LineModel, Model, Op, RoleModel, StepModel } from './model'

export type Compiled = { readonly status: 'ok'; readonly model: Model } | { readonly status: 'refused'; readonly reason: Message }

/** What a model is made of: a design laid on its ground, with the pathways of one reading and the scenario they are to face. */
export type ModelInput = {
  readonly ground: Ground
  /** One a storey. */
  readonly floors: readonly Router['floor'][]
  readonly design: Design
  readonly workshop: RecordTable
  readonly settings: Settings
  readonly scenario: Scenario
  readonly streams: readonly Stream[]
}

/** Makes a design ready to be run, or says what it lacks: a place, a gate, a role that a step names. */
export function compileModel({ ground, floors, design, workshop, settings, scenario, streams }: ModelInput): Compiled {
  const { premises } = ground
  const board = openSpots(premises, scenario)
  const roleRecords = [...recordsOf(workshop, 'role')].sort((a, b) => (a.key < b.key ? -1 : 1))
  const roleIndex = new Map(roleRecords.map(({ key }, index) => [key, index] as const))
  let refused: Message | undefined
  const refuse = (key: string, values: Message['values']) => {
    refused ??= message(key, values)
  }

  const roles = roleRecords.map(({ key, name, speed, base }, index): RoleModel => {
    const spots = base === undefined || 'step' in base ? [] : premises.spotsOf(base)
    return { index, key, name, speed, bases: spots.map(({ staff }) => board.end(staff.in)) }
  })

  const flows: FlowModel[] = []
  const flowIndex = new Map<Pathway, number>()
  const steps: StepModel[] = []
  let lineCount = 0
  // Ends are known only when all places are, so gaits and legs come last.
  let legs: LegTable | undefined
  const legTable = () => {
    legs ??= new LegTable(board.ends, ground, delayOfLegs(ground, floors, settings))
    return legs
  }

  function addFlow(pathway: Pathway, by: 'hand' | 'cart', walks: boolean, hung: ReadonlyMap<Key, Pathway>, loops: ReadonlySet<Key>): number {
    const known = flowIndex.get(pathway)
    if (known !== undefined) return known
    const index = flows.length
    flowIndex.set(pathway, index)
    const own: StepModel[] = []
    const whom = isPatientFlow(pathway.flow) ? 'patient' : pathway.flow === 'staff' ? 'staff' : 'item'
    const gate = (key: Key | undefined) => {
      if (key === undefined) return undefined
      const spots = premises.gate(key)
      if (spots.length === 0) refuse('unavailable.noGate', { pathway: pathway.name, gate: key })
      return spots.map(board.spot)
    }
    const cache = new Map<number, ReturnType<FlowModel['opsFor']>>()
    const becomes = pathway.becomes === undefined ? undefined : hung.get(pathway.becomes)
    const made: FlowModel & { becomes: number } = {
      index,
      pathway,
      whom,
      by,
      walks,
      gateIn: gate(pathway.gateIn),
      gateOut: gate(pathway.gateOut),
      steps: own,
      source: loops.has(pathway.key) ? 'loop' : isStore(pathway) ? 'store' : 'made',
      stock: scenario.stock?.[pathway.key],
      becomes: -1,
      viaOut: forcedWay(design, pathway.key, undefined),
      opsFor(traits) {
        let found = cache.get(traits)
        if (found === undefined) {
          found = opsOf(made, traits, settings, legTable())
          cache.set(traits, found)
        }
        return found
      },
    }
    flows.push(made)
    for (const step of pathway.steps) {
      const stepModel = addStep(step, pathway, index, hung, loops)
      own.push(stepModel)
    }
    if (becomes !== undefined) made.becomes = addFlow(becomes, by, true, hung, loops)
    return index
  }

  function addStep(step: Step, pathway: Pathway, flow: number, hung: ReadonlyMap<Key, Pathway>, loops: ReadonlySet<Key>): StepModel {
    const place = placeOfStep(step, pathway)
    if (place === undefined) refuse('unavailable.noStep', { pathway: pathway.name, step: step.name })
    const isQueued = place !== undefined && isQueuedFor(pathway, step, premises.spotsOf(place), premises.useOf)
    const set = place === undefined ? -1 : setOf(place, isQueued, pathway, step)
    const waits = step.waits === undefined || step.waits.at === 'inPlace' ? undefined : step.waits
    const stepRoles = rolesOf(step)
    for (const key of [
      ...stepRoles,
      ...step.items.map(({ carrier }) => carrier),
      ...(step.turnaround?.role === undefined ? [] : [step.turnaround.role]),
    ])
      if (!roleIndex.has(key)) refuse('unavailable.noRole', { pathway: pathway.name, role: key })
    const needs = stepRoles.map((key) => ({ role: roleIndex.get(key) ?? 0, people: peopleOf(step, key) }))
    const model: StepModel = {
      index: steps.length,
      flow,
      step,
      set,
      needs,
      escorts: step.escorts.map((key) => roleIndex.get(key) ?? 0),
      works: stepRoles.map((key) => step.lead === key || step.assisting.some(({ role }) => role === key)),
      waitSet: waits === undefined ? -1 : setOf(waits.at, false, pathway, step),
      waitsAlways: waits?.when === 'always' && step.parallelWith === undefined,
      leavesWhenFull: step.whenFull === 'leave',
      priority: step.priority ?? 0,
      lines: [],
      turnSeconds: step.turnaround?.duration ?? 0,
      turnRole: step.turnaround?.role === undefined ? -1 : (roleIndex.get(step.turnaround.role) ?? -1),
      via: forcedWay(design, pathway.key, step.key),
    }
    steps.push(model)
    const lines = model.lines as LineModel[]
    for (const line of step.items) {
      const target = hung.get(line.pathway)
      if (target === undefined) {
        refuse('unavailable.noPathway', { pathway: pathway.name, step: step.name, item: line.pathway })
        continue
      }
      lines.push(lineOf(line, addFlow(target, line.by, true, hung, loops)))
    }
    return model
  }

  function lineOf({ direction, carrier, usesPerTrip, by }: ItemLine, flow: number): LineModel {
    return { index: lineCount++, flow, isNeeded: direction === 'needed', carrier: roleIndex.get(carrier) ?? 0, perTrip: usesPerTrip, by }
  }

  function setOf(place: PlaceOfType, isQueued: boolean, pathway: Pathway, step: Step): number {
    const found = placeSet(premises, design, place, isQueued)
    if (found.spots.length === 0)
      refuse('unavailable.noRoom', { pathway: pathway.name, step: step.name, roomType: roomTypeName(place.roomType, workshop) })
    else if (board.areClosed(found.spots))
      refuse('unavailable.allClosed', { pathway: pathway.name, step: step.name, scenario: scenario.name, place: typeNames(place, workshop) })
    return board.set(found, place)
  }

  const hosts = streams.map(({ host, hung }) => {
    const byKey = new Map(hung.map((pathway) => [pathway.key, pathway] as const))
    const loops = new Set(hung.flatMap(({ becomes }) => (becomes === undefined ? [] : [becomes])))
    return addFlow(host, 'hand', host.flow !== 'information', byKey, loops)
  })
  if (refused !== undefined) return { status: 'refused', reason: refused }

  const table = legTable()
  const onFoot = table.gait(gaitAs('person', ['staff']))
  const gearFor = openGears(onFoot, (lines) => {
    const carried = [...new Set(lines.map(({ flow }) => flows[flow]!.pathway.flow))].sort()
    const isCart = lines.some(({ by }) => by === 'cart')
    const [first] = lines as readonly [LineModel]
    const { pathway } = flows[first.flow]!
    const via = lines.length > 1 ? [] : forcedWay(design, pathway.key, first.isNeeded ? undefined : pathway.steps[0]?.key)
    return { gait: table.gait(gaitAs(isCart ? 'cart' : 'person', ['staff', ...carried])), via }
  })
  return {
    status: 'ok',
    model: {
      design: design.id,
      scenario,
      ground,
      floors,
      legs: table,
      spots: board.spots,
      sets: board.sets,
      roles,
      flows,
      hosts,
      steps,
      onFoot,
      gearFor,
      linesOf: openRoleLines(gearFor),
    },
  }
}

/** A store that the carrier chooses, with nothing before it: as the static chains have it. */
function isStore(pathway: Pathway): boolean {
  const [only] = pathway.steps
  if (pathway.steps.length !== 1 || only === undefined || pathway.gateIn !== undefined || 'step' in only.place) return false
  return only.place.choice === 'nearest' || (only.place.choice === undefined && only.lead === undefined)
}

/** The steps that a visit with these trait values does, in order, with where each takes its place from. */
function opsOf(flow: FlowModel, traits: number, settings: Settings, legs: LegTable): ReturnType<FlowModel['opsFor']> {
  const { pathway, whom, by } = flow
  const values = new Map<Key, Key>()
  let rest = traits
  for (const trait of pathway.traits) {
    values.set(trait.key, trait.values[rest % trait.values.length]!)
    rest = Math.floor(rest / trait.values.length)
  }
  const course = { pathway, whom, by, variant: NO_VARIANT, first: undefined, remembered: new Map() } as const
  const ops: { -readonly [K in keyof Op]: Op[K] }[] = []
  const rootOf = new Map<Key, number>()
  let mobility: Mobility = 'walking'
  const gaitNow = () => gaitOf(course, mobility)
  const speedNow = () =>
    whom === 'patient'
      ? settings.bodies[mobility === 'walking' ? 'person' : mobility].speed
      : settings.bodies[whom === 'item' && by === 'cart' ? 'cart' : 'person'].speed
  for (const model of flow.steps) {
    const { step } = model
    if (!step.onlyFor.every(({ trait, values: wanted }) => wanted.includes(values.get(trait) ?? ''))) continue
    const isParallel = step.parallelWith !== undefined
    for (let copy = 0; copy < step.repeat; copy++) {
      const named = 'step' in step.place ? rootOf.get(stepNamed(pathway, step.place.step)?.key ?? step.place.step) : undefined
      const kept = copy > 0 ? rootOf.get(step.key) : named
      const at = ops.length
      const root = kept ?? at
      const gait = gaitNow()
      ops.push({
        step: model,
        copy,
        isParallel,
        waitsAlways: model.waitsAlways && copy === 0,
        root,
        last: at,
        gait: legs.gait(gait),
        escortedGait: legs.gait(escortedGait(gait)),
        speed: speedNow(),
      })
      if (!isParallel) ops[root]!.last = at
      if (copy === 0) rootOf.set(step.key, root)
    }
    if (!isParallel) mobility = step.leaves.mobility ?? mobility
  }
  return { ops, gaitOut: legs.gait(whom === 'item' ? itemGait(pathway.flow, by) : gaitNow()), speedOut: speedNow() }
}

const NO_VARIANT = { probability: 1, traits: new Map<string, number>(), steps: [], dress: 'dressed', mobility: 'walking' } as const
