import type { Id } from '#shared/base/ids'
import { type Message, message } from '#shared/base/message'
import { duplicateDesign } from '#shared/commands/duplicate-design'
import type { Edit } from '#shared/commands/edit'
import { removeElements } from '#shared/commands/remove-elements'
import { isElement } from '#shared/commands/selection'
import type { Change } from '#shared/document/change'
import { designsOf, type WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { FLOWS } from '#shared/document/vocabulary'
import { canonicalText } from '#shared/exchange/canonical-text'
import type { Bridge, OpenAnswer } from '#shared/ipc/bridge'
import type { FileToken } from '#shared/ipc/requests'
import { SELECT, type ToolChoice } from '../tools/tool-choice'
import type { MeasureRef } from '../workers/messages'
import { besideFirst, swapped } from './beside'
import { type Clip, clipOf, pasted } from './clipboard'
import type { Codec } from './codec'
import { createCompare } from './compare'
import { committed, createDocumentStore, type Entry, isSaved, markSaved, type OpenDocument, opened, redone, undone } from './document-store'
import { effectOf } from './effect'
import { createFilesStore } from './files-store'
import { freshId } from './fresh-id'
import { createHand } from './hand'
import { createInquiries } from './inquiries'
import { createLive, type LiveAnswer, type LivePort } from './live'
import {
  type Beside,
  createViewStore,
  FIRST_VIEW,
  type JourneyView,
  type Layers,
  lawfulChange,
  layersForAnotherFile,
  type NoticeAction,
  type Preview,
  type Stage,
  selecting,
} from './view-store'

export type DeskParts = {
  readonly bridge: Bridge
  readonly livePort: LivePort
  readonly codec: Codec
  /** Says a message, for the native menu and window title. */
  readonly say: (message: Message) => string
}

export type Desk = ReturnType<typeof createDesk>

/** The start page stands for so long before the sample is measured, in milliseconds. */
const GLIMPSE_AFTER_MS = 250

/**
 * Everything a person can do in the app, as plain functions over four stores. The only place where the
 * renderer has effects: files through the bridge, questions to the live worker, the window's title.
 */
export function createDesk({ bridge, livePort, codec, say }: DeskParts) {
  const documents = createDocumentStore()
  const view = createViewStore()
  const files = createFilesStore()
  const live = createLive(livePort)
  const compare = createCompare(live.request)
  const inquiries = createInquiries(live.request)
  let notices = 0
  let clip: Clip | undefined
  const hand = createHand({
    now: () => ({ document: openDocument()?.document, design: view.getState().design, selected: view.getState().selected }),
    commit: (edit) => commit(edit),
    setPreview: (preview) => setPreview(preview),
    select: (ids) => view.setState(selecting(ids)),
  })

  const openDocument = () => documents.getState().open
  const update = (open: OpenDocument) => documents.setState({ open })

  function notify(what: Message, tone: 'quiet' | 'problem' = 'quiet', action?: NoticeAction): void {
    view.setState({ notice: { message: what, tone, count: ++notices, action } })
  }

  function askLive(): void {
    const { design, openMeasure, preview } = view.getState()
    const reading = readingOnStage()
    if (openDocument() === undefined || design === undefined) return
    if (preview?.edit.status === 'refused') return // the scoreboard keeps the last lawful values
    live.ask({ design, reading, preview: lawfulChange(preview), open: openMeasure })
    // A gesture changes only the design that it is made in.
    if (preview === undefined) askBeside()
  }

  /** The brief shows what the layout does and what the process does apart: its design is measured under both readings. */
  const readingOnStage = () => (view.getState().stage === 'brief' ? 'own' : view.getState().reading)

  function askBeside(): void {
    const { beside, reading, openMeasure, stage, design } = view.getState()
    if (stage === 'brief' && design !== undefined) {
      live.askBeside({ design, reading: 'reference', preview: undefined, open: undefined })
      return
    }
    live.askBeside(beside === undefined ? undefined : { design: beside.design, reading, preview: undefined, open: openMeasure })
  }

  function applied(open: OpenDocument, change: Change): void {
    update(open)
    live.addChange(change, open.revision)
    const { design, selected, beside } = view.getState()
    const stillThere = design !== undefined && open.document.designs[design] !== undefined
    const shown = stillThere ? design : firstDesign(open)
    const table = shown === undefined ? undefined : open.document.designs[shown]
    view.setState({
      design: shown,
      beside: beside !== undefined && beside.design !== shown && open.document.designs[beside.design] !== undefined ? beside : undefined,
      preview: undefined,
      ...selecting(selected.filter((id) => table?.[id] !== undefined)),
    })
    askLive()
    showState()
  }

  /** The last answer about the document as committed, to say what the next edit does. */
  let settled: LiveAnswer | undefined

  live.store.subscribe(({ answer }, { answer: before }) => {
    if (answer === undefined || answer === before || answer.isPreview) return
    const open = openDocument()
    const entry = open?.past.at(-1)
    const isNext =
      settled !== undefined && settled.design === answer.design && settled.reading === answer.reading && settled.revision === answer.revision - 1
    if (open !== undefined && entry !== undefined && isNext && answer.revision === open.revision && !open.effects.has(entry) && isFresh(open)) {
      const effect = effectOf(settled?.values ?? [], answer.values)
      if (effect !== undefined) {
        update({ ...open, effects: new Map([...open.effects, [entry, effect]]) })
        notify(message('notice.effect', { what: say(entry.name), effect: say(effect) }))
      }
    }
    settled = answer
  })

  /** The last thing done was an edit, not an undo or a redo. */
  const isFresh = (open: OpenDocument) => open.future.length === 0

  // ---- edits

  /** Commits what a command answered; a refusal is said, with a way out where there is one. */
  function commit(edit: Edit): boolean {
    const open = openDocument()
    if (open === undefined) return false
    if (edit.status === 'refused') {
      view.setState({ preview: undefined })
      notify(edit.reason, 'quiet', edit.reason.key === 'refused.locked' ? 'duplicateDesign' : undefined)
      askLive()
      return false
    }
    const next = committed(open, edit.change, edit.name)
    if (next !== open) applied(next, edit.change)
    else setPreview(undefined)
    return true
  }

  function setPreview(preview: Preview | undefined): void {
    if (view.getState().preview === preview) return
    view.setState({ preview })
    askLive()
  }

  /** Undo in the middle of a gesture takes back the gesture; of another design it first shows that design. */
  function step(which: 'undo' | 'redo'): void {
    const open = openDocument()
    if (open === undefined) return
    if (hand.isBusy()) {
      hand.cancel()
      return
    }
    const { preview, tool } = view.getState()
    setPreview(undefined)
    // What a tool shows before its first press is no gesture.
    if (preview !== undefined && tool.tool === 'select') return
    const entry = which === 'undo' ? open.past.at(-1) : open.future[0]
    if (entry === undefined) return
    const { design } = view.getState()
    const other = entry.design
    if (other !== undefined && other !== design && open.document.designs[other] !== undefined) {
      showDesign(other)
      notify(message(`notice.${which}-next`, { what: say(entry.name), design: nameOfDesign(open, other) }))
      return
    }
    const after = which === 'undo' ? undone(open) : redone(open)
    if (after === undefined) return
    applied(after.open, after.change)
    notify(message(`notice.${which}-done`, { what: say(entry.name) }))
  }

  // ---- looking

  function showStage(stage: Stage): void {
    const before = view.getState().stage
    view.setState({ stage, notice: undefined })
    if (before !== stage && (before === 'brief' || stage === 'brief')) askLive()
  }

  function showDesign(design: Id): void {
    const { design: now, beside } = view.getState()
    if (now === design) return
    hand.cancel()
    if (beside?.design === design) changeSides()
    else {
      view.setState({ design, ...selecting([]), preview: undefined, pickedTrip: undefined })
      askLive()
    }
    if (lockedName(design) !== undefined) setTool(SELECT)
  }

  // ---- the hand

  /** Takes up a tool. In a locked design there is nothing to draw: it says so, and offers a copy. */
  function setTool(tool: ToolChoice): void {
    const { design } = view.getState()
    const locked = design === undefined ? undefined : lockedName(design)
    if (locked !== undefined && tool.tool !== 'select' && tool.tool !== 'tape') {
      notify(message('refused.locked', { design: locked }), 'quiet', 'duplicateDesign')
      return
    }
    if (tool.tool === 'room' || tool.tool === 'find') view.setState({ lastRoom: { roomType: tool.roomType, name: tool.name } })
    if (tool.tool === 'fixture') view.setState({ lastEntry: tool.entry })
    view.setState(({ show }) => ({ tool, show: tool.tool === 'select' ? show : 'plan' }))
    hand.take(tool)
  }

  function lockedName(id: Id): string | undefined {
    const design = openDocument()?.document.designs[id]?.[id]
    return design?.kind === 'design' && design.locked ? design.name : undefined
  }

  /** Keeps what is selected, to be put down here or in another design. */
  function copySelected(): boolean {
    const open = openDocument()
    const { selected } = view.getState()
    const taken = open === undefined ? undefined : clipOf(open.document, selected)
    if (taken === undefined) return false
    clip = taken
    notify(message('notice.copied', { count: taken.named.length }))
    return true
  }

  function putDown(what: Clip | undefined): void {
    const open = openDocument()
    const { design } = view.getState()
    if (open === undefined || design === undefined || what === undefined) return
    const { edit, made } = pasted(open.document, what, design, hand.storeyOf(design))
    if (commit(edit)) view.setState(selecting(made))
  }

  /** The design beside becomes the one that is worked on. */
  function changeSides(): void {
    view.setState((now) => ({ ...swapped(now), ...selecting([]), preview: undefined, pickedTrip: undefined }))
    live.swap()
    askLive()
  }

  /** Shows a second design with the first; undefined: the first alone. */
  function showBeside(design: Id | undefined): void {
    const { beside, design: now } = view.getState()
    if (design === now) return
    const isToday = openDocument()?.document.designs[design ?? '']?.[design ?? '']
    const first = design === undefined ? undefined : besideFirst(design, isToday?.kind === 'design' && isToday.isCurrentState)
    view.setState({ beside: design === undefined || first === undefined ? undefined : beside === undefined ? first : { ...beside, design } })
    askBeside()
  }

  /** Today beside an idea, an idea beside today; or one alone again. */
  function toggleBeside(): void {
    const open = openDocument()
    const { beside, design } = view.getState()
    const others = open === undefined ? [] : designsOf(open.document).filter(({ id }) => id !== design)
    showBeside(beside === undefined ? (others.find(({ isCurrentState }) => isCurrentState) ?? others[0])?.id : undefined)
  }

  function setBeside(part: Partial<Omit<Beside, 'design' | 'on'>>): void {
    view.setState(({ beside }) => (beside === undefined ? {} : { beside: { ...beside, ...part } }))
  }

  /** The list of what differs, in the place of a measure's trips. */
  function showDifferences(differences: Beside['differences']): void {
    if (differences !== undefined && view.getState().openMeasure !== undefined) openMeasure(undefined)
    setBeside({ differences })
  }

  function openMeasure(measure: MeasureRef | undefined): void {
    view.setState({ openMeasure: measure, pickedTrip: undefined })
    if (measure !== undefined) setBeside({ differences: undefined })
    askLive()
  }

  function copyDesign(): void {
    const open = openDocument()
    const { design } = view.getState()
    if (open === undefined || design === undefined) return
    const from = open.document.designs[design]?.[design]
    if (from?.kind !== 'design') return
    const name = freeName(open, say(message('design.copy-name', { design: from.name })))
    const edit = duplicateDesign(open.document, { design, name, idea: from.idea }, freshId)
    if (!commit(edit) || edit.status === 'refused') return
    const copy = edit.change.added.find((record): record is Design => record.kind === 'design')
    if (copy !== undefined) showDesign(copy.id)
    notify(message('notice.copied-design', { copy: name }))
  }

  // ---- files

  async function take(asking: Promise<OpenAnswer>): Promise<void> {
    files.setState({ busy: 'opening', problem: undefined })
    const answer = await asking.catch((): OpenAnswer => ({ status: 'failed', name: '', problem: message('file.unreadable') }))
    if (answer.status === 'opened') {
      const decoded = await codec.decode(answer.bytes, true)
      if (decoded.status === 'failed') files.setState({ problem: { name: answer.name, problem: decoded.problem } })
      else {
        // The sample as it is on the start page is measured already.
        const glimpse = answer.file === null ? files.getState().glimpse?.document : undefined
        const isSame = glimpse !== undefined && canonicalText(glimpse) === canonicalText(decoded.document)
        put(isSame ? glimpse : decoded.document, answer.file?.file ?? null, answer.name)
      }
    } else if (answer.status === 'failed') {
      files.setState({ problem: { name: answer.name, problem: answer.problem } })
    }
    files.setState({ busy: undefined, recent: await bridge.recentFiles({}).catch(() => []) })
  }

  function put(document: WardDocument, file: FileToken | null, name: string): void {
    documents.setState(opened(document, file, name))
    live.setDocument(document, 0)
    compare.forget()
    inquiries.forget()
    hand.take(SELECT)
    view.setState({ ...FIRST_VIEW, layers: layersForAnotherFile(view.getState().layers), design: firstDesign(openDocument() as OpenDocument) })
    askLive()
    showState()
  }

  /** Decodes and measures the sample for the start page, where nothing else needs the worker. */
  async function glimpseSample(): Promise<void> {
    files.setState({ recent: await bridge.recentFiles({}).catch(() => []) })
    // Somebody who knows where to go should not wait for it.
    await new Promise((resolve) => setTimeout(resolve, GLIMPSE_AFTER_MS))
    if (files.getState().glimpse !== undefined || openDocument() !== undefined || files.getState().busy !== undefined) return
    const answer = await bridge.openSample({ sample: 'endoscopy' }).catch(() => undefined)
    const decoded = answer?.status === 'opened' ? await codec.decode(answer.bytes, false) : undefined
    if (decoded?.status !== 'read' || openDocument() !== undefined) return
    files.setState({ glimpse: { document: decoded.document, values: undefined } })
    live.setDocument(decoded.document, 0)
    const values = await live.measureAll()
    files.setState({ glimpse: { document: decoded.document, values } })
  }

  /** Opening puts away what is open, so what is not saved is asked about first. */
  async function open(asking: () => Promise<OpenAnswer>): Promise<void> {
    if (files.getState().busy !== undefined) return
    await guarded(() => take(asking()))
  }

  /** Does it at once where nothing would be lost; else keeps it until the question is answered. */
  async function guarded(action: () => unknown): Promise<void> {
    const now = openDocument()
    if (now === undefined || isSaved(now)) await action()
    else view.setState({ dialog: 'unsaved', pending: action })
  }

  async function answerUnsaved(choice: 'save' | 'discard' | 'cancel'): Promise<void> {
    const { pending } = view.getState()
    view.setState({ dialog: undefined, pending: undefined })
    if (choice === 'cancel' || (choice === 'save' && !(await save(false)))) return
    await pending?.()
  }

  async function save(isAs: boolean): Promise<boolean> {
    const before = openDocument()
    if (before === undefined || files.getState().busy !== undefined) return false
    files.setState({ busy: 'saving' })
    const { file, name, form, document } = before
    const at: Entry | 'opened' = before.past.at(-1) ?? 'opened'
    const answer = await codec
      .encode(document, form)
      .then((bytes) => (isAs || file === null ? bridge.saveAs({ suggestedName: name, bytes }) : bridge.save({ file, bytes })))
      .catch((error: unknown) => ({ status: 'failed' as const, problem: message('file.unwritable', { why: String(error) }) }))
    files.setState({ busy: undefined })
    const now = openDocument()
    if (now === undefined) return false
    if (answer.status === 'saved') {
      update(markSaved(now, at, answer.file.file, answer.file.name))
      notify(message('notice.saved', { name: answer.file.name }))
      files.setState({ recent: await bridge.recentFiles({}).catch(() => []) })
    } else if (answer.status === 'failed') {
      update({ ...now, saveProblem: answer.problem })
      notify(answer.problem, 'problem', 'saveAs')
    }
    showState()
    return answer.status === 'saved'
  }

  function closeFile(): void {
    hand.take(SELECT)
    documents.setState({ open: undefined })
    view.setState(FIRST_VIEW)
    showState()
  }

  /** Title and native menu follow the document. */
  function showState(): void {
    const open = openDocument()
    const nameOf = (entry: Entry | undefined) => (entry === undefined ? null : say(entry.name).slice(0, 200))
    const saved = open === undefined ? 'none' : open.saveProblem !== undefined ? 'cannot-save' : isSaved(open) ? 'saved' : 'not-saved'
    void bridge
      .showState({ name: (open?.name ?? '').slice(0, 120), saved, undo: nameOf(open?.past.at(-1)), redo: nameOf(open?.future[0]) })
      .catch(() => undefined)
  }

  return {
    documents,
    view,
    files,
    live: live.store,
    measureAll: live.measureAll,
    compare,
    inquiries,
    bridge,
    commit,
    setPreview,
    undo: () => step('undo'),
    redo: () => step('redo'),
    notify,
    showDesign,
    copyDesign,
    openMeasure,
    showBeside,
    arrange: (arrangement: Beside['arrangement']) => setBeside({ arrangement }),
    moveDivider: (divider: number) => setBeside({ divider: Math.min(Math.max(divider, 0), 1) }),
    showDifferences,
    toggleBeside,
    /** The list of what differs; it needs two designs, so it brings the second. */
    toggleDifferences(): void {
      if (view.getState().beside === undefined) toggleBeside()
      const { beside } = view.getState()
      showDifferences(beside?.differences === undefined ? { isAllDrawn: true, picked: undefined } : undefined)
    },
    hand,
    setTool,
    noRoomType: () => notify(message('tool.no-type')),
    copySelected,
    paste: () => putDown(clip),
    cutSelected(): void {
      const open = openDocument()
      const { selected } = view.getState()
      if (open !== undefined && copySelected()) commit(removeElements(open.document, { elements: selected }))
    },
    duplicateSelected(): void {
      const open = openDocument()
      if (open !== undefined) putDown(clipOf(open.document, view.getState().selected))
    },
    selectAll(): void {
      const { design } = view.getState()
      const table = openDocument()?.document.designs[design ?? ''] ?? {}
      const storey = design === undefined ? undefined : hand.storeyOf(design)
      const all = Object.values(table).filter(
        (record) => isElement(record) && record.kind !== 'opening' && (storey === undefined || record.storey === storey),
      )
      view.setState(selecting(all.map(({ id }) => id)))
    },
    /** One rung down: the gesture, then the tool, then the picked trip, then the open measure, then the selection. */
    escape(): void {
      const { preview, pickedTrip, openMeasure: measure, selection, beside, layers, journey, tool } = view.getState()
      const differences = beside?.differences
      if (hand.isBusy()) hand.cancel()
      else if (tool.tool !== 'select') setTool(SELECT)
      else if (preview !== undefined) setPreview(undefined)
      else if (differences?.picked !== undefined) setBeside({ differences: { ...differences, picked: undefined } })
      else if (differences !== undefined) setBeside({ differences: undefined })
      else if (pickedTrip !== undefined) view.setState({ pickedTrip: undefined })
      else if (layers.onlyTrips !== undefined) view.setState({ layers: { ...layers, onlyTrips: undefined } })
      else if (journey !== undefined) view.setState({ journey: undefined })
      else if (measure !== undefined) openMeasure(undefined)
      else if (selection !== undefined) view.setState(selecting([]))
    },
    fit: () => view.setState(({ fitCount }) => ({ fitCount: fitCount + 1 })),
    show: (show: 'plan' | 'scene') => view.setState({ show }),
    lookAt(design: Id): void {
      showStage('designs')
      showDesign(design)
    },
    showStage,
    showDialog: (dialog: 'shortcuts' | 'export' | undefined) => view.setState({ dialog }),
    pickTrip: (pickedTrip: number | undefined) => view.setState({ pickedTrip }),
    dismissNotice: () => view.setState({ notice: undefined }),
    removeSelected(): void {
      const open = openDocument()
      const { selected } = view.getState()
      if (open !== undefined && selected.length > 0) commit(removeElements(open.document, { elements: selected }))
    },
    /** Takes back (or does again) entries until `count` of them are left in the log. */
    jumpTo(count: number): void {
      for (let open = openDocument(); open !== undefined && open.past.length !== count; open = openDocument()) {
        const after = open.past.length > count ? undone(open) : redone(open)
        if (after === undefined) return
        applied(after.open, after.change)
      }
    },
    /** Nothing, one thing or several. */
    select: (wanted: Id | readonly Id[] | undefined) =>
      view.setState(selecting(wanted === undefined ? [] : typeof wanted === 'string' ? [wanted] : wanted)),
    /** It alone; or added to what is selected, or taken from it. */
    selectAlso: (id: Id, isAdding: boolean) =>
      view.setState(({ selected }) =>
        selecting(!isAdding ? [id] : selected.includes(id) ? selected.filter((each) => each !== id) : [...selected, id]),
      ),
    setLayers: (part: Partial<Layers>) => view.setState(({ layers }) => ({ layers: { ...layers, ...part } })),
    showLayers: (isLayersOpen: boolean) => view.setState({ isLayersOpen }),
    /** Every kind of flow, or none. */
    toggleFlows: () => view.setState(({ layers }) => ({ layers: { ...layers, flows: layers.flows.length > 0 ? [] : FLOWS, onlyTrips: undefined } })),
    /** Only these trips are drawn, and listed; what was selected gives way to them. */
    pickTrips: (onlyTrips: readonly string[] | undefined) => view.setState(({ layers }) => ({ layers: { ...layers, onlyTrips }, ...selecting([]) })),
    setJourney: (journey: JourneyView | undefined) => view.setState({ journey }),
    setReading(reading: 'own' | 'reference'): void {
      view.setState({ reading })
      askLive()
    },
    openFile: () => open(() => bridge.openFile({})),
    openSample: () => open(() => bridge.openSample({ sample: 'endoscopy' })),
    openRecent: (file: FileToken) => open(() => bridge.openRecent({ file })),
    openAtStart: () => open(() => bridge.openAtStart({})),
    save: () => save(false),
    saveAs: () => save(true),
    closeFile: () => void guarded(closeFile),
    answerUnsaved,
    glimpseSample,
    showState,
    isUnsaved: () => {
      const now = openDocument()
      return now !== undefined && !isSaved(now)
    },
  }
}

/** The first design to look at: one that is not today's if there is one, for today's cannot be changed. */
function firstDesign({ document }: OpenDocument): Id | undefined {
  const designs = designsOf(document)
  return (designs.find(({ isCurrentState }) => !isCurrentState) ?? designs[0])?.id
}

function nameOfDesign({ document }: OpenDocument, id: Id): string {
  const design = document.designs[id]?.[id]
  return design?.kind === 'design' ? design.name : ''
}

function freeName(open: OpenDocument, wanted: string): string {
  const taken = new Set(designsOf(open.document).map(({ name }) => name))
  let name = wanted
  for (let count = 2; taken.has(name); count++) name = `${wanted} ${count}`
  return name
}
