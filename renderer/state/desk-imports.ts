import { createStore } from 'zustand/vanilla'
import type { Id } from '#shared/base/ids'
import { type Message, message } from '#shared/base/message'
import { buildBuilding } from '#shared/building/build-building'
import { addDesignsFrom } from '#shared/commands/add-designs-from'
import { putUnderlay, underlayOf } from '#shared/commands/underlay'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Storey } from '#shared/document/elements/storey'
import { extentOf } from '#shared/drawing/draw-design'
import { isPdf } from '#shared/exchange/picture'
import type { ImportKind } from '#shared/ipc/requests'
import type { ToolChoice } from '../tools/tool-choice'
import type { DeskCore } from './desk-core'
import { freshId } from './fresh-id'
import type { PdfPages } from './pdf-pages'
import { createPictures } from './pictures'
import { type MadeAnswer, pictureFrom } from './plan-picture'

/** A picture whose scale nobody knows yet is laid so wide where nothing is drawn. Metres. */
const WIDTH_M = 20
/** Most plans are printed at 1 : 100: a PDF is laid as if it were. */
const LIKELY_SCALE = 100

/** What is being taken from another file, while a dialog asks about it. */
export type ImportsState = {
  readonly isBusy: boolean
  /** A PDF of several pages: which one? */
  readonly pdf: { readonly name: string; readonly pages: PdfPages } | undefined
  /** Another table's workshop: which of its designs? */
  readonly other: { readonly name: string; readonly document: WardDocument } | undefined
}

const NOTHING: ImportsState = { isBusy: false, pdf: undefined, other: undefined }

/** What is taken from other files: a plan to lie under this one, designs of another table. */
export function createDeskImports(core: DeskCore, setTool: (tool: ToolChoice) => void, showDesign: (design: Id) => void) {
  const { bridge, codec, view, hand, openDocument, notify, commit } = core
  const imports = createStore<ImportsState>(() => NOTHING)
  const pictures = createPictures(codec)

  /** The bytes of a file that somebody chooses; what keeps them from being read is said. */
  async function chosen(kind: ImportKind): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined> {
    if (imports.getState().isBusy || openDocument() === undefined) return undefined
    const answer = await bridge.chooseImport({ kind }).catch(() => undefined)
    if (answer === undefined || answer.status === 'cancelled') return undefined
    if (answer.status === 'failed') refuse(answer.problem)
    return answer.status === 'chosen' ? answer : undefined
  }

  const refuse = (problem: Message) => notify(problem, 'problem')

  async function busy(work: () => Promise<void>): Promise<void> {
    imports.setState({ isBusy: true })
    try {
      await work()
    } finally {
      imports.setState({ isBusy: false })
    }
  }

  function shownStorey(): Storey | undefined {
    const { design } = view.getState()
    const table = design === undefined ? undefined : openDocument()?.document.designs[design]
    if (design === undefined || table === undefined) return undefined
    const storeys = recordsOf(table, 'storey')
    return storeys.find(({ id }) => id === hand.storeyOf(design)) ?? storeys[0]
  }

  async function lay(answer: MadeAnswer, name: string, page: number | undefined, paperWidth: number | undefined): Promise<void> {
    if (answer.status === 'failed') return refuse(answer.problem)
    const { bytes, part, pixels } = answer.picture
    const { design } = view.getState()
    const open = openDocument()
    const storey = shownStorey()
    if (open === undefined || design === undefined || storey === undefined) return
    await codec.keepPart(part, bytes)
    pictures.show(part, bytes)
    const built = buildBuilding(open.document.designs[design] ?? {}, open.document.workshop).storeys.find((each) => each.storey.id === storey.id)
    const extent = built === undefined ? undefined : extentOf(built)
    const at = extent === undefined ? { x: 0, y: 0 } : { x: (extent.left + extent.right) / 2, y: (extent.bottom + extent.top) / 2 }
    const width = paperWidth === undefined ? (extent === undefined ? WIDTH_M : extent.right - extent.left) : paperWidth * LIKELY_SCALE
    const picture = { name: name.slice(0, 200), part, pixels, ...(page === undefined ? {} : { page }) }
    if (!commit(putUnderlay(open.document, { design, storey: storey.id, picture, at, width }, freshId))) return
    setTool({ tool: 'underlay' })
    // The tool in the hand says how a picture is scaled; of a PDF it is said what was taken for its scale.
    if (paperWidth !== undefined) notify(message('notice.underlay-scale-pdf', { scale: LIKELY_SCALE }))
    if (extent === undefined) view.setState(({ fitCount }) => ({ fitCount: fitCount + 1 }))
  }

  async function addUnderlay(): Promise<void> {
    const file = await chosen('underlay')
    if (file === undefined) return
    await busy(async () => {
      const { name, bytes } = file
      if (!isPdf(bytes)) return lay(await pictureFrom(bytes, name), name, undefined, undefined)
      const { openPdf } = await import('./pdf-pages')
      const pdf = await openPdf(bytes, name)
      if (pdf.status === 'failed') return refuse(pdf.problem)
      if (pdf.pages.count > 1) imports.setState({ pdf: { name, pages: pdf.pages } })
      else await layPage(pdf.pages, name, 1)
    })
  }

  async function layPage(pages: PdfPages, name: string, page: number): Promise<void> {
    const answer = await pages.picture(page)
    const width = answer.status === 'made' ? await pages.paperWidth(page) : undefined
    pages.close()
    await lay(answer, name, page, width)
  }

  async function addDesigns(): Promise<void> {
    const file = await chosen('workshop')
    if (file === undefined) return
    await busy(async () => {
      const decoded = await codec.decode(file.bytes, 'take-from')
      if (decoded.status === 'failed') refuse(decoded.problem)
      else imports.setState({ other: { name: file.name, document: decoded.document } })
    })
  }

  return {
    imports,
    pictures,
    addUnderlay,
    hasUnderlay(): boolean {
      const storey = shownStorey()
      return storey !== undefined && underlayOf(openDocument()?.document.designs[storey.design] ?? {}, storey.id) !== undefined
    },
    /** The page that was asked for, or none of them. */
    async choosePage(page: number | undefined): Promise<void> {
      const { pdf } = imports.getState()
      imports.setState({ pdf: undefined })
      if (pdf === undefined) return
      if (page === undefined) pdf.pages.close()
      else await busy(() => layPage(pdf.pages, pdf.name, page))
    },
    addDesigns,
    /** Of the other file's designs those that are wanted; none: nothing is taken. */
    takeDesigns(designs: readonly Id[]): void {
      const { other } = imports.getState()
      const open = openDocument()
      imports.setState({ other: undefined })
      if (other === undefined || open === undefined || designs.length === 0) return
      const edit = addDesignsFrom(open.document, other.document, designs, freshId)
      if (!commit(edit) || edit.status === 'refused') return
      const first = edit.change.added.find(({ kind }) => kind === 'design')
      if (first !== undefined) showDesign(first.id)
      notify(message('notice.added-designs', { count: designs.length }))
    },
    forgetImports(): void {
      imports.getState().pdf?.pages.close()
      imports.setState(NOTHING)
      pictures.forget()
    },
  }
}
