import { createStore } from 'zustand/vanilla'
import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { type Edit, refused } from '#shared/commands/edit'
import { isSameEdit } from '#shared/commands/same-edit'
import type { WardDocument } from '#shared/document/document'
import type { Point } from '#shared/geometry/point'
import { type DoublePress, NO_SKETCH, type RoomPart, type ToolContext, type ToolEvent, type ToolSketch } from '../tools/tool'
import { type HeldTool, SELECT, type ToolChoice, takenUp } from '../tools/tool-choice'
import { isReadable, type TypedWhat, typedFor, typedOnwards } from '../tools/typed-what'
import { freshId } from './fresh-id'
import type { Preview } from './view-store'

/** Where a hand works, and how finely: of the view that it is over. Lengths in metres. */
export type HandPlace = {
  readonly design: Id
  readonly storey: Id
  readonly slip: number
  readonly reach: number
  /** Where it starts when it is moved by keys before any pointer was seen. */
  readonly middle: Point
}

/** What is drawn of the hand, over the design that it works in. */
export type HandState = {
  readonly design: Id | undefined
  readonly sketch: ToolSketch
  /** A length or size that is being typed. */
  readonly typed: string
  readonly isBusy: boolean
  /** Where the hand was last, in plan metres. */
  readonly at: Point | undefined
}

export type Hand = ReturnType<typeof createHand>

export type HandParts = {
  readonly now: () => { readonly document: WardDocument | undefined; readonly design: Id | undefined; readonly selected: readonly Id[] }
  readonly commit: (edit: Edit) => boolean
  readonly setPreview: (preview: Preview | undefined) => void
  readonly select: (ids: readonly Id[], part: RoomPart | undefined) => void
  /** Begins a walk at eye height. */
  readonly walk: (from: Point | 'entrance') => void
}

/** So many places of a drag are remembered. */
const PREVIEWS_KEPT = 8

const EMPTY: HandState = { design: undefined, sketch: NO_SKETCH, typed: '', isBusy: false, at: undefined }

/** The one tool in use, fed by whichever view the pointer is over and by the keyboard; it previews and commits through the desk. */
export function createHand({ now, commit, setPreview, select, walk }: HandParts) {
  const store = createStore<HandState>(() => EMPTY)
  let tool: HeldTool = takenUp(SELECT)
  /** What is typed for it. */
  let what: TypedWhat | undefined
  let place: HandPlace | undefined
  /** Ids of what is under way stay the same from preview to preview, and change when it is done. */
  let ids: string[] = []
  /** The hand was moved by keys: Enter presses there. */
  let isByKeys = false

  function contextAt({ design, storey, slip, reach }: HandPlace): ToolContext | undefined {
    const { document, selected } = now()
    const table = document?.designs[design]
    if (document === undefined || table === undefined) return undefined
    let used = 0
    const sameId = (prefix: string) => {
      const index = used++
      const known = ids[index]
      if (known?.startsWith(`${prefix}_`)) return known
      const id = freshId(prefix)
      ids[index] = id
      return id
    }
    return { document, table, design, storey, selection: selected, slip, reach, freshId: sameId }
  }

  /** The newest first. A drag comes back to the same places, those where it snaps above all: all that is known of them is known still. */
  let shown: readonly Preview[] = []
  function previewOf(edit: Edit | undefined): Preview | undefined {
    if (edit === undefined) {
      shown = []
      return undefined
    }
    const preview = shown.find((each) => isSameEdit(each.edit, edit)) ?? { edit }
    if (preview !== shown[0]) shown = [preview, ...shown.filter((each) => each !== preview)].slice(0, PREVIEWS_KEPT)
    return preview
  }

  function feed(event: ToolEvent | DoublePress, from: HandPlace | undefined = place): void {
    if (from === undefined || from.design !== now().design) return
    const context = contextAt(from)
    if (context === undefined) return
    place = from
    const before = store.getState().typed
    if (event.type === 'finish' && before !== '' && what !== undefined && !isReadable(what, before)) {
      // Nothing is done by what cannot be read, and it stays to be mended.
      commit(refused(message(`refused.typed-${what}`, { text: before })))
      return
    }
    const step = tool.step(event, context)
    const isDone = event.type === 'down' || event.type === 'finish' || event.type === 'cancel' || event.type === 'up'
    if (step.commit !== undefined) {
      ids = []
      shown = []
      commit(step.commit)
    } else setPreview(previewOf(step.preview))
    if (step.select !== undefined) select(step.select, step.part)
    if (step.walk !== undefined) {
      walk(step.walk)
      return
    }
    const after = contextAt(from)
    store.setState(({ typed, at }) => ({
      design: from.design,
      sketch: after === undefined ? NO_SKETCH : tool.sketch(after),
      typed: isDone ? '' : event.type === 'typed' && !isPose(event.text) ? event.text : typed,
      isBusy: tool.isBusy(),
      at: 'at' in event ? event.at : at,
    }))
  }

  return {
    store,
    isBusy: () => tool.isBusy() || store.getState().typed !== '',
    feed(event: ToolEvent | DoublePress, from?: HandPlace): void {
      if (event.type === 'move' || event.type === 'down') isByKeys = false
      feed(event, from)
    },
    /** The storey that it works on, of this design; undefined until a view of it was there. */
    storeyOf: (design: Id) => (place?.design === design ? place.storey : undefined),
    /** The view that keys are meant for. */
    enter(from: HandPlace): void {
      if (from.design === now().design) place = from
    },
    /** Puts away what is under way and takes up another tool, or the same one anew. */
    take(choice: ToolChoice): void {
      tool = takenUp(choice)
      what = typedFor(choice.tool)
      ids = []
      shown = []
      setPreview(undefined)
      store.setState({ sketch: NO_SKETCH, typed: '', isBusy: false })
    },
    cancel: () => feed({ type: 'cancel' }),
    type: (text: string) => feed({ type: 'typed', text }),
    /** Tab: from the length that was typed to its angle, of a rectangle to its depth. Answers whether there was such a thing to go on to. */
    typeOnwards(): boolean {
      const { typed, sketch } = store.getState()
      const isRectangle = (sketch.paths[0]?.length ?? 0) <= 2
      const onwards = what === undefined ? undefined : typedOnwards(what, typed, isRectangle)
      if (onwards !== undefined) feed({ type: 'typed', text: onwards })
      return onwards !== undefined
    },
    /** A quarter, for what can be turned in the hand. */
    turn: () => feed({ type: 'typed', text: 'r' }),
    /** Left to right, for what can be mirrored in the hand. */
    mirror: () => feed({ type: 'typed', text: 'm' }),
    /** By keys: so many metres from where it was. */
    moveBy(by: Point): void {
      const from = store.getState().at ?? place?.middle
      if (from === undefined) return
      const at = { x: Math.round((from.x + by.x) * 1000) / 1000, y: Math.round((from.y + by.y) * 1000) / 1000 }
      isByKeys = true
      feed({ type: 'move', at, target: undefined, isFree: false, isHeld: false })
    },
    /** Enter: a press where keys have moved the hand, else what is drawn (or typed) is finished. */
    enterPressed(): void {
      const { at, typed } = store.getState()
      if (typed !== '' || !isByKeys || at === undefined) {
        feed({ type: 'finish' })
        return
      }
      feed({ type: 'down', at, target: undefined, isAdding: false, isFree: false })
      feed({ type: 'up', at })
      isByKeys = false
    },
  }
}

/** Turning and mirroring in the hand are letters, and no length that is being typed. */
function isPose(text: string): boolean {
  return text === 'r' || text === 'm'
}
