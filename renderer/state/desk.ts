import type { Id } from '#shared/base/ids'
import { type Message, message } from '#shared/base/message'
import { duplicateDesign } from '#shared/commands/duplicate-design'
import type { Edit } from '#shared/commands/edit'
import { removeNotes } from '#shared/commands/notes'
import { removeElements } from '#shared/commands/remove-elements'
import { isElement } from '#shared/commands/selection'
import { sound } from '#shared/commands/sound'
import type { Change } from '#shared/document/change'
import type { Design } from '#shared/document/elements/design'
import { SELECT, type ToolChoice } from '../tools/tool-choice'
import type { MeasureRef } from '../workers/messages'
import { createCompare } from './compare'
import { createDayDesk } from './day-desk'
import { createDeskBeside } from './desk-beside'
import { createDeskClips } from './desk-clips'
import { type DeskCore, type DeskParts, firstDesign, freeName, nameOfDesign } from './desk-core'
import { createDeskFiles } from './desk-files'
import { createDeskFindings } from './desk-findings'
import { createDeskImports } from './desk-imports'
import { createDeskLooks } from './desk-looks'
import { createDeskReadings, firstReading, readingBeside, readingOnStage } from './desk-readings'
import { createDeskShapes, partStanding } from './desk-shapes'
import { createDeskStoreys } from './desk-storeys'
import { createDeskWalk } from './desk-walk'
import { committed, createDocumentStore, isSaved, type OpenDocument, redone, undone } from './document-store'
import { effectOf } from './effect'
import { createFilesStore } from './files-store'
import { freshId } from './fresh-id'
import { createHand } from './hand'
import { createInquiries } from './inquiries'
import { createJournal } from './journal'
import { createLive, type LiveAnswer } from './live'
import { createSimulation } from './simulation'
import { createViewStore, lawfulChange, type NoticeAction, type Preview, type Stage, selecting } from './view-store'

export type Desk = ReturnType<typeof createDesk>

/**
 * Everything a person can do in the app, as plain functions over four stores. The only place where the
 * renderer has effects: files through the bridge, questions to the live worker, the window's title.
 */
export function createDesk({ bridge, livePort, codec, simulateThreads, say }: DeskParts) {
  const documents = createDocumentStore()
  const view = createViewStore()
  const files = createFilesStore()
  const live = createLive(livePort)
  const compare = createCompare(live.request)
  const inquiries = createInquiries(live.request, live.rest)
  const days = createDayDesk(simulateThreads.open)
  const simulation = createSimulation({ ...simulateThreads, now: () => performance.now() })
  const journal = createJournal({
    bridge,
    codec,
    trouble: (problem) => problem !== undefined && notify(problem, 'problem', 'saveAs'),
    now: () => Date.now(),
  })
  let notices = 0
  const hand = createHand({
    now: () => ({ document: openDocument()?.document, design: view.getState().design, selected: view.getState().selected }),
    commit: (edit) => commit(edit),
    setPreview: (preview) => setPreview(preview),
    select: (ids, part) => view.setState(selecting(ids, part)),
    walk: (from) => walks.startWalk(from),
  })

  const openDocument = () => documents.getState().open
  const update = (open: OpenDocument) => documents.setState({ open })

  const core: DeskCore = {
    bridge,
    codec,
    say,
    documents,
    view,
    files,
    live,
    compare,
    inquiries,
    hand,
    journal,
    openDocument,
    update,
    notify,
    commit,
    askLive,
    askBeside,
  }
  const fileActions = createDeskFiles(core, () => {
    imports.forgetImports()
    days.forget()
    simulation.forget()
  })
  const findings = createDeskFindings(core, () => openMeasure(undefined))
  const clips = createDeskClips(core, showDesign)
  const walks = createDeskWalk(core)
  const twoDesigns = createDeskBeside(core, () => openMeasure(undefined))
  const imports = createDeskImports(core, setTool, showDesign)
  const storeys = createDeskStoreys(core)
  const { showState } = fileActions
  const { setBeside, changeSides } = twoDesigns

  function notify(what: Message, tone: 'quiet' | 'problem' = 'quiet', action?: NoticeAction): void {
    view.setState({ notice: { message: what, tone, count: ++notices, action } })
  }

  /** What was said no to has been done otherwise, or is no longer wanted. */
  function forgetRefusal(): void {
    if (view.getState().notice?.message.key.startsWith('refused.')) view.setState({ notice: undefined })
  }

  function askLive(): void {
    const { design, openMeasure, preview } = view.getState()
    const reading = readingOnStage(view.getState())
    if (openDocument() === undefined || design === undefined) return
    if (preview?.edit.status === 'refused') return // the scoreboard keeps the last lawful values
    live.ask({ design, reading, preview: lawfulChange(preview), open: openMeasure })
    // A gesture changes only the design that it is made in.
    if (preview === undefined) askBeside()
  }

  function askBeside(): void {
    const { beside, reading, openMeasure, stage, design } = view.getState()
    if (stage === 'brief' && design !== undefined) {
      live.askBeside({ design, reading: readingBeside(view.getState()), preview: undefined, open: undefined })
      return
    }
    live.askBeside(beside === undefined ? undefined : { design: beside.design, reading, preview: undefined, open: openMeasure })
  }

  function applied(open: OpenDocument, change: Change): void {
    update(open)
    live.addChange(change, open.revision)
    const entry = open.past.at(-1)
    const about = open.future[0]?.design ?? entry?.design
    journal.changed(open.document, change, entry === undefined ? '' : say(entry.name), about === undefined ? '' : nameOfDesign(open, about))
    // Undone until it is what the file holds; while that is being written, nobody knows yet what it will be.
    if (isSaved(open) && files.getState().busy !== 'saving') journal.rewound()
    const { design, selected, beside } = view.getState()
    const stillThere = design !== undefined && open.document.designs[design] !== undefined
    const shown = stillThere ? design : firstDesign(open)
    const table = shown === undefined ? undefined : open.document.designs[shown]
    view.setState({
      design: shown,
      beside: beside !== undefined && beside.design !== shown && open.document.designs[beside.design] !== undefined ? beside : undefined,
      preview: undefined,
      ...selecting(
        selected.filter((id) => table?.[id] !== undefined),
        partStanding(view.getState().part, table),
      ),
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
        // It comes by itself, after the edit: it must not cover that what is done cannot be kept, and the way out of it.
        if (view.getState().notice?.action !== 'saveAs') notify(message('notice.effect', { what: say(entry.name), effect: say(effect) }))
      }
    }
    settled = answer
  })

  /** The last thing done was an edit, not an undo or a redo. */
  const isFresh = (open: OpenDocument) => open.future.length === 0

  // ---- edits

  /** Commits what a command answered; a refusal is said, with a way out where there is one. */
  function commit(given: Edit): boolean {
    const open = openDocument()
    if (open === undefined) return false
    const edit = sound(given)
    if (edit.status === 'refused') {
      view.setState({ preview: undefined })
      notify(edit.reason, 'quiet', edit.reason.key === 'refused.locked' ? 'duplicateDesign' : undefined)
      askLive()
      return false
    }
    forgetRefusal()
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
    if (before === stage || (before !== 'brief' && stage !== 'brief')) return
    view.setState((now) => ({ briefReading: firstReading(now) }))
    askLive()
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
    if (locked !== undefined && !isForLocked(tool)) {
      notify(message('refused.locked', { design: locked }), 'quiet', 'duplicateDesign')
      return
    }
    if (tool.tool === 'room' || tool.tool === 'find') view.setState({ lastRoom: { roomType: tool.roomType, name: tool.name } })
    if (tool.tool === 'fixture') view.setState({ lastEntry: tool.entry })
    if (tool.tool !== 'select') forgetRefusal()
    view.setState({ tool })
    hand.take(tool)
  }

  function lockedName(id: Id): string | undefined {
    const design = openDocument()?.document.designs[id]?.[id]
    return design?.kind === 'design' && design.locked ? design.name : undefined
  }

  function openMeasure(measure: MeasureRef | undefined): void {
    view.setState({
      openMeasure: measure,
      pickedTrip: undefined,
      ...(measure === undefined ? {} : { isFindingsOpen: false, pickedFinding: undefined }),
    })
    if (measure !== undefined) setBeside({ differences: undefined })
    askLive()
  }

  function copyDesign(): void {
    const open = openDocument()
    const { design } = view.getState()
    if (open === undefined || design === undefined) return
    const from = open.document.designs[design]?.[design]
    if (from?.kind !== 'design') return
    const name = freeName(open.document, say(message('design.copy-name', { design: from.name })))
    const edit = duplicateDesign(open.document, { design, name, idea: from.idea }, freshId)
    if (!commit(edit) || edit.status === 'refused') return
    const copy = edit.change.added.find((record): record is Design => record.kind === 'design')
    if (copy !== undefined) showDesign(copy.id)
    notify(message('notice.copied-design', { copy: name }))
  }

  return {
    documents,
    view,
    files,
    live: live.store,
    measureAll: live.measureAll,
    compare,
    inquiries,
    days,
    simulation,
    bridge,
    commit,
    setPreview,
    undo: () => step('undo'),
    redo: () => step('redo'),
    notify,
    showDesign,
    copyDesign,
    openMeasure,
    hand,
    ...twoDesigns,
    ...clips,
    ...walks,
    ...fileActions,
    ...imports,
    ...createDeskLooks({ view }),
    ...createDeskReadings(core),
    ...findings,
    ...createDeskShapes(core),
    ...storeys,
    setTool,
    noRoomType: () => notify(message('tool.no-type')),
    selectAll(): void {
      const { design } = view.getState()
      const table = openDocument()?.document.designs[design ?? ''] ?? {}
      const storey = design === undefined ? undefined : hand.storeyOf(design)
      const all = Object.values(table).filter(
        (record) => isElement(record) && record.kind !== 'opening' && (storey === undefined || record.storey === storey),
      )
      view.setState(selecting(all.map(({ id }) => id)))
    },
    /** One rung down: the walk, the gesture, then the tool, then the picked trip, then the open measure, then the selection. */
    escape(): void {
      const {
        preview,
        pickedTrip,
        openMeasure: measure,
        selection,
        beside,
        layers,
        journey,
        tool,
        walk,
        pickedFinding,
        isFindingsOpen,
      } = view.getState()
      const differences = beside?.differences
      if (walk !== undefined) walks.endWalk()
      else if (hand.isBusy()) hand.cancel()
      else if (tool.tool !== 'select') setTool(SELECT)
      else if (preview !== undefined) setPreview(undefined)
      else if (differences?.picked !== undefined) setBeside({ differences: { ...differences, picked: undefined } })
      else if (differences !== undefined) setBeside({ differences: undefined })
      else if (pickedFinding !== undefined) findings.pickFinding(undefined)
      else if (isFindingsOpen) findings.showFindings(false)
      else if (pickedTrip !== undefined) view.setState({ pickedTrip: undefined })
      else if (layers.onlyTrips !== undefined) view.setState({ layers: { ...layers, onlyTrips: undefined } })
      else if (journey !== undefined) view.setState({ journey: undefined })
      else if (measure !== undefined) openMeasure(undefined)
      else if (selection !== undefined) view.setState(selecting([]))
    },
    lookAt(design: Id): void {
      showStage('designs')
      showDesign(design)
    },
    showStage,
    removeSelected(): void {
      const open = openDocument()
      const { selected } = view.getState()
      if (open === undefined || selected.length === 0) return
      const table = open.document.designs[view.getState().design ?? '']
      const isNotes = selected.every((id) => table?.[id]?.kind === 'note')
      commit(isNotes ? removeNotes(open.document, { notes: selected }) : removeElements(open.document, { elements: selected }))
    },
    /** Takes back (or does again) entries until `count` of them are left in the log. */
    jumpTo(count: number): void {
      for (let open = openDocument(); open !== undefined && open.past.length !== count; open = openDocument()) {
        const after = open.past.length > count ? undone(open) : redone(open)
        if (after === undefined) return
        applied(after.open, after.change)
      }
    },
  }
}

/** What can be done in a locked design: looking, measuring with the tape, and saying something about it. */
function isForLocked({ tool }: ToolChoice): boolean {
  return tool === 'select' || tool === 'tape' || tool === 'note' || tool === 'walk'
}
