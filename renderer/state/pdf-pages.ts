import { getDocument, type PDFDocumentProxy, PDFWorker, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { message } from '#shared/base/message'
import { MOST_PIXELS } from '#shared/exchange/picture'
import { LONGER_SIDE_PX, type MadeAnswer, storedPicture } from './plan-picture'

/** A PDF that is open, until it is closed. */
export type PdfPages = {
  readonly count: number
  /** How wide a page is on paper. Metres. */
  readonly paperWidth: (page: number) => Promise<number>
  readonly picture: (page: number) => Promise<MadeAnswer>
  readonly close: () => void
}
export type PdfAnswer = { readonly status: 'open'; readonly pages: PdfPages } | Extract<MadeAnswer, { status: 'failed' }>

const METRES_A_POINT = 0.0254 / 72
/** The library never reads the network: what it may ask for besides the file is the metrics of the fourteen fonts that no PDF brings. */
const fonts = import.meta.glob<string>('../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', { eager: true, query: '?url', import: 'default' })

class ShippedFonts {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const url = kind === 'standardFontDataUrl' ? Object.entries(fonts).find(([path]) => path.endsWith(`/${filename}`))?.[1] : undefined
    if (url === undefined) throw new Error(`not shipped: ${filename}`)
    return new Uint8Array(await (await fetch(url)).arrayBuffer())
  }
}

/** Opens a PDF in a worker of its own, which goes when it is closed. A file that is none, or has a password, is refused in words. */
export async function openPdf(bytes: Uint8Array, name: string): Promise<PdfAnswer> {
  const thread = new Worker(new URL('../workers/pdf-worker.ts', import.meta.url), { type: 'module' })
  const worker = PDFWorker.create({ port: thread, verbosity: VerbosityLevel.ERRORS })
  const task = getDocument({
    data: Uint8Array.from(bytes),
    worker,
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: MOST_PIXELS,
    BinaryDataFactory: ShippedFonts,
  })
  const close = () => {
    void task.destroy().finally(() => thread.terminate())
  }
  try {
    const pdf = await task.promise
    return {
      status: 'open',
      pages: { count: pdf.numPages, paperWidth: (page) => paperWidth(pdf, page), picture: (page) => picture(pdf, page, name), close },
    }
  } catch (error) {
    close()
    return {
      status: 'failed',
      problem: message(error instanceof Error && error.name === 'PasswordException' ? 'underlay.pdf-locked' : 'underlay.pdf-damaged', { name }),
    }
  }
}

async function paperWidth(pdf: PDFDocumentProxy, number: number): Promise<number> {
  const page = await pdf.getPage(number)
  return page.getViewport({ scale: 1 }).width * METRES_A_POINT
}

async function picture(pdf: PDFDocumentProxy, number: number, name: string): Promise<MadeAnswer> {
  try {
    const page = await pdf.getPage(number)
    const whole = page.getViewport({ scale: 1 })
    const viewport = page.getViewport({ scale: LONGER_SIDE_PX / Math.max(whole.width, whole.height) })
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(viewport.width))
    canvas.height = Math.max(1, Math.round(viewport.height))
    await page.render({ canvas, viewport, background: '#ffffff' }).promise
    const stored = new OffscreenCanvas(canvas.width, canvas.height)
    const context = stored.getContext('2d')
    if (context === null) return { status: 'failed', problem: message('underlay.not-decoded', { name }) }
    context.drawImage(canvas, 0, 0)
    if (isBlank(context, canvas.width, canvas.height)) return { status: 'failed', problem: message('underlay.pdf-blank', { name, page: number }) }
    return { status: 'made', picture: await storedPicture(stored) }
  } catch {
    return { status: 'failed', problem: message('underlay.pdf-damaged', { name }) }
  }
}

/** Whether every pixel is white: nothing was drawn, or only what cannot be decoded here. */
function isBlank(context: OffscreenCanvasRenderingContext2D, width: number, height: number): boolean {
  const { data } = context.getImageData(0, 0, width, height)
  const pixels = new Uint32Array(data.buffer)
  return pixels.every((pixel) => pixel === WHITE)
}

const WHITE = 0xffffffff
