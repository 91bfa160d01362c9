import type { Id } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import type { Edit } from '#shared/commands/edit'
import { designsOf, type WardDocument } from '#shared/document/document'
import type { Bridge } from '#shared/ipc/bridge'
import type { Codec } from './codec'
import type { createCompare } from './compare'
import type { SimulatePort } from './day-desk'
import type { createDocumentStore, OpenDocument } from './document-store'
import type { createFilesStore } from './files-store'
import type { createHand } from './hand'
import type { createInquiries } from './inquiries'
import type { createJournal } from './journal'
import type { createLive, LivePort } from './live'
import type { createViewStore, NoticeAction } from './view-store'

export type DeskParts = {
  readonly bridge: Bridge
  readonly livePort: LivePort
  readonly codec: Codec
  /** Threads for simulated days, and how many of them may run at once. */
  readonly simulateThreads: { readonly open: () => SimulatePort; readonly count: number }
  /** Says a message, for the native menu and window title. */
  readonly say: (message: Message) => string
}

/** What every part of the desk may use: the stores, the ways out of the renderer, and the few actions that others build on. */
export type DeskCore = Pick<DeskParts, 'bridge' | 'codec' | 'say'> & {
  readonly documents: ReturnType<typeof createDocumentStore>
  readonly view: ReturnType<typeof createViewStore>
  readonly files: ReturnType<typeof createFilesStore>
  readonly live: ReturnType<typeof createLive>
  readonly compare: ReturnType<typeof createCompare>
  readonly inquiries: ReturnType<typeof createInquiries>
  readonly hand: ReturnType<typeof createHand>
  readonly journal: ReturnType<typeof createJournal>
  readonly openDocument: () => OpenDocument | undefined
  readonly update: (open: OpenDocument) => void
  readonly notify: (what: Message, tone?: 'quiet' | 'problem', action?: NoticeAction) => void
  /** Commits what a command answered; a refusal is said, and false comes back. */
  readonly commit: (edit: Edit) => boolean
  readonly askLive: () => void
  readonly askBeside: () => void
}

/** The first design to look at: one that is not today's if there is one, for today's cannot be changed. */
export function firstDesign({ document }: OpenDocument): Id | undefined {
  const designs = designsOf(document)
  return (designs.find(({ isCurrentState }) => !isCurrentState) ?? designs[0])?.id
}

export function nameOfDesign({ document }: OpenDocument, id: Id): string {
  const design = document.designs[id]?.[id]
  return design?.kind === 'design' ? design.name : ''
}

/** A name that no design has yet: the wanted one, or the wanted one with a number. */
export function freeName(document: WardDocument, wanted: string): string {
  const taken = new Set(designsOf(document).map(({ name }) => name))
  let name = wanted
  for (let count = 2; taken.has(name); count++) name = `${wanted} ${count}`
  return name
}
