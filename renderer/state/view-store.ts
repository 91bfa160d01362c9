import { createStore } from 'zustand/vanilla'
import type { Id, Key } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import type { Edit } from '#shared/commands/edit'
import type { CatalogueEntry } from '#shared/document/catalogue'
import type { Change } from '#shared/document/change'
import type { Flow } from '#shared/document/vocabulary'
import type { Point } from '#shared/geometry/point'
import type { Reading } from '#shared/metrics/measurement'
import type { DrawnRoom } from '../tools/room-tool'
import type { RoomPart } from '../tools/tool'
import { SELECT, type ToolChoice } from '../tools/tool-choice'
import type { Posture } from '../tools/walking'
import type { MeasureRef } from '../workers/messages'

/** The tables of the brief, in their order. */
export const BRIEF_TABLES = ['rooms', 'types', 'roles', 'scenario', 'pathways', 'settings'] as const
export type BriefTable = (typeof BRIEF_TABLES)[number]

/** A step that the pathways begin with: unfolded, and in sight. */
export type BriefStep = {
  readonly pathway: Key
  readonly step: Key
  /** Among the design's own steps; else among today's. */
  readonly isOwn: boolean
}

/** Weights of places as they were typed, and what the design said of them then: as long as it still does, they are shown. */
export type TypedWeights = { readonly weights: Readonly<Record<Id, number>>; readonly said: string }

export type Stage = 'brief' | 'designs' | 'simulate' | 'compare'

/** A gesture under way: what letting go would do, and whether it may. */
export type Preview = {
  readonly edit: Edit
}

/** What of a design is drawn beside its walls, in every view of it. */
export type Layers = {
  /** Rooms coloured by their hygiene zone, or each type of room in a colour of its own. */
  readonly floors: 'zone' | 'type'
  readonly furniture: boolean
  readonly labels: boolean
  /** The picture under the plan, and the pins of notes. */
  readonly underlay: boolean
  readonly notes: boolean
  /** Kinds of flow that are shown, and of these whose are not. */
  readonly flows: readonly Flow[]
  readonly hiddenRoles: readonly Key[]
  readonly hiddenPathways: readonly Key[]
  /** Only these trips, by their keys, whatever kinds are shown: those behind a room or a line that was picked. */
  readonly onlyTrips: readonly string[] | undefined
  /** Where clean meets used. */
  readonly conflicts: boolean
  /** Doors marked by who passes. */
  readonly doors: boolean
  /** The eye whose sight is drawn: its key among the eyes of the design. */
  readonly eye: string | undefined
}

/** Few things at a time: the building, and nothing that moves in it. */
export const CALM: Layers = {
  floors: 'zone',
  furniture: true,
  labels: true,
  underlay: true,
  notes: true,
  flows: [],
  hiddenRoles: [],
  hiddenPathways: [],
  onlyTrips: undefined,
  conflicts: false,
  doors: false,
  eye: undefined,
}

/** Layers stay as they are while the app runs; but roles, pathways, trips and eyes are one file's. */
export function layersForAnotherFile(layers: Layers): Layers {
  return { ...layers, hiddenRoles: [], hiddenPathways: [], onlyTrips: undefined, eye: undefined }
}

/** One patient's way, followed step by step; of no design, so that several can draw the same one. */
export type JourneyView = {
  readonly pathway: Key
  /** The value chosen of each trait. */
  readonly traits: Readonly<Record<Key, Key>>
  /** Key of a step of the story; undefined: the first. */
  readonly step: string | undefined
  /** All steps of the design where it was stepped: where another lacks the step, the last before it stands for it. */
  readonly order: readonly string[]
}

/** How the building stands in 3D. */
export type SceneOptions = {
  /** Walls cut so that one looks into the rooms, or up to the ceiling. */
  readonly walls: 'cut' | 'full'
  /** Shadows and broken edges; undefined: where there is a graphics card. */
  readonly isFine: boolean | undefined
}

/** A walk through a design at eye height: where it began, as whom, and what was shown before. */
export type WalkView = { readonly from: Point | 'entrance'; readonly posture: Posture; readonly before: 'plan' | 'scene' }

/** A second design shown with the first. */
export type Beside = {
  readonly design: Id
  /** Where it stands; the design that is edited stands on the other side. */
  readonly on: 'left' | 'right'
  readonly arrangement: 'side' | 'swipe'
  /** How much of the width the left one has in a swipe, a share. */
  readonly divider: number
  /** The list of what differs is open: all of it drawn, or only the one that is picked by its key. */
  readonly differences: { readonly isAllDrawn: boolean; readonly picked: string | undefined } | undefined
}

/** Alone; the one below faintly under the plan, and others translucent in 3D; all of them one above the other; drawn apart. */
export const STOREY_VIEWS = ['solo', 'ghosted', 'stacked', 'exploded'] as const
export type StoreyView = (typeof STOREY_VIEWS)[number]

/** Which page of the comparison is open, and whether every measure is wanted or those that a group decides by. */
export type CompareView = { readonly tab: CompareTab; readonly isAll: boolean }
export type CompareTab = 'scoreboard' | 'changes' | 'metres' | 'rooms' | 'distances' | 'assumptions'

/** Which page of simulated days is open, whether every figure is wanted, and which day is shown as it went. */
export type SimulateView = { readonly tab: SimulateTab; readonly isAll: boolean; readonly day: SimulatedDayView | undefined }
export type SimulateTab = 'results' | 'apart' | 'worst' | 'day'
/** A run of a design, and who of it is followed from when: an agent of its trace, seconds after the first midnight. */
export type SimulatedDayView = {
  readonly design: Id
  readonly replication: number
  readonly watch: { readonly agent: number; readonly seconds: number } | undefined
}

/** What is picked of the open measure: a part of it by its place in the list, or by its key a trip that its range hangs on and no part is of. */
export type PickedTrip = { readonly part: number } | { readonly trip: string }

/** What is looked at. Nothing of it is saved. */
export type ViewState = {
  readonly compare: CompareView
  readonly simulate: SimulateView
  readonly stage: Stage
  readonly design: Id | undefined
  /** All that is selected, and of it what was selected last. Both change together: see `selecting`. */
  readonly selected: readonly Id[]
  readonly selection: Id | undefined
  /** Of the one room that is selected, the edge that was pressed. */
  readonly part: RoomPart | undefined
  /** What is in the hand: the select tool, or one that draws. */
  readonly tool: ToolChoice
  /** What was drawn last, for the next time. */
  readonly lastRoom: DrawnRoom | undefined
  readonly lastEntry: CatalogueEntry | undefined
  readonly show: 'plan' | 'scene'
  readonly walk: WalkView | undefined
  readonly reading: Reading
  /** The table of the brief that is open. */
  readonly briefTable: BriefTable
  /** Where somebody was led to and has not arrived yet. */
  readonly briefStep: BriefStep | undefined
  /** By design and type of place. */
  readonly typedWeights: Readonly<Record<string, TypedWeights>>
  /** Whose steps the board of the brief is about: those that one edits beside it. */
  readonly briefReading: Reading
  /** The measure whose trips are open, and the one of them that is picked. */
  readonly openMeasure: MeasureRef | undefined
  readonly pickedTrip: PickedTrip | undefined
  readonly preview: Preview | undefined
  readonly dialog: 'shortcuts' | 'about' | 'palette' | 'unsaved' | 'export' | undefined
  /** What waits for the answer to the question about unsaved work. */
  readonly pending: (() => unknown) | undefined
  /** Counts the times that the whole plan was asked for. */
  readonly fitCount: number
  /** Where to look that was asked for last, by a key or a button; the count tells two like wishes apart. */
  readonly look: { readonly wish: LookWish; readonly count: number }
  /** The storey that is looked at, of this design or one like it in another; undefined: the ground floor. */
  readonly storey: Id | undefined
  /** How the other storeys are shown with it. */
  readonly storeys: StoreyView
  /** Counts the times that the distances beside what is selected were asked for. */
  readonly dimensionCount: number
  readonly layers: Layers
  readonly scene: SceneOptions
  readonly isLayersOpen: boolean
  /** The list of findings is open, and the one of them that is shown on the plan: its key. */
  readonly isFindingsOpen: boolean
  readonly pickedFinding: string | undefined
  readonly journey: JourneyView | undefined
  readonly beside: Beside | undefined
  /** Said to everybody once, politely; the count tells two like sentences apart. */
  readonly notice: Notice | undefined
}
/** Nearer or further, to what is selected, or a step aside. */
export type LookWish = 'nearer' | 'further' | 'selected' | 'left' | 'right' | 'up' | 'down'
export type Notice = {
  readonly message: Message
  readonly tone: 'quiet' | 'problem'
  readonly count: number
  readonly action?: NoticeAction | undefined
}
export type NoticeAction = 'duplicateDesign' | 'saveAs' | 'pasteOver'

export const FIRST_VIEW: ViewState = {
  compare: { tab: 'scoreboard', isAll: false },
  simulate: { tab: 'results', isAll: false, day: undefined },
  stage: 'designs',
  design: undefined,
  selected: [],
  selection: undefined,
  part: undefined,
  tool: SELECT,
  lastRoom: undefined,
  lastEntry: undefined,
  show: 'plan',
  walk: undefined,
  reading: 'own',
  briefTable: 'rooms',
  briefStep: undefined,
  typedWeights: {},
  briefReading: 'own',
  openMeasure: undefined,
  pickedTrip: undefined,
  preview: undefined,
  dialog: undefined,
  pending: undefined,
  fitCount: 0,
  look: { wish: 'selected', count: 0 },
  storey: undefined,
  storeys: 'ghosted',
  dimensionCount: 0,
  layers: CALM,
  isLayersOpen: false,
  isFindingsOpen: false,
  pickedFinding: undefined,
  scene: { walls: 'cut', isFine: undefined },
  journey: undefined,
  beside: undefined,
  notice: undefined,
}

export function createViewStore() {
  return createStore<ViewState>(() => FIRST_VIEW)
}

/** The change of a lawful preview: what is drawn and measured while dragging. */
export function lawfulChange(preview: Preview | undefined): Change | undefined {
  return preview?.edit.status === 'done' ? preview.edit.change : undefined
}

/** What changes in the view when these are selected. */
export function selecting(selected: readonly Id[], part?: RoomPart): Pick<ViewState, 'selected' | 'selection' | 'part'> {
  return { selected, selection: selected.at(-1), part }
}
