import { expect, it, vi } from 'vitest'
import type { WardDocument } from '#shared/document/document'
import { createExporter } from '../../../renderer/state/exporter'
import type { ExportOrder, MadeExport } from '../../../renderer/workers/export-messages'

const ORDER: ExportOrder = {
  document: { workshop: {}, designs: {} } as WardDocument,
  file: 'A',
  kind: 'figures',
  design: '',
  plan: 'all',
  simulated: undefined,
  worst: undefined,
}

it('stops what is being made, and writes nothing of it', async () => {
  const writeExport = vi.fn()
  let made: (answer: MadeExport) => void = () => undefined
  const exporter = createExporter({
    bridge: {
      choosePlace: async () => ({ status: 'chosen', place: `place-${'0'.repeat(32)}`, name: 'a.json' }),
      writeExport,
      printExport: writeExport,
    },
    make: (_order, givenUp) =>
      new Promise((resolve) => {
        made = resolve
        givenUp.addEventListener('abort', () => resolve({ status: 'failed', why: 'given up' }))
      }),
    pictureOf: async (bytes) => bytes,
  })
  const running = exporter.run(ORDER, 'a4', 'A')
  await vi.waitFor(() => expect(exporter.store.getState().status).toBe('making'))
  const state = exporter.store.getState()
  if (state.status === 'making') state.stop?.()
  await running
  made({ status: 'made', files: [] })
  expect(exporter.store.getState()).toEqual({ status: 'idle' })
  expect(writeExport).not.toHaveBeenCalled()
})
