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
import { type LiveThread, type LiveThreadEnds, revivingPort } from './state/reviving-port'
import { say } from './state/words'
import type { ExportOrder, MadeExport } from './workers/export-messages'

const bridge = globalThis.wardwright

/** Main keeps the log. */
const tellOfBroken = (worker: WorkerName) => () => void bridge.workerGone({ worker }).catch(() => undefined)

function startLiveThread({ onAnswer, onBroken }: LiveThreadEnds): LiveThread {
  const worker = new Worker(new URL('./workers/live-worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }) => onAnswer(data))
  worker.addEventListener('error', onBroken)
  return { post: (message) => worker.postMessage(message), end: () => worker.terminate() }
}

const startCodecThread = () => new Worker(new URL('./workers/codec-worker.ts', import.meta.url), { type: 'module' })

function openSimulateThread(): SimulatePort {
  const worker = new Worker(new URL('./workers/simulate-worker.ts', import.meta.url), { type: 'module' })
  return {
    post: (message) => worker.postMessage(message),
    onAnswer: (listener) => {
      worker.addEventListener('message', ({ data }) => listener(data))
      worker.addEventListener('error', ({ message }) => listener({ type: 'failed', ask: undefined, reason: message }))
    },
    end: () => worker.terminate(),
  }
}

/** A thread for one export, gone after it: what is measured for it holds nobody else up. */
function make(order: ExportOrder, givenUp: AbortSignal): Promise<MadeExport> {
  const worker = new Worker(new URL('./workers/export-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<MadeExport>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<MadeExport>) => resolve(data))
    worker.addEventListener('error', ({ message }) => resolve({ status: 'failed', why: message }))
    givenUp.addEventListener('abort', () => resolve({ status: 'failed', why: 'given up' }))
    worker.postMessage(order)
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
