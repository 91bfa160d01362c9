import { createStore } from 'zustand/vanilla'
import { type Message, message } from '#shared/base/message'
import type { Bridge, WrittenAnswer } from '#shared/ipc/bridge'
import type { Paper } from '#shared/ipc/requests'
import type { ExportOrder, MadeExport } from '../workers/export-messages'

/** What is under way, and how it ended. */
export type ExportState =
  | { readonly status: 'idle' }
  /** `stop` gives it up; undefined once it is being written, which is soon over. */
  | { readonly status: 'making'; readonly stop: (() => void) | undefined }
  | { readonly status: 'done'; readonly name: string; readonly folder: string }
  | { readonly status: 'failed'; readonly problem: Message }

export type ExporterParts = {
  readonly bridge: Pick<Bridge, 'choosePlace' | 'writeExport' | 'printExport'>
  /** Measures and draws, off this thread, until it is done or given up. */
  readonly make: (order: ExportOrder, givenUp: AbortSignal) => Promise<MadeExport>
  /** A drawing as a picture. */
  readonly pictureOf: (svg: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>
}

export type Exporter = ReturnType<typeof createExporter>

/** A report that is laid out on paper and kept as PDF only. */
const TO_PRINT = 'report-to-print.html'

/** Asks where, makes what was ordered, and has it written; never throws. */
export function createExporter({ bridge, make, pictureOf }: ExporterParts) {
  const store = createStore<ExportState>(() => ({ status: 'idle' }))

  async function written(order: ExportOrder, paper: Paper, suggestedName: string): Promise<ExportState> {
    const chosen = await bridge.choosePlace({ kind: order.kind, suggestedName })
    if (chosen.status === 'cancelled') return { status: 'idle' }
    const giveUp = new AbortController()
    store.setState({ status: 'making', stop: () => giveUp.abort() }, true)
    const made = await make(order, giveUp.signal)
    if (giveUp.signal.aborted) return { status: 'idle' }
    store.setState({ status: 'making', stop: undefined }, true)
    if (made.status === 'failed') return failedFor('export.cannotMake', made.why)
    const { place } = chosen
    const pages = made.files.filter(({ name }) => name === TO_PRINT)
    const files = made.files.filter(({ name }) => name !== TO_PRINT)
    if (order.kind === 'png') {
      const pictures = await Promise.all(files.map(async ({ name, bytes }) => ({ name: name.replace(/svg$/, 'png'), bytes: await pictureOf(bytes) })))
      return stateOf(await bridge.writeExport({ place, files: pictures }))
    }
    let answer: WrittenAnswer | undefined
    if (files.length > 0) answer = await bridge.writeExport({ place, files: [...files] })
    for (const { bytes } of pages) {
      if (answer?.status !== 'failed') answer = await bridge.printExport({ place, name: `report-${paper}.pdf`, page: bytes, paper })
    }
    return answer === undefined ? failedFor('export.cannotMake', '') : stateOf(answer)
  }

  return {
    store,
    reset: () => store.setState({ status: 'idle' }, true),
    async run(order: ExportOrder, paper: Paper, suggestedName: string): Promise<void> {
      if (store.getState().status === 'making') return
      const state = await written(order, paper, suggestedName).catch((error: unknown) =>
        failedFor('export.cannotMake', error instanceof Error ? error.message : String(error)),
      )
      store.setState(state, true)
    },
  }
}

function stateOf(answer: WrittenAnswer): ExportState {
  return answer.status === 'written' ? { status: 'done', name: answer.name, folder: answer.folder } : answer
}

function failedFor(key: string, why: string): ExportState {
  return { status: 'failed', problem: message(key, { why }) }
}
