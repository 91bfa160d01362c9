import { createStore } from 'zustand/vanilla'
import { type Message, message } from '#shared/base/message'
import { changeBetween, type VersionDifference, versionDifferences } from '#shared/document/change-between'
import { designsOf, recordsOf, type WardDocument } from '#shared/document/document'
import type { UnsavedWork } from '#shared/ipc/bridge'
import type { FileToken, VersionToken } from '#shared/ipc/requests'
import type { DeskCore } from './desk-core'
import { markSaved } from './document-store'
import { whenText } from './when'

/** What keeps work from being lost, while somebody is asked about it. */
export type KeepState = {
  /** Work that no file has, the latest first. */
  readonly unsaved: readonly UnsavedWork[]
  /** Of it, what belongs to the file that was just opened. */
  readonly offered: UnsavedWork | undefined
  readonly conflict: Conflict | undefined
  readonly emptied: { readonly before: number; readonly now: number; readonly isAs: boolean } | undefined
  /** The earlier versions of the file that is open; null while they are looked into. */
  readonly versions: readonly LookedInto[] | null | undefined
}

/** The file does not hold what was opened or saved last. */
export type Conflict = {
  readonly found: string
  /** What of ours would be put in its place. */
  readonly ours: Uint8Array<ArrayBuffer>
  readonly theirs:
    | { readonly status: 'removed' }
    | { readonly status: 'unreadable'; readonly problem: Message }
    | { readonly status: 'read'; readonly differences: readonly VersionDifference[] }
}

/** An earlier version with what it contains. */
export type LookedInto = {
  readonly version: VersionToken
  readonly at: number
  readonly contents:
    | {
        readonly status: 'read'
        readonly designs: readonly { readonly name: string; readonly rooms: number }[]
        readonly differences: readonly VersionDifference[]
      }
    | { readonly status: 'unreadable'; readonly problem: Message }
}

const NOTHING: KeepState = { unsaved: [], offered: undefined, conflict: undefined, emptied: undefined, versions: undefined }

/** How files are opened, shown and saved: see `desk-files`. */
export type FilesForKeeping = {
  readonly guarded: (action: () => unknown) => Promise<void>
  readonly put: (document: WardDocument, of: Recovered) => void
  readonly save: (isAs: boolean, over?: string, isMeant?: boolean) => Promise<boolean>
  /** The file holds this now, and it is what is on the screen. */
  readonly holds: (contents: string, bytes: Uint8Array<ArrayBuffer>, document: WardDocument) => Promise<void>
  readonly showState: () => void
}

export type Recovered = { readonly name: string; readonly from: UnsavedWork; readonly encoded: () => Promise<Uint8Array<ArrayBuffer>> }

/** What was not saved, what somebody else saved, what was saved before: brought back without ever writing over a file by itself. */
export function createDeskKeep(
  core: Pick<DeskCore, 'bridge' | 'codec' | 'say' | 'openDocument' | 'update' | 'notify' | 'commit'>,
  files: FilesForKeeping,
) {
  const { bridge, codec, say, openDocument, update, notify, commit } = core
  const keep = createStore<KeepState>(() => NOTHING)
  const refuse = (problem: Message) => notify(problem, 'problem')

  async function lookForUnsaved(): Promise<void> {
    keep.setState({ unsaved: await bridge.unsavedWork({}).catch(() => []) })
  }

  async function recover(work: UnsavedWork): Promise<void> {
    keep.setState({ offered: undefined })
    await files.guarded(async () => {
      const read = await bridge.readUnsaved({ unsaved: work.unsaved }).catch(() => undefined)
      const replayed = read?.status === 'read' ? await codec.replay(read.bytes) : undefined
      if (replayed?.status !== 'read') {
        refuse(replayed?.problem ?? (read?.status === 'failed' ? read.problem : message('journal.gone')))
        return
      }
      const { document, changes } = replayed
      const name = say(message('unsaved-work.copy-name', { name: work.name })).slice(0, 120)
      files.put(document, { name, from: work, encoded: () => codec.encode(document, 'zip') })
      keep.setState(({ unsaved }) => ({ unsaved: unsaved.filter((each) => each !== work) }))
      notify(message('notice.recovered', { changes: Math.max(changes, work.changes) }))
    })
  }

  async function drop(work: UnsavedWork): Promise<void> {
    await bridge.dropUnsaved({ unsaved: work.unsaved }).catch(() => undefined)
    keep.setState(({ unsaved, offered }) => ({
      unsaved: unsaved.filter((each) => each !== work),
      offered: offered === work ? undefined : offered,
    }))
  }

  async function conflicted(found: string, bytes: Uint8Array | null, ours: Uint8Array<ArrayBuffer>, document: WardDocument): Promise<void> {
    keep.setState({ conflict: { found, ours, theirs: await theirsOf(bytes, document) } })
  }

  async function theirsOf(bytes: Uint8Array | null, document: WardDocument): Promise<Conflict['theirs']> {
    if (bytes === null) return { status: 'removed' }
    const decoded = await codec.decode(bytes, 'look-at')
    if (decoded.status === 'failed') return { status: 'unreadable', problem: decoded.problem }
    return { status: 'read', differences: versionDifferences(document, decoded.document) }
  }

  /** What is in the file comes onto the screen, as an edit that can be undone; what was there is put among the earlier versions. */
  async function takeTheirs(ours: Uint8Array<ArrayBuffer>): Promise<void> {
    const open = openDocument()
    if (open?.file == null) return
    await bridge.keepVersion({ file: open.file, bytes: ours }).catch(() => undefined)
    const answer = await bridge.openRecent({ file: open.file }).catch(() => undefined)
    if (answer?.status !== 'opened') return refuse(answer?.status === 'failed' ? answer.problem : message('file.unreadable'))
    const decoded = await codec.decode(answer.bytes, 'take-from')
    const now = openDocument()
    if (decoded.status === 'failed') return refuse(decoded.problem)
    if (now?.file !== open.file) return
    commit({ status: 'done', change: changeBetween(now.document, decoded.document), name: message('edit.took-theirs') })
    const after = openDocument()
    if (after === undefined) return
    update(markSaved(after, after.past.at(-1) ?? 'opened', open.file, answer.name))
    await files.holds(answer.contents, answer.bytes, after.document)
    files.showState()
    notify(message('notice.took-theirs'))
  }

  async function answerConflict(choice: 'save-as' | 'take-theirs' | 'overwrite' | 'cancel'): Promise<void> {
    const { conflict } = keep.getState()
    keep.setState({ conflict: undefined })
    if (conflict === undefined) return
    if (choice === 'save-as') await files.save(true)
    if (choice === 'overwrite') await files.save(false, conflict.found)
    if (choice === 'take-theirs') await takeTheirs(conflict.ours)
  }

  async function answerEmptied(choice: 'save-as' | 'save' | 'cancel'): Promise<void> {
    const { emptied } = keep.getState()
    keep.setState({ emptied: undefined })
    if (choice === 'save-as') await files.save(true, undefined, true)
    if (choice === 'save') await files.save(emptied?.isAs ?? false, undefined, true)
  }

  async function lookedInto(version: VersionToken, at: number, now: WardDocument): Promise<LookedInto> {
    const read = await bridge.readVersion({ version }).catch(() => undefined)
    if (read?.status !== 'read') return { version, at, contents: { status: 'unreadable', problem: read?.problem ?? message('versions.gone') } }
    const decoded = await codec.decode(read.bytes, 'look-at')
    if (decoded.status === 'failed') return { version, at, contents: { status: 'unreadable', problem: decoded.problem } }
    const { document } = decoded
    const designs = designsOf(document).map(({ id, name }) => ({ name, rooms: recordsOf(document.designs[id] ?? {}, 'room').length }))
    return { version, at, contents: { status: 'read', designs, differences: versionDifferences(now, document) } }
  }

  async function showVersions(): Promise<void> {
    const open = openDocument()
    if (open === undefined) return
    keep.setState({ versions: null })
    const list = open.file === null ? [] : await bridge.earlierVersions({ file: open.file }).catch(() => [])
    const versions: LookedInto[] = []
    for (const { version, at } of list) versions.push(await lookedInto(version, at, open.document))
    // Closed again while they were looked into.
    if (keep.getState().versions === null) keep.setState({ versions })
  }

  async function goBack({ version, at }: LookedInto): Promise<void> {
    keep.setState({ versions: undefined })
    const read = await bridge.readVersion({ version }).catch(() => undefined)
    if (read?.status !== 'read') return refuse(read?.problem ?? message('versions.gone'))
    const decoded = await codec.decode(read.bytes, 'take-from')
    const open = openDocument()
    if (decoded.status === 'failed') return refuse(decoded.problem)
    if (open === undefined) return
    const name = message('edit.went-back', { when: say(whenText(at, Date.now())) })
    if (commit({ status: 'done', change: changeBetween(open.document, decoded.document), name })) notify(message('notice.went-back'))
  }

  return {
    keep,
    conflicted,
    actions: {
      keep,
      lookForUnsaved,
      recover,
      dropUnsaved: drop,
      /** Brings back the latest work that was not saved, if there is any: for a page that stopped by itself. */
      recoverLast: async () => {
        await lookForUnsaved()
        const [last] = keep.getState().unsaved
        if (last !== undefined) await recover(last)
      },
      offerLater: () => keep.setState({ offered: undefined }),
      answerConflict,
      answerEmptied,
      showVersions,
      closeVersions: () => keep.setState({ versions: undefined }),
      goBack,
    },
    /** A file was opened: work on it that was not saved is offered. */
    offerFor(file: FileToken): void {
      keep.setState(({ unsaved }) => ({ offered: unsaved.find((work) => work.file === file) }))
    },
    askEmptied: (before: number, now: number, isAs: boolean) => keep.setState({ emptied: { before, now, isAs } }),
  }
}
