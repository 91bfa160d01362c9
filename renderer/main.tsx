import './zod-without-eval'
import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.css'
import './styles/tokens.css'
import './styles/base.css'
import { createRoot } from 'react-dom/client'
import type { WorkerName } from '#shared/ipc/requests'
import { App } from './app/App'
import { codecOf } from './state/codec'
import type { SimulatePort } from './state/day-desk'
import { createDesk } from './state/desk'
import { createExporter } from './state/exporter'
import { pictureOf } from './state/picture-of'
import { revivingPort } from './state/reviving-port'
import { openThread, type ThreadEnds } from './state/thread'
import { say } from './state/words'
import type { FromCodecWorker, ToCodecWorker } from './workers/codec-messages'
import type { ExportOrder, MadeExport } from './workers/export-messages'
import type { FromLiveWorker, ToLiveWorker } from './workers/messages'
import type { FromSimulateWorker, ToSimulateWorker } from './workers/simulate-messages'

const bridge = globalThis.wardwright

/** Main keeps the log. */
const tellOfBroken = (worker: WorkerName) => () => void bridge.workerGone({ worker }).catch(() => undefined)

const startLiveThread = (ends: ThreadEnds<FromLiveWorker>) =>
  openThread<ToLiveWorker, FromLiveWorker>(new Worker(new URL('./workers/live-worker.ts', import.meta.url), { type: 'module' }), ends)

const startCodecThread = (ends: ThreadEnds<FromCodecWorker>) =>
  openThread<ToCodecWorker, FromCodecWorker>(new Worker(new URL('./workers/codec-worker.ts', import.meta.url), { type: 'module' }), ends)

function openSimulateThread(): SimulatePort {
  let listener: ((answer: FromSimulateWorker) => void) | undefined
  const thread = openThread<ToSimulateWorker, FromSimulateWorker>(
    new Worker(new URL('./workers/simulate-worker.ts', import.meta.url), { type: 'module' }),
    { onAnswer: (answer) => listener?.(answer), onBroken: (reason) => listener?.({ type: 'failed', ask: undefined, reason }) },
  )
  return {
    ...thread,
    onAnswer: (wanted) => {
      listener = wanted
    },
  }
}

/** A thread for one export, gone after it: what is measured for it holds nobody else up. */
function make(order: ExportOrder, givenUp: AbortSignal): Promise<MadeExport> {
  const worker = new Worker(new URL('./workers/export-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<MadeExport>((resolve) => {
    const failed = (why: string) => resolve({ status: 'failed', why })
    const thread = openThread<ExportOrder, MadeExport>(worker, { onAnswer: resolve, onBroken: failed })
    givenUp.addEventListener('abort', () => failed('given up'))
    thread.post(order)
  }).finally(() => worker.terminate())
}

const root = document.getElementById('root')
if (root !== null) {
  // One core is left to the window.
  const simulateThreads = { open: openSimulateThread, count: Math.max(1, navigator.hardwareConcurrency - 1) }
  const livePort = revivingPort(startLiveThread, tellOfBroken('live'))
  const codec = codecOf(startCodecThread, tellOfBroken('codec'))
  const desk = createDesk({ bridge, livePort, codec, simulateThreads, say })
  createRoot(root).render(<App desk={desk} exporter={createExporter({ bridge, make, pictureOf })} />)
}
