import './zod-without-eval'
import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.css'
import './styles/tokens.css'
import './styles/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { codecOf } from './state/codec'
import { createDesk } from './state/desk'
import type { LivePort } from './state/live'
import { say } from './state/words'

const liveWorker = new Worker(new URL('./workers/live-worker.ts', import.meta.url), { type: 'module' })
const codecWorker = new Worker(new URL('./workers/codec-worker.ts', import.meta.url), { type: 'module' })

const livePort: LivePort = {
  post: (message) => liveWorker.postMessage(message),
  onAnswer: (listener) => liveWorker.addEventListener('message', ({ data }) => listener(data)),
}

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(<App desk={createDesk({ bridge: globalThis.wardwright, livePort, codec: codecOf(codecWorker), say })} />)
}
