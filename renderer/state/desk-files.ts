import { message } from '#shared/base/message'
import { type Beginning, beginWorkshop } from '#shared/commands/begin-workshop'
import type { WardDocument } from '#shared/document/document'
import { canonicalText } from '#shared/exchange/canonical-text'
import { underlayParts } from '#shared/exchange/ward-file'
import type { OpenAnswer } from '#shared/ipc/bridge'
import type { FileToken } from '#shared/ipc/requests'
import { SELECT } from '../tools/tool-choice'
import { type DeskCore, firstDesign } from './desk-core'
import { type Entry, isSaved, markSaved, type OpenDocument, opened } from './document-store'
import { freshId } from './fresh-id'
import { FIRST_VIEW, layersForAnotherFile } from './view-store'

/** The start page stands for so long before the sample is measured, in milliseconds. */
const GLIMPSE_AFTER_MS = 250

/** Files: opening, saving, closing, and asking first where something would be lost. */
export function createDeskFiles(
  { bridge, codec, say, documents, view, files, live, compare, inquiries, hand, openDocument, update, notify, askLive }: DeskCore,
  onAnotherFile: () => void,
) {
  async function take(asking: Promise<OpenAnswer>): Promise<void> {
    files.setState({ busy: 'opening', problem: undefined })
    const answer = await asking.catch((): OpenAnswer => ({ status: 'failed', name: '', problem: message('file.unreadable') }))
    if (answer.status === 'opened') {
      const decoded = await codec.decode(answer.bytes, 'open')
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
    put(beginWorkshop(decoded.document, { beginning, title, design, storey }, freshId), null, title)
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
    const { file, name, document } = before
    // Plain text has no room for pictures: with one under a plan the file becomes a zip, under a name that somebody chooses.
    const form = underlayParts(document).length > 0 ? 'zip' : before.form
    const isNew = isAs || file === null || form !== before.form
    const at: Entry | 'opened' = before.past.at(-1) ?? 'opened'
    const answer = await codec
      .encode(document, form)
      .then((bytes) => (isNew ? bridge.saveAs({ suggestedName: name, bytes }) : bridge.save({ file, bytes })))
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
    newWorkshop: async (beginning: Beginning) => {
      if (files.getState().busy === undefined) await guarded(() => begin(beginning))
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
