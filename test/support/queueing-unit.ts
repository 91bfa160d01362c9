import type { WardDocument } from '#shared/document/document'
import { documentOf } from '#shared/document/document-of'
import type { Duration } from '#shared/document/duration'
import { SPOT } from '#test/support/spot'
import { type RecordInput, recordsOfInput } from './records'
import { settingsOf } from './settings'

export const QUEUEING_DESIGN = 'design_queueing'

type PathwayInput = Extract<RecordInput, { kind: 'pathway' }>
type ScenarioInput = Extract<RecordInput, { kind: 'scenario' }>
export type QueueStep = PathwayInput['steps'][number]
export type Queueing = {
  /** Pieces of furniture of each type: each is a place for one. All stand at one spot, so nobody walks. */
  readonly places: Readonly<Record<string, number>>
  readonly pathways: readonly {
    readonly key: string
    readonly steps: readonly QueueStep[]
    readonly traits?: PathwayInput['traits']
    readonly flow?: PathwayInput['flow']
    readonly becomes?: string
  }[]
  readonly volumes: ScenarioInput['volumes']
  /** How many the hall itself serves at once; none given: any number. */
  readonly capacity?: number
  readonly people?: Readonly<Record<string, number>>
  /** Seconds of the day in which patients come and people are on duty. */
  readonly open?: { readonly from: number; readonly to: number }
  /** Instead of one shift of all people while it is open. */
  readonly shifts?: ScenarioInput['shifts']
  readonly stock?: ScenarioInput['stock']
}

/** A hall that holds any number of people, with furniture to queue for: a queueing system as a workshop. */
export function queueingUnit({ places, pathways, volumes, capacity, people = {}, open = { from: 0, to: 86_400 }, ...rest }: Queueing): WardDocument {
  const point = { radius: 0, speed: 1, passes: 0, wants: 0 }
  const on = { design: QUEUEING_DESIGN, storey: 'storey_ground' }
  const records: RecordInput[] = [
    { id: 'workshop_queueing', kind: 'workshop', title: 'Queueing' },
    settingsOf({
      id: 'settings_queueing',
      bodies: { person: point, wheelchair: point, bed: point, cart: point },
      scenario: 'scenario_queueing',
      daysPerYear: 365,
      doorSeconds: 0,
      liftSeconds: 0,
    }),
    {
      id: 'scenario_queueing',
      kind: 'scenario',
      name: 'Queueing',
      volumes,
      opening: open,
      shifts: rest.shifts ?? [{ name: 'Always', ...open, people: { ...people } }],
      ...(rest.stock === undefined ? {} : { stock: rest.stock }),
    },
    { id: 'roomtype_hall00', kind: 'roomType', key: 'hall', name: 'Hall', use: 'waiting', zone: 'patient', through: true },
    { id: QUEUEING_DESIGN, kind: 'design', name: 'Queueing', idea: '', isCurrentState: true },
    { id: 'storey_ground', kind: 'storey', design: QUEUEING_DESIGN, name: 'Ground', elevation: 0 },
    {
      id: 'room_hall00',
      kind: 'room',
      ...on,
      roomType: 'hall',
      name: 'Hall',
      ...(capacity === undefined ? {} : { capacity }),
      corners: [
        { key: 'a', x: 0, y: 0 },
        { key: 'b', x: 6, y: 0 },
        { key: 'c', x: 6, y: 6 },
        { key: 'd', x: 0, y: 6 },
      ],
    },
    ...Object.keys(people).map(
      (key): RecordInput => ({
        id: `role_${key.padEnd(6, '0')}`,
        kind: 'role',
        key,
        name: key,
        colour: '#1a66a8',
        costPerHour: 0,
        speed: 1,
        base: { roomType: 'hall' },
      }),
    ),
    ...pathways.map(
      ({ key, steps, traits, flow, becomes }): RecordInput => ({
        id: `pathway_${key.replaceAll('-', '').padEnd(6, '0')}`,
        kind: 'pathway',
        key,
        name: key,
        flow: flow ?? 'patient',
        steps: [...steps],
        ...(traits === undefined ? {} : { traits }),
        ...(becomes === undefined ? {} : { becomes }),
      }),
    ),
  ]
  for (const [type, count] of Object.entries(places)) {
    for (let i = 0; i < count; i++) {
      records.push({
        id: `fixture_${type.replaceAll('-', '')}${String(i).padStart(6, '0')}`,
        kind: 'fixture',
        ...on,
        fixtureType: type,
        entry: type,
        x: 3,
        y: 3,
        footprint: [...SPOT],
        blocks: false,
        usePoints: [{ x: 0, y: 0 }],
      })
    }
  }
  return documentOf(recordsOfInput(records))
}

/** A step at a piece of furniture; with people, led by them where nobody queues for room. */
export function queueStep(key: string, fixtureType: string | undefined, duration: Duration, more: Partial<QueueStep> = {}): QueueStep {
  return {
    key,
    name: key,
    place: fixtureType === undefined ? { roomType: 'hall' } : { roomType: 'hall', fixtureType, choice: 'balanced' },
    duration,
    value: 'addsValue',
    ...more,
  }
}

export function exponential(mean: number): Duration {
  return { shape: 'exponential', mean }
}
