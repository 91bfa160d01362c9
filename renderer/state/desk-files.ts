import { type Message, message } from '#shared/base/message'
import { type Beginning, beginWorkshop } from '#shared/commands/begin-workshop'
import { almostEmptied } from '#shared/document/change-between'
import type { WardDocument } from '#shared/document/document'
import { canonicalText } from '#shared/exchange/canonical-text'
import { underlayParts } from '#shared/exchange/ward-file'
import type { OpenAnswer } from '#shared/ipc/bridge'
import type { FileToken } from '#shared/ipc/requests'
import { SELECT } from '../tools/tool-choice'
import { UNSOUND } from './codec'
import { type DeskCore, firstDesign } from './desk-core'
import { createDeskKeep, type Recovered } from './desk-keep'
import { type Entry, isSaved, markSaved, type OpenDocument, opened } from './document-store'
import { freshId } from './fresh-id'
import { FIRST_VIEW, layersForAnotherFile } from './view-store'

/** The start page stands for so long before the sample is measured, in milliseconds. */
const GLIMPSE_AFTER_MS = 250

/** So long after it was opened or saved a file is pictured for the start page, in milliseconds. */
const PICTURE_AFTER_MS = 2000

/** What the file of the open document is known to hold: by its checksum, and as it was on the screen then. */
type Held = { readonly contents: string | undefined; readonly document: WardDocument | undefined }

/** Files: opening, saving, closing, and asking first where something would be lost. */
export function createDeskFiles(core: DeskCore, onAnotherFile: () => void) {
  const { bridge, codec, say, documents, view, files, live, compare, inquiries, hand, openDocument, update, notify, askLive, journal } = core
  let held: Held = { contents: undefined, document: undefined }

  const keeping = createDeskKeep(core, {
    guarded,
    save,
    showState,
    put: (document: WardDocument, { name, from, encoded }: Recovered) => {
      const { changes, since, designs, unsaved: instead } = from
      put(document, null, name)
      held = { contents: undefined, document: undefined }
      const open = openDocument()
      if (open !== undefined) update({ ...open, name, savedAt: undefined })
      journal.open({ file: null, name, bytes: encoded, before: { changes, since, designs: designs.slice(0, 100) }, instead })
      showState()
    },
    holds: async (contents, bytes, document) => {
      held = { contents, document }
      const open = openDocument()
      if (open !== undefined) await journal.saved(journal.mark(), { file: open.file, name: open.name, bytes })
    },
  })

  async function take(asking: Promise<OpenAnswer>): Promise<void> {
    files.setState({ busy: 'opening', problem: undefined })
    const answer = await asking.catch((): OpenAnswer => ({ status: 'failed', name: '', problem: message('file.unreadable') }))
    const before = openDocument()
    if (answer.status === 'opened' && before !== undefined && isThere(answer, before)) {
      notify(message('notice.already-open', { name: answer.name }))
    } else if (answer.status === 'opened') {
      const decoded = await codec.decode(answer.bytes, 'open')
      if (decoded.status === 'failed') files.setState({ problem: { name: answer.name, problem: decoded.problem } })
      else {
        // The sample as it is on the start page is measured already.
        const glimpse = answer.file === null ? files.getState().glimpse?.document : undefined
        const isSame = glimpse !== undefined && canonicalText(glimpse) === canonicalText(decoded.document)
        // What an older Wardwright wrote stays as it is: saving asks for another name, so that those who have the older one still can read it.
        const file = decoded.isOlder ? null : (answer.file?.file ?? null)
        put(isSame ? glimpse : decoded.document, file, answer.name)
        if (decoded.isOlder) notify(message('notice.older-version', { name: answer.name }), 'quiet', 'saveAs')
        held = { contents: answer.contents, document: decoded.document }
        journal.open({ file, name: answer.name, bytes: answer.bytes })
        if (answer.file !== null) keeping.offerFor(answer.file.file)
        keepPicture()
      }
    } else if (answer.status === 'failed') {
      files.setState({ problem: { name: answer.name, problem: answer.problem } })
    }
    files.setState({ busy: undefined, recent: await bridge.recentFiles({}).catch(() => []) })
  }

  /** A file handed over by the system: pressing the one that is open twice more leaves it as it is, with what is not saved of it. */
  async function openWaiting(): Promise<void> {
    if (files.getState().busy !== undefined) return
    const answer = await bridge.openAtStart({}).catch(() => undefined)
    if (answer === undefined || answer.status === 'cancelled') return
    const isOpen = answer.status === 'opened' && answer.file !== null && answer.file.file === openDocument()?.file
    if (isOpen && answer.contents === held.contents) notify(message('notice.already-open', { name: answer.name }))
    else if (answer.status === 'failed') await take(Promise.resolve(answer))
    else await open(() => Promise.resolve(answer))
  }

  /** For the list of recent files, in a quiet moment. */
  function keepPicture(): void {
    setTimeout(async () => {
      const open = openDocument()
      if (open?.file == null) return
      const picture = await import('./file-picture').then(({ filePicture }) => filePicture(open)).catch(() => undefined)
      if (picture !== undefined) await bridge.keepPicture({ file: open.file, picture }).catch(() => undefined)
    }, PICTURE_AFTER_MS)
  }

  /** The very file is on the screen, all of it saved, and nobody has changed it since: its history need not be lost. */
  function isThere({ file, contents }: Extract<OpenAnswer, { status: 'opened' }>, open: OpenDocument): boolean {
    return file !== null && file.file === open.file && isSaved(open) && contents === held.contents
  }

  function put(document: WardDocument, file: FileToken | null, name: string): void {
    documents.setState(opened(document, file, name))
    live.setDocument(document, 0)
    compare.forget()
    inquiries.forget()
    onAnotherFile()
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
    const decoded = answer?.status === 'opened' ? await codec.decode(answer.bytes, 'look-at') : undefined
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

  /** A new workshop is made of what the sample says of rooms, roles and journeys, with nothing drawn. */
  async function begin(beginning: Beginning): Promise<void> {
    files.setState({ busy: 'opening', problem: undefined })
    const answer = await bridge.openSample({ sample: 'endoscopy' }).catch(() => undefined)
    const decoded = answer?.status === 'opened' ? await codec.decode(answer.bytes, 'open') : undefined
    files.setState({ busy: undefined })
    if (decoded?.status !== 'read') {
      files.setState({ problem: { name: '', problem: message('file.unreadable') } })
      return
    }
    const [title, design, storey] = [say(message('new.title')), say(message('new.design')), say(message('new.storey'))]
    const document = beginWorkshop(decoded.document, { beginning, title, design, storey }, freshId)
    put(document, null, title)
    held = { contents: undefined, document }
    journal.open({ file: null, name: title, bytes: () => codec.encode(document, 'zip') })
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

  /** `over`: what the file may hold instead of what is known of it. `isMeant`: somebody was asked about saving almost nothing. */
  async function save(isAs: boolean, over?: string, isMeant = false): Promise<boolean> {
    const before = openDocument()
    if (before === undefined || files.getState().busy !== undefined) return false
    const { file, name, document } = before
    const emptied = isMeant || held.document === undefined ? undefined : almostEmptied(held.document, document)
    if (emptied !== undefined) {
      keeping.askEmptied(emptied.before, emptied.now, isAs)
      return false
    }
    files.setState({ busy: 'saving' })
    const mark = journal.mark()
    let written = new Uint8Array()
    // Plain text has no room for pictures: with one under a plan the file becomes a zip, under a name that somebody chooses.
    const form = underlayParts(document).length > 0 ? 'zip' : before.form
    const isNew = isAs || file === null || form !== before.form
    const at: Entry | 'opened' = before.past.at(-1) ?? 'opened'
    const answer = await codec
      .encode(document, form)
      .then((bytes) => {
        written = bytes
        return isNew ? bridge.saveAs({ suggestedName: name, bytes }) : bridge.save({ file, bytes, expected: over ?? held.contents ?? 'removed' })
      })
      .catch((error: unknown) => ({ status: 'failed' as const, problem: cannotWrite(error) }))
    files.setState({ busy: undefined })
    const now = openDocument()
    if (now === undefined) return false
    if (answer.status === 'saved') {
      update(markSaved(now, at, answer.file.file, answer.file.name))
      held = { contents: answer.contents, document }
      keepPicture()
      await journal.saved(mark, { file: answer.file.file, name: answer.file.name, bytes: written })
      notify(message('notice.saved', { name: answer.file.name }))
      files.setState({ recent: await bridge.recentFiles({}).catch(() => []) })
    } else if (answer.status === 'failed') {
      update({ ...now, saveProblem: answer.problem })
      notify(answer.problem, 'problem', 'saveAs')
    } else if (answer.status === 'conflict') {
      update({ ...now, saveProblem: message(answer.bytes === null ? 'conflict.removed-title' : 'conflict.changed-title', { name }) })
      await keeping.conflicted(answer.found, answer.bytes, written, document)
    }
    showState()
    return answer.status === 'saved'
  }

  function closeFile(): void {
    hand.take(SELECT)
    documents.setState({ open: undefined })
    void journal.close()
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
    newWorkshop: async (beginning: Beginning) => {
      if (files.getState().busy === undefined) await guarded(() => begin(beginning))
    },
    openFile: () => open(() => bridge.openFile({})),
    openSample: () => open(() => bridge.openSample({ sample: 'endoscopy' })),
    openRecent: (file: FileToken) => open(() => bridge.openRecent({ file })),
    openAtStart: openWaiting,
    openDropped: (file: unknown) => open(() => bridge.openDropped(file)),
    ...keeping.actions,
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

function cannotWrite(error: unknown): Message {
  if (error instanceof Error && error.message === UNSOUND) return message('save.damagedBeforeSaving')
  return message('file.unwritable', { why: String(error) })
}
