import type { Id, Key } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import type { FixtureFacts, OpeningFacts, RoomFacts } from '#shared/metrics/layout-facts'

/** A value in the first design and in the second. */
export type Both<T> = { readonly from: T; readonly to: T }

/** One room that only one design has (`before` or `after` alone), or that both have and that is not the same. */
export type RoomDifference = {
  readonly kind: 'room'
  readonly key: string
  readonly before: RoomFacts | undefined
  readonly after: RoomFacts | undefined
  /** From centre to centre, metres; 0 where a corner stayed in its place. */
  readonly moved: number
  /** Larger by so many square metres; 0 where its drawn outline has the same area. */
  readonly larger: number
  /** As large, but of other proportions. */
  readonly isReshaped: boolean
  readonly renamed: Both<string> | undefined
  /** Names of the room types. */
  readonly retyped: Both<string> | undefined
  /** Doors and other openings that came or went with it. */
  readonly openings: readonly OpeningFacts[]
}

export type OpeningDifference = {
  readonly kind: 'opening'
  readonly key: string
  readonly before: OpeningFacts | undefined
  readonly after: OpeningFacts | undefined
  /** Names of the rooms on its two sides, in the design that has it (the second, where both have); `outside` and `floor` as such. */
  readonly joins: readonly string[]
  /** Along its wall, metres; 0 where it went along with its room. */
  readonly moved: number
  /** Wider by so many metres. */
  readonly wider: number
  /** Leads elsewhere: the names of the rooms that it joined and joins. */
  readonly rejoined: Both<readonly string[]> | undefined
  readonly rebuilt: Both<OpeningFacts['opening']['opening']> | undefined
  /** Other flows may pass, another way, or it is another gate. */
  readonly isOtherRule: boolean
}

/** The furniture of one type, all together. */
export type FixtureDifference = {
  readonly kind: 'fixture'
  readonly key: string
  readonly fixtureType: Key
  readonly name: string
  readonly count: Both<number>
  readonly gone: readonly FixtureFacts[]
  readonly added: readonly FixtureFacts[]
  /** Those that stand in another room. */
  readonly elsewhere: readonly Both<FixtureFacts>[]
  /** Those that stand otherwise in their room. */
  readonly shifted: readonly Both<FixtureFacts>[]
}

/** Where a step takes place, as it is said: the room type, the fixture, or where an earlier step was. */
export type SaidPlace = { readonly room: string; readonly fixture: string | undefined; readonly asIn: string | undefined }

/** What else of a step is not the same. */
export type StepAspect =
  | 'name'
  | 'team'
  | 'escorts'
  | 'waits'
  | 'items'
  | 'value'
  | 'state'
  | 'turnaround'
  | 'patients'
  | 'repeat'
  | 'parallel'
  | 'priority'
  | 'full'
  | 'choice'

export type StepDifference = {
  readonly kind: 'step'
  readonly key: string
  readonly pathway: string
  readonly step: string
  readonly change: 'removed' | 'added' | 'merged' | 'split' | 'changed'
  /** The step that it was merged into, or split from. */
  readonly into: string | undefined
  /** Comes at another place in the order: the step that it follows, in the first design and in the second; none: it is the first. */
  readonly reordered: Both<string | undefined> | undefined
  readonly relead: Both<string | undefined> | undefined
  readonly replaced: Both<SaidPlace> | undefined
  readonly others: readonly StepAspect[]
  /** Longer by so many seconds. */
  readonly longer: number
  /** As the groups gave them: the first design's against today's pathway, and the second's. */
  readonly reasons: Both<string | undefined>
  /** The rooms that it takes place in. */
  readonly rooms: Both<readonly Id[]>
}

/** A pathway that only one design runs, or that comes in or goes out by another gate. */
export type PathwayDifference = {
  readonly kind: 'pathway'
  readonly key: string
  readonly pathway: string
  readonly change: 'gone' | 'added' | 'changed'
  /** Keys of gates. */
  readonly gateIn: Both<Key | undefined> | undefined
  readonly gateOut: Both<Key | undefined> | undefined
}

/** What a way is sent past: a room by its name, a door or archway by the names of what it joins; by its id where it is gone. */
export type PassedPlace =
  | { readonly kind: 'room'; readonly id: Id; readonly name: string }
  | { readonly kind: 'opening'; readonly id: Id; readonly opening: OpeningFacts['opening']; readonly joins: readonly string[] }

/** A way to a step, or to where a pathway ends, that is sent past other rooms and doors. */
export type WayDifference = {
  readonly kind: 'way'
  readonly key: string
  readonly pathway: string
  /** Undefined: to the pathway's end. */
  readonly step: string | undefined
  /** In order; none: the shortest way. Undefined: the design has no such way. */
  readonly past: Both<readonly PassedPlace[] | undefined>
}

/** How much of the visits a place takes, where steps go by shares; undefined where there is no such place, or no step that goes by shares. */
export type PlaceShare = { readonly place: Message; readonly share: Both<number | undefined> }

/** The places of a type whose visits are shared otherwise. */
export type SharesDifference = {
  readonly kind: 'shares'
  readonly key: string
  /** What people call such places: the room, and what is used in it. */
  readonly type: readonly string[]
  /** Those that take more or less, in the order in which people count them. */
  readonly places: readonly PlaceShare[]
  /** All the places that take visits, for they are drawn. */
  readonly elements: Both<readonly Id[]>
}

export type Difference =
  | RoomDifference
  | OpeningDifference
  | FixtureDifference
  | PathwayDifference
  | StepDifference
  | WayDifference
  | SharesDifference
