import { z } from 'zod'
import { Arrangement } from './arrangement'
import { Connector } from './elements/connector'
import { Design } from './elements/design'
import { Fixture } from './elements/fixture'
import { Note } from './elements/note'
import { Opening } from './elements/opening'
import { Room } from './elements/room'
import { Storey } from './elements/storey'
import { Underlay } from './elements/underlay'
import { Viewpoint } from './elements/viewpoint'
import { Wall } from './elements/wall'
import { Pathway } from './pathway'
import { FixtureType, Requirement, Role, RoomType, Scenario, Settings, Workshop } from './workshop'

/** Every record of a file. `kind` tells them apart; the schemas are the source of the types. */
export const WardRecord = z.discriminatedUnion('kind', [
  Workshop,
  Settings,
  Role,
  RoomType,
  FixtureType,
  Scenario,
  Requirement,
  Viewpoint,
  Arrangement,
  Pathway,
  Design,
  Storey,
  Room,
  Wall,
  Opening,
  Fixture,
  Connector,
  Note,
  Underlay,
])
export type WardRecord = Readonly<z.infer<typeof WardRecord>>
export type RecordKind = WardRecord['kind']
export type RecordOf<K extends RecordKind> = Extract<WardRecord, { kind: K }>

/** The drawn parts of a design: what a person can select on the plan. */
export type DesignElement = Room | Wall | Opening | Fixture
