import type { WardDocument } from '#shared/document/document'
import type { Connector } from '#shared/document/elements/connector'
import type { RecordInput } from './records'
import { adding, spot } from './worked-additions'
import { WORKED_DESIGN, workedExample } from './worked-example'
import { withRecords } from './worked-variations'

export const UPSTAIRS = 'storey_upstairs'

/** The treatment room lies this much further left upstairs than it did on the ground, so that its routes stay Pythagorean. Metres. */
const LEFT_M = 3.4

/** A fixture that stands for a lift or stairs on one storey: nothing blocks, its use point is where it is drawn. */
export function landing(name: string, label: string, storey: string, x: number, y: number): Extract<RecordInput, { kind: 'fixture' }> {
  return { ...(spot(name, 'lift', [x, y]) as Extract<RecordInput, { kind: 'fixture' }>), storey, name: label }
}

/** A lift between the two storeys, 30 s wait and 15 s a storey, unless said otherwise. */
export function lift(name: string, landings: readonly string[], more: Partial<Connector> = {}) {
  return {
    id: `connector_${name}`,
    kind: 'connector' as const,
    design: WORKED_DESIGN,
    connector: 'lift' as const,
    name: 'L1',
    landings: [...landings],
    wait: 30,
    travel: 15,
    ...more,
  }
}

/** Stairs between the two storeys: 3.6 m up and 4.8 m forward, so 6 m along the slope. */
export function stairs(name: string, landings: readonly string[], more: Partial<Connector> = {}) {
  return { ...lift(name, landings), connector: 'stair' as const, name: 'S1', going: 4.8, ...more }
}

/**
 * The worked example with its treatment room 3.6 m up, off a corridor of its own. The lift stands at (6.6, 1.5), and so does its
 * landing upstairs, where the treatment room's door is at x 3.6 to 4.6. None given: storeys that nothing joins.
 */
export function twoStoreys(...joined: readonly Parameters<typeof adding>[1][]): WardDocument {
  const moved = withRecords(workedExample(), (record) => {
    if (record.id === 'room_treatment' && record.kind === 'room') {
      return { ...record, storey: UPSTAIRS, corners: record.corners.map((corner) => ({ ...corner, x: corner.x - LEFT_M })) }
    }
    if (record.kind === 'fixture' && record.fixtureType === 'bed') return { ...record, storey: UPSTAIRS, x: record.x - LEFT_M }
    if (record.kind === 'storey') {
      const { outline: _, ...kept } = record
      return kept
    }
    return record
  })
  const upper = {
    id: 'room_corridortwo',
    kind: 'room' as const,
    design: WORKED_DESIGN,
    storey: UPSTAIRS,
    roomType: 'corridor',
    name: 'Upper corridor',
    corners: [
      { key: 'a', x: -LEFT_M, y: 0, thickness: 0 },
      { key: 'b', x: 20 - LEFT_M, y: 0, thickness: 0 },
      { key: 'c', x: 20 - LEFT_M, y: 3, thickness: 0 },
      { key: 'd', x: -LEFT_M, y: 3, thickness: 0 },
    ],
  }
  return adding(
    moved,
    { id: UPSTAIRS, kind: 'storey', design: WORKED_DESIGN, name: 'First floor', elevation: 3.6 },
    upper,
    { id: 'fixturetype_lift00', kind: 'fixtureType', key: 'lift', name: 'Lift' },
    ...joined,
  )
}

/** Both landings of the lift L1. */
export const LIFT_LANDINGS = [landing('liftground', 'L1', 'storey_ground', 6.6, 1.5), landing('liftupstairs', 'L1', UPSTAIRS, 6.6, 1.5)] as const

/** The worked example upstairs, with a lift. */
export function withLift(more: Partial<Connector> = {}): WardDocument {
  return twoStoreys(...LIFT_LANDINGS, lift('liftone', ['fixture_liftground', 'fixture_liftupstairs'], more))
}
