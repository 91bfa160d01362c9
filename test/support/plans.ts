import { buildBuilding } from '#shared/building/build-building'
import type { BuildingStorey } from '#shared/building/building'
import { emptyTable, type RecordTable } from '#shared/document/document'
import type { WardRecord } from '#shared/document/record'
import { type RecordInput, recordsOfInput } from './records'

export const PLAN_DESIGN = 'design_plan01'
export const PLAN_STOREY = 'storey_plan01'

type RoomInput = Extract<RecordInput, { kind: 'room' }>
type OpeningInput = Extract<RecordInput, { kind: 'opening' }>
type FixtureInput = Extract<RecordInput, { kind: 'fixture' }>
type WallInput = Extract<RecordInput, { kind: 'wall' }>
type Given<T> = Omit<T, 'kind' | 'design' | 'storey'>

/** A small plan as a test would sketch it. Metres. */
export type Sketch = {
  readonly rooms: readonly RoomInput[]
  readonly openings?: readonly OpeningInput[]
  readonly fixtures?: readonly FixtureInput[]
  readonly walls?: readonly WallInput[]
  readonly outline?: readonly { readonly x: number; readonly y: number }[]
  readonly workshop?: readonly RecordInput[]
}

export type Plan = { readonly design: RecordTable; readonly workshop: RecordTable }

type Corner = readonly [x: number, y: number, edge?: Partial<RoomInput['corners'][number]>]

/** A room whose corners are keyed a, b, c, ... in order; `id` is completed to a record id. */
export function room(id: string, corners: readonly Corner[], more: Partial<RoomInput> = {}): RoomInput {
  return {
    id: `room_${id.padEnd(6, '0')}`,
    kind: 'room',
    design: PLAN_DESIGN,
    storey: PLAN_STOREY,
    roomType: 'ward',
    name: id,
    corners: corners.map(([x, y, edge], i) => ({ key: i < 26 ? String.fromCharCode(97 + i) : `k${i}`, x: rounded(x), y: rounded(y), ...edge })),
    ...more,
  }
}

/** An upright rectangle, corners from the lower left: edge a below, b on the right, c above, d on the left. */
export function box(id: string, x: number, y: number, width: number, depth: number, edge: Corner[2] = {}, more: Partial<RoomInput> = {}): RoomInput {
  const corners: readonly Corner[] = [
    [x, y, edge],
    [x + width, y, edge],
    [x + width, y + depth, edge],
    [x, y + depth, edge],
  ]
  return room(id, corners, more)
}

export function opening(id: string, on: OpeningInput['on'], along: number, width: number, more: Partial<OpeningInput> = {}): OpeningInput {
  return { id: `opening_${id.padEnd(6, '0')}`, kind: 'opening', design: PLAN_DESIGN, name: id, opening: 'door', on, along, width, ...more }
}

/** A fixture that is `width` wide and `depth` deep about its origin. */
export function fixture(id: string, x: number, y: number, width: number, depth: number, more: Partial<FixtureInput> = {}): FixtureInput {
  const w = width / 2
  const d = depth / 2
  const footprint = [
    { x: -w, y: -d },
    { x: w, y: -d },
    { x: w, y: d },
    { x: -w, y: d },
  ]
  const given: Given<FixtureInput> = { id: `fixture_${id.padEnd(6, '0')}`, fixtureType: 'bed', entry: 'bed', name: id, x, y, footprint, ...more }
  return { kind: 'fixture', design: PLAN_DESIGN, storey: PLAN_STOREY, ...given }
}

export function wall(id: string, from: readonly [number, number], to: readonly [number, number], more: Partial<WallInput> = {}): WallInput {
  const given: Given<WallInput> = { id: `wall_${id.padEnd(6, '0')}`, from: { x: from[0], y: from[1] }, to: { x: to[0], y: to[1] }, ...more }
  return { kind: 'wall', design: PLAN_DESIGN, storey: PLAN_STOREY, ...given }
}

export function roomType(key: string, more: Partial<Extract<RecordInput, { kind: 'roomType' }>> = {}): RecordInput {
  return { id: `roomtype_${key.padEnd(6, '0')}`, kind: 'roomType', key, name: key, use: 'care', zone: 'patient', through: false, ...more }
}

export function plan({ rooms, openings = [], fixtures = [], walls = [], outline, workshop = [roomType('ward')] }: Sketch): Plan {
  const ground: readonly RecordInput[] = [
    { id: PLAN_DESIGN, kind: 'design', name: 'Plan', idea: '' },
    {
      id: PLAN_STOREY,
      kind: 'storey',
      design: PLAN_DESIGN,
      name: 'Ground',
      elevation: 0,
      ...(outline === undefined ? {} : { outline: [...outline] }),
    },
  ]
  return {
    design: tableOf(recordsOfInput([...ground, ...rooms, ...openings, ...fixtures, ...walls])),
    workshop: tableOf(recordsOfInput(workshop)),
  }
}

/** The one storey of a sketch. */
export function storeyOf(sketch: Sketch): BuildingStorey {
  const { design, workshop } = plan(sketch)
  return buildBuilding(design, workshop).storeys[0]!
}

/** The plan with one record in the place of the one with its id: all others stay the same objects. */
export function withRecord({ design, workshop }: Plan, record: RecordInput): Plan {
  const [whole] = recordsOfInput([record])
  return { design: Object.assign(emptyTable(), design, { [whole!.id]: whole }), workshop }
}

export function tableOf(records: readonly WardRecord[]): RecordTable {
  const table = emptyTable()
  for (const record of records) table[record.id] = record
  return table
}

/** Every point of a sketch moved; fixtures keep their rotation and openings their place along the edge. */
export function moved(sketch: Sketch, move: (x: number, y: number) => readonly [number, number]): Sketch {
  const at = ({ x, y }: { readonly x: number; readonly y: number }) => {
    const [u, v] = move(x, y)
    return { x: rounded(u), y: rounded(v) }
  }
  return {
    ...sketch,
    rooms: sketch.rooms.map((each) => ({ ...each, corners: each.corners.map((corner) => ({ ...corner, ...at(corner) })) })),
    walls: (sketch.walls ?? []).map((each) => ({ ...each, from: at(each.from), to: at(each.to) })),
    fixtures: (sketch.fixtures ?? []).map((each) => ({ ...each, ...at(each) })),
    ...(sketch.outline === undefined ? {} : { outline: sketch.outline.map(at) }),
  }
}

/** To whole millimetres, in metres, never -0. */
export function rounded(metres: number): number {
  return Math.round(metres * 1000) / 1000 + 0
}
